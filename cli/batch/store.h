/* What the parts of the ledger share: the database, its statements, its lock. */
#ifndef JIYAO_STORE_H
#define JIYAO_STORE_H

#include <sqlite3.h>

#include "ledger.h"

enum { STATEMENTS = 48 };

struct statement { const char *sql; sqlite3_stmt *prepared; };

struct ledger {
	sqlite3 *db;
	char *file;			/* its path, as messages name it */
	char *shard;			/* "3/8", or NULL */
	struct lock *lock;		/* NULL: it is only read, or nobody else's */
	struct statement statements[STATEMENTS];
	bool writes;
	int status;			/* of the last failure */
	int64_t run;			/* the one that has begun, or else the last */
	char *recipe;
	long pieces;			/* listed since the last commit */
	int64_t seen, again;		/* paths met, of all shards; own ones that were met before */
	uint64_t fingerprint;		/* a sum, so that the order of paths does not matter */
	char *path, *source;		/* what ledger_next gave last */
};

/* lock.c: of a file, for as long as this process lives; a child does not inherit it. */
int lock_take(struct lock **, const char *file);	/* 0, or a status after a message */
void lock_release(struct lock *);

/* store.c: one database. */
/* Opens FILE ("": one that vanishes), as sqlite3_open_v2 does, if it is a ledger or is to become one. */
int store_open(struct ledger **, const char *file, int flags);
void store_close(struct ledger *);

/* statements.c.  SQL is a literal: it is prepared once, and found again by its address.  KINDS has a
 * letter a value: i int64_t, d double, t text or NULL, b its bytes; u text that is not trusted. */
sqlite3_stmt *ask(struct ledger *, const char *sql, const char *kinds, ...);	/* NULL: it failed */
/* The next row; *ROW false after the last. */
int step(struct ledger *, sqlite3_stmt *, bool *row);
/* Asks what has no rows to give. */
int perform(struct ledger *, const char *sql, const char *kinds, ...);
/* A single number; 0 where there is no row. */
int ask_number(struct ledger *, int64_t *, const char *sql, const char *kinds, ...);
/* Says what the database says, and returns its status. */
int store_failed(struct ledger *);
/* COMMIT where STATUS is 0, else ROLLBACK; the status. */
int settle(struct ledger *, int status);
/* Binds text that may be any bytes: as UTF-8, and not without end. */
void bind_untrusted(sqlite3_stmt *, int place, const char *text);
char *column_copy(sqlite3_stmt *, int column);	/* to be freed; NULL for null */

#endif
