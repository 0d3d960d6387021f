/* jiyao schema: what the outputs of a format promise, for validators. */
#include "cli.h"

static int
print_schema(const struct jy_host *host, const char *name)
{
	const struct jy_module *module;
	int status = find_module(host, name, &module);

	if (status)
		return status;
	if (!module->plugin->schema)
		return complain(EX_USAGE, NULL, "no-schema",
		    "the format %s has no schema of ours: see jiyao-%s(5)", name, name);
	fputs(module->plugin->schema, stdout);
	return EX_OK;
}

int
command_schema(int argc, char **argv)
{
	struct jy_host *host;
	int status;

	if (argc != 2 || argv[1][0] == '-')
		return complain(EX_USAGE, NULL, "usage",
		    "name one format: see 'jiyao help schema'");
	host = jy_open(NULL);
	status = print_schema(host, argv[1]);
	jy_close(host);
	return status;
}
