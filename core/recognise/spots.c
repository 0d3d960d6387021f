/* What is known of each place in a block of names before any reading of it. */
#include "names.h"

#include <stdlib.h>

enum {
	WIDEST = 130,	/* no printed line is wider, in columns */
	LABEL = 20,	/* no label of an entry is longer, in glyphs */
	OFFICE = 40	/* no name of an office is */
};

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

	b->at[i].nobody = ends_with(b->s, (struct span){b->span.from, to},
	    "同志|人员|负责人|部门|单位|等|副|应到|实到");
	for (size_t n = 1; (unit || title) && n <= longest && n <= i; n++) {
		bool office = title && n <= titles->longest && listed(b->s, TITLES, to - n, to);

		b->at[i].title |= office;
		if (!office
		    && !(unit && n <= units->longest && listed(b->s, ORGANIZATIONS, to - n, to)))
			continue;
		b->at[i].office = true;
		for (size_t k = 1; k < n; k++)
			b->at[i - k].within = true;
	}
}

/* 党委办公室（校长办公室）: a second name in brackets is part of the office. */
static void
mark_bracket(struct spots *b, size_t i)
{
	size_t open = i - 1;

	if (b->s->glyphs[b->span.from + i - 1].code != ')'
	    || !ends_listed(b->s, ORGANIZATIONS, b->span.from, b->span.from + i - 1))
		return;
	while (open > 0 && i - open < OFFICE && b->s->glyphs[b->span.from + open].code != '(')
		open--;
	if (open > 0 && b->s->glyphs[b->span.from + open].code == '(' && b->at[open].office
	    && !b->at[open].title)
		b->at[i].office = true;
}

/* A line that is much shorter than the longest was ended on purpose; so was one that no page holds. */
static bool
ends_early(const struct spots *b, size_t at)
{
	int width = b->s->rows[b->s->glyphs[at].line].width;

	return width * 4 < b->width * 3 || width > WIDEST;
}

/* 市档案局：… at a line's start. */
static bool
begins_entry(const struct spots *b, size_t at)
{
	for (size_t i = at;
	     i < b->span.to && i - at < LABEL && b->s->glyphs[i].line == b->s->glyphs[at].line; i++)
		if (b->s->glyphs[i].code == ':')
			return i > at + 1;
	return false;
}

/* Indented as the block's first line is: a paragraph of its own. */
static bool
is_indented(const struct spots *b, size_t at)
{
	const struct row *rows = b->s->rows;
	int indent = rows[b->s->glyphs[at].line].indent;

	return indent >= 4 && indent == rows[b->s->glyphs[b->span.from].line].indent;
}

/* 市  水  利  局：: padded before the colon of an entry. */
static bool
in_label(const struct spots *b, size_t at)
{
	size_t first = at;

	while (first > b->span.from && at - first <= LABEL && !starts_line(b->s, first))
		first--;
	if (!starts_line(b->s, first))
		return false;
	for (size_t i = at; i < b->span.to && i - first < LABEL
	     && (i + 1 == b->span.to || !starts_line(b->s, i + 1));
	     i++)
		if (b->s->glyphs[i].code == ':')
			return begins_entry(b, first);
	return false;
}

/* What it costs that a unit begins at I: separated from the one before, or glued to it. */
static int
start_cost(const struct spots *b, size_t i)
{
	size_t at = b->span.from + i;

	if (i == 0 || b->at[i - 1].separator || b->s->glyphs[at - 1].code == ')')
		return 0;
	if (starts_line(b->s, at))
		return b->at[i].hard ? 0 : b->flowing ? COST_UNPARTED : COST_WRAP;
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

	spot->hard = i && starts_line(s, at)
	    && (b->first || ends_early(b, at - 1) || begins_entry(b, at) || is_indented(b, at)
		|| match_enumerator(s, at, b->span.to).len);
	spot->start = start_cost(b, i);
	spot->splits = i ? spot[-1].splits : 0;
	if (i && starts_line(s, at) && !spot->hard)
		spot->splits += COST_WRAP;
	else if (spot->hard)
		spot->splits += COST_SPLIT_PREFIX;
	else if (i && is_apart(s, at) && !in_label(b, at))
		spot->splits += COST_SPLIT_PREFIX;
	if (starts_line(s, at) && i + 1 < span_len(b->span))
		b->entry = at + match_enumerator(s, at, b->span.to).len;	/* 1. before an entry */
	spot->separator = is_separator(c) || at < b->entry
	    || (match(s, at, b->span.to, "及")
		&& match_any(s, at + 1, b->span.to, "相关|有关|各|其他|部分|全体"));
	spot->odd = lexicon_has_single(&words[NOT_IN_NAMES], c);
	if (lexicon_has_single(&words[SURNAMES], c))
		spot->family = lexicon_has_single(&words[RARE_SURNAMES], c) ? RARE_FAMILY : FAMILY;
	spot->compound = at + 2 <= b->span.to && s->glyphs[at + 1].code > 0x4E00
	    && !lexicon_lacks(&words[SURNAMES], s->glyphs[at + 1].code)
	    && listed(s, SURNAMES, at, at + 2);
}

/* 钱乙丙  市档案局局长, 李  伟  县财政局: a name, a gap, and what somebody is, up to the line's end. */
static bool
has_name_first(const struct spots *b, const struct row *row)
{
	const struct sheet *s = b->s;
	size_t from = row->span.from > b->span.from ? row->span.from : b->span.from;
	size_t to = row->span.to < b->span.to ? row->span.to : b->span.to, end = from + 1;

	if (to - from < 4 || !listed(s, SURNAMES, from, from + 1))
		return false;
	end += is_apart(s, end);	/* a padded name of two */
	while (end < to && end - from < 4 && !is_apart(s, end))
		end++;
	if (end == to || end - from < 2 || !is_apart(s, end)
	    || ends_listed(s, ORGANIZATIONS, from, end) || ends_listed(s, TITLES, from, end))
		return false;
	return ends_listed(s, ORGANIZATIONS, end, to) || ends_listed(s, TITLES, end, to);
}

static int
by_width(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* One gap in the line, a wide one or one after an office: what stands before it is its left column. */
static bool
has_two_columns(const struct spots *b, const struct row *row)
{
	const struct sheet *s = b->s;
	size_t from = row->span.from > b->span.from ? row->span.from : b->span.from, wide = 0,
	       after = 0;

	for (size_t i = from + 1; i < row->span.to && i < b->span.to; i++) {
		wide += s->glyphs[i].gap >= 8;
		after += s->glyphs[i].gap > 0
		    && (ends_listed(s, TITLES, from, i) || ends_listed(s, ORGANIZATIONS, from, i));
	}
	return wide == 1 || after == 1;
}

/* Is it 、 that parts the names, and no gaps? */
static bool
is_flowing(const struct sheet *s, struct span span)
{
	size_t commas = 0, gaps = 0;

	for (size_t i = span.from + 1; i < span.to; i++) {
		commas += s->glyphs[i].code == LIST_COMMA;
		gaps += s->glyphs[i].gap > 0 && !starts_line(s, i);
	}
	return commas > gaps;
}

enum { COLUMNS = 128 };	/* of a page, in columns of half a Han character */

/* Do nearly all lines have a gap that ends at the same column, and few others: name and post? */
static bool
is_aligned(const struct sheet *s, size_t first, size_t n)
{
	size_t lines[COLUMNS] = {0}, gaps = 0, most = 0;

	if (n < 3)
		return false;
	for (size_t r = first; r < first + n; r++) {
		int column = s->rows[r].indent;

		for (size_t i = s->rows[r].span.from; i < s->rows[r].span.to; i++) {
			column += i > s->rows[r].span.from ? s->glyphs[i].gap / 2 : 0;
			if (i > s->rows[r].span.from && s->glyphs[i].gap >= 2 && column < COLUMNS) {
				gaps++;
				lines[column]++;
			}
			column += is_wide(s->glyphs[i].code) ? 2 : 1;
		}
	}
	for (size_t c = 1; c < COLUMNS; c++)	/* folded signs are a column short */
		most = lines[c] + lines[c - 1] > most ? lines[c] + lines[c - 1] : most;
	return most * 10 >= n * 7 && gaps <= 3 * n;
}

/* Lines that end anywhere are entries, one a line: no width tells which of them ended early. */
#define ANY_WIDTH (INT_MAX / 4)

/* What three of four lines do not exceed. */
static int
usual_width(int *widths, size_t n, size_t columns, int text, bool flowing)
{
	size_t ragged;
	int usual;

	qsort(widths, n, sizeof(*widths), by_width);
	usual = widths[n * 3 / 4];
	for (ragged = 0; ragged < n && widths[ragged] * 5 < usual * 4; ragged++)
		;
	if ((usual <= 24 || widths[n - 1] * 4 < text * 3) && widths[0] >= 4 && !flowing)
		return ANY_WIDTH;	/* short of the page's text, but not a character a line */
	return n > 3 && (ragged * 10 >= n * 3 || columns * 10 >= n * 7) ? ANY_WIDTH : usual;
}

/* How the lines of the block are set. */
static void
measure(struct spots *b)
{
	const struct sheet *s = b->s;
	size_t first = s->glyphs[b->span.from].line;
	size_t n = s->glyphs[b->span.to - 1].line - first + 1, columns = 0, names = 0;
	int *widths = must_alloc(n * sizeof(*widths));

	for (size_t i = 0; i < n; i++) {
		widths[i] = s->rows[first + i].width;
		columns += has_two_columns(b, &s->rows[first + i]);
		names += has_name_first(b, &s->rows[first + i]);
	}
	b->flowing = is_flowing(s, b->span);
	b->first = n >= 2 && names == n;
	b->columns = n >= 3 && columns * 10 >= n * 7;
	b->width = is_aligned(s, first, n)
	    ? ANY_WIDTH
	    : usual_width(widths, n, columns, s->text_width, b->flowing);
	free(widths);
}

struct spots
describe_spots(const struct sheet *s, struct span span)
{
	struct spots b = {.s = s, .span = span};

	b.at = must_alloc((span_len(span) + 1) * sizeof(*b.at));
	if (span_len(span))
		measure(&b);
	for (size_t i = 0; i < span_len(span); i++) {
		describe(&b, i);
		mark_words(&b, i + 1);
		mark_bracket(&b, i + 1);
	}
	return b;
}
