/* Lines that hold several fields become a row for each: 主持：甲    记录：乙, 第8期    2019年5月8日. */
#include <stdlib.h>

#include "stages.h"

enum {
	SPACE = 2,	/* quarters of an em: one space */
	WIDE = 4,	/* two, or a full-width one */
	LINE = 120	/* no line of fields is longer, in glyphs */
};

/* The label of a field that stands at AT; its length without the colon, or 0. */
static size_t
match_field(const struct sheet *s, size_t at, size_t end)
{
	static const enum phrases lists[] = {WORDS_LABELS, WORDS_RECORDERS, WORDS_BARE_ATTENDANCE,
	    WORDS_DISTRIBUTION, WORDS_PRODUCTION};
	size_t best = 0;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		size_t n = match_phrase(s, at, end, lists[i]);

		best = n > best ? n : best;
	}
	return best;
}

/* 记录：, or 记录 between wide gaps; the length of the label and its colon, or 0. */
static size_t
field_label(const struct sheet *s, size_t at, size_t end, bool first)
{
	size_t n = first || s->glyphs[at].gap >= SPACE ? match_field(s, at, end) : 0;

	if (!n)
		return 0;
	if (match(s, at + n, end, ":"))
		return n + 1;
	return at + n < end && s->glyphs[at + n].gap >= WIDE && (first || s->glyphs[at].gap >= WIDE)
	    ? n
	    : 0;
}

/* Where the field that begins a line of several ends.  What is told of the paper stays together. */
static size_t
field_end(const struct sheet *s, size_t at, size_t end)
{
	size_t n = field_label(s, at, end, true), next;
	bool paper = match_phrase(s, at, end, WORDS_PRODUCTION) > 0;

	if (!n)
		return end;
	for (size_t i = at + n; i < end; i++) {
		if (paper && match_phrase(s, i, end, WORDS_PRODUCTION))
			continue;
		next = field_label(s, i, end, false);
		if (next && (i > at + n || match(s, i - 1, i, ":")))
			return i;
	}
	return end;
}

/* 第8期, 秘密★1年, 特急: what stands beside something else above the title. */
static bool
is_mark(const struct sheet *s, struct span piece)
{
	return is_number(s, piece) || is_marking(s, piece);
}

/* 甲市人民政府办公室, 2019年5月8日, both, and what else stands beside a mark. */
static bool
goes_with_mark(const struct sheet *s, struct span piece)
{
	switch (cue_of(s, piece)) {
	case CUE_NUMBER: case CUE_COMPILED: case CUE_ISSUED: case CUE_DATE: case CUE_PRODUCTION:
		return true;
	default:
		return ends_as_office(s, piece);
	}
}

/* Where the first of the pieces ends that stand side by side above the title, and in the imprint. */
static size_t
piece_end(const struct sheet *s, size_t at, size_t end)
{
	struct date d;
	bool paper = is_production(s, (struct span){at, end});	/* 甲市人民政府办公室    共印30份 */

	for (size_t i = at + 1; i < end; i++) {
		struct span left = {at, i}, right = {i, end};

		/* 第5期（总第45期）2019年5月8日 */
		if (s->glyphs[i].gap < WIDE
		    && !(match(s, i - 1, i, ")") && match_date(s, i, end, &d) == end - i))
			continue;
		if ((counts_copies(s, right) && !paper)
		    || (is_mark(s, left) && goes_with_mark(s, right))
		    || (is_mark(s, right) && goes_with_mark(s, left)))
			return i;
	}
	return end;
}

static size_t
part_end(const struct sheet *s, const struct row *row, size_t at)
{
	size_t end = row->span.to, field;

	if (row->line->table || end - at > LINE)
		return end;
	field = field_end(s, at, end);
	return field < end ? field : piece_end(s, at, end);
}

/* The width of what stands there, in columns. */
static int
width_of(const struct sheet *s, struct span span)
{
	int width = 0;

	for (size_t i = span.from; i < span.to; i++)
		width += (is_wide(s->glyphs[i].code) ? 2 : 1)
		    + (i > span.from ? s->glyphs[i].gap / 2 : 0);
	return width;
}

/* The part of ROW from AT to END as a row of its own. */
static struct row
row_of(struct sheet *s, const struct row *row, size_t at, size_t end)
{
	struct row part = *row;

	part.span = (struct span){at, end};
	if (at > row->span.from) {
		s->glyphs[at].gap = 0;
		part.indent = 0;
		part.blank_before = false;
	}
	part.width = part.indent + width_of(s, part.span);
	return part;
}

void
part_fields(struct sheet *s)
{
	size_t count = 0, room = s->row_count + 16;
	struct row *rows = must_alloc(room * sizeof(*rows));

	for (size_t i = 0; i < s->row_count; i++) {
		const struct row *row = &s->rows[i];

		for (size_t at = row->span.from, end; at < row->span.to; at = end) {
			end = part_end(s, row, at);
			if (count == room) {
				room *= 2;
				rows = must_realloc(rows, room, sizeof(*rows));
			}
			rows[count++] = end - at == span_len(row->span) ? *row
									: row_of(s, row, at, end);
		}
	}
	free(s->rows);
	s->rows = rows;
	s->row_count = count;
	s->row_room = room;
	number_rows(s);
}
