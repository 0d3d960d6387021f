/*
 * Output files appear whole or not at all: everything is staged in temporary files beside the
 * targets and synced, then what goes to pipes is written, and only then the files are renamed.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

/* What a signal has to clear away before it ends the program. */
static struct output *staged;

static void
drop(struct output *outputs)
{
	for (struct output *o = outputs; o; o = o->next)
		if (o->temporary)
			unlink(o->temporary);
}

void
outputs_drop(void)
{
	drop(staged);
}

/* SIGTERM is how schedulers take a machine back: what was begun is to be tried again. */
static void
drop_and_die(int signal)
{
	outputs_drop();
	if (signal == SIGTERM)
		_exit(EX_TEMPFAIL);
	raise(signal);		/* SA_RESETHAND: this time it ends the program */
}

void
die_cleanly(void)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGTERM, SIGXCPU};
	struct sigaction action = {.sa_handler = drop_and_die, .sa_flags = SA_RESETHAND}, before;

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
}

static int
cannot(const char *path, int status, const char *what, int error)
{
	if (error == EACCES || error == EPERM)
		return complain(EX_NOPERM, path, "permission", "it may not be written");
	errno = error;
	return complain(status, path, "output", "%-s: %m", what);
}

int
descriptor_of(const char *path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};

	if (strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		size_t n = strlen(folders[i]), digits;

		if (strncmp(path, folders[i], n) != 0)
			continue;
		digits = strspn(path + n, "0123456789");
		if (digits && digits < 7 && !path[n + digits])
			return atoi(path + n);
	}
	return -1;
}

/* What a link at TARGET points to, which need not exist; NULL: it is no link. */
static char *
follow(const char *target)
{
	char link[PATH_MAX], *next;
	ssize_t n = readlink(target, link, sizeof(link));

	if (n <= 0 || (size_t)n == sizeof(link))
		return NULL;
	if (asprintf(&next, "%.*s%.*s", *link == '/' ? 0 : (int)(strrchr(target, '/') + 1 - target),
		target, (int)n, link)
	    < 0)
		return must(NULL);
	return next;
}

/* The real path of a file that need not exist yet; nor need that which a link points to. */
static char *
resolve(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char *folder, *real, *next, *target = realpath(path, NULL);

	if (target || errno != ENOENT || !*name)
		return target;
	folder = slash ? must(strndup(path, (size_t)(slash + 1 - path))) : must(strdup("."));
	real = realpath(folder, NULL);
	free(folder);
	if (real && asprintf(&target, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name) < 0)
		target = must(NULL);
	free(real);
	next = target ? follow(target) : NULL;
	if (next) {	/* realpath has found that the links are no loop */
		free(target);
		target = resolve(next);
		free(next);
	}
	return target;
}

/* In a folder where everybody can make files, as /tmp, a link may have been left that leads to a file of
 * ours.  Not all kernels see to that, and none where a path is resolved step by step. */
static bool
is_trap(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? must(strndup(path, (size_t)(slash + 1 - path))) : must(strdup("."));
	struct stat link, about;
	bool trap = lstat(path, &link) == 0 && S_ISLNK(link.st_mode) && stat(folder, &about) == 0
	    && about.st_mode & S_ISVTX && about.st_mode & S_IWOTH && link.st_uid != geteuid()
	    && link.st_uid != about.st_uid;

	free(folder);
	return trap;
}

/* Devices, FIFOs and the like have no whole to keep: they are written in place.  So is what the
 * caller has opened, since others may write there too. */
static int
open_target(struct output *o, const struct stat *input)
{
	struct stat st;
	bool exists = stat(o->path, &st) == 0;

	if (is_trap(o->path))
		return complain(EX_NOPERM, o->path, "permission",
		    "it is a link that another user has left where everybody can");
	if (exists && S_ISDIR(st.st_mode))
		return complain(EX_CANTCREAT, o->path, "directory", "it is a directory");
	if (exists && S_ISREG(st.st_mode) && st.st_dev == input->st_dev
	    && st.st_ino == input->st_ino)
		return complain(EX_USAGE, o->path, "usage", "the output would replace the input");
	if (exists && access(o->path, W_OK))
		return cannot(o->path, EX_CANTCREAT, N_("it cannot be written"), errno);
	if (exists && (!S_ISREG(st.st_mode) || descriptor_of(o->path) >= 0))
		return !o->append
		    ? 0
		    : complain(EX_USAGE, o->path, "usage", "only a regular file can be continued");
	o->target = resolve(o->path);
	return o->target ? 0 : cannot(o->path, EX_CANTCREAT, N_("it cannot be created"), errno);
}

int
outputs_open(struct output *outputs, const struct stat *input)
{
	for (struct output *o = outputs; o; o = o->next) {
		int status = o->path ? open_target(o, input) : 0;

		if (status)
			return status;
		for (const struct output *p = outputs; p != o; p = p->next)
			if (o->target && p->target && strcmp(o->target, p->target) == 0)
				return complain(EX_USAGE, o->path, "usage",
				    "two outputs would go into this file");
	}
	return 0;
}

int
write_all(int fd, struct jy_bytes bytes)
{
	while (bytes.size > 0) {
		ssize_t n = write(fd, bytes.at, bytes.size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		bytes.at += n;
		bytes.size -= (size_t)n;
	}
	return 0;
}

/* mkostemp makes files for the owner alone; what people make has the mode that they chose, and what
 * is replaced keeps its own. */
static int
set_mode(int fd, const char *target)
{
	struct stat st;
	mode_t mask;

	if (stat(target, &st) == 0)
		return fchmod(fd, st.st_mode & 0777);
	mask = umask(0);
	umask(mask);
	return fchmod(fd, 0666 & ~mask);
}

static int
stage(struct output *o)
{
	char *name;
	int fd, failed, error;

	if (asprintf(&name, "%.*s/.jiyao-XXXXXX", (int)(strrchr(o->target, '/') - o->target),
		o->target)
	    < 0)
		must(NULL);
	o->temporary = name;
	fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		return cannot(o->path, EX_CANTCREAT, N_("it cannot be created"), errno);
	failed = set_mode(fd, o->target) || write_all(fd, jy_out_bytes(o->out)) || fsync(fd);
	error = errno;
	if (close(fd) && !failed) {
		failed = 1;
		error = errno;
	}
	return failed ? cannot(o->path, EX_IOERR, N_("it cannot be written"), error) : 0;
}

bool
is_binary(struct jy_bytes bytes)
{
	return bytes.size && memchr(bytes.at, '\0', bytes.size);
}

/* To standard output or, with -o, to what is no regular file. */
static int
write_in_place(struct output *o)
{
	struct jy_bytes bytes = jy_out_bytes(o->out);
	int own = o->path ? descriptor_of(o->path) : STDOUT_FILENO;
	int fd = own >= 0 ? own : open(o->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	int status = 0;

	if (fd < 0)
		return cannot(o->path, EX_CANTCREAT, N_("it cannot be opened"), errno);
	if (is_binary(bytes) && isatty(fd))
		status = complain(EX_USAGE, o->path, "usage",
		    "%s is binary and not for a terminal: name a file with -o or use a pipe",
		    o->format);
	else if (write_all(fd, bytes))	/* who closed the pipe knows it: not a word */
		status = errno == EPIPE ? EX_IOERR
					: cannot(o->path ? o->path : standard_output, EX_IOERR,
					    N_("it cannot be written"), errno);
	if (own < 0)
		close(fd);
	return status;
}

static int
put_in_place(struct output *o)
{
	char *slash = strrchr(o->target, '/');
	int folder;

	if (rename(o->temporary, o->target))
		return cannot(o->path, EX_CANTCREAT, N_("it cannot be created"), errno);
	*slash = '\0';
	folder = open(slash == o->target ? "/" : o->target, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder >= 0) {
		fsync(folder);	/* where a file system has no use for it, it says so: never mind */
		close(folder);
	}
	*slash = '/';
	return 0;
}

int
outputs_deliver(struct output *outputs)
{
	int status = 0;

	staged = outputs;
	for (struct output *o = outputs; o && !status; o = o->next)
		status = o->target ? stage(o) : 0;
	for (struct output *o = outputs; o && !status; o = o->next)
		status = o->target ? 0 : write_in_place(o);
	for (struct output *o = outputs; o && !status; o = o->next)
		status = o->target ? put_in_place(o) : 0;
	if (status)
		drop(outputs);
	staged = NULL;
	return status;
}

int
finish_stdout(void)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return EX_OK;
	return errno == EPIPE
	    ? EX_IOERR
	    : cannot(standard_output, EX_IOERR, N_("it cannot be written"), errno);
}
