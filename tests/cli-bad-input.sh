#!/bin/sh
# Bad input gets one clear sentence, the right status, and no output file.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

target=$scratch/target
text=$JIYAO_FIXTURES/text/suzhou-149.txt
pdf=$JIYAO_FIXTURES/pdf/suzhou-149.pdf
docx=$JIYAO_FIXTURES/docx/suzhou-149.docx

# spoiled NAME STATUS CODE WORD...
spoiled () {
	what=$1 wanted=$2 reason=$3
	shift 3
	refuses "$what" "$wanted" "$reason" convert -t json -o "$target" "$@"
	check "$what: no output file" test ! -e "$target"
	rm -f "$target"
}

: >"$scratch/empty.pdf"
spoiled 'an empty file' 65 empty "$scratch/empty.pdf"
spoiled 'an empty standard input' 65 empty </dev/null
spoiled 'a directory' 66 directory "$scratch"
spoiled 'a directory on standard input' 66 directory <"$scratch"
spoiled 'no such file' 66 no-input "$scratch/none.pdf"
if [ "$(id -u)" -ne 0 ]; then
	cp "$text" "$scratch/secret.txt"
	chmod 0 "$scratch/secret.txt"
	spoiled 'a file one may not read' 77 permission "$scratch/secret.txt"
else
	skip 'a file one may not read' 'the superuser reads all'
fi

head -c 3000 "$pdf" >"$scratch/cut.pdf"
spoiled 'a truncated PDF' 65 damaged "$scratch/cut.pdf"
head -c 3000 "$docx" >"$scratch/cut.docx"
spoiled 'a truncated DOCX' 65 damaged "$scratch/cut.docx"

for pages in 0 3-1 a 1,,2 "1," 1-2-3; do
	spoiled "pages=$pages" 64 bad-pages -O "pages=$pages" "$pdf"
done
spoiled 'a page too many' 65 no-such-page -O pages=2-8 "$pdf"
spoiled 'too many pages' 65 too-large -O max-pages=6 "$pdf"
spoiled 'too many objects' 65 too-large -O max-objects=20 "$pdf"
# Nothing tells poppler to look for its data elsewhere, so another folder is put over it.
data=$(pkg-config --variable=poppler_datadir poppler-data 2>/dev/null || echo /usr/share/poppler)
if unshare -rm mount --bind "$scratch" "$data" 2>/dev/null; then
	bare=$scratch/bare
	printf '#!/bin/sh\nexec unshare -rm sh -c '\''mount --bind "$1" "$2" && shift 2 && exec "$@"'\'' sh %s %s %s "$@"\n' \
	    "$scratch" "$data" "$JIYAO" >"$bare"
	chmod +x "$bare"
	JIYAO=$bare spoiled 'a PDF without poppler-data' 69 no-poppler-data "$JIYAO_FIXTURES/pdf/predefined.pdf"
else
	skip 'a PDF without poppler-data' 'its folder cannot be hidden here'
fi
spoiled 'a locked PDF' 65 encrypted "$JIYAO_FIXTURES/pdf/locked.pdf"
spoiled 'a password-protected Office file' 65 encrypted "$JIYAO_FIXTURES/docx/locked.docx"

# A wrong suffix is no matter: the content tells.
cp "$docx" "$scratch/renamed.pdf"
check 'a DOCX called PDF is read' succeeds convert -t json "$scratch/renamed.pdf"
cp "$pdf" "$scratch/renamed.txt"
check 'a PDF called text is read' succeeds convert -t json "$scratch/renamed.txt"
spoiled 'a DOCX that is said to be a PDF' 65 damaged -f pdf "$docx"

# An empty zip archive: its end and nothing before it.
printf 'PK\005\006\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000' \
    >"$scratch/other.zip"
spoiled 'a zip that is no DOCX' 65 not-docx "$scratch/other.zip"
printf '\007\007 \300\301\365\377\000\001\002\003\371\372\000\000\376\000\200\000' \
    >"$scratch/noise.txt"
spoiled 'text of no known encoding' 65 unknown-encoding -f text "$JIYAO_FIXTURES/text/noise.txt"
spoiled 'bytes that are no text' 65 unknown-format "$scratch/noise.txt"
printf '\n\n' >"$scratch/blank.txt"
spoiled 'a text without text' 65 no-text -f text "$scratch/blank.txt"

spoiled 'an unknown option of the program' 64 usage --nonsense "$text"
spoiled 'an unknown option of a format' 64 option -O nonsense=1 "$text"
spoiled 'an unknown format to read' 64 usage -f nonsense "$text"
spoiled 'a format that cannot be read' 64 usage -f csv "$text"
spoiled 'two inputs' 64 usage "$text" "$text"
refuses 'an unknown format to write' 64 usage convert -t nonsense "$text"
refuses 'no format to write' 64 usage convert "$text"
refuses 'no command' 64 usage
refuses 'an unknown command' 64 usage nonsense
finish
