# Sourced by the test scripts: TAP, a scratch folder, and runs of the program ($JIYAO).
# shellcheck shell=sh
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE
: "${JIYAO:=$PWD/jiyao}" "${JIYAO_FIXTURES:=$PWD/fixtures}"
[ -x "$JIYAO" ] || { echo "Bail out! There is no program $JIYAO"; exit 99; }
number=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT

# run WORD...: runs the program; leaves $status, and what it printed in $scratch/out and /err.
run () {
	"$JIYAO" "$@" >"$scratch/out" 2>"$scratch/err"
	status=$?
}

# check NAME COMMAND...: one test; it passes when the command succeeds.
check () {
	name=$1
	shift
	number=$((number + 1))
	if "$@" >"$scratch/said" 2>&1; then
		echo "ok $number - $name"
		return
	fi
	echo "not ok $number - $name"
	echo "# failed: $*; last status ${status-none}, last messages and differences:"
	head -n 20 "$scratch/err" "$scratch/said" 2>/dev/null | sed 's/^/# /'
}

skip () {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# refuses NAME STATUS CODE WORD...: the program ends with that status, says one sentence with that
# code, and prints nothing else.
refuses () {
	name=$1 refusal=$2 code=$3
	shift 3
	run "$@"
	check "$name" is_refusal
}

is_refusal () {
	[ "$status" -eq "$refusal" ] && [ ! -s "$scratch/out" ] &&
	    [ "$(wc -l <"$scratch/err")" -eq 1 ] && grep -q "error: .* \[$code\]\$" "$scratch/err"
}

says () { grep -q -e "$1" "$scratch/err"; }
prints () { grep -q -e "$1" "$scratch/out"; }
succeeds () { run "$@" && [ "$status" -eq 0 ]; }

finish () {
	echo "1..$number"
}
