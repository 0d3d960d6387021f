#!/bin/sh
# Completions: each shell offers every command, every option that the program explains, the formats
# and what can be set of them.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

here=$JIYAO_FIXTURES/../tests
files=$JIYAO_FIXTURES/../cli/completions
PATH=${JIYAO%/*}:$PATH
export PATH

# offers LINE: what $shell offers at its end, a word a line, into $scratch/out.
offers () {
	# shellcheck disable=SC2016  # variables of fish
	case $shell in
	bash) bash --norc "$here/completions.bash" "$files" "$1" ;;
	zsh) timeout 60 zsh -f "$here/completions.zsh" "$files" "$1" ;;
	fish) fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$files/${1%% *}.fish" "$1" ;;
	esac 2>"$scratch/err" | cut -f 1 | sed 's/=$//' >"$scratch/out"
}
has () { grep -qxF -e "$1" "$scratch/out"; }
has_all () { while read -r word; do has "$word" || { echo "$shell: no $word"; return 1; }; done <"$1"; }

# The options that the help on a command names.
options_in () {
	sed 's/sha256sum -c//' | grep -oE '(^|[[:space:],[])--?[A-Za-z][a-z0-9-]*' | sed 's/^[^-]*//' |
	    sort -u
}
options_of () { "$JIYAO" help "$1" | options_in; }
commands=$("$JIYAO" help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')

for shell in bash zsh fish; do
	if ! command -v "$shell" >/dev/null; then
		skip "completions for $shell" "there is no $shell"
		continue
	fi
	printf '%s\n' "$commands" >"$scratch/wanted"
	offers 'jiyao '
	check "$shell: every command" has_all "$scratch/wanted"
	check '... and no other words' test "$(grep -vc '^-' "$scratch/out")" -eq "$(wc -l <"$scratch/wanted")"
	for command in $commands; do
		options_of "$command" | grep '^--' >"$scratch/wanted"
		offers "jiyao $command --"
		check "$shell: $command: its long options" has_all "$scratch/wanted"
		options_of "$command" | grep '^-[^-]' >"$scratch/wanted"
		offers "jiyao $command -"
		check "$shell: $command: its short ones" has_all "$scratch/wanted"
	done
	"$JIYAO" plugins | sed -n 's/^\([a-z]*\) .* writes .*/\1/p' >"$scratch/wanted"
	offers 'jiyao convert -t '
	check "$shell: formats to write" has_all "$scratch/wanted"
	check '... and no others' test "$(wc -l <"$scratch/wanted")" -eq "$(wc -l <"$scratch/out")"
	offers 'jiyao convert --from='
	sed -i 's/^--from=//' "$scratch/out"
	check '... to read' has pdf
	offers 'jiyao batch -t json,ma'
	sed -i 's/^json,//' "$scratch/out"
	check '... after a comma' has markdown
	offers 'jiyao schema '
	check '... after schema' has xml
	offers 'jiyao help '
	check 'commands after help' has new-plugin
	offers 'jiyao convert -t csv -O '
	sed -i 's/=.*//' "$scratch/out"
	check 'options of the format after -O' has table
	check '... and of no other' test "$(grep -c ocr "$scratch/out")" -eq 0
	offers 'jiyao convert -t csv -O table=p'
	sed -i 's/^table=//' "$scratch/out"
	check '... and their words' has people
	offers 'jiyao convert -O '
	sed -i 's/=.*//' "$scratch/out"
	check 'options of all formats' has password
	offers 'jiyao batch --retry='
	sed -i 's/^--retry=//' "$scratch/out"
	check 'the words of an option' has timeout

	"$JIYAO-conform" --help | options_in | grep '^--' >"$scratch/wanted"
	offers 'jiyao-conform --'
	check "$shell: jiyao-conform: its long options" has_all "$scratch/wanted"
	offers 'jiyao-conform --only='
	sed -i 's/^--only=//' "$scratch/out"
	check '... and its rules' has round-trip
done
finish
