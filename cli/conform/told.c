/*
 * In the child: what is done, on which bytes, and what is wrong with it.  It stands in memory that is
 * shared, so that the parent knows it when the child is dead.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "lab.h"

static struct told *told;
static unsigned char *stage;		/* where inputs stand; at its end, a page that is not there */
static size_t stage_room;
static const struct trial *limits;

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

/* Damage makes an input longer by some hundred bytes. */
struct told *
told_open(const struct trial *t)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	limits = t;
	stage_room = (largest(t) * 2 / page + 32) * page;
	told = shared(sizeof(*told));
	stage = shared(stage_room + page);
	if (mprotect(stage + stage_room, page, PROT_NONE))
		must(NULL);
	return told;
}

void
told_begin(const char *doing)
{
	int kept = told->kept;

	memset(told, 0, sizeof(*told));
	told->kept = kept;
	snprintf(told->doing, sizeof(told->doing), "%s", doing);
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

long
seconds_allowed(void)
{
	return limits->seconds * (lab_is_slow() ? 20 : 1);
}

/* The soft limit can be moved on from call to call. */
void
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
	unsigned char *at;

	if (size > stage_room)
		return (struct jy_bytes){bytes, size};
	at = stage + stage_room - size;
	mprotect(stage, stage_room, PROT_READ | PROT_WRITE);
	if (size)
		memcpy(at, bytes, size);
	mprotect(stage, stage_room, PROT_READ);
	told->input = size;
	return (struct jy_bytes){at, size};
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
	if (fd < 0
	    || write_all(fd, (struct jy_bytes){stage + stage_room - told->input, told->input}))
		*where = '\0';
	if (fd >= 0)
		close(fd);
}

static void
pass_on(enum rule rule, const char *text)
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
		pass_on(rule, text);
}
