/* Leaves a file behind. */
#include <fcntl.h>
#include <unistd.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	int fd = open("rude.tmp", O_WRONLY | O_CREAT, 0600);

	if (fd >= 0)
		close(fd);
	return rude_read(task, in, builder);
}

RUDE_READER("litterer");
