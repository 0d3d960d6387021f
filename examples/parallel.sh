#!/bin/sh
# Four shards by GNU parallel, on this machine or (with --sshloginfile) on several that share a disk:
# examples/parallel.sh FOLDER OUT
seq 4 | parallel -q jiyao batch -t json -j 1 --shard={}/4 --progress=none --out="$2" "$1"
jiyao merge --out="$2"
