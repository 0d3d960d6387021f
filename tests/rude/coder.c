/* Gives a code that is none. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	jy_warn(task, 0, "Bad Code!", "something is lost");
	return rude_read(task, in, builder);
}

RUDE_READER("coder");
