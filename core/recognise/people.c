/* People from the reading of a block: names, organisations, titles, notes, senders. */
#include <stdlib.h>
#include <string.h>

#include "attendance.h"
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

/* An organisation, a title, or both. */
static void
set_prefix(struct block *b, struct jy_person *person, struct span prefix)
{
	prefix.to -= ends_with(b->s, prefix, ":");
	person->organization = (struct jy_text){0};
	read_post(b->s, person, prefix);
}

/* An official has none in the model: what is said of one there stays residue. */
static void
set_note(struct block *b, struct jy_person *person, struct span note)
{
	if (b->officials)
		claim(b->s, note, RESIDUE);
	else
		person->note = span_solid(b->s, note);
}

/* The last of them, or NULL. */
static struct jy_person *
add_senders(struct block *b, struct jy_person ***end, struct span organizations)
{
	struct jy_person *sender = NULL;
	int depth = 0;

	for (size_t i = organizations.from; i <= organizations.to; i++) {
		depth += i < organizations.to ? depth_change(b->s->glyphs[i].code) : -depth;
		if (i < organizations.to && (depth > 0 || !is_separator(b->s->glyphs[i].code)))
			continue;
		if (i > organizations.from) {
			sender = add_person(b, end, (struct span){organizations.from, i});
			sender->organization = span_solid(b->s,
			    (struct span){organizations.from, i});
			sender->representative = !b->officials;	/* the want of a name tells */
		}
		organizations.from = i + 1;
	}
	return sender;
}

static bool
is_plain_name(const struct sheet *s, struct span span)
{
	struct spots spots;
	bool name;

	if (span_len(span) < 2 || span_len(span) > NAME)
		return false;
	spots = describe_spots(s, span);
	name = (spots.at[0].family == FAMILY || spots.at[0].compound)
	    && name_cost(&spots, 0, span_len(span)) < COST_RARE;
	free(spots.at);
	return name;
}

/* Are there names and 、 between them, and no more? */
static bool
are_plain_names(const struct sheet *s, struct span names)
{
	for (size_t i = names.from; i <= names.to; i++)
		if (i == names.to || s->glyphs[i].code == LIST_COMMA) {
			if (!is_plain_name(s, (struct span){names.from, i}))
				return false;
			names.from = i + 1;
		}
	return true;
}

/* 市档案局（周己庚、吴辛）: the names of those who came for it; anything else is a note. */
static void
read_sender_bracket(struct block *b, struct jy_person ***end, struct jy_person *sender,
    struct span inner)
{
	struct jy_text organization = sender->organization;

	if (!are_plain_names(b->s, inner)) {
		set_note(b, sender, inner);
		return;
	}
	for (size_t i = inner.from; i <= inner.to; i++) {
		struct span name = {inner.from, i};

		if (i < inner.to && b->s->glyphs[i].code != LIST_COMMA)
			continue;
		sender = sender ? sender : add_person(b, end, name);
		sender->organization = organization;
		sender->name = span_solid(b->s, name);
		sender->representative = false;
		sender = NULL;
		inner.from = i + 1;
	}
}

/* Two readings that cost nearly the same: both are said. */
static void
doubt_name(struct block *b, const struct step *step, const struct jy_person *person,
    struct span unit)
{
	struct span other = {unit.to - step->next.suffix - step->next.name, unit.to - step->next.suffix};
	struct span prefix = {other.from - step->next.prefix, other.from};

	if (step->next_cost - step->cost >= COST_CLOSE || !step->next.name)
		return;
	check(b->s, "warning", "close-reading", unit.from, "%s%s%s could also be %s|%s",
	    person->organization.s ? person->organization.s : "", person->organization.s ? "|" : "",
	    person->name.s, span_len(prefix) ? span_solid(b->s, prefix).s : "",
	    span_solid(b->s, other).s);
}

/* 副县长，出差: where the title ends that the bracket begins with; its beginning where none does. */
static size_t
title_before_reason(const struct sheet *s, struct span inner)
{
	for (size_t i = inner.from + 2; i < inner.to; i++)
		if ((s->glyphs[i].code == ',' || s->glyphs[i].code == ';')
		    && ends_listed(s, TITLES, inner.from, i))
			return i;
	return ends_listed(s, TITLES, inner.from, inner.to) ? inner.to : inner.from;
}

/* 钱乙丙（院长）: who he is, where nothing before the name tells; anything else is a note. */
static void
read_bracket(struct block *b, struct jy_person *person, bool own_prefix, struct span inner)
{
	size_t end = own_prefix && person->title.s ? inner.from : title_before_reason(b->s, inner);

	if (end > inner.from && own_prefix && person->organization.s) {
		person->title = span_solid(b->s, (struct span){inner.from, end});
		inner.from = end + (end < inner.to);
	} else if (end > inner.from) {
		person->organization = person->title = (struct jy_text){0};
		set_prefix(b, person, (struct span){inner.from, end});
		inner.from = end + (end < inner.to);
	}
	if (!own_prefix && end == inner.from
	    && ends_listed(b->s, ORGANIZATIONS, inner.from, inner.to)
	    && !match_any(b->s, inner.from, inner.to, "在|赴|去|到|因|出|参加|陪同")) {
		person->organization = span_solid(b->s, inner);	/* 麦敏（市政协） */
		person->title = (struct jy_text){0};
	} else if (span_len(inner)) {
		set_note(b, person, inner);
	}
}

/* Whom a bracket is about: a person, or the office that sent one.  And what a name shares that has nothing
 * before it: 市档案局周己庚、吴辛. */
struct before { struct jy_person *person, *sender; struct jy_text organization, title; };

/* A title after the name tells the organisation too, unless one stands before it. */
static void
set_suffix(struct block *b, struct jy_person *person, struct span prefix, struct span suffix)
{
	set_prefix(b, person, suffix);
	prefix.to -= ends_with(b->s, prefix, ":");
	if (ends_listed(b->s, TITLES, prefix.from, prefix.to)) {
		set_note(b, person, prefix);	/* 组长：钱乙  市档案局  教授 */
	} else if (span_len(prefix)) {          /* 清河县：钱乙  县政府副县长 */
		person->organization = span_solid(b->s, prefix);
		person->title = span_solid(b->s, suffix);
	}
}

static void
add_named(struct block *b, struct jy_person ***end, struct before *before, const struct step *step,
    struct span unit, struct span name)
{
	struct jy_person *person = add_person(b, end, unit);
	struct span prefix = {unit.from, name.from};

	if (step->piece.suffix) {
		set_suffix(b, person, prefix, (struct span){name.to, unit.to});
		*before = (struct before){.person = person};
	} else if (span_len(prefix)) {
		set_prefix(b, person, prefix);
		*before = (struct before){person, NULL, person->organization, person->title};
	} else {
		person->organization = before->organization;
		person->title = before->title;
		before->person = person;
	}
	person->name = span_solid(b->s, name);
	doubt_name(b, step, person, unit);
}

static void
add_note(struct block *b, struct jy_person ***end, const struct before *before, bool own_prefix,
    struct span unit)
{
	struct span inner = {unit.from + 1, unit.to - 1};

	if (!before->person && !before->sender)
		return;
	claim(b->s, unit, FIELD);
	if (before->person)
		read_bracket(b, before->person, own_prefix, inner);
	else
		read_sender_bracket(b, end, before->sender, inner);
}

static void
add_unit(struct block *b, struct jy_person ***end, struct before *before, size_t from, size_t to)
{
	const struct step *step = &b->steps[to];
	struct span unit = {b->span.from + from, b->span.from + to};
	struct span name = {unit.to - step->piece.suffix - step->piece.name, unit.to - step->piece.suffix};

	switch (step->piece.unit) {
	case UNIT_PERSON:
		add_named(b, end, before, step, unit, name);
		break;
	case UNIT_NOTE:
		add_note(b, end, before,
		    b->steps[from].piece.prefix + b->steps[from].piece.suffix > 0, unit);
		break;
	case UNIT_OFFICE:
		*before = (struct before){.sender = add_senders(b, end, unit)};
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
	struct jy_person **end = &group->people;
	struct before before = {0};

	while (*end)
		end = &(*end)->next;
	for (size_t i = n; i > 0; i -= piece_len(b->steps[i].piece))
		ends[count++] = i;
	for (size_t i = 0, k = count; k-- > 0; i = ends[k])
		add_unit(b, &end, &before, i, ends[k]);
	free(ends);
}

/* 列席单位： lists organisations. */
static bool
calls_units(const struct jy_group *group)
{
	return group->label.s && !strstr(group->label.s, "人员")
	    && (strstr(group->label.s, "单位") || strstr(group->label.s, "部门"));
}

/* Each reading weighs some eighty bytes a glyph: what is too long for a list of people is none. */
static bool
is_block(struct span span)
{
	return span.from < span.to && span_len(span) <= MOST_LISTED;
}

void
read_people(struct sheet *s, struct span span, struct jy_group *group)
{
	struct block b;

	if (!is_block(span))
		return;
	b = read_block(s, span, calls_units(group) ? 0 : COST_NAMELESS);
	follow(&b, group);
	release_block(&b);
}

struct jy_person **
read_officials(struct sheet *s, struct span span, struct jy_person **end)
{
	struct jy_group group = {0};
	struct block b;

	if (is_block(span)) {
		b = read_block(s, span, COST_NAMELESS);
		b.officials = true;
		follow(&b, &group);
		release_block(&b);
	}
	*end = group.people;
	while (*end)
		end = &(*end)->next;
	return end;
}

/* Running text can be read as people too, but at a price: each person must be cheap. */
bool
are_people(struct sheet *s, struct span span)
{
	bool cheap = true;
	size_t people = 0, before;
	struct block b;

	if (!is_block(span))
		return false;
	b = read_block(s, span, COST_NAMELESS);
	for (size_t i = span_len(span); i > 0 && cheap; i = before) {
		const struct step *step = &b.steps[i];

		before = i - piece_len(step->piece);
		people += step->piece.unit == UNIT_PERSON;
		cheap = step->piece.unit != UNIT_SKIP
		    && step->cost - b.steps[before].cost
			    - (step->piece.prefix + step->piece.suffix) * COST_GLYPH
			< COST_GLUED;
	}
	release_block(&b);
	return cheap && people > 0;
}
