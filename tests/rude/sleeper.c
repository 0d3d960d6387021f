/* Sleeps over damaged input. */
#include <unistd.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	while (rude_is_damaged(in))
		sleep(100);
	return rude_read(task, in, builder);
}

RUDE_READER("sleeper");
