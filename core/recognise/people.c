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

struct block {
	struct sheet *s;
	struct span span;
	struct step *steps;	/* [i]: before glyph span.from + i */
	int *splits;		/* [i]: the cost of the gaps before glyphs 1 … i, inside a prefix */
	bool *office;		/* [i]: the glyphs before i end as an organisation or title does */
	bool *within;		/* [i]: a cut before glyph i goes through a known word: 区|长 */
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
given_cost(const struct sheet *s, size_t from, size_t to)
{
	int cost = 0;

	for (size_t i = from; i < to; i++)
		cost += listed(s, NOT_IN_NAMES, i, i + 1) ? COST_ODD_GIVEN : 0;
	return cost;
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

/* How unlike a name the glyphs FROM … TO-1 are. */
static int
name_cost(const struct sheet *s, size_t from, size_t to)
{
	size_t n = to - from, family = 1;
	int cost = gap_cost(s, from, to);

	for (size_t i = from; i < to; i++)
		if (!is_han(s->glyphs[i].code))
			return NEVER;
	if (n > 2 && listed(s, SURNAMES, from, from + 2))
		family = 2;
	if (n - family > 2)
		cost += COST_NO_SURNAME + 200;
	else if (family == 1 && !listed(s, SURNAMES, from, from + 1))
		cost += COST_NO_SURNAME;
	else if (family == 1 && listed(s, RARE_SURNAMES, from, from + 1))
		cost += COST_RARE;
	return cost + given_cost(s, from + family, to) + (n == 2 ? COST_SHORT_NAME : 0);
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

	for (size_t n = 2; n <= 5 && n <= i; n++)
		if (listed(b->s, ORGANIZATIONS, to - n, to) || listed(b->s, TITLES, to - n, to))
			for (size_t k = 1; k < n; k++)
				b->within[i - k] = true;
}

static void
prepare(struct block *b)
{
	const struct sheet *s = b->s;
	size_t n = span_len(b->span);

	b->steps = must_alloc((n + 1) * sizeof(*b->steps));
	b->splits = must_alloc((n + 1) * sizeof(*b->splits));
	b->office = must_alloc((n + 1) * sizeof(*b->office));
	b->within = must_alloc((n + 1) * sizeof(*b->within));
	for (size_t i = 0; i < n; i++) {
		size_t at = b->span.from + i;

		b->splits[i] = i ? b->splits[i - 1] : 0;
		if (i && starts_line(s, at))
			b->splits[i] += COST_WRAP;
		else if (i && is_apart(s, at))
			b->splits[i] += COST_SPLIT_PREFIX;
		b->office[i + 1] = ends_listed(s, ORGANIZATIONS, b->span.from, at + 1)
		    || ends_listed(s, TITLES, b->span.from, at + 1);
		b->steps[i + 1].cost = NEVER;
		mark_words(b, i + 1);
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

/* What it costs that the LEN glyphs from I are an organisation or a title. */
static int
prefix_cost(const struct block *b, size_t i, size_t len)
{
	size_t at = b->span.from + i + len;
	int cost = COST_PREFIX + (int)len * COST_GLYPH + b->splits[i + len - 1] - b->splits[i];

	if (!b->office[i + len])
		cost += COST_UNKNOWN;
	if (b->within[i + len])
		cost += COST_CUT_WORD;
	return cost + (starts_line(b->s, at) ? COST_WRAP : is_apart(b->s, at) ? COST_APART : 0);
}

static void
offer(struct block *b, size_t to, int cost, enum unit unit, size_t prefix, size_t name)
{
	struct step *step = &b->steps[to];

	if (cost < step->cost)
		*step = (struct step){cost, unit, (uint16_t)prefix, (uint16_t)name};
}

/* All readings of a person whose name is glyphs I … I+LEN-1, with every prefix before it. */
static void
offer_person(struct block *b, size_t i, size_t len, int name)
{
	const struct glyph *glyphs = b->s->glyphs + b->span.from;

	offer(b, i + len, b->steps[i].cost + COST_UNIT + name + start_cost(b, i), UNIT_PERSON, 0, len);
	for (size_t n = 1; n <= PREFIX && n <= i; n++) {
		size_t from = i - n;

		if (is_separator(glyphs[from].code) && !joins_titles(b->s, b->span, b->span.from + from))
			return;
		if (n < 2 || is_separator(glyphs[from].code) || b->steps[from].cost >= NEVER)
			continue;
		offer(b, i + len, b->steps[from].cost + COST_UNIT + name + prefix_cost(b, from, n)
		    + start_cost(b, from), UNIT_PERSON, n, len);
	}
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

	n = match_any(s, at, b->span.to, "的代表|代表|负责人|负责同志|主要负责人|主要负责同志|分管负责人|分管负责同志|有关负责人|有关负责同志");
	if (!n)
		return;
	n += match_any(s, at + n, b->span.to, "参加会议|列席会议|出席会议|参加|列席|出席");
	for (size_t from = i; from > 0 && i - from < GROUP; from--) {
		size_t first = from - 1;

		if (from == i || s->glyphs[b->span.from + from].code == 0x3001)
			cost += b->office[from] ? COST_PREFIX : COST_UNKNOWN;
		if (b->steps[first].cost < NEVER && (first == 0 || starts_line(s, b->span.from + first)
		    || is_apart(s, b->span.from + first)
		    || is_separator(s->glyphs[b->span.from + first - 1].code)))
			offer(b, i + n, b->steps[first].cost + cost + start_cost(b, first)
			    + (int)(i - first) * COST_GLYPH + b->splits[i - 1] - b->splits[first],
			    UNIT_GROUP, i - first, n);
	}
}

static void
find_reading(struct block *b)
{
	const struct sheet *s = b->s;
	size_t n = span_len(b->span), foreign;

	for (size_t i = 0; i < n; i++) {
		size_t at = b->span.from + i;

		if (is_separator(s->glyphs[at].code))
			offer(b, i + 1, b->steps[i].cost, UNIT_NONE, 0, 1);
		else
			offer(b, i + 1, b->steps[i].cost + COST_SKIPPED, UNIT_SKIP, 0, 1);
		if (b->steps[i].cost < NEVER)
			offer_note(b, i);
		offer_group(b, i);
		foreign = foreign_name(s, at, b->span.to);
		if (foreign)
			offer_person(b, i, foreign, 0);
		for (size_t len = 2; len <= NAME && i + len <= n; len++) {
			int name = name_cost(s, at, at + len);

			if (name < NEVER)
				offer_person(b, i, len, name);
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
	free(b.splits);
	free(b.office);
	free(b.within);
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

/* Where the name ends that the span begins with, when a title follows it: 李亚平市长. */
static size_t
name_before_title(const struct sheet *s, struct span who)
{
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= NAME && n < span_len(who); n++) {
		int cost = name_cost(s, who.from, who.from + n);

		if (cost < least && is_title(s, who.from + n, who.to)) {
			least = cost;
			best = n;
		}
	}
	return best ? who.from + best : NOWHERE;
}

/* Where the name begins that the span ends with, after a title: 县长黄国杰. */
static size_t
name_after_title(const struct sheet *s, struct span who)
{
	size_t best = 0;
	int least = NEVER;

	for (size_t n = 2; n <= NAME && n <= span_len(who); n++) {
		size_t from = who.to - n;
		int cost = name_cost(s, from, who.to);

		if (from > who.from && !ends_listed(s, TITLES, who.from, from))
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
	struct jy_person *person = arena_alloc(s->arena, sizeof(*person));
	struct span name = who, title = who;
	size_t cut = name_before_title(s, who);

	if (cut != NOWHERE) {
		name.to = title.from = cut;
	} else {
		cut = name_after_title(s, who);
		if (cut == NOWHERE)
			return NULL;
		name.from = title.to = cut;
	}
	person->name = span_solid(s, name);
	person->title = span_solid(s, title);
	person->at = span_place(s, who);
	return person;
}
