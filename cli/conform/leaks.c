/* The same call again and again: what is in use of the heap afterwards no longer rises. */
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { TIMES = 8, ROUNDS = 4, LEAST = 8 };	/* calls; rounds of them; bytes that are no accident */

struct again {
	const struct trial *trial;
	const struct sample *sample;	/* its first SIZE bytes are read; or */
	size_t size;
	const struct jy_minutes *minutes;	/* these are written */
};

/* Of LeakSanitizer, where the program or the module has it: looks for leaks, and tells by other than 0
 * that there are some. */
static int (*sanitizer(void))(void)
{
	void *found = dlsym(RTLD_DEFAULT, "__lsan_do_recoverable_leak_check");
	int (*look)(void) = NULL;

	memcpy(&look, &found, sizeof(look));
	return look;
}

bool
leaks_are_seen(void)
{
#ifdef HAVE_MALLINFO2
	return sanitizer() || !lab_is_slow();
#else
	return sanitizer() != NULL;
#endif
}

static size_t
in_use(void)
{
#ifdef HAVE_MALLINFO2
	struct mallinfo2 m = mallinfo2();

	return m.uordblks + m.hblkhd;
#else
	return 0;
#endif
}

static void *
do_round(void *with)
{
	const struct again *what = with;

	for (int i = 0; i < TIMES; i++) {
		struct call call = what->minutes
		    ? write_once(what->trial, what->minutes)
		    : read_once(what->trial, (struct jy_bytes){what->sample->bytes.at, what->size},
			what->sample->name);

		call_end(&call);
	}
	return NULL;
}

/* Each round in a thread: only at a thread's end is what the allocator has kept for it given back, and
 * a byte that is in use then is lost. */
static size_t
use_after_round(struct again *what)
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, do_round, what) == 0)
		pthread_join(thread, NULL);
	return in_use();
}

/* A cache of a library grows once or twice and then no more; a leak never ends. */
static void
judge(struct again *what)
{
	size_t use = use_after_round(what), now, least = (size_t)-1;

	if (sanitizer()) {
		char line[256];

		if (sanitizer()() && lab_heard(line, sizeof(line)))
			lab_fault(FREES, "%s", line);
		return;
	}
	for (int i = 0; i < ROUNDS && least >= TIMES * LEAST; i++, use = now) {
		now = use_after_round(what);
		least = now < use ? 0 : now - use < least ? now - use : least;
	}
	if (least >= TIMES * LEAST)
		lab_fault(FREES, "each call leaves %zu bytes behind", least / TIMES);
}

void
try_freeing(const struct trial *t, const void *with)
{
	struct again what = {.trial = t, .sample = with};
	struct jy_minutes *minutes = NULL;

	for (int part = 1; what.sample && part <= 2; part++) {
		what.size = what.sample->bytes.size / (size_t)part;
		lab_at("%s%s, again and again", part == 2 ? "half of " : "", what.sample->name);
		if (what.size)
			judge(&what);
	}
	if (t->writes) {
		what.minutes = minutes = invent("full");
		lab_at("invented minutes, again and again");
		judge(&what);
	}
	jy_free(minutes);
}
