/* The whole input in memory, from wherever it comes. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

enum { FIRST_READ = 64 * 1024, MEBIBYTE = 1024 * 1024, MOST = 1024 };	/* MOST in mebibytes */

static int
unreadable(const char *path)
{
	switch (errno) {
	case EACCES:
	case EPERM:
		return complain(EX_NOPERM, path, "permission", "it may not be read");
	case ENOENT:
	case ENOTDIR:
	case ELOOP:
	case ENAMETOOLONG:
	case ENXIO:
		return complain(EX_NOINPUT, path, "no-input", "there is no such file");
	case EMFILE:
	case ENFILE:
	case ENOMEM:
		return complain(EX_TEMPFAIL, path, "resources", "%m");
	default:
		return complain(EX_IOERR, path, "unreadable", "it cannot be read: %m");
	}
}

/* There are devices and pipes without an end, and files with holes are larger than any disk. */
static int
too_large(const char *path)
{
	return complain(EX_DATAERR, path, "too-large", "it has more than %d MiB", MOST);
}

/* Reads to the end, or a little beyond the most: a file's size is only a first guess, and a pipe has
 * none. */
static int
read_all(struct input *in, int fd)
{
	size_t room = in->stat.st_size > 0 ? (size_t)in->stat.st_size + 1 : FIRST_READ, used = 0;
	unsigned char *bytes = must(malloc(room));
	ssize_t n;

	while (used <= (size_t)MOST * MEBIBYTE && (n = read(fd, bytes + used, room - used)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			free(bytes);
			return -1;
		}
		used += (size_t)n;
		if (used == room)
			bytes = must(reallocarray(bytes, room *= 2, 1));
	}
	in->bytes = (struct jy_bytes){bytes, used};
	return 0;
}

static int
take(struct input *in, const char *path, int fd)
{
	if (fstat(fd, &in->stat))
		return unreadable(path);
	if (S_ISDIR(in->stat.st_mode))
		return complain(EX_NOINPUT, path, "directory",
		    "it is a directory: name the files in it, one at a time");
	if (in->stat.st_size > (off_t)MOST * MEBIBYTE)
		return too_large(path);
	if (read_all(in, fd))
		return unreadable(path);
	if (in->bytes.size > (size_t)MOST * MEBIBYTE)
		return too_large(path);
	if (in->bytes.size == 0)
		return complain(EX_DATAERR, path, "empty", "it is empty");
	return 0;
}

int
input_take(struct input *in, const char *path, int fd)
{
	int status = fd < 0 ? unreadable(path) : take(in, path, fd);

	if (fd >= 0)
		close(fd);
	return status;
}

int
input_read(struct input *in, const char *path)
{
	if (strcmp(path, "-") == 0)
		return take(in, path, STDIN_FILENO);
	return input_take(in, path, open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY));
}

void
input_free(struct input *in)
{
	free((void *)in->bytes.at);
}
