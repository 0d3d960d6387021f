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

char *
suffix_of(const struct jy_plugin *plugin)
{
	const char *suffixes = plugin->suffixes ? plugin->suffixes : plugin->name;

	return must(strndup(suffixes, strcspn(suffixes, " ")));
}

/* Their names below the folder, which the ledger knows them by. */
static void
name_outputs(const struct batch *b, struct work *w, size_t count)
{
	size_t i = 0;

	w->outputs = must(calloc(count + 1, sizeof(*w->outputs)));
	w->places = must(calloc(count + 1, sizeof(*w->places)));
	for (const struct output *o = b->job.outputs; o && b->folder; o = o->next) {
		char *suffix = suffix_of(o->plugin);

		w->outputs[i++] = output_name(w->path, suffix);
		free(suffix);
	}
}

static int
open_files(const struct batch *b, struct work *w, size_t count)
{
	w->files = must(malloc((count + 1) * sizeof(*w->files)));
	for (size_t i = 0; i < count; i++)
		w->files[i] = -1;
	for (size_t i = 0; i < count; i++) {
		if (w->outputs[i] && place_find(&w->places[i], b->place, w->outputs[i]))
			return -1;
		w->files[i] = w->outputs[i] ? place_begin(&w->places[i])
					    : memfd_create("jiyao", MFD_CLOEXEC);
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
		place_free(&w->places[i]);
		free(w->outputs[i]);
	}
	free(w->outputs);
	free(w->places);
	free(w->files);
	free(w->path);
	free(w->source);
	*w = (struct work){0};
}

static void
remove_temporaries(const struct work *w)
{
	for (size_t i = 0; w->places[i].name; i++)
		place_clear_temporary(&w->places[i]);
}

static void
remove_outputs(const struct work *w)
{
	for (size_t i = 0; w->places[i].name; i++)
		place_clear(&w->places[i]);
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
stop(struct batch *b, const struct work *w, const char *what, int error)
{
	char *path = NULL;

	b->stopping = true;
	b->status = BATCH_STOPPED;
	if (w->outputs[0] && asprintf(&path, "%s/%s", b->folder, w->outputs[0]) < 0)
		must(NULL);
	errno = error;
	complain(BATCH_STOPPED, path ? path : w->source, "output", "%-s, so the batch stops: %m",
	    what);
	free(path);
	return BATCH_STOPPED;
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
		status = ledger_put(b->ledger, w->path, b->folder ? w->outputs : NULL, end);
	if (!status)
		progress_count(b->told, end);
	return status;
}

static int
start(const struct batch *b, struct work *w)
{
	const struct task task = {
		.source = w->source, .root = roots_nearest(&b->roots, w->source), .outputs = w->files,
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
	remove_temporaries(w);
	if (is_of_name(error)) {
		struct ending end = {.record = must(strdup(""))};
		int status;

		fail_with(&end, "output", EX_CANTCREAT, N_("its output cannot be created"), error);
		status = settle(b, w, &end);
		free(end.record);
		forget(b, w);
		return status;
	}
	stop(b, w, N_("no file or process can be begun"), error);
	forget(b, w);
	return BATCH_STOPPED;
}

/* Outputs are there before the ledger says so. */
static int
put_in_place(const struct work *w)
{
	for (size_t i = 0; w->outputs[i]; i++)
		if (place_end(&w->places[i]))
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

	if (asprintf(&text, "%s, so the batch stops", end->sentence) < 0
	    || asprintf(&words, _("%s, so the batch stops"), shown(end)) < 0)
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
		remove_temporaries(w);
		return stop_over(b, w, end);
	}
	if (!end->status && put_in_place(w)) {
		if (!is_of_name(errno)) {
			remove_temporaries(w);
			return stop(b, w, N_("it cannot be created"), errno);
		}
		fail_with(end, "output", EX_CANTCREAT, N_("its output cannot be created"), errno);
	}
	if (end->status)	/* an output of an earlier run is not this input's any more */
		remove_outputs(w);
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
	remove_temporaries(w);
	forget(b, w);
}
