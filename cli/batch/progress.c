/* How far the batch is: on a terminal one line that is written over, elsewhere one now and then. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "batch.h"

enum { QUICK = 200, SLOW = 30000, EACH_SECOND = 1000 };	/* milliseconds between two lines */

struct progress {
	enum { SILENT, OVERWRITTEN, PLAIN, JSON } style;
	long total, converted, with_warnings, failed;
	struct timespec began, shown;
	bool dirty;			/* a line that is to be written over stands there */
};

static struct timespec
clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);	/* which nobody sets back */
	return now;
}

static double
milliseconds(struct timespec from, struct timespec to)
{
	return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

struct progress *
progress_new(const struct batch *b, const struct sums *sums)
{
	struct progress *p = must(calloc(1, sizeof(*p)));

	p->total = sums->todo;
	p->began = p->shown = clock_now();
	p->style = b->progress == PROGRESS_NONE ? SILENT
	    : b->progress == PROGRESS_JSON      ? JSON
	    : isatty(STDERR_FILENO)             ? OVERWRITTEN
						: PLAIN;
	return p;
}

void
progress_count(struct progress *p, const struct ending *end)
{
	if (end->status)
		p->failed++;
	else if (end->warnings)
		p->with_warnings++;
	else
		p->converted++;
}

/* In hours and minutes, or minutes and seconds. */
static void
put_left(double seconds)
{
	long s = (long)seconds;

	if (s >= 3600)
		tell(stderr, ", %ld:%02ld h left", s / 3600, s / 60 % 60);
	else
		tell(stderr, ", %ld:%02ld min left", s / 60, s % 60);
}

static void
put_plain(const struct progress *p, long done, double rate)
{
	tell(stderr,
	    "jiyao: %ld of %ld done: %ld converted, %ld with warnings, %ld failed; %.1f a second",
	    done, p->total, p->converted, p->with_warnings, p->failed, rate);
	if (rate > 0 && done < p->total)
		put_left((double)(p->total - done) / rate);
}

static void
put_json(const struct progress *p, long done, double rate)
{
	fprintf(stderr,
	    "{\"progress\":{\"done\":%ld,\"total\":%ld,\"converted\":%ld,"
	    "\"with_warnings\":%ld,\"failed\":%ld,\"per_second\":%.2f,\"seconds_left\":",
	    done, p->total, p->converted, p->with_warnings, p->failed, rate);
	if (rate > 0)
		fprintf(stderr, "%.0f}}\n", (double)(p->total - done) / rate);
	else
		fputs("null}}\n", stderr);
}

void
progress_clear(struct progress *p)
{
	if (p->dirty)
		fputs("\r\033[K", stderr);
	p->dirty = false;
}

void
progress_show(struct progress *p, bool now)
{
	struct timespec t = clock_now();
	double wait = p->style == OVERWRITTEN ? QUICK : p->style == JSON ? EACH_SECOND : SLOW;
	long done = p->converted + p->with_warnings + p->failed;
	double seconds = milliseconds(p->began, t) / 1e3;
	double rate = seconds > 0 ? (double)done / seconds : 0;

	if (p->style == SILENT || (!now && milliseconds(p->shown, t) < wait))
		return;
	p->shown = t;
	if (p->style == JSON) {
		put_json(p, done, rate);
		return;
	}
	progress_clear(p);
	put_plain(p, done, rate);
	p->dirty = p->style == OVERWRITTEN && !now;
	if (!p->dirty)
		putc('\n', stderr);
	fflush(stderr);
}

void
progress_free(struct progress *p)
{
	free(p);
}
