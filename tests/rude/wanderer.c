/* Goes to another folder. */
#include <unistd.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	if (chdir("/"))
		return jy_fail(task, JY_TEMPORARY, "no-folder", "there is no such folder");
	return rude_read(task, in, builder);
}

RUDE_READER("wanderer");
