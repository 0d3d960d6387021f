#!/bin/sh
# Fills a folder with inputs that a fuzz target begins with.
#	seeds.sh TARGET FOLDER
# They come of the fixtures and of what $JIYAO makes of them.
set -eu
target=$1 folder=$2
fixtures=$JIYAO_FIXTURES
mkdir -p "$folder"

# all PATTERN FROM...: each file of that name below, under a name of its own.
all () {
	pattern=$1
	shift
	find "$@" -type f -name "$pattern" | LC_ALL=C sort | while IFS= read -r file; do
		cp "$file" "$folder/$(printf %s "${file#"$fixtures"/}" | tr '/ ' '__')"
	done
}

# line NAME WORD...: a command line, its words ended by NUL.
line () {
	name=$1
	shift
	printf '%s\0' "$@" >"$folder/$name"
}

case $target in
docx) all '*.do[ct][xm]' "$fixtures/docx" ;;
text | lines) all '*.txt' "$fixtures/text" ;;
json) all '*.json' "$fixtures/text" ;;
xml)
	for file in "$fixtures"/text/*.json; do
		"$JIYAO" convert -f json "$file" -t xml -O provenance=yes -o "$folder/${file##*/}.xml"
	done ;;
ledger)
	mkdir "$folder/../ledger-in"
	cp "$fixtures"/text/qinghe.txt "$folder/../ledger-in"
	: >"$folder/../ledger-in/empty.txt"
	"$JIYAO" batch -t json --out="$folder/../ledger-out" --progress=none "$folder/../ledger-in" ||
	    [ $? -eq 1 ]
	cp "$folder/../ledger-out/jiyao-ledger.sqlite" "$folder"
	head -c 8192 "$folder/jiyao-ledger.sqlite" >"$folder/cut"
	: >"$folder/empty"
	rm -r "$folder/../ledger-in" "$folder/../ledger-out" ;;
options)
	line convert convert -t json -o a.json -O provenance=yes -t csv -O table=people in.pdf
	line batch convert -f pdf --to=json,csv --any --fail-on=warning --messages=json -
	line verify verify -f text -O layout=1 --lexicon=words out.json in.txt
	line help convert -h
	line ends convert -t json -- -in ;;
record)
	hash=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
	# shellcheck disable=SC2059  # the format is what is printed
	record () { name=$1; shift; printf "$@" >"$folder/$name"; }
	record good "\\0input\\t$hash\\t0\\nreader\\ttext\\npages\\t2\\ncheck\\twarning\\tgap\\t1\\t7\\t缺\\n"'end\t0\t\n'
	record full "\\0input\\t$hash\\t0\\nreader\\ttext\\ndocument\\t云州市\\t\\t\\t〔2025〕2号\\t\\t2025\\t2\\t\\t\\t\\t2025-03-01\\nperson\\tchair\\t甲乙丙\\t\\t\\t1\\t4\\nend\\t0\\t\\n"
	record failed '\101input\t\t\nmessage\terror\t\tencrypted\tit is locked\nend\t65\tencrypted\n'
	record killed '\213message\twarning\t' ;;
words) cp "${0%/*}"/../../core/lexicon/*.txt "$folder" ;;
*) all "*.$target" "$fixtures/$target" ;;
esac

# And what has been found before.
[ ! -d "${0%/*}/corpus/$target" ] || cp "${0%/*}/corpus/$target"/* "$folder"
