#!/bin/sh
# examples/, run for real: what the tasks of schedulers make together is what one batch makes alone.
# shellcheck source=tests/tap.sh
. "${0%/*}/tap.sh"

examples=$JIYAO_FIXTURES/../examples
# No task of a scheduler that these tests themselves may run in.
unset SLURM_ARRAY_TASK_ID AWS_BATCH_JOB_ARRAY_INDEX JOB_COMPLETION_INDEX SGE_TASK_ID PBS_ARRAY_INDEX
unset JIYAO_SHARDS

# The examples look for jiyao in PATH.
mkdir -p "$scratch/bin" "$scratch/scans/old scans" || exit 99
cat >"$scratch/bin/jiyao" <<'WRAPPER'
#!/bin/sh
exec "$JIYAO" "$@"
WRAPPER
chmod +x "$scratch/bin/jiyao"
PATH=$scratch/bin:$PATH
export JIYAO PATH

cp "$JIYAO_FIXTURES"/text/suzhou-*.txt "$JIYAO_FIXTURES/docx/qinghe.docx" "$scratch/scans"
cp "$JIYAO_FIXTURES"/text/qinghe*.txt "$JIYAO_FIXTURES/text/letter.txt" "$scratch/scans/old scans"
cp "$JIYAO_FIXTURES/docx/truncated.docx" "$scratch/scans/old scans/it's \$broken.docx"
cd "$scratch" || exit 99

# The files below a folder with their hashes, the ledgers aside.
tree () {
	(cd "$1" && find . -type f ! -name 'jiyao-ledger*' -exec sha256sum {} + | LC_ALL=C sort -k 2)
}
inputs () { find scans -type f | LC_ALL=C sort; }
# What a ledger says of each input, one a line.
account () {
	sqlite3 "$1/jiyao-ledger.sqlite" \
	    'SELECT source, outcome, status, reason, sha256 FROM last ORDER BY source'
}

count=$(inputs | wc -l)
run batch -t json --out=alone scans
check 'one batch, undisturbed' test "$status" -eq 1
tree alone >alone.tree
check '... has outputs' test "$(wc -l <alone.tree)" -eq $((count - 2))

# whole WHO FOLDER SHARDS: what that merge, the last command, has said is so, and its folder is whole.
whole () {
	check "$1: the shards are joined" test "$status" -eq 0
	check "... and have every input once" \
	    prints "^$3 shards, $count in: .* 2 failed, 0 skipped\$"
	tree "$2" >"$2.tree"
	check '... and their outputs are those of one batch' diff alone.tree "$2.tree"
	if command -v sqlite3 >/dev/null; then
		account alone >alone.account
		account "$2" >"$2.account"
		check '... and so is the ledger' diff alone.account "$2.account"
	else
		skip '... and so is the ledger' 'there is no sqlite3'
	fi
	run batch -t json --out="$2" scans
	check '... by which nothing is left to do' says "; $count of them as an earlier run left them\$"
}

# The tasks of an array see every input once between them, whatever numbers the scheduler gives them.
seen=$(inputs)
# sees NAME VARIABLES...: the tasks with these words in their environment.
sees () {
	name=$1
	shift
	for variables; do
		# shellcheck disable=SC2086  # words
		env $variables jiyao batch -t json --out=none --shard=auto --dry-run scans
	done >out 2>err
	check "$name" test "$(LC_ALL=C sort out)" = "$seen"
}
refuses_array () {
	env "$@" jiyao batch -t json --out=none --shard=auto --dry-run scans 2>err
	[ $? -eq 64 ] && grep -q 'equal steps' err
}
slurm='SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=10 SLURM_ARRAY_TASK_STEP=4'
sees 'Slurm, in steps' "$slurm SLURM_ARRAY_TASK_ID=2" "$slurm SLURM_ARRAY_TASK_ID=6" \
    "$slurm SLURM_ARRAY_TASK_ID=10"
gaps='SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=3 SLURM_ARRAY_TASK_ID=1'
# shellcheck disable=SC2086  # words
check 'Slurm, with gaps, is refused' refuses_array $gaps
aws=AWS_BATCH_JOB_ARRAY_SIZE=2
sees 'AWS Batch' "$aws AWS_BATCH_JOB_ARRAY_INDEX=0" "$aws AWS_BATCH_JOB_ARRAY_INDEX=1"
sge='SGE_TASK_FIRST=1 SGE_TASK_LAST=4 SGE_TASK_STEPSIZE=3'
sees 'Grid Engine' "$sge SGE_TASK_ID=1" "$sge SGE_TASK_ID=4"
pbs=JIYAO_SHARDS=2
sees 'PBS' "$pbs PBS_ARRAY_INDEX=1" "$pbs PBS_ARRAY_INDEX=2"

# GNU parallel; that of moreutils knows no --version.
by_parallel () {
	mkdir -p parallel.home
	PARALLEL_HOME=$scratch/parallel.home PARALLEL=--will-cite \
	    "$examples/parallel.sh" scans "Parallel's folder" >out 2>err
	status=$?
	whole 'examples/parallel.sh' "Parallel's folder" 4
}
if parallel --version 2>/dev/null </dev/null | grep -q '^GNU parallel'; then
	by_parallel
else
	skip 'examples/parallel.sh' 'there is no GNU parallel'
fi

# Kubernetes: the tasks are run here, all at a time, as the cluster would run their command.
read_job () {
	python3 - "$examples/kubernetes.yaml" <<-'PYTHON'
	import shlex, sys, yaml
	job = yaml.safe_load(open(sys.argv[1]))
	container, = job['spec']['template']['spec']['containers']
	print('tasks=%d' % job['spec']['completions'])
	for variable in container['env']:
	    print('export', variable['name'] + '=' + shlex.quote(variable['value']))
	print('set --', shlex.join(container['command']))
	PYTHON
}
by_kubernetes () (
	tasks=0
	sed 's#/minutes#kubernetes#g; s#/scans#scans#g' job >job.here
	# shellcheck source=/dev/null
	. ./job.here
	[ "$tasks" -eq 8 ] && [ "$JIYAO_SHARDS" -eq 8 ] || exit 99
	pods='' bad=0
	for index in 0 1 2 3 4 5 6 7; do
		JOB_COMPLETION_INDEX=$index "$@" >"pod.$index" 2>&1 &
		pods="$pods $!"
	done
	for pod in $pods; do
		wait "$pod" || bad=$?
	done
	cat pod.?
	exit "$bad"
)
if ! python3 -c 'import yaml' 2>/dev/null; then
	skip 'examples/kubernetes.yaml' 'there is no python3-yaml'
elif read_job >job 2>err; then
	check 'examples/kubernetes.yaml: the tasks end well, though files fail' by_kubernetes
	run merge --out=kubernetes
	whole 'examples/kubernetes.yaml' kubernetes 8
else
	check 'examples/kubernetes.yaml is an indexed job' false
fi

# Slurm: a cluster of one node, of our own, that lives as long as this test.
port=$((20000 + $$ % 10000))
next_port () {
	port=$((port + 1))
	while cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q ":$(printf %04X $port) "; do
		port=$((port + 1))
	done
}
# await SECONDS COMMAND...: until it succeeds.
await () {
	until_then=$(($(date +%s) + $1))
	shift
	until "$@" 2>await.err; do
		[ "$(date +%s)" -lt $until_then ] || return 1
		sleep 0.2
	done
}
daemons=
# daemon WORD...: begins one that stays our child.
daemon () {
	"$@" >"$1.log" 2>&1 &
	daemons="$! $daemons"
}
is_empty () { [ -z "$(timeout 10 squeue -h)" ]; }
is_idle () { [ "$(timeout 10 sinfo -h -o %T)" = idle ]; }
is_gone () { ! kill -0 "$1"; }
stop_cluster () {
	if [ -n "$daemons" ]; then
		timeout 10 scancel --user="$(id -un)" && await 20 is_empty
	fi 2>/dev/null
	for pid in $daemons; do
		kill "$pid" 2>/dev/null
		await 10 is_gone "$pid" || kill -9 "$pid"
		wait "$pid"
	done
	daemons=
}
trap 'stop_cluster; rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM

start_cluster () {
	cluster=$scratch/cluster
	node=$(uname -n)
	node=${node%%.*}
	mkdir -p "$cluster/state" "$cluster/spool" || return 1
	next_port
	control=$port
	next_port
	cat >"$cluster/slurm.conf" <<-CONF
	ClusterName=jiyao
	SlurmctldHost=$node(127.0.0.1)
	SlurmctldPort=$control
	SlurmdPort=$port
	SlurmUser=root
	SlurmdUser=root
	AuthType=auth/munge
	CredType=cred/munge
	AuthInfo=socket=$cluster/munge.socket
	StateSaveLocation=$cluster/state
	SlurmdSpoolDir=$cluster/spool
	SlurmctldPidFile=$cluster/slurmctld.pid
	SlurmdPidFile=$cluster/slurmd.pid
	PlugStackConfig=$cluster/plugstack.conf
	ProctrackType=proctrack/linuxproc
	TaskPlugin=task/none
	JobAcctGatherType=jobacct_gather/none
	AccountingStorageType=accounting_storage/none
	MpiDefault=none
	MailProg=/bin/true
	SelectType=select/cons_tres
	SelectTypeParameters=CR_CPU
	SlurmdParameters=config_overrides
	CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
	ReturnToService=2
	NodeName=$node NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
	PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
	CONF
	: >"$cluster/plugstack.conf"
	SLURM_CONF=$cluster/slurm.conf
	export SLURM_CONF
	head -c 1024 /dev/urandom >"$cluster/munge.key" && chmod 400 "$cluster/munge.key" || return 1
	daemon munged --foreground --force --key-file="$cluster/munge.key" \
	    --socket="$cluster/munge.socket" --pid-file="$cluster/munged.pid" \
	    --seed-file="$cluster/munge.seed" --log-file="$cluster/munged.log"
	await 20 test -S "$cluster/munge.socket" || return 1
	daemon slurmctld -D -f "$SLURM_CONF"
	daemon slurmd -D -f "$SLURM_CONF"
	await 60 is_idle
}

explain_cluster () {
	for log in munged slurmctld slurmd; do
		echo "# $log:"
		tail -n 15 $log.log | sed 's/^/# /'
	done
}

by_slurm () {
	timeout 180 sbatch --wait --array=1-4 --output=slurm-%a.out "$examples/slurm.sh" scans \
	    "Slurm's folder" >out 2>err
	status=$?
	cat slurm-?.out >>err
	# The highest status of the tasks: files have failed.
	check 'examples/slurm.sh: the array comes to its end' test "$status" -eq 1
	[ "$status" -eq 1 ] || explain_cluster
	run merge --out="Slurm's folder"
	whole 'examples/slurm.sh' "Slurm's folder" 4
}
lacks () {
	for program in munged slurmctld slurmd sbatch; do
		command -v $program >/dev/null || { echo "there is no $program"; return; }
	done
	[ "$(id -u)" -eq 0 ] || echo 'only root can start a cluster'
}
PATH=$PATH:/usr/sbin:/sbin
why=$(lacks)
if [ -n "$why" ]; then
	skip 'examples/slurm.sh' "$why"
elif start_cluster; then
	by_slurm
else
	explain_cluster
	skip 'examples/slurm.sh' 'its daemons do not start here'
fi
finish
