/* What one file may take: processor time, memory, room on the disk. */
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "inside.h"

/* Of one output.  The largest that minutes have ever become is some megabytes; a file that grows
 * without end must not fill the disk before its time is over. */
#define LARGEST_OUTPUT ((rlim_t)2 << 30)

bool
limits_memory(void)
{
	return !UNDER_ASAN;
}

/* Soft limits can be raised again up to hard ones, so the two are one. */
static int
limit(int resource, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(resource, &now))
		return -1;
	if (now.rlim_max != RLIM_INFINITY && now.rlim_max < most)
		most = now.rlim_max;
	return setrlimit(resource, &(struct rlimit){most, most});
}

/* SIGXCPU ends it at the first, SIGKILL, which cannot be ignored, a second later. */
static int
limit_time(rlim_t seconds)
{
	struct rlimit now;

	if (getrlimit(RLIMIT_CPU, &now))
		return -1;
	if (now.rlim_max != RLIM_INFINITY && now.rlim_max <= seconds)
		return 0;
	return setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, seconds + 1});
}

/* Bytes of address space that are mapped already: the libraries, and what the parent had; 0: who
 * knows. */
static rlim_t
mapped(void)
{
	FILE *statm = fopen("/proc/self/statm", "re");
	unsigned long pages = 0;

	if (!statm)
		return 0;
	if (fscanf(statm, "%lu", &pages) != 1)
		pages = 0;
	fclose(statm);
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* Processes are not counted here: RLIMIT_NPROC counts all those of the user, and so says nothing of
 * a child; the filter of system calls keeps it from having any. */
int
limits_set(long seconds, long mebibytes)
{
	if (limit(RLIMIT_CORE, 0) || limit(RLIMIT_FSIZE, LARGEST_OUTPUT))
		return -1;
	if (seconds > 0 && limit_time((rlim_t)seconds))
		return -1;
	if (mebibytes > 0 && limits_memory())
		return limit(RLIMIT_AS, mapped() + ((rlim_t)mebibytes << 20));
	return 0;
}
