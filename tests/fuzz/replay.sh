#!/bin/sh
# Every fuzz target over its seeds and over what fuzzing has found, and over changed copies of them.
# shellcheck source=tests/tap.sh
. "${0%/*}/../tap.sh"

targets=${JIYAO_FUZZ_TARGETS:-tests/fuzz}
under=
[ -z "${JIYAO_UNDER-}" ] || under="./libtool --quiet --mode=execute $JIYAO_UNDER"
for program in "$targets"/target-*; do
	[ -x "$program" ] || continue
	target=${program##*/target-}
	case $target in *.*) continue ;; esac
	check "there are seeds for $target" sh "${0%/*}/seeds.sh" "$target" "$scratch/$target"
	# shellcheck disable=SC2086  # a command with its options
	check "$target holds" $under "$program" "$scratch/$target"
	rm -rf "${scratch:?}/$target"
done
check 'there are targets' [ "$number" -ge 20 ]
finish
