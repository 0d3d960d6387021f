/*
 * Names printed one character a column, side by side:
 *
 *	甲 丙 戊
 *	乙    己
 *	      庚
 *
 * Each row of them is a line of its own to a reader; here they become one line that holds the names.
 */
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "stages.h"

enum {
	MOST_ROWS = 5,		/* 欧阳立群 has four characters; five, where one was spaced apart */
	MOST_COLUMNS = 40,
	NEAR = 3,		/* quarters of an em: columns whose places differ by less are the same */
	BETWEEN = 8		/* quarters of an em: two wide spaces between the names of the new line */
};

/* A block of rows; at[row][column] is the glyph there, or NOWHERE. */
struct block {
	size_t from, to;	/* the rows */
	size_t columns;
	int places[MOST_COLUMNS];	/* of the columns, in quarters of an em from the left edge */
	size_t at[MOST_ROWS][MOST_COLUMNS];
};

/* Han characters, each apart from the next. */
static bool
is_scattered(const struct sheet *s, const struct row *row)
{
	if (row->marked || row->line->label.len || span_len(row->span) > MOST_COLUMNS)
		return false;
	for (size_t i = row->span.from; i < row->span.to; i++)
		if (!is_han(s->glyphs[i].code) || (i > row->span.from && !is_apart(s, i)))
			return false;
	return true;
}

static bool
are_together(const struct jy_line *a, const struct jy_line *b)
{
	return a->at.page == b->at.page && a->table == b->table && a->row == b->row
	    && a->column == b->column && a->origin == b->origin;
}

/* Where the row begins, in quarters of an em: on the page where that is known, else by its indent. */
static int
place_of(const struct row *row)
{
	const struct jy_line *line = row->line;
	double place = line->at.x1 > line->at.x0 && line->size > 0 ? 4 * line->at.x0 / line->size
								   : 0;

	return place > 0 && place < 4096 ? (int)(place + 0.5) : 2 * row->indent;
}

/* The column of a glyph at that place, or NOWHERE. */
static size_t
column_at(const struct block *b, int place)
{
	for (size_t c = 0; c < b->columns; c++)
		if (abs(b->places[c] - place) < NEAR)
			return c;
	return NOWHERE;
}

/* Puts the row below those that the block has; false: it is none of it. */
static bool
add_below(const struct sheet *s, struct block *b, size_t r)
{
	const struct row *row = &s->rows[r];
	size_t *at = b->at[r - b->from];
	int place = place_of(row);

	for (size_t c = 0; c < MOST_COLUMNS; c++)
		at[c] = NOWHERE;
	for (size_t i = row->span.from; i < row->span.to; i++, place += 4) {
		size_t column;

		place += i > row->span.from ? s->glyphs[i].gap : 0;
		if (r == b->from)
			b->places[b->columns++] = place;
		column = column_at(b, place);
		if (column == NOWHERE || at[column] != NOWHERE)
			return false;
		at[column] = i;
	}
	return true;
}

/* The block that begins with row R; of fewer than two rows or columns it is none. */
static struct block
find_block(const struct sheet *s, size_t r)
{
	struct block b = {.from = r, .to = r};

	while (b.to < s->row_count && b.to - r < MOST_ROWS && is_scattered(s, &s->rows[b.to])
	    && are_together(s->rows[r].line, s->rows[b.to].line) && add_below(s, &b, b.to))
		b.to++;
	return b;
}

/* Does a surname begin with glyph I, and go on with glyph NEXT if it has two characters? */
static bool
is_surname(const struct sheet *s, size_t i, size_t next)
{
	char word[8];
	size_t len = utf8_put(word, s->glyphs[i].code);

	if (lexicon_has_single(&s->lexicon->words[SURNAMES], s->glyphs[i].code))
		return true;
	if (next == NOWHERE)
		return false;
	len += utf8_put(word + len, s->glyphs[next].code);
	return lexicon_has(&s->lexicon->words[SURNAMES], word, len, s->glyphs[next].code);
}

/* Is each column a name: a surname on top, and one to three characters below it? */
static bool
reads_down(const struct sheet *s, const struct block *b)
{
	for (size_t c = 0; c < b->columns; c++) {
		size_t next = NOWHERE, count = 0;

		for (size_t r = b->to - b->from; r-- > 1;) {
			count += b->at[r][c] != NOWHERE;
			next = b->at[r][c] != NOWHERE ? b->at[r][c] : next;
		}
		if (!count || count > 3 || !is_surname(s, b->at[0][c], next))
			return false;
	}
	return true;
}

/* Does a surname begin every row? Then names with spaces in them may stand under each other. */
static bool
reads_across(const struct sheet *s, const struct block *b)
{
	for (size_t r = b->from; r < b->to; r++) {
		struct span row = s->rows[r].span;

		if (!is_surname(s, row.from, span_len(row) > 1 ? row.from + 1 : NOWHERE))
			return false;
	}
	return true;
}

/* One more glyph of the new line, after GAP quarters of an em; the text so far has N bytes. */
static size_t
set_glyph(struct sheet *s, size_t i, unsigned gap, char *text, size_t n, struct glyph *set)
{
	struct jy_text printed = span_solid(s, (struct span){i, i + 1});

	for (unsigned space = 0; space < gap; space += 4)
		n += utf8_put(text + n, 0x3000);
	*set = s->glyphs[i];
	set->gap = gap;
	set->at = (uint32_t)n;
	memcpy(text + n, printed.s, printed.len);
	return n + printed.len;
}

/* The glyphs in the order of the names, and the text that has them so. */
static struct jy_text
set_names(struct sheet *s, const struct block *b)
{
	struct span all = {s->rows[b->from].span.from, s->rows[b->to - 1].span.to};
	struct glyph *set = must_alloc(span_len(all) * sizeof(*set));
	char *text = arena_alloc(s->arena, span_len(all) * 4 + b->columns * BETWEEN + 1);
	size_t n = 0, k = 0;

	for (size_t c = 0; c < b->columns; c++)
		for (size_t r = 0; r < b->to - b->from; r++)
			if (b->at[r][c] != NOWHERE) {
				n = set_glyph(s, b->at[r][c], r == 0 && c ? BETWEEN : 0, text, n,
				    set + k);
				k++;
			}
	memcpy(s->glyphs + all.from, set, span_len(all) * sizeof(*set));
	free(set);
	return (struct jy_text){text, n};
}

/* The block as one row, in place of its first. */
static void
join_block(struct sheet *s, const struct block *b, struct row *row)
{
	struct jy_line *line = arena_alloc(s->arena, sizeof(*line));
	struct jy_place whole = span_place(s,
	    (struct span){s->rows[b->from].span.from, s->rows[b->to - 1].span.to});

	*row = s->rows[b->from];
	*line = *row->line;
	line->text = set_names(s, b);
	line->gaps = NULL;
	line->at = whole;
	row->line = line;
	row->span.to = s->rows[b->to - 1].span.to;
	row->width = row->indent + (int)(4 * span_len(row->span));
}

void
join_upright(struct sheet *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->row_count;) {
		struct block b = is_scattered(s, &s->rows[i]) ? find_block(s, i)
							      : (struct block){0};
		struct row row = s->rows[i];
		size_t end = i + 1;

		if (b.to > i + 1 && b.columns > 1 && reads_down(s, &b) && !reads_across(s, &b)) {
			join_block(s, &b, &row);
			end = b.to;
		}
		for (size_t k = row.span.from; k < row.span.to; k++)
			s->glyphs[k].line = (uint32_t)count;
		s->rows[count++] = row;
		i = end;
	}
	s->row_count = count;
}
