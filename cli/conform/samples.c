/* The samples: which the plugin reads itself, and the minutes of the others. */
#include <string.h>

#include "conform.h"

static const struct jy_host *
others(void)
{
	static const struct jy_host *host;

	if (!host)
		host = jy_open(NULL);
	return host;
}

/* Puts a byte a sample: does the plugin take it? */
void
try_taking(const struct trial *t, const void *with)
{
	const struct jy_plugin *p = load(t);

	(void)with;
	for (size_t i = 0; i < t->count; i++) {
		const struct sample *s = &t->samples[i];
		int sure;

		lab_at("%s", s->name);
		sure = p->read ? p->probe(s->bytes) : 0;
		lab_put((const char[]){sure > 0}, 1);
		if (sure <= 0 && !p->write)
			lab_fault(TAKES, "its probe answers %d", sure);
		else if (sure <= 0 && !jy_detect(others(), s->bytes, s->name))
			lab_fault(TAKES, "%s, and no plugin that is installed reads it either",
			    p->read ? "its probe answers 0" : "it reads nothing itself");
	}
}

static struct jy_minutes *
read_elsewhere(const struct sample *s)
{
	const struct jy_plugin *p = jy_detect(others(), s->bytes, s->name);
	struct jy_task *task = p ? jy_begin(p) : NULL;
	struct jy_minutes *minutes;

	if (!task)
		return NULL;
	jy_accept_any(task);
	minutes = jy_read(task, s->bytes, s->name);
	jy_end(task);
	return minutes;
}

struct jy_minutes *
sample_minutes(const struct trial *t, const struct sample *s)
{
	struct jy_minutes *minutes;
	struct call call;

	if (!s->own)
		return read_elsewhere(s);
	call = read_once(t, s->bytes, s->name);
	minutes = call.minutes;
	call.minutes = NULL;
	call_end(&call);
	return minutes;
}
