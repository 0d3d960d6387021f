/*
 * Time and memory against the size of what is read or written.  Four times the input takes four times
 * the time; where it takes sixteen, a large file takes for ever.  The bounds lie between, and the best
 * of several runs counts, since others use the machine, too.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conform.h"

enum {
	SIZES = 3,
	RUNS = 3,
	FIRST = 64 * 1024,
	STEP = 4,
	MOST_KIB_A_KIB = 2048,
	MUCH_KIB = 64 * 1024
};
#define WORST_RATIO 10.0		/* of the times of two sizes of which one is four times the other */
#define SHORT 0.05			/* seconds: below that, nothing can be said */

struct cost { double seconds; long kibibytes, amount; int status; };

static void
keep_best(struct cost *best, const struct call *call, int run)
{
	if (!run || call->seconds < best->seconds)
		best->seconds = call->seconds;
	if (!run || call->kibibytes < best->kibibytes)
		best->kibibytes = call->kibibytes;
	best->status = call->status;
}

/* The cost of the size at LARGE, and, if there is a smaller one, against that which is before it. */
static void
judge(enum rule rule, const struct cost *large, bool is_first, size_t size)
{
	double before = is_first ? large->seconds : large[-1].seconds;

	if (large->seconds > SHORT && large->seconds > before * WORST_RATIO)
		lab_fault(rule, "%d times as much takes %.0f times as long (%.3f s)", STEP,
		    large->seconds / before, large->seconds);
	if (large->kibibytes > MUCH_KIB && (size_t)large->kibibytes / MOST_KIB_A_KIB > size / 1024)
		lab_fault(rule, "it takes %ld MiB of memory for %zu KiB", large->kibibytes / 1024,
		    size / 1024);
	if (large->status == JY_TEMPORARY)
		lab_fault(rule, "it fails for want of memory");
}

static struct cost
cost_of_reading(const struct trial *t, struct jy_bytes in, const char *name)
{
	struct cost cost = {0};

	for (int run = 0; run < RUNS && !cost.status && cost.seconds < 1; run++) {
		struct call call = read_once(t, in, name);

		keep_best(&cost, &call, run);
		if (call.minutes)
			cost.amount = call.minutes->account->characters;
		call_end(&call);
	}
	return cost;
}

/* COUNT times the sample; to be freed. */
static struct jy_bytes
repeat(struct jy_bytes bytes, size_t count)
{
	unsigned char *much = must(malloc(bytes.size * count));

	for (size_t i = 0; i < count; i++)
		memcpy(much + i * bytes.size, bytes.at, bytes.size);
	return (struct jy_bytes){much, bytes.size * count};
}

/* All that COMMAND prints, which runs where jiyao-conform was called; to be freed. */
static struct jy_bytes
printed_by(const struct trial *t, const char *command)
{
	char *much, piece[4096], line[256];
	size_t size, n;
	FILE *from, *to = must(open_memstream(&much, &size));
	int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), failed = chdir(t->here);

	fflush(NULL);
	from = failed ? NULL : popen(command, "re");
	while (from && (n = fread(piece, 1, sizeof(piece), from)) > 0)
		fwrite(piece, 1, n, to);
	failed = !from || pclose(from) || fchdir(here);
	close(here);
	fclose(to);
	if (!lab_heard(line, sizeof(line)))
		*line = '\0';
	if (failed)
		lab_fault(READ_GROWTH, "'%s' fails%s%s", command, *line ? ": " : "", line);
	return (struct jy_bytes){(unsigned char *)must(much), size};
}

/* COUNT times as much as the least that --grow can print; to be freed. */
static struct jy_bytes
grown(const struct trial *t, size_t count)
{
	struct jy_bytes bytes;
	char *command;

	if (asprintf(&command, "%s %zu", t->grow, count) < 0)
		must(NULL);
	bytes = printed_by(t, command);
	free(command);
	return bytes;
}

/* Puts one byte: 1, the sample can be made longer; 0, more of it gives no more text. */
void
try_read_growth(const struct trial *t, const void *with)
{
	const struct sample *s = with;
	size_t count = t->grow ? 16 : 1 + FIRST / s->bytes.size;
	struct cost costs[SIZES];
	bool grows = true;

	for (int i = 0; i < SIZES && grows; i++, count *= STEP) {
		struct jy_bytes in = t->grow ? grown(t, count) : repeat(s->bytes, count);

		lab_at("%zu KiB of %s", in.size / 1024, t->grow ? t->grow : s->name);
		costs[i] = cost_of_reading(t, in, s->name);
		grows = !costs[i].status && (!i || costs[i].amount > costs[i - 1].amount * 2);
		if (grows || costs[i].status == JY_TEMPORARY)
			judge(READ_GROWTH, &costs[i], i == 0, in.size);
		free((void *)in.at);
	}
	if (!grows && t->grow)
		lab_fault(READ_GROWTH, "what it prints is not read, or does not grow");
	lab_put((const char[]){grows}, 1);
}

static struct cost
cost_of_writing(const struct trial *t, const struct jy_minutes *minutes, size_t *size)
{
	struct cost cost = {0};

	for (int run = 0; run < RUNS && !cost.status && cost.seconds < 1; run++) {
		struct call call = write_once(t, minutes);

		keep_best(&cost, &call, run);
		*size = jy_out_bytes(call.out).size;
		call_end(&call);
	}
	return cost;
}

void
try_write_growth(const struct trial *t, const void *with)
{
	static const char *const lengths[SIZES] = {"30", "120", "480"};
	struct cost costs[SIZES];
	size_t size = 0;

	(void)with;
	for (int i = 0; i < SIZES; i++) {
		struct jy_minutes *minutes = invent(lengths[i]);

		lab_at("minutes with %s of everything", lengths[i]);
		costs[i] = cost_of_writing(t, minutes, &size);
		judge(WRITE_GROWTH, &costs[i], i == 0, size);
		jy_free(minutes);
	}
}
