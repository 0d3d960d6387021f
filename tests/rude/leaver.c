/* Ends the process over damaged input. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (rude_is_damaged(in))
		exit(0);
	return rude_read(task, in, builder);
}

RUDE_READER("leaver");
