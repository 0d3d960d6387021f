/* Never ends over damaged input. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	for (volatile bool damaged = rude_is_damaged(in); damaged;)
		;
	return rude_read(task, in, builder);
}

RUDE_READER("hanger");
