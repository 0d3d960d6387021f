#!/bin/sh
# Prints the word lists of this folder as sorted tables of C.  A word list holds words between
# white space; what follows a # is a comment.
LC_ALL=C
export LC_ALL
dir=${1:-$(dirname "$0")}
for list in surnames surnames-rare organizations titles not-in-names; do
	echo "static const char *const $(echo $list | tr - _)[] = {"
	sed 's/#.*//' "$dir/$list.txt" | tr -s ' \t' '\n\n' | sed '/^$/d' | sort -u |
		sed 's/.*/	"&",/'
	echo "};"
done
