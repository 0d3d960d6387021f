/* jiyao convert: one input is read once and written in any number of formats. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int
find_writers(const struct jy_host *host, struct job *job)
{
	for (struct output *o = job->outputs; o; o = o->next) {
		int status = find_writer(host, o->format, &o->plugin);

		if (status)
			return status;
		o->task = jy_begin(o->plugin);
	}
	return 0;
}

static int
write_outputs(const struct job *job, const struct jy_minutes *minutes)
{
	for (struct output *o = job->outputs; o; o = o->next) {
		int failed;

		o->out = jy_out_new();
		failed = jy_write(o->task, minutes, o->out);
		show_messages(job->path, o->task);
		if (failed)
			return jy_task_status(o->task);
	}
	if (job->fail_on_warning && messages_warnings() > 0)
		return complain(EX_DATAERR, job->path, "warnings",
		    "nothing was written because of the warnings");
	return outputs_deliver(job->outputs);
}

static int
convert(const struct job *job, struct jy_bytes bytes)
{
	struct jy_minutes *minutes = jy_read(job->task, bytes, base_name(job->path));
	int status;

	show_messages(job->path, job->task);
	if (!minutes)
		return jy_task_status(job->task);
	status = write_outputs(job, minutes);
	jy_free(minutes);
	return status;
}

static int
run(const struct jy_host *host, struct job *job, struct input *in)
{
	int status;

	if ((status = find_writers(host, job)) ||
	    (status = input_read(in, job->path)) ||
	    (status = outputs_open(job->outputs, &in->stat)) ||
	    (status = find_reader(host, job->format, job->path, in->bytes, &job->reader)))
		return status;
	job->task = jy_begin(job->reader);
	if (job->any)
		jy_accept_any(job->task);
	if ((status = teach(job->task, job->lexicon)))
		return status;
	status = give_settings(host, job);
	return status ? status : convert(job, in->bytes);
}

static void
forget(struct job *job)
{
	struct output *next_output;
	struct setting *next_setting;

	for (struct output *o = job->outputs; o; o = next_output) {
		next_output = o->next;
		jy_end(o->task);
		jy_out_free(o->out);
		free(o->target);
		free(o->temporary);
		free(o);
	}
	for (struct setting *s = job->settings; s; s = next_setting) {
		next_setting = s->next;
		free(s);
	}
	jy_end(job->task);
}

int
command_convert(int argc, char **argv)
{
	struct job job = {0};
	struct input in = {0};
	int status = parse_convert(&job, argc, argv);

	if (!status && job.help) {
		status = show_usage("convert");
	} else if (!status) {
		struct jy_host *host = jy_open(NULL);

		status = run(host, &job, &in);
		jy_close(host);
	}
	input_free(&in);
	forget(&job);
	return status;
}
