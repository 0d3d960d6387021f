/* The new folder appears whole or not at all: it is made under another name, beside its place. */
#include <errno.h>
#include <ftw.h>
#include <libgen.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "skeleton.h"

static int
drop(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st, (void)kind, (void)where;
	return remove(path);
}

static int
cannot(const char *folder, int error)
{
	if (error == EACCES || error == EPERM || error == EROFS)
		return complain(EX_NOPERM, folder, "permission", "it may not be made");
	errno = error;
	return complain(EX_CANTCREAT, folder, "output", "it cannot be made: %m");
}

/* mkdtemp makes folders for their owner alone. */
static int
open_to_others(const char *folder)
{
	mode_t mask = umask(0);

	umask(mask);
	return chmod(folder, 0777 & ~mask);
}

/* An empty folder is no obstacle to rename, so it is looked for before. */
static int
fill(const struct skeleton *s, char *temporary)
{
	int status = 0;

	if (!mkdtemp(temporary))
		return cannot(s->folder, errno);
	if (put_templates(s, temporary) || open_to_others(temporary)
	    || rename(temporary, s->folder)) {
		status = cannot(s->folder, errno);
		nftw(temporary, drop, 8, FTW_DEPTH | FTW_PHYS);
	}
	return status;
}

int
make_folder(const struct skeleton *s)
{
	char *copy, *temporary;
	struct stat st;
	sigset_t all;
	int status;

	if (lstat(s->folder, &st) == 0)
		return complain(EX_CANTCREAT, s->folder, "exists",
		    "it is there already, and nothing is written over");
	copy = must(strdup(s->folder));
	if (asprintf(&temporary, "%s/.jiyao-XXXXXX", dirname(copy)) < 0)
		must(NULL);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL);	/* what would end the program waits until it is done */
	status = fill(s, temporary);
	sigprocmask(SIG_UNBLOCK, &all, NULL);
	free(temporary);
	free(copy);
	return status;
}
