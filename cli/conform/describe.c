/* What the plugin says of itself, for the lists and manuals that show it. */
#include <string.h>

#include "conform.h"

static void
judge_sentence(const char *what, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	if (text && !len)
		lab_fault(DESCRIBES, "%s is empty", what);
	else if (text && (text[len - 1] == '.' || strchr(text, '\n')))
		lab_fault(DESCRIBES, "%s is not one line without a full stop", what);
}

static void
judge_words(const char *what, const char *text, const char *letters)
{
	if (text && (!*text || strspn(text, letters) != strlen(text)))
		lab_fault(DESCRIBES, "%s '%s' has other signs than %s", what, text, letters);
}

static void
judge_media_type(const char *type)
{
	const char *slash = type ? strchr(type, '/') : NULL;

	if (type && (!slash || slash == type || !slash[1] || strpbrk(type, " \n")))
		lab_fault(DESCRIBES, "the media type '%s' is none", type);
}

/* What belongs to writing, or to reading and writing, says nothing of a plugin that does not. */
static void
judge_fields(const struct jy_plugin *p)
{
	if (!p->write && (p->lossy || p->schema || p->appends))
		lab_fault(DESCRIBES, "lossy, schema and appends are of a plugin that writes");
	if (!p->read && p->probe)
		lab_fault(DESCRIBES, "probe is of a plugin that reads");
	if (p->schema && !*p->schema)
		lab_fault(DESCRIBES, "its schema is empty");
}

void
try_describing(const struct trial *t, const void *with)
{
	const struct jy_plugin *p = t->plugin;

	(void)with;
	judge_words("the name", p->name, "abcdefghijklmnopqrstuvwxyz0123456789-");
	judge_words("suffixes", p->suffixes, "abcdefghijklmnopqrstuvwxyz0123456789-_ ");
	judge_sentence("the title", p->title);
	judge_sentence("lossy", p->lossy);
	judge_media_type(p->media_type);
	judge_fields(p);
}
