/* A job: one input, its reader, and the outputs with their settings. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

int
job_begin(struct job *job, const struct jy_host *host, struct jy_bytes bytes)
{
	int status = find_reader(host, job->format, job->path, bytes, &job->reader);

	if (status)
		return status;
	job->task = jy_begin(job->reader);
	if (job->any)
		jy_accept_any(job->task);
	status = teach(job->task, job->lexicon);
	return status ? status : give_settings(host, job);
}

int
job_read(const struct job *job, struct jy_bytes bytes, const char *name,
    struct jy_minutes **minutes)
{
	*minutes = jy_read(job->task, bytes, name);
	show_messages(job->path, job->task);
	return *minutes ? 0 : jy_task_status(job->task);
}

int
job_write(const struct job *job, const struct jy_minutes *minutes)
{
	int status = outputs_begin(job->outputs);

	if (status)
		return status;
	for (struct output *o = job->outputs; o; o = o->next) {
		int failed = jy_write(o->task, minutes, o->out);

		show_messages(job->path, o->task);
		if (failed)
			return jy_task_status(o->task);
	}
	if (job->fail_on_warning && messages_warnings() > 0)
		return complain(EX_DATAERR, job->path, "warnings",
		    "nothing was written because of the warnings");
	return 0;
}

void
job_end(struct job *job)
{
	struct output *next_output;
	struct setting *next_setting;

	outputs_unlock(job->outputs);
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
