# Prints what bash offers at the end of a line, a word a line:
#	bash --norc completions.bash FOLDER-OF-COMPLETIONS LINE
# shellcheck shell=bash
compopt () { :; }	# is only of use while a line is edited
# shellcheck source=cli/completions/jiyao.bash
source "$1/jiyao.bash"
# As readline splits a line: an = is a word, too.
read -ra COMP_WORDS <<<"${2//=/ = }"
[[ $2 != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
if [[ ${COMP_WORDS[0]} == jiyao-conform ]]; then
	_jiyao_conform
else
	_jiyao
fi
printf '%s\n' "${COMPREPLY[@]}"
