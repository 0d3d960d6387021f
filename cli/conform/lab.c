/* Children in which the plugin is called: what crashes, hangs or eats memory there costs a line of the
 * report. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../batch/inside.h"
#include "lab.h"

enum { PATIENCE = 6 };			/* seconds of the clock for one of the processor */

static struct told *told;
static char *folder;			/* in which each child works */
static const struct trial *limits;
static int product = -1, said = -1;
static void *seen;			/* the product, mapped */
static size_t seen_size;
static volatile sig_atomic_t stopped;	/* the signal that asks us to end */

int
scratch_file(void)
{
	FILE *file = tmpfile();
	int fd = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 100) : -1;

	if (file)
		fclose(file);
	if (fd < 0)
		exit(complain(EX_CANTCREAT, NULL, "output", "no temporary file can be made"));
	return fd;
}

void
empty_file(int fd)
{
	if (ftruncate(fd, 0) || lseek(fd, 0, SEEK_SET))
		exit(complain(EX_IOERR, NULL, "output", "a temporary file cannot be emptied"));
}

static void
stop(int number)
{
	stopped = number;
}

/* One that is ignored, as nohup wants it, stays so. */
static void
listen_to_signals(void)
{
	static const int each[] = {SIGHUP, SIGINT, SIGTERM};
	struct sigaction action = {.sa_handler = stop}, before;

	for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++)
		if (sigaction(each[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(each[i], &action, NULL);
}

static void
make_folder(void)
{
	const char *temporary = getenv("TMPDIR");

	if (asprintf(&folder, "%s/jiyao-conform-XXXXXX",
		temporary && *temporary == '/' ? temporary : "/tmp")
	    < 0)
		must(NULL);
	if (!mkdtemp(folder))
		exit(complain(EX_CANTCREAT, folder, "output", "it cannot be made: %m"));
}

void
lab_open(const struct trial *t)
{
	for (int fd = 3; fd < 100; fd++)
		close(fd);	/* of whoever has called us: what is open later is the plugin's */
	limits = t;
	told = told_open(t);
	product = scratch_file();
	said = heard_open();
	listen_to_signals();
	make_folder();
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
	free(folder);
}

/* Leaves neither the child nor the folder behind. */
static void
end_by_signal(pid_t pid)
{
	kill(-pid, SIGKILL);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	lab_close();
	signal(stopped, SIG_DFL);
	raise(stopped);
	_exit(128 + stopped);	/* unless a tracer keeps it back */
}

void
lab_put(const void *bytes, size_t size)
{
	write_all(product, (struct jy_bytes){bytes, size});
}

static void
inside(void (*work)(const struct trial *, const void *), const struct trial *t, const void *with)
{
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	setpgid(0, 0);
#ifdef HAVE_SYS_PRCTL_H
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
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

	for (unsigned ticks = told->ticks; !has_ended(pid);) {
		if (stopped)
			end_by_signal(pid);
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

static void
tell_death(enum rule rule, int status, bool overdue)
{
	int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	char line[256];

	heard_line(line, sizeof(line));
	if (overdue || number == SIGXCPU)
		lab_fault(rule, "it did not end within %ld s (--time)", seconds_allowed());
	else if (number)
		lab_fault(rule, "it died of %s%s%s", signal_name(number), *line ? ": " : "", line);
	else if (WEXITSTATUS(status) == EX_TEMPFAIL)
		lab_fault(rule, "it wanted more than %ld MiB of memory (--memory)",
		    limits->mebibytes);
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
	if (told->ended && heard_line(line, sizeof(line)))
		report_fault(QUIET, line);
}

static void
begin_anew(enum rule rule)
{
	told_begin(rules[rule].name);
	empty_file(product);
	heard_begin();
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

	begin_anew(rule);
	if (!is_wanted(t, rule))
		return false;
	pid = fork();
	if (pid == 0)
		inside(work, t, with);
	if (pid < 0)
		exit(complain(EX_TEMPFAIL, NULL, "resources", "fork: %m"));
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
