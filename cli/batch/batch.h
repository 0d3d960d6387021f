/* The parts of `jiyao batch`: a folder of inputs becomes a folder of outputs, and a ledger. */
#ifndef JIYAO_BATCH_H
#define JIYAO_BATCH_H

#include <sys/stat.h>

#include "ledger.h"
#include "place.h"
#include "roots.h"
#include "shard.h"

enum { BATCH_FAILED = 1, BATCH_STOPPED = 2 };	/* exit statuses beside those of sysexits */

struct lines;			/* see below */
struct progress;

struct batch {
	struct job job;			/* formats and settings; outputs have no files */
	char **paths;			/* of inputs and folders, ended by NULL */
	const char *files_from;		/* a file of more of them, each ended by a NUL; or NULL */
	struct roots roots;
	const char *folder;		/* of the outputs; NULL: JSON lines on standard output */
	bool jsonl, ordered, dry_run;
	char compact[sizeof("indent=0")];	/* the setting by which JSON is one line */
	enum retry retry;
	struct shard shard;
	long slots;
	enum { PROGRESS_AUTO, PROGRESS_JSON, PROGRESS_NONE } progress;

	const struct jy_host *host;
	int place;			/* the folder, open; or -1 */
	struct ledger *ledger;
	struct recipe recipe;
	struct lines *lines;		/* NULL: without --jsonl */
	long skipped_lines;		/* that were printed before the first file was begun */
	struct progress *told;
	bool stopping;			/* nothing new is begun; what runs is given up */
	int status;			/* why: of sysexits, or BATCH_STOPPED */
};

/* arguments.c */
int parse_batch(struct batch *, int argc, char **argv);

/* recipe.c: a hash of all that outputs depend on beside the input, and the same for people, to be
 * freed.  Refuses settings that no format takes. */
int make_recipe(struct batch *, char **hash, char **options);

/* inputs.c: refuses inputs among which their own outputs would stand. */
int check_inputs(const struct batch *);
/* Lists what the command line names, folders with all that is in them. */
int list_inputs(struct batch *);

/* One file on its way. */
struct work {
	struct child child;
	char *path, *source;		/* as in the ledger; path NULL: the slot is free */
	char **outputs;			/* names of the job's outputs below the folder, ended by NULL; */
	struct place *places;		/* and where each stands */
	int *files;			/* open: the temporary files, or one in memory for JSON lines */
	long turn;			/* the how-manieth input of this run it is, from 0 */
	int tries;
};

/* work.c: the first suffix that the format goes by, to be freed. */
char *suffix_of(const struct jy_plugin *);
/* Begins the file, for which a slot is free; 0, or a status after a message that stops the
 * batch. */
int begin_work(struct batch *, struct work *);
/* Ends it: the outputs are in place or removed, and what came of it is in the ledger or printed. */
int end_work(struct batch *, struct work *);
/* Gives it up: as if it had not begun. */
void drop_work(struct batch *, struct work *);

/* jsonl.c: one line for what has ended; with --ordered, when its turn comes. */
struct lines *lines_new(bool ordered);
int put_line(struct lines *, const char *name, long turn, const struct ending *, int file);
size_t lines_waiting(const struct lines *);
void lines_free(struct lines *);

/* progress.c: how far it is, on standard error. */
struct progress *progress_new(const struct batch *, const struct sums *);
void progress_count(struct progress *, const struct ending *);
void progress_show(struct progress *, bool now);
void progress_free(struct progress *);
/* Before a message is printed: the line that is being written over is taken back. */
void progress_clear(struct progress *);

#endif
