/* What there is to convert: files that are named, and all that is in folders that are named. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch.h"
#include "names.h"

/* Where a listing goes: below the root that was named, but not into the folder of the outputs. */
struct way { struct batch *batch; dev_t device; ino_t inode; bool known; const char *root; };

static int list_path(struct way *, const char *source, const struct stat *, bool named);

/* Of JSON lines nothing is missing, not even what is no file. */
static int
put_skipped(struct batch *b, const char *path, const char *skipped)
{
	struct ending end = {.status = EX_NOINPUT, .reason = skipped};

	snprintf(end.sentence, sizeof(end.sentence), "it is no file but a %s",
	    strcmp(skipped, "special") == 0 ? "device, pipe or socket" : "symbolic link");
	return put_line(b->lines, path, b->skipped_lines++, &end, -1);
}

static int
list_file(struct way *w, const char *source, const struct stat *st, const char *skipped)
{
	char *path = name_of(source);
	struct listed listed = {
		.path = path, .source = source, .skipped = skipped, .size = st->st_size,
		.mtime = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
	};
	bool own = shard_has(&w->batch->shard, path);
	int status;

	ledger_saw(w->batch->ledger, path);
	status = own ? ledger_list(w->batch->ledger, &listed) : 0;
	if (own && !status && skipped && w->batch->lines)
		status = put_skipped(w->batch, path, skipped);
	free(path);
	return status;
}

static char *
join(const char *folder, const char *name)
{
	size_t n = strlen(folder);
	char *path;

	if (asprintf(&path, "%s%s%s", folder, n && folder[n - 1] == '/' ? "" : "/", name) < 0)
		must(NULL);
	return path;
}

/* What the entry is, no link being followed.  What has gone meanwhile is listed, too, and so is what no
 * system call could name; both will fail. */
static struct stat
look_at(DIR *folder, const char *name, const char *path)
{
	struct stat st;

	if (strlen(path) >= PATH_MAX || fstatat(dirfd(folder), name, &st, AT_SYMLINK_NOFOLLOW))
		st = (struct stat){0};
	return st;
}

static DIR *
open_folder(const struct way *w, const char *folder)
{
	int fd = open_below(w->root, folder);
	DIR *entries = fd < 0 ? NULL : fdopendir(fd);

	if (fd >= 0 && !entries)
		close(fd);
	return entries;
}

/* A folder that cannot be read is an input that cannot be read: its child will say why. */
static int
list_folder(struct way *w, const char *folder, const struct stat *st)
{
	DIR *entries = open_folder(w, folder);
	struct dirent *entry;
	int status = 0;

	if (!entries)
		return list_file(w, folder, st, NULL);
	while (!status && (errno = 0, entry = readdir(entries))) {
		struct stat inner;
		char *path;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		path = join(folder, entry->d_name);
		inner = look_at(entries, entry->d_name, path);
		status = list_path(w, path, &inner, false);
		free(path);
	}
	if (!status && errno)
		status = complain(EX_IOERR, folder, "unreadable",
		    "it cannot be read to its end: %m");
	closedir(entries);
	return status;
}

static bool
is_outputs(const struct way *w, const struct stat *st)
{
	return w->known && st->st_dev == w->device && st->st_ino == w->inode;
}

/* Links within folders are not followed: what they lead to is listed where it is, or is not ours. */
static int
list_path(struct way *w, const char *source, const struct stat *st, bool named)
{
	if (S_ISDIR(st->st_mode))
		return is_outputs(w, st) ? 0 : list_folder(w, source, st);
	if (S_ISLNK(st->st_mode))
		return list_file(w, source, st, "symlink");
	if (st->st_mode && !S_ISREG(st->st_mode) && !named)
		return list_file(w, source, st, "special");
	return list_file(w, source, st, NULL);
}

/* Would the outputs stand beside the input, to be converted the next time, or in its place? */
static int
check_place(const struct batch *b, const char *source)
{
	char *name = name_of(source), *target = b->folder ? join(b->folder, name) : NULL;
	struct stat st, there;
	bool same = target && stat(source, &st) == 0 && stat(target, &there) == 0
	    && st.st_dev == there.st_dev && st.st_ino == there.st_ino;

	free(target);
	free(name);
	return same ? complain(EX_USAGE, source, "usage",
		   "its outputs would stand among the inputs: --out has to be another folder")
		    : 0;
}

int
check_inputs(const struct batch *b)
{
	int status = 0;

	for (char **path = b->paths; *path && !status; path++)
		status = check_place(b, *path);
	return status;
}

/* What is named on the command line may be a link. */
static int
list_named(struct way *w, const char *source)
{
	struct stat st = {0};

	if (!*source)
		return complain(EX_USAGE, NULL, "usage", "an input has no name");
	if (stat(source, &st) == 0 && !S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode))
		return list_file(w, source, &st, "special");
	if (check_place(w->batch, source))
		return EX_USAGE;
	w->root = S_ISDIR(st.st_mode) ? roots_keep(&w->batch->roots, source) : NULL;
	return list_path(w, source, &st, true);
}

/* Names that are ended by a NUL, as of find -print0. */
static int
list_from(struct way *w, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	FILE *in = standard ? stdin : fopen(path, "re");
	char *name = NULL;
	size_t room = 0;
	int status = 0;

	if (!in)
		return complain(EX_NOINPUT, path, "no-input", "it cannot be read: %m");
	while (!status && getdelim(&name, &room, '\0', in) > 0)
		status = list_named(w, name);
	if (!status && !feof(in))
		status = complain(EX_IOERR, path, "unreadable", "it cannot be read: %m");
	free(name);
	if (!standard)
		fclose(in);
	return status;
}

int
list_inputs(struct batch *b)
{
	struct way way = {.batch = b};
	struct stat st;
	int status = 0;

	if (b->folder && stat(b->folder, &st) == 0)
		way = (struct way){b, st.st_dev, st.st_ino, true, NULL};
	for (char **path = b->paths; *path && !status; path++)
		status = list_named(&way, *path);
	if (b->files_from && !status)
		status = list_from(&way, b->files_from);
	roots_sort(&b->roots, b->paths);
	return status;
}
