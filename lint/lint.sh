#!/bin/bash
# Says what can be said of the sources without running them: their layout, and what clang-tidy, gcc's
# analyzer, cppcheck, shellcheck and pyflakes find.
#	lint.sh FOLDER FLAG...	the sources, in git, and the flags that C is compiled with.
# LINT=changed looks only at the files that differ from the branch main.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$1
shift
flags=("$@")
jobs=$(getconf _NPROCESSORS_ONLN)
failed=0

# The sources of those patterns, each ended by a NUL.
sources () {
	if [ "${LINT:-}" = changed ]; then
		git -C "$top" diff -z --name-only --relative --diff-filter=d main -- "$@"
		git -C "$top" ls-files -z --others --exclude-standard -- "$@"
	else
		git -C "$top" ls-files -z -- "$@"
	fi | sed -z "s,^,$top/,"
}

# What is called a script of the shell, or begins as one.
scripts () {
	sources '*.sh'
	sources ':!*.sh' | xargs -0 -r grep -lZI -m 1 -E '^#!.*[/ ](ba|da)?sh( |$)' --
}

tools () {
	local tool missing=()

	for tool in clang-format clang-tidy gcc cppcheck shellcheck pyflakes3; do
		command -v "$tool" >/dev/null || missing+=("${tool/pyflakes3/python3-pyflakes}")
	done
	[ "${#missing[@]}" -eq 0 ] || { echo "lint: install ${missing[*]}"; exit 1; }
}

# What a script has written is laid out by it.
layout () {
	sources '*.[ch]' ':!tests/abi/*/layout.h' | xargs -0 -r sh "$here/format.sh" --check
}

# each FUNCTION PATTERN...: calls it with every source, one a process.
each () {
	local function=$1 file status=0

	shift
	while IFS= read -r -d '' file; do
		[ "$(jobs -pr | wc -l)" -lt "$jobs" ] || wait -n || status=1
		"$function" "$file" &
	done < <(sources "$@")
	while [ -n "$(jobs -p)" ]; do wait -n || status=1; done
	return "$status"
}

# not_asked TOOL FILE: the checks that the tool takes for wrong there.
not_asked () { sed -n "s,:${2#"$top"/}\$,,p" "$here/$1.txt"; }

# What clang-tidy says of a file that is well is but a count.
tidy_file () {
	local less said

	less=$(not_asked clang-tidy "$1" | sed 's/^/-/' | paste -s -d ,)
	said=$(clang-tidy --quiet --checks="$less" "$1" -- "${flags[@]}" 2>&1) ||
	    { echo "$said"; return 1; }
}

# Not what does wrong on purpose, tests/rude.
tidy () { each tidy_file '*.c' ':!tests/rude/*.c'; }

# With some optimisation it sees through small functions.
analyse_file () {
	local less

	mapfile -t less < <(not_asked analyzer "$1" | sed 's/^/-Wno-/')
	gcc -fanalyzer -Werror "${less[@]}" -O1 -S -o /dev/null "${flags[@]}" "$1"
}

analyzer () { each analyse_file 'c*/*.c' 'plugins/*.c'; }

cpp () {
	sources 'c*/*.c' 'plugins/*.c' | xargs -0 -r cppcheck --quiet -j "$jobs" --error-exitcode=1 \
	    --enable=warning,portability,performance --inline-suppr \
	    --suppressions-list="$here/cppcheck.txt" --std=c11 --library=posix,gnu \
	    --template='{file}:{line}: {message} [{id}]' -I "$top/core"
}

# Where each finds tests/tap.sh.
shell () ( cd "$top" && scripts | xargs -0 -r shellcheck --format=gcc --external-sources -- )

python () { sources '*.py' | xargs -0 -r pyflakes3; }

# stage FUNCTION: says how that went, and how long it took.
stage () {
	local began=$SECONDS verdict=well

	"$@" || { failed=1 verdict=FAILED; }
	echo "lint: $1: $verdict, $((SECONDS - began)) s"
}

tools
stage layout
stage tidy
stage analyzer
stage cpp
stage shell
stage python
[ "$failed" -eq 0 ]
