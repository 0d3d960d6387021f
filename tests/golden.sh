#!/bin/sh
# Every fixture is a test.  For fixtures/FORMAT/X, whose suffix is one of FORMAT's:
#	X.json		what `jiyao convert X -t json` must print, byte for byte; or
#	X.status	"65 encrypted": the status and the code of a conversion that must fail
#	X.messages	what it must say on standard error (none: nothing; with X.status: one line)
#	X.options	more words for the command line
# What was printed must also survive JSON -> XML -> JSON, and JSON -> OFD -> JSON in both forms.  REGEN=1 rewrites what is expected.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

convert () {
	words=
	[ -f "$1.options" ] && words=$(cat "$1.options")
	# shellcheck disable=SC2086  # options are words
	(cd "${1%/*}" && run convert $words "${1##*/}" -t json; exit "$status")
	status=$?
}

regenerate () {
	rm -f "$1.json" "$1.status" "$1.messages"
	if [ "$status" -eq 0 ]; then
		cp "$scratch/out" "$1.json"
		[ ! -s "$scratch/err" ] || cp "$scratch/err" "$1.messages"
	else
		echo "$status $(sed -n '$s/.*\[\(.*\)\]$/\1/p' "$scratch/err")" >"$1.status"
		[ "$(wc -l <"$scratch/err")" -eq 1 ] || cp "$scratch/err" "$1.messages"
	fi
}

as_expected () {
	if [ -f "$1.status" ]; then
		read -r wanted code <"$1.status"
		[ "$status" -eq "$wanted" ] && [ ! -s "$scratch/out" ] &&
		    tail -n 1 "$scratch/err" | grep -q "error: .* \[$code\]\$"
	else
		[ "$status" -eq 0 ] && diff -u "$1.json" "$scratch/out"
	fi
}

messages_expected () {
	if [ -f "$1.messages" ]; then
		diff -u "$1.messages" "$scratch/err"
	elif [ -f "$1.status" ]; then
		[ "$(wc -l <"$scratch/err")" -eq 1 ]
	else
		[ ! -s "$scratch/err" ]
	fi
}

survives () {
	"$JIYAO" convert -f json -t xml "$1.json" 2>"$scratch/err" >"$scratch/xml" &&
	    "$JIYAO" convert -f xml -t json "$scratch/xml" 2>"$scratch/err" >"$scratch/again" &&
	    diff -u "$1.json" "$scratch/again"
}

survives_ofd () {
	for form in zip flat; do
		"$JIYAO" convert -f json -t ofd -O "package=$form" "$1.json" \
		    2>"$scratch/err" >"$scratch/ofd" &&
		    "$JIYAO" convert -f ofd -t json "$scratch/ofd" 2>"$scratch/err" >"$scratch/again" &&
		    diff -u "$1.json" "$scratch/again" || return 1
	done
}

golden () {
	convert "$1"
	[ "${REGEN-}" != 1 ] || regenerate "$1"
	label=${1#"$JIYAO_FIXTURES/"}
	check "$label" as_expected "$1"
	check "$label: messages" messages_expected "$1"
	[ -f "$1.json" ] || return 0
	check "$label: JSON, XML, JSON" survives "$1"
	check "$label: JSON, OFD, JSON" survives_ofd "$1"
}

for folder in "$JIYAO_FIXTURES"/*/; do
	folder=${folder%/} format=$(basename "$folder")
	run plugins "$format"
	check "$format is a format" test "$status" -eq 0
	# shellcheck disable=SC2013  # suffixes are words
	for suffix in $(sed -n 's/^  suffixes *//p' "$scratch/out"); do
		for input in "$folder"/*."$suffix"; do
			# x.json.json is what x.json must give, not an input
			[ ! -f "$input" ] || [ -f "${input%.*}" ] || golden "$input"
		done
	done
done
finish
