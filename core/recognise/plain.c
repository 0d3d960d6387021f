/* What is no minutes: told from them, and read as paragraphs where that is wanted all the same. */
#include "stages.h"

/* Minutes have a title, a meeting, people who came, or at least say what the meeting said. */
bool
looks_like_minutes(const struct sheet *s)
{
	const struct jy_minutes *m = s->m;

	if (m->document->title.s || m->meeting->name.s || m->meeting->chairs
	    || m->meeting->recorders || m->attendance)
		return true;
	for (size_t i = 0; i < s->paragraph_count; i++)
		if (begins_statement(s, s->paragraphs[i].span))
			return true;
	return false;
}

/* All that the stages believed to have found. */
static void
forget(struct sheet *s)
{
	struct jy_minutes *m = s->m;

	*m->document = (struct jy_document){0};
	*m->meeting = (struct jy_meeting){0};
	m->agenda = NULL;
	m->items = NULL;
	m->remarks = NULL;
	s->passage_count = 0;
	claim(s, (struct span){0, s->count}, RESIDUE);
}

void
read_plainly(struct sheet *s)
{
	forget(s);
	read_paragraphs(s);
}
