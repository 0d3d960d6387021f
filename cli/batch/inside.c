/*
 * Inside a child, from the fork to the last line of its record.  It is a copy of its parent, and gives
 * that up first: signals, descriptors, memory without end.  It takes its input in before it gives up
 * the files, too, and only then looks at a byte of it.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "inside.h"

/* Whom messages are handed to. */
struct scribe {
	FILE *record;
	char code[64];			/* of the last error */
};

#if UNDER_ASAN
/* When a process ends, a thread is begun that traces all others and looks for leaks: the sandbox would
 * call that an attack.  It asks for permission by this name. */
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
	if (strcmp(m->severity, "error") == 0)
		snprintf(scribe->code, sizeof(scribe->code), "%s", m->code);
}

/* Without its parent nobody waits for it, nor for its outputs. */
static void
die_with(pid_t parent)
{
#ifdef HAVE_SYS_PRCTL_H
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent)
		_exit(EX_TEMPFAIL);
}

/* SIGXFSZ stays ignored: a file that grows too large is an error like another. */
static void
reset_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		if (i != SIGXFSZ)
			signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* When memory is short the kernel is to take a child, not the batch. */
static void
offer_to_killer(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (write(fd, "500", 3) < 0)
		errno = 0;	/* then it is any process's turn, as without this */
	close(fd);
}

static void
close_between(int first, int last)
{
#ifdef HAVE_CLOSE_RANGE
	if (first > last || close_range((unsigned int)first, (unsigned int)last, 0) == 0)
		return;
#endif
	for (int most = (int)sysconf(_SC_OPEN_MAX); first <= last && first < most; first++)
		close(first);
}

static int
by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Keeps the COUNT descriptors KEPT, which this sorts, and the three that every process has. */
static void
close_others(int *kept, size_t count)
{
	int next = STDERR_FILENO + 1;

	qsort(kept, count, sizeof(*kept), by_number);
	for (size_t i = 0; i < count; i++) {
		close_between(next, kept[i] - 1);
		next = kept[i] + 1;
	}
	close_between(next, INT_MAX);
}

static size_t
count_outputs(const struct job *job)
{
	size_t count = 0;

	for (const struct output *o = job->outputs; o; o = o->next)
		count++;
	return count;
}

/* A plugin that prints or reads what it should not does so to and from nothing. */
static int
settle_descriptors(const struct job *job, const int *outputs, const struct ends *ends)
{
	size_t count = count_outputs(job);
	int *kept = must(malloc((count + 2) * sizeof(*kept)));
	int nothing = open("/dev/null", O_RDWR);

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0 ||
	    dup2(ends->said, STDERR_FILENO) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		kept[i] = outputs[i];
	kept[count++] = ends->record;
	if (ends->sandbox >= 0)
		kept[count++] = ends->sandbox;
	close_others(kept, count);
	free(kept);
	return 0;
}

static int
failed(const char *what)
{
	return complain(EX_SOFTWARE, NULL, "sandbox", "%s: %s", what, strerror(errno));
}

static int
take_input(struct input *in, const char *source, FILE *record)
{
	int status = input_read(in, source);
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
		return complain(EX_IOERR, NULL, "output", "the output cannot be written: %s",
		    strerror(errno));
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
convert(struct job *job, const struct recipe *recipe, struct jy_bytes bytes, const struct task *task,
    FILE *record)
{
	const int *file = task->outputs;
	struct jy_minutes *minutes;
	int status;

	if ((status = find_writers(recipe->host, job)) ||
	    (status = job_begin(job, recipe->host, bytes)) ||
	    (status = job_read(job, bytes, task->name, &minutes)))
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
		return failed("its limits cannot be set");
	if ((status = take_input(&in, task->source, record)))
		return status;
	if (sandbox_enter(sandbox))
		return failed("the sandbox cannot be entered");
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
	die_with(parent);
	reset_signals();
	offer_to_killer();
	/* Tesseract's threads would take the cores of the other children. */
	setenv("OMP_THREAD_LIMIT", "1", 1);
	if (settle_descriptors(recipe->job, task->outputs, ends) ||
	    !(scribe.record = fdopen(ends->record, "w")))
		_exit(EX_OSERR);
	messages_to(write_down, &scribe);
	status = work(recipe, task, ends->sandbox, scribe.record);
	_exit(sign(&scribe, status));
}
