/* Has two options of one name. */
#include "rude.h"

static const struct jy_option rude_options[] = {
	{"way", JY_CHOICE, "a", "a|b", "which way"},
	{"way", JY_CHOICE, "a", "a|b", "which way"},
	{0}
};

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	(void)jy_option(task, "way");
	return rude_read(task, in, builder);
}

RUDE_READER("twins", .options = rude_options);
