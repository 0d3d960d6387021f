/* Begins from the beginning for every line; in long steps, for a test needs no more than the growth. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	volatile long lines = 0;

	for (size_t i = 0; i < in.size; i++)
		for (size_t k = 0; in.at[i] == '\n' && k < i; k += 16)
			lines += in.at[k] == '\n';
	if (lines < 0)
		return jy_fail(task, JY_TEMPORARY, "lines", "there are no lines");
	return rude_read(task, in, builder);
}

RUDE_READER("quadratic");
