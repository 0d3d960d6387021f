/* Leaves a file open. */
#include <fcntl.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (open("/dev/null", O_RDONLY) < 0)
		return jy_fail(task, JY_TEMPORARY, "no-file", "there is no such file");
	return rude_read(task, in, builder);
}

RUDE_READER("opener");
