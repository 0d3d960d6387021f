/*
 * One writer at a time.  SQLite has locks for each transaction, but a batch is many.  So a file beside
 * the ledger is locked as long as the batch lives; it goes when the batch ends, and what a killed one
 * leaves of it is harmless.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

struct lock {
	int fd;
	char *path;
};

/* Has PATH been removed, or made anew, by one who held the lock before us? */
static bool
is_gone(int fd, const char *path)
{
	struct stat held, there;

	return fstat(fd, &held) || stat(path, &there) || held.st_ino != there.st_ino
	    || held.st_dev != there.st_dev;
}

/* A descriptor of the locked file; -1 and errno. */
static int
hold(const char *path)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	for (;;) {
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666), error;

		if (fd < 0)
			return -1;
		/* A lock of this kind is the process's own: children, which live on for a moment
		 * when it is killed, do not hold it. */
		if (fcntl(fd, F_SETLK, &whole)) {
			error = errno;
			close(fd);
			errno = error == EACCES ? EAGAIN : error;
			return -1;
		}
		if (!is_gone(fd, path))
			return fd;
		close(fd);
	}
}

static int
refuse(const char *file)
{
	if (errno == EAGAIN)
		return complain(EX_TEMPFAIL, file, "busy", "another jiyao is writing it");
	if (errno == EACCES || errno == EPERM || errno == EROFS)
		return complain(EX_NOPERM, file, "permission", "it may not be written: %m");
	return complain(EX_CANTCREAT, file, "output", "it cannot be locked: %m");
}

int
lock_take(struct lock **lock, const char *file)
{
	struct lock *l = must(calloc(1, sizeof(*l)));
	int error;

	if (asprintf(&l->path, "%s-lock", file) < 0)
		must(NULL);
	l->fd = hold(l->path);
	if (l->fd >= 0) {
		*lock = l;
		return 0;
	}
	error = errno;
	free(l->path);
	free(l);
	errno = error;
	return refuse(file);
}

void
lock_release(struct lock *lock)
{
	if (!lock)
		return;
	unlink(lock->path);	/* while it is held, so that nobody waits for a file that goes */
	close(lock->fd);
	free(lock->path);
	free(lock);
}
