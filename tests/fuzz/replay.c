/*
 * A target without a fuzzer: every file that the arguments name, files or folders, is an input; so
 * are CHANGES changed copies of each that is small enough to be quick.  TAP.
 */
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

enum { CHANGES = 4, SMALL = 1 << 16 };

static int number;
static uint64_t state;

/* A number below N, the same on every system. */
static size_t
pick(size_t n)
{
	state = state * 6364136223846793005U + 1442695040888963407U;
	return (size_t)(state >> 33) % n;
}

/* Some bytes changed, a piece cut out or doubled: SIZE may grow to twice as much. */
static size_t
change(uint8_t *data, size_t size)
{
	size_t from = pick(size), len = pick(size - from) + 1;

	switch (pick(4)) {
	case 0:
		data[from] ^= (uint8_t)(1u << pick(8));
		return size;
	case 1:
		data[from] = (uint8_t)pick(256);
		return size;
	case 2:
		memmove(data + from, data + from + len, size - from - len);
		return size - len;
	default:
		memmove(data + from + len, data + from, size - from);
		return size + len;
	}
}

static void
run_changed(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size * 2);

	fuzz_must(copy, "there is memory");
	for (int i = 0; i < CHANGES; i++) {
		size_t len;

		memcpy(copy, data, size);
		len = change(copy, size);
		LLVMFuzzerTestOneInput(copy, len);
	}
	free(copy);
}

/* A target that stops ends the test; what it was is the last line then. */
static void
run_file(const char *path, size_t size)
{
	uint8_t *data = malloc(size + 1);
	FILE *file = fopen(path, "rb");

	fuzz_must(data && file, "the input can be read");
	size = fread(data, 1, size, file);
	fclose(file);
	printf("# %s\n", path);
	fflush(stdout);
	LLVMFuzzerTestOneInput(data, size);
	state = size;
	if (size && size < SMALL)
		run_changed(data, size);
	free(data);
	printf("ok %d - %s\n", ++number, strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
}

int
main(int argc, char **argv)
{
	FTS *tree;

	LLVMFuzzerInitialize(&argc, &argv);
	tree = argc > 1 ? fts_open(argv + 1, FTS_LOGICAL | FTS_NOCHDIR, NULL) : NULL;
	for (FTSENT *e; tree && (e = fts_read(tree));)
		if (e->fts_info == FTS_F)
			run_file(e->fts_path, (size_t)e->fts_statp->st_size);
	if (tree)
		fts_close(tree);
	printf("1..%d\n", number);
	return 0;
}
