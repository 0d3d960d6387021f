/* The proof that the ledgers of shards make a whole: nothing is missing, nothing is there twice. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "merge.h"

enum { SHOWN = 10 };		/* paths of one fault that are named */

__attribute__((format(printf, 4, 5)))
static void
blame(struct whole *w, const char *file, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vcomplain(EX_DATAERR, file, code, format, args);
	va_end(args);
	w->faults++;
}

/* Faults of paths: the first are named, and all counted. */
static void
blame_path(struct whole *w, const char *file, const char *code, const char *path, const char *fault,
    long *count)
{
	if (++*count <= SHOWN)
		blame(w, file, code, "%s: %-s", path, fault);
}

static void
count_unnamed(const char *file, const char *code, long count)
{
	if (count > SHOWN)
		complain(EX_DATAERR, file, code, "%ld more paths like that", count - SHOWN);
}

static bool
is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static int
read_run(struct ledger *l, struct part *p, char **shard)
{
	bool row;
	sqlite3_stmt *s = ask(l,
	    "SELECT shard, state, version, recipe, options, fingerprint, began,"
	    " ended, ifnull(seen, -1), ifnull(again, 0) FROM run WHERE id = ?",
	    "i", l->run);
	int status = step(l, s, &row);

	*shard = NULL;
	if (status || !row)
		return status;
	*shard = column_copy(s, 0);
	p->state = column_copy(s, 1);
	p->version = column_copy(s, 2);
	p->recipe = column_copy(s, 3);
	p->options = column_copy(s, 4);
	p->fingerprint = column_copy(s, 5);
	p->began = column_copy(s, 6);
	p->ended = column_copy(s, 7);
	p->seen = sqlite3_column_int64(s, 8);
	p->again = sqlite3_column_int64(s, 9);
	p->run = l->run;
	sqlite3_reset(s);
	return ledger_sums(l, &p->sums);
}

/* What the ledger itself shows. */
static void
prove_ended(struct whole *w, struct part *p, const char *shard)
{
	const struct sums *s = &p->sums;

	if (!p->state)
		blame(w, p->file, "shard-unfinished", "no batch has run");
	else if (shard_parse(&p->shard, shard ? shard : "1/1"))
		blame(w, p->file, "no-shard", "it is not the ledger of a shard");
	else if (strcmp(p->state, "done") != 0 || s->todo)
		blame(w, p->file, "shard-unfinished",
		    "its batch has not come to its end: run it again");
	else if (s->in != s->converted + s->with_warnings + s->failed + s->skipped)
		blame(w, p->file, "sums", "its sums do not add up");
}

/* Is it of the same batch as the first? */
static void
prove_kinship(struct whole *w, const struct part *p)
{
	const struct part *first = w->parts;

	if (!is_same(p->recipe, first->recipe))
		blame(w, p->file, "shard-differs",
		    "it was made with other options, or by other plugins");
	else if (p->shard.count != first->shard.count)
		blame(w, p->file, "shard-differs", "it is one of another number of shards");
	else if (p->seen != first->seen || !is_same(p->fingerprint, first->fingerprint))
		blame(w, p->file, "paths-differ",
		    "not all shards have met the same paths: run them again");
	for (const struct part *q = first; q < p; q++)
		if (q->shard.index == p->shard.index && q->shard.count)
			blame(w, p->file, "shard-twice", "it is shard %u of %u, as is %s",
			    p->shard.index, p->shard.count, q->file);
}

int
read_part(struct whole *w, const char *file)
{
	struct part *p = &w->parts[w->count];
	struct ledger *l;
	char *shard;
	int status = ledger_open_file(&l, file);

	if (status)
		return status;
	*p = (struct part){.file = file};
	w->count++;
	status = read_run(l, p, &shard);
	if (!status) {
		prove_ended(w, p, shard);
		if (p->state)
			prove_kinship(w, p);
	}
	free(shard);
	ledger_close(l);
	return status;
}

void
free_part(struct part *p)
{
	free(p->state);
	free(p->version);
	free(p->recipe);
	free(p->options);
	free(p->fingerprint);
	free(p->began);
	free(p->ended);
}

static int
prove_once(struct whole *w, const struct part *p)
{
	sqlite3_stmt *s = ask(w->into,
	    "SELECT path FROM part.input AS one JOIN main.input USING"
	    " (path) WHERE one.run = ? ORDER BY path",
	    "i", p->run);
	long count = 0;
	bool row = true;
	int status;

	while (!(status = step(w->into, s, &row)) && row)
		blame_path(w, p->file, "path-twice", (const char *)sqlite3_column_text(s, 0),
		    N_("another shard has it, too"), &count);
	count_unnamed(p->file, "path-twice", count);
	return status;
}

static int
prove_own(struct whole *w, const struct part *p)
{
	sqlite3_stmt *s = ask(w->into, "SELECT path FROM part.input WHERE run = ? ORDER BY path",
	    "i", p->run);
	long count = 0;
	bool row = true;
	int status;

	while (!(status = step(w->into, s, &row)) && row) {
		const char *path = (const char *)sqlite3_column_text(s, 0);

		if (path && !shard_has(&p->shard, path))
			blame_path(w, p->file, "path-astray", path,
			    N_("it belongs to another shard"), &count);
	}
	count_unnamed(p->file, "path-astray", count);
	return status;
}

int
prove_paths(struct whole *w, const struct part *p)
{
	int status = prove_once(w, p);

	return status ? status : prove_own(w, p);
}

static void
prove_all_there(struct whole *w)
{
	unsigned count = w->parts->shard.count;

	for (unsigned i = 1; i <= count; i++) {
		bool there = false;

		for (size_t k = 0; k < w->count; k++)
			there = there || w->parts[k].shard.index == i;
		if (!there)
			blame(w, NULL, "shard-missing", "shard %u of %u is missing", i, count);
	}
}

static void
add(struct sums *all, const struct sums *one)
{
	all->in += one->in;
	all->converted += one->converted;
	all->with_warnings += one->with_warnings;
	all->failed += one->failed;
	all->skipped += one->skipped;
}

/* Every path that was met is in one of the shards, by its hash; here they are counted. */
static int
prove_sums(struct whole *w, const struct sums *sums)
{
	int64_t joined, results, again = 0;
	int status;

	if ((status = ask_number(w->into, &joined, "SELECT count(*) FROM input", ""))
	    || (status = ask_number(w->into, &results, "SELECT count(*) FROM result", "")))
		return status;
	for (size_t k = 0; k < w->count; k++)
		again += w->parts[k].again;
	if (joined != sums->in || results != sums->in)
		blame(w, w->into->file, "sums", "the sums of the shards are not those of all");
	else if (w->parts->seen >= 0 && w->parts->seen != sums->in + again)
		blame(w, NULL, "path-missing", "of %lld paths that were met, %lld are in no ledger",
		    (long long)w->parts->seen, (long long)(w->parts->seen - sums->in - again));
	return 0;
}

int
prove_whole(struct whole *w, struct sums *sums)
{
	*sums = (struct sums){0};
	for (size_t k = 0; k < w->count; k++)
		add(sums, &w->parts[k].sums);
	prove_all_there(w);
	return w->faults ? 0 : prove_sums(w, sums);
}
