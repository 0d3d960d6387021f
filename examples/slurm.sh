#!/bin/bash
# An array of eight tasks: sbatch --wait examples/slurm.sh FOLDER OUT; jiyao merge --out=OUT
# To go on after a stop, submit the whole array again: what is done is not done again.
#SBATCH --job-name=jiyao
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --signal=B:TERM@60
#SBATCH --requeue
exec jiyao batch -t json -j "${SLURM_CPUS_PER_TASK:-1}" --shard=auto --progress=none --out="$2" "$1"
