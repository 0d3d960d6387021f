/* The command line of a command that converts, into a job. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"

static int
usage_error(const char *command, char **argv, int option)
{
	/* getopt tells the letter of a short option only; of a long one, the word is behind it. */
	char letter[] = {'-', (char)optopt, '\0'};
	const char *name = optopt > 0 && optopt < 128 ? letter : argv[optind - 1];

	return complain(EX_USAGE, NULL, "usage",
	    option == ':' ? N_("%s wants a value")
			  : N_("%s is not understood: see 'jiyao help %s'"),
	    name, command);
}

void
add_output(struct job *job, struct output **last, const char *format)
{
	struct output *output = must(calloc(1, sizeof(*output)));

	output->format = format;
	output->lock = -1;
	if (*last)
		(*last)->next = output;
	else
		job->outputs = output;
	*last = output;
}

/* Of a batch "json,csv": each of them; what follows is then meant for none in particular.  Elsewhere
 * an -o could not tell which of them it is for. */
static int
add_outputs(struct job *job, struct output **last, char *formats)
{
	char *rest = formats, *format;
	int count = 0;

	if (!job->mixed) {
		add_output(job, last, formats);
		return 0;
	}
	for (; (format = strsep(&rest, ",")); count++) {
		if (!*format)
			return complain(EX_USAGE, NULL, "usage", "-t names no format");
		add_output(job, last, format);
	}
	job->listed = count > 1;
	return 0;
}

static int
set_path(struct output *output, const char *path)
{
	if (!output || output->path)
		return complain(EX_USAGE, NULL, "usage", "-o %s does not follow a -t of its own",
		    path);
	output->path = path;
	return 0;
}

static int
set_append(struct output *output)
{
	if (!output)
		return complain(EX_USAGE, NULL, "usage", "-a does not follow a -t");
	output->append = true;
	return 0;
}

int
add_setting(struct job *job, struct output *after, char *text)
{
	struct setting **end = &job->settings, *setting;
	char *equals = strchr(text, '=');

	if (!equals || equals == text)
		return complain(EX_USAGE, NULL, "usage", "-O %s is not of the form NAME=VALUE",
		    text);
	*equals = '\0';
	setting = must(calloc(1, sizeof(*setting)));
	*setting = (struct setting){.name = text, .value = equals + 1, .after = after};
	while (*end)
		end = &(*end)->next;
	*end = setting;
	return 0;
}

int
one_of(const char *option, const char *value, int result)
{
	if (result == 0)
		return 0;
	return complain(EX_USAGE, NULL, "usage", "%s cannot be %s", option, value);
}

int
take_number(long *number, const char *option, long least, long most)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(optarg, &end, 10);
	if (errno || end == optarg || *end || value < least || value > most)
		return complain(EX_USAGE, NULL, "usage", "%s wants a whole number from %ld to %ld",
		    option, least, most);
	*number = value;
	return 0;
}

static int
take_option(struct job *job, const struct grammar *g, struct output **last, int option)
{
	switch (option) {
	case 'f':
		job->format = optarg;
		return 0;
	case 't':
		return add_outputs(job, last, optarg);
	case 'o':
		return set_path(*last, optarg);
	case 'a':
		return set_append(*last);
	case 'O':
		return add_setting(job, job->listed ? NULL : *last, optarg);
	case LEXICON:
		job->lexicon = optarg;
		return 0;
	case ANY:
		job->any = true;
		return 0;
	case TIME:
		return take_number(&job->seconds, "--time", 1, MOST_SECONDS);
	case MEMORY:
		return take_number(&job->mebibytes, "--memory", 1, MOST_MEBIBYTES);
	case FAIL_ON:
		job->fail_on_warning = strcmp(optarg, "warning") == 0;
		return one_of("--fail-on", optarg,
		    !job->fail_on_warning && strcmp(optarg, "error") != 0);
	case MESSAGES:
		return one_of("--messages", optarg, messages_style(optarg));
	default:
		return g->take(g->own, option);
	}
}

static int
complete_convert(struct job *job, void *own, char **inputs)
{
	int to_stdout = 0;

	(void)own;
	if (!job->outputs)
		return complain(EX_USAGE, NULL, "usage",
		    "-t is missing: which format is to be written? 'jiyao plugins' lists them");
	if (inputs[0] && inputs[1])
		return complain(EX_USAGE, NULL, "usage", "there is one input too many: %s",
		    inputs[1]);
	job->path = inputs[0] ? inputs[0] : "-";
	for (struct output *o = job->outputs; o; o = o->next) {
		if (o->path
		    && (strcmp(o->path, "-") == 0 || descriptor_of(o->path) == STDOUT_FILENO))
			o->path = NULL;
		to_stdout += !o->path;
		if (o->append && !o->path)
			return complain(EX_USAGE, NULL, "usage",
			    "-a wants a file: name it with -o");
	}
	if (to_stdout > 1)
		return complain(EX_USAGE, NULL, "usage",
		    "only one output can go to standard output: name files with -o");
	return 0;
}

static int
complete_verify(struct job *job, void *own, char **files)
{
	struct output *none = NULL;

	(void)own;
	if (!files[0] || !files[1] || files[2])
		return complain(EX_USAGE, NULL, "usage",
		    "two files are wanted, an output and its source: see 'jiyao help verify'");
	if (strcmp(files[0], "-") == 0 && strcmp(files[1], "-") == 0)
		return complain(EX_USAGE, NULL, "usage",
		    "only one of the two can come from standard input");
	if (!job->outputs)
		add_output(job, &none, NULL);
	if (job->outputs->next)
		return complain(EX_USAGE, NULL, "usage",
		    "-t is given twice: one output has one format");
	job->outputs->path = files[0];
	job->path = files[1];
	return 0;
}

int
parse_job(struct job *job, const struct grammar *g, int argc, char **argv)
{
	struct output *last = NULL;
	int option, status = 0;

	opterr = 0;
	job->seconds = 300;
	job->mebibytes = 2048;
	while (!status && (option = getopt_long(argc, argv, g->letters, g->options, NULL)) != -1) {
		if (option == 'h')
			job->help = true;
		else if (option == '?' || option == ':')
			status = usage_error(g->command, argv, option);
		else
			status = take_option(job, g, &last, option);
	}
	return status || job->help ? status : g->complete(job, g->own, argv + optind);
}

int
parse_convert(struct job *job, int argc, char **argv)
{
	static const struct option options[] = {
		JOB_OPTIONS,
		{"output", required_argument, NULL, 'o'},
		{"append", no_argument, NULL, 'a'},
		{"fail-on", required_argument, NULL, FAIL_ON},
		{0}
	};
	const struct grammar grammar = {
		"convert", JOB_LETTERS "o:a", options, NULL, complete_convert, NULL
	};

	return parse_job(job, &grammar, argc, argv);
}

int
parse_verify(struct job *job, int argc, char **argv)
{
	static const struct option options[] = {JOB_OPTIONS, {0}};
	const struct grammar grammar = {
		"verify", JOB_LETTERS, options, NULL, complete_verify, NULL
	};

	return parse_job(job, &grammar, argc, argv);
}
