#!/bin/sh
# Every plugin of the tree keeps the contract: jiyao-conform asks, with fixtures as samples.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

convert=$JIYAO
JIYAO=${JIYAO%/*}/jiyao-conform

# conforms PLUGIN [WORD]...
conforms () {
	plugin=$1
	shift
	run --seed="${JIYAO_CONFORM_SEED:-1}" --keep="$scratch" "$plugin" "$@"
	check "$plugin keeps its contract" passes
}

passes () {
	grep -v '^ok' "$scratch/out"
	cat "$scratch/err"
	[ "$status" -eq 0 ]
}

for format in json xml; do
	"$convert" convert "$JIYAO_FIXTURES/text/qinghe.txt" -t $format -O provenance=yes \
	    -o "$scratch/qinghe.$format"
done

# A format that is added is tried as soon as it has its fixture qinghe.
for module in $(echo "$JIYAO_PLUGIN_PATH" | tr ':' '\n' | sed 's/.*/&\/*.so/'); do
	plugin=${module##*/}
	plugin=${plugin%.so}
	set --
	for sample in "$scratch/qinghe.$plugin" "$JIYAO_FIXTURES/$plugin/qinghe.$plugin"; do
		[ ! -f "$sample" ] || set -- "$@" "$sample"
	done
	case $plugin in
	text) set -- "$JIYAO_FIXTURES/text/qinghe.txt" "$JIYAO_FIXTURES/text/suzhou-149.txt" ;;
	docx) set -- "$@" "$JIYAO_FIXTURES/docx/full.docx" ;;
	pdf) set -- "$JIYAO_FIXTURES/pdf/table.pdf" "$JIYAO_FIXTURES/pdf/tagged.pdf" ;;
	esac
	[ $# -gt 0 ] || set -- "$scratch/qinghe.json"
	case $plugin in
	json|xml|html|ofd)
		set -- "$@" --grow="JIYAO='$convert' sh '${0%/*}/conform-grow.sh' $plugin" ;;
	esac
	conforms "$plugin" "$@"
	case $* in
	*--grow*) check '... and its time was measured' prints '^ok .* read-growth: \([^#]*\|.*SKIP a sanitizer.*\)$' ;;
	esac
done
finish
