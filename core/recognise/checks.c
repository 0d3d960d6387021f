/* Doubts about the document itself: kept as printed, but said. */
#include <stdlib.h>
#include <string.h>

#include "stages.h"

static size_t
glyph_on(const struct sheet *s, const struct jy_place *at)
{
	size_t low = 0, high = s->row_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct jy_place *row = &s->rows[middle].line->at;

		if (row->page < at->page
		    || (row->page == at->page && row->first_line < at->first_line))
			low = middle + 1;
		else
			high = middle;
	}
	return low < s->row_count ? s->rows[low].span.from : NOWHERE;
}

/* One ordinal after another: each is the one before plus one. */
static void
check_ordinal(struct sheet *s, const char *what, int before, int ordinal, struct jy_text label,
    const struct jy_place *at)
{
	if (ordinal == before + 1)
		return;
	if (before == 0)
		check(s, "warning", "ordinal-missing", glyph_on(s, at), "the first %-s is %s", what,
		    label.s);
	else if (ordinal == before)
		check(s, "warning", "ordinal-twice", glyph_on(s, at), "%-s %s stands twice", what,
		    label.s);
	else if (ordinal > before + 1)
		check(s, "warning", "ordinal-missing", glyph_on(s, at), "%-s %s follows number %d",
		    what, label.s, before);
	else
		check(s, "warning", "ordinal-order", glyph_on(s, at), "%-s %s follows number %d",
		    what, label.s, before);
}

static void
check_clauses(struct sheet *s, const struct jy_clause *clauses, int depth)
{
	int before = 0;

	for (const struct jy_clause *c = clauses; c; c = c->next) {
		if (c->label.s && c->ordinal) {
			check_ordinal(s, JY_WORD("clause"), before, c->ordinal, c->label, &c->at);
			before = c->ordinal;
		}
		if (depth < 8)
			check_clauses(s, c->clauses, depth + 1);
	}
}

static void
check_items(struct sheet *s)
{
	int before = 0;

	for (const struct jy_item *i = s->m->items; i; i = i->next) {
		if (i->label.s) {
			check_ordinal(s, JY_WORD("item"), before, i->ordinal, i->label, &i->at);
			before = i->ordinal;
		}
		if (!i->clauses)
			check(s, "note", "item-empty", glyph_on(s, &i->at), "item %s has no text",
			    i->id.s);
		check_clauses(s, i->clauses, 0);
	}
}

static void
check_order(struct sheet *s, const char *first, struct jy_text a, const char *second,
    struct jy_text b)
{
	if (a.len == 10 && b.len == 10 && strcmp(a.s, b.s) > 0)
		check(s, "warning", "date-order", NOWHERE,
		    "the date of %-s, %s, is after that of %-s, %s", first, a.s, second, b.s);
}

static void
check_dates(struct sheet *s)
{
	const struct jy_document *d = s->m->document;
	struct jy_text meeting = s->m->meeting->date, none = {0};
	struct jy_text compiled = d->compiled ? d->compiled->date : none;
	struct jy_text issued = d->issued ? d->issued->date : none;

	check_order(s, JY_WORD("the meeting"), meeting, JY_WORD("compiling"), compiled);
	check_order(s, JY_WORD("the meeting"), meeting, JY_WORD("issue"), issued);
	check_order(s, JY_WORD("compiling"), compiled, JY_WORD("issue"), issued);
}

static int
by_name(const void *a, const void *b)
{
	const struct jy_person *const *x = a, *const *y = b;
	int order = strcmp((*x)->name.s, (*y)->name.s);

	if (order)
		return order;
	order = strcmp((*x)->organization.s, (*y)->organization.s);
	if (order)
		return order;
	return (*x)->at.first_line - (*y)->at.first_line;
}

/* The same name under two organisations: one person with two posts, two persons, or a misprint. */
static void
check_people(struct sheet *s)
{
	const struct jy_person **people;
	size_t n = 0, count = 0;

	for (const struct jy_group *g = s->m->attendance; g; g = g->next)
		for (const struct jy_person *p = g->people; p; p = p->next)
			n += p->name.s && p->organization.s;
	people = must_alloc((n + 1) * sizeof(*people));
	for (const struct jy_group *g = s->m->attendance; g; g = g->next)
		for (const struct jy_person *p = g->people; p; p = p->next)
			if (p->name.s && p->organization.s)
				people[count++] = p;
	qsort(people, count, sizeof(*people), by_name);
	for (size_t i = 1; i < count; i++)
		if (strcmp(people[i - 1]->name.s, people[i]->name.s) == 0
		    && strcmp(people[i - 1]->organization.s, people[i]->organization.s) != 0)
			check(s, "warning", "person-twice", glyph_on(s, &people[i]->at),
			    "%s stands under %s and under %s", people[i]->name.s,
			    people[i - 1]->organization.s, people[i]->organization.s);
	free(people);
}

void
doubt(struct sheet *s, bool looks_like_minutes)
{
	const struct jy_minutes *m = s->m;

	if (!looks_like_minutes)
		check(s, "warning", "not-minutes", NOWHERE, "this does not look like minutes");
	else if (!m->meeting->chairs)
		check(s, "warning", "no-chair", NOWHERE, "no chair is named");
	if (m->meeting->name.s && !m->meeting->date.s)
		check(s, "warning", "no-date", NOWHERE, "the meeting's date is not printed");
	check_items(s);
	check_agenda(s);
	check_dates(s);
	check_people(s);
	tell_undecoded(s);
	if (m->account->residue)
		check(s, "warning", "residue", NOWHERE, "%ld characters were not understood",
		    m->account->residue);
}
