/* Which target is fuzzed: the one that JIYAO_FUZZ names, or every plugin that reads by its own name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static const struct fuzz_target *const others[] = {
	&fuzz_ledger, &fuzz_lines, &fuzz_options, &fuzz_record, &fuzz_words,
};
enum { OTHERS = sizeof(others) / sizeof(*others) };

static const struct fuzz_target *target;

static const struct fuzz_target *
find(const char *name)
{
	for (size_t i = 0; i < OTHERS; i++)
		if (strcmp(others[i]->name, name) == 0)
			return others[i];
	return fuzz_reads(name) ? &fuzz_reader : NULL;
}

/* The names stand on one line, behind the last colon: tests/fuzz/replay.sh takes them from there. */
static void
name_targets(const char *wrong)
{
	const struct jy_module *m = jy_modules(fuzz_host());

	if (wrong)
		fprintf(stderr, "there is no fuzz target %s; there are:", wrong);
	else
		fputs("JIYAO_FUZZ must name a fuzz target, one of:", stderr);
	for (; m; m = m->next)
		if (m->plugin && m->plugin->read)
			fprintf(stderr, " %s", m->plugin->name);
	for (size_t i = 0; i < OTHERS; i++)
		fprintf(stderr, " %s", others[i]->name);
	fputc('\n', stderr);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *name = getenv("JIYAO_FUZZ");

	(void)argc, (void)argv;
	target = name ? find(name) : NULL;
	if (!target) {
		name_targets(name);
		exit(2);
	}
	if (target->begin)
		target->begin();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	target->run((struct jy_bytes){data, size});
	return 0;
}
