/* A run of a batch: begun, told of its inputs, walked through, ended. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "inside.h"
#include "store.h"

enum { PIECE = 10000 };		/* inputs that are listed in one transaction */

#define NOW "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"

/* The lock is ours: a run that is still running was killed.  Results of what is not listed any more
 * are kept, since their outputs are there. */
static int
forget_unfinished(struct ledger *l)
{
	int status = perform(l, "UPDATE run SET state = 'stopped' WHERE state = 'running'", "");

	return status ? status
		      : perform(l,
			  "DELETE FROM input WHERE plan = 'todo' AND NOT EXISTS"
			  " (SELECT 1 FROM result WHERE result.path = input.path)",
			  "");
}

int
ledger_begin(struct ledger *l, const char *version, const char *options, const char *recipe)
{
	int status = perform(l, "BEGIN IMMEDIATE", "");

	if (status)
		return status;
	l->seen = l->again = 0;
	l->fingerprint = 0;
	free(l->recipe);
	l->recipe = must(strdup(recipe));
	if (!(status = forget_unfinished(l)))
		status = perform(l,
		    "INSERT INTO run (began, state, version, recipe, options, shard)"
		    " VALUES (" NOW ", 'running', ?, ?, ?, ?)",
		    "tttt", version, recipe, options, l->shard);
	l->run = sqlite3_last_insert_rowid(l->db);
	return settle(l, status);
}

/* "Done" is the one word that may not be lost when the power is cut after it was said. */
int
ledger_end(struct ledger *l, const char *state)
{
	int status = perform(l, "PRAGMA synchronous = FULL", "");

	if (!status)
		status = perform(l, "UPDATE run SET ended = " NOW ", state = ? WHERE id = ?", "ti",
		    state, l->run);
	if (!status)
		status = perform(l, "PRAGMA synchronous = NORMAL", "");
	return status;
}

void
ledger_saw(struct ledger *l, const char *path)
{
	struct digest digest = digest_of(
	    (struct jy_bytes){(const unsigned char *)path, strlen(path)});

	digest.hex[16] = '\0';
	l->fingerprint += strtoull(digest.hex, NULL, 16);
	l->seen++;
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return strcmp(a, b) == 0
	    || (stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev
		&& one.st_ino == other.st_ino);
}

/* A path may be met twice, as where a folder and a file in it are named; but it names one file. */
static int
meet_again(struct ledger *l, const struct listed *in)
{
	bool row;
	sqlite3_stmt *s = ask(l, "SELECT source FROM input WHERE path = ?", "t", in->path);
	int status = step(l, s, &row);
	char *source = status || !row ? NULL : column_copy(s, 0);

	sqlite3_reset(s);
	l->again++;
	if (source && !is_same_file(source, in->source))
		status = complain(EX_USAGE, in->source, "usage",
		    "its outputs would have the names of "
		    "those of %s: convert it into another folder",
		    source);
	free(source);
	return status;
}

static int
put_input(struct ledger *l, const struct listed *in)
{
	int status = perform(l,
	    "INSERT INTO input (path, source, size, mtime, run, plan)"
	    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET source = excluded.source,"
	    " size = excluded.size, mtime = excluded.mtime, run = excluded.run,"
	    " plan = excluded.plan WHERE run <> excluded.run",
	    "tbiiit", in->path, in->source, in->size, in->mtime, l->run,
	    in->skipped ? "skip" : "todo");

	return status || sqlite3_changes(l->db) ? status : meet_again(l, in);
}

/* What was skipped before, for the same reason, is as an earlier run left it. */
static int
put_skipped(struct ledger *l, const struct listed *in)
{
	int status = perform(l,
	    "DELETE FROM result WHERE path = ?"
	    " AND (outcome <> 'skipped' OR reason <> ?)",
	    "tt", in->path, in->skipped);

	return status ? status
		      : perform(l,
			  "INSERT OR IGNORE INTO result"
			  " (path, run, recipe, size, mtime, outcome, status, reason)"
			  " VALUES (?, ?, ?, ?, ?, 'skipped', 0, ?)",
			  "titiit", in->path, l->run, l->recipe, in->size, in->mtime, in->skipped);
}

int
ledger_list(struct ledger *l, const struct listed *in)
{
	int status = 0;

	if (l->pieces == 0)
		status = perform(l, "BEGIN IMMEDIATE", "");
	if (status)
		return status;
	l->pieces++;
	status = put_input(l, in);
	if (!status && in->skipped)
		status = put_skipped(l, in);
	if (!status && l->pieces < PIECE)
		return 0;
	l->pieces = 0;
	return settle(l, status);
}

/* By its place and not by its plan: several are on their way at a time, and JSON lines have no
 * results. */
int
ledger_next(struct ledger *l, const char **path, const char **source)
{
	bool row;
	sqlite3_stmt *s = ask(l,
	    "SELECT path, source FROM input WHERE run = ? AND plan = 'todo'"
	    " AND path > ? ORDER BY path LIMIT 1",
	    "it", l->run, l->path ? l->path : "");
	int status = step(l, s, &row);

	*path = *source = NULL;
	if (status || !row)
		return status;
	free(l->path);
	free(l->source);
	*path = l->path = column_copy(s, 0);
	*source = l->source = column_copy(s, 1);
	sqlite3_reset(s);
	return 0;
}
