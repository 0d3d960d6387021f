#!/bin/sh
# Builds the sources in FOLDER/jiyao with counters, runs all tests, and prints how many lines of each
# folder were run; FOLDER/index.html shows which.
#	coverage.sh FOLDER
# Children that a sandbox holds end before they could write their counters: in cli/batch more is
# tested than is counted.
set -eu
command -v gcovr >/dev/null || { echo 'coverage: install gcovr' >&2; exit 1; }
cd "$1"
jobs=$(getconf _NPROCESSORS_ONLN)
mkdir build
cd build
# A plugin exports nothing of what counts.
../jiyao/configure -q CFLAGS='-g -O1 --coverage -fprofile-update=atomic' \
    LDFLAGS='--coverage -Wl,--exclude-libs,libgcov.a'
make -s -j "$jobs"
# Counting takes time: tests of time limits are given more.
status=0
CK_TIMEOUT_MULTIPLIER=10 make -s -j "$jobs" check || status=$?
cd ..
gcovr --root jiyao build --exclude '.*/tests/.*' -j "$jobs" --csv lines.csv \
    --html-details index.html
awk -F, '
function percent(covered, total) { return sprintf("%5.1f %%  %5d of %5d", 100 * covered / total, covered, total) }
NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
{
	total = $column["line_total"]
	covered = $column["line_covered"]
	folder = $1 ~ /^plugins\/[^\/]*$/ ? $1 : substr($1, 1, match($1, /\/[^\/]*$/) - 1)
	totals[folder] += total
	sums[folder] += covered
	if (total && covered / total < 0.85)
		print percent(covered, total) "  " $1 | "sort -k 5 >low.txt"
}
END { for (folder in totals) if (totals[folder]) print percent(sums[folder], totals[folder]) "  " folder | "sort -k 6" }
' lines.csv
echo 'under 85 %:'
[ ! -e low.txt ] || sort -k 6 low.txt
echo "coverage: $PWD/index.html"
exit "$status"
