/* Says that it failed, and returns 0. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (rude_is_cut(in))
		jy_fail(task, JY_BAD_INPUT, "cut-off", "the end is missing");
	return rude_read(task, in, builder);
}

RUDE_READER("fickle");
