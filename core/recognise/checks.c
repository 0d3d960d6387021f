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
		check(s, "warning", "ordinal-missing", glyph_on(s, at), "the first %s is %s", what, label.s);
	else if (ordinal == before)
		check(s, "warning", "ordinal-twice", glyph_on(s, at), "%s %s stands twice", what, label.s);
	else if (ordinal > before + 1)
		check(s, "warning", "ordinal-missing", glyph_on(s, at), "%s %s follows number %d", what,
		    label.s, before);
	else
		check(s, "warning", "ordinal-order", glyph_on(s, at), "%s %s follows number %d", what,
		    label.s, before);
}

static void
check_clauses(struct sheet *s, const struct jy_clause *clauses, int depth)
{
	int before = 0;

	for (const struct jy_clause *c = clauses; c; c = c->next) {
		if (c->label.s && c->ordinal) {
			check_ordinal(s, "clause", before, c->ordinal, c->label, &c->at);
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
			check_ordinal(s, "item", before, i->ordinal, i->label, &i->at);
			before = i->ordinal;
		}
		if (!i->clauses)
			check(s, "note", "item-empty", glyph_on(s, &i->at), "item %s has no text",
			    i->id.s);
		check_clauses(s, i->clauses, 0);
	}
}

static void
check_order(struct sheet *s, const char *first, struct jy_text a, const char *second, struct jy_text b)
{
	if (a.len == 10 && b.len == 10 && strcmp(a.s, b.s) > 0)
		check(s, "warning", "date-order", NOWHERE, "the date of %s, %s, is after that of %s, %s",
		    first, a.s, second, b.s);
}

static void
check_dates(struct sheet *s)
{
	const struct jy_document *d = s->m->document;
	struct jy_text meeting = s->m->meeting->date, none = {0};
	struct jy_text compiled = d->compiled ? d->compiled->date : none;
	struct jy_text issued = d->issued ? d->issued->date : none;

	check_order(s, "the meeting", meeting, "compiling", compiled);
	check_order(s, "the meeting", meeting, "issue", issued);
	check_order(s, "compiling", compiled, "issue", issued);
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

/* A title as it is compared: without white space, full-width forms folded. */
static struct jy_text
key_of(struct sheet *s, struct jy_text text)
{
	char *key = arena_alloc(s->arena, text.len * 2 + 1);
	size_t n = 0, size;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t c = utf8_next(text.s + i, text.len - i, &size);

		if (!is_space(c))
			n += utf8_put(key + n, fold(c));
	}
	return (struct jy_text){key, n};
}

struct keys { struct jy_text *at; size_t count, room; };

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct jy_text *)a)->s, ((const struct jy_text *)b)->s);
}

/* The 《titles》 in a text. */
static void
add_titles(struct sheet *s, struct keys *keys, struct jy_text text)
{
	const char *open, *close, *at = text.s;

	for (; (open = strstr(at, "《")) && (close = strstr(open, "》")); at = close) {
		if (keys->count == keys->room) {
			keys->room = keys->room ? keys->room * 2 : 16;
			keys->at = must_realloc(keys->at, keys->room, sizeof(*keys->at));
		}
		keys->at[keys->count++] = key_of(s, (struct jy_text){open, (size_t)(close - open)});
	}
}

static void
add_keys(struct sheet *s, struct keys *keys, const struct jy_string *list)
{
	for (; list; list = list->next)
		add_titles(s, keys, list->text);
}

static void
sort_keys(struct keys *keys)
{
	if (keys->count)
		qsort(keys->at, keys->count, sizeof(*keys->at), by_text);
}

static void
report_missing(struct sheet *s, const struct keys *in, const struct keys *from, const char *here,
    const char *there)
{
	for (size_t i = 0; i < from->count; i++)
		if (!bsearch(&from->at[i], in->at, in->count, sizeof(*in->at), by_text))
			check(s, "warning", "agenda-mismatch", NOWHERE, "%s》 stands in %s, but not in %s",
			    from->at[i].s, here, there);
}

/* What the opening announces by its title must be an item, and the other way round. */
static void
check_agenda(struct sheet *s)
{
	struct keys announced = {0}, treated = {0}, items = {0};

	for (const struct jy_topic *t = s->m->agenda; t; t = t->next)
		add_keys(s, &announced, t->subjects);
	for (const struct jy_item *i = s->m->items; i; i = i->next)
		add_keys(s, &items, i->documents), add_keys(s, &treated, i->documents);
	for (const struct jy_remark *r = s->m->remarks; r && announced.count; r = r->next)
		add_titles(s, &treated, r->text);
	sort_keys(&announced);
	sort_keys(&treated);
	sort_keys(&items);
	if (announced.count && treated.count)
		report_missing(s, &treated, &announced, "the opening", "the items");
	if (announced.count && items.count)
		report_missing(s, &announced, &items, "the items", "the opening");
	free(announced.at);
	free(treated.at);
	free(items.at);
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
	if (m->account->residue)
		check(s, "warning", "residue", NOWHERE, "%ld characters were not understood",
		    m->account->residue);
}
