#!/bin/sh
# Files that are continued.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

minutes=$JIYAO_FIXTURES/text
list=$scratch/list.csv

# add MINUTES [WORD...]: one more document in the catalogue.
add () {
	input=$1
	shift
	run convert -t csv -O table=catalogue -o "$list" -a "$@" "$input"
	[ "$status" -eq 0 ]
}

check 'a file that is not there begins' add "$minutes/suzhou-149.txt"
cp "$list" "$scratch/one"
check '... as without -a' sh -c '"$1" convert -t csv -O table=catalogue -o "$2" "$3" && cmp "$2" "$4"' \
    - "$JIYAO" "$scratch/alone" "$minutes/suzhou-149.txt" "$list"
check 'it is continued' add "$minutes/suzhou-100.txt"
check '... with what it held' cmp -n "$(wc -c <"$scratch/one")" "$scratch/one" "$list"
check '... and one row more' test "$(wc -l <"$list")" -eq 3
check '... which is the second' grep -q '^2,' "$list"
check 'the mark is there once' test "$(grep -c "$(printf '\357\273\277')" "$list")" -eq 1
cp "$list" "$scratch/two"
refuses 'the same document' 65 already-there convert -t csv -O table=catalogue -o "$list" -a \
    "$minutes/suzhou-149.txt"
refuses 'another table' 65 other-columns convert -t csv -o "$list" -a "$minutes/suzhou-120.txt"
check '... changes nothing' cmp "$list" "$scratch/two"
run verify -O table=catalogue "$list" "$minutes/suzhou-100.txt"
check 'several documents agree with no source' test "$status" -eq 65
check '... and it is said why' says 'appended'

: >"$scratch/empty.csv"
check 'an empty file begins' succeeds convert -t csv -o "$scratch/empty.csv" --append "$minutes/qinghe.txt"
check '... with a header' grep -q document_number "$scratch/empty.csv"
check 'two tables of one reading' succeeds convert -t csv -O table=followup -a -o "$scratch/a.csv" \
    -t csv -O table=people -a -o "$scratch/b.csv" "$minutes/qinghe.txt"

refuses 'a format that cannot' 64 no-append convert -t json -o "$scratch/x.json" -a "$minutes/qinghe.txt"
refuses 'standard output' 64 usage convert -t csv -a "$minutes/qinghe.txt"
refuses 'a device' 64 usage convert -t csv -o /dev/null -a "$minutes/qinghe.txt"
refuses 'before every -t' 64 usage convert -a -t csv -o "$list" "$minutes/qinghe.txt"

# All at once: nobody's row is lost.
for n in 1 2 3 4 5 6 7 8 9; do
	sed "s/35号/${n}35号/" "$minutes/suzhou-149.txt" >"$scratch/$n.txt"
done
for n in 1 2 3 4 5 6 7 8 9; do
	"$JIYAO" convert -t csv -O table=catalogue -a -o "$scratch/many.csv" "$scratch/$n.txt" 2>/dev/null &
done
wait
check 'nine at once are nine rows' test "$(wc -l <"$scratch/many.csv")" -eq 10
check '... and numbers' grep -q '^9,' "$scratch/many.csv"
finish
