#!/bin/sh
# jiyao batch: folders to folders, nothing lost, nothing done twice.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

in=$scratch/in
mkdir -p "$in/old/深" "$in/empty"
cp "$JIYAO_FIXTURES/text/qinghe.txt" "$in/old/一.txt"
cp "$JIYAO_FIXTURES/docx/qinghe.docx" "$in/old/深/二.docx"
cp "$JIYAO_FIXTURES/docx/truncated.docx" "$in/broken.docx"
printf 'no minutes at all' >"$in/letter.txt"
ln -s old/一.txt "$in/link.txt"
mkfifo "$in/pipe"

# The files below a folder with their hashes, the ledger aside.
tree () {
	(cd "$1" && find . -type f ! -name 'jiyao-ledger*' -exec sha256sum {} + | LC_ALL=C sort -k 2)
}
sums () { grep -q "^jiyao: $1\$" "$scratch/err"; }
ends () { [ "$status" -eq "$1" ]; }

# A folder, relative to where it is.
cd "$scratch" || exit 99
run batch -t json,csv --out=minutes -j 2 in
check 'a batch with failures' ends 1
check 'every input is in the sums' sums '6 in: 1 converted, 1 with warnings, 2 failed, 2 skipped'
check 'the tree of the inputs is kept' test -s minutes/in/old/深/二.docx.json
check '... in every format' test -s minutes/in/old/一.txt.csv
check 'a failure has no output' test ! -e minutes/in/broken.docx.json
check 'failures are named with their reasons' grep -q '^in/letter.txt: error: .* \[not-minutes\]$' "$scratch/err"
check 'nothing comes on standard output' test ! -s "$scratch/out"
check 'nothing temporary is left' test -z "$(find minutes -name '.*')"
run convert -t json in/old/一.txt
check 'an output is what convert prints' cmp "$scratch/out" minutes/in/old/一.txt.json
tree minutes >"$scratch/first"

# Again.
run batch -t json,csv --out=minutes in
check 'a second run ends as the first' ends 1
check '... and does nothing' sums \
    '6 in: 1 converted, 1 with warnings, 2 failed, 2 skipped; 6 of them as an earlier run left them'
run batch -t json,csv --out=minutes --retry=failed in
check 'what failed is done again when asked for' sums \
    '6 in: 1 converted, 1 with warnings, 2 failed, 2 skipped; 4 of them as an earlier run left them'
cp "$JIYAO_FIXTURES/text/qinghe.txt" in/letter.txt
rm minutes/in/old/一.txt.csv
run batch -t json,csv --out=minutes in
check 'what changed, and what lost an output, is done again' sums \
    '6 in: 2 converted, 1 with warnings, 1 failed, 2 skipped; 4 of them as an earlier run left them'
printf 'no minutes again' >in/letter.txt
run batch -t json,csv --out=minutes in
check 'a failure removes the output of an earlier run' test ! -e minutes/in/letter.txt.json
tree minutes >"$scratch/second"
check 'then the tree is the first again' cmp "$scratch/first" "$scratch/second"

# One after another, and in shards.
run batch -t json,csv --out=single -j 1 in
tree single >"$scratch/one"
check '-j 1 gives the same tree' cmp "$scratch/first" "$scratch/one"
for i in 1 2 3; do
	run batch -t json,csv --out=shards --shard=$i/3 in
done
tree shards >"$scratch/three"
check 'three shards give the same tree' cmp "$scratch/first" "$scratch/three"
run merge --out=shards
check 'their ledgers are joined' ends 0

# JSON lines.
run batch --jsonl in
check 'JSON lines with failures' ends 1
check 'a line for every input' test "$(wc -l <"$scratch/out")" -eq 6
check '... that failed, too' grep -q '"error":{"code":"not-minutes"' "$scratch/out"
run batch --jsonl --ordered -j 4 in
cp "$scratch/out" "$scratch/ordered"
run batch --jsonl --ordered -j 1 in
check 'in order they are the same bytes' cmp "$scratch/out" "$scratch/ordered"
"$JIYAO" batch --jsonl in 2>"$scratch/err" | head -n 1 >"$scratch/out"
check 'a closed pipe is survived' test "$(wc -l <"$scratch/out")" -eq 1
find in -type f -print0 | "$JIYAO" batch --jsonl --files0-from=- 2>"$scratch/err" >"$scratch/out"
check 'names from standard input' test "$(wc -l <"$scratch/out")" -eq 4

# Names that nobody should have.
odd=$scratch/odd
mkdir "$odd"
bad=$(printf 'a\nb\033[31mc\\%%41.txt')
cp "$JIYAO_FIXTURES/text/qinghe.txt" "$odd/$bad"
cp "$JIYAO_FIXTURES/text/qinghe.txt" "$odd/report"
run batch -t json --out=odd-out odd
check 'names that a terminal would obey' test -s 'odd-out/odd/a%0Ab%1B[31mc%5C%2541.txt.json'
(cd odd && "$JIYAO" batch -t json --out=../own report) 2>/dev/null
check 'names of our own reports' test -s own/%72eport.json

# Readers that were taken over: each costs its own file, and has its reason.
rogues=${JIYAO_ROGUE_PLUGINS:-tests/rogue}
mkdir rogues
for deed in crash loop fork network exec print exit flood garble throw; do
	printf 'rogue %s' "$deed" >"rogues/$deed"
done
cp "$JIYAO_FIXTURES/text/qinghe.txt" rogues/good.txt
JIYAO_PLUGIN_PATH=$JIYAO_PLUGIN_PATH:$rogues
export JIYAO_PLUGIN_PATH
run batch -t json --any --time=2 --memory=256 -j 3 --out=caught rogues
while read -r deed reason; do
	check "a reader that does this: $deed" \
	    grep -q "^rogues/$deed: error: .* \\[$reason\\]\$" "$scratch/err"
	check '... leaves no output' test ! -e "caught/rogues/$deed.json"
done <<'END'
crash crashed
loop timeout
fork forbidden
network forbidden
exec forbidden
exit protocol
flood protocol
garble protocol
throw memory
END
check 'a good file among them is converted' test -s caught/rogues/good.txt.json
check 'every one of them is in the sums' grep -q '^jiyao: 11 in: ' "$scratch/err"

# One file by several names, and two files by one.
run batch -t json --out=again in/old in/old/一.txt ./in//old/一.txt
check 'a file that is named again is one input' grep -q '^jiyao: 2 in: ' "$scratch/err"
mkdir -p "other/$scratch/in"
cp in/letter.txt "other/$scratch/in/letter.txt"
cd other || exit 99
refuses 'two files whose outputs would have one name' 64 usage \
    batch -t json --out="$scratch/clash" "$scratch/in/letter.txt" "${scratch#/}/in/letter.txt"
cd "$scratch" || exit 99
refuses 'a folder into itself' 64 usage batch -t json --out=. in
check '... before anything is written there' test ! -e jiyao-ledger.sqlite
refuses 'the folder that one is in, into itself' 64 usage batch -t json --out=. .
refuses 'one format twice' 64 usage batch -t json,json --out=twice in

# Links that somebody puts among the outputs lead nowhere.
mkdir victim links race race/in
printf 'theirs' >victim/file
cp in/letter.txt race/in/letter.txt
ln -s "$scratch/victim" links/race
run batch -t json --out=links race
check 'a link in place of a folder of outputs' says '\[output\]$'
rm links/race
run batch -t json --out=links race
ln -f victim/file links/race/in/.letter.txt.json.part
run batch -t json --retry=all --out=links race
check 'what looks like a temporary file is not written over' grep -qx theirs victim/file
mkdir ledgers
ln -s "$scratch/victim/ledger" ledgers/jiyao-ledger.sqlite
refuses 'a link in place of the ledger' 73 output batch -t json --out=ledgers race
head -c 3000000 /dev/zero | tr '\0' a | fold -w 79 | cat in/letter.txt - >race/in/long.txt
(
	while [ ! -e links/race/in/.long.txt.json.part ]; do :; done
	mv links/race/in links/elsewhere
	ln -s "$scratch/victim" links/race/in
) &
run batch -t json --any --out=links race/in/long.txt
wait
check 'a link that comes while a file is converted' test -L links/race/in
check '... gets no output' test "$(ls victim)" = file
check '... which stays in the folder that it was begun in' test -s links/elsewhere/long.txt.json

# What goes wrong.
refuses 'without formats' 64 usage batch --out=minutes in
refuses 'without a folder' 64 usage batch -t json in
refuses 'without inputs' 64 usage batch -t json --out=minutes
refuses 'an option that nobody has' 64 option batch -t json -O nonsense=1 --out=minutes in
refuses 'a value that is out of range' 64 option batch -t json -O indent=many --out=minutes in
printf 'no list' >"$scratch/words"
refuses 'words that are none' 64 lexicon batch -t json --lexicon="$scratch/words" --out=minutes in
refuses 'a shard that is none' 64 usage batch -t json --shard=4/3 --out=minutes in
run batch -t json --out=gone in/nothing
check 'an input that is not there fails' grep -q 'in/nothing: error: .* \[no-input\]$' "$scratch/err"
check '... as one of the batch' sums '1 in: 0 converted, 0 with warnings, 1 failed, 0 skipped'
run batch -t json -O ocr=never --out=mixed in
check 'an option of another reader does no harm' ends 1
run batch -t json --out=minutes --dry-run in
check 'a dry run prints what there is' grep -qx 'in/old/一.txt' "$scratch/out"
run batch -t json --out=unmade/minutes --dry-run in
check '... before there is a folder, too' grep -qx 'in/old/一.txt' "$scratch/out"
check '... and makes none' test ! -e unmade
finish
