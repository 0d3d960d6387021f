/* Calls a text what is no UTF-8. */
#include "rude.h"

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	jy_put(out, "\xE9", 1);
	return rude_write(task, minutes, out);
}

RUDE_WRITER("latin", .media_type = "text/plain");
