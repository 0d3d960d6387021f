# Completions of jiyao(1) for fish.  Formats and their options are asked of the program itself.

# The formats that it reads, or writes; without an argument, all.
function __jiyao_formats
    LC_ALL=C jiyao plugins 2>/dev/null | awk -v does="$argv" '
        $2 !~ /^(reads|-)$/ { next }
        does == "" || $2 == does || $3 == does { name = $1; $1 = $2 = $3 = ""; sub(/^ */, ""); print name "\t" $0 }'
end

# The same, after what is typed of a list with commas: -t of batch.
function __jiyao_more_formats
    set -l before (string match -r '.*,' -- (commandline -ct | string replace -r '^--to=' ''))
    string replace -r '^' "$before" -- (__jiyao_formats writes)
end

# What -O can set, for the formats that the words before it name; without any, for all.
function __jiyao_settings
    set -l formats (commandline -op | string join ' ' | string match -ar -- '(?<=-[ft] |--to=|--from=)[a-z0-9,-]+' |
        string split ,)
    test -n "$formats"; or set formats (__jiyao_formats | string replace -r '\t.*' '')
    for format in $formats
        LC_ALL=C jiyao plugins $format 2>/dev/null
    end | awk '
        /^  -O / { name = $2; sub(/=.*/, "", name); getline help; sub(/^ */, "", help) }
        /^      takes / && name { n = split($2, word, "|"); for (i = 1; i <= n; i++)
            print name "=" (n > 1 ? word[i] : "") "\t" help; name = "" }' | sort -u
end

complete -c jiyao -n __fish_use_subcommand -f
complete -c jiyao -n __fish_use_subcommand -a convert -d 'Read minutes, write them in other formats'
complete -c jiyao -n __fish_use_subcommand -a batch -d 'Convert whole folders'
complete -c jiyao -n __fish_use_subcommand -a merge -d 'Join the ledgers of shards'
complete -c jiyao -n __fish_use_subcommand -a report -d 'Tell people what came of a batch'
complete -c jiyao -n __fish_use_subcommand -a verify -d 'Compare an output with its source'
complete -c jiyao -n __fish_use_subcommand -a plugins -d 'List the formats'
complete -c jiyao -n __fish_use_subcommand -a schema -d 'Print the schema of a format'
complete -c jiyao -n __fish_use_subcommand -a new-plugin -d 'Begin a plugin for another format'
complete -c jiyao -n __fish_use_subcommand -a help -d 'Explain a command'
complete -c jiyao -n __fish_use_subcommand -l version -d 'Print the version'
complete -c jiyao -s h -l help -d 'Explain'

function __jiyao_for
    complete -c jiyao -n "__fish_seen_subcommand_from $argv[1]" $argv[2..]
end
__jiyao_for 'convert batch verify' -s f -l from -x -a '(__jiyao_formats reads)' -d 'Format of the input'
__jiyao_for 'convert verify' -s t -l to -x -a '(__jiyao_formats writes)' -d 'Format of the output'
__jiyao_for 'convert batch verify' -s O -l option -x -a '(__jiyao_settings)' -d 'Option of a format'
__jiyao_for 'convert batch verify' -l lexicon -rF -d 'More words to recognise by'
__jiyao_for 'convert batch verify' -l any -d 'Read what does not look like minutes, too'
__jiyao_for 'convert batch' -l fail-on -x -a 'error warning' -d 'What to fail over'
__jiyao_for 'convert batch merge report verify' -l messages -x -a 'text json' -d 'Form of messages'
__jiyao_for convert -s o -l output -rF -d 'Where the -t before it goes'
__jiyao_for convert -s a -l append -d 'Continue that file'
__jiyao_for batch -s t -l to -x -a '(__jiyao_more_formats)' -d 'Formats to write'
__jiyao_for batch -l out -x -a '(__fish_complete_directories)' -d 'Where outputs go'
__jiyao_for batch -l jsonl -d 'Print a line of JSON an input'
__jiyao_for batch -l ordered -d 'In the order of the inputs'
__jiyao_for batch -l files0-from -rF -d 'More paths, each ended by a NUL'
__jiyao_for batch -s j -l jobs -x -d 'How many files at a time'
__jiyao_for 'convert batch verify' -l time -x -d 'Seconds that a file may take'
__jiyao_for 'convert batch verify' -l memory -x -d 'Mebibytes that a file may take'
__jiyao_for batch -l retry -x -a 'none failed timeout all' -d 'Do again what failed'
__jiyao_for batch -l shard -x -a auto -d 'A part of the inputs: I/N'
__jiyao_for batch -l progress -x -a 'auto json none' -d 'How progress is shown'
__jiyao_for batch -l dry-run -d 'Print what there is to convert'
__jiyao_for merge -l out -x -a '(__fish_complete_directories)' -d 'Folder of the shards'
__jiyao_for merge -s o -l output -rF -d 'The ledger to write'
__jiyao_for report -l series -d 'Compare the documents with each other'
__jiyao_for report -l sample -x -d 'A share for checking by hand: 20%'
__jiyao_for report -l seed -x -d 'Draw another sample'
__jiyao_for report -l sources -x -a '(__fish_complete_directories)' -d 'Where the batch was started'
__jiyao_for 'plugins schema' -f -a '(__jiyao_formats)'
__jiyao_for help -f -a 'convert batch merge report verify plugins schema new-plugin help'
__jiyao_for new-plugin -f -l reader -d 'The format is read'
__jiyao_for new-plugin -f -l writer -d 'The format is written'
__jiyao_for new-plugin -l dir -x -a '(__fish_complete_directories)' -d 'The folder to make'
functions -e __jiyao_for
