/* jiyao verify: does an output still say what its source says?  The source is read once more. */
#include <string.h>

#include "verify.h"

struct verification {
	struct job job;
	struct output *output;		/* the job's only one */
	struct input written, printed;	/* what OUTPUT and SOURCE hold */
	struct jy_task *task;		/* that reads OUTPUT; NULL: its format is only written */
	struct jy_minutes *claimed;	/* what OUTPUT says; NULL: only its bytes can tell */
	struct jy_minutes *found;	/* what SOURCE says */
};

static bool
is_text(struct jy_text text, const char *word)
{
	return text.s && strcmp(text.s, word) == 0;
}

/* A format that is read line by line names itself as the source of what it read: such minutes are
 * no tree that was written, but what the recogniser makes of it.  Then only bytes can tell. */
static int
restore(struct verification *v)
{
	const struct jy_plugin *plugin = v->output->plugin;
	struct jy_minutes *minutes;

	if (!plugin->read)
		return 0;
	v->task = jy_begin(plugin);
	minutes = jy_read(v->task, v->written.bytes, NULL);
	if (!minutes) {
		show_messages(v->output->path, v->task);
		return jy_task_status(v->task);
	}
	if (is_text(minutes->source->format, plugin->name))
		jy_free(minutes);
	else
		v->claimed = minutes;
	return 0;
}

static bool
has_places(const struct jy_minutes *minutes)
{
	return minutes && compare_minutes(minutes, minutes, false).placed > 0;
}

static bool
has_mark(struct jy_bytes bytes)
{
	return bytes.size >= 3 && memcmp(bytes.at, "\xef\xbb\xbf", 3) == 0;
}

/* What the output itself tells of the options that it was written with. */
static void
suggest_settings(const struct verification *v)
{
	if (has_places(v->claimed))
		suggest(v->output, "provenance", "yes");
	suggest(v->output, "bom", has_mark(v->written.bytes) ? "yes" : "no");
}

/* What came through a pipe has no name, then or now: that is no difference. */
static const char *
source_name(const struct verification *v)
{
	const struct jy_text *then = v->claimed ? &v->claimed->source->name : NULL;

	if (then && (!then->s || strcmp(then->s, "-") == 0 || strcmp(v->job.path, "-") == 0))
		return then->s;
	return base_name(v->job.path);
}

static int
write_again(struct verification *v)
{
	struct output *o = v->output;

	v->found = jy_read(v->job.task, v->printed.bytes, source_name(v));
	if (!v->found) {
		show_messages(v->job.path, v->job.task);
		return jy_task_status(v->job.task);
	}
	o->out = jy_out_new();
	if (jy_write(o->task, v->found, o->out) == 0)
		return 0;
	show_messages(v->job.path, o->task);
	return jy_task_status(o->task);
}

static int
agree(const struct verification *v, const struct tally *all)
{
	put_harmless(stdout, v->output->path);
	fputs(_(": agrees with "), stdout);
	put_harmless(stdout, v->job.path);
	if (v->claimed)
		tell(stdout, " in all %ld values, %ld characters\n", all->values,
		    v->found->account->characters);
	else
		tell(stdout, " in all %zu bytes\n", v->written.bytes.size);
	return EX_OK;
}

/* What may explain more than one value. */
static const char *
hint(const struct verification *v)
{
	const struct jy_text file = v->found->source->sha256;

	if (file.s && !is_text(v->claimed->source->sha256, file.s))
		return N_("; its source was another file, by its source.sha256");
	if (!is_text(v->claimed->generator->version, jy_version()))
		return N_("; another version of jiyao wrote it, by its generator.version");
	return "";
}

static int
values_differ(const struct verification *v, const struct tally *t)
{
	fflush(stdout);
	return complain(EX_DATAERR, v->output->path, "differs",
	    "it differs from %s in %ld of %ld values%-s", v->job.path, t->differences, t->values,
	    hint(v));
}

static int
bytes_differ(const struct verification *v, struct jy_bytes again)
{
	differ_in_bytes(v->written.bytes, again);
	fflush(stdout);
	return complain(EX_DATAERR, v->output->path, "differs",
	    "%-s %s; options that it was written with have to be given here, too%-s",
	    v->claimed ? N_("not all bytes, but all values are those of")
		       : N_("not all bytes are those of"),
	    v->job.path,
	    v->output->plugin->appends
		? N_(", and what several conversions have appended to agrees with no single source")
		: "");
}

static int
judge(const struct verification *v)
{
	struct jy_bytes now = jy_out_bytes(v->output->out), then = v->written.bytes;
	bool places = declared(v->output->plugin, "provenance")
	    && jy_option_is(v->output->task, "provenance", "yes");
	struct tally all;

	if (then.size == now.size && memcmp(then.at, now.at, then.size) == 0) {
		all = compare_minutes(v->found, v->found, places);
		return agree(v, &all);
	}
	if (!v->claimed)
		return bytes_differ(v, now);
	show_messages(v->output->path, v->task);
	all = compare_minutes(v->claimed, v->found, places);
	return all.differences ? values_differ(v, &all) : bytes_differ(v, now);
}

static int
run(const struct jy_host *host, struct verification *v)
{
	struct output *o = v->output;
	int status;

	if ((status = input_read(&v->written, o->path))
	    || (status = input_read(&v->printed, v->job.path)) || (status = guard_begin(&v->job))
	    || (status = find_written(host, o->format, o->path, v->written.bytes, &o->plugin))
	    || (status = restore(v)))
		return status;
	o->task = jy_begin(o->plugin);
	suggest_settings(v);
	if ((status = job_begin(&v->job, host, v->printed.bytes)) || (status = write_again(v)))
		return status;
	return judge(v);
}

int
command_verify(int argc, char **argv)
{
	struct verification v = {0};
	int status = parse_verify(&v.job, argc, argv);

	if (!status && v.job.help) {
		status = show_usage("verify");
	} else if (!status) {
		struct jy_host *host = jy_open(NULL);

		v.output = v.job.outputs;
		status = run(host, &v);
		guard_end();
		jy_free(v.found);
		jy_free(v.claimed);
		jy_end(v.task);
		jy_close(host);
	}
	input_free(&v.written);
	input_free(&v.printed);
	job_end(&v.job);
	return status;
}
