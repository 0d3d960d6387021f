/*
 * Inside a child, from the fork to the last line of its record.  It is a copy of its parent, and
 * gives that up first: signals, descriptors, memory without end.  It takes its input in before it
 * gives up the files, too, and only then looks at a byte of it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inside.h"
#include "place.h"

/* Whom messages are handed to. */
struct scribe {
	FILE *record;
	char code[64];			/* of the last error */
};

#if UNDER_ASAN
/* When a process ends, a thread is begun that traces all others and looks for leaks: the sandbox
 * would call that an attack.  It asks for permission by this name. */
static int is_child;
int __lsan_is_turned_off(void);

__attribute__((visibility("default"))) int
__lsan_is_turned_off(void)
{
	return is_child;
}
#endif

static void
write_down(void *with, const struct jy_message *m)
{
	struct scribe *scribe = with;
	char page[24] = "";

	if (m->page > 0)
		snprintf(page, sizeof(page), "%d", m->page);
	record_put(scribe->record, "message", m->severity, page, m->code, m->text, NULL);
	if (strcmp(m->shown, m->text) != 0)	/* of the message before it; no part of the ledger */
		record_put(scribe->record, "shown", m->shown, NULL);
	if (strcmp(m->severity, "error") == 0)
		snprintf(scribe->code, sizeof(scribe->code), "%s", m->code);
}

static int
failed(const char *what)
{
	return complain(EX_SOFTWARE, NULL, "sandbox", "%-s: %m", what);
}

static int
read_file(struct input *in, const struct task *task)
{
	int fd = open_below(task->root, task->source);
	struct stat st;

	if (fd < 0 && task->root && errno == ELOOP)
		return complain(EX_NOINPUT, task->source, "symlink",
		    "it is a symbolic link by now");
	if (fd < 0 || fstat(fd, &st) || S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))
		return input_take(in, task->source, fd);
	close(fd);
	return complain(EX_NOINPUT, task->source, "special",
	    "it is a device, a pipe or a socket by now");
}

static int
take_input(struct input *in, const struct task *task, FILE *record)
{
	int status = read_file(in, task);
	char size[24];

	if (!in->bytes.at)
		return status;
	snprintf(size, sizeof(size), "%zu", in->bytes.size);
	record_put(record, "input", digest_of(in->bytes).hex, size, NULL);
	fflush(record);		/* whatever comes next, the ledger is to know which file it was */
	return status;
}

static int
put_output(const struct output *o, int file, FILE *record)
{
	struct jy_bytes bytes = jy_out_bytes(o->out);
	char size[24];

	/* What cannot be synced, such as a pipe, has no disk to be lost from. */
	if (write_all(file, bytes) || (fsync(file) && errno != EINVAL && errno != EROFS))
		return complain(EX_IOERR, NULL, "output", "the output cannot be written: %m");
	snprintf(size, sizeof(size), "%zu", bytes.size);
	record_put(record, "output", o->plugin->name, size, digest_of(bytes).hex, NULL);
	return 0;
}

static void
put_reading(FILE *record, const struct job *job, const struct jy_minutes *minutes)
{
	char pages[24];

	record_put(record, "reader", job->reader->name, NULL);
	if (minutes->source->pages > 0) {
		snprintf(pages, sizeof(pages), "%d", minutes->source->pages);
		record_put(record, "pages", pages, NULL);
	}
	record_put_minutes(record, minutes);
}

static int
convert(struct job *job, const struct recipe *recipe, struct jy_bytes bytes,
    const struct task *task, FILE *record)
{
	const int *file = task->outputs;
	struct jy_minutes *minutes;
	int status;

	if ((status = find_writers(recipe->host, job))
	    || (status = job_begin(job, recipe->host, bytes))
	    || (status = job_read(job, bytes, task->name, &minutes)))
		return status;
	put_reading(record, job, minutes);
	status = job_write(job, minutes);
	for (const struct output *o = job->outputs; o && !status; o = o->next)
		status = put_output(o, *file++, record);
	return status;
}

static int
work(const struct recipe *recipe, const struct task *task, int sandbox, FILE *record)
{
	struct job job = *recipe->job;
	struct input in = {0};
	int status;

	job.path = task->name;
	for (struct output *o = job.outputs; o; o = o->next)
		o->path = task->name;		/* it is a file, not standard output */
	if (limits_set(recipe->seconds, recipe->mebibytes))
		return failed(N_("its limits cannot be set"));
	if ((status = take_input(&in, task, record)))
		return status;
	if (sandbox_enter(sandbox))
		return failed(N_("the sandbox cannot be entered"));
	return convert(&job, recipe, in.bytes, task, record);
}

static int
sign(const struct scribe *scribe, int status)
{
	char number[24];

	snprintf(number, sizeof(number), "%d", status);
	record_put(scribe->record, "end", number, status ? scribe->code : "", NULL);
	return fflush(scribe->record) ? EX_IOERR : status;
}

void
work_inside(const struct recipe *recipe, const struct task *task, pid_t parent,
    const struct ends *ends)
{
	struct scribe scribe = {.code = "unknown"};
	int status;

#if UNDER_ASAN
	is_child = 1;
#endif
	/* Tesseract's threads would take the cores of the other children. */
	setenv("OMP_THREAD_LIMIT", "1", 1);
	if (leave_parent(parent, recipe->job, task->outputs, ends)
	    || !(scribe.record = fdopen(ends->record, "w")))
		_exit(EX_OSERR);
	messages_to(write_down, &scribe);
	status = work(recipe, task, ends->sandbox, scribe.record);
	_exit(sign(&scribe, status));
}
