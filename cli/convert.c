/* jiyao convert: one input is read once and written in any number of formats. */
#include "cli.h"

static int
find_writers(const struct jy_host *host, struct job *job)
{
	for (struct output *o = job->outputs; o; o = o->next) {
		int status = find_writer(host, o->format, &o->plugin);

		if (status)
			return status;
		if (o->append && !o->plugin->appends)
			return complain(EX_USAGE, NULL, "no-append", "a file of the format %s cannot "
			    "be continued: write another one", o->format);
		o->task = jy_begin(o->plugin);
	}
	return 0;
}

static int
write_outputs(const struct job *job, const struct jy_minutes *minutes)
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
	    (status = job_begin(job, host, in->bytes)))
		return status;
	return convert(job, in->bytes);
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
	job_end(&job);
	return status;
}
