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
