/* Files of the folder that appear whole or not at all.  What a kill leaves of one is taken away by the
 * next report, since its temporary name is always the same; it is not written over, for it might be
 * another name of a file that is elsewhere. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report.h"

static char *
path_of(const struct report *r, const char *before, const char *name, const char *after)
{
	char *path;

	if (asprintf(&path, "%s/%s%s%s", r->folder, before, name, after) < 0)
		must(NULL);
	return path;
}

static void
cannot(struct report *r, const char *name, int error)
{
	char *path = path_of(r, "", name, "");

	errno = error;
	if (error == EACCES || error == EPERM || error == EROFS)
		r->status = complain(EX_NOPERM, path, "permission", "it may not be written");
	else
		r->status = complain(EX_CANTCREAT, path, "output", "it cannot be written: %m");
	free(path);
}

FILE *
file_begin(struct report *r, const char *name)
{
	char *temporary = path_of(r, ".", name, ".part");
	int fd = -1;

	if (!r->status && (unlink(temporary) == 0 || errno == ENOENT))
		fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0 && !r->status)
		cannot(r, name, errno);
	free(temporary);
	return must(fd < 0 ? fopen("/dev/null", "we") : fdopen(fd, "w"));
}

static void
sync_folder(const struct report *r)
{
	int folder = open(r->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder >= 0) {
		fsync(folder);	/* where a file system has no use for it, it says so: never mind */
		close(folder);
	}
}

void
file_end(struct report *r, const char *name, FILE *to)
{
	char *temporary = path_of(r, ".", name, ".part"), *path = path_of(r, "", name, "");
	bool failed = r->status != 0;

	errno = 0;
	if (!failed && (fflush(to) || ferror(to) || fsync(fileno(to)))) {
		cannot(r, name, errno ? errno : EIO);
		failed = true;
	}
	if (fclose(to) && !failed)
		cannot(r, name, errno);
	if (!r->status && rename(temporary, path))
		cannot(r, name, errno);
	if (r->status)
		unlink(temporary);
	else
		sync_folder(r);
	free(temporary);
	free(path);
}

static bool
is_same(const char *one, const char *other)
{
	struct input a = {0}, b = {0};
	bool same = input_read(&a, one) == 0 && input_read(&b, other) == 0
	    && a.bytes.size == b.bytes.size && memcmp(a.bytes.at, b.bytes.at, a.bytes.size) == 0;

	input_free(&a);
	input_free(&b);
	return same;
}

void
file_end_new(struct report *r, const char *name, FILE *to)
{
	char *temporary = path_of(r, ".", name, ".part"), *path = path_of(r, "", name, "");

	if (!r->status && fflush(to) == 0 && access(path, F_OK) == 0 && !is_same(temporary, path))
		r->status = complain(EX_CANTCREAT, path, "exists",
		    "it is there, and is another: perhaps people have worked in it; move it away");
	free(temporary);
	free(path);
	file_end(r, name, to);
}

/* report.html is English, report.zh.html Chinese. */
static char *
page_name(const char *name, enum language language)
{
	char *file;

	if (asprintf(&file, "%s%s.html", name, language == CHINESE ? ".zh" : "") < 0)
		must(NULL);
	return file;
}

void
page_begin(struct page *p, struct report *r, const char *name, enum language language)
{
	char *file = page_name(name, language);

	*p = (struct page){r, file_begin(r, file), language};
	free(file);
}

void
page_end(struct page *p, const char *name)
{
	char *file = page_name(name, p->language);

	file_end(p->report, file, p->to);
	free(file);
}
