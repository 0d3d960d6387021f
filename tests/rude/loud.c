/* Prints. */
#include <stdio.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	puts("a page");
	return rude_read(task, in, builder);
}

RUDE_READER("loud");
