/* The same call again and again: what is in use of the heap afterwards no longer rises. */
#include <malloc.h>
#include <string.h>

#include "conform.h"

enum { WARM = 4, TIMES = 12, LEAST = 8 };	/* calls; bytes of a call that are no accident */

static size_t
in_use(void)
{
	struct mallinfo2 m = mallinfo2();

	return m.uordblks + m.hblkhd;
}

struct again { const struct sample *sample; size_t size; const struct jy_minutes *minutes; };

static void
do_again(const struct trial *t, const struct again *what, int times)
{
	for (int i = 0; i < times; i++) {
		struct call call = what->minutes ? write_once(t, what->minutes) :
		    read_once(t, (struct jy_bytes){what->sample->bytes.at, what->size},
		    what->sample->name);

		call_end(&call);
	}
}

/* A cache of a library grows once or twice and then no more; a leak never ends. */
static void
judge(const struct trial *t, const struct again *what)
{
	size_t use[4];

	do_again(t, what, WARM);
	for (int i = 0; i < 4; i++) {
		use[i] = in_use();
		if (i < 3)
			do_again(t, what, TIMES);
	}
	for (int i = 0; i < 3; i++)
		if (use[i + 1] < use[i] + TIMES * LEAST)
			return;
	lab_fault(FREES, "each call leaves %zu bytes behind", (use[3] - use[2]) / TIMES);
}

void
try_freeing(const struct trial *t, const void *with)
{
	const struct sample *s = with;
	struct again what = {.sample = s};

	if (s) {
		lab_at("%s, again and again", s->name);
		what.size = s->bytes.size;
		judge(t, &what);
		lab_at("half of %s, again and again", s->name);
		what.size = s->bytes.size / 2;
		if (what.size)
			judge(t, &what);
	}
	if (t->writes) {
		what.minutes = invent("full");
		lab_at("invented minutes, again and again");
		judge(t, &what);
	}
}
