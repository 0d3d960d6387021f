/* Who gets which -O name=value. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* Plugins see no path: what is in the file is read for them. */
static const char *
set_file(struct jy_task *task, const struct setting *setting, int *status)
{
	struct input in = {0};
	const char *why = NULL;

	*status = input_read(&in, setting->value);
	if (!*status)
		why = jy_set_file(task, setting->name, in.bytes);
	input_free(&in);
	return why;
}

static int
set(const struct jy_plugin *plugin, struct jy_task *task, const struct setting *setting)
{
	int status = 0;
	const char *why = declared(plugin, setting->name)->type == JY_FILE
	    ? set_file(task, setting, &status)
	    : jy_set(task, setting->name, setting->value);

	return why ? complain_of(EX_USAGE, NULL, "option", why, jy_shown(task, why)) : status;
}

void
suggest(const struct output *output, const char *name, const char *value)
{
	if (declared(output->plugin, name))
		jy_set(output->task, name, value);	/* refused where it means something else */
}

static bool
has_option(const struct jy_plugin *plugin, const char *option)
{
	return declared(plugin, option) != NULL;
}

static bool
somebody_has(const struct jy_host *host, const char *option)
{
	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (m->plugin && declared(m->plugin, option))
			return true;
	return false;
}

const char *
path_in(const struct jy_host *host, const struct setting *s)
{
	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		const struct jy_option *option = m->plugin ? declared(m->plugin, s->name) : NULL;

		if (option && option->type == JY_FILE)
			return s->value;
	}
	return NULL;
}

static int
nobody_has(const struct jy_host *host, const char *option)
{
	char *owners = names_of(host, has_option, option);
	int status = *owners ? complain(EX_USAGE, NULL, "option",
			 "no format used here has an option %s; this one is an option of: %s",
			 option, owners)
			     : complain(EX_USAGE, NULL, "option",
				 "no format has an option %s: 'jiyao plugins NAME' "
				 "lists what there is",
				 option);

	free(owners);
	return status;
}

/* To the output it follows, else to the reader; one before all, to every output that has it. */
static int
give(const struct jy_host *host, const struct job *job, const struct setting *s)
{
	bool given = false;
	int status = 0;

	if (s->after && declared(s->after->plugin, s->name))
		return set(s->after->plugin, s->after->task, s);
	if (declared(job->reader, s->name))
		return set(job->reader, job->task, s);
	for (struct output *o = s->after ? NULL : job->outputs; o && !status; o = o->next) {
		if (declared(o->plugin, s->name)) {
			given = true;
			status = set(o->plugin, o->task, s);
		}
	}
	return given || (job->mixed && somebody_has(host, s->name)) ? status
								    : nobody_has(host, s->name);
}

/* A format that leaves its byte order mark to the host ("auto") gets one in a file, which people
 * open in a spreadsheet, and none in a pipe, which another program reads. */
static int
settle_mark(struct output *output)
{
	const struct setting yes = {.name = "bom", .value = "yes"};

	if (!output->path || !declared(output->plugin, "bom")
	    || !jy_option_is(output->task, "bom", "auto"))
		return 0;
	return set(output->plugin, output->task, &yes);
}

int
teach(struct jy_task *task, const char *lexicon)
{
	struct input in = {0};
	const char *why;
	int status;

	if (!lexicon)
		return 0;
	status = input_read(&in, lexicon);
	if (!status) {
		why = jy_teach(task, in.bytes);
		status = why ? complain_of(EX_USAGE, lexicon, "lexicon", why, jy_shown(task, why))
			     : 0;
	}
	input_free(&in);
	return status;
}

int
give_settings(const struct jy_host *host, const struct job *job)
{
	int status = 0;

	for (const struct setting *s = job->settings; s && !status; s = s->next)
		status = give(host, job, s);
	for (struct output *o = job->outputs; o && !status; o = o->next)
		status = settle_mark(o);
	return status;
}
