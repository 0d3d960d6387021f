/* Does not free what it allocates. */
#include "rude.h"

static void *volatile kept;

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	kept = malloc(100);
	return rude_read(task, in, builder);
}

RUDE_READER("forgetful");
