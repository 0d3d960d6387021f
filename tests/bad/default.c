/* A plugin whose option has a default that the option does not accept. */
#include <jiyao/plugin.h>

static int
default_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task, (void)minutes, (void)out;
	return 0;
}

static const struct jy_option default_options[] = {
	{"width", JY_NUMBER, "0", "1..99", "characters in a line"},
	{0}
};

JY_PLUGIN(.name = "default", .title = "A default out of range", .options = default_options,
    .write = default_write);
