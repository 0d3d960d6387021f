#!/bin/sh
# Usage: extract.sh WORDS > jiyao.pot
# Prints the template of all messages: those of the sources, and those that the program WORDS (words.c)
# finds in the plugins.
set -eu
words=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# How the functions take a sentence: NAME:ARGUMENT.  What stands there is a format.
functions='blame:4 check:5 check_place:5 complain:4 conclude:4 ending_say:2 jy_fail:4 jy_warn:4
jy_words:2 mention:3 said:3 tell:2'
# What only marks words, which may be a format.
marks='_ N_ JY_WORD'

set --
for function in $functions; do
	set -- "$@" "--keyword=$function" "--flag=$function:c-format"
done
for mark in $marks; do
	set -- "$@" "--keyword=$mark" "--flag=$mark:1:pass-c-format"
done
find core cli plugins -name '*.c' | LC_ALL=C sort |
    xgettext -f - -o "$scratch/sources.pot" --language=C --from-code=UTF-8 --keyword "$@" \
    --add-location=file --package-name=jiyao
"$words" | msguniq -o "$scratch/words.pot"
msgcat --use-first --add-location=file "$scratch/sources.pot" "$scratch/words.pot"
