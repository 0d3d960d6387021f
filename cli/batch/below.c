/* How an input of a batch is opened: it was listed a while ago, and anything may stand in its place now. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../cli.h"
#include "place.h"

int
enter_folder(int folder, const char *part)
{
	int next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int error = errno;

	close(folder);
	errno = error;
	return next;
}

/* A FIFO is not waited for; but a file server that keeps the file is, for it gives it up in a moment. */
static int
open_at(int folder, const char *name, int more)
{
	const struct timespec moment = {.tv_nsec = 50000000};
	int fd;

	while ((fd = openat(folder, name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC | more)) < 0
	    && errno == EWOULDBLOCK)
		nanosleep(&moment, NULL);
	return fd;
}

int
open_below(const char *root, const char *path)
{
	char *copy, *rest, *part;
	int folder, fd, error;

	if (!root)
		return open_at(AT_FDCWD, path, 0);
	copy = rest = must(strdup(path + strlen(root)));
	folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	while ((part = strsep(&rest, "/")) && rest && folder >= 0)
		if (*part)
			folder = enter_folder(folder, part);
	fd = folder < 0 ? -1 : open_at(folder, part && *part ? part : ".", O_NOFOLLOW);
	error = errno;
	if (folder >= 0)
		close(folder);
	free(copy);
	errno = error;
	return fd;
}
