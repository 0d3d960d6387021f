/*
 * People: a block of names, organisations and titles, read as a whole.
 *
 * Nothing on the page says where 市委组织部 ends and 周己庚 begins, names are padded with the same
 * spaces that part them, and wraps cut anywhere.  So every way to cut the block into units (an
 * organisation or title, then a name) has a cost, and the cheapest reading of the whole wins.
 */
#include <stdlib.h>

#include "reading.h"
#include "stages.h"

/* More than any reading costs, however long the block. */
#define UNREACHED (INT64_MAX / 4)

enum {
	PREFIX = 40,		/* the longest organisation or title, in glyphs */
	GROUP = 240		/* the longest list of organisations that sent somebody */
};

/* A 、 within a prefix joins two titles of one person: 县委副书记、县长. */
static bool
joins_titles(const struct sheet *s, struct span block, size_t at)
{
	size_t end = at, open = at;

	if (s->glyphs[at].code != LIST_COMMA)
		return false;
	if (at > block.from && s->glyphs[at - 1].code == ')')	/* 县委副书记（援藏）、… */
		while (open > block.from && at - open < PREFIX && s->glyphs[open].code != '(')
			open--;
	end = s->glyphs[open].code == '(' ? open : at;
	return ends_listed(s, TITLES, block.from, end);
}

static void
prepare(struct block *b)
{
	size_t n = span_len(b->span);

	b->steps = must_alloc((n + 1) * sizeof(*b->steps));
	b->names = describe_spots(b->s, b->span);
	b->spots = b->names.at;
	for (size_t i = 0; i < n; i++)
		b->steps[i + 1].cost = b->steps[i + 1].next_cost = UNREACHED;
}

static void
offer_piece(struct block *b, size_t to, int64_t cost, struct piece piece)
{
	struct step *step = &b->steps[to];

	if (cost < step->cost) {
		step->next_cost = step->cost;
		step->next = step->piece;
		step->cost = cost;
		step->piece = piece;
	} else if (cost < step->next_cost) {
		step->next_cost = cost;
		step->next = piece;
	}
}

static void
offer(struct block *b, size_t to, int64_t cost, enum unit unit, size_t prefix, size_t name)
{
	offer_piece(b, to, cost, (struct piece){unit, (uint16_t)prefix, (uint16_t)name, 0});
}

/* 市档案局  副局长: where the gap is that parts an organisation from the title before I; NOWHERE. */
static size_t
bridge(const struct block *b, size_t i)
{
	if (!b->spots[i].title)
		return NOWHERE;
	for (size_t k = i - 1; k > 1 && i - k < 12; k--)
		if (is_apart(b->s, b->span.from + k) && !starts_line(b->s, b->span.from + k))
			return b->spots[k].office ? k : NOWHERE;
	return NOWHERE;
}

static bool
ends_column(const struct block *b, size_t from, size_t to)
{
	size_t at = b->span.from + to;

	return at < b->span.to && (from == 0 || b->spots[from].hard) && is_apart(b->s, at)
	    && !starts_line(b->s, at);
}

/* 三连    缑满仓: what begins a line and ends at its gap, where lines are entries of two columns. */
static bool
is_column(const struct block *b, size_t i, size_t len)
{
	return b->names.columns && ends_column(b, i - len, i);
}

/* The best organisation or title that ends before I: its length in *LEN, and the cost of all that
 * is before I then; NEVER where none can. */
static int64_t
best_prefix(const struct block *b, size_t i, size_t *len)
{
	size_t at = b->span.from + i;
	size_t colon = i && b->s->glyphs[at - 1].code == ':';	/* 市档案局：周己庚 */
	size_t gap = bridge(b, i);
	bool crossed = false;
	int64_t best = UNREACHED, joined = 0;

	for (size_t n = 1 + colon; n <= PREFIX && n <= i; n++) {
		const struct spot *first = &b->spots[i - n];
		int64_t cost;

		if (first->separator && !joins_titles(b->s, b->span, at - n))
			break;
		cost = b->steps[i - n].cost + first->start - first->splits + (int)n * COST_GLYPH;
		cost += joined;
		if (gap != NOWHERE && i - n < gap)
			cost -= COST_SPLIT_PREFIX - COST_APART;
		if (n > 1 + colon && !first->separator && cost < best) {
			best = cost;
			*len = n;
		}
		/* 副书记周毅石 / 人大主席: a title before the line's end had a name after it */
		joined += crossed && first->title ? COST_UNPARTED : 0;
		crossed |= starts_line(b->s, at - n);
	}
	if (best >= UNREACHED)
		return UNREACHED;
	best += COST_UNIT + COST_PREFIX + b->spots[i - 1].splits;
	best += b->spots[i - colon].office ? 0 : is_column(b, i, *len) ? COST_COLUMN : COST_UNKNOWN;
	best += b->spots[i].within ? COST_CUT_WORD : 0;
	if (b->spots[i].hard)
		return best + COST_NEXT_LINE;
	return best + (starts_line(b->s, at) ? COST_WRAP : is_apart(b->s, at) ? COST_APART : 0);
}

/* 列席单位：市档案局、市史志办: an organisation that is all there is, up to the glyph before I. */
static void
offer_office(struct block *b, size_t i)
{
	size_t at = b->span.from + i;
	int64_t joined = 0;

	if (!b->spots[i].office
	    || (at < b->span.to && b->s->glyphs[at].code == ':') /* names follow */
	    || (at < b->span.to && !b->spots[i].separator && !is_apart(b->s, at)
		&& !starts_line(b->s, at) && b->s->glyphs[at].code != '('))
		return;
	for (size_t n = 1; n <= PREFIX && n <= i && !b->spots[i - n].separator; n++) {
		const struct spot *first = &b->spots[i - n];

		if (n > 2 && first->start < COST_GLUED)
			offer(b, i,
			    b->steps[i - n].cost + b->nameless + joined + first->start
				+ (int)n * COST_GLYPH + b->spots[i - 1].splits - first->splits,
			    UNIT_OFFICE, n, 0);
		/* 区财政局  区审计局 are two */
		joined += first->office && is_apart(b->s, at - n) ? b->nameless : 0;
	}
}

/* A bracket after a title that is not followed by another title: 部长（住院）. */
static bool
begins_note(const struct block *b, size_t i)
{
	struct span rest = {b->span.from + i, b->span.to};
	size_t close;

	if (b->s->glyphs[rest.from].code != '(' || !b->spots[i].title)
		return false;
	rest.to = rest.to - rest.from > PREFIX ? rest.from + PREFIX : rest.to;
	close = find(b->s, rest, ")");
	return close == NOWHERE || !match(b->s, close + 1, b->span.to, "、");
}

/* 钱乙  副县长: the length of the title after the gap at I, which fills the rest of an entry; or 0. */
static size_t
title_after(const struct block *b, size_t i)
{
	size_t n = span_len(b->span), end = i + 1, gaps = 0;

	if (i + 2 > n || !is_apart(b->s, b->span.from + i) || starts_line(b->s, b->span.from + i))
		return 0;
	while (end < n && end - i < PREFIX && !b->spots[end].hard && !begins_note(b, end)
	    && (!b->spots[end].separator
		|| joins_titles(b->s, (struct span){b->span.from + i, b->span.to},
		    b->span.from + end))
	    && (starts_line(b->s, b->span.from + end) || !is_apart(b->s, b->span.from + end)
		|| (b->spots[end].office && gaps++ == 0)))
		end++;
	return (b->spots[end].title || (b->names.first && b->spots[end].office))
		&& (end == n || b->spots[end].hard || b->spots[end].separator
		    || b->s->glyphs[b->span.from + end].code == '(')
	    ? end - i
	    : 0;
}

/* 王志刚书记: the length of the title of office right after the name that ends before I; or 0. */
static size_t
title_glued(const struct block *b, size_t i)
{
	enum { TITLE = 10 };
	size_t n = span_len(b->span), end = i;

	if (i >= n || is_apart(b->s, b->span.from + i))
		return 0;
	while (end < n && end - i < TITLE && !b->spots[end].separator && !b->spots[end].hard
	    && b->s->glyphs[b->span.from + end].code != '('
	    && (end == i || !is_apart(b->s, b->span.from + end)))
		end++;
	return is_office_title(b->s, b->span.from + i, b->span.from + end) ? end - i : 0;
}

/* 王志刚同志: a courtesy tells nothing of who it is. */
static void
offer_courtesy(struct block *b, size_t i)
{
	enum { COURTESY = 2 };
	size_t at = b->span.from + i, end = at + COURTESY;

	if (b->spots[i].start < COST_GLUED || !match_any(b->s, at, b->span.to, "同志|先生|女士"))
		return;
	if (end == b->span.to || b->spots[i + COURTESY].separator || is_apart(b->s, end)
	    || b->s->glyphs[end].code == '(')
		offer(b, i + COURTESY, b->steps[i].cost, UNIT_NONE, 0, COURTESY);
}

/* The person whose name is glyphs I … I+LEN-1, with the best prefix or none, or a title after it. */
static void
offer_person(struct block *b, size_t i, size_t len, int name, int64_t with_prefix, size_t prefix)
{
	int64_t alone = b->steps[i].cost + COST_UNIT + name + b->spots[i].start;
	size_t glued = title_glued(b, i + len), title = glued ? glued : title_after(b, i + len);
	int after = (int)title * COST_GLYPH + COST_PREFIX + COST_APART;
	struct piece piece = {UNIT_PERSON, 0, (uint16_t)len, (uint16_t)title};

	if (!title && b->names.columns && ends_column(b, i, i + len))
		alone += 3 * COST_COLUMN;	/* the left column holds no names here */
	offer(b, i + len, alone, UNIT_PERSON, 0, len);
	if (title)
		offer_piece(b, i + len + title, alone + after, piece);
	if (with_prefix >= UNREACHED)
		return;
	offer(b, i + len, with_prefix + name, UNIT_PERSON, prefix, len);
	piece.prefix = (uint16_t)prefix;
	if (title)
		offer_piece(b, i + len + title, with_prefix + name + after, piece);
}

/* （出差） after a name. */
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
		offer(b, close + 1 - b->span.from, b->steps[i].cost, UNIT_NOTE, 0,
		    close + 1 - rest.from);
}

/* 市检察院、市园林绿化局的代表: organisations without names.  The words stand at I. */
static void
offer_group(struct block *b, size_t i)
{
	const struct sheet *s = b->s;
	size_t at = b->span.from + i, n;
	int64_t cost = COST_UNIT;
	bool crossed = false;

	n = match_phrase(s, at, b->span.to, WORDS_SENT);
	if (!n)
		return;
	n += match_any(s, at + n, b->span.to, "参加会议|列席会议|出席会议|参加|列席|出席");
	for (size_t from = i; from > 0 && i - from < GROUP; from--) {
		const struct spot *first = &b->spots[from - 1];

		cost += crossed && b->spots[from].title ? COST_UNPARTED : 0;
		crossed |= starts_line(s, b->span.from + from);
		if (from == i || s->glyphs[b->span.from + from].code == LIST_COMMA)
			cost += b->spots[from].office ? COST_PREFIX : COST_UNKNOWN;
		if (b->steps[from - 1].cost < UNREACHED && first->start < COST_GLUED)
			offer(b, i + n,
			    b->steps[from - 1].cost + cost + first->start
				+ (int)(i - from + 1) * COST_GLYPH + b->spots[i - 1].splits
				- first->splits,
			    UNIT_GROUP, i - from + 1, n);
	}
}

/* In the middle of a line, where no surname stands and no office ends, hardly a name begins. */
static size_t
longest_name(const struct block *b, size_t i)
{
	const struct spot *spot = &b->spots[i];

	return spot->start < COST_GLUED || spot->office   ? NAME
	    : spot->family != NO_FAMILY || spot->compound ? 4
							  : 3;
}

static bool
can_be_named(uint32_t c)
{
	return is_han(c) || is_mask(c);
}

/* 等12人, 等县领导: that there were others, after a name.  It names nobody, and stays residue. */
static void
offer_others(struct block *b, size_t i)
{
	enum { OTHERS = 12 };
	struct span rest = {b->span.from + i, b->span.to};
	size_t n = 1;

	if (!i || !match(b->s, rest.from, rest.to, "等"))
		return;
	while (rest.from + n < rest.to && !b->spots[i + n].separator && n <= OTHERS)
		n++;
	rest.to = rest.from + n;
	if (n == 1 || (n <= OTHERS && ends_with(b->s, rest, "人|名|位|领导|同志|人员")))
		offer(b, i + n, b->steps[i].cost + COST_UNIT, UNIT_SKIP, 0, n);
}

static void
find_reading(struct block *b)
{
	size_t n = span_len(b->span), prefix = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t with_prefix;

		if (i)
			offer_office(b, i);
		with_prefix = best_prefix(b, i, &prefix);

		if (b->spots[i].separator)
			offer(b, i + 1, b->steps[i].cost, UNIT_NONE, 0, 1);
		else
			offer(b, i + 1, b->steps[i].cost + COST_SKIPPED, UNIT_SKIP, 0, 1);
		offer_note(b, i);
		offer_group(b, i);
		offer_others(b, i);
		offer_courtesy(b, i);
		for (size_t len = foreign_name(&b->names, i); len;
		     len = shorter_name(&b->names, i, len))
			offer_person(b, i, len, foreign_cost(&b->names, i, len), with_prefix,
			    prefix);
		for (size_t len = 2; len <= longest_name(b, i) && i + len <= n
		     && can_be_named(b->s->glyphs[b->span.from + i + len - 1].code);
		     len++) {
			int name = name_cost(&b->names, i, len);

			if (name < NEVER)
				offer_person(b, i, len, name, with_prefix, prefix);
		}
	}
	offer_office(b, n);
}

struct block
read_block(struct sheet *s, struct span span, int nameless)
{
	struct block b = {.s = s, .span = span, .nameless = nameless};

	prepare(&b);
	find_reading(&b);
	return b;
}

void
release_block(struct block *b)
{
	free(b->steps);
	free(b->names.at);
}
