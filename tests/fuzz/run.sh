#!/bin/sh
# make fuzz: builds fuzz/source for libFuzzer, in fuzz/build, and runs one target.
#	run.sh TARGET SECONDS
# The corpus stays in fuzz/corpus, and grows from run to run; what breaks it is left in fuzz/found.
set -eu
target=$1 seconds=$2
top=$PWD/fuzz
build=$top/build
mkdir -p "$build" "$top/corpus/$target" "$top/found" "$top/tmp"

cd "$build"
[ -e Makefile ] || ../source/configure -q --enable-fuzzing CC="${FUZZ_CC-clang}" \
    CFLAGS='-g -O1 -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION'
make -s -j "$(getconf _NPROCESSORS_ONLN)"
make -s tests/fuzz/fuzz

JIYAO_FUZZ=$target
JIYAO_PLUGIN_PATH=$build/plugins/.libs
JIYAO_FIXTURES=$top/source/fixtures
JIYAO=$top/../jiyao
TMPDIR=$top/tmp
export JIYAO JIYAO_FIXTURES JIYAO_FUZZ JIYAO_PLUGIN_PATH TMPDIR
rm -rf "$top/seeds/$target"
env -u JIYAO_PLUGIN_PATH sh "$top/source/tests/fuzz/seeds.sh" "$target" "$top/seeds/$target"

# The genre's marks, and the words of the formats, as a dictionary.
cat "$top"/source/tests/fuzz/words/* "$top/source/core/lexicon/phrases.txt" |
    sed '/^#/d; s/^[a-z_]*://' | tr -s ' \t' '\n' | LC_ALL=C sort -u | while IFS= read -r word; do
	[ -z "$word" ] || printf '"%s"\n' "$(printf %s "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
done >"$top/dictionary"

exec "$SHELL" "$build/libtool" --quiet --mode=execute "$build/tests/fuzz/fuzz" \
    "$top/corpus/$target" "$top/seeds/$target" -max_total_time="$seconds" -dict="$top/dictionary" \
    -timeout="${FUZZ_TIMEOUT-25}" -rss_limit_mb=4096 -max_len="${FUZZ_MAX_LEN-131072}" -print_final_stats=1 \
    -artifact_prefix="$top/found/$target-"
