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

/* What for?  Only one batch at a time may write a ledger: 75 and [busy] while another does.  A rehearsal
 * has a copy, which vanishes. */
enum use { LEDGER_READS, LEDGER_WRITES, LEDGER_REHEARSES };
/* Opens that of FOLDER, or makes it where it WRITES.  FOLDER NULL: one that vanishes.  SHARD "3/8" has a
 * ledger of its own, jiyao-ledger-3-of-8.sqlite; NULL and "1/1" have LEDGER_FILE. */
int ledger_open(struct ledger **, const char *folder, const char *shard, enum use);
/* Opens one by its own path, to be read. */
int ledger_open_file(struct ledger **, const char *path);
void ledger_close(struct ledger *);
struct sqlite3 *ledger_database(struct ledger *);	/* for reports */

/* A run begins, and what an earlier one had listed but not done is forgotten.  RECIPE is a hash of all
 * that outputs depend on beside the input; OPTIONS says the same for people. */
int ledger_begin(struct ledger *, const char *version, const char *options, const char *recipe);
int ledger_end(struct ledger *, const char *state);	/* "done", "stopped" */

/* An input of this run.  PATH is its name in the folder of outputs: relative, valid UTF-8, unique. */
struct listed {
	const char *path, *source;	/* source: as it is opened; any bytes */
	const char *skipped;		/* NULL: it is to be converted; else why not: symlink, special */
	int64_t size, mtime;		/* bytes; nanoseconds since 1970 */
};
/* Which results are done again although nothing has changed. */
enum retry { RETRY_NONE, RETRY_FAILED, RETRY_TIMEOUT, RETRY_ALL };
/* Every PATH that is met, whichever shard it falls to, before it is listed or left to another: merge
 * proves by them that all shards have met the same. */
void ledger_saw(struct ledger *, const char *path);
int ledger_list(struct ledger *, const struct listed *);
/* After all are listed: which of them need work?  Not those whose size, time (or SHA-256) and recipe are
 * those of their result, and whose outputs are there (in FOLDER, with their sizes).  Results of the
 * others are forgotten, so that none outlives the outputs that it tells of. */
int ledger_plan(struct ledger *, enum retry, const char *folder);
/* The next one to convert, in the order of PATHs; *SOURCE NULL: there is none.  Both are valid until the
 * next call. */
int ledger_next(struct ledger *, const char **path, const char **source);

/* Is the record one that an honest child writes, with COUNT outputs?  To be asked before the outputs of
 * a child that claims success are put in place; if not, it has failed (70, protocol). */
bool ledger_believes(const struct ending *, size_t count);
/* What became of it, in one transaction; an earlier result of PATH is replaced.  FILES: its outputs
 * below the folder, in the order of the job's, ended by NULL; NULL: they are kept nowhere. */
int ledger_put(struct ledger *, const char *path, char *const *files, const struct ending *);

struct sums {		/* of the run; in = converted + with_warnings + failed + skipped + todo */
	long in, converted, with_warnings, failed, skipped;
	long unchanged;		/* of those: done by an earlier run */
	long todo;		/* still to convert */
};
int ledger_sums(struct ledger *, struct sums *);
/* Calls WITH each reason of failures in this run, the most frequent first. */
int ledger_reasons(struct ledger *, void (*with)(void *, const char *reason, long count), void *);

#endif
