/* Believes that every item has a title. */
#include "rude.h"

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	if (minutes->items && !minutes->items->title.s)
		abort();
	return rude_write(task, minutes, out);
}

RUDE_WRITER("brittle");
