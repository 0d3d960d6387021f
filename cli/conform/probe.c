/* The probe: every reader's may be called with every input, whatever that is. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { CUTS = 64, RANDOM_SIZE = 4096, LARGE = 4 << 20 };

static int
ask(const struct trial *t, const void *bytes, size_t size, const char *what, const char *name)
{
	struct jy_bytes in;
	int first, again;

	lab_at("%s%s%s", what, *name ? " " : "", name);
	in = lab_input(bytes, size);
	first = t->plugin->probe(in);
	again = t->plugin->probe(in);
	if (first < 0 || first > 100)
		lab_fault(PROBE, "it answers %d, which is not from 0 to 100", first);
	if (first != again)
		lab_fault(PROBE, "it answers %d, and %d the second time", first, again);
	return first;
}

/* The first bytes are what a probe looks at: of those, every one is cut off. */
static void
ask_of_parts(const struct trial *t, const struct sample *s)
{
	int whole = ask(t, s->bytes.at, s->bytes.size, "all of", s->name);
	char what[64];

	for (size_t i = 0; i < CUTS; i++) {
		size_t near = i, far = s->bytes.size * i / CUTS;

		snprintf(what, sizeof(what), "the first %zu bytes of", near);
		if (near < s->bytes.size)
			ask(t, s->bytes.at, near, what, s->name);
		snprintf(what, sizeof(what), "the first %zu bytes of", far);
		ask(t, s->bytes.at, far, what, s->name);
	}
	if (ask(t, s->bytes.at, s->bytes.size, "all of", s->name) != whole)
		lab_fault(PROBE, "it answers otherwise after other calls");
}

static void
ask_of_noise(const struct trial *t)
{
	unsigned char bytes[RANDOM_SIZE];
	unsigned int seed = (unsigned int)t->seed;

	for (size_t size = 0; size < sizeof(bytes); size += 1 + size / 8) {
		for (size_t i = 0; i < size; i++)
			bytes[i] = (unsigned char)(rand_r(&seed) >> 7);
		ask(t, bytes, size, size ? "random bytes" : "empty input", "");
	}
}

/* Megabytes of the same, in the time of a blink. */
static void
ask_of_much(const struct trial *t, const struct sample *s)
{
	unsigned char *much = must(malloc(LARGE));
	double best = 1e9;

	for (size_t i = 0; i < LARGE; i++)
		much[i] = s ? s->bytes.at[i % s->bytes.size] : (unsigned char)(i * 7);
	lab_at("%d MiB of %s", LARGE >> 20, s ? s->name : "bytes");
	for (int i = 0; i < 3 && best > 1; i++) {
		double began = lab_clock();

		t->plugin->probe((struct jy_bytes){much, LARGE});
		if (lab_clock() - began < best)
			best = lab_clock() - began;
	}
	if (best > 1 && !lab_is_slow())
		lab_fault(PROBE, "it takes %.1f s: let it look at the beginning", best);
	free(much);
}

void
try_probe(const struct trial *t, const void *with)
{
	char *before = state_now(), *after, line[256];

	(void)with;
	for (size_t i = 0; i < t->count; i++)
		ask_of_parts(t, &t->samples[i]);
	ask_of_noise(t);
	ask_of_much(t, NULL);
	if (t->count)
		ask_of_much(t, &t->samples[0]);
	lab_at("all probes together");
	after = state_now();
	/* The time that a call may take has been moved on by us. */
	if (state_changed(before, after, line, sizeof(line)) && !strstr(line, "resource limit"))
		lab_fault(LEAVES, "%s", line);
	free(before);
	free(after);
}
