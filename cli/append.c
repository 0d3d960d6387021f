/*
 * Outputs that continue a file: what it holds is read, continued in memory, and replaced whole.  So
 * that no row of another jiyao is lost that does the same at the same time, the folder is locked
 * meanwhile; the file itself cannot be, since it is another one afterwards.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cli.h"

/* How far the target's path names its folder. */
static size_t
folder_length(const struct output *o)
{
	return (size_t)(strrchr(o->target, '/') - o->target);
}

static int
compare_folders(const struct output *a, const struct output *b)
{
	size_t m = folder_length(a), n = folder_length(b);
	int order = memcmp(a->target, b->target, m < n ? m : n);

	return order ? order : (m > n) - (m < n);
}

/* The first folder after that of LAST (NULL: of all): who locks in one order cannot lock each other
 * out, and no folder is locked twice. */
static struct output *
next_to_lock(struct output *outputs, const struct output *last)
{
	struct output *first = NULL;

	for (struct output *o = outputs; o; o = o->next)
		if (o->append && (!last || compare_folders(o, last) > 0)
		    && (!first || compare_folders(o, first) < 0))
			first = o;
	return first;
}

/* A file system that knows no locks does without. */
static void
lock(struct output *o)
{
	size_t n = folder_length(o);
	char *folder = must(n ? strndup(o->target, n) : strdup("/"));

	o->lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	while (o->lock >= 0 && flock(o->lock, LOCK_EX) && errno == EINTR)
		;
}

static int
take_over(const struct output *o)
{
	struct input there = {0};
	struct stat st;
	int status;

	if (stat(o->target, &st) || st.st_size == 0)
		return 0;	/* it begins here */
	status = input_read(&there, o->path);
	if (!status)
		jy_put(o->out, there.bytes.at, there.bytes.size);
	input_free(&there);
	return status;
}

int
outputs_begin(struct output *outputs)
{
	int status = 0;

	for (struct output *o = NULL; (o = next_to_lock(outputs, o));)
		lock(o);
	for (struct output *o = outputs; o && !status; o = o->next) {
		o->out = jy_out_new();
		status = o->append ? take_over(o) : 0;
	}
	return status;
}

void
outputs_unlock(struct output *outputs)
{
	for (struct output *o = outputs; o; o = o->next)
		if (o->lock >= 0)
			close(o->lock);
}
