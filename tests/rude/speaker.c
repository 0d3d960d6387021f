/* Sets a locale. */
#include <locale.h>

#include "rude.h"

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	setlocale(LC_ALL, "C.UTF-8");
	return rude_read(task, in, builder);
}

RUDE_READER("speaker");
