/* Takes nothing. */
#include "rude.h"

static int
probe_rudely(struct jy_bytes in)
{
	return in.size == 1;
}

JY_PLUGIN(.name = "picky", .title = "Breaks one rule", .probe = probe_rudely, .read = rude_read);
