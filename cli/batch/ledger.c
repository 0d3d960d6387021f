/* The ledger of a folder: which file it is, who may write it, what it sums up to. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

/* Nobody shares it: it is not there before, or after. */
static int
open_vanishing(struct ledger **ledger)
{
	return store_open(ledger, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

/* The name of a shard's ledger tells of which shard it is. */
static char *
file_of(const char *folder, const char *shard)
{
	const char *slash = shard ? strchr(shard, '/') : NULL;
	char *file;
	int n = slash ? asprintf(&file, "%s/jiyao-ledger-%.*s-of-%s.sqlite", folder,
		    (int)(slash - shard), shard, slash + 1)
		      : asprintf(&file, "%s/" LEDGER_FILE, folder);

	return n < 0 ? must(NULL) : file;
}

static int
open_to_write(struct ledger **ledger, const char *file)
{
	struct lock *lock;
	int status = lock_take(&lock, file);

	if (status)
		return status;
	status = store_open(ledger, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	if (status)
		lock_release(lock);
	else
		(*ledger)->lock = lock;
	return status;
}

/* Copies what is there, page by page. */
static int
copy(struct ledger *to, struct ledger *from)
{
	sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", from->db, "main");

	if (backup) {
		sqlite3_backup_step(backup, -1);
		sqlite3_backup_finish(backup);
	}
	return sqlite3_errcode(to->db) ? store_failed(to) : 0;
}

static int
open_copy(struct ledger **ledger, const char *file)
{
	struct ledger *original;
	int status = open_vanishing(ledger);

	if (status || access(file, F_OK))
		return status;
	if (!(status = ledger_open_file(&original, file))) {
		status = copy(*ledger, original);
		ledger_close(original);
	}
	if (status) {
		ledger_close(*ledger);
		*ledger = NULL;
	}
	return status;
}

int
ledger_open(struct ledger **ledger, const char *folder, const char *shard, enum use use)
{
	char *file;
	int status;

	if (shard && strcmp(shard, "1/1") == 0)
		shard = NULL;
	if (folder) {
		file = file_of(folder, shard);
		status = (use == LEDGER_WRITES    ? open_to_write
			: use == LEDGER_REHEARSES ? open_copy
						  : ledger_open_file)(ledger, file);
		free(file);
	} else {
		status = open_vanishing(ledger);
	}
	if (!status && shard)
		(*ledger)->shard = must(strdup(shard));
	return status;
}

int
ledger_open_file(struct ledger **ledger, const char *path)
{
	return store_open(ledger, path, SQLITE_OPEN_READONLY);
}

void
ledger_close(struct ledger *l)
{
	struct lock *lock = l ? l->lock : NULL;

	if (l)
		store_close(l);
	lock_release(lock);
}

struct sqlite3 *
ledger_database(struct ledger *l)
{
	return l->db;
}

/* A ledger whose pages are sound may still tell of an input that has no end. */
static int
add_up(const struct ledger *l, const struct sums *s)
{
	if (s->in == s->converted + s->with_warnings + s->failed + s->skipped + s->todo)
		return 0;
	return complain(EX_DATAERR, l->file, "ledger-damaged",
	    "its sums do not add up: it has been changed from outside; convert into a new folder");
}

int
ledger_sums(struct ledger *l, struct sums *sums)
{
	bool row;
	sqlite3_stmt *s = ask(l,
	    "SELECT count(*), sum(plan = 'todo'), sum(plan = 'skip'),"
	    " sum(plan = 'done' AND outcome = 'converted'),"
	    " sum(plan = 'done' AND outcome = 'warnings'),"
	    " sum(plan = 'done' AND outcome = 'failed'),"
	    " sum(plan <> 'todo' AND result.run <> input.run)"
	    " FROM input LEFT JOIN result USING (path) WHERE input.run = ?",
	    "i", l->run);
	int status = step(l, s, &row);

	if (status)
		return status;
	*sums = (struct sums){
		.in = sqlite3_column_int64(s, 0), .todo = sqlite3_column_int64(s, 1),
		.skipped = sqlite3_column_int64(s, 2), .converted = sqlite3_column_int64(s, 3),
		.with_warnings = sqlite3_column_int64(s, 4), .failed = sqlite3_column_int64(s, 5),
		.unchanged = sqlite3_column_int64(s, 6)
	};
	sqlite3_reset(s);
	return add_up(l, sums);
}

int
ledger_reasons(struct ledger *l, void (*with)(void *, const char *reason, long count), void *what)
{
	bool row = true;
	sqlite3_stmt *s = ask(l,
	    "SELECT ifnull(reason, 'unknown') AS why, count(*) FROM input"
	    " JOIN result USING (path) WHERE input.run = ? AND plan = 'done' AND outcome = 'failed'"
	    " GROUP BY why ORDER BY count(*) DESC, why",
	    "i", l->run);
	int status = 0;

	while (!(status = step(l, s, &row)) && row)
		with(what, (const char *)sqlite3_column_text(s, 0), sqlite3_column_int64(s, 1));
	return status;
}
