#!/bin/sh
# The plugin of examples/, built as anybody would who has jiyao installed.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"
# shellcheck source=tests/installed.sh
. "${0%/*}/installed.sh"
needs cc make
JIYAO=$(of_package bindir)/jiyao
example=$JIYAO_FIXTURES/../examples/rtf
cp -R "$example" "$scratch/rtf" && chmod -R u+w "$scratch/rtf" || exit 99
cd "$scratch/rtf" || exit 99

makes () { make "$@" >"$scratch/out" 2>"$scratch/err"; }

check 'it builds' makes CFLAGS='-O2 -Wall -Wextra -Wshadow -Wmissing-prototypes -Werror'
check '... without a word' test ! -s "$scratch/err"
check '... and passes its check' makes check
check '... and installs' makes install DESTDIR="$scratch/to"
check '... what jiyao finds' test -f "$scratch/to$(of_package plugindir)/rtf.so"
JIYAO_PLUGIN_PATH=$scratch/to$(of_package plugindir):$(of_package plugindir)
export JIYAO_PLUGIN_PATH

# The same minutes as in another format.
check 'it reads minutes' succeeds convert samples/suzhou-149.rtf -t markdown -O checks=no
cp "$scratch/out" "$scratch/rtf.md"
run convert "$JIYAO_FIXTURES/docx/suzhou-149.docx" -t markdown -O checks=no
check '... as the Word document that was saved as RTF has them' cmp "$scratch/rtf.md" "$scratch/out"
run convert samples/minutes.rtf -t json
check 'a footnote is no text of the minutes' test "$(grep -c 草案第三稿 "$scratch/out")" -eq 1
check '... nor is a header' prints 内部资料
check '... and hidden text is none' test "$(grep -c 待核 "$scratch/out")" -eq 0
check '... as is said' says '\[hidden\]$'

# What is broken.
printf '{\\rtf1 %s' "$(printf '%0999d' 0 | tr 0 '{')" >"$scratch/deep.rtf"
run convert --any -t json "$scratch/deep.rtf"
check 'a thousand groups are no failure of its own' test "$(grep -c nesting "$scratch/err")" -eq 0
printf '{\\rtf1 %s' "$(printf '%01000d' 0 | tr 0 '{')" >"$scratch/deep.rtf"
refuses 'one more is' 65 nesting convert -t json "$scratch/deep.rtf"
refuses 'another file' 65 not-rtf convert -f rtf -t json "$JIYAO_FIXTURES/text/qinghe.txt"
head -c 2000 samples/minutes.rtf >"$scratch/cut.rtf"
run convert --any -t json "$scratch/cut.rtf"
check 'a file that is cut off is said to be' says '\[truncated\]$'
printf "{\\\\rtf1\\\\ansicpg936 \\\\u-10176?x \\\\u-9147? \\\\'b0}" >"$scratch/halves.rtf"
run convert --any -t json "$scratch/halves.rtf"
check 'halves of characters are told' says '3 characters are not valid'

if command -v mandoc >/dev/null; then
	check 'its manual page is sound' mandoc -Tlint -W warning jiyao-rtf.5
else
	skip 'its manual page is sound' 'there is no mandoc'
fi
check 'it goes again' makes uninstall DESTDIR="$scratch/to"
check '... without a trace' test -z "$(find "$scratch/to" -type f)"
finish
