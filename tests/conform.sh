#!/bin/sh
# Every plugin of the tree keeps the contract: jiyao-conform asks, with fixtures as samples.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

convert=$JIYAO
JIYAO=${JIYAO%/*}/jiyao-conform

# conforms PLUGIN [SAMPLE]...
conforms () {
	plugin=$1
	shift
	run --keep="$scratch" "$plugin" "$@"
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
sample () {
	ls "$scratch/qinghe.$1" "$JIYAO_FIXTURES/$1"/qinghe.* 2>"$scratch/none" | head -n 1
}

# A format that is added is tried as soon as it has its fixture qinghe.
for module in $(echo "$JIYAO_PLUGIN_PATH" | tr ':' '\n' | sed 's/.*/&\/*.so/'); do
	plugin=${module##*/}
	plugin=${plugin%.so}
	case $plugin in
	text) conforms text "$JIYAO_FIXTURES/text/qinghe.txt" "$JIYAO_FIXTURES/text/suzhou-149.txt" ;;
	html) conforms html "$JIYAO_FIXTURES/html/qinghe.html" "$JIYAO_FIXTURES/html/qinghe-big5.html" ;;
	docx) conforms docx "$JIYAO_FIXTURES/docx/qinghe.docx" "$JIYAO_FIXTURES/docx/full.docx" ;;
	pdf) conforms pdf "$JIYAO_FIXTURES/pdf/table.pdf" "$JIYAO_FIXTURES/pdf/tagged.pdf" ;;
	csv|markdown) conforms "$plugin" "$scratch/qinghe.json" ;;
	*) conforms "$plugin" "$(sample "$plugin")" ;;
	esac
done
finish
