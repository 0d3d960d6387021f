/* Counts its calls. */
#include "rude.h"

static int calls;

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (++calls > 1)
		jy_add_line(builder, 1, "again", 5);
	return rude_read(task, in, builder);
}

RUDE_READER("counter");
