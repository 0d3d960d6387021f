/* Answers as it likes. */
#include "rude.h"

static int calls;

static int
probe_rudely(struct jy_bytes in)
{
	return rude_probe(in) ? 50 + (++calls & 1) : 0;
}

JY_PLUGIN(.name = "moody", .title = "Breaks one rule", .probe = probe_rudely, .read = rude_read);
