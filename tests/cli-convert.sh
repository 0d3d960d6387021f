#!/bin/sh
# jiyao convert: pipes, several outputs, options, and files that appear whole or not at all.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

meeting=$JIYAO_FIXTURES/text/qinghe.txt
here=$scratch/here
mkdir "$here"
wanted=$scratch/wanted.json

is_empty_folder () { [ -z "$(ls -A "$1")" ]; }
mode_of () { stat -c %a "$1"; }
has_no_mark () { [ -s "$1" ] && ! starts_with_mark "$1"; }
starts_with_mark () { [ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' \n')" = efbbbf ]; }

# Standard input and output, pipes and files: the same bytes but for the input's name.
succeeds convert -t json "$meeting"
cp "$scratch/out" "$wanted"
check 'to standard output' grep -q '"schema"' "$wanted"
run convert -t json -o "$here/a.json" "$meeting"
check 'to a file' cmp "$wanted" "$here/a.json"
check 'and nothing on standard output' test ! -s "$scratch/out"
check 'its mode is as umask says' test "$(umask 027; run convert -t json -o "$here/m" "$meeting"
    mode_of "$here/m")" = 640
check 'which it keeps when it is replaced' test "$(umask 022; run convert -t json -o "$here/m" "$meeting"
    mode_of "$here/m")" = 640
cp "$meeting" "$here/-"
nameless () { sed 's/"name": *"\(qinghe.txt\|-\)"/"name": ""/' "$1"; }
same_but_name () { [ "$(nameless "$wanted")" = "$(nameless "$1")" ]; }
"$JIYAO" convert -t json <"$meeting" >"$scratch/stdin.json" 2>"$scratch/err"
check 'from standard input' same_but_name "$scratch/stdin.json"
# shellcheck disable=SC2002  # a pipe it shall be
cat "$meeting" | "$JIYAO" convert -f text -t json - 2>"$scratch/err" | cat >"$scratch/pipe.json"
check 'from a pipe into a pipe' same_but_name "$scratch/pipe.json"
mkfifo "$scratch/fifo"
cat "$meeting" >"$scratch/fifo" &
run convert -t json "$scratch/fifo"
kill $! 2>/dev/null	# should nobody have read it
wait
check 'from a FIFO' test "$status" -eq 0
rm -f "$here"/*

# Several outputs for one read.
run convert -t json -o "$here/a.json" -t xml -o "$here/a.xml" -t csv "$meeting"
check 'several outputs: the first' cmp "$wanted" "$here/a.json"
check 'several outputs: the second' grep -q 'urn:jiyao:minutes:1' "$here/a.xml"
check 'several outputs: the one on standard output' test "$status" -eq 0 -a -s "$scratch/out"
refuses 'two outputs on standard output' 64 usage convert -t json -t xml "$meeting"
refuses 'a list of formats, as a batch takes it' 64 usage convert -t json,xml "$meeting"
refuses 'two outputs in one file' 64 usage \
    convert -t json -o "$here/b" -t xml -o "$here/../here/b" "$meeting"
refuses 'an -o without a -t' 64 usage convert -o "$here/b" "$meeting"
check 'a refusal leaves no file' test ! -e "$here/b"

# Whose option?
run convert -O table=people -t json -o "$here/a.json" -t csv "$meeting"
check 'an option before every -t: to the output that has it' test "$status" -eq 0
refuses 'an option that nobody here has names who has it' 64 option \
    convert -t json -O table=people "$meeting"
check '... by name' says 'option of: .*csv'
refuses 'an option that nobody has' 64 option convert -t json -O nonsense=1 "$meeting"
refuses 'a value that is not accepted' 64 option convert -t csv -O table=nonsense "$meeting"
refuses 'an option without a value' 64 usage convert -t csv -O table "$meeting"
refuses 'a file that an option takes' 66 no-input convert -t ofd -O font="$here/none" "$meeting"
run plugins ofd
check '... is its path' prints 'takes the path of a file: TrueType'
run convert -t csv -o "$here/a.csv" "$meeting"
check 'CSV in a file has a byte order mark' starts_with_mark "$here/a.csv"
run convert -t csv -O bom=no -o "$here/a.csv" "$meeting"
check 'unless it is not wanted' has_no_mark "$here/a.csv"
run convert -t csv "$meeting"
check 'CSV in a pipe has none' has_no_mark "$scratch/out"
rm -f "$here"/*

# Whole or not at all.
printf 'old' >"$here/old"
printf 'not minutes \300\300\300' >"$scratch/bad.pdf"
run convert -f pdf -t json -o "$here/old" -t xml -o "$here/new" "$scratch/bad.pdf"
check 'a failure keeps the old file' grep -qx old "$here/old"
check 'and makes no new one' test "$status" -eq 65 -a ! -e "$here/new"
check 'and leaves nothing else' test "$(ls -A "$here")" = old
refuses 'the output is the input' 64 usage convert -t json -o "$here/../here/old" "$here/old"
check 'which stays as it was' grep -qx old "$here/old"
ln -s old "$here/link"
run convert -t json -o "$here/link" "$meeting"
check 'a link stays one' test -h "$here/link"
check 'and its file is the new one' cmp "$wanted" "$here/old"
refuses 'a folder as output' 73 directory convert -t json -o "$here" "$meeting"
refuses 'an output in no folder' 73 output convert -t json -o "$here/none/a" "$meeting"
run convert -t json -o "$here/a" -t xml -o "$here/none/b" "$meeting"
check 'one bad output withholds the others' test "$status" -eq 73 -a ! -e "$here/a"
rm -f "$here"/*
"$JIYAO" convert -t json -o "$here/a" -t xml "$meeting" 2>"$scratch/err" >/dev/full
status=$?
check 'a full disk is status 74' test "$status" -eq 74
check 'and withholds the other outputs' is_empty_folder "$here"
succeeds convert -t json -o /dev/null "$meeting"
check 'a device is written, not replaced' test -c /dev/null

# A descriptor that the caller has opened is written where it stands, never replaced.
(echo before; "$JIYAO" convert -t json -o /dev/stdout "$meeting"; echo after) >"$here/all" \
	2>"$scratch/err"
(echo before; cat "$wanted"; echo after) >"$here/wanted"
check '/dev/stdout is standard output' cmp "$here/wanted" "$here/all"
"$JIYAO" convert -t json -o /dev/fd/3 "$meeting" 3>"$here/three" 2>"$scratch/err"
check 'a descriptor is written' cmp "$wanted" "$here/three"
refuses 'standard output by two names' 64 usage convert -t json -o /dev/stdout -t xml "$meeting"
refuses 'a descriptor that is not open' 73 output convert -t json -o /dev/fd/9 "$meeting"
ln -s target "$here/dangling"
run convert -t json -o "$here/dangling" "$meeting"
check 'a link to nothing is followed' cmp "$wanted" "$here/target"
check 'and stays a link' test -h "$here/dangling"
rm -f "$here"/*
(ulimit -f 1; exec "$JIYAO" convert -t json -o "$here/a" "$meeting") 2>"$scratch/err"
status=$?
check 'a limit on the size of files is status 74' test "$status" -eq 74
check 'and leaves nothing' is_empty_folder "$here"

# A killed run leaves nothing: it waits for a reader of the FIFO with its file staged.
"$JIYAO" convert -t json -o "$here/a" -t xml -o "$scratch/fifo" "$meeting" 2>"$scratch/err" &
pid=$!
patience=100
while is_empty_folder "$here" && [ $((patience -= 1)) -gt 0 ]; do sleep 0.1; done
check 'the file is staged' test -n "$(ls -A "$here")"
kill "$pid"
wait "$pid" 2>/dev/null
status=$?
check 'a killed run leaves nothing' is_empty_folder "$here"
check 'and is to be tried again' test "$status" -eq 75

# A reader who goes away.
closed_pipe () {
	# The one end of a FIFO is open, the other has been closed before the program starts.
	# shellcheck disable=SC2094
	exec 3<>"$scratch/fifo" 4>"$scratch/fifo" 3>&-
	"$JIYAO" convert -t json "$meeting" >&4 2>"$scratch/err"
	status=$?
	exec 4>&-
	[ "$status" -eq 74 ] && [ ! -s "$scratch/err" ]
}
check 'a closed pipe ends it quietly' closed_pipe

# Binary output and terminals.
if script --version 2>/dev/null | grep -q util-linux; then
	: >"$scratch/err"
	script -qec "'$JIYAO' convert -t ofd '$meeting'" /dev/null </dev/null >"$scratch/tty" 2>&1
	status=$?
	check 'binary output is not for a terminal' test "$status" -eq 64
	check 'and says what to do' grep -q 'name a file with -o' "$scratch/tty"
	script -qec "'$JIYAO' convert -t json '$meeting'" /dev/null </dev/null >"$scratch/tty" 2>&1
	check 'text is' grep -q '"schema"' "$scratch/tty"
else
	skip 'binary output is not for a terminal' 'no script(1) to make one'
fi
# What is no minutes, and words of one's own.
letter=$JIYAO_FIXTURES/text/letter.txt
refuses 'a letter' 65 not-minutes convert "$letter" -t json
check 'a letter, with --any' succeeds convert "$letter" -t json --any
check '... is paragraphs' prints '"text": "各位同事："'
check '... and says what it is' says '\[not-minutes\]'
printf '出席：赵甲\n列席：市数谷周己庚、缈乙\n' >"$scratch/people.txt"
printf '# 云州\norganizations: 数谷\n' >"$scratch/words.txt"
check 'more words' succeeds convert --lexicon="$scratch/words.txt" -t json "$scratch/people.txt"
check '... tell an organisation' prints '"organization": "市数谷"'
refuses 'words that are not there' 66 no-input convert --lexicon="$scratch/none" -t json "$letter"
echo 'bureaus: 数谷' >"$scratch/words.txt"
refuses 'words of no list' 64 lexicon convert --lexicon="$scratch/words.txt" -t json "$letter"

# One thread, whatever is read and written, alone and in a batch; with OCR, where that is built in.
traced () {
	rm -f "$scratch/calls"
	strace -f -qq -e trace=clone,clone3,fork,vfork -o "$scratch/calls" "$JIYAO" "$@" \
	    >"$scratch/out" 2>"$scratch/err"
	status=$?
}
one_thread () {
	[ "$status" -eq 0 ] && [ -f "$scratch/calls" ] && ! grep CLONE_THREAD "$scratch/calls"
}

mkdir "$here/in"
for format in text docx html ofd pdf; do
	cp "$JIYAO_FIXTURES/$format"/suzhou-149.[!.]*[!n] "$here/in"
done
cp "$JIYAO_FIXTURES/pdf/half-scanned.pdf" "$wanted" "$here/in"
"$JIYAO" convert -t xml -o "$here/in/wanted.xml" "$meeting"
outputs=$("$JIYAO" plugins | sed -n 's/^\([a-z]*\) .* writes .*/\1/p' | paste -s -d ,)
# Under ASan, what looks for leaks at the end is a thread, and will not be traced.
if grep -qa __asan_init "${JIYAO_LIBRARY-$0}" || ! strace -o /dev/null true 2>/dev/null; then
	skip 'no thread is begun' 'strace is not there, or cannot trace'
else
	for input in "$here/in"/*; do
		words=
		for output in $(echo "$outputs" | tr , ' '); do
			words="$words -t $output -o $here/traced.$output"
		done
		# shellcheck disable=SC2086  # options are words
		traced convert $words "$input"
		check "${input##*/}: no thread is begun" one_thread
	done
	traced batch -t "$outputs" --out="$here/traced" "$here/in"
	check 'a batch begins children' grep -q '(' "$scratch/calls"
	check '... and no thread' one_thread
fi

finish
