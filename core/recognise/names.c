#include "names.h"

/* The UTF-8 of glyphs FROM … TO-1, printed without space; at most four bytes each. */
static size_t
spell(const struct sheet *s, size_t from, size_t to, char *word)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += utf8_put(word + n, s->glyphs[i].code);
	return n;
}

bool
listed(const struct sheet *s, enum lexicon list, size_t from, size_t to)
{
	char word[4 * 8];

	return to - from <= 8 && lexicon_has(list, word, spell(s, from, to, word));
}

bool
ends_listed(const struct sheet *s, enum lexicon list, size_t from, size_t to)
{
	if (to == from || lexicon_lacks(list, s->glyphs[to - 1].code))
		return false;
	for (size_t n = 1; n <= 5 && n <= to - from; n++)
		if (listed(s, list, to - n, to))
			return true;
	return false;
}

bool
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

int
name_cost(const struct spots *b, size_t i, size_t n)
{
	size_t family = n > 2 && b->at[i].compound ? 2 : 1;
	int cost = gap_cost(b->s, b->span.from + i, b->span.from + i + n);

	for (size_t k = i; k < i + n; k++)
		if (!is_han(b->s->glyphs[b->span.from + k].code))
			return NEVER;
	if (n - family > 2)
		cost += COST_NO_SURNAME + 200;
	else if (family == 1 && b->at[i].family == NO_FAMILY)
		cost += COST_NO_SURNAME;
	else if (family == 1 && b->at[i].family == RARE_FAMILY)
		cost += COST_RARE;
	for (size_t k = i + family; k < i + n; k++)
		cost += b->at[k].odd ? COST_ODD_GIVEN : 0;
	if (!lexicon_lacks(TITLES, b->s->glyphs[b->span.from + i + n - 1].code)
	    && listed(b->s, TITLES, b->span.from + i, b->span.from + i + n))
		cost += COST_NO_SURNAME;
	return cost + (n == 2 ? COST_SHORT_NAME : 0);
}

/* 阿不都拉·买买提: the dot tells. */
size_t
foreign_name(const struct spots *b, size_t first)
{
	const struct sheet *s = b->s;
	size_t from = b->span.from + first, end = b->span.to, i, dots = 0;

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

/* Dearer by the glyph than an organisation, or it would take the one before it for a part. */
int
foreign_cost(const struct spots *b, size_t i, size_t n)
{
	int cost = (int)n * (COST_GLYPH + COST_GLYPH / 4);

	for (size_t k = i; k < i + n; k++)
		cost += b->at[k].odd ? COST_ODD_GIVEN : 0;
	return cost;
}

bool
is_separator(uint32_t c)
{
	return c == 0x3001 || c == ',' || c == 0x3002 || c == ';' || c == ':';
}

/* Marks the places inside the known endings that end before glyph I. */
static void
mark_words(struct spots *b, size_t i)
{
	size_t to = b->span.from + i;
	uint32_t last = b->s->glyphs[to - 1].code;
	bool unit = !lexicon_lacks(ORGANIZATIONS, last), title = !lexicon_lacks(TITLES, last);

	for (size_t n = 1; (unit || title) && n <= 5 && n <= i; n++) {
		if (!(unit && listed(b->s, ORGANIZATIONS, to - n, to))
		    && !(title && listed(b->s, TITLES, to - n, to)))
			continue;
		b->at[i].office = true;
		for (size_t k = 1; k < n; k++)
			b->at[i - k].within = true;
	}
}

/* What it costs that a unit begins at I: separated from the one before, or glued to it. */
static int
start_cost(const struct spots *b, size_t i)
{
	size_t at = b->span.from + i;

	if (i == 0 || is_separator(b->s->glyphs[at - 1].code) || b->s->glyphs[at - 1].code == ')')
		return 0;
	if (starts_line(b->s, at))
		return COST_WRAP;
	return is_apart(b->s, at) ? 0 : COST_GLUED;
}

static void
describe(struct spots *b, size_t i)
{
	const struct sheet *s = b->s;
	struct spot *spot = &b->at[i];
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

struct spots
describe_spots(const struct sheet *s, struct span span)
{
	struct spots b = {s, span, must_alloc((span_len(span) + 1) * sizeof(*b.at))};

	for (size_t i = 0; i < span_len(span); i++) {
		describe(&b, i);
		mark_words(&b, i + 1);
	}
	return b;
}

bool
is_office_title(const struct sheet *s, size_t from, size_t to)
{
	size_t n;

	while ((n = match_any(s, from, to, "代|代理|副|常务|第一|执行")))
		from += n;
	return from < to && listed(s, TITLES, from, to);
}
