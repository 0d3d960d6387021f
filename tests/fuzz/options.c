/*
 * Options: a command line, its words parted by NUL, as `convert` and `verify` take it; and its
 * settings, given to the formats that they are for.  No file is opened.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "../../cli/cli.h"
#include "fuzz.h"

enum { WORDS = 32 };

static void
begin(void)
{
	fuzz_host();
	messages_to(fuzz_hear, NULL);
}

static int
split(char *text, size_t size, char **words)
{
	int count = 0;

	for (char *at = text; at < text + size && count < WORDS; at += strlen(at) + 1)
		words[count++] = at;
	words[count] = NULL;
	return count;
}

/* Finds the formats, and gives them their settings; not where one of these would open a file. */
static void
give(struct job *job)
{
	static const unsigned char text[] = "会议纪要\n";

	if (job->lexicon)
		return;
	for (const struct setting *s = job->settings; s; s = s->next)
		if (path_in(fuzz_host(), s))
			return;
	if (!find_writers(fuzz_host(), job))
		job_begin(job, fuzz_host(), (struct jy_bytes){text, sizeof(text) - 1});
}

static void
run(struct jy_bytes in)
{
	char *text = must(calloc(1, in.size + 1)), *words[WORDS + 1];
	struct job job = {0};
	int count, status;
	bool verifies = in.size & 1;

	memcpy(text, in.at, in.size);
	count = split(text, in.size, words);
	optind = 0;	/* getopt begins anew */
	if (count) {
		status = (verifies ? parse_verify : parse_convert)(&job, count, words);
		fuzz_must(!status || status == EX_USAGE, "a command line is a matter of usage");
		if (!status && !job.help && !verifies)
			give(&job);
	}
	job_end(&job);
	free(text);
}

const struct fuzz_target fuzz_options = {.name = "options", .begin = begin, .run = run};
