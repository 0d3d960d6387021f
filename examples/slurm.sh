#!/bin/bash
# An array of eight tasks: sbatch examples/slurm.sh FOLDER OUT; jiyao merge joins their ledgers.
#SBATCH --job-name=jiyao
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --signal=B:TERM@60
#SBATCH --requeue
exec jiyao batch -t json -j "${SLURM_CPUS_PER_TASK:-1}" --shard=auto --progress=none --out="$2" "$1"
