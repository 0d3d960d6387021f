/* Refuses a word that it accepts. */
#include "rude.h"

static const struct jy_option rude_options[] = {
	{"way", JY_CHOICE, "a", "a|b", "which way"},
	{0}
};

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (jy_option_is(task, "way", "b"))
		return jy_fail(task, JY_USAGE, "not-b", "there is no b");
	return rude_read(task, in, builder);
}

RUDE_READER("chooser", .options = rude_options);
