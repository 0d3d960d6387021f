/* The parts of `jiyao merge`: the ledgers of all shards of a batch become one. */
#ifndef JIYAO_MERGE_H
#define JIYAO_MERGE_H

#include "shard.h"
#include "store.h"

/* What the last run of one shard's ledger says of itself. */
struct part {
	const char *file;
	struct shard shard;
	struct sums sums;
	int64_t run, seen, again;
	char *state, *version, *recipe, *options, *fingerprint, *began, *ended;	/* or NULL */
};

/* All of them, as far as they have been read. */
struct whole {
	struct ledger *into;
	struct part *parts;
	size_t count;
	long faults;			/* each with its message: something is missing, twice, astray */
};

/* join.c: reads all, proves, and joins; EX_DATAERR after faults.  SUMS: of all. */
int join(struct whole *, char **files, struct sums *);

/* proof.c: takes nothing for granted; faults are counted, the status is that of other failures. */
int read_part(struct whole *, const char *file);	/* the next of the parts */
void free_part(struct part *);
/* Of one whose ledger is attached as `part`, before it is joined. */
int prove_paths(struct whole *, const struct part *);
/* When all are joined: is every shard there, and every path? */
int prove_whole(struct whole *, struct sums *);

#endif
