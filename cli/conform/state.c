/* What belongs to the process and not to a plugin, as lines of text. */
#include <dirent.h>
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conform.h"

/* A library that can be kept quiet only by a file to write to, as Tesseract, opens /dev/null, and keeps
 * that: once in a process it is let pass. */
static void
put_descriptors(FILE *to)
{
	char path[64], target[512];
	bool silenced = false;

	for (int fd = 0; fd < 100; fd++) {	/* those of ours are above */
		ssize_t n;

		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
		n = readlink(path, target, sizeof(target) - 1);
		if (n == 9 && fd > 2 && !silenced && memcmp(target, "/dev/null", 9) == 0)
			silenced = true;
		else if (n >= 0)
			fprintf(to, "descriptor %d open: %.*s\n", fd, (int)n, target);
	}
}

static void
put_folder(FILE *to)
{
	char *cwd = getcwd(NULL, 0);
	DIR *dir = opendir(".");

	fprintf(to, "current folder: %s\n", cwd ? cwd : "gone");
	free(cwd);
	for (struct dirent *e; dir && (e = readdir(dir));)
		if (*e->d_name != '.')
			fprintf(to, "file in the current folder: %s\n", e->d_name);
	if (dir)
		closedir(dir);
}

static void
put_signals(FILE *to)
{
	struct sigaction action;
	sigset_t mask;

	pthread_sigmask(SIG_BLOCK, NULL, &mask);
	for (int i = 1; i < NSIG; i++) {
		if (sigaction(i, NULL, &action) == 0 && action.sa_handler != SIG_DFL)
			fprintf(to, "handler of signal %d: %s\n", i,
			    action.sa_handler == SIG_IGN ? "it is ignored" : "a function");
		if (sigismember(&mask, i) == 1)
			fprintf(to, "blocked: signal %d\n", i);
	}
}

static void
put_limits(FILE *to)
{
	struct rlimit r;

	for (int i = 0; i < RLIM_NLIMITS; i++)
		if (getrlimit((__typeof__(RLIMIT_CORE))i, &r) == 0)
			fprintf(to, "resource limit %d: %ju %ju\n", i, (uintmax_t)r.rlim_cur,
			    (uintmax_t)r.rlim_max);
}

static void
put_tasks(FILE *to)
{
	DIR *dir = opendir("/proc/self/task");
	int threads = 0;
	siginfo_t info = {0};

	while (dir && readdir(dir))
		threads++;
	if (dir)
		closedir(dir);
	fprintf(to, "threads: %d\n", threads - 2);
	if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0)
		fputs("a child process\n", to);
}

char *
state_now(void)
{
	char *text;
	size_t size;
	FILE *to = must(open_memstream(&text, &size));
	mode_t mask = umask(0);

	umask(mask);
	fprintf(to, "umask: %03o\n", (unsigned)mask);
	fprintf(to, "locale: %s\n", setlocale(LC_ALL, NULL));
	fprintf(to, "locale of the thread: %s\n",
	    uselocale((locale_t)0) == LC_GLOBAL_LOCALE ? "none" : "its own");
	fprintf(to, "rounding of numbers: %d\n", fegetround());
	fprintf(to, "alarm: %u\n", alarm(0));
	for (char **e = environ; e && *e; e++)
		fprintf(to, "in the environment: %s\n", *e);
	put_descriptors(to);
	put_folder(to);
	put_signals(to);
	put_limits(to);
	put_tasks(to);
	fclose(to);
	return must(text);
}

/* Is the line at LINE, of LEN bytes, one of TEXT? */
static bool
has_line(const char *text, const char *line, size_t len)
{
	for (; *text; text += strcspn(text, "\n") + 1)
		if (strcspn(text, "\n") == len && strncmp(text, line, len) == 0)
			return true;
	return false;
}

static bool
find_line(const char *of, const char *not_of, const char *word, char *buffer, size_t size)
{
	for (size_t len; *of; of += len + 1) {
		len = strcspn(of, "\n");
		if (!has_line(not_of, of, len)) {
			snprintf(buffer, size, "%s: %.*s", word, (int)len, of);
			return true;
		}
	}
	return false;
}

bool
state_changed(const char *before, const char *after, char *buffer, size_t size)
{
	return strcmp(before, after) != 0
	    && (find_line(after, before, "after it", buffer, size)
		|| find_line(before, after, "before it, and no more", buffer, size));
}
