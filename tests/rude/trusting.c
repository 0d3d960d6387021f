/* Looks for what was cut off. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (rude_is_cut(in))
		*(volatile char *)0 = 0;
	return rude_read(task, in, builder);
}

RUDE_READER("trusting");
