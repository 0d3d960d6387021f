/* One person with a title of office: 县委副书记、县长钱乙丙, 赵甲市长. */
#include <stdlib.h>

#include "names.h"
#include "stages.h"

/* A title right after a name must be no more than one (赵甲市长); apart from it, it may be any. */
static bool
follows_as_title(const struct sheet *s, size_t from, size_t to)
{
	return is_office_title(s, from, to)
	    || (is_apart(s, from) && ends_listed(s, TITLES, from, to));
}

/* A name with a middle dot or without. */
static int
any_name_cost(const struct spots *b, size_t i, size_t n)
{
	size_t from = b->span.from + i;
	bool dotted = false;

	for (size_t k = from; k < from + n; k++) {
		bool dot = is_middle_dot(b->s->glyphs[k].code);

		if (!dot && !is_han(b->s->glyphs[k].code) && !is_mask(b->s->glyphs[k].code))
			return NEVER;
		dotted |= dot && k > from && k + 1 < from + n;
	}
	return dotted ? COST_UNKNOWN_FAMILY : n <= NAME ? name_cost(b, i, n) : NEVER;
}

/* Where the name ends that the block begins with, when a title follows it: 赵甲市长. */
static size_t
name_before_title(const struct spots *b)
{
	struct span who = b->span;
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= FOREIGN && n < span_len(who); n++) {
		int cost = any_name_cost(b, 0, n);

		if (cost < least && follows_as_title(b->s, who.from + n, who.to)) {
			least = cost;
			best = n;
		}
	}
	return best ? who.from + best : NOWHERE;
}

/* Where the name begins that the block ends with, after a title: 县长钱乙丙. */
static size_t
name_after_title(const struct spots *b)
{
	struct span who = b->span;
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= FOREIGN && n <= span_len(who); n++) {
		size_t from = who.to - n;
		int cost = any_name_cost(b, from - who.from, n);

		if (from == who.from)	/* nothing but a name: it must look like one */
			cost += COST_APART;
		else if (!ends_listed(b->s, TITLES, who.from, from))
			cost += COST_UNKNOWN;
		if (cost < least) {
			least = cost;
			best = n;
		}
	}
	/* A surname nobody knows, or no title: one of them will do. */
	return best && least < COST_NO_SURNAME + 2 * COST_SHORT_NAME ? who.to - best : NOWHERE;
}

/* Parts the name from the title; false where there is no name. */
static bool
part_name(struct sheet *s, struct span *name, struct span *title)
{
	struct spots b = describe_spots(s, *name);
	size_t before = name_before_title(&b);
	size_t after = before == NOWHERE ? name_after_title(&b) : NOWHERE;

	if (before != NOWHERE)
		name->to = title->from = before;
	else if (after != NOWHERE)
		name->from = title->to = after;
	free(b.at);
	return before != NOWHERE || after != NOWHERE;
}

struct jy_person *
read_official(struct sheet *s, struct span who)
{
	struct jy_person *person;
	struct span name, title;

	if (names_nobody(s, who))
		return NULL;
	name = title = who = without_courtesy(s, who);
	if (is_surname_and_title(s, who))
		title.to = title.from;
	else if (!part_name(s, &name, &title))
		return NULL;
	person = arena_alloc(s->arena, sizeof(*person));
	person->name = span_solid(s, name);
	person->title = span_solid(s, title);
	person->at = span_place(s, who);
	return person;
}
