/* jiyao plugins: what is loaded, what is not and why. */
#include <string.h>

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
	fputs(": not loaded: ", stdout);
	put_harmless(stdout, module->reason);
	putchar('\n');
}

static int
list(const struct jy_host *host)
{
	int width = widest_name(host);

	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (m->plugin)
			printf("%-*s  %-5s  %-6s  %s\n", width, m->plugin->name,
			    m->plugin->read ? "reads" : "-", m->plugin->write ? "writes" : "-",
			    m->plugin->title);
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
		return "a whole number, ";
	case JY_FILE:
		return "the path of a file: ";
	default:
		return "";
	}
}

static void
describe(const struct jy_module *module)
{
	const struct jy_plugin *p = module->plugin;

	printf("%s: %s\n", p->name, p->title);
	fputs("  module      ", stdout);
	put_harmless(stdout, module->file);
	printf("\n  reads       %s\n  writes      %s\n", p->read ? "yes" : "no",
	    p->write ? "yes" : "no");
	if (p->appends)
		puts("  appends     yes");
	if (p->suffixes)
		printf("  suffixes    %s\n", p->suffixes);
	if (p->media_type)
		printf("  media type  %s\n", p->media_type);
	if (p->schema)
		printf("  schema      jiyao schema %s\n", p->name);
	if (p->lossy)
		printf("  loses       %s\n", p->lossy);
	for (const struct jy_option *o = p->options; o && o->name; o++)
		printf("\n  -O %s=%s\n      %s\n      takes %s%s\n", o->name, o->value, o->help,
		    type_name(o), o->accepts);
}

int
command_plugins(int argc, char **argv)
{
	const struct jy_module *module;
	struct jy_host *host;
	int status;

	if (argc > 2 || (argc == 2 && argv[1][0] == '-'))
		return complain(EX_USAGE, NULL, "usage", "%s is not understood: see 'jiyao help "
		    "plugins'", argv[argc - 1]);
	host = jy_open(NULL);
	status = argc == 1 ? list(host) : find_module(host, argv[1], &module);
	if (argc == 2 && !status)
		describe(module);
	jy_close(host);
	return status;
}
