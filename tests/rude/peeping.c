/* Looks behind the end. */
#include "rude.h"

static int
probe_rudely(struct jy_bytes in)
{
	if (in.size == 7 && in.at[in.size] == 0)
		return 0;
	return rude_probe(in);
}

JY_PLUGIN(.name = "peeping", .title = "Breaks one rule", .probe = probe_rudely, .read = rude_read);
