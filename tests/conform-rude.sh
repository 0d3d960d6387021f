#!/bin/sh
# jiyao-conform finds what is wrong with each plugin of tests/rude: that, and nothing else.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

JIYAO=${JIYAO%/*}/jiyao-conform
rude=${JIYAO_RUDE_PLUGINS:-tests/rude}
bad=${JIYAO_BAD_PLUGINS:-tests/bad}
sample=${0%/*}/rude/sample.rude

# The rules that were broken, each a word.
broken () {
	sed -n 's/^not ok [0-9]* - \([a-z-]*\):.*/\1/p' "$scratch/out" | tr '\n' ' '
}

breaks () {
	echo "broken: $(broken), status $status" && cat "$scratch/out" "$scratch/err"
	[ "$(broken)" = "$1 " ] && [ "$status" -eq 1 ]
}

# finds RULE PLUGIN [WORD]...: that rule and no other is broken.
finds () {
	rule=$1 plugin=$2
	shift 2
	run --seed=7 "$@" "$rude/$plugin.so" ${input:+"$input"}
	check "$plugin breaks the rule '$rule'" breaks "$rule"
}

run --seed=7 "$rude/polite.so" "$sample"
check 'polite breaks no rule' test "$status" -eq 0
check '... and every line says so' prints '^ok 21 - leaves: '
run "$rude/showy.so" "$sample"
check 'showy is warned' prints '^ok .* exports: .*(warning)$'
check '... of its symbol' prints '^# exports: rude_global$'

# Under a sanitizer, time and memory tell nothing.
run --only=read-growth "$rude/polite.so" "$sample"
slow=
prints '# SKIP a sanitizer' && slow=' quadratic hungry walker '

# A build of sources that were tried whole asks of the first plugin of each rule.
[ "${JIYAO_TESTS-}" != quick ] || echo '# JIYAO_TESTS=quick: a plugin for each rule'
while read -r rule plugins; do
	[ "${JIYAO_TESTS-}" != quick ] || plugins=${plugins%% *}
	for plugin in $plugins; do
		case $slow in
		*" $plugin "*)
			skip "$plugin breaks the rule '$rule'" 'a sanitizer takes its own time'
			continue ;;
		esac
		input=$sample
		case $plugin in
		brittle|latin|speechless|walker|narrow|hasty) input='' finds "$rule" "$plugin" ;;
		hanger|sleeper) finds "$rule" "$plugin" --time=1 ;;
		*) finds "$rule" "$plugin" ;;
		esac
	done
done <<'END'
takes picky
same clock calendar zone counter german
probe peeping surest moody
reads unwilling
cut trusting writer
damaged crasher leaver hanger sleeper
describes boaster
options twins helpless
read-options chooser
read-growth quadratic hungry
writes brittle latin speechless
write-options narrow
write-growth walker
round-trip loser
appends hasty
frees forgetful
speaks silent fickle coder stopper
quiet loud
leaves wanderer opener speaker deaf namer litterer masker rounder weaver parent
END

# What does not load, with the reason.
for module in blind default future idle misnamed nosymbol short; do
	run "$bad/$module.so"
	check "$module does not load" breaks loads
done
run "$bad/future.so"
check '... and the reason is the one of the host' prints 'plugin interface 2, this jiyao has 1'

# Words of the command line.
mkdir "$scratch/kept"
run --seed=7 --only=damaged --keep="$scratch/kept" "$rude/crasher.so" "$sample"
check 'one rule alone' prints '^not ok 1 - damaged: '
check 'says the signal' prints 'it died of SIGABRT'
check 'says which damage' prints 'sample.rude with damage [0-9]* of --seed=7: '
check 'says where the section is' prints 'see "Read" in jiyao-plugin(7)'
check 'keeps the bytes' test -s "$scratch/kept/crasher-damaged-1"
cp "$scratch/out" "$scratch/first"
run --seed=7 --only=damaged --keep="$scratch/kept" "$rude/crasher.so" "$sample"
check 'a seed does the same damage' cmp "$scratch/first" "$scratch/out"
if [ -z "$slow" ]; then
	run --only=read-growth --grow="sh '${0%/*}/rude/grow.sh'" "$rude/polite.so" "$sample"
	check 'a command grows a sample' test "$status" -eq 0
	check '... and its time is measured' prints '^ok 1 - read-growth: [^#]*$'
	run --only=read-growth --grow=false "$rude/polite.so" "$sample"
	check 'a command that fails is named' prints "'false 16' fails"
fi

# A signal ends it at once, and nothing stays: neither its folder nor the child that sleeps.
mkdir "$scratch/temporary"
TMPDIR=$scratch/temporary "$JIYAO" --only=damaged "$rude/sleeper.so" "$sample" >"$scratch/out" 2>"$scratch/err" &
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -z "$(ls "$scratch/temporary")" ] || break
	sleep 1
done
kill "$!"
wait "$!"
check 'a signal ends it' test $? -eq 143
check '... and leaves nothing behind' rmdir "$scratch/temporary"

check 'the rules' succeeds --list
check 'are 21' test "$(wc -l <"$scratch/out")" -eq 21
check 'help' succeeds --help
if LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$JIYAO" --help | grep -q 用法; then
	run_chinese () { LANGUAGE=zh_CN "$JIYAO" "$@" >"$scratch/out" 2>"$scratch/err"; }
	run_chinese --only=nonsense "$rude/polite.so"
	check 'complaints are Chinese' says '^jiyao-conform：错误：--list 中没有规则 nonsense：'
	run_chinese --only=loads "$rude/polite.so"
	check '... and the report is not' prints '^ok 1 - loads: it loads$'
else
	skip 'Chinese is spoken' 'this build has no catalogue, or the system no such locale'
fi
check 'the version' succeeds --version
refuses 'no plugin' 64 usage
for wrong in --time=0 --time=1000001 --memory=1048577 --memory=x --seed=-1 --seed=1x --seed= \
    --seed=9223372036854775808; do
	refuses "no number: $wrong" 64 usage "$wrong" "$rude/polite.so"
done
refuses 'no such option' 64 usage --nonsense
refuses 'no such rule' 64 usage --only=nonsense "$rude/polite.so"
refuses 'no such module' 66 no-input "$scratch/none.so"
refuses 'no such sample' 66 no-input "$rude/polite.so" "$scratch/none"
refuses 'no folder to keep in' 66 no-input --keep="$sample" "$rude/polite.so"
refuses 'no module' 64 usage ./polite
finish
