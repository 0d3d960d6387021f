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

# The options of a format are those of its plugin.
for page in "$top"/plugins/*.5; do
	sh "$top/tests/manual-options.sh" "$page" >"$scratch/page" 2>"$scratch/err"
	check "${page##*/} has the options of the plugin (make manual-options)" \
	    diff -u "$page" "$scratch/page"
done

# Every page that is there.
for page in "$top"/core/*.[1-9] "$top"/cli/*.[1-9] "$top"/cli/*/*.[1-9] "$top"/plugins/*.[1-9] \
    "$top"/plugins/*/*.[1-9]; do
	[ -f "$page" ] || continue
	if command -v mandoc > /dev/null; then
		check "mandoc is content with ${page##*/}" mandoc -Tlint -W warning "$page"
	else
		skip "mandoc is content with ${page##*/}" 'there is no mandoc'
	fi
done
finish
