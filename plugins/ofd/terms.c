/* Gathers what minutes can be found by. */
#include "terms.h"

#include <stdlib.h>

#include "text.h"

void
ofd_add_term(struct ofd_terms *t, struct jy_text text)
{
	if (!text.len || xmlHashAddEntry(t->known, BAD_CAST text.s, t) != 0)
		return;
	t->at = ofd_grow(t->at, t->n, &t->room, sizeof(*t->at));
	t->at[t->n++] = text.s;
}

struct ofd_terms
ofd_begin_terms(void)
{
	return (struct ofd_terms){.known = ofd_must(xmlHashCreate(0))};
}

void
ofd_end_terms(struct ofd_terms *t)
{
	xmlHashFree(t->known, NULL);
	free(t->at);
}

struct ofd_terms
ofd_subjects(const struct jy_minutes *m)
{
	struct ofd_terms terms = ofd_begin_terms();

	for (const struct jy_topic *t = m->agenda; t; t = t->next)
		for (const struct jy_string *s = t->subjects; s; s = s->next)
			ofd_add_term(&terms, s->text);
	for (const struct jy_item *i = m->items; i; i = i->next)
		for (const struct jy_string *s = i->documents; s; s = s->next)
			ofd_add_term(&terms, s->text);
	return terms;
}

static void
ofd_add_names(struct ofd_terms *terms, const struct jy_person *people)
{
	for (; people; people = people->next)
		ofd_add_term(terms, people->name);
}

struct ofd_terms
ofd_names(const struct jy_minutes *m)
{
	struct ofd_terms terms = ofd_begin_terms();

	ofd_add_names(&terms, m->meeting->chairs);
	for (const struct jy_group *g = m->attendance; g; g = g->next)
		ofd_add_names(&terms, g->people);
	ofd_add_names(&terms, m->meeting->recorders);
	return terms;
}

struct ofd_terms
ofd_recipients(const struct jy_distribution *d)
{
	struct ofd_terms terms = ofd_begin_terms();

	for (; d; d = d->next)
		for (const struct jy_string *s = d->recipients; s; s = s->next)
			ofd_add_term(&terms, s->text);
	return terms;
}
