/* People from the reading of a block: names, organisations, titles, notes, senders. */
#include <stdlib.h>

#include "reading.h"
#include "stages.h"

static struct jy_person *
add_person(struct block *b, struct jy_person ***end, struct span at)
{
	struct jy_person *person = arena_alloc(b->s->arena, sizeof(*person));

	person->at = span_place(b->s, at);
	**end = person;
	*end = &person->next;
	claim(b->s, at, FIELD);
	return person;
}

/* Where the title begins in 云州新区管委会副主任: after the longest organisation that leaves only a
 * title.  副市长, 区委常委 and titles joined by 、 are titles as a whole. */
static size_t
title_start(const struct sheet *s, struct span prefix)
{
	if (find(s, prefix, "、") != NOWHERE)
		return prefix.from;
	for (size_t i = prefix.to - 1; i > prefix.from + 2; i--)
		if (ends_listed(s, ORGANIZATIONS, prefix.from, i) && is_office_title(s, i, prefix.to))
			return i;
	return prefix.from;
}

/* An organisation, a title, or both.  A name without either goes with the one before it:
 * 市档案局周己庚、吴辛. */
static void
set_prefix(struct block *b, struct jy_person *person, const struct jy_person *before, struct span prefix)
{
	struct span title = {prefix.to, prefix.to};

	if (prefix.from == prefix.to && before) {
		person->organization = before->organization;
		person->title = before->title;
		return;
	}
	if (prefix.to > prefix.from && b->s->glyphs[prefix.to - 1].code == ':')
		prefix.to--;
	title.from = title.to = prefix.to;
	if (ends_listed(b->s, TITLES, prefix.from, prefix.to))
		title.from = title_start(b->s, prefix);
	person->title = span_solid(b->s, title);
	person->organization = span_solid(b->s, (struct span){prefix.from, title.from});
}

static void
add_senders(struct block *b, struct jy_person ***end, struct span organizations)
{
	for (size_t i = organizations.from; i <= organizations.to; i++) {
		struct jy_person *person;

		if (i < organizations.to && !is_separator(b->s->glyphs[i].code))
			continue;
		if (i > organizations.from) {
			person = add_person(b, end, (struct span){organizations.from, i});
			person->organization = span_solid(b->s, (struct span){organizations.from, i});
			person->representative = true;
		}
		organizations.from = i + 1;
	}
}

/* Two readings that cost nearly the same: both are said. */
static void
doubt_name(struct block *b, const struct step *step, const struct jy_person *person, struct span unit)
{
	struct span other = {unit.to - step->next_name, unit.to};
	struct span prefix = {other.from - step->next_prefix, other.from};

	if (step->next_cost - step->cost >= COST_CLOSE || !step->next_name)
		return;
	check(b->s, "warning", "close-reading", unit.from, "%s%s%s could also be %s|%s",
	    person->organization.s ? person->organization.s : "", person->organization.s ? "|" : "",
	    person->name.s, span_len(prefix) ? span_solid(b->s, prefix).s : "",
	    span_solid(b->s, other).s);
}

/* 钱乙丙（院长）: who he is, where nothing before the name tells; anything else is a note. */
static void
read_bracket(struct block *b, struct jy_person *person, bool own_prefix, struct span inner)
{
	if (own_prefix || !ends_listed(b->s, TITLES, inner.from, inner.to)) {
		person->note = span_solid(b->s, inner);
		return;
	}
	person->organization = person->title = (struct jy_text){0};
	set_prefix(b, person, NULL, inner);
}

static void
add_unit(struct block *b, struct jy_person ***end, struct jy_person **last, size_t from, size_t to)
{
	const struct step *step = &b->steps[to];
	struct span unit = {b->span.from + from, b->span.from + to};
	struct span name = {unit.to - step->name, unit.to};

	switch (step->unit) {
	case UNIT_PERSON: {
		struct jy_person *person = add_person(b, end, unit);

		set_prefix(b, person, *last, (struct span){unit.from, name.from});
		person->name = span_solid(b->s, name);
		doubt_name(b, step, person, unit);
		*last = person;
		break;
	}
	case UNIT_NOTE:
		if (!*last)
			return;
		read_bracket(b, *last, b->steps[from].prefix > 0, (struct span){unit.from + 1, unit.to - 1});
		claim(b->s, unit, FIELD);
		break;
	case UNIT_OFFICE:
		add_senders(b, end, unit);
		*last = NULL;
		break;
	case UNIT_GROUP:
		add_senders(b, end, (struct span){unit.from, name.from});
		claim(b->s, unit, FIELD);
		break;
	case UNIT_NONE:
		claim(b->s, unit, FIELD);
		break;
	case UNIT_SKIP:		/* stays residue */
		break;
	}
}

/* The steps lead back from the end; they are turned round to be read in order. */
static void
follow(struct block *b, struct jy_group *group)
{
	size_t n = span_len(b->span), count = 0, *ends = must_alloc((n + 1) * sizeof(*ends));
	struct jy_person **end = &group->people, *last = NULL;

	while (*end)
		end = &(*end)->next;
	for (size_t i = n; i > 0; i -= (size_t)b->steps[i].prefix + b->steps[i].name)
		ends[count++] = i;
	for (size_t i = 0, k = count; k-- > 0; i = ends[k])
		add_unit(b, &end, &last, i, ends[k]);
	free(ends);
}

void
read_people(struct sheet *s, struct span span, struct jy_group *group)
{
	struct block b;

	if (span.from >= span.to)
		return;
	b = read_block(s, span);
	follow(&b, group);
	release_block(&b);
}

/* Running text can be read as people too, but at a price: each person must be cheap. */
bool
are_people(struct sheet *s, struct span span)
{
	bool cheap = true;
	size_t people = 0, before;
	struct block b;

	if (span.from >= span.to)
		return false;
	b = read_block(s, span);
	for (size_t i = span_len(span); i > 0 && cheap; i = before) {
		const struct step *step = &b.steps[i];

		before = i - step->prefix - step->name;
		people += step->unit == UNIT_PERSON;
		cheap = step->unit != UNIT_SKIP && step->cost - b.steps[before].cost
		    - step->prefix * COST_GLYPH < COST_GLUED;
	}
	release_block(&b);
	return cheap && people > 0;
}
