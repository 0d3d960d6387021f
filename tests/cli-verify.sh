#!/bin/sh
# jiyao verify: what agrees, each kind of difference and how it is said, and what cannot be compared.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

text=$JIYAO_FIXTURES/text/suzhou-149.txt
pdf=$JIYAO_FIXTURES/pdf/suzhou-149.pdf
docx=$JIYAO_FIXTURES/docx/suzhou-149.docx
made=$scratch/made
mkdir "$made"

# agrees NAME WORD...: verify says so in one line, and nothing else.
agrees () {
	name=$1
	shift
	run verify "$@"
	check "$name" is_agreement
}

is_agreement () {
	[ "$status" -eq 0 ] && [ ! -s "$scratch/err" ] && [ "$(wc -l <"$scratch/out")" -eq 1 ] &&
	    prints ': agrees with .* in all [1-9][0-9]* '
}

# differs NAME PATTERN WORD...: verify prints a line like that and fails.
differs () {
	name=$1 pattern=$2
	shift 2
	run verify "$@"
	check "$name" is_difference
}

is_difference () {
	[ "$status" -eq 65 ] && prints "$pattern" && ! prints ': agrees with ' &&
	    tail -n 1 "$scratch/err" | grep -q 'error: .* \[differs\]$'
}

# tamper FILE SCRIPT: the file as sed changes it, in $bad, whose suffix is the same; it does change.
tamper () {
	bad=$scratch/bad.${1##*.}
	sed "$2" "$1" >"$bad"
	! cmp -s "$1" "$bad" || echo "Bail out! $2 does not change ${1##*/}"
}

lines_are () { [ "$(wc -l <"$scratch/out")" -eq "$1" ]; }

# Whatever was written agrees.
for source in "$text" "$pdf" "$docx"; do
	kind=${source##*.} out=$made/${source##*.}
	run convert "$source" -t json -o "$out.json" -t json -O provenance=yes -o "$out.at.json" \
	    -t json -O indent=0 -o "$out.flat.json" -t xml -o "$out.xml" \
	    -t xml -O provenance=yes -O indent=0 -o "$out.at.xml" -t csv -o "$out.csv" \
	    -t csv -O bom=no -O table=people -o "$out.people.csv" -t ofd -o "$out.ofd"
	check "$kind is converted" test "$status" -eq 0
	agrees "$kind, JSON" "$out.json" "$source"
	check "$kind, JSON: values are counted" prints ' in all [0-9]* values, [0-9]* characters$'
	agrees "$kind, JSON with places" "$out.at.json" "$source"
	agrees "$kind, JSON in a line" -O indent=0 "$out.flat.json" "$source"
	agrees "$kind, XML" "$out.xml" "$source"
	agrees "$kind, XML with places, in a line" -O indent=0 "$out.at.xml" "$source"
	agrees "$kind, CSV with a mark" "$out.csv" "$source"
	agrees "$kind, another CSV without" "$out.people.csv" "$source" -O table=people
	agrees "$kind, OFD" "$out.ofd" "$source"
done
"$JIYAO" convert -t ofd -O package=flat <"$text" >"$made/flat.xml" 2>"$scratch/err"
agrees 'a format that the suffix does not tell' -t ofd -O package=flat "$made/flat.xml" "$text"
cp "$made/txt.json" "$made/nameless"
agrees 'a format that the content tells' "$made/nameless" "$text"
run convert -t xml -o "$made/second.xml" "$made/txt.at.json"
agrees 'minutes that were made of JSON' "$made/second.xml" "$made/txt.at.json"

# Pipes, of which nobody knows the name.
run verify - "$text" <"$made/txt.json"
check 'the output from standard input' is_agreement
run verify "$made/txt.json" - <"$text"
check 'the source from standard input' is_agreement
"$JIYAO" convert -f text -t json - <"$text" >"$made/pipe.json" 2>"$scratch/err"
agrees 'what was converted from a pipe' -f text "$made/pipe.json" "$text"
sed 's/"name": "-"/"name": null/' "$made/pipe.json" >"$made/null.json"
agrees 'a source without a name' "$made/null.json" "$text"
cp "$text" "$scratch/other.txt"
differs 'a source of another name' '^source\.name: "suzhou-149\.txt" in the output, "other\.txt" in' \
    "$made/txt.json" "$scratch/other.txt"

# Values.
tamper "$made/pdf.at.json" 's/"title": "代市长"/"title": "副市长"/'
differs 'a title' '^meeting\.chairs\[0\]\.title: "副市长" in the output, "代市长" in the source, page 1, line 4$' \
    "$bad" "$pdf"
check '... alone' lines_are 1
check '... is counted' says 'in 1 of [0-9]* values'
tamper "$made/txt.json" 's/强化对审计整改/强化对审汁整改/'
differs 'a character in a long text' '^items\[0\]\.clauses\[2\]\.text: "….*审汁整改.*…" in the output, "….*审计整改.*…" in the source, page 1, line [0-9]*$' \
    "$bad" "$text"
tamper "$made/txt.xml" 's/强化对审计整改/强化对审汁整改/'
differs 'the same in XML' '^items\[0\]\.clauses\[2\]\.text: "….*审汁整改' "$bad" "$text"
tamper "$made/txt.json" 's/"session": 149/"session": 148/'
differs 'a number' '^meeting\.session: 148 in the output, 149 in the source' "$bad" "$text"
tamper "$made/txt.json" 's/"session": 149/"session": null/'
differs 'a number that is gone' '^meeting\.session: null in the output, 149 in' "$bad" "$text"
tamper "$made/txt.json" '0,/"actionable": true/s//"actionable": false/'
differs 'a flag' '^decisions\[[0-9]*\]\.actionable: false in the output, true in' "$bad" "$text"
tamper "$made/pdf.at.json" 's/"bbox": \[251, 202.9,/"bbox": [251, 202.91,/'
differs 'a hundredth of a point' '^document\.number\.at: page 1, line 3, box 251.00 202.91 .* in the output, page 1, line 3, box 251.00 202.90 ' \
    "$bad" "$pdf"
tamper "$made/pdf.at.xml" '0,/<lines>3 3</s//<lines>3 4</'
differs 'a line' '^document\.number\.at: page 1, lines 3-4, box .* in the output, page 1, line 3, ' \
    -O indent=0 "$bad" "$pdf"
tamper "$made/pdf.at.json" '0,/"at": {.*/s//"at": null/'
differs 'a place that is gone' '^document\.number\.at: null in the output, page 1, ' "$bad" "$pdf"
tamper "$made/txt.json" 's/"text": "〔2021〕35号"/"text": "\\u001b[2J\\u200b号"/'
differs 'what a terminal would obey' '^document\.number\.text: ".*\\u200b号" in the output' "$bad" "$text"
check '... is made harmless' test "$(LC_ALL=C tr -d '\n' <"$scratch/out" | LC_ALL=C tr -dc '[:cntrl:]' |
    wc -c)" -eq 0

# Lists.
tamper "$made/txt.json" '/"市各有关部门和单位"/d; s/\(苏州高新区管委会"\),/\1/'
differs 'a text that is missing' '^document\.distribution\[0\]\.recipients\[1\]: nothing in the output, "市各有关部门和单位" in the source, page 1, line' \
    "$bad" "$text"
check '... alone' lines_are 1
tamper "$made/txt.xml" '0,/^ *<person>$/s//<person><name>王一<\/name><representative>false<\/representative><\/person>&/'
differs 'a person too many' '^attendance\[0\]\.people\[0\]: {name "王一"} in the output, nothing in the source' \
    "$bad" "$text"
check '... alone' lines_are 1
tamper "$made/txt.xml" '/^ *<clause>$/{:a;/<\/clause>/!{N;ba};/i2\.c2</d}'
differs 'a clause that is missing' '^items\[1\]\.clauses\[1\]: nothing in the output, {id "i2\.c2", label "（二）", text "' \
    "$bad" "$text"
check '... alone' lines_are 1
tamper "$made/txt.xml" '/<number>/,/<\/number>/d'
differs 'an object that is missing' '^document\.number: nothing in the output, {text "〔2021〕35号"} in' "$bad" "$text"

# The same values in other bytes.
tamper "$made/txt.json" 's/"disclosure"/"disclosur"/'
differs 'a key' '^document\.disclosure: null in the output, ' "$bad" "$text"
check '... of which the reader warns' says 'warning: .*"disclosur".* \[unknown-key\]$'
tamper "$made/txt.json" 's/^  "agenda": \[/  "agenda":  [/'
differs 'a space' '^line [0-9]*, column 13: "  "agenda":  \[" in the output, "  "agenda": \[" in the source$' \
    "$bad" "$text"
check '... and what may be the cause' says 'options that it was written with'
differs 'an option that is not given' '^line 1, column 2: ' "$made/txt.flat.json" "$text"
tamper "$made/txt.xml" '2s/>$/><!-- 甲 -->/'
differs 'a comment' '^line 2, column [0-9]*: ".*<!-- 甲 -->.*" in the output' "$bad" "$text"
# shellcheck disable=SC2016  # sed's own signs
tamper "$made/txt.json" '$s/$/ /'
differs 'a space at the end' '^line [0-9]*, column 2: "} " in the output, "}\\u000a" in' "$bad" "$text"
printf ' ' >>"$made/nameless"
differs 'a byte after the end' ', column 1: " " in the output, the end in the source$' "$made/nameless" "$text"
printf '\357\273\277' | cat - "$made/txt.json" >"$scratch/bad.json"
differs 'a byte order mark' '^line 1, column 1: "\\ufeff{" in the output' "$scratch/bad.json" "$text"

# Formats that are only written.
tamper "$made/txt.csv" '2s/审计/审汁/'
differs 'a character of CSV' '^line 2, column [0-9]*: ".*审汁.*" in the output, ".*审计.*" in' "$bad" "$text"
differs 'a table that is not given' '^line 1, column [0-9]*: ".*role,label' "$made/txt.people.csv" "$text"
differs 'a mark that is not wanted' '^line 1, column 1: "\\ufeff' -O bom=no "$made/txt.csv" "$text"

# OFD holds the minutes twice, and must not say two things.
run convert "$text" -t ofd -O package=flat -o "$made/flat.ofd"
tamper "$made/flat.ofd" 's/\(<ofd:TextCode.*\)审计/\1审汁/'
differs 'a character on a page of OFD' 'line [0-9]*, column [0-9]*: ".*审汁.*" in the output' \
    -O package=flat "$bad" "$text"
tamper "$made/flat.ofd" 's/\(&quot;title&quot;:.*\)审计/\1审汁/'
differs 'a character of what is attached' 'line [0-9]*, column [0-9]*: ".*审汁.*" in the output' \
    -O package=flat "$bad" "$text"

# Another source, another version.
sed 's/审计局/审汁局/' "$text" >"$scratch/suzhou-149.txt"
differs 'a source that was changed' '^source\.sha256: ' "$made/txt.json" "$scratch/suzhou-149.txt"
check '... is called another file' says 'its source was another file'
check '... and the words are named' prints '审计局.* in the output, .*审汁局.* in the source'
differs 'a wholly different source' '^\.\.\. and [0-9]* more differences$' "$made/txt.json" \
    "$JIYAO_FIXTURES/text/suzhou-100.txt"
check '... is no flood' lines_are 51
tamper "$made/txt.json" 's/"version": ".*"/"version": "0.0.9"/'
differs 'another version' '^generator\.version: "0\.0\.9" in the output, ' "$bad" "$text"
check '... is named' says 'another version of jiyao wrote it'

# What cannot be compared.
head -c 2000 "$made/txt.json" >"$scratch/bad.json"
refuses 'JSON that is cut' 65 damaged verify "$scratch/bad.json" "$text"
head -c 1000 "$made/txt.ofd" >"$scratch/bad.ofd"
refuses 'OFD that is cut' 65 damaged verify "$scratch/bad.ofd" "$text"
tamper "$made/txt.xml" 's/urn:jiyao:minutes:1/urn:jiyao:minutes:2/'
refuses 'XML of another schema' 65 wrong-schema verify "$bad" "$text"
refuses 'an output that nothing here writes' 65 unknown-format verify "$pdf" "$made/pdf.json"
check '... such as the source' says 'the source comes last'
refuses 'no such output' 66 no-input verify "$scratch/none.json" "$text"
refuses 'no such source' 66 no-input verify "$made/txt.json" "$scratch/none.txt"
: >"$scratch/empty.json"
refuses 'an empty output' 65 empty verify "$scratch/empty.json" "$text"
refuses 'a folder' 66 directory verify "$made" "$text"
printf 'no PDF' >"$scratch/bad.pdf"
refuses 'a source that is damaged' 65 damaged verify -f pdf "$made/pdf.json" "$scratch/bad.pdf"
(exec >/dev/full; "$JIYAO" verify "$made/txt.json" "$text" 2>"$scratch/err")
status=$?
check 'an answer that cannot be printed is status 74' test "$status" -eq 74

# The command line.
refuses 'no file' 64 usage verify
refuses 'no source' 64 usage verify "$made/txt.json"
refuses 'three files' 64 usage verify "$made/txt.json" "$text" "$text"
refuses 'both from standard input' 64 usage verify - -
refuses 'two formats' 64 usage verify -t json -t xml "$made/txt.json" "$text"
refuses 'a format that is not written' 64 usage verify -t pdf "$made/txt.json" "$text"
refuses 'a format that is not read' 64 usage verify -f csv "$made/txt.json" "$text"
refuses 'an option of convert' 64 usage verify -o "$scratch/o" "$made/txt.json" "$text"
refuses 'a long one' 64 usage verify --fail-on=warning "$made/txt.json" "$text"
check '... and where to look' says 'jiyao help verify'
refuses 'an option that no format here has' 64 option verify -O table=people "$made/txt.json" "$text"
run verify --messages=json "$bad" "$text"
check 'messages as JSON' says '^{"severity":"error",.*"code":"wrong-schema"'
finish
