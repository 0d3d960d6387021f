/* The table of options: what the host does not refuse at once and users would stumble over. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

static void
judge_name(const struct jy_option *all, const struct jy_option *o)
{
	size_t len = strlen(o->name);

	if (!len || strspn(o->name, "abcdefghijklmnopqrstuvwxyz0123456789-") != len)
		lab_fault(OPTIONS, "its name is not of lower case letters, digits and hyphens");
	for (const struct jy_option *other = all; other != o; other++)
		if (strcmp(other->name, o->name) == 0)
			lab_fault(OPTIONS, "the name is there twice");
}

/* PDF and MiB may be written so. */
static bool
is_upper_word(const char *s)
{
	bool begins = isupper((unsigned char)*s);

	for (s++; begins && isalpha((unsigned char)*s); s++)
		begins = islower((unsigned char)*s);
	return begins;
}

static void
judge_help(const struct jy_option *o)
{
	size_t len = strlen(o->help);

	if (!len)
		lab_fault(OPTIONS, "its help is empty");
	else if (strchr(o->help, '\n'))
		lab_fault(OPTIONS, "its help has several lines");
	else if (o->help[len - 1] == '.')
		lab_fault(OPTIONS, "its help ends with a full stop");
	else if (is_upper_word(o->help))
		lab_fault(OPTIONS, "its help begins with a capital letter");
}

static void
judge_range(const struct jy_option *o)
{
	char *end, *rest;
	long least = strtol(o->accepts, &end, 10), most;

	if (end == o->accepts || strncmp(end, "..", 2) != 0) {
		lab_fault(OPTIONS, "a number accepts a range such as 1..99, not '%s'", o->accepts);
		return;
	}
	most = strtol(end + 2, &rest, 10);
	if (rest == end + 2 || *rest || least > most)
		lab_fault(OPTIONS, "'%s' is no range", o->accepts);
}

static void
judge_choice(const struct jy_option *o)
{
	size_t words = 0, len;

	for (const char *w = o->accepts;; w += len + 1) {
		len = strcspn(w, "|");
		words++;
		if (!len)
			lab_fault(OPTIONS, "'%s' has an empty word", o->accepts);
		if (jy_is_word(w[len] ? w + len + 1 : "", (struct jy_text){w, len}) && len)
			lab_fault(OPTIONS, "'%.*s' is there twice", (int)len, w);
		if (!w[len])
			break;
	}
	if (words < 2)
		lab_fault(OPTIONS, "a choice of one word is none");
}

void
try_options(const struct trial *t, const void *with)
{
	(void)with;
	for (const struct jy_option *o = t->plugin->options; o && o->name; o++) {
		lab_at("option %s", o->name);
		judge_name(t->plugin->options, o);
		judge_help(o);
		if (o->type == JY_NUMBER)
			judge_range(o);
		else if (o->type == JY_CHOICE)
			judge_choice(o);
		else if (!*o->accepts)
			lab_fault(OPTIONS, "it does not say what its value means");
	}
}
