/* Reads nothing. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (in.size)
		return jy_fail(task, JY_BAD_INPUT, "unwilling", "it does not want to");
	return rude_read(task, in, builder);
}

RUDE_READER("unwilling");
