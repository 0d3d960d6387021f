#!/bin/sh
# Prints the manual page of a format with the list of its options as the program has them.
#	manual-options.sh plugins/jiyao-csv.5
# The list stands between two comments; a page without them is printed as it is.
set -eu
page=$1
name=${page##*/jiyao-}
name=${name%.5}
"${JIYAO:-./jiyao}" plugins "$name" | LC_ALL=C awk -v page="$page" '
# A word of a macro: neither a delimiter nor an escape.
function word(text) {
	gsub(/\\/, "\\e", text)
	return text ~ /^[a-z0-9]/ ? text : "\\&" text
}

function begin(option,    equals) {
	equals = index(option, "=")
	name = substr(option, 1, equals - 1)
	value = substr(option, equals + 1)
}

# The choices with a bar between them, or what stands for another value.
function head(accepts,    words, n, i, line) {
	if (accepts ~ /^a whole number, /)
		return "Ar number"
	if (accepts ~ /^the path of a file: /)
		return "Ar file"
	if (accepts !~ /^[^ ]+$/ || accepts !~ /\|/)
		return "Ar text"
	n = split(accepts, words, "|")
	line = "Cm " word(words[1])
	for (i = 2; i <= n; i++)
		line = line " | " word(words[i])
	return line
}

function range(accepts) {
	sub(/^a whole number, /, "", accepts)
	sub(/\.\./, " to ", accepts)
	return "From " accepts "."
}

function put(accepts,    kind) {
	kind = head(accepts)
	list = list ".It Cm " name " Ns = Ns " kind "\n"
	list = list toupper(substr(help, 1, 1)) substr(help, 2)
	list = list (kind == "Ar text" ? ": " accepts ".\n" : ".\n")
	if (kind == "Ar file") {
		sub(/^the path of a file: /, "", accepts)
		list = list accepts ".\n"
	}
	if (kind == "Ar number")
		list = list range(accepts) "\n"
	if (value != "")
		list = list "The default is\n.Cm " word(value) " .\n"
}

/^  -O / { begin(substr($0, 6)); next }
name && help == "" { help = $0; sub(/^ +/, "", help); next }
name && /^ +takes / { sub(/^ +takes /, ""); put($0); name = help = "" }

END {
	for (inside = 0; (getline line < page) > 0; ) {
		if (line ~ /^\.\\" End of the options/)
			inside = 0
		if (!inside)
			print line
		if (line ~ /^\.\\" Options, as the program has them/) {
			inside = 1
			printf ".Bl -tag -width Ds\n%s.El\n", list
		}
	}
}'
