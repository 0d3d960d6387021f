/* Writes nothing. */
#include "rude.h"

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	if (!minutes->items)
		return 0;
	return rude_write(task, minutes, out);
}

RUDE_WRITER("speechless");
