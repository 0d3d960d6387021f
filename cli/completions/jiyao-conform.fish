# Completions of jiyao-conform(1) for fish.
complete -c jiyao-conform -s h -l help -d 'Explain'
complete -c jiyao-conform -l version -d 'Print the version'
complete -c jiyao-conform -l list -d 'Print all rules'
complete -c jiyao-conform -l seed -x -d 'Repeat the random damage of another run'
complete -c jiyao-conform -l keep -x -a '(__fish_complete_directories)' -d 'Keep what the plugin failed over'
complete -c jiyao-conform -l grow -r -d 'A command that prints a sample of a length'
complete -c jiyao-conform -l only -x -d 'Report one rule alone' \
    -a "(jiyao-conform --list 2>/dev/null | string replace -r ' .*' '')"
complete -c jiyao-conform -l time -x -d 'Seconds that one call may take'
complete -c jiyao-conform -l memory -x -d 'Mebibytes that all calls may take'
