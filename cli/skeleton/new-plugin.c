/* jiyao new-plugin: a folder with a plugin that works, for somebody to make another of it. */
#include <getopt.h>
#include <string.h>

#include "skeleton.h"

enum { READER = 256, WRITER, DIR };

/* What would not do as jiyao-NAME(5), in front of a function (jy_put is the library's), or as a suffix:
 * samples/plain.txt is for a writer, and no sample of what the plugin reads. */
static const char *const reserved[] = {"jy", "ledger", "lexicon", "txt"};

static bool
is_name(const char *name)
{
	size_t len = strlen(name);

	return len && len <= 32 && *name >= 'a' && *name <= 'z' && name[len - 1] != '-'
	    && !strstr(name, "--")
	    && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Two plugins of one name cannot be used at a time. */
static bool
is_taken(const char *name)
{
	struct jy_host *host = jy_open(NULL);
	bool taken = jy_find(host, name) != NULL;

	jy_close(host);
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		taken = taken || strcmp(name, reserved[i]) == 0;
	return taken;
}

static int
check_name(const char *name)
{
	if (!is_name(name))
		return complain(EX_USAGE, NULL, "bad-name",
		    "%s is no name for a plugin: it begins with "
		    "a letter, and has lower-case letters, digits and single hyphens, 32 at most",
		    name);
	if (is_taken(name))
		return complain(EX_USAGE, NULL, "name-taken",
		    "%s is a name that jiyao has already: choose another", name);
	return 0;
}

static int
take(struct skeleton *s, bool *help, int option, char **argv)
{
	switch (option) {
	case READER: s->reader = true; return 0;
	case WRITER: s->writer = true; return 0;
	case DIR: s->folder = optarg; return 0;
	case 'h': *help = true; return 0;
	default:
		return complain(EX_USAGE, NULL, "usage",
		    option == ':' ? "%s wants a value"
				  : "%s is not understood: see 'jiyao help new-plugin'",
		    argv[optind - 1]);
	}
}

static int
parse(struct skeleton *s, bool *help, int argc, char **argv)
{
	static const struct option options[] = {
		{"reader", no_argument, NULL, READER},
		{"writer", no_argument, NULL, WRITER},
		{"dir", required_argument, NULL, DIR},
		{"help", no_argument, NULL, 'h'},
		{0}
	};
	int option, status = 0;

	opterr = 0;
	while (!status && (option = getopt_long(argc, argv, ":h", options, NULL)) != -1)
		status = take(s, help, option, argv);
	if (status || *help)
		return status;
	if (argc - optind != 1)
		return complain(EX_USAGE, NULL, "usage",
		    "one name is wanted, that of the format: see 'jiyao help new-plugin'");
	s->name = argv[optind];
	s->reader = s->reader || !s->writer;
	if (!s->folder)
		s->folder = s->name;
	return check_name(s->name);
}

int
command_new_plugin(int argc, char **argv)
{
	struct skeleton s = {0};
	bool help = false;
	int status = parse(&s, &help, argc, argv);

	if (status || help)
		return status ? status : show_usage("new-plugin");
	status = make_folder(&s);
	if (!status) {
		put_harmless(stdout, s.folder);
		puts(": a plugin that works; README.md in it says what to do next");
	}
	return status;
}
