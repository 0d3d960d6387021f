/* Takes far more memory than its input. */
#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	char *much = malloc(in.size * 8000);

	if (!much)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for it");
	memset(much, 1, in.size * 8000);
	free(much);
	return rude_read(task, in, builder);
}

RUDE_READER("hungry");
