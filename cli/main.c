/* The program jiyao: picks the command. */
#include <signal.h>
#include <string.h>

#include "cli.h"

static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
} commands[] = {
	{"convert", command_convert},
	{"batch", command_batch},
	{"merge", command_merge},
	{"report", command_report},
	{"verify", command_verify},
	{"plugins", command_plugins},
	{"schema", command_schema},
	{"new-plugin", command_new_plugin},
	{"help", command_help},
};

static bool
asks_for_help(const char *word)
{
	return strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0;
}

static int
run(int argc, char **argv)
{
	if (argc < 2)
		return complain(EX_USAGE, NULL, "usage", "a command is missing: see 'jiyao help'");
	if (asks_for_help(argv[1]))
		return show_usage("");
	if (strcmp(argv[1], "--version") == 0) {
		printf("jiyao %s\nLicence LGPL-2.1-or-later; free software, without any warranty\n",
		    jy_version());
		return EX_OK;
	}
	if (argc == 3 && asks_for_help(argv[2]))
		return show_usage(argv[1]);
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return commands[i].run(argc - 1, argv + 1);
	return complain(EX_USAGE, NULL, "usage", "there is no command %s: see 'jiyao help'",
	    argv[1]);
}

int
main(int argc, char **argv)
{
	int status, written;

	signal(SIGPIPE, SIG_IGN);	/* a closed pipe is an error like another, not our death */
	signal(SIGXFSZ, SIG_IGN);	/* so is a file that grows too large */
	die_cleanly();
	jy_speak();
	setvbuf(stderr, NULL, _IOLBF, BUFSIZ);	/* a message is one write: lines do not mix */
	status = run(argc, argv);
	written = finish_stdout();
	return status ? status : written;
}
