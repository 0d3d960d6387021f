/* Changes the mask of new files. */
#include <sys/stat.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	umask(0);
	return rude_read(task, in, builder);
}

RUDE_READER("masker");
