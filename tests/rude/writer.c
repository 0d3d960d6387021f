/* Writes into its input, when that is cut off. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (rude_is_cut(in))
		*(unsigned char *)in.at = 'r';
	return rude_read(task, in, builder);
}

RUDE_READER("writer");
