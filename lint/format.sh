#!/bin/sh
# format.sh [--check] FILE...: lays C sources out as .clang-format says, or says where they are not.
set -eu
here=$(dirname "$0")
mode=-i
[ "$1" != --check ] || { mode='--dry-run --Werror'; shift; }

# clang-format takes ranges of lines with one file only.
export here mode
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
	lines=$(awk -f "$here/by-hand.awk" "$1")
	[ -z "$lines" ] || clang-format $mode $lines "$1"
' sh
