/*
 * Children in which the plugin is called: what crashes, hangs or eats memory there costs a line of
 * the report.  What a child tells, and the input that it has, lie in memory that it shares with us.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../batch/inside.h"
#include "conform.h"

enum { TOLD_ROOM = 64 * 1024, PATIENCE = 6 };	/* seconds of the clock for one of the processor */

static struct told {			/* by the child */
	unsigned ticks;			/* rises with every lab_at */
	bool ended, full;
	size_t input;			/* bytes of the input, which end at the guard; 0: none */
	int kept;			/* inputs that were kept */
	char doing[512];
	size_t used;
	char faults[TOLD_ROOM];		/* of each: a byte for the rule, the text, a NUL */
} *told;
static unsigned char *stage;		/* where inputs stand; at its end, a page that is not there */
static size_t stage_room;
static char folder[] = "/tmp/jiyao-conform-XXXXXX";
static const struct trial *limits;
static int product = -1, said = -1;
static void *seen;			/* the product, mapped */
static size_t seen_size;

static void *
shared(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return must(p == MAP_FAILED ? NULL : p);
}

static size_t
largest(const struct trial *t)
{
	size_t most = 0;

	for (size_t i = 0; i < t->count; i++)
		if (t->samples[i].bytes.size > most)
			most = t->samples[i].bytes.size;
	return most;
}

static int
scratch_file(void)
{
	FILE *file = tmpfile();
	int fd = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 100) : -1;

	if (file)
		fclose(file);
	if (fd < 0)
		exit(complain(EX_CANTCREAT, NULL, "output", "there is no room for temporary files"));
	return fd;
}

/* Damage makes an input longer by half at the most. */
void
lab_open(const struct trial *t)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	limits = t;
	stage_room = (largest(t) * 2 / page + 32) * page;
	told = shared(sizeof(*told));
	stage = shared(stage_room + page);
	if (mprotect(stage + stage_room, page, PROT_NONE) || !mkdtemp(folder))
		exit(complain(EX_CANTCREAT, NULL, "output", "%s cannot be made: %s", folder,
		    strerror(errno)));
	product = scratch_file();
	said = scratch_file();
}

static int
remove_entry(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st, (void)kind;
	return where->level ? remove(path) : 0;
}

/* Nothing that a child has left is there for the next. */
static void
empty_folder(void)
{
	nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

void
lab_close(void)
{
	empty_folder();
	rmdir(folder);
}

double
lab_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool
lab_is_slow(void)
{
	const char *preload = getenv("LD_PRELOAD");

	return dlsym(RTLD_DEFAULT, "__asan_init") || (preload && strstr(preload, "vgpreload"));
}

static long
seconds_allowed(void)
{
	return limits->seconds * (lab_is_slow() ? 20 : 1);
}

/* The soft limit can be moved on from call to call. */
static void
limit_time(void)
{
	struct rlimit now;

	if (getrlimit(RLIMIT_CPU, &now))
		return;
	now.rlim_cur = (rlim_t)lab_clock() + (rlim_t)seconds_allowed() + 1;
	if (now.rlim_max != RLIM_INFINITY && now.rlim_cur > now.rlim_max)
		now.rlim_cur = now.rlim_max;
	setrlimit(RLIMIT_CPU, &now);
}

void
lab_at(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(told->doing, sizeof(told->doing), format, args);
	va_end(args);
	told->input = 0;
	told->ticks++;
	limit_time();
}

struct jy_bytes
lab_input(const void *bytes, size_t size)
{
	unsigned char *at = stage + stage_room - size;

	if (size > stage_room)
		return (struct jy_bytes){bytes, size};
	mprotect(stage, stage_room, PROT_READ | PROT_WRITE);
	if (size)
		memcpy(at, bytes, size);
	mprotect(stage, stage_room, PROT_READ);
	told->input = size;
	return (struct jy_bytes){at, size};
}

void
lab_put(const void *bytes, size_t size)
{
	write_all(product, (struct jy_bytes){bytes, size});
}

/* --keep: the bytes for a debugger. */
static void
keep_input(enum rule rule, char *where, size_t room)
{
	int fd;

	*where = '\0';
	if (!told->input || !limits->keep)
		return;
	snprintf(where, room, "%s/%s-%s-%d", limits->keep, limits->name, rules[rule].name,
	    ++told->kept);
	fd = open(where, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || write_all(fd, (struct jy_bytes){stage + stage_room - told->input, told->input}))
		*where = '\0';
	if (fd >= 0)
		close(fd);
}

static void
tell(enum rule rule, const char *text)
{
	char where[PATH_MAX];
	size_t room = sizeof(told->faults) - told->used;
	int n;

	keep_input(rule, where, sizeof(where));
	n = snprintf(told->faults + told->used, room, "%c%s: %s%s%s%s", (int)rule + 1, told->doing,
	    text, *where ? " (kept as " : "", where, *where ? ")" : "");
	if (n < 0 || (size_t)n >= room)
		told->full = true;
	else
		told->used += (size_t)n + 1;
}

void
lab_fault(enum rule rule, const char *format, ...)
{
	char text[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (!told->full)
		tell(rule, text);
}

static void
inside(void (*work)(const struct trial *, const void *), const struct trial *t, const void *with)
{
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	setpgid(0, 0);
	dup2(null, STDIN_FILENO);
	close(null);
	dup2(said, STDOUT_FILENO);
	dup2(said, STDERR_FILENO);
	setenv("OMP_THREAD_LIMIT", "1", 1);
	if (chdir(folder) || limits_set(0, lab_is_slow() ? 0 : limits->mebibytes))
		_exit(EX_OSERR);
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	limit_time();
	work(t, with);
	fflush(NULL);
	told->ended = true;
	_exit(0);
}

static bool
has_ended(pid_t pid)
{
	siginfo_t info = {0};

	return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid;
}

/* A child that does not go on, though the processor's time is not up, sleeps.  True: it was killed. */
static bool
watch(pid_t pid)
{
	struct timespec moment = {.tv_nsec = 200000};
	double patience = 0;

	for (unsigned ticks = told->ticks; !has_ended(pid); ) {
		nanosleep(&moment, NULL);
		patience += (double)moment.tv_nsec / 1e9;
		if (moment.tv_nsec < 20000000)
			moment.tv_nsec *= 2;
		if (ticks != told->ticks)
			patience = 0;
		ticks = told->ticks;
		if (patience > (double)(seconds_allowed() * PATIENCE)) {
			kill(-pid, SIGKILL);
			return true;
		}
	}
	return false;
}

/* What was printed, its last line at any rate, as part of a sentence. */
static void
last_said(char *text, size_t room)
{
	off_t size = lseek(said, 0, SEEK_END), from = size < (off_t)room ? 0 : size - (off_t)room + 1;
	ssize_t n = pread(said, text, room - 1, from);
	char *line;

	n = n < 0 ? 0 : n;
	while (n > 0 && text[n - 1] == '\n')
		n--;
	text[n] = '\0';
	line = strrchr(text, '\n');
	if (line)
		memmove(text, line + 1, strlen(line + 1) + 1);
}

bool
lab_heard(char *line, size_t size)
{
	fflush(stdout);
	if (lseek(said, 0, SEEK_END) <= 0)
		return false;
	last_said(line, size);
	if (ftruncate(said, 0) == 0)
		lseek(said, 0, SEEK_SET);
	return true;
}

static void
tell_death(enum rule rule, int status, bool overdue)
{
	int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	char line[256];

	last_said(line, sizeof(line));
	if (overdue || number == SIGXCPU)
		lab_fault(rule, "it did not end within %ld s (--time)", seconds_allowed());
	else if (number)
		lab_fault(rule, "it died of %s%s%s", signal_name(number), *line ? ": " : "", line);
	else if (WEXITSTATUS(status) == EX_TEMPFAIL)
		lab_fault(rule, "it wanted more than %ld MiB of memory (--memory)", limits->mebibytes);
	else
		lab_fault(rule, "it ended the process, with status %d%s%s", WEXITSTATUS(status),
		    *line ? ": " : "", line);
}

static void
hand_over(void)
{
	char line[256];

	for (size_t i = 0; i < told->used; i += strlen(told->faults + i) + 1)
		report_fault((enum rule)(told->faults[i] - 1), told->faults + i + 1);
	last_said(line, sizeof(line));
	if (told->ended && *line)
		report_fault(QUIET, line);
}

static void
begin_anew(const char *doing)
{
	int kept = told->kept;

	memset(told, 0, sizeof(*told));
	told->kept = kept;
	snprintf(told->doing, sizeof(told->doing), "%s", doing);
	if (ftruncate(product, 0) || ftruncate(said, 0))
		exit(complain(EX_IOERR, NULL, "output", "a temporary file cannot be emptied"));
	lseek(product, 0, SEEK_SET);
	lseek(said, 0, SEEK_SET);
	empty_folder();
	fflush(NULL);
}

bool
lab_run(enum rule rule, const struct trial *t, void (*work)(const struct trial *, const void *),
    const void *with)
{
	int status = 0;
	bool overdue;
	pid_t pid;

	begin_anew(rules[rule].name);
	if (!is_wanted(t, rule))
		return false;
	pid = fork();
	if (pid == 0)
		inside(work, t, with);
	if (pid < 0)
		exit(complain(EX_TEMPFAIL, NULL, "resources", "fork: %s", strerror(errno)));
	setpgid(pid, pid);
	overdue = watch(pid);
	kill(-pid, SIGKILL);		/* with whom it may have left behind */
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!told->ended)
		tell_death(rule, status, overdue);
	hand_over();
	return told->ended;
}

struct jy_bytes
lab_product(void)
{
	off_t size = lseek(product, 0, SEEK_END);

	if (seen)
		munmap(seen, seen_size);
	seen = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, product, 0) : NULL;
	if (seen == MAP_FAILED)
		seen = NULL;
	seen_size = seen ? (size_t)size : 0;
	return (struct jy_bytes){seen, seen_size};
}
