#!/bin/sh
# Manual pages: each is sound, and tells of all that there is.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

top=$JIYAO_FIXTURES/..

# A list of words that users may add to has its entry.
for list in surnames surnames_rare organizations titles not_in_names \
    $(sed -n 's/^\([a-z_]*\):.*/\1/p' "$top/core/lexicon/phrases.txt"); do
	check "jiyao-lexicon(5) has $list" grep -Eq "^\.It Cm (.* )?$list( |\$)" "$top/core/jiyao-lexicon.5"
done

pages=$(find "$top"/*/jiyao*.[1-9] "$top"/*/*/jiyao*.[1-9])

# page_of NAME SECTION: the path of that manual page.
page_of () {
	echo "$pages" | grep "/$1\.$2\$"
}

# has_option NAME OPTION: the page has that option, perhaps in a row such as ".Fl f , O , Fl Fl any".
has_option () {
	case $2 in
	--*) grep -Eq "Fl Fl ${2#--}( |\$)" "$(page_of "$1" 1)" ;;
	-*) grep -Eq "Fl ([A-Za-z] , )*${2#-}( |\$)" "$(page_of "$1" 1)" ;;
	esac
}

# Every command has its page, and every option that the command tells of stands there.
commands=$("$JIYAO" help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')
check 'there are commands' test -n "$commands"
for command in $commands; do
	check "jiyao-$command(1) is there" page_of "jiyao-$command" 1
	for option in $("$JIYAO" help "$command" | grep '^ *-' |
	    grep -Eo '(^|[ ,])--?[A-Za-z0-9][a-z0-9-]*' | tr -d ' ,' | sort -u); do
		check "jiyao-$command(1) has $option" has_option "jiyao-$command" "$option"
	done
done

# A page that is pointed at is there.
for reference in $(echo "$pages" | xargs sed -n 's/^\.\(It \)*Xr \(jiyao[a-z-]*\) \([1-9]\).*/\2.\3/p' | sort -u); do
	check "$reference, which pages point at, is there" page_of "${reference%.*}" "${reference##*.}"
done

# The options of a format are those of its plugin.
for page in "$top"/plugins/*.5; do
	sh "$top/tests/manual-options.sh" "$page" >"$scratch/page" 2>"$scratch/err"
	check "${page##*/} has the options of the plugin (make manual-options)" \
	    diff -u "$page" "$scratch/page"
done

# Every page that is there.
for page in $pages; do
	if command -v mandoc > /dev/null; then
		check "mandoc is content with ${page##*/}" mandoc -Tlint -W warning "$page"
	else
		skip "mandoc is content with ${page##*/}" 'there is no mandoc'
	fi
done
finish
