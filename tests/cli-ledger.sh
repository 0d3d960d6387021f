#!/bin/sh
# The ledger: its manual's examples, and jiyao merge on the command line.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

manual=$JIYAO_FIXTURES/../cli/batch/jiyao-ledger.5
tables=$JIYAO_FIXTURES/../cli/batch/ledger.sql

mkdir "$scratch/in" || exit 99
cp "$JIYAO_FIXTURES/text/qinghe.txt" "$scratch/in/一.txt"
cp "$JIYAO_FIXTURES/text/qinghe.txt" "$scratch/in/same.txt"
printf 'no minutes at all' >"$scratch/in/letter.txt"
cd "$scratch" || exit 99
run batch -t json,csv --out=minutes in
[ "$status" -eq 1 ] || echo '# the batch has failed'

# Every table and every column is in the manual.
# shellcheck disable=SC2013  # each line is a word
for word in $(sed -n 's/^CREATE [A-Z]* \([a-z]*\).*/\1/p; s/^	\([a-z0-9]*\) [A-Z].*/\1/p' "$tables" |
    sort -u); do
	check "jiyao-ledger(5) has $word" grep -Eq "^\.(It Cm|Va) $word( |\$)" "$manual"
done

# explains LINE...: an example ends well and prints something, unless it is to be quiet.
explains () {
	(cd minutes && sh -c "$1") >example.out 2>example.err && [ ! -s example.err ] || return 1
	case $1 in *--quiet* | *encrypted* | *甲乙丙*) ;; *) [ -s example.out ] ;; esac
}
if command -v sqlite3 >/dev/null; then
	sed -n 's/^\$ //p' "$manual" | grep '^sqlite3' >examples
	check 'there are examples' test -s examples
	while read -r line; do
		check "example: $line" explains "$line"
	done <examples
	outcomes=$(sqlite3 minutes/jiyao-ledger.sqlite 'SELECT outcome, count(*) FROM last GROUP BY 1' | tr '\n' ' ')
	check 'the sums are those of the batch' test "$outcomes" = 'converted|2 failed|1 '
else
	skip 'the examples of the manual' 'there is no sqlite3'
fi

# merge
for i in 1 2 3; do
	run batch -t json --out=shards --shard=$i/3 in
done
run merge --out=shards
check 'shards are joined' prints '^3 shards, 3 in: 2 converted, 0 with warnings, 1 failed, 0 skipped$'
run merge shards/jiyao-ledger-3-of-3.sqlite shards/jiyao-ledger-1-of-3.sqlite \
    shards/jiyao-ledger-2-of-3.sqlite
check 'in any order, without a new file' test "$status" -eq 0
run merge -o joined.sqlite shards/jiyao-ledger-?-of-3.sqlite
check 'into any file' test -s joined.sqlite
refuses 'a shard that is missing' 65 shard-missing merge shards/jiyao-ledger-[12]-of-3.sqlite
refuses 'a file that is no ledger' 65 no-ledger merge in/letter.txt
refuses 'a file that is not there' 66 no-input merge nothing.sqlite
refuses 'a folder without shards' 66 no-input merge --out=in
refuses 'the ledger of a batch is not replaced' 73 exists merge -o minutes/jiyao-ledger.sqlite \
    shards/jiyao-ledger-1-of-3.sqlite
refuses 'nothing to join' 64 usage merge
refuses 'two targets' 64 usage merge --out=out -o joined.sqlite in
refuses 'no other options' 64 usage merge --nonsense
finish
