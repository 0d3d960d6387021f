#!/bin/sh
# Every fuzz target over its seeds and over what fuzzing has found, and over changed copies of them.
# shellcheck source=tests/tap.sh
. "${0%/*}/../tap.sh"

program=${JIYAO_FUZZ_PROGRAM:-tests/fuzz/fuzz}
under=
[ -z "${JIYAO_UNDER-}" ] || under="./libtool --quiet --mode=execute $JIYAO_UNDER"
unset JIYAO_FUZZ
names=$("$program" 2>&1)
names=${names##*:}

has_seeds () {
	env -u JIYAO_UNDER sh "${0%/*}/seeds.sh" "$1" "$scratch/$1" && [ -n "$(ls "$scratch/$1")" ]
}

for target in $names; do
	check "there are seeds for $target" has_seeds "$target"
	# shellcheck disable=SC2086  # a command with its options
	check "$target holds" env JIYAO_FUZZ="$target" $under "$program" "$scratch/$target"
	rm -rf "${scratch:?}/$target"
done
check 'there are targets' [ "$number" -ge 20 ]
for wrong in nothing csv ''; do
	JIYAO_FUZZ=$wrong "$program" 2>"$scratch/err"
	status=$?
	check "there is no target '$wrong'" [ "$status" -eq 2 ]
	check 'its names are told' says ":$names\$"
done
finish
