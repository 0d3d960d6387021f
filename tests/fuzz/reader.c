/* A reader, from bytes to minutes and through every writer; -DFUZZED says which. */
#include "fuzz.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	fuzz_must(jy_find(fuzz_host(), FUZZED), "the plugin " FUZZED " is there");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct jy_plugin *reader;
	struct jy_bytes in = {data, size};
	int sure;

	if (!reader)
		reader = jy_find(fuzz_host(), FUZZED);
	sure = reader->probe(in);
	fuzz_must(sure >= 0 && sure <= 100, "a probe is from 0 to 100 sure");
	if (size)
		fuzz_convert(reader, in);
	return 0;
}
