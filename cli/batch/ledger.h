/*
 * The ledger: what a folder of outputs was made of, and what became of every input.  SQLite (WAL), so
 * that a kill at any moment leaves it whole.  Its tables are in ledger.sql; jiyao-ledger(5) is their
 * manual, since people ask them with sqlite3.
 *
 * Functions that return int return 0, or a status of sysexits after a message.
 */
#ifndef JIYAO_LEDGER_H
#define JIYAO_LEDGER_H

#include <stdint.h>

#include "child.h"

#define LEDGER_FILE "jiyao-ledger.sqlite"

struct ledger;
struct sqlite3;

/* Opens that of FOLDER, or makes it; FOLDER NULL: one that vanishes.  WRITES: for a batch, of which only
 * one at a time may write here: 75 and [busy] while another does. */
int ledger_open(struct ledger **, const char *folder, bool writes);
void ledger_close(struct ledger *);
struct sqlite3 *ledger_database(struct ledger *);	/* for reports */

/* A run begins, and what an earlier one had listed but not done is forgotten.  RECIPE is a hash of all
 * that outputs depend on beside the input; OPTIONS says the same for people. */
int ledger_begin(struct ledger *, const char *version, const char *options, const char *recipe,
    const char *shard);
int ledger_end(struct ledger *, const char *state);	/* "done", "stopped" */

/* An input of this run.  PATH is its name in the folder of outputs: relative, valid UTF-8, unique. */
struct listed {
	const char *path, *source;	/* source: as it is opened; any bytes */
	const char *skipped;		/* NULL: it is to be converted; else why not: symlink, special */
	int64_t size, mtime;		/* bytes; nanoseconds since 1970 */
};
/* Which results are done again although nothing has changed. */
enum retry { RETRY_NONE, RETRY_FAILED, RETRY_TIMEOUT, RETRY_ALL };
int ledger_list(struct ledger *, const struct listed *);
/* After all are listed: which of them need work?  Not those whose size, time and recipe are those of
 * their result, and whose outputs are there (in FOLDER, with their sizes). */
int ledger_plan(struct ledger *, enum retry, const char *folder);
/* The next one to convert, in the order of PATHs; *SOURCE NULL: there is none.  Both are valid until the
 * next call. */
int ledger_next(struct ledger *, const char **path, const char **source);

/* What became of it, in one transaction; an earlier result of PATH is replaced. */
int ledger_put(struct ledger *, const char *path, const struct ending *);

struct sums {		/* of the run; in = converted + with_warnings + failed + skipped */
	long in, converted, with_warnings, failed, skipped;
	long unchanged;		/* of those: done by an earlier run */
	long todo;		/* still to convert */
};
int ledger_sums(struct ledger *, struct sums *);
/* Calls WITH each reason of failures in this run, the most frequent first. */
int ledger_reasons(struct ledger *, void (*with)(void *, const char *reason, long count), void *);

#endif
