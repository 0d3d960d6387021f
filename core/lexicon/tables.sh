#!/bin/sh
# Prints the word lists of this folder as tables of C: tables.sh FOLDER.
#
# NAME.txt is one list; it becomes an array sorted by the last character.  phrases.txt holds many small ones, "name: word
# word", whose words are tried in turn.  traditional.txt and confusions.txt hold pairs of characters.  Words stand
# between white space; what follows a # is a comment.  With every list goes a mask of 64 bits, one
# for the low six bits of the last (in phrases: the first) character of each word: most places of a
# text match no word, and the mask says so at once.  Words of one character, and the last characters
# of all, stand in tables of their own too, by code point.
LC_ALL=C
export LC_ALL
dir=${1:-$(dirname "$0")}

mask='
BEGIN { for (i = 1; i < 256; i++) ord[sprintf("%c", i)] = i }
function clear() { split("", part); split("", seen) }
function mark(byte, mask,   bit) {	# MASK: of several, its name
	bit = ord[byte] % 64
	if (!((mask, bit) in seen)) part[mask, int(bit / 16)] += 2 ^ (bit % 16)
	seen[mask, bit] = 1
}
function code(c) {	# of a character of three bytes
	return ord[substr(c, 1, 1)] % 16 * 4096 + ord[substr(c, 2, 1)] % 64 * 64 + ord[substr(c, 3)] % 64
}
function bits(mask) {
	return sprintf("0x%04x%04x%04x%04xull", part[mask, 3], part[mask, 2], part[mask, 1], part[mask, 0])
}
'
for list in surnames surnames-rare organizations titles not-in-names; do
	sed 's/#.*//' "$dir/$list.txt" | tr -s ' \t' '[\n*]' | sed '/^$/d' | sort -u |
	awk '{ print substr($0, length($0) - 2) " " $0 }' | sort | cut -d ' ' -f 2 |
	awk -v name="$(echo $list | tr - _)" "$mask"'
		BEGIN { clear(); printf "static const char *const %s[] = {\n", name }
		{ mark(substr($0, length($0))); printf "\t\"%s\",\n", $0 }
		{ c = code(substr($0, length($0) - 2)); if (!(c in ends)) ends[c] = NR - 1 }
		length($0) > longest { longest = length($0) }
		length($0) == 3 { single[++n] = code($0) }
		END {
			printf "};\n#define %s_mask %s\n#define %s_longest %d\n", name, bits(), name, longest / 3
			printf "static const uint16_t %s_single[] = {", name
			for (i = 1; i <= n; i++) printf "%s0x%04x,", i % 12 == 1 ? "\n\t" : " ", single[i]
			printf "\n};\nstatic const uint16_t %s_last[] = {", name
			n = 0
			for (c = 13312; c < 65536; c++) if (c in ends)
				printf "%s0x%04x,", ++n % 12 == 1 ? "\n\t" : " ", c
			printf "\n};\nstatic const uint32_t %s_from[] = {", name
			n = 0
			for (c = 13312; c < 65536; c++) if (c in ends)
				printf "%s%d,", ++n % 12 == 1 ? "\n\t" : " ", ends[c]
			printf " %d\n};\n", NR
		}'
done

sed 's/#.*//' "$dir/traditional.txt" | tr -s ' \t' '[\n*]' | sed '/^$/d' | sort -u |
awk "$mask"'
	BEGIN { print "static const uint16_t traditional[][2] = {" }
	{
		c = code(substr($0, 1, 3))
		printf "\t{0x%04x, 0x%04x},\n", c, code(substr($0, 4))
		count[int(c / 256)]++
	}
	END {	# where the pairs of each high byte begin
		printf "};\nstatic const uint16_t traditional_from[257] = {"
		for (i = n = 0; i <= 256; n += count[i++]) printf "%s%d,", i % 16 ? " " : "\n\t", n
		print "\n};"
	}'

sed 's/#.*//' "$dir/confusions.txt" | tr -s ' \t' '[\n*]' | sed '/^$/d' | sort -u |
awk "$mask"'
	BEGIN { print "static const uint16_t confusions[][2] = {" }
	{ printf "\t{0x%04x, 0x%04x},\n", code(substr($0, 1, 3)), code(substr($0, 4)) }
	END { print "};" }'

sed 's/#.*//' "$dir/phrases.txt" | awk "$mask"'
	function characters(word,   n) {
		for (n = 0; word != ""; n++)
			word = substr(word, ord[substr(word, 1, 1)] < 128 ? 2 : 4)
		return n
	}
	function add(word,   b) {
		b = ord[substr(word, 1, 1)]
		count++
		if (b < 128) { first[count] = b; mark(substr(word, 1, 1), "first") }
		else { first[count] = code(substr(word, 1, 3)); mark(substr(word, 3, 1), "first") }
		mark(substr(word, length(word)), "last")
		row[count] = sprintf("\t{0x%04x, %d, \"%s\"},", first[count], characters(word), word)
		len[count] = length(word)
	}
	# By the first character, and the longest first: the first that matches is the one.
	function sort(   i, j, t) {
		for (i = 2; i <= count; i++)
			for (j = i; j > 1 && (first[j - 1] > first[j] ||
			    (first[j - 1] == first[j] && len[j - 1] < len[j])); j--) {
				t = row[j]; row[j] = row[j - 1]; row[j - 1] = t
				t = len[j]; len[j] = len[j - 1]; len[j - 1] = t
				t = first[j]; first[j] = first[j - 1]; first[j - 1] = t
			}
	}
	function flush(   i) {
		if (name == "") return
		sort()
		printf "static const struct phrase %s_list[] = {\n", name
		for (i = 1; i <= count; i++) print row[i]
		print "};"
		lists = lists sprintf(" \\\n\t[WORDS_%s] = {\"%s\", %s_list, %d, %s, %s},", toupper(name), name, name, count, bits("first"), bits("last"))
	}
	/^[a-z_]+:/ { flush(); name = $1; sub(/:$/, "", name); count = 0; clear(); $1 = "" }
	{
		n = split($0, word, /[ \t]+/)
		for (i = 1; i <= n; i++) if (word[i] != "") add(word[i])
	}
	END { flush(); print "#define PHRASES" lists }'
