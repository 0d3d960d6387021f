/* A reader that cannot tell what it reads. */
#include <jiyao/plugin.h>

static int
blind_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	(void)task, (void)in, (void)builder;
	return 0;
}

JY_PLUGIN(.name = "blind", .title = "Reads without a probe", .read = blind_read);
