/* The ledger's file: opened, made, known again, closed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store.h"

enum { APPLICATION = 0x6a79616f, LEDGER_VERSION = 1 };	/* as ledger.sql has them */

static const char schema[] =
#include "ledger.inc"
    ;

static int
execute(struct ledger *l, const char *sql)
{
	return sqlite3_exec(l->db, sql, NULL, NULL, NULL) ? store_failed(l) : 0;
}

/* Whole or not at all: what another program sees of it first has all its tables. */
static int
make(struct ledger *l)
{
	int status = execute(l, "BEGIN IMMEDIATE");

	return status ? status : settle(l, execute(l, schema));
}

/* A file that is no ledger, or one of a later jiyao, is not touched. */
static int
identify(struct ledger *l, bool writes)
{
	int64_t application, version, tables;
	int status;

	if ((status = ask_number(l, &application, "PRAGMA application_id", ""))
	    || (status = ask_number(l, &version, "PRAGMA user_version", ""))
	    || (status = ask_number(l, &tables, "SELECT count(*) FROM sqlite_schema", "")))
		return status;
	if (!application && !version && !tables && writes)
		return make(l);
	if (application != APPLICATION || version < 1)
		return complain(EX_DATAERR, l->file, "no-ledger",
		    "it is no ledger of jiyao; it is left as it is");
	if (version > LEDGER_VERSION)
		return complain(EX_UNAVAILABLE, l->file, "ledger-newer",
		    "a later jiyao has written it (version %lld; this one knows %d): use that",
		    (long long)version, LEDGER_VERSION);
	return 0;
}

/*
 * With synchronous=NORMAL a power cut may take the last results, which are then made again.  It can
 * take no output that a result tells of, since those were synced before; and ledger_plan sees to it
 * that no earlier result comes back.
 */
static int
prepare(struct ledger *l, bool writes)
{
	int status;

	sqlite3_busy_timeout(l->db, 5000);
	status = identify(l, writes);
	if (!status)
		status = execute(l, "PRAGMA cache_size = -8192; PRAGMA foreign_keys = ON");
	l->writes = !status && writes;
	if (l->writes)
		status = execute(l, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
	return status ? status : ask_number(l, &l->run, "SELECT max(id) FROM run", "");
}

/* A ledger may be kept elsewhere, behind a link; but none is begun where somebody else's link leads. */
static bool
is_link_to_nothing(const char *file)
{
	struct stat st;

	return lstat(file, &st) == 0 && S_ISLNK(st.st_mode) && (stat(file, &st) || !st.st_size);
}

static int
open_file(struct ledger *l, int flags)
{
	if (!(flags & SQLITE_OPEN_CREATE) && access(l->file, F_OK))
		return complain(EX_NOINPUT, l->file, "no-input", "there is no such ledger");
	if (is_link_to_nothing(l->file))
		return complain(EX_CANTCREAT, l->file, "output",
		    "it is a symbolic link that leads to no ledger");
	return sqlite3_open_v2(l->file, &l->db, flags, NULL) ? store_failed(l) : 0;
}

int
store_open(struct ledger **ledger, const char *file, int flags)
{
	struct ledger *l = must(calloc(1, sizeof(*l)));
	int status;

	*ledger = NULL;
	l->file = must(strdup(file));
	status = open_file(l, flags);
	if (!status)
		status = prepare(l, flags & SQLITE_OPEN_CREATE);
	if (status)
		store_close(l);
	else
		*ledger = l;
	return status;
}

/* A ledger at rest is one file without a log, which can be copied, and read where nothing can be
 * written.  If another reads it at the moment, it stays as it is. */
static void
put_at_rest(struct ledger *l)
{
	if (!sqlite3_get_autocommit(l->db))
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_busy_timeout(l->db, 0);
	sqlite3_exec(l->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

void
store_close(struct ledger *l)
{
	for (struct statement *s = l->statements; s < l->statements + STATEMENTS; s++)
		sqlite3_finalize(s->prepared);
	if (l->writes)
		put_at_rest(l);
	sqlite3_close(l->db);
	free(l->file);
	free(l->shard);
	free(l->recipe);
	free(l->path);
	free(l->source);
	free(l);
}
