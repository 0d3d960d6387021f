/* jiyao batch: every file of a folder, each in a child of its own, and what came of it. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "batch.h"

enum { TICK = 200, WAITING_LINES = 256 };	/* milliseconds; lines that may wait for their turn */

/* The files on their way, and where signals are read. */
struct desk { struct work *works; struct pollfd *polled; size_t slots; long turn; };

static bool
is_free(const struct work *w)
{
	return !w->path;
}

static size_t
count_busy(const struct desk *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->slots; i++)
		n += !is_free(&d->works[i]);
	return n;
}

/* Fills the free slots; *MORE: there may be inputs left. */
static int
begin_works(struct batch *b, struct desk *d, bool *more)
{
	int status = 0;

	for (size_t i = 0; i < d->slots && *more && !status && !b->stopping; i++) {
		const char *path, *source;

		if (!is_free(&d->works[i]))
			continue;
		if (b->lines && lines_waiting(b->lines) > WAITING_LINES)
			break;		/* who waits for one slow file must not fill the memory */
		status = ledger_next(b->ledger, &path, &source);
		*more = !status && source;
		if (!*more)
			break;
		d->works[i].path = must(strdup(path));
		d->works[i].source = must(strdup(source));
		d->works[i].turn = d->turn++;
		status = begin_work(b, &d->works[i]);
	}
	return status;
}

static void
stop_by_signal(struct batch *b, int signals)
{
	struct signalfd_siginfo info;

	if (read(signals, &info, sizeof(info)) != sizeof(info))
		return;
	b->stopping = true;
	b->status = EX_TEMPFAIL;	/* as schedulers want it: what was begun is to be tried again */
}

/* Waits for something to happen, or a moment; and ends what has ended. */
static int
attend(struct batch *b, struct desk *d)
{
	struct timespec now;
	int status = 0;

	for (size_t i = 0; i < d->slots; i++)
		d->polled[i] = (struct pollfd){
			.fd = is_free(&d->works[i]) ? -1 : d->works[i].child.record, .events = POLLIN
		};
	if (poll(d->polled, d->slots + 1, TICK) < 0 && errno != EINTR)
		return complain(EX_OSERR, NULL, "poll", "%m");
	if (d->polled[d->slots].revents)
		stop_by_signal(b, d->polled[d->slots].fd);
	clock_gettime(CLOCK_MONOTONIC, &now);
	for (size_t i = 0; i < d->slots && !status; i++) {
		struct work *w = &d->works[i];

		if (is_free(w))
			continue;
		child_check(&w->child, now);
		if (d->polled[i].revents && child_listen(&w->child))
			status = end_work(b, w);
	}
	return status;
}

static int
run_works(struct batch *b, struct desk *d)
{
	bool more = true;
	int status = 0;

	while (!status && !b->stopping) {
		status = begin_works(b, d, &more);
		if (status || (!more && count_busy(d) == 0))
			break;
		status = attend(b, d);
		progress_show(b->told, false);
	}
	for (size_t i = 0; i < d->slots; i++)
		if (!is_free(&d->works[i]))
			drop_work(b, &d->works[i]);
	return b->stopping ? b->status : status;
}

/* From here on signals are read like a file, so that none comes in the middle of something. */
static int
open_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static int
convert_all(struct batch *b)
{
	struct desk d = {.slots = (size_t)b->slots, .turn = b->skipped_lines};
	int status, signals = open_signals();

	d.works = must(calloc(d.slots, sizeof(*d.works)));
	d.polled = must(calloc(d.slots + 1, sizeof(*d.polled)));
	d.polled[d.slots] = (struct pollfd){.fd = signals, .events = POLLIN};
	status = run_works(b, &d);
	close(signals);
	free(d.works);
	free(d.polled);
	return status;
}

static void
tell_reason(void *count, const char *reason, long n)
{
	int *shown = count;

	if ((*shown)++ >= 5)
		return;
	fprintf(stderr, "  %6ld ", n);
	put_harmless(stderr, reason);	/* others may have written into the ledger */
	putc('\n', stderr);
}

/* In = converted + with warnings + failed + skipped: nobody has to take our word for it. */
static int
sum_up(const struct batch *b)
{
	struct sums s;
	int shown = 0, status = ledger_sums(b->ledger, &s);

	if (status)
		return status;
	tell(stderr, "jiyao: %ld in: %ld converted, %ld with warnings, %ld failed, %ld skipped",
	    s.in, s.converted, s.with_warnings, s.failed, s.skipped);
	if (s.unchanged)
		tell(stderr, "; %ld of them as an earlier run left them", s.unchanged);
	putc('\n', stderr);
	if (s.todo)
		tell(stderr, "jiyao: %ld are still to be done: run it again\n", s.todo);
	status = ledger_reasons(b->ledger, tell_reason, &shown);
	if (s.failed && b->folder && b->shard.count < 2) {
		fputs(_("jiyao: what to do about them: jiyao report "), stderr);
		put_harmless(stderr, b->folder);
		putc('\n', stderr);
	}
	return status ? status : s.failed ? BATCH_FAILED : 0;
}

static int
print_plan(const struct batch *b)
{
	const char *path, *source;
	int status;

	while (!(status = ledger_next(b->ledger, &path, &source)) && source)
		printf("%s\n", path);
	return status;
}

static int
work_through(struct batch *b, const char *hash, const char *options)
{
	struct sums sums;
	int status, ended;

	if ((status = ledger_begin(b->ledger, jy_version(), options, hash))
	    || (status = list_inputs(b)) || (status = ledger_plan(b->ledger, b->retry, b->folder))
	    || (status = ledger_sums(b->ledger, &sums)))
		return status;
	if (b->dry_run)
		return print_plan(b);
	b->told = progress_new(b, &sums);
	status = convert_all(b);
	progress_show(b->told, true);
	progress_free(b->told);
	b->told = NULL;
	ended = ledger_end(b->ledger, status ? "stopped" : "done");
	if (!ended)
		ended = sum_up(b);
	return status ? status : ended;
}

static int
find_all_writers(struct batch *b)
{
	for (struct output *o = b->job.outputs; o; o = o->next) {
		int status = find_writer(b->host, o->format, &o->plugin);

		if (status)
			return status;
	}
	return 0;
}

/* Two formats of one suffix would write one file. */
static int
check_suffixes(const struct batch *b)
{
	for (const struct output *o = b->job.outputs; o; o = o->next)
		for (const struct output *p = b->job.outputs; p != o; p = p->next) {
			char *one = suffix_of(o->plugin), *other = suffix_of(p->plugin);
			bool same = strcmp(one, other) == 0;

			free(one);
			free(other);
			if (same)
				return complain(EX_USAGE, NULL, "usage",
				    "outputs of the formats %s and %s would have the same name",
				    p->format, o->format);
		}
	return 0;
}

/* From now on it is this folder, whatever is put in its place. */
static int
open_folder(struct batch *b)
{
	b->place = b->folder && !b->dry_run ? open(b->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
					    : -1;
	return b->place >= 0 || !b->folder || b->dry_run
	    ? 0
	    : complain(EX_CANTCREAT, b->folder, "output", "the folder cannot be opened: %m");
}

/* The folder of the outputs, with those on the way to it. */
static int
make_folder(struct batch *b)
{
	char *path = b->folder && !b->dry_run ? must(strdup(b->folder)) : NULL, *slash = path;
	int status = 0;

	while (path && slash && !status) {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		if (mkdir(path, 0777) && errno != EEXIST)
			status = complain(EX_CANTCREAT, b->folder, "output",
			    "the folder cannot be made: %m");
		if (slash)
			*slash = '/';
	}
	free(path);
	return status ? status : open_folder(b);
}

static int
open_ledger(struct batch *b)
{
	char shard[32];

	snprintf(shard, sizeof(shard), "%u/%u", b->shard.index, b->shard.count);
	return ledger_open(&b->ledger, b->folder, shard,
	    b->dry_run ? LEDGER_REHEARSES : LEDGER_WRITES);
}

/* Where a kernel cannot keep a child from something, people are to know; once is enough.  Those whom
 * no warning may pass do not want to begin without. */
static int
look_at_sandbox(const struct batch *b)
{
	const char *lacks = b->dry_run ? NULL : sandbox_lacks();

	if (lacks && b->job.fail_on_warning)
		return complain(EX_UNAVAILABLE, NULL, "sandbox", "%-s", lacks);
	if (lacks)
		mention(NULL, "sandbox", "%-s", lacks);
	return 0;
}

static int
run(struct batch *b)
{
	char *hash = NULL, *options = NULL;
	int status;

	b->place = -1;
	jy_modules(b->host);		/* loads them all, once for all children */
	if (!(status = find_all_writers(b)) && !(status = check_suffixes(b))
	    && !(status = check_inputs(b)) && !(status = make_recipe(b, &hash, &options))
	    && !(status = look_at_sandbox(b)) && !(status = make_folder(b))
	    && !(status = open_ledger(b))) {
		b->lines = b->jsonl ? lines_new(b->ordered) : NULL;
		b->recipe = (struct recipe){.host = b->host,
		    .job = &b->job,
		    .seconds = b->job.seconds,
		    .mebibytes = b->job.mebibytes};
		status = work_through(b, hash, options);
		lines_free(b->lines);
		ledger_close(b->ledger);
	}
	if (b->place >= 0)
		close(b->place);
	free(hash);
	free(options);
	return status;
}

int
command_batch(int argc, char **argv)
{
	struct batch b;
	int status = parse_batch(&b, argc, argv);

	if (!status && b.job.help) {
		status = show_usage("batch");
	} else if (!status) {
		struct jy_host *host = jy_open(NULL);

		b.host = host;
		status = run(&b);
		roots_forget(&b.roots);
		jy_close(host);
	}
	job_end(&b.job);
	return status;
}
