/* Crashes at the end of a range. */
#include "rude.h"

static const struct jy_option rude_options[] = {
	{"width", JY_NUMBER, "10", "1..99", "characters in a line"},
	{0}
};

static int
write_rudely(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	if (jy_option_number(task, "width") == 99)
		abort();
	return rude_write(task, minutes, out);
}

RUDE_WRITER("narrow", .options = rude_options);
