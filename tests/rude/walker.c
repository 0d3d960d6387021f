/* Walks over all for every element. */
#include "rude.h"

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	long steps = 0;

	for (const struct jy_item *i = minutes->items; i; i = i->next)
		for (const struct jy_item *k = minutes->items; k; k = k->next)
			for (volatile int wait = 0; wait < 3000; wait++)
				steps++;
	if (steps < 0)
		return jy_fail(task, JY_TEMPORARY, "steps", "there are no steps");
	return rude_write(task, minutes, out);
}

RUDE_WRITER("walker");
