#!/bin/sh
# Messages: as text and as JSON, made harmless; warnings that fail when they are asked to.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

meeting=$JIYAO_FIXTURES/text/qinghe.txt
damaged=$scratch/damaged.txt
{ cat "$meeting"; printf '云州\377市\n'; } >"$damaged"
escape=$(printf '\033')
hostile="$scratch/a${escape}[2J\"\\\\b"

# Every line must be an object of exactly these five members, with no control character in it.
is_json () {
	value='\("\([^"\\]\|\\["\\u]\)*"\|null\|[0-9]*\)'
	object=
	for member in severity source page code message; do
		object="$object,\"$member\":$value"
	done
	! grep -v -q "^{${object#,}}\$" "$scratch/err" && [ -s "$scratch/err" ] && is_harmless
}
is_harmless () { ! LC_ALL=C grep -q '[[:cntrl:]]' "$scratch/err"; }

run convert -f text -O encoding=UTF-8 -t json "$damaged"
check 'a warning is no failure' test "$status" -eq 0
check 'names file, severity and code' says "damaged.txt.*: warning: .* \[[a-z-]*\]\$"
run convert -f text -O encoding=UTF-8 -t json -o "$scratch/target" --fail-on=warning "$damaged"
check 'unless it is asked to be one' test "$status" -eq 65
check 'then nothing is written' test ! -e "$scratch/target"
run convert -f text -O encoding=UTF-8 -t json --fail-on=error "$damaged"
check 'errors fail anyway' test "$status" -eq 0
refuses 'nothing else can fail it' 64 usage convert -t json --fail-on=nonsense "$damaged"
run convert -f text -O encoding=UTF-8 -t json --messages=json --fail-on=warning "$damaged"
check 'messages as JSON' is_json
refuses 'no other style of messages' 64 usage convert -t json --messages=nonsense "$damaged"

refuses 'a hostile file name' 66 no-input convert -t json "$hostile"
check 'is made harmless' is_harmless
run convert --messages=json -t json "$hostile"
check 'in JSON, too' is_json
run convert --messages=json -t json "$(printf 'a\377b')"
check 'and what is no UTF-8' says '"source":"a\\ufffdb"'
finish
