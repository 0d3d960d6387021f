/*
 * The clock of the worlds: a program's functions come before those of the C library, so a plugin that
 * asks for the time gets the answer here.
 */
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "conform.h"

static time_t ahead;			/* in seconds */

void
set_clock_ahead(long days)
{
	ahead = (time_t)days * 86400;
}

__attribute__((visibility("default"))) int
clock_gettime(clockid_t clock, struct timespec *t)
{
	int failed = (int)syscall(SYS_clock_gettime, clock, t);

	if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		t->tv_sec += ahead;
	return failed;
}

__attribute__((visibility("default"))) time_t
time(time_t *to)
{
	struct timespec t = {0};

	clock_gettime(CLOCK_REALTIME, &t);
	if (to)
		*to = t.tv_sec;
	return t.tv_sec;
}

__attribute__((visibility("default"))) int
gettimeofday(struct timeval *restrict to, void *restrict zone)
{
	struct timespec t = {0};

	(void)zone;			/* obsolete, and not filled in by Linux */
	clock_gettime(CLOCK_REALTIME, &t);
	*to = (struct timeval){t.tv_sec, t.tv_nsec / 1000};
	return 0;
}
