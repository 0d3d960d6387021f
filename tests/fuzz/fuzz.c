/* What the fuzz targets share; see fuzz.h. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct jy_host *
fuzz_host(void)
{
	static struct jy_host *host;

	if (!host) {
		host = jy_open(NULL);
		if (!jy_modules(host)) {
			fputs("there are no plugins: JIYAO_PLUGIN_PATH tells where they are\n",
			    stderr);
			exit(2);
		}
	}
	return host;
}

void
fuzz_must(bool holds, const char *promise)
{
	if (holds)
		return;
	fprintf(stderr, "broken promise: %s\n", promise);
	abort();
}

void
fuzz_hear(void *with, const struct jy_message *message)
{
	(void)with;
	fuzz_must(message->text && message->code, "a message has its words");
}

/* A failure has its message, the last of those of the task. */
static void
must_say(const struct jy_task *task, bool failed)
{
	const struct jy_message *last = NULL;

	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		if (strcmp(m->severity, "error") == 0)
			last = m;
	fuzz_must(failed == (jy_task_status(task) != 0), "a status comes with a failure");
	fuzz_must(!failed || last, "what fails says why");
	fuzz_must(!last || strcmp(last->code, "plugin-bug") != 0, "no plugin has a bug");
}

static void
must_add_up(const struct jy_account *a)
{
	fuzz_must(a->characters == a->fields + a->furniture + a->residue, "the account adds up");
	fuzz_must(a->fields >= 0 && a->furniture >= 0 && a->residue >= 0,
	    "nothing is less than none");
}

/* NULL: the writer refuses them. */
static struct jy_out *
written(const struct jy_plugin *writer, const struct jy_minutes *minutes)
{
	struct jy_task *task = jy_begin(writer);
	struct jy_out *out = jy_out_new();
	bool failed = jy_write(task, minutes, out) != 0;

	must_say(task, failed);
	jy_end(task);
	if (!failed)
		return out;
	jy_out_free(out);
	return NULL;
}

/* Does it give back the minutes that were written, rather than recognise them?  XML loses something, but
 * only in a profile that nobody asks for here. */
static bool
restores(const struct jy_plugin *format)
{
	return format->read && format->write && (format->schema || !format->lossy);
}

/* What is not lossy gives the same when it is read, and written once more. */
static void
must_come_back(const struct jy_plugin *format, const struct jy_out *out)
{
	struct jy_task *task = jy_begin(format);
	struct jy_bytes bytes = jy_out_bytes(out), again;
	struct jy_minutes *minutes = jy_read(task, bytes, "again");
	struct jy_out *second;

	fuzz_must(minutes, "what was written is read");
	second = written(format, minutes);
	fuzz_must(second, "what was read back is written");
	again = jy_out_bytes(second);
	fuzz_must(again.size == bytes.size && memcmp(again.at, bytes.at, bytes.size) == 0,
	    "what was read back is written as it was");
	jy_out_free(second);
	jy_free(minutes);
	jy_end(task);
}

static void
write_as(const struct jy_plugin *format, const struct jy_minutes *minutes)
{
	struct jy_out *out = written(format, minutes);

	if (out && restores(format))
		must_come_back(format, out);
	jy_out_free(out);
}

/* Every writer; a fuzzer, which comes again, has one at a time: the input tells which. */
static void
write_formats(const struct jy_minutes *minutes, size_t input)
{
	static const struct jy_plugin *writers[64];
	static size_t count;

	if (!count)
		for (const struct jy_module *m = jy_modules(fuzz_host()); m && count < 64;
		     m = m->next)
			if (m->plugin && m->plugin->write)
				writers[count++] = m->plugin;
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
	write_as(writers[input % count], minutes);
#else
	(void)input;
	for (size_t i = 0; i < count; i++)
		write_as(writers[i], minutes);
#endif
}

/* Some number that changes with the input. */
static size_t
number_of(struct jy_bytes in)
{
	size_t sum = in.size;

	for (size_t i = 0; i < in.size; i++)
		sum = sum * 31 + in.at[i];
	return sum;
}

void
fuzz_convert(const struct jy_plugin *reader, struct jy_bytes in)
{
	struct jy_task *task = jy_begin(reader);
	struct jy_minutes *minutes;

	jy_accept_any(task);
	jy_set(task, "ocr", "never");	/* where there is such an option; it takes seconds a page */
	minutes = jy_read(task, in, "input");
	must_say(task, !minutes);
	if (minutes) {
		if (!restores(reader))
			must_add_up(minutes->account);
		write_formats(minutes, number_of(in));
		jy_free(minutes);
	}
	jy_end(task);
}
