/* Written and read back: the same minutes. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

static void
compare(const struct jy_minutes *before, const struct jy_minutes *after, bool places)
{
	char *a = dump(before, places), *b = dump(after, places), line[512];

	if (dumps_differ(a, b, line, sizeof(line)))
		lab_fault(ROUND_TRIP, "%s", line);
	free(a);
	free(b);
}

static void
go_and_return(const struct trial *t, struct jy_minutes *minutes, const char *name)
{
	struct call there = call_begin(t->plugin), back;
	bool places = declared(t->plugin, "provenance") != NULL;
	struct jy_bytes out;

	lab_at("%s", name);
	if (places)
		jy_set(there.task, "provenance", "yes");
	call_write(&there, minutes);
	out = jy_out_bytes(there.out);
	if (there.status == 0) {
		back = read_once(t, lab_input(out.at, out.size), name);
		if (back.minutes)
			compare(minutes, back.minutes, places);
		else
			lab_fault(ROUND_TRIP, "it does not read what it has written [%s]",
			    call_code(&back));
		call_end(&back);
	}
	call_end(&there);
	jy_free(minutes);
}

void
try_round_trip(const struct trial *t, const void *with)
{
	char name[64];

	(void)with;
	for (const char *const *kind = invented; *kind; kind++) {
		snprintf(name, sizeof(name), "invented minutes, %s", *kind);
		go_and_return(t, invent(*kind), name);
	}
	for (size_t i = 0; i < t->count; i++) {
		struct jy_minutes *minutes = sample_minutes(t, &t->samples[i]);

		if (minutes)
			go_and_return(t, minutes, t->samples[i].name);
	}
}
