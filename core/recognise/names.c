/* What a run of glyphs costs as a name: see names.h. */
#include "names.h"

#include <stdlib.h>

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
listed(const struct sheet *s, enum words list, size_t from, size_t to)
{
	char word[4 * LONGEST_WORD];

	return to - from <= LONGEST_WORD
	    && lexicon_has(&s->lexicon->words[list], word, spell(s, from, to, word));
}

bool
ends_listed(const struct sheet *s, enum words list, size_t from, size_t to)
{
	const struct word_list *words = &s->lexicon->words[list];

	if (to == from || lexicon_lacks(words, s->glyphs[to - 1].code))
		return false;
	for (size_t n = 1; n <= words->longest && n <= to - from; n++)
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
gap_cost(const struct spots *b, size_t first, size_t n)
{
	const struct sheet *s = b->s;
	size_t from = b->span.from + first, to = from + n;
	int cost = 0;

	for (size_t i = from + 1; i < to; i++) {
		if (b->at[i - b->span.from].hard)
			cost += COST_SPLIT_PREFIX;
		else if (starts_line(s, i))
			cost += COST_WRAP;
		else if (is_apart(s, i))
			cost += to - from == 2 ? COST_PADDED : COST_SPLIT_NAME;
	}
	return cost;
}

/* Between what an office's name ends in, or a gap, and a gap: a name without a known surname (of those
 * peoples who have none) is believed there. */
static bool
stands_alone(const struct spots *b, size_t i, size_t n)
{
	size_t end = b->span.from + i + n;

	if ((b->at[i].start >= COST_GLUED && !b->at[i].office) || b->at[i + n].office)
		return false;
	return end == b->span.to || is_separator(b->s->glyphs[end].code) || b->s->glyphs[end].code == '('
	    || is_apart(b->s, end) || b->at[i + n].hard;
}

int
name_cost(const struct spots *b, size_t i, size_t n)
{
	size_t family = n > 2 && b->at[i].compound ? 2 : 1;
	int cost;

	if (n > 4 && !stands_alone(b, i, n))
		return NEVER;
	for (size_t k = i; k < i + n; k++)
		if (!is_han(b->s->glyphs[b->span.from + k].code))
			return NEVER;
	cost = gap_cost(b, i, n);
	if (n - family > 2 || (family == 1 && b->at[i].family == NO_FAMILY))
		cost += stands_alone(b, i, n) ? COST_UNKNOWN_FAMILY * (int)(n - 1) : COST_NO_SURNAME;
	else if (family == 1 && b->at[i].family == RARE_FAMILY)
		cost += COST_RARE + (b->at[i + n].office ? COST_ODD_GIVEN : 0);	/* 信息科 */
	for (size_t k = i + family; k < i + n; k++)
		cost += b->at[k].odd ? COST_ODD_GIVEN : 0;
	if (!lexicon_lacks(&b->s->lexicon->words[TITLES], b->s->glyphs[b->span.from + i + n - 1].code)
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
		if (i > from && (is_apart(s, i) || b->at[i - b->span.from].hard))
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
	const struct word_list *units = &b->s->lexicon->words[ORGANIZATIONS];
	const struct word_list *titles = &b->s->lexicon->words[TITLES];
	bool unit = !lexicon_lacks(units, last), title = !lexicon_lacks(titles, last);
	size_t longest = units->longest > titles->longest ? units->longest : titles->longest;

	for (size_t n = 1; (unit || title) && n <= longest && n <= i; n++) {
		if (!(unit && listed(b->s, ORGANIZATIONS, to - n, to))
		    && !(title && listed(b->s, TITLES, to - n, to)))
			continue;
		b->at[i].office = true;
		b->at[i].title |= title && listed(b->s, TITLES, to - n, to);
		for (size_t k = 1; k < n; k++)
			b->at[i - k].within = true;
	}
}

/* A line that is much shorter than the longest was ended on purpose. */
static bool
ends_early(const struct spots *b, size_t at)
{
	return b->s->rows[b->s->glyphs[at].line].width * 4 < b->width * 3;
}

/* 市档案局：… at a line's start. */
static bool
begins_entry(const struct spots *b, size_t at)
{
	for (size_t i = at; i < b->span.to && i - at < 20 && b->s->glyphs[i].line == b->s->glyphs[at].line; i++)
		if (b->s->glyphs[i].code == ':')
			return i > at + 1;
	return false;
}

/* What it costs that a unit begins at I: separated from the one before, or glued to it. */
static int
start_cost(const struct spots *b, size_t i)
{
	size_t at = b->span.from + i;

	if (i == 0 || is_separator(b->s->glyphs[at - 1].code) || b->s->glyphs[at - 1].code == ')')
		return 0;
	if (starts_line(b->s, at))
		return b->at[i].hard ? 0 : COST_WRAP;
	return is_apart(b->s, at) ? 0 : COST_GLUED;
}

static void
describe(struct spots *b, size_t i)
{
	const struct sheet *s = b->s;
	const struct word_list *words = s->lexicon->words;
	struct spot *spot = &b->at[i];
	size_t at = b->span.from + i;
	uint32_t c = s->glyphs[at].code;

	spot->hard = i && starts_line(s, at) && (ends_early(b, at - 1) || begins_entry(b, at));
	spot->start = start_cost(b, i);
	spot->splits = i ? spot[-1].splits : 0;
	if (i && starts_line(s, at) && !spot->hard)
		spot->splits += COST_WRAP;
	else if (spot->hard)
		spot->splits += COST_SPLIT_PREFIX;
	else if (i && is_apart(s, at))
		spot->splits += COST_SPLIT_PREFIX;
	spot->separator = is_separator(s->glyphs[at].code);
	spot->odd = lexicon_has_single(&words[NOT_IN_NAMES], c);
	if (lexicon_has_single(&words[SURNAMES], c))
		spot->family = lexicon_has_single(&words[RARE_SURNAMES], c) ? RARE_FAMILY : FAMILY;
	spot->compound = at + 2 <= b->span.to && s->glyphs[at + 1].code > 0x4E00
	    && !lexicon_lacks(&words[SURNAMES], s->glyphs[at + 1].code) && listed(s, SURNAMES, at, at + 2);
}

static int
by_width(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* One wide gap in a line: what stands before it is the line's left column. */
static bool
has_two_columns(const struct sheet *s, const struct row *row)
{
	size_t wide = 0;

	for (size_t i = row->span.from + 1; i < row->span.to; i++)
		wide += s->glyphs[i].gap >= 8;
	return wide == 1;
}

/* What three of four lines do not exceed; without limit where lines end anywhere: each is an entry. */
static int
usual_width(const struct sheet *s, struct span span)
{
	size_t first, n, ragged, columns = 0;
	int *widths, usual, least;

	if (span.from >= span.to)
		return 0;
	first = s->glyphs[span.from].line;
	n = s->glyphs[span.to - 1].line - first + 1;
	widths = must_alloc(n * sizeof(*widths));
	for (size_t i = 0; i < n; i++) {
		widths[i] = s->rows[first + i].width;
		columns += has_two_columns(s, &s->rows[first + i]);
	}
	qsort(widths, n, sizeof(*widths), by_width);
	usual = widths[(n - 1) * 3 / 4];
	least = widths[0];
	for (ragged = 0; ragged < n && widths[ragged] * 5 < usual * 4; ragged++)
		;
	free(widths);
	if (usual <= 24 && least >= 4)	/* short lines, but not a character a line */
		return INT_MAX / 4;
	return n > 3 && (ragged * 10 >= n * 3 || columns * 10 >= n * 7) ? INT_MAX / 4 : usual;
}

struct spots
describe_spots(const struct sheet *s, struct span span)
{
	struct spots b = {s, span, 0, must_alloc((span_len(span) + 1) * sizeof(*b.at))};

	b.width = usual_width(s, span);
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
