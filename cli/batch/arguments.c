/* The command line of a batch. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../arguments.h"
#include "batch.h"

enum {
	OUT = FIRST_OWN_OPTION, FILES_FROM, DRY_RUN, RETRY, SHARD, JSONL, ORDERED, PROGRESS
};

static const struct option options[] = {
	JOB_OPTIONS,
	{"fail-on", required_argument, NULL, FAIL_ON},
	{"out", required_argument, NULL, OUT},
	{"jobs", required_argument, NULL, 'j'},
	{"files0-from", required_argument, NULL, FILES_FROM},
	{"dry-run", no_argument, NULL, DRY_RUN},
	{"retry", required_argument, NULL, RETRY},
	{"shard", required_argument, NULL, SHARD},
	{"jsonl", no_argument, NULL, JSONL},
	{"ordered", no_argument, NULL, ORDERED},
	{"progress", required_argument, NULL, PROGRESS},
	{0}
};

/* The index of the option's value among the WORDS, which a NULL ends. */
static int
take_word(int *index, const char *option, const char *const *words)
{
	for (*index = 0; words[*index]; ++*index)
		if (strcmp(words[*index], optarg) == 0)
			return 0;
	return one_of(option, optarg, -1);
}

static int
take_shard(struct shard *shard)
{
	const char *why = shard_parse(shard, optarg);

	return why ? complain(EX_USAGE, NULL, "usage", "--shard=%s: %-s", optarg, why) : 0;
}

static int
take_choice(struct batch *b, int option)
{
	static const char *const retries[] = {"none", "failed", "timeout", "all", NULL};
	static const char *const ways[] = {"auto", "json", "none", NULL};
	int index,
	    status = option == RETRY ? take_word(&index, "--retry", retries)
				     : take_word(&index, "--progress", ways);

	if (!status && option == RETRY)
		b->retry = (enum retry)index;
	else if (!status)
		b->progress = index;
	return status;
}

static int
take(void *own, int option)
{
	struct batch *b = own;

	switch (option) {
	case OUT: b->folder = optarg; return 0;
	case 'j': return take_number(&b->slots, "-j", 1, 1024);
	case FILES_FROM: b->files_from = optarg; return 0;
	case DRY_RUN: b->dry_run = true; return 0;
	case SHARD: return take_shard(&b->shard);
	case JSONL: b->jsonl = true; return 0;
	case ORDERED: b->ordered = true; return 0;
	default: return take_choice(b, option);
	}
}

/* Where outputs go, and as what. */
static int
complete_outputs(struct job *job, struct batch *b)
{
	struct output *none = NULL;

	if (b->jsonl && (b->folder || job->outputs))
		return complain(EX_USAGE, NULL, "usage",
		    "--jsonl prints JSON and keeps nothing: it goes with neither --out nor -t");
	if (b->jsonl) {
		strcpy(b->compact, "indent=0");
		add_output(job, &none, "json");
		add_setting(job, none, b->compact);
	}
	if (!job->outputs)
		return complain(EX_USAGE, NULL, "usage",
		    "-t is missing: which formats are to be written? 'jiyao plugins' lists them");
	if (!b->jsonl && !b->folder)
		return complain(EX_USAGE, NULL, "usage",
		    "--out is missing: in which folder are the outputs to be?");
	return 0;
}

static int
complete(struct job *job, void *own, char **words)
{
	struct batch *b = own;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	b->paths = words;
	b->slots = b->slots ? b->slots : cores > 0 ? cores : 1;
	if (!*words && !b->files_from)
		return complain(EX_USAGE, NULL, "usage",
		    "there is no input: name files or folders");
	return complete_outputs(job, b);
}

int
parse_batch(struct batch *b, int argc, char **argv)
{
	const struct grammar grammar = {
		"batch", JOB_LETTERS "j:", options, take, complete, b
	};

	*b = (struct batch){.shard = {1, 1}};
	b->job.mixed = true;
	return parse_job(&b->job, &grammar, argc, argv);
}
