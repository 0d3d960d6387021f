/* Why a child died that gave no account of itself, or not to the end. */
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "inside.h"

/* Processes that the kernel has killed for want of memory, since it runs; -1: who knows. */
static long
kernel_kills(void)
{
	FILE *file = fopen("/proc/vmstat", "re");
	char line[128];
	long kills = -1;

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "oom_kill %ld", &kills) == 1)
			break;
	if (file)
		fclose(file);
	return kills;
}

static long kills_before = -1;

void
death_prepare(void)
{
	if (kills_before < 0)
		kills_before = kernel_kills();
}

/* Has there been another since we last asked? */
static bool
is_kernels_kill(void)
{
	long before = kills_before;

	kills_before = kernel_kills();
	return kills_before > before;
}

/* What a library said, behind words that are there. */
static void
add_complaint(char *words, size_t size, const char *said)
{
	size_t len = strlen(words);

	if (len && *said)
		snprintf(words + len, size - len, " (%s)", said);
}

__attribute__((format(printf, 4, 5)))
static struct ending
conclude(const struct evidence *e, int status, const char *reason, const char *format, ...)
{
	struct ending end = {.status = status, .reason = reason};
	const char *said = e->child->complaint;
	va_list args;

	va_start(args, format);
	ending_vsay(&end, format, args);
	va_end(args);
	add_complaint(end.sentence, sizeof(end.sentence), said);
	add_complaint(end.shown, sizeof(end.shown), said);
	return end;
}

const char *
signal_name(int number)
{
	static char name[32];
#ifdef HAVE_SIGABBREV_NP
	const char *short_name = sigabbrev_np(number);

	if (short_name) {
		snprintf(name, sizeof(name), "SIG%s", short_name);
		return name;
	}
#endif
	snprintf(name, sizeof(name), "signal %d", number);
	return name;
}

/* Libraries that get no memory say so, each in its words, and end the process in its way. */
static bool
complains_of_memory(const struct evidence *e)
{
	static const char *const words[] = {
		"bad_alloc", "failed to allocate", "out of memory", "cannot allocate memory",
		"memory has run out", "memory exhausted", "allocation failed"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcasestr(e->child->complaint, words[i]))
			return true;
	return false;
}

static bool
was_near_limit(const struct evidence *e)
{
	long limit = e->child->mebibytes;

	return limit > 0 && e->usage->ru_maxrss / 1024 >= limit * 9 / 10;
}

static bool
is_out_of_memory(const struct evidence *e)
{
	if (WIFEXITED(e->status))
		return WEXITSTATUS(e->status) == EX_TEMPFAIL || complains_of_memory(e);
	return complains_of_memory(e) || was_near_limit(e)
	    || (WTERMSIG(e->status) == SIGKILL && is_kernels_kill());
}

static bool
is_out_of_time(const struct evidence *e)
{
	const struct child *c = e->child;
	int number = WIFSIGNALED(e->status) ? WTERMSIG(e->status) : 0;

	return c->overdue || number == SIGXCPU
	    || (number == SIGKILL && c->seconds > 0
		&& e->usage->ru_utime.tv_sec + e->usage->ru_stime.tv_sec >= c->seconds);
}

static struct ending
of_signal(const struct evidence *e)
{
	int number = WTERMSIG(e->status);

	switch (number) {
	case SIGSYS:
		return conclude(e, EX_SOFTWARE, "forbidden",
		    "its reader did what no reader may: a "
		    "process, the network, or another call that the sandbox answers with death");
	case SIGHUP:
	case SIGINT:
	case SIGKILL:
	case SIGTERM:
		return conclude(e, EX_TEMPFAIL, "killed",
		    "its reader was killed from outside by %s", signal_name(number));
	default:
		return conclude(e, EX_SOFTWARE, "crashed", "its reader crashed with %s",
		    signal_name(number));
	}
}

struct ending
death_of(const struct evidence *e)
{
	const struct child *c = e->child;

	if (is_out_of_time(e))
		return conclude(e, EX_TEMPFAIL, "timeout",
		    "it took longer than the %ld s that a file may take", c->seconds);
	if (c->overfull)
		return conclude(e, EX_SOFTWARE, "protocol",
		    "the reader's record is longer than %d MiB", RECORD_LIMIT >> 20);
	if (c->mute)
		return conclude(e, EX_SOFTWARE, "protocol",
		    "the reader closed its record and did not end");
	if (!(WIFSIGNALED(e->status) && WTERMSIG(e->status) == SIGSYS) && is_out_of_memory(e))
		return conclude(e, EX_TEMPFAIL, "memory",
		    "it takes more memory than the %ld MiB that a file may take, or than there is",
		    c->mebibytes);
	if (WIFSIGNALED(e->status))
		return of_signal(e);
	return conclude(e, EX_SOFTWARE, "protocol",
	    "the reader ended with status %d in the middle of its work", WEXITSTATUS(e->status));
}
