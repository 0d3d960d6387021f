/* jiyao plugins: what is loaded, what is not and why. */
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

static int
widest_name(const struct jy_host *host)
{
	int widest = 0;

	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (m->plugin && (int)strlen(m->plugin->name) > widest)
			widest = (int)strlen(m->plugin->name);
	return widest;
}

static void
list_refused(const struct jy_module *module)
{
	put_harmless(stdout, module->file);
	fputs(_(": not loaded: "), stdout);
	put_harmless(stdout, module->shown);
	putchar('\n');
}

/* Padded to that many columns: a Han character takes two. */
static void
put_padded(const char *text, int width)
{
	unsigned int point;

	fputs(text, stdout);
	for (size_t n; (n = character(text, &point)) && *text; text += n)
		width -= utf8proc_charwidth((utf8proc_int32_t)point);
	printf("%*s", width > 0 ? width + 2 : 2, "");
}

static void
list_plugin(const struct jy_plugin *p, int width)
{
	put_padded(p->name, width);
	put_padded(p->read ? _("reads") : "-", 5);
	put_padded(p->write ? _("writes") : "-", 6);
	puts(_(p->title));
}

static int
list(const struct jy_host *host)
{
	int width = widest_name(host);

	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (m->plugin)
			list_plugin(m->plugin, width);
	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (!m->plugin)
			list_refused(m);
	return EX_OK;
}

static const char *
type_name(const struct jy_option *option)
{
	switch (option->type) {
	case JY_NUMBER:
		return N_("a whole number, ");
	case JY_FILE:
		return N_("the path of a file: ");
	default:
		return "";
	}
}

static void
describe_option(const struct jy_option *o)
{
	bool is_prose = o->type == JY_STRING || o->type == JY_FILE;

	tell(stdout, "\n  -O %s=%s\n      %-s\n      takes %-s%s\n", o->name, o->value, o->help,
	    type_name(o), is_prose ? _(o->accepts) : o->accepts);
}

static void
describe(const struct jy_module *module)
{
	const struct jy_plugin *p = module->plugin;

	tell(stdout, "%s: %-s\n", p->name, p->title);
	fputs(_("  module      "), stdout);
	put_harmless(stdout, module->file);
	tell(stdout, "\n  reads       %-s\n  writes      %-s\n", p->read ? N_("yes") : N_("no"),
	    p->write ? N_("yes") : N_("no"));
	if (p->appends)
		tell(stdout, "  appends     yes\n");
	if (p->suffixes)
		tell(stdout, "  suffixes    %s\n", p->suffixes);
	if (p->media_type)
		tell(stdout, "  media type  %s\n", p->media_type);
	if (p->schema)
		tell(stdout, "  schema      jiyao schema %s\n", p->name);
	if (p->lossy)
		tell(stdout, "  loses       %-s\n", p->lossy);
	for (const struct jy_option *o = p->options; o && o->name; o++)
		describe_option(o);
}

int
command_plugins(int argc, char **argv)
{
	const struct jy_module *module;
	struct jy_host *host;
	int status;

	if (argc > 2 || (argc == 2 && argv[1][0] == '-'))
		return complain(EX_USAGE, NULL, "usage",
		    "%s is not understood: see 'jiyao help plugins'", argv[argc - 1]);
	host = jy_open(NULL);
	status = argc == 1 ? list(host) : find_module(host, argv[1], &module);
	if (argc == 2 && !status)
		describe(module);
	jy_close(host);
	return status;
}
