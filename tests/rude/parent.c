/* Leaves a process behind. */
#include <unistd.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (fork() == 0) {
		sleep(100);
		_exit(0);
	}
	return rude_read(task, in, builder);
}

RUDE_READER("parent");
