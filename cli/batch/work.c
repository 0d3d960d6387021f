/* One file on its way: its temporary files, its child, and what is made of them in the end. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "batch.h"
#include "names.h"

enum { MOST_TRIES = 4, ROOM = 1 << 20 };	/* bytes that a disk has if it is not full */

static size_t
count_outputs(const struct batch *b)
{
	size_t n = 0;

	for (const struct output *o = b->job.outputs; o; o = o->next)
		n++;
	return n;
}

static char *
below(const struct batch *b, const char *name)
{
	char *path;

	if (asprintf(&path, "%s/%s", b->folder, name) < 0)
		must(NULL);
	return path;
}

char *
suffix_of(const struct jy_plugin *plugin)
{
	const char *suffixes = plugin->suffixes ? plugin->suffixes : plugin->name;

	return must(strndup(suffixes, strcspn(suffixes, " ")));
}

static void
name_outputs(const struct batch *b, struct work *w, size_t count)
{
	size_t i = 0;

	w->outputs = must(calloc(count + 1, sizeof(*w->outputs)));
	w->temporaries = must(calloc(count + 1, sizeof(*w->temporaries)));
	for (const struct output *o = b->job.outputs; o && b->folder; o = o->next, i++) {
		char *suffix = suffix_of(o->plugin), *name = output_name(w->path, suffix);

		w->outputs[i] = below(b, name);
		w->temporaries[i] = temporary_name(w->outputs[i]);
		free(name);
		free(suffix);
	}
}

/* The folders on the way to FILE, of which those of the batch itself are there. */
static int
make_folders(const struct batch *b, char *file)
{
	for (char *slash = strchr(file + strlen(b->folder) + 1, '/'); slash;
	    slash = strchr(slash + 1, '/')) {
		int failed;

		*slash = '\0';
		failed = mkdir(file, 0777) && errno != EEXIST;
		*slash = '/';
		if (failed)
			return -1;
	}
	return 0;
}

static int
open_files(const struct batch *b, struct work *w, size_t count)
{
	w->files = must(malloc((count + 1) * sizeof(*w->files)));
	for (size_t i = 0; i < count; i++)
		w->files[i] = -1;
	for (size_t i = 0; i < count; i++) {
		if (w->temporaries[i] && make_folders(b, w->temporaries[i]))
			return -1;
		w->files[i] = w->temporaries[i] ?
		    open(w->temporaries[i], O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666) :
		    memfd_create("jiyao", MFD_CLOEXEC);
		if (w->files[i] < 0)
			return -1;
	}
	return 0;
}

static void
forget(const struct batch *b, struct work *w)
{
	size_t count = count_outputs(b);

	for (size_t i = 0; i < count; i++) {
		if (w->files && w->files[i] >= 0)
			close(w->files[i]);
		free(w->outputs[i]);
		free(w->temporaries[i]);
	}
	free(w->outputs);
	free(w->temporaries);
	free(w->files);
	free(w->path);
	free(w->source);
	*w = (struct work){0};
}

static void
remove_all(char **files)
{
	for (; *files; files++)
		unlink(*files);
}

static void
fail_with(struct ending *end, const char *reason, int status, const char *what, int error)
{
	end->status = status;
	end->reason = reason;
	errno = error;
	ending_say(end, "%-s: %m", what);
}

/* What is wrong with this one name, and not with the place that all outputs go to. */
static bool
is_of_name(int error)
{
	return error == ENOTDIR || error == EISDIR || error == EEXIST || error == ENAMETOOLONG
	    || error == ELOOP || error == ENOTEMPTY || error == EINVAL;
}

static int
stop(struct batch *b, const char *path, const char *what, int error)
{
	b->stopping = true;
	b->status = BATCH_STOPPED;
	errno = error;
	return complain(BATCH_STOPPED, path, "output", "%-s, so the batch stops: %m", what);
}

/* The ledger knows outputs by their names below the folder. */
static int
keep(const struct batch *b, const struct work *w, const struct ending *end)
{
	size_t count = count_outputs(b), before = b->folder ? strlen(b->folder) + 1 : 0;
	char **files = must(calloc(count + 1, sizeof(*files)));
	int status;

	for (size_t i = 0; w->outputs[i]; i++)
		files[i] = w->outputs[i] + before;
	status = ledger_put(b->ledger, w->path, b->folder ? files : NULL, end);
	free(files);
	return status;
}

static const char *
shown(const struct ending *end)
{
	return *end->shown ? end->shown : end->sentence;
}

/* Says why there is no output, and keeps it. */
static int
settle(struct batch *b, struct work *w, struct ending *end)
{
	int status = 0;

	if (end->status) {
		progress_clear(b->told);
		complain_of(end->status, w->source, end->reason, end->sentence, shown(end));
	}
	if (b->jsonl)
		status = put_line(b->lines, w->path, w->turn, end, w->files[0]);
	if (!status)
		status = keep(b, w, end);
	if (!status)
		progress_count(b->told, end);
	return status;
}

static int
start(const struct batch *b, struct work *w)
{
	const struct task task = {
		.source = w->source, .outputs = w->files,
		.name = b->jsonl ? w->path : base_name(w->source)	/* lines have no other */
	};

	w->tries++;
	return child_start(&w->child, &b->recipe, &task);
}

int
begin_work(struct batch *b, struct work *w)
{
	size_t count = count_outputs(b);
	int error;

	name_outputs(b, w, count);
	if (open_files(b, w, count) == 0 && start(b, w) == 0)
		return 0;
	error = errno;
	remove_all(w->temporaries);
	if (is_of_name(error)) {
		struct ending end = {.record = must(strdup(""))};
		int status;

		fail_with(&end, "output", EX_CANTCREAT, N_("its output cannot be created"), error);
		status = settle(b, w, &end);
		free(end.record);
		forget(b, w);
		return status;
	}
	stop(b, w->outputs[0] ? w->outputs[0] : w->source, N_("no file or process can be begun"), error);
	forget(b, w);
	return BATCH_STOPPED;
}

/* Outputs are there before the ledger says so. */
static int
put_in_place(const struct work *w)
{
	for (size_t i = 0; w->outputs[i]; i++)
		if (rename(w->temporaries[i], w->outputs[i]))
			return -1;
	return 0;
}

/* Where a disk is full it is so for the next file, too: what could not be written is done again.  That a
 * child says so is not enough, or one that was taken over could stop every run at its file. */
static bool
is_of_place(const struct work *w, const struct ending *end)
{
	return end->reason && strcmp(end->reason, "output") == 0
	    && posix_fallocate(w->files[0], 0, ROOM) != 0;
}

/* A child may have been taken over by what it read: success is believed to one that can tell of it. */
static void
doubt(const struct batch *b, struct ending *end)
{
	if (end->status || ledger_believes(end, count_outputs(b)))
		return;
	end->status = EX_SOFTWARE;
	end->reason = "protocol";
	ending_say(end, "its child did not say what it had done");
}

static int
stop_over(struct batch *b, const struct work *w, const struct ending *end)
{
	char *text = NULL, *words = NULL;

	if (asprintf(&text, "%s, so the batch stops", end->sentence) < 0 ||
	    asprintf(&words, _("%s, so the batch stops"), shown(end)) < 0)
		must(NULL);
	complain_of(BATCH_STOPPED, w->source, "output", text, words);
	free(words);
	free(text);
	b->stopping = true;
	return b->status = BATCH_STOPPED;
}

static int
deliver(struct batch *b, struct work *w, struct ending *end)
{
	doubt(b, end);
	if (is_of_place(w, end)) {
		remove_all(w->temporaries);
		return stop_over(b, w, end);
	}
	if (!end->status && put_in_place(w)) {
		if (!is_of_name(errno)) {
			remove_all(w->temporaries);
			return stop(b, w->outputs[0], N_("it cannot be created"), errno);
		}
		fail_with(end, "output", EX_CANTCREAT, N_("its output cannot be created"), errno);
	}
	if (end->status) {	/* an output of an earlier run is not this input's any more */
		remove_all(w->temporaries);
		remove_all(w->outputs);
	}
	return settle(b, w, end);
}

/* Somebody killed the child, which says nothing of the file: once more, from the start. */
static bool
starts_again(const struct batch *b, struct work *w, const struct ending *end)
{
	if (!end->reason || strcmp(end->reason, "killed") != 0 || w->tries >= MOST_TRIES)
		return false;
	for (size_t i = 0; i < count_outputs(b); i++)
		if (ftruncate(w->files[i], 0) || lseek(w->files[i], 0, SEEK_SET))
			return false;
	return start(b, w) == 0;
}

int
end_work(struct batch *b, struct work *w)
{
	struct ending end = child_end(&w->child);
	int status;

	if (starts_again(b, w, &end)) {
		free(end.record);
		return 0;
	}
	status = deliver(b, w, &end);
	free(end.record);
	forget(b, w);
	return status;
}

void
drop_work(struct batch *b, struct work *w)
{
	struct ending end;

	child_kill(&w->child);
	end = child_end(&w->child);
	free(end.record);
	remove_all(w->temporaries);
	forget(b, w);
}
