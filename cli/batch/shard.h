/* One of several machines that share a batch: it takes the files whose hash says so. */
#ifndef JIYAO_SHARD_H
#define JIYAO_SHARD_H

#include <stdbool.h>

struct shard { unsigned index, count; };	/* from 1 to count; {1, 1} is everything */

/* "3/8", or "auto": as the scheduler says that runs this.  NULL, or why not. */
const char *shard_parse(struct shard *, const char *text);
/* Is the file of that path among its own?  The same on every machine, and in every later version. */
bool shard_has(const struct shard *, const char *path);

#endif
