/* Fails after it has appended something. */
#include "rude.h"

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	if (jy_out_bytes(out).size % 2) {
		jy_puts(out, "rude\n");
		return jy_fail(task, JY_BAD_INPUT, "odd", "what is there is odd");
	}
	return rude_write(task, minutes, out);
}

RUDE_WRITER("hasty", .appends = true);
