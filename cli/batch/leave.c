/*
 * What a child gives up of its parent, whose copy it is: signals, descriptors, memory they share, and
 * what the environment says to others.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "inside.h"

/* Without its parent nobody waits for it, nor for its outputs. */
static void
die_with(pid_t parent)
{
#ifdef HAVE_SYS_PRCTL_H
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent)
		_exit(EX_TEMPFAIL);
}

/* SIGXFSZ stays ignored: a file that grows too large is an error like another. */
static void
reset_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		if (i != SIGXFSZ)
			signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* When memory is short the kernel is to take a child, not the batch. */
static void
offer_to_killer(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (write(fd, "500", 3) < 0)
		errno = 0;	/* then it is any process's turn, as without this */
	close(fd);
}

static void
close_between(int first, int last)
{
#ifdef HAVE_CLOSE_RANGE
	if (first > last || close_range((unsigned int)first, (unsigned int)last, 0) == 0)
		return;
#endif
	for (int most = (int)sysconf(_SC_OPEN_MAX); first <= last && first < most; first++)
		close(first);
}

static int
by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Keeps the COUNT descriptors KEPT, which this sorts, and the three that every process has. */
static void
close_others(int *kept, size_t count)
{
	int next = STDERR_FILENO + 1;

	qsort(kept, count, sizeof(*kept), by_number);
	for (size_t i = 0; i < count; i++) {
		close_between(next, kept[i] - 1);
		next = kept[i] + 1;
	}
	close_between(next, INT_MAX);
}

static size_t
count_outputs(const struct job *job)
{
	size_t count = 0;

	for (const struct output *o = job->outputs; o; o = o->next)
		count++;
	return count;
}

/* A plugin that prints or reads what it should not does so to and from nothing. */
static int
settle_descriptors(const struct job *job, const int *outputs, const struct ends *ends)
{
	size_t count = count_outputs(job);
	int *kept = must(malloc((count + 2) * sizeof(*kept)));
	int nothing = open("/dev/null", O_RDWR);

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0
	    || dup2(ends->said, STDERR_FILENO) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		kept[i] = outputs[i];
	kept[count++] = ends->record;
	if (ends->sandbox >= 0)
		kept[count++] = ends->sandbox;
	close_others(kept, count);
	free(kept);
	return 0;
}

/* Memory that both can write, such as the index of the ledger that SQLite maps: not a byte of what
 * the parent keeps is to be a child's to change. */
static void
unmap_shared(void)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	unsigned long from, to;
	char line[PATH_MAX + 128], mode[5];

	while (maps && fgets(line, sizeof(line), maps))
		if (sscanf(line, "%lx-%lx %4s", &from, &to, mode) == 3 && mode[1] == 'w'
		    && mode[3] == 's')
			munmap((void *)from, to - from);
	if (maps)
		fclose(maps);
}

/* What libraries are set by; the rest may be secrets, of the services that programs are told by it. */
static bool
is_for_libraries(const char *variable)
{
	static const char *const beginnings[] = {
		/* the user, and how the user speaks */
		"HOME=", "PATH=", "TZ=", "TMPDIR=", "LANG=", "LANGUAGE=", "LC_", "XDG_", "LOCPATH=",
		/* fonts, characters, catalogues, OCR */
		"FC_", "FONTCONFIG_", "GCONV_PATH=", "XML_", "TESSDATA_PREFIX=", "OMP_",
		/* the C library, GLib, sanitizers and our own */
		"LD_", "MALLOC_", "GLIBC_TUNABLES=", "G_", "ASAN_", "LSAN_", "UBSAN_", "GCOV_", "JIYAO_"
	};

	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		if (strncmp(variable, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

static void
forget_environment(void)
{
	char **kept = environ;

	for (char **variable = environ; *variable; variable++)
		if (is_for_libraries(*variable))
			*kept++ = *variable;
		else
			explicit_bzero(*variable, strlen(*variable));
	*kept = NULL;
}

int
leave_parent(pid_t parent, const struct job *job, const int *outputs, const struct ends *ends)
{
	die_with(parent);
	reset_signals();
	offer_to_killer();
	unmap_shared();
	forget_environment();
	return settle_descriptors(job, outputs, ends);
}
