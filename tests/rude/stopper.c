/* Ends a message with a full stop. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	jy_warn(task, 0, "lost", "Something is lost.");
	return rude_read(task, in, builder);
}

RUDE_READER("stopper");
