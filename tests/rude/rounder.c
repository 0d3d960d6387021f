/* Changes how numbers are rounded. */
#include <fenv.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	fesetround(FE_UPWARD);
	return rude_read(task, in, builder);
}

RUDE_READER("rounder");
