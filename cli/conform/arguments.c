/* The command line of jiyao-conform. */
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "conform.h"

static const char usage[] = N_(
    "usage: jiyao-conform [OPTION]... PLUGIN [SAMPLE]...\n"
    "Asks whether a plugin keeps its contract, jiyao-plugin(7), and prints TAP.\n"
    "\n"
    "PLUGIN is a module, ./tsv.so, or the name of one that is installed; a SAMPLE is a file\n"
    "that it reads, or, for a writer, minutes in any format that is read.\n"
    "\n"
    "      --seed=N           repeat the random damage of another run\n"
    "      --keep=DIR         keep there the bytes that the plugin failed over\n"
    "      --grow=COMMAND     'COMMAND N' prints a sample of N times the length\n"
    "      --only=RULE        report that rule alone\n"
    "      --list             print all rules\n"
    "      --time=SECONDS     of the processor that one call may take (10)\n"
    "      --memory=MIB       of memory that all calls may take (1024)\n"
    "  -h, --help             print this\n"
    "      --version          print the version\n"
    "\n"
    "The status is 0 when all rules are kept, and 1 when one is broken.\n");

enum { SEED = 256, KEEP, GROW, ONLY, LIST, TIME, MEMORY, SHOW_VERSION };

static const struct option options[] = {
	{"seed", required_argument, NULL, SEED}, {"keep", required_argument, NULL, KEEP},
	{"grow", required_argument, NULL, GROW}, {"only", required_argument, NULL, ONLY},
	{"list", no_argument, NULL, LIST}, {"time", required_argument, NULL, TIME},
	{"memory", required_argument, NULL, MEMORY}, {"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, SHOW_VERSION}, {0}
};

/* WHAT is marked by N_. */
static int
fail(const char *what, const char *word)
{
	return complain(EX_USAGE, "jiyao-conform", "usage", "%-s%s%s: see 'jiyao-conform --help'",
	    what, *word ? " " : "", word);
}

static int
take_folder(char **to, const char *word)
{
	struct stat st;

	free(*to);
	*to = realpath(word, NULL);
	if (*to && stat(*to, &st) == 0 && S_ISDIR(st.st_mode))
		return 0;
	return complain(EX_NOINPUT, word, "no-input", "there is no such folder");
}

static int
take_rule(struct trial *t, const char *word)
{
	t->only = word;
	for (int i = 0; i < RULES; i++)
		if (strcmp(rules[i].name, word) == 0)
			return 0;
	return fail(N_("--list does not have the rule"), word);
}

static void
list_rules(void)
{
	for (int i = 0; i < RULES; i++)
		printf("%-14s %s\n", rules[i].name, rules[i].promise);
}

static int
take_option(struct trial *t, int c, bool *done)
{
	long seed = 0;
	int status;

	switch (c) {
	case SEED:
		status = take_number(&seed, "--seed", 0, LONG_MAX);
		t->seed = (unsigned long)seed;
		return status;
	case KEEP: return take_folder(&t->keep, optarg);
	case GROW: t->grow = optarg; return 0;
	case ONLY: return take_rule(t, optarg);
	case TIME: return take_number(&t->seconds, "--time", 1, MOST_SECONDS);
	case MEMORY: return take_number(&t->mebibytes, "--memory", 1, MOST_MEBIBYTES);
	case LIST: list_rules(); break;
	case 'h': fputs(_(usage), stdout); break;
	case SHOW_VERSION: printf("jiyao-conform %s\n", jy_version()); break;
	default: return fail(N_("there is no such option, or its value is missing"), "");
	}
	*done = true;
	return 0;
}

/* A module by its path: its folder is searched, and no other. */
static int
take_module(struct trial *t, const char *path)
{
	const char *name = base_name(path);
	size_t len = strlen(name);
	char *folder, real[PATH_MAX];

	if (len < 4 || strcmp(name + len - 3, ".so") != 0)
		return fail(N_("a module's name ends with .so:"), path);
	if (access(path, R_OK))
		return complain(EX_NOINPUT, path, "no-input", "%m");
	folder = name == path ? strdup(".") : strndup(path, (size_t)(name - path));
	if (!realpath(must(folder), real))
		return complain(EX_NOINPUT, path, "no-input", "%m");
	free(folder);
	if (strchr(real, ':'))
		return fail(N_("the name of a plugin's folder has no colon:"), real);
	t->folders = must(strdup(real));
	t->name = must(strndup(name, len - 3));
	return 0;
}

static int
take_plugin(struct trial *t, const char *word)
{
	size_t len = strlen(word);

	if (strchr(word, '/') || (len > 3 && strcmp(word + len - 3, ".so") == 0))
		return take_module(t, word);
	t->name = must(strdup(word));
	return 0;
}

static int
take_samples(struct trial *t, char **paths, int count)
{
	t->samples = must(calloc((size_t)count + 1, sizeof(*t->samples)));
	for (int i = 0; i < count; i++) {
		struct input in = {0};
		int status = input_read(&in, paths[i]);

		if (status) {
			input_free(&in);
			return EX_NOINPUT;
		}
		t->samples[t->count++] = (struct sample){
		    .path = paths[i], .name = base_name(paths[i]), .bytes = in.bytes};
	}
	return 0;
}

int
parse_conform(struct trial *t, int argc, char **argv, bool *done)
{
	int c, status = 0;

	*t = (struct trial){.seed = (unsigned long)time(NULL) % 1000000, .seconds = 10,
	    .mebibytes = 1024, .here = must(realpath(".", NULL))};
	opterr = 0;
	while (!status && !*done && (c = getopt_long(argc, argv, "h", options, NULL)) != -1)
		status = take_option(t, c, done);
	if (status || *done)
		return status;
	if (optind == argc)
		return fail(N_("a plugin is missing"), "");
	status = take_plugin(t, argv[optind]);
	return status ? status : take_samples(t, argv + optind + 1, argc - optind - 1);
}

void
end_trial(struct trial *t)
{
	for (size_t i = 0; i < t->count; i++)
		free((void *)t->samples[i].bytes.at);
	free(t->samples);
	free(t->folders);
	free(t->name);
	free(t->keep);
	free(t->here);
}
