/* What can be set. */
#include "docx.h"

const struct jy_option docx_options[] = {
	{"changes", JY_CHOICE, "accept", "accept|reject|show",
	 "tracked changes are made, unmade, or made and what they delete is shown as deleted"},
	PACKAGE_OPTIONS,
	{0}
};

enum docx_changes
docx_changes(const struct jy_task *task)
{
	return jy_option_is(task, "changes", "reject") ? DOCX_REJECT
	    : jy_option_is(task, "changes", "show")    ? DOCX_SHOW
						       : DOCX_ACCEPT;
}
