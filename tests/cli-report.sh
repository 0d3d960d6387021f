#!/bin/sh
# jiyao report, of a batch that was really run.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

cd "$scratch" || exit 99
mkdir -p in/old
cp "$JIYAO_FIXTURES/text/qinghe.txt" in/old/一.txt
cp "$JIYAO_FIXTURES/text/qinghe.txt" "in/$(printf 'a\nb\\.txt')"
cp "$JIYAO_FIXTURES/docx/truncated.docx" in/broken.docx
run batch -t json,csv --out=minutes in
[ "$status" -eq 1 ] || echo '# the batch has failed'

check 'a report' succeeds report --series --sample=20% minutes
check '... says nothing' test ! -s err
for file in report.html report.zh.html exceptions.csv catalogue.csv series.csv sample.csv sample.html \
    sample.zh.html manifest-sha256.txt sources-sha256.txt; do
	check "there is $file" test -s "minutes/$file"
done
check 'nothing temporary is left' test -z "$(find minutes -name '.*' -o -name '*-lock')"
if command -v sha256sum >/dev/null; then
	check 'the outputs are as they were' \
	    sh -c 'cd minutes && [ "$(wc -l <manifest-sha256.txt)" -eq 4 ] && sha256sum -c manifest-sha256.txt'
	check 'the sources are as they were' sha256sum -c minutes/sources-sha256.txt
	echo >>minutes/in/old/一.txt.json
	check 'a change is found' sh -c '! (cd minutes && sha256sum -c manifest-sha256.txt)'
fi
check 'every link leads to a file' sh -c 'cd minutes && sed "s/href=\"/\n&/g" report.html |
    sed -n "s|^href=\"\./\([^\"%]*\)\".*|\1|p" >../links && test -s ../links &&
    while read -r link; do test -e "$link" || exit 1; done <../links'

# What was an output of an input is not replaced by a report.
mkdir -p own
for name in report.zh catalogue sources-sha256; do
	cp "$JIYAO_FIXTURES/text/qinghe.txt" "own/$name"
done
(cd own && "$JIYAO" batch -t csv --out=../owned report.zh catalogue sources-sha256) 2>/dev/null
check 'names of our own reports' test -s owned/%63atalogue.csv

refuses 'a folder without a ledger' 66 no-input report in
refuses 'a folder that is not there' 66 no-input report nowhere
refuses 'no folder' 64 usage report
run batch -t json --out=shards --shard=1/2 in
refuses 'ledgers of shards' 66 not-merged report shards
mkdir minutes/.report.html.part
refuses 'a file that cannot be written' 73 output report minutes
rmdir minutes/.report.html.part
check 'then it can' succeeds report minutes
finish
