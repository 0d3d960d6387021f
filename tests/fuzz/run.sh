#!/bin/sh
# make fuzz: builds fuzz/source for a fuzzer, in fuzz/build-COMPILER, and runs one target.
#	run.sh TARGET SECONDS
# $FUZZ_CC is clang, with libFuzzer, or afl-clang-fast, with AFL++.
# The corpus stays in fuzz/corpus, and grows from run to run; what breaks it is left in fuzz/found.
set -eu
target=$1 seconds=$2
compiler=${FUZZ_CC:-clang}
timeout=${FUZZ_TIMEOUT:-25} longest=${FUZZ_MAX_LEN:-131072} memory=4096
top=$PWD/fuzz
build=$top/build-${compiler##*/}
corpus=$top/corpus/$target seeds=$top/seeds/$target
mkdir -p "$build" "$corpus" "$top/found" "$top/tmp/$target"
flags='-g -O2 -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION'
case ${compiler##*/} in
afl-*) fuzzer=afl ;;
# What comparisons would teach stands in the dictionary, and they take a third of the time.
*) fuzzer=libfuzzer flags="$flags -fno-sanitize-coverage=trace-cmp" ;;
esac
export AFL_QUIET=1

cd "$build"
[ -e Makefile ] || ../source/configure -q --enable-fuzzing CC="$compiler" CFLAGS="$flags"
make -s -j "$(getconf _NPROCESSORS_ONLN)"
make -s tests/fuzz/fuzz

JIYAO_FUZZ=$target
JIYAO_PLUGIN_PATH=$build/plugins/.libs
JIYAO_FIXTURES=$top/source/fixtures
JIYAO=$top/../jiyao
TMPDIR=$top/tmp/$target
# What is freed is not used again for a while; 16 MB of it, for 256 cost page faults, a seventh of the time.
ASAN_OPTIONS=quarantine_size_mb=16
export ASAN_OPTIONS JIYAO JIYAO_FIXTURES JIYAO_FUZZ JIYAO_PLUGIN_PATH TMPDIR
rm -rf "$seeds"
env -u JIYAO_PLUGIN_PATH sh "$top/source/tests/fuzz/seeds.sh" "$target" "$seeds"

# The genre's marks, and the words of the formats, as a dictionary.
dictionary=$TMPDIR/dictionary
cat "$top"/source/tests/fuzz/words/* "$top/source/core/lexicon/phrases.txt" |
    sed '/^#/d; s/^[a-z_]*://' | tr -s ' \t' '\n' | LC_ALL=C sort -u | od -An -v -tx1 | tr -s ' ' '\n' |
    awk '$1 == "0a" && word { print "\"" word "\""; word = "" } NF && $1 != "0a" { word = word "\\x" $1 }' \
	>"$dictionary"

# execute COMMAND...: with the libraries of the build.
execute () {
	"$SHELL" "$build/libtool" --quiet --mode=execute "$@"
}

run_libfuzzer () {
	execute "$build/tests/fuzz/fuzz" "$corpus" "$seeds" -max_total_time="$seconds" -dict="$dictionary" \
	    -timeout="$timeout" -rss_limit_mb="$memory" -max_len="$longest" -print_final_stats=1 \
	    -artifact_prefix="$top/found/$target-"
}

# keep PREFIX FILE...: under the names that libFuzzer gives.
keep () {
	prefix=$1
	shift
	for file; do
		case $file in
		*,orig:* | *'*') continue ;;
		esac
		cp "$file" "$prefix$(sha1sum <"$file" | cut -d ' ' -f 1)"
	done
}

# It has one folder to begin with, and finds its crashes in a folder of its own.
run_afl () {
	afl=$top/afl/$target
	rm -rf "$afl"
	mkdir -p "$afl"
	find "$corpus" -type f -size -"$longest"c -exec cp -t "$seeds" {} +
	AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_TRY_AFFINITY=1 AFL_NO_UI=1 AFL_NO_COLOR=1 \
	    AFL_FAST_CAL=1 \
	    ASAN_OPTIONS="$ASAN_OPTIONS:abort_on_error=1:symbolize=0:detect_leaks=0:hard_rss_limit_mb=$memory" \
	    execute afl-fuzz -i "$seeds" -o "$afl" -m none -t "$((timeout * 1000))+" -V "$seconds" \
	    -x "$dictionary" -G "$longest" -- "$build/tests/fuzz/fuzz" >"$afl/log" || { tail "$afl/log"; exit 1; }
	grep -E '^(execs|edges|corpus|saved)_|^stability' "$afl/default/fuzzer_stats"
	keep "$corpus/" "$afl"/default/queue/id:*
	# It leaves out what crashes at once.
	sed -n "s/.*,orig:\(.*\)' results in a crash.*/\1/p" "$afl/log" | while IFS= read -r seed; do
		cp "$seeds/$seed" "$afl/default/crashes/id:$seed"
	done
	keep "$top/found/$target-crash-" "$afl"/default/crashes/id:*
	keep "$top/found/$target-timeout-" "$afl"/default/hangs/id:*
	! find "$afl"/default/crashes "$afl"/default/hangs -name 'id:*' | grep -q .
}

"run_$fuzzer"
