/*
 * People: a block of names, organisations and titles, read as a whole.
 *
 * Nothing on the page says where 市委组织部 ends and 翟克强 begins, names are padded with the same
 * spaces that part them, and wraps cut anywhere.  So every way to cut the block into units (an
 * organisation or title, then a name) has a cost, and the cheapest reading of the whole wins.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "../lexicon.h"
#include "stages.h"

enum {
	PREFIX = 40,		/* the longest organisation or title, in glyphs */
	NAME = 4,		/* the longest Han name */
	FOREIGN = 18,		/* the longest name with a middle dot: 阿不都拉·买买提 */
	GROUP = 240,		/* the longest list of organisations that sent somebody */
	NEVER = INT_MAX / 4
};

/* Costs, in no unit: only their order and ratio matter. */
enum {
	COST_UNIT = 10, COST_SHORT_NAME = 10, COST_RARE = 150, COST_NO_SURNAME = 700,
	COST_ODD_GIVEN = 300, COST_PADDED = 20, COST_SPLIT_NAME = 150, COST_WRAP = 10,
	COST_PREFIX = 10, COST_UNKNOWN = 600, COST_GLYPH = 40, COST_SPLIT_PREFIX = 400,
	COST_GLUED = 500, COST_APART = 40, COST_CUT_WORD = 120, COST_SKIPPED = 2000
};

enum unit { UNIT_NONE, UNIT_PERSON, UNIT_NOTE, UNIT_GROUP, UNIT_SKIP };

/* The cheapest reading of all glyphs before one, and its last unit. */
struct step { int cost; enum unit unit; uint16_t prefix, name; };

/* What is known of the place before a glyph, and of the glyph. */
struct spot {
	int start;		/* the cost that a unit begins here */
	int splits;		/* the cost of the gaps before all glyphs up to this one, in a prefix */
	bool separator;
	bool office;		/* the glyphs before it end as an organisation or title does */
	bool within;		/* a cut here goes through a known word: 区|长 */
	bool odd;		/* hardly ever in a given name */
	enum { NO_FAMILY, FAMILY, RARE_FAMILY } family;	/* a surname of one character */
	bool compound;		/* a surname of two begins here */
};

struct block {
	struct sheet *s;
	struct span span;
	struct spot *spots;	/* [i]: at glyph span.from + i */
	struct step *steps;	/* [i]: before that glyph */
};

/* The UTF-8 of glyphs FROM … TO-1, printed without space; at most four bytes each. */
static size_t
spell(const struct sheet *s, size_t from, size_t to, char *word)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += utf8_put(word + n, s->glyphs[i].code);
	return n;
}

static bool
listed(const struct sheet *s, enum lexicon list, size_t from, size_t to)
{
	char word[4 * 8];

	return to - from <= 8 && lexicon_has(list, word, spell(s, from, to, word));
}

/* Do the glyphs before TO end in a word of the list? */
static bool
ends_listed(const struct sheet *s, enum lexicon list, size_t from, size_t to)
{
	if (to == from || lexicon_lacks(list, s->glyphs[to - 1].code))
		return false;
	for (size_t n = 1; n <= 5 && n <= to - from; n++)
		if (listed(s, list, to - n, to))
			return true;
	return false;
}

/* White space before a glyph that its being first on a line does not explain. */
static bool
is_apart(const struct sheet *s, size_t i)
{
	return s->glyphs[i].gap > 0;
}

static int
gap_cost(const struct sheet *s, size_t from, size_t to)
{
	int cost = 0;

	for (size_t i = from + 1; i < to; i++) {
		if (starts_line(s, i))
			cost += COST_WRAP;
		else if (is_apart(s, i))
			cost += to - from == 2 ? COST_PADDED : COST_SPLIT_NAME;
	}
	return cost;
}

/* How unlike a name the N glyphs from I are. */
static int
name_cost(const struct block *b, size_t i, size_t n)
{
	size_t family = n > 2 && b->spots[i].compound ? 2 : 1;
	int cost = gap_cost(b->s, b->span.from + i, b->span.from + i + n);

	for (size_t k = i; k < i + n; k++)
		if (!is_han(b->s->glyphs[b->span.from + k].code))
			return NEVER;
	if (n - family > 2)
		cost += COST_NO_SURNAME + 200;
	else if (family == 1 && b->spots[i].family == NO_FAMILY)
		cost += COST_NO_SURNAME;
	else if (family == 1 && b->spots[i].family == RARE_FAMILY)
		cost += COST_RARE;
	for (size_t k = i + family; k < i + n; k++)
		cost += b->spots[k].odd ? COST_ODD_GIVEN : 0;
	return cost + (n == 2 ? COST_SHORT_NAME : 0);
}

/* 阿不都拉·买买提: the dot tells. */
static size_t
foreign_name(const struct sheet *s, size_t from, size_t end)
{
	size_t i, dots = 0;

	for (i = from; i < end && i - from < FOREIGN; i++) {
		uint32_t c = s->glyphs[i].code;

		dots += c == 0xB7 || c == 0x2022 || c == 0x30FB;
		if (!is_han(c) && c != 0xB7 && c != 0x2022 && c != 0x30FB)
			break;
		if (i > from && is_apart(s, i))
			break;
	}
	return dots ? i - from : 0;
}

static bool
is_separator(uint32_t c)
{
	return c == 0x3001 || c == ',' || c == 0x3002 || c == ';' || c == ':';
}

/* A 、 within a prefix joins two titles of one person: 县委副书记、县长. */
static bool
joins_titles(const struct sheet *s, struct span block, size_t at)
{
	return s->glyphs[at].code == 0x3001 && ends_listed(s, TITLES, block.from, at);
}

/* Marks the places inside the known endings that end before glyph I. */
static void
mark_words(struct block *b, size_t i)
{
	size_t to = b->span.from + i;
	uint32_t last = b->s->glyphs[to - 1].code;
	bool unit = !lexicon_lacks(ORGANIZATIONS, last), title = !lexicon_lacks(TITLES, last);

	for (size_t n = 1; (unit || title) && n <= 5 && n <= i; n++) {
		if (!(unit && listed(b->s, ORGANIZATIONS, to - n, to))
		    && !(title && listed(b->s, TITLES, to - n, to)))
			continue;
		b->spots[i].office = true;
		for (size_t k = 1; k < n; k++)
			b->spots[i - k].within = true;
	}
}

/* What it costs that a unit begins at I: separated from the one before, or glued to it. */
static int
start_cost(const struct block *b, size_t i)
{
	size_t at = b->span.from + i;

	if (i == 0 || is_separator(b->s->glyphs[at - 1].code) || b->s->glyphs[at - 1].code == ')')
		return 0;
	if (starts_line(b->s, at))
		return COST_WRAP;
	return is_apart(b->s, at) ? 0 : COST_GLUED;
}

static void
describe(struct block *b, size_t i)
{
	const struct sheet *s = b->s;
	struct spot *spot = &b->spots[i];
	size_t at = b->span.from + i;
	uint32_t c = s->glyphs[at].code;

	spot->start = start_cost(b, i);
	spot->splits = i ? spot[-1].splits : 0;
	if (i && starts_line(s, at))
		spot->splits += COST_WRAP;
	else if (i && is_apart(s, at))
		spot->splits += COST_SPLIT_PREFIX;
	spot->separator = is_separator(s->glyphs[at].code);
	spot->odd = lexicon_has_single(NOT_IN_NAMES, c);
	if (lexicon_has_single(SURNAMES, c))
		spot->family = lexicon_has_single(RARE_SURNAMES, c) ? RARE_FAMILY : FAMILY;
	spot->compound = at + 2 <= b->span.to && s->glyphs[at + 1].code > 0x4E00
	    && !lexicon_lacks(SURNAMES, s->glyphs[at + 1].code) && listed(s, SURNAMES, at, at + 2);
}

static void
prepare(struct block *b)
{
	size_t n = span_len(b->span);

	b->steps = must_alloc((n + 1) * sizeof(*b->steps));
	b->spots = must_alloc((n + 1) * sizeof(*b->spots));
	for (size_t i = 0; i < n; i++) {
		describe(b, i);
		mark_words(b, i + 1);
		b->steps[i + 1].cost = NEVER;
	}
}

static void
offer(struct block *b, size_t to, int cost, enum unit unit, size_t prefix, size_t name)
{
	struct step *step = &b->steps[to];

	if (cost < step->cost)
		*step = (struct step){cost, unit, (uint16_t)prefix, (uint16_t)name};
}

/* The best organisation or title that ends before I: its length in *LEN, and the cost of all that
 * is before I then; NEVER where none can. */
static int
best_prefix(const struct block *b, size_t i, size_t *len)
{
	size_t at = b->span.from + i;
	int best = NEVER;

	for (size_t n = 1; n <= PREFIX && n <= i; n++) {
		const struct spot *first = &b->spots[i - n];
		int cost;

		if (first->separator && !joins_titles(b->s, b->span, at - n))
			break;
		cost = b->steps[i - n].cost + first->start - first->splits + (int)n * COST_GLYPH;
		if (n > 1 && !first->separator && cost < best) {
			best = cost;
			*len = n;
		}
	}
	if (best >= NEVER / 2)
		return NEVER;
	best += COST_UNIT + COST_PREFIX + b->spots[i - 1].splits;
	best += (b->spots[i].office ? 0 : COST_UNKNOWN) + (b->spots[i].within ? COST_CUT_WORD : 0);
	return best + (starts_line(b->s, at) ? COST_WRAP : is_apart(b->s, at) ? COST_APART : 0);
}

/* The person whose name is glyphs I … I+LEN-1, with the best prefix or none. */
static void
offer_person(struct block *b, size_t i, size_t len, int name, int with_prefix, size_t prefix)
{
	offer(b, i + len, b->steps[i].cost + COST_UNIT + name + b->spots[i].start, UNIT_PERSON, 0, len);
	if (with_prefix < NEVER)
		offer(b, i + len, with_prefix + name, UNIT_PERSON, prefix, len);
}

/* （赴上海参加进博会） after a name. */
static void
offer_note(struct block *b, size_t i)
{
	struct span rest = {b->span.from + i, b->span.to};
	size_t close;

	if (b->s->glyphs[rest.from].code != '(')
		return;
	if (rest.to - rest.from > GROUP)
		rest.to = rest.from + GROUP;
	close = find(b->s, rest, ")");
	if (close != NOWHERE)
		offer(b, close + 1 - b->span.from, b->steps[i].cost, UNIT_NOTE, 0, close + 1 - rest.from);
}

/* 市检察院、市园林绿化局的代表: organisations without names.  The words stand at I. */
static void
offer_group(struct block *b, size_t i)
{
	const struct sheet *s = b->s;
	size_t at = b->span.from + i, n;
	int cost = COST_UNIT;

	n = match_phrase(s, at, b->span.to, &words_sent);
	if (!n)
		return;
	n += match_any(s, at + n, b->span.to, "参加会议|列席会议|出席会议|参加|列席|出席");
	for (size_t from = i; from > 0 && i - from < GROUP; from--) {
		const struct spot *first = &b->spots[from - 1];

		if (from == i || s->glyphs[b->span.from + from].code == 0x3001)
			cost += b->spots[from].office ? COST_PREFIX : COST_UNKNOWN;
		if (b->steps[from - 1].cost < NEVER && first->start < COST_GLUED)
			offer(b, i + n, b->steps[from - 1].cost + cost + first->start
			    + (int)(i - from + 1) * COST_GLYPH + b->spots[i - 1].splits - first->splits,
			    UNIT_GROUP, i - from + 1, n);
	}
}

/* Dearer by the glyph than an organisation, or it would take the one before it for a part. */
static int
foreign_cost(const struct block *b, size_t i, size_t n)
{
	int cost = (int)n * (COST_GLYPH + COST_GLYPH / 4);

	for (size_t k = i; k < i + n; k++)
		cost += b->spots[k].odd ? COST_ODD_GIVEN : 0;
	return cost;
}

static void
find_reading(struct block *b)
{
	const struct sheet *s = b->s;
	size_t n = span_len(b->span), foreign, prefix = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = b->span.from + i;
		int with_prefix = best_prefix(b, i, &prefix);

		if (b->spots[i].separator)
			offer(b, i + 1, b->steps[i].cost, UNIT_NONE, 0, 1);
		else
			offer(b, i + 1, b->steps[i].cost + COST_SKIPPED, UNIT_SKIP, 0, 1);
		offer_note(b, i);
		offer_group(b, i);
		foreign = foreign_name(s, at, b->span.to);
		if (foreign)
			offer_person(b, i, foreign, foreign_cost(b, i, foreign), with_prefix, prefix);
		for (size_t len = 2; len <= NAME && i + len <= n; len++) {
			int name = name_cost(b, i, len);

			if (name < NEVER)
				offer_person(b, i, len, name, with_prefix, prefix);
		}
	}
}

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

/* A title as a whole, or an organisation.  A name without either goes with the one before it:
 * 市市场监管局虞伟、施卫兵. */
static void
set_prefix(struct block *b, struct jy_person *person, const struct jy_person *before, struct span prefix)
{
	if (prefix.from == prefix.to && before) {
		person->organization = before->organization;
		person->title = before->title;
	} else if (ends_listed(b->s, TITLES, prefix.from, prefix.to)) {
		person->title = span_solid(b->s, prefix);
	} else {
		person->organization = span_solid(b->s, prefix);
	}
}

static void
add_group(struct block *b, struct jy_person ***end, struct span organizations)
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
		*last = person;
		break;
	}
	case UNIT_NOTE:
		if (!*last)
			return;
		(*last)->note = span_solid(b->s, (struct span){unit.from + 1, unit.to - 1});
		claim(b->s, unit, FIELD);
		break;
	case UNIT_GROUP:
		add_group(b, end, (struct span){unit.from, name.from});
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
	struct block b = {.s = s, .span = span};

	if (span.from >= span.to)
		return;
	prepare(&b);
	find_reading(&b);
	follow(&b, group);
	free(b.steps);
	free(b.spots);
}

/* Is the span a title of office and no more: 市长, 代市长, 常务副市长? */
static bool
is_title(const struct sheet *s, size_t from, size_t to)
{
	size_t n;

	while ((n = match_any(s, from, to, "代|代理|副|常务|第一|执行")))
		from += n;
	return from < to && listed(s, TITLES, from, to);
}

/* Where the name ends that the block begins with, when a title follows it: 李亚平市长. */
static size_t
name_before_title(const struct block *b)
{
	struct span who = b->span;
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= NAME && n < span_len(who); n++) {
		int cost = name_cost(b, 0, n);

		if (cost < least && is_title(b->s, who.from + n, who.to)) {
			least = cost;
			best = n;
		}
	}
	return best ? who.from + best : NOWHERE;
}

/* Where the name begins that the block ends with, after a title: 县长黄国杰. */
static size_t
name_after_title(const struct block *b)
{
	struct span who = b->span;
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= NAME && n <= span_len(who); n++) {
		size_t from = who.to - n;
		int cost = name_cost(b, from - who.from, n);

		if (from > who.from && !ends_listed(b->s, TITLES, who.from, from))
			cost += COST_UNKNOWN;
		if (cost < least) {
			least = cost;
			best = n;
		}
	}
	return best && least < COST_NO_SURNAME + COST_UNKNOWN ? who.to - best : NOWHERE;
}

struct jy_person *
read_official(struct sheet *s, struct span who)
{
	struct jy_person *person = NULL;
	struct block b = {.s = s, .span = who};
	struct span name = who, title = who;
	size_t before, after;

	prepare(&b);
	before = name_before_title(&b);
	after = before == NOWHERE ? name_after_title(&b) : NOWHERE;
	if (before != NOWHERE)
		name.to = title.from = before;
	else if (after != NOWHERE)
		name.from = title.to = after;
	if (before != NOWHERE || after != NOWHERE) {
		person = arena_alloc(s->arena, sizeof(*person));
		person->name = span_solid(s, name);
		person->title = span_solid(s, title);
		person->at = span_place(s, who);
	}
	free(b.steps);
	free(b.spots);
	return person;
}
