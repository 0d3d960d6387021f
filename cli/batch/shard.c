/* Shards: a stable hash of the path, and the variables of schedulers. */
#include "shard.h"

#include "../cli.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SHARDS = 1000000 };

/*
 * How schedulers number the tasks of an array: from `first` on (a number or a variable), in steps, as
 * many as `count` says.  Where a scheduler does not tell how many there are, JIYAO_SHARDS has to.
 */
static const struct scheduler {
	const char *index, *first, *step, *count, *last;
} schedulers[] = {
	{"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP",
	    "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MAX"},
	{"AWS_BATCH_JOB_ARRAY_INDEX", "0", "1", "AWS_BATCH_JOB_ARRAY_SIZE", NULL},
	{"JOB_COMPLETION_INDEX", "0", "1", "JIYAO_SHARDS", NULL},
	{"SGE_TASK_ID", "SGE_TASK_FIRST", "SGE_TASK_STEPSIZE", NULL, "SGE_TASK_LAST"},
	{"PBS_ARRAY_INDEX", "1", "1", "JIYAO_SHARDS", NULL},
};

/* A whole number without a sign; -1: it is none. */
static long
number(const char *text)
{
	char *end;
	long value;

	if (!text || *text < '0' || *text > '9')
		return -1;
	errno = 0;
	value = strtol(text, &end, 10);
	return errno || *end || value > MOST_SHARDS ? -1 : value;
}

/* What stands there, or in the variable of that name. */
static long
value_of(const char *name)
{
	return !name ? -1 : *name >= '0' && *name <= '9' ? number(name) : number(getenv(name));
}

static const char *
set(struct shard *shard, long index, long count)
{
	if (index < 1 || count < 1 || index > count)
		return N_("it is not of the form I/N, with I from 1 to N");
	*shard = (struct shard){(unsigned)index, (unsigned)count};
	return NULL;
}

static const char *
ask(struct shard *shard, const struct scheduler *s)
{
	long id = value_of(s->index), first = value_of(s->first), step = value_of(s->step);
	long count = value_of(s->count), last = value_of(s->last);

	step = step < 1 ? 1 : step;
	first = first < 0 ? 1 : first;
	if (count < 0 && last >= first)
		count = (last - first) / step + 1;
	if (count < 0)
		return N_(
		    "the scheduler says which task this is and not of how many: set JIYAO_SHARDS");
	if (last >= first && count != (last - first) / step + 1)
		return N_("the tasks of the array are not numbered in equal steps");
	if (id < first || (id - first) % step != 0 || (id - first) / step >= count)
		return N_("the scheduler's variables contradict each other");
	return set(shard, (id - first) / step + 1, count);
}

const char *
shard_parse(struct shard *shard, const char *text)
{
	char *end;
	long index;

	if (strcmp(text, "auto") == 0) {
		for (size_t i = 0; i < sizeof(schedulers) / sizeof(*schedulers); i++)
			if (number(getenv(schedulers[i].index)) >= 0)
				return ask(shard, &schedulers[i]);
		return N_("no scheduler has set a variable that tells which task this is");
	}
	index = strtol(text, &end, 10);
	return set(shard, index, *end == '/' ? number(end + 1) : -1);
}

/* FNV-1a, 64 bits (draft-eastlake-fnv), with its halves folded, since the low bits alone are weak. */
static uint64_t
hash(const char *text)
{
	uint64_t h = 0xcbf29ce484222325;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 0x100000001b3;
	return h ^ h >> 32;
}

bool
shard_has(const struct shard *shard, const char *path)
{
	return shard->count < 2 || hash(path) % shard->count + 1 == shard->index;
}
