/* What can be set, and the limits among it; probing has no task, and takes the defaults. */
#include "docx.h"

#include <stdlib.h>
#include <string.h>

const struct jy_option docx_options[] = {
	{"changes", JY_CHOICE, "accept", "accept|reject|show",
	 "tracked changes are made, unmade, or made and what they delete is shown as deleted"},
	{"max-size", JY_NUMBER, "256", "1..16384", "MiB that a package may unpack to"},
	{"max-entries", JY_NUMBER, "10000", "1..1000000", "parts that a package may have"},
	{"max-ratio", JY_NUMBER, "1000", "1..1000000",
	 "how many times its packed size a part may unpack to"},
	{"max-depth", JY_NUMBER, "256", "8..4096", "how deep elements may be nested"},
	{0}
};

long
docx_limit(const struct jy_task *task, const char *name)
{
	if (task)
		return jy_option_number(task, name);
	for (const struct jy_option *o = docx_options; o->name; o++)
		if (strcmp(o->name, name) == 0)
			return strtol(o->value, NULL, 10);
	return 0;
}

enum docx_changes
docx_changes(const struct jy_task *task)
{
	return jy_option_is(task, "changes", "reject") ? DOCX_REJECT
	    : jy_option_is(task, "changes", "show") ? DOCX_SHOW : DOCX_ACCEPT;
}
