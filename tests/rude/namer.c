/* Sets a variable of the environment. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	setenv("RUDE", "yes", 1);
	return rude_read(task, in, builder);
}

RUDE_READER("namer");
