/* jiyao convert: one input is read once and written in any number of formats. */
#include "cli.h"

static int
convert(struct job *job, struct jy_bytes bytes)
{
	struct jy_minutes *minutes;
	int status = job_read(job, bytes, base_name(job->path), &minutes);

	if (status)
		return status;
	status = job_write(job, minutes);
	guard_end();
	if (!status)
		status = outputs_deliver(job->outputs);
	jy_free(minutes);
	return status;
}

static int
run(const struct jy_host *host, struct job *job, struct input *in)
{
	int status;

	if ((status = find_writers(host, job)) || (status = input_read(in, job->path))
	    || (status = outputs_open(job->outputs, &in->stat)) || (status = guard_begin(job))
	    || (status = job_begin(job, host, in->bytes)))
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
		guard_end();
		jy_close(host);
	}
	input_free(&in);
	job_end(&job);
	return status;
}
