/*
 * A reader that does whatever its input says, as if that had taken it over: "rogue DEED".  What it
 * tries and does not die of, it tells in warnings: the deed, and how it ended.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rogue.h"

static struct jy_task *teller;

void
tell(const char *deed, bool done)
{
	jy_warn(teller, 0, done ? "done" : "refused", "%s: %s", deed,
	    done ? "done" : strerror(errno));
}

static void
crash(void)
{
	raise(SIGSEGV);
}

static void
loop(void)
{
	for (volatile unsigned long i = 0;; i++)
		;
}

static void
wait_for_ever(void)
{
	for (;;)
		sleep(1000);
}

/* Memory to the last byte, and touched. */
static void
hoard(void)
{
	const size_t piece = 1 << 20;
	static char *volatile p;	/* or a compiler sees that nobody wants it */

	while ((p = malloc(piece)))
		memset(p, 1, piece);
	abort();
}

static void throw(void)
{
	fputs("terminate called after throwing an instance of 'std::bad_alloc'\n"
	      "  what():  std::bad_alloc\n",
	    stderr);
	abort();
}

static void
fork_child(void)
{
	tell("fork", fork() >= 0);
}

static void
run_shell(void)
{
	execl("/bin/sh", "sh", "-c", "echo", (char *)NULL);
	tell("exec", false);
}

static void
shell_out(void)
{
	tell("system", system("true") == 0);
}

static void
open_network(void)
{
	tell("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
}

static void
trace(void)
{
	tell("ptrace", ptrace(PTRACE_TRACEME, 0, 0, 0) == 0);
}

static void
kill_parent(void)
{
	tell("kill", kill(getppid(), 0) == 0);
}

static void
leave(void)
{
	exit(0);
}

static void
close_all(void)
{
	for (int i = 3; i < 64; i++)
		close(i);
	wait_for_ever();
}

static void
be_killed(void)
{
	raise(SIGKILL);
}

/* To whatever is open beside the outputs, which are no pipes. */
static void
write_to_pipes(const char *bytes, size_t size, int times)
{
	struct stat st;

	for (int i = 3; i < 64; i++)
		for (int k = 0; k < times && fstat(i, &st) == 0 && S_ISFIFO(st.st_mode); k++)
			if (write(i, bytes, size) < 0)
				break;
}

static void
garble(void)
{
	static const char bytes[] = "message\twarning\t\0\xff\xfe\nend\t0\t\n";

	write_to_pipes(bytes, sizeof(bytes) - 1, 1);
	_exit(0);
}

static void
contradict(void)
{
	write_to_pipes("end\t0\t\n", 7, 1);
	_exit(3);
}

/* No number where there must be one, which a careless reader takes for 0. */
static void
mumble(void)
{
	write_to_pipes("end\twell\t\n", 10, 1);
	_exit(0);
}

static void
flood(void)
{
	static char line[1 << 16];

	memset(line, 'x', sizeof(line));
	write_to_pipes(line, sizeof(line), 1 << 12);
}

static void
make_noise(void)
{
	for (int i = 0; i < 100000; i++)
		fprintf(stderr, "warning %d: this document has been made by a program\n", i);
	fputs("that was the last line\n", stderr);
}

static void
print(void)
{
	puts("{\"schema\":\"forged\"}");
	fflush(stdout);
	tell("stdin", getchar() != EOF);
}

static void
try_open(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	tell(path, fd >= 0);
	if (fd >= 0)
		close(fd);
}

/* Any file can be named; what is named is not open. */
static void
try_to_open_again(const char *path)
{
	char name[64];

	snprintf(name, sizeof(name), "/proc/self/fd/%d", open(path, O_PATH));
	try_open(name, O_RDONLY);
}

static void
try_parent(const char *file, int flags)
{
	char name[64];

	snprintf(name, sizeof(name), "/proc/%d/%s", (int)getppid(), file);
	try_open(name, flags);
}

/* What it may not do and need not die of.  Where the sandbox fails, only the test's file suffers. */
static void
try_files(void)
{
	const char *home = getenv("HOME"), *victim = getenv("JIYAO_ROGUE_VICTIM");
	char other[4096];

	snprintf(other, sizeof(other), "%s.new", victim);
	try_to_open_again(victim);
	try_parent("environ", O_RDONLY);
	try_parent("mem", O_RDONLY);
	try_parent("mem", O_RDWR);
	try_parent("maps", O_RDONLY);
	try_parent("fd", O_RDONLY | O_DIRECTORY);
	try_open("/proc", O_RDONLY | O_DIRECTORY);
	try_open("/proc/sys/kernel/core_pattern", O_RDONLY);
	try_open("/proc/self/oom_score_adj", O_WRONLY);
	try_open("/dev", O_RDONLY | O_DIRECTORY);
	try_open("/dev/null", O_RDWR);
	try_open("/dev/shm", O_RDWR | O_TMPFILE);
	try_open("/tmp", O_RDWR | O_TMPFILE);
	try_open("/sys/fs/cgroup", O_RDONLY | O_DIRECTORY);
	try_open(victim, O_RDONLY);
	try_open(victim, O_WRONLY);
	try_open(other, O_WRONLY | O_CREAT);
	try_open("/etc/passwd", O_RDONLY);
	try_open("/", O_RDONLY | O_DIRECTORY);
	try_open("/tmp", O_RDONLY | O_DIRECTORY);
	try_open(".", O_RDONLY | O_DIRECTORY);
	try_open(home ? home : "/root", O_RDONLY | O_DIRECTORY);
	try_open("/proc/self/environ", O_RDONLY);
	try_open("/proc/self/mem", O_RDWR);
	try_open("/dev/tty", O_RDWR);
	tell("mkdir", mkdir(other, 0700) == 0);
	tell("chmod", chmod(victim, 0666) == 0);
	tell("truncate", truncate(victim, 0) == 0);
	tell("symlink", symlink(victim, other) == 0);
	tell("link", link(victim, other) == 0);
	tell("mkfifo", mkfifo(other, 0600) == 0);
	tell("rename", rename(victim, other) == 0);
	tell("unlink", unlink(victim) == 0);
}

/* What its parent shares with others, at the place that the test names. */
static void
write_to_shared(void)
{
	char *page;

	if (sscanf(getenv("JIYAO_ROGUE_PAGE"), "%p", (void **)&page) == 1)
		*(volatile char *)page = 'x';
}

/* A word of the environment, at the place that the test names. */
static void
look_for_secret(void)
{
	const char *word;

	errno = ENOENT;
	if (sscanf(getenv("JIYAO_ROGUE_SECRET"), "%p", (void **)&word) == 1)
		tell("environment", memcmp(word, "secret", 6) == 0 || getenv("ROGUE_SECRET"));
}

/* Beside the three that every process has: the record, and one output. */
static void
count_descriptors(void)
{
	struct stat st;
	int count = 0;

	for (int i = 3; i < 4096; i++)
		count += fstat(i, &st) == 0;
	tell("a third descriptor", count > 2);
}

static void
do_nothing(void)
{
}

static const struct deed { const char *name; void (*act)(void); } deeds[] = {
	{"abort", abort}, {"calls", try_calls}, {"close", close_all}, {"contradict", contradict},
	{"crash", crash}, {"descriptors", count_descriptors}, {"environment", look_for_secret},
	{"exec", run_shell}, {"exit", leave}, {"files", try_files},
	{"flood", flood}, {"fork", fork_child}, {"garble", garble}, {"hoard", hoard}, {"kill", kill_parent},
	{"i386", call_as_i386}, {"killed", be_killed}, {"loop", loop}, {"mumble", mumble},
	{"namespace", enter_namespace}, {"network", open_network}, {"noise", make_noise},
	{"nothing", do_nothing}, {"print", print}, {"shared", write_to_shared},
	{"system", shell_out}, {"throw", throw},
	{"trace", trace}, {"wait", wait_for_ever},
};

static int
rogue_probe(struct jy_bytes in)
{
	return in.size > 6 && memcmp(in.at, "rogue ", 6) == 0 ? 100 : 0;
}

static int
end_well(struct jy_builder *builder)
{
	jy_add_line(builder, 1, "云州市", strlen("云州市"));
	return 0;
}

static int
rogue_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	const char *wanted = (const char *)in.at + 6;

	teller = task;
	if (in.size > 11 && memcmp(wanted, "call ", 5) == 0)
		return call_by_number(wanted + 5, in.size - 11), end_well(builder);
	for (size_t i = 0; i < sizeof(deeds) / sizeof(*deeds); i++)
		if (strlen(deeds[i].name) == in.size - 6
		    && memcmp(deeds[i].name, wanted, in.size - 6) == 0) {
			deeds[i].act();
			return end_well(builder);
		}
	return jy_fail(task, JY_BAD_INPUT, "no-deed", "no deed is called so");
}

JY_PLUGIN(.name = "rogue", .title = "Whatever its input says", .probe = rogue_probe,
    .read = rogue_read);
