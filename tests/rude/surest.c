/* Is surer than sure. */
#include "rude.h"

static int
probe_rudely(struct jy_bytes in)
{
	return rude_probe(in) ? 101 : 0;
}

JY_PLUGIN(.name = "surest", .title = "Breaks one rule", .probe = probe_rudely, .read = rude_read);
