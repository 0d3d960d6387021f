/* The samples are read: lines come of them, and the account adds up. */
#include "conform.h"

static void
judge_account(const struct jy_account *a)
{
	if (a->characters != a->fields + a->furniture + a->residue)
		lab_fault(READS,
		    "the account does not add up: %ld characters are not %ld of fields, "
		    "%ld of furniture and %ld of residue",
		    a->characters, a->fields, a->furniture, a->residue);
	else if (a->characters < 0 || a->undecoded < 0)
		lab_fault(READS, "the account has less than nothing");
}

static void
read_sample(const struct trial *t, const struct sample *s)
{
	struct call call;

	lab_at("%s", s->name);
	call = read_once(t, lab_input(s->bytes.at, s->bytes.size), s->name);
	if (!call.minutes)
		lab_fault(READS, "it fails [%s]", call_code(&call));
	else
		judge_account(call.minutes->account);
	call_end(&call);
}

void
try_reading(const struct trial *t, const void *with)
{
	(void)with;
	for (size_t i = 0; i < t->count; i++)
		if (t->samples[i].own)
			read_sample(t, &t->samples[i]);
}
