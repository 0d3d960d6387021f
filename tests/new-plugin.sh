#!/bin/sh
# jiyao new-plugin: what it writes builds, keeps the contract, installs and is cleared away, as written
# and with nothing but what is installed.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"
# shellcheck source=tests/installed.sh
. "${0%/*}/installed.sh"
needs cc make
JIYAO=$(of_package bindir)/jiyao
JIYAO_PLUGIN_PATH=$(of_package plugindir)
export JIYAO_PLUGIN_PATH
mkdir "$scratch/work"
cd "$scratch/work" || exit 99

makes () { make -C "$@" >"$scratch/out" 2>"$scratch/err"; }
is_silent () { [ ! -s "$scratch/err" ]; }
lines () { cat "$@" | wc -l; }

# plugin NAME OPTION...: writes it and tries all that its Makefile does.
plugin () {
	format=$1
	shift
	check "$format: it is written ($*)" succeeds new-plugin "$@" "$format"
	check '... in silence' is_silent
	check '... and builds with gcc' makes "$format" CFLAGS='-O2 -Wall -Wextra -Werror' CC="${CC:-cc}"
	check '... without a word' is_silent
	if command -v clang >/dev/null; then
		makes "$format" clean
		check '... and with clang' makes "$format" CC=clang CFLAGS='-Wall -Wextra -Werror'
		check '... without a word' is_silent
	else
		skip '... and with clang' 'there is no clang'
	fi
	if [ -x "$(of_package bindir)/jiyao-conform" ]; then
		check '... and passes its own check' makes "$format" check
	else
		skip '... and passes its own check' 'there is no jiyao-conform'
	fi
	if command -v mandoc >/dev/null; then
		check '... its manual page is sound' mandoc -Tlint -W warning "$format/jiyao-$format.5"
	else
		skip '... its manual page is sound' 'there is no mandoc'
	fi
	check '... and installs' makes "$format" install plugindir="$scratch/to" mandir="$scratch/man"
	JIYAO_PLUGIN_PATH=$scratch/to:$(of_package plugindir)
	check '... where jiyao finds it' succeeds plugins "$format"
	JIYAO_PLUGIN_PATH=$(of_package plugindir)
	check '... and its manual page is there' test -f "$scratch/man/man5/jiyao-$format.5"
	check '... and goes again' makes "$format" uninstall plugindir="$scratch/to" mandir="$scratch/man"
	check '... without a trace' test -z "$(find "$scratch/to" "$scratch/man" -type f)"
	makes "$format" clean
	check '... as what was built does' test ! -e "$format/$format.so"
	check '... and nothing is left to replace' test -z "$(grep -rE '@[A-Za-z]+@?|@$' "$format" |
	    grep -v '\$@')"
}

plugin lines
check 'a reader has less than 100 lines of C' test "$(lines lines/lines.c)" -lt 100
plugin rows --writer
check 'a writer has less than 100 lines of C' test "$(lines rows/rows.c)" -lt 100
plugin both-ways --reader --writer
check 'in a folder of another name' succeeds new-plugin --dir=elsewhere/ other
check '... which others may look into' test "$(stat -c %a elsewhere)" = "$(mkdir m; stat -c %a m)"
check '... is the same but for the name' sh -c 'sed s/other/lines/g elsewhere/other.c | cmp - lines/lines.c'

# block N: the N-th block of the manual page's session.
block () {
	awk -v wanted="$1" '
		/^\.Sh/ { inside = /EXAMPLES/ }
		/^\.Ed/ { open = 0 }
		open && n == wanted { gsub(/\\e/, "\\"); print }
		inside && /^\.Bd/ { n++; open = 1 }' "$(of_package mandir)/man1/jiyao-new-plugin.1"
}
runs_block () { block "$1" >commands && PATH=$(of_package bindir):$PATH sh -e commands; }

mkdir session
cd session || exit 99
block 1 >../minutes.qh
block 3 >../define
block 4 >../keys
if [ -x "$(of_package bindir)/jiyao-conform" ]; then
	check 'the session of the manual page begins' runs_block 2
	cd qh || exit 99
	sed -i -e '/^#define SIGNATURE/ { r ../../define
	    d }' -e '/^	{"title: "/ { r ../../keys
	    d }' -e '/^	{"footer: "/d' qh.c
	cp ../../minutes.qh samples/minutes.qh
	check '... reads another format' runs_block 5
	check '... whose title is one' grep -qx '# 清河县人民政府常务会议纪要' expected/minutes.qh.md
	check '... whose items are found' grep -qx '## 一、.*' expected/minutes.qh.md
	check '... without its notes' test "$(grep -c 已归档 expected/minutes.qh.md)" -eq 0
	check '... and is used where it is' runs_block 6
	mkdir refused
	cp ../../minutes.qh refused/good.qh
	check 'what is in refused must not be read' sh -c '! make check'
	sed -i 1d refused/good.qh
	check '... and is not' make check
	rm commands
	cd ..
else
	skip 'the session of the manual page' 'there is no jiyao-conform'
fi
cd .. || exit 99

# Refusals leave nothing behind.
find . | LC_ALL=C sort >"$scratch/before"
refuses 'no name' 64 usage new-plugin
refuses 'two names' 64 usage new-plugin one two
refuses 'an option that it does not have' 64 usage new-plugin --both one
refuses 'an option without its value' 64 usage new-plugin one --dir
for word in '' Minutes 1st a_b 'a b' ../up a- a--b 纪要 "$(printf '%033d' 0 | tr 0 a)"; do
	refuses "the name '$word'" 64 bad-name new-plugin -- "$word"
done
for word in json lexicon jy txt; do
	refuses "$word, which is there already" 64 name-taken new-plugin "$word"
done
refuses 'a folder that is there' 73 exists new-plugin lines
mkdir empty
echo empty >>"$scratch/before"
refuses 'one that is empty' 73 exists new-plugin --dir=empty one
refuses 'one without the folder above it' 73 output new-plugin --dir=none/one one
# What fits on no disk.
limited () {
	sh -c 'ulimit -f 1; exec "$0" new-plugin one' "$JIYAO" >"$scratch/out" 2>"$scratch/err"
	[ $? -eq 73 ] && says 'output\]$'
}
check 'one that cannot be written to its end' limited
rmdir empty
sed -i '$d' "$scratch/before"
find . | LC_ALL=C sort >"$scratch/after"
check 'nothing is left of what was refused' cmp "$scratch/before" "$scratch/after"
finish
