/* Where an output stands; see place.h. */
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../cli.h"
#include "names.h"

/* The folder PART of FOLDER, which is closed; or -1 and errno. */
static int
descend(int folder, const char *part)
{
	int error;

	if (mkdirat(folder, part, 0777) == 0 || errno == EEXIST)
		return enter_folder(folder, part);
	error = errno;
	close(folder);
	errno = error;
	return -1;
}

int
place_find(struct place *p, int root, const char *name)
{
	char *copy = must(strdup(name)), *rest = copy, *part = strsep(&rest, "/");
	int folder = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (; folder >= 0 && rest; part = strsep(&rest, "/"))
		folder = descend(folder, part);
	p->folder = folder;
	p->name = must(strdup(part));
	p->temporary = temporary_name(part);
	free(copy);
	return folder < 0 ? -1 : 0;
}

/* What a kill has left is taken away rather than written over: it might be another name of a file that
 * is elsewhere. */
int
place_begin(const struct place *p)
{
	if (unlinkat(p->folder, p->temporary, 0) && errno != ENOENT)
		return -1;
	return openat(p->folder, p->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
	    0666);
}

int
place_end(const struct place *p)
{
	return renameat(p->folder, p->temporary, p->folder, p->name);
}

void
place_clear_temporary(const struct place *p)
{
	if (p->folder >= 0)
		unlinkat(p->folder, p->temporary, 0);
}

void
place_clear(const struct place *p)
{
	place_clear_temporary(p);
	if (p->folder >= 0)
		unlinkat(p->folder, p->name, 0);
}

void
place_free(struct place *p)
{
	if (p->name && p->folder >= 0)
		close(p->folder);
	free(p->name);
	free(p->temporary);
	*p = (struct place){0};
}
