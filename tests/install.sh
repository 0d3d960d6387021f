#!/bin/sh
# What is installed: all that those need who write plugins, convert or use a shell.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"
# shellcheck source=tests/installed.sh
. "${0%/*}/installed.sh"

top=$JIYAO_FIXTURES/..
built=${JIYAO%/*}
abi=$(sed -n 's/^#define JY_ABI //p' "$top/core/jiyao/plugin.h")
JIYAO=$(of_package bindir)/jiyao
JIYAO_PLUGIN_PATH=$(of_package plugindir)
export JIYAO_PLUGIN_PATH
include=$(of_package includedir)/jiyao
lib=$(of_package libdir)
man=$(of_package mandir)
schemas=$(of_package schemadir)

# jiyao.pc and what it speaks of.
check 'jiyao.pc is sound' pkg-config --exists --print-errors jiyao
check '... has the version' test "jiyao $(pkg-config --modversion jiyao)" = "$("$JIYAO" --version | head -n 1)"
check '... and the ABI' test "$(of_package abi)" = "$abi"
check '... and the folder of the plugins' test -f "$(of_package plugindir)/json.so"
check '... which bears its number' test "$(basename "$(of_package plugindir)")" = "plugins-$abi"
check 'so does the library' test -f "$lib/libjiyao.so.$abi"
if command -v objdump >/dev/null; then
	objdump -p "$lib/libjiyao.so" >"$scratch/out"
	check '... by its own name' prints "SONAME *libjiyao.so.$abi\$"
else
	skip '... by its own name' 'there is no objdump'
fi
check 'no module has a .la file' test -z "$(find "$root" -name '*.la')"

# The headers: each alone, in every C that is in use, and from C++, where a plugin is one, too.
header () {
	language=$1
	echo "#include <jiyao/$3.h>" >"$scratch/alone.$language"
	if [ "$language" = c ]; then compiler=${CC:-cc}; else compiler=${CXX:-c++}; fi
	$compiler "-std=$2" -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
	    -I"$(of_package includedir)" "$scratch/alone.$language"
}
check 'the headers are three' test "$(find "$include" -type f | wc -l)" -eq 3
for part in model plugin jiyao; do
	for standard in c11 gnu17 c17; do
		check "$part.h alone is $standard" header c "$standard" "$part"
	done
	if command -v "${CXX:-c++}" >/dev/null; then
		for standard in c++11 c++20; do
			check "$part.h alone is $standard" header cc "$standard" "$part"
		done
	else
		skip "$part.h alone is C++" 'there is no C++ compiler'
	fi
done
cat >"$scratch/plus.cc" <<'PLUGIN'
#include <jiyao/plugin.h>
static int plus_probe(struct jy_bytes in) { return in.size > 3 && in.at[0] == '+' ? 100 : 0; }
static int plus_read(struct jy_task *, struct jy_bytes in, struct jy_builder *b)
{
	jy_add_line(b, 1, (const char *)in.at, in.size);
	return 0;
}
JY_PLUGIN(.name = "plus", .title = "Written in C++", .probe = plus_probe, .read = plus_read);
PLUGIN
if command -v "${CXX:-c++}" >/dev/null; then
	# shellcheck disable=SC2046  # flags
	check 'a plugin in C++20 builds' "${CXX:-c++}" -std=c++20 -Wall -Wextra -Werror \
	    -Wno-missing-field-initializers -fPIC -shared -Wl,-z,now,-z,defs -o "$scratch/plus.so" \
	    "$scratch/plus.cc" $(pkg-config --cflags --libs jiyao)
	JIYAO_PLUGIN_PATH=$scratch
	check '... and loads' succeeds plugins plus
	JIYAO_PLUGIN_PATH=$(of_package plugindir)
else
	skip 'a plugin in C++20 builds' 'there is no C++ compiler'
fi

# The schemas, byte by byte as the program prints them.
for schema in json:minutes.schema.json xml:minutes.rng; do
	check "the schema of ${schema%:*}" succeeds schema "${schema%:*}"
	check '... is the file that is installed' cmp "$scratch/out" "$schemas/${schema#*:}"
done

# A manual page for everything that has a name.
for page in jiyao.1 jiyao-new-plugin.1 jiyao-plugin.7 jiyao-model.7 \
    $("$JIYAO" plugins | sed 's/ .*//; s/.*/jiyao-&.5/'); do
	check "the manual page $page" test -f "$man/man${page##*.}/$page"
done

# Where each shell looks for completions; --without-zsh-completions leaves them out.
for file in bash:jiyao zsh:_jiyao fish:jiyao.fish; do
	# shellcheck disable=SC2016  # a variable of make
	printf 'include Makefile\nfolder:\n\t@echo "$(%scompletionsdir)"\n' "${file%:*}" >"$scratch/ask"
	folder=$(make -s -C "$built" -f "$scratch/ask" folder)
	if [ -n "$folder" ]; then
		check "completions for ${file%:*}" test -f "$root$folder/${file#*:}"
	else
		skip "completions for ${file%:*}" 'configured without'
	fi
done

# All of it goes again, and what others have put among it stays.
uninstalls () { make -s -C "$built" uninstall DESTDIR="$scratch/copy" >"$scratch/out" 2>"$scratch/err"; }
cp -a "$root" "$scratch/copy"
other=$scratch/copy${JIYAO_PLUGIN_PATH#"$root"}/other.so
echo other >"$other"
check 'make uninstall' uninstalls
find "$scratch/copy" ! -type d >"$scratch/left"
check '... leaves what is of others, and no more' test "$(cat "$scratch/left")" = "$other"
finish
