/* Samples that were cut off or damaged: the plugin reads or refuses them, and lives. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { CUTS = 64, DAMAGES = 192, LEAST = 16 };
#define TIME_FOR_DAMAGES 4.0		/* seconds of the processor for one sample */

/* That it ends is all that is asked; call.c looks at how. */
static void
read_remains(const struct trial *t, const void *bytes, size_t size, const char *name)
{
	struct call call;

	if (!size)
		return;
	call = read_once(t, lab_input(bytes, size), name);
	call_end(&call);
}

void
try_cuts(const struct trial *t, const void *with)
{
	const struct sample *s = with;

	for (size_t i = 1; i <= CUTS; i++) {
		size_t size = s->bytes.size * i / (CUTS + 1);

		lab_at("the first %zu bytes of %s", size, s->name);
		read_remains(t, s->bytes.at, size, s->name);
	}
}

static size_t
below(unsigned int *seed, size_t n)
{
	return n ? (size_t)rand_r(seed) % n : 0;
}

/* One wound; SIZE is that of BYTES, which have room for half as much again. */
static size_t
wound(unsigned char *bytes, size_t size, unsigned int *seed)
{
	size_t at = below(seed, size), n = 1 + below(seed, size - at < 64 ? size - at : 64);

	switch (below(seed, 6)) {
	case 0:
		bytes[at] ^= (unsigned char)(1 << below(seed, 8));
		return size;
	case 1:
		bytes[at] = (unsigned char)rand_r(seed);
		return size;
	case 2:
		memset(bytes + at, below(seed, 2) ? 0xFF : 0, n);
		return size;
	case 3:		/* a piece is gone */
		memmove(bytes + at, bytes + at + n, size - at - n);
		return size - n;
	case 4:		/* a piece is there twice */
		memmove(bytes + at + n, bytes + at, size - at);
		return size + n;
	default:	/* a piece is where another belongs */
		memmove(bytes + below(seed, size - n + 1), bytes + at, n);
		return size;
	}
}

static void
read_damaged(const struct trial *t, const struct sample *s, unsigned int number)
{
	unsigned char *bytes = must(malloc(s->bytes.size + 8 * 64));
	size_t size = s->bytes.size;
	unsigned int seed = (unsigned int)t->seed + number * 2654435761u;

	memcpy(bytes, s->bytes.at, size);
	for (size_t wounds = 1 + below(&seed, 8); wounds && size; wounds--)
		size = wound(bytes, size, &seed);
	lab_at("%s with damage %u of --seed=%lu", s->name, number, t->seed);
	read_remains(t, bytes, size, s->name);
	free(bytes);
}

void
try_damages(const struct trial *t, const void *with)
{
	double began = lab_clock();

	for (unsigned int i = 1; i <= DAMAGES; i++)
		if (i <= LEAST || lab_clock() - began < TIME_FOR_DAMAGES)
			read_damaged(t, with, i);
}
