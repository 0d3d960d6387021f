# Prints what zsh offers at the end of a line, a word a line:
#	zsh -f completions.zsh FOLDER-OF-COMPLETIONS LINE
# A second zsh is needed, on a terminal of its own, since completion only works while a line is edited.
zmodload zsh/zpty || exit 2
setup=$(mktemp) || exit 2
print -r -- "fpath=(${(q)1} \$fpath)" '
PROMPT=
autoload -Uz compinit
compinit -D -u
bindkey "^I" complete-word
zstyle ":completion:*" insert-tab false
mark () { print -r -- "<offers>" }
compprefuncs=(mark) comppostfuncs=(mark exit)
# What is offered is printed; what the functions ask among themselves goes through.
compadd () {
	if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
		builtin compadd "$@"
		return
	fi
	local -a offers
	builtin compadd -A offers "$@"
	(($#offers)) || return 1
	print -rl -- $offers
}
print ready' >$setup
zpty shell zsh -f -i
zpty -w shell "source $setup"
for tries in 1 2 3 4 5; do
	zpty -r shell line '*ready*' && break
done
rm -f $setup
zpty -w -n shell "$2"$'\t'
inside=
while zpty -r shell line; do
	line=${line%$'\r\n'}
	if [[ $line == *'<offers>' ]]; then
		[[ -z $inside ]] || break
		inside=yes
	elif [[ -n $inside ]]; then
		print -r -- $line
	fi
done
