# Completions of jiyao(1) and jiyao-conform(1) for bash.  Formats and their options are asked of the program itself.
# shellcheck shell=bash

# _jiyao_formats PROGRAM reads|writes: the formats that it reads or writes.
_jiyao_formats () {
	LC_ALL=C "$1" plugins 2>/dev/null | awk -v does="$2" '$2 == does || $3 == does { print $1 }'
}

# _jiyao_settings PROGRAM FORMAT...: what -O can set, a line each: its name and what it takes.
_jiyao_settings () {
	local program=$1 format
	shift
	for format; do
		LC_ALL=C "$program" plugins "$format" 2>/dev/null
	done | awk '/^  -O / { name = $2; sub(/=.*/, "", name) }
	    /^      takes / && name { sub(/^ *takes /, ""); print name, $0; name = "" }'
}

# The formats that the words before the cursor name; without any, all.
_jiyao_named () {
	local i words=()
	for ((i = 2; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-t | -f) words+=("${COMP_WORDS[i + 1]}") ;;
		--to | --from) words+=("${COMP_WORDS[i + 2]}") ;;
		esac
	done
	if [[ ${#words[@]} -gt 0 ]]; then
		printf '%s\n' "${words[@]//,/$'\n'}"
	else
		LC_ALL=C "$1" plugins 2>/dev/null | awk '$2 ~ /^(reads|-)$/ { print $1 }'
	fi
}

# Offers the words that begin as what is typed; an option that takes a value goes on after its =.
_jiyao_offer () {
	mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
	[[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace
}

# The last of several with a comma between them, as -t of batch takes them.
_jiyao_offer_list () {
	local before=
	[[ $2 != *,* ]] || before=${2%,*},
	mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${2##*,}")
}

_jiyao_offer_folders () {
	compopt -o filenames
	mapfile -t COMPREPLY < <(compgen -d -- "$1")
}

# _jiyao_value PROGRAM OPTION TYPED: the values of an option, if it takes one; files are left to
# readline.
_jiyao_value () {
	case $2 in
	-f | --from) _jiyao_offer "$(_jiyao_formats "$1" reads)" "$3" ;;
	-t | --to) _jiyao_offer_list "$(_jiyao_formats "$1" writes)" "$3" ;;
	-O | --option)
		# shellcheck disable=SC2046  # names of formats
		_jiyao_offer "$(_jiyao_settings "$1" $(_jiyao_named "$1") | sed 's/ .*/=/' | sort -u)" "$3" ;;
	--fail-on) _jiyao_offer 'error warning' "$3" ;;
	--messages) _jiyao_offer 'text json' "$3" ;;
	--progress) _jiyao_offer 'auto json none' "$3" ;;
	--retry) _jiyao_offer 'none failed timeout all' "$3" ;;
	--shard) _jiyao_offer 'auto' "$3" ;;
	--out | --sources | --dir) _jiyao_offer_folders "$3" ;;
	-o | --output | --lexicon | --files0-from) ;;
	-j | --jobs | --time | --memory | --sample | --seed) ;;
	*) return 1 ;;
	esac
}

# The words of a choice, after -O NAME=.
_jiyao_setting_value () {
	local takes
	# shellcheck disable=SC2046  # names of formats
	takes=$(_jiyao_settings "$1" $(_jiyao_named "$1") | sed -n "s/^$2 //p" | grep '|')
	_jiyao_offer "${takes//|/ }" "$3"
}

_jiyao_options () {
	case $1 in
	convert) echo '-f --from= -t --to= -o --output= -a --append -O --option= --lexicon= --any
	    --time= --memory= --fail-on= --messages= -h --help' ;;
	batch) echo '-f --from= -t --to= --out= --jsonl --ordered --files0-from= -j --jobs= --time=
	    --memory= --retry= --shard= --progress= --dry-run -O --option= --lexicon= --any --fail-on=
	    --messages= -h --help' ;;
	merge) echo '--out= -o --output= --messages= -h --help' ;;
	report) echo '--series --sample= --seed= --sources= --messages= -h --help' ;;
	verify) echo '-f --from= -t --to= -O --option= --lexicon= --any --time= --memory=
	    --messages= -h --help' ;;
	new-plugin) echo '--reader --writer --dir= -h --help' ;;
	plugins | schema | help) echo '-h --help' ;;
	esac
}

_jiyao_commands='convert batch merge report verify plugins schema new-plugin help'

_jiyao_word () {
	case $2:$1 in
	*:-*) _jiyao_offer "$(_jiyao_options "$2")" "$1" ;;
	plugins:* | schema:*)
		_jiyao_offer "$(_jiyao_formats "$3" reads; _jiyao_formats "$3" writes)" "$1" ;;
	help:*) _jiyao_offer "$_jiyao_commands" "$1" ;;
	esac
}

# What is typed, and what comes before it: --name=value, and NAME=VALUE after -O, come as three words.
_jiyao_split () {
	program=${COMP_WORDS[0]/#\~/$HOME} typed=${COMP_WORDS[COMP_CWORD]}
	before=${COMP_WORDS[COMP_CWORD - 1]} equals=
	COMPREPLY=()
	if [[ $typed == = ]]; then
		typed='' equals=yes
	elif [[ $before == = ]]; then
		before=${COMP_WORDS[COMP_CWORD - 2]} equals=yes
	fi
}

_jiyao () {
	local program typed before equals command=${COMP_WORDS[1]-}

	_jiyao_split
	if [[ $COMP_CWORD -eq 1 ]]; then
		_jiyao_offer "$_jiyao_commands -h --help --version" "$typed"
	elif [[ -n $equals && $before != -* ]]; then
		_jiyao_setting_value "$program" "$before" "$typed"
	elif [[ $before != -* ]] || ! _jiyao_value "$program" "$before" "$typed"; then
		_jiyao_word "$typed" "$command" "$program"
	fi
}

_jiyao_conform () {
	local program typed before equals

	_jiyao_split
	case $before:$typed in
	--only:*) _jiyao_offer "$("$program" --list 2>/dev/null | awk '{ print $1 }')" "$typed" ;;
	--keep:*) _jiyao_offer_folders "$typed" ;;
	--seed:* | --grow:* | --time:* | --memory:*) ;;
	*:-*) _jiyao_offer '--seed= --keep= --grow= --only= --list --time= --memory= -h --help --version' \
	    "$typed" ;;
	esac
}

complete -o bashdefault -o default -F _jiyao jiyao
complete -o bashdefault -o default -F _jiyao_conform jiyao-conform
