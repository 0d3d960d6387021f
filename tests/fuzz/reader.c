/* A reader, from bytes to minutes and through every writer. */
#include "fuzz.h"

static const struct jy_plugin *reader;

bool
fuzz_reads(const char *name)
{
	reader = jy_find(fuzz_host(), name);
	return reader && reader->read;
}

static void
run(struct jy_bytes in)
{
	int sure = reader->probe(in);

	fuzz_must(sure >= 0 && sure <= 100, "a probe is from 0 to 100 sure");
	if (in.size)
		fuzz_convert(reader, in);
}

const struct fuzz_target fuzz_reader = {.run = run};
