# Sourced by tests of what is installed.  `make check` has installed it below $root, where nothing in it
# knows that it lies; so pkg-config gets a jiyao.pc that does, and the loader a path to the library.
# shellcheck shell=sh
root=${JIYAO_INSTALLED:-${JIYAO%/*}/tests/installed}
package=$(find "$root" -name jiyao.pc 2>/dev/null)

# all_skip REASON: the test ends here, having tested nothing.
all_skip () {
	echo "1..0 # SKIP $1"
	exit 0
}

# needs COMMAND...: ends the test where one of them is not there.
needs () {
	for need in "$@"; do
		command -v "$need" >/dev/null 2>&1 || all_skip "there is no $need"
	done
}

# of_package NAME: a variable of jiyao.pc.
of_package () { pkg-config --variable="$1" jiyao; }

[ -f "$package" ] || all_skip "nothing is installed below $root"
needs pkg-config
# shellcheck disable=SC2154  # tests/tap.sh has made it
mkdir "$scratch/package"
sed "s|=/|=$root/|" "$package" >"$scratch/package/jiyao.pc"
PKG_CONFIG_PATH=$scratch/package
LD_LIBRARY_PATH=$(PKG_CONFIG_PATH=$scratch/package of_package libdir)${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export PKG_CONFIG_PATH LD_LIBRARY_PATH
# What the tests that run the program from the build tree need would hide what is installed.
unset JIYAO_PLUGIN_PATH MAKEFLAGS MFLAGS MAKELEVEL
