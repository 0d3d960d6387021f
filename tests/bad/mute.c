/* A reader that takes everything and fails without a word. */
#include <jiyao/plugin.h>

static int
mute_probe(struct jy_bytes in)
{
	return in.size > 0 ? 100 : 0;
}

static int
mute_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	(void)task, (void)in, (void)builder;
	return -1;
}

JY_PLUGIN(.name = "mute", .title = "Fails without saying why", .probe = mute_probe,
    .read = mute_read);
