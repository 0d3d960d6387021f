#!/bin/sh
# Messages, the list of the plugins, help; and what is said of modules that do not load.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

meeting=$JIYAO_FIXTURES/text/qinghe.txt
bad=${JIYAO_BAD_PLUGINS:-tests/bad}

head_is () {
	head -n 1 "$scratch/out" | grep -qx "$1"
}

check 'the version' succeeds --version
check 'is the first line' head_is 'jiyao [0-9][0-9.]*'
check 'and the licence the next' prints '^Licence LGPL-2.1-or-later;'
for command in convert batch merge report verify plugins schema new-plugin help; do
	check "help on $command" succeeds help "$command"
	cp "$scratch/out" "$scratch/help"
	run "$command" --help
	check "$command --help is the same" cmp "$scratch/help" "$scratch/out"
done
check 'help' succeeds help
refuses 'help on nothing known' 64 usage help nonsense

# The list.
check 'the list of plugins' succeeds plugins
cp "$scratch/out" "$scratch/list"
for format in csv docx html json markdown ofd pdf text xml; do
	check "$format is in it" grep -q "^$format " "$scratch/list"
	check "all about $format" succeeds plugins "$format"
	check "$format says what it does" prints ' yes$'
done
check 'options with their values' succeeds plugins csv
check '... as -O takes them' prints '^  -O bom=auto$'
check '... and that it continues files' prints '^  appends  *yes$'
check '... and what it cannot express' prints '^  loses  *[a-z]'
refuses 'a plugin that is not there' 64 usage plugins nonsense

refuses 'a format without a schema' 64 no-schema schema csv
refuses 'the schema of no format' 64 usage schema

# Modules that do not load.
mkdir "$scratch/broken"
printf 'no module' >"$scratch/broken/broken.so"
JIYAO_PLUGIN_PATH=$JIYAO_PLUGIN_PATH:$bad:$scratch/broken
export JIYAO_PLUGIN_PATH
check 'the list with modules that do not load' succeeds plugins
check 'names the file and the reason' prints '/future.so: not loaded: .*plugin interface 2'
check 'the loader is quoted' prints '/broken.so: not loaded: .*broken.so: '
refuses 'all about one that did not load' 69 plugin-refused plugins broken
refuses 'writing with one that did not load' 69 plugin-refused convert -t idle "$meeting"
refuses 'a plugin that fails without a word' 70 plugin-bug convert -f mute -t json "$meeting"
check 'one for a later jiyao writes' succeeds convert -f text -t long "$meeting"
JIYAO_PLUGIN_PATH=$scratch/broken
refuses 'nobody reads it' 69 plugin-refused convert -t broken "$meeting"
JIYAO_PLUGIN_PATH=$scratch
refuses 'no plugin at all' 69 no-plugins convert -t json "$meeting"
finish
