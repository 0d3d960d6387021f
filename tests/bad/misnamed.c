/* A plugin whose file has another name. */
#include <jiyao/plugin.h>

static int
other_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task, (void)minutes, (void)out;
	return 0;
}

JY_PLUGIN(.name = "other", .title = "Another name than the file's", .write = other_write);
