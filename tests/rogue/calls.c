/* System calls of a rogue: with sense, or without any to see whether the kernel gets them at all. */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "rogue.h"

void
try_calls(void)
{
	struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};

	tell("unix", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
	tell("memfd", syscall(SYS_memfd_create, "rogue", 0) >= 0);
	tell("rlimit", setrlimit(RLIMIT_CPU, &more) == 0);
	tell("group", setpgid(0, 0) == 0);
	tell("session", setsid() >= 0);
	tell("deathsig", prctl(PR_SET_PDEATHSIG, 0) == 0);
	tell("dumpable", prctl(PR_SET_DUMPABLE, 1) == 0);
	tell("clone3", syscall(SYS_clone3, NULL, 0) >= 0);
	tell("openat2", syscall(437, -100, "/etc/passwd", NULL, 0) >= 0);
	tell("ioctl", isatty(2) == 1);
}

/* Arguments without sense: a kernel that gets the call does no harm, and says what is wrong with
 * them; the filter says other things. */
static void
call(const char *name, long number)
{
	bool failed = syscall(number, -1L, -1L, -1L, -1L, -1L, -1L) < 0;

	tell(name, !failed || (errno != EACCES && errno != ENOSYS && errno != ENOTTY));
}

void
call_by_number(const char *words, size_t size)
{
	char *copy = strndup(words, size), *at = copy, name[64];
	long number;
	int length;

	for (; sscanf(at, "%63s %ld%n", name, &number, &length) == 2; at += length)
		call(name, number);
	free(copy);
}

/* The calls of 32 bits have other numbers: by those of 64 this would be another one. */
void
call_as_i386(void)
{
#ifdef __x86_64__
	long found = 20;	/* getpid */

	__asm__ volatile("int $0x80" : "+a"(found) : : "memory");
	tell("int 0x80", found >= 0);
#endif
}

static int
end_at_once(void *nothing)
{
	(void)nothing;
	return 0;
}

/* A thread, and yet in a network of its own. */
void
enter_namespace(void)
{
	static char stack[65536] __attribute__((aligned(16)));

	tell("namespace",
	    clone(end_at_once, stack + sizeof(stack),
		CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_NEWNET, NULL)
		>= 0);
}
