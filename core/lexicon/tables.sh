#!/bin/sh
# Prints the word lists of this folder as tables of C: tables.sh FOLDER.
#
# NAME.txt is one list; it becomes a sorted array.  phrases.txt holds many small ones, "name: word
# word", that are tried in turn; they become strings.  Words stand between white space; what follows
# a # is a comment.  With every list goes a mask of 64 bits, one for the low six bits of the last (in
# phrases: the first) character of each word: most places of a text match no word, and the mask
# says so at once.
LC_ALL=C
export LC_ALL
dir=${1:-$(dirname "$0")}

mask='
BEGIN { for (i = 1; i < 256; i++) ord[sprintf("%c", i)] = i }
function clear() { part[0] = part[1] = part[2] = part[3] = 0; split("", seen) }
function mark(byte,   bit) {
	bit = ord[byte] % 64
	if (!(bit in seen)) part[int(bit / 16)] += 2 ^ (bit % 16)
	seen[bit] = 1
}
function bits() { return sprintf("0x%04x%04x%04x%04xull", part[3], part[2], part[1], part[0]) }
'
for list in surnames surnames-rare organizations titles not-in-names; do
	sed 's/#.*//' "$dir/$list.txt" | tr -s ' \t' '\n\n' | sed '/^$/d' | sort -u |
	awk -v name="$(echo $list | tr - _)" "$mask"'
		BEGIN { clear(); printf "static const char *const %s[] = {\n", name }
		{ mark(substr($0, length($0))); printf "\t\"%s\",\n", $0 }
		END { printf "};\n#define %s_mask %s\n", name, bits() }'
done

sed 's/#.*//' "$dir/phrases.txt" | awk "$mask"'
	function first_end(word,   b) {	# the last byte of the first character
		b = ord[substr(word, 1, 1)]
		return substr(word, b < 128 ? 1 : b < 224 ? 2 : 3, 1)
	}
	function flush() {
		if (name != "") printf "const struct phrases words_%s = {\"%s\", %s};\n", name, words, bits()
	}
	/^[a-z_]+:/ { flush(); name = $1; sub(/:$/, "", name); words = ""; clear(); $1 = "" }
	{
		n = split($0, word, /[ \t]+/)
		for (i = 1; i <= n; i++) {
			if (word[i] == "") continue
			mark(first_end(word[i]))
			words = words (words == "" ? "" : "|") word[i]
		}
	}
	END { flush() }'
