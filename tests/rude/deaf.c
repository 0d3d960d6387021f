/* Ignores a signal. */
#include <signal.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	signal(SIGPIPE, SIG_IGN);
	return rude_read(task, in, builder);
}

RUDE_READER("deaf");
