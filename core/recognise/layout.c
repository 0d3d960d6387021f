/* Lines to rows of glyphs, without the furniture 版面附件 and the marks of Markdown. */
#include <stdlib.h>
#include <string.h>

#include "running.h"
#include "stages.h"

static void
discard(struct sheet *s, const struct jy_line *line, struct jy_text text)
{
	struct jy_scrap *scrap = arena_alloc(s->arena, sizeof(*scrap));
	struct makeup m = makeup(text);
	struct jy_account *account = s->m->account;

	scrap->text = text;
	scrap->page = line->at.page;
	scrap->line = line->at.first_line;
	*s->furniture_end = scrap;
	s->furniture_end = &scrap->next;
	account->characters += (long)m.glyphs;
	account->furniture += (long)m.glyphs;
	account->undecoded += (long)m.undecoded;
}

/* Marks of Markdown at S: # at the line's start, ** anywhere, * around a whole line; how many bytes. */
static size_t
mark_len(const char *s, size_t n, bool start)
{
	size_t hashes;

	if (*s != '#' && *s != '*')
		return 0;
	hashes = start ? strspn(s, "#") : 0;	/* of many within a line, each would count the rest */
	if (hashes && hashes <= 6 && (hashes == n || s[hashes] == ' '))
		return hashes;
	if (n >= 2 && s[0] == '*' && s[1] == '*')
		return 2;
	return *s == '*' && (n == 1 || (start && s[n - 1] == '*')) ? 1 : 0;
}

static unsigned
quarters(uint32_t space)
{
	return space == 0x3000 ? 4 : space == '\t' ? 8 : 2;
}

static void
add_glyph(struct sheet *s, size_t *room, uint32_t code, unsigned gap, bool label, size_t at)
{
	struct glyph *g;

	if (s->count == *room) {
		*room = *room ? *room * 2 : 1024;
		s->glyphs = must_realloc(s->glyphs, *room, sizeof(*s->glyphs));
	}
	g = &s->glyphs[s->count++];
	*g = (struct glyph){.code = simplified(fold(code)),
	    .label = label,
	    .gap = gap > 255 ? 255 : gap,
	    .line = (uint32_t)s->row_count,
	    .at = (uint32_t)at};
	s->m->account->undecoded += code == REPLACEMENT;
}

/* In columns, where the format says it and no place on the page does. */
static int
indent_of(const struct jy_line *line)
{
	double columns = line->size > 0 && line->at.x1 <= line->at.x0
	    ? 2 * line->indent / line->size
	    : 0;

	return columns > 0 && columns < 100 ? (int)(columns + 0.5) : 0;
}

/* Glyphs of one text of the line; wide gaps that the reader measured count where they are wider. */
static void
add_text(struct sheet *s, size_t *room, const struct jy_line *line, bool label, struct row *row)
{
	struct jy_text text = label ? line->label : line->text;
	const struct jy_gap *gap = label ? NULL : line->gaps;
	char marks[64];
	size_t size, marked = 0;
	unsigned space = 0;
	bool start = true;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t c = utf8_next(text.s + i, text.len - i, &size);
		size_t mark = label ? 0 : mark_len(text.s + i, text.len - i, start);

		if (mark && marked + mark < sizeof(marks)) {
			memcpy(marks + marked, text.s + i, mark);
			marked += mark;
			row->marked = true;
			size = mark;
			continue;
		}
		if (is_space(c)) {
			space += quarters(c);
			continue;
		}
		for (; gap && gap->offset <= i; gap = gap->next)
			if (gap->offset == i && gap->ems * 4 > space)
				space = gap->ems < 60 ? (unsigned)(gap->ems * 4) : 240;
		if (start)
			row->indent = (int)space / 2 + indent_of(line);
		row->width += (is_wide(c) ? 2 : 1) + (start ? row->indent : (int)space / 2);
		add_glyph(s, room, c, start ? 0 : space, label, i);
		start = false;
		space = 0;
	}
	if (marked)
		discard(s, line, arena_text(s->arena, marks, marked));
}

static void
add_row(struct sheet *s, size_t *room, struct jy_line *line, bool blank_before)
{
	struct row *row;

	if (s->row_count == s->row_room) {
		s->row_room = s->row_room * 2 + 64;
		s->rows = must_realloc(s->rows, s->row_room, sizeof(*s->rows));
	}
	row = &s->rows[s->row_count];
	*row = (struct row){.line = line,
	    .span = {s->count, s->count},
	    .blank_before = blank_before};
	add_text(s, room, line, true, row);
	add_text(s, room, line, false, row);
	row->span.to = s->count;
	if (span_len(row->span))
		s->row_count++;
}

static bool
is_bar(struct jy_text text, size_t i)
{
	size_t size;
	uint32_t c = fold(utf8_next(text.s + i, text.len - i, &size));

	return c == '|' || c == 0x2502 || c == 0x2503;
}

/* |甲|乙|: does the line begin and end with a bar? */
static bool
is_framed(struct jy_text text)
{
	size_t first = NOWHERE, last = 0, size;

	for (size_t i = 0; i < text.len; i += size) {
		if (is_space(utf8_next(text.s + i, text.len - i, &size)))
			continue;
		first = first == NOWHERE ? i : first;
		last = i;
	}
	return first < last && is_bar(text, first) && is_bar(text, last);
}

/* A cell's border in text: any bar of a line in a frame of them; else | between spaces, or at the
 * line's edge. */
static bool
is_border(struct jy_text text, bool framed, size_t i, size_t size)
{
	if (!is_bar(text, i))
		return false;
	return framed || i == 0 || i + size == text.len || text.s[i - 1] == ' '
	    || text.s[i + size] == ' ';
}

/* One cell of a line of text becomes a line of its own; its rules are furniture. */
static void
add_cell(struct sheet *s, size_t *room, const struct jy_line *line, struct jy_text text, int column,
    bool blank_before)
{
	struct jy_line *cell = arena_alloc(s->arena, sizeof(*cell));
	struct makeup m;

	*cell = *line;
	cell->text = text;
	cell->table = 1;
	cell->row = line->at.first_line;
	cell->column = column;
	cell->gaps = NULL;
	m = makeup(text);
	if (is_rule(&m))
		discard(s, line, text);
	else
		add_row(s, room, cell, blank_before);
}

/* The cells of 时间 | 2024年3月5日 | 地点 | 县政府; false: the line has none. */
static bool
add_cells(struct sheet *s, size_t *room, const struct jy_line *line, bool blank_before)
{
	struct jy_text text = line->text;
	size_t from = 0, size;
	bool framed;
	char borders[32];
	int count = 0;

	if (!strchr(text.s, '|') && !strstr(text.s, "│") && !strstr(text.s, "┃")
	    && !strstr(text.s, "｜"))
		return false;
	framed = is_framed(text);
	for (size_t i = 0; i <= text.len; i += size) {
		size = 1;
		if (i < text.len) {
			utf8_next(text.s + i, text.len - i, &size);
			if (!is_border(text, framed, i, size))
				continue;
			borders[count++] = '|';
		} else if (!count) {
			return false;
		}
		add_cell(s, room, line, arena_text(s->arena, text.s + from, i - from),
		    i < text.len ? count : count + 1, blank_before);
		from = i + size;
		if (count == sizeof(borders))
			break;
	}
	if (from < text.len)	/* more borders than a table has: the rest is one cell */
		add_cell(s, room, line, arena_text(s->arena, text.s + from, text.len - from),
		    count + 1, blank_before);
	discard(s, line, arena_text(s->arena, borders, (size_t)count));
	return true;
}

static bool
is_blank(const struct jy_line *line)
{
	size_t size;

	for (size_t i = 0; i < line->text.len; i += size)
		if (!is_space(utf8_next(line->text.s + i, line->text.len - i, &size)))
			return false;
	return !line->label.len;
}

void
lay_out(struct sheet *s)
{
	struct jy_line **printed = must_alloc((s->b->count + 1) * sizeof(*printed));
	bool *blank = must_alloc((s->b->count + 1) * sizeof(*blank));
	size_t n = 0, room = 0;
	struct pages pages;

	for (struct jy_line *line = s->b->lines; line; line = line->next) {
		if (is_blank(line))
			blank[n] = true;
		else
			printed[n++] = line;
	}
	pages = find_pages(printed, n);
	s->row_room = n + 1;
	s->rows = must_alloc(s->row_room * sizeof(*s->rows));
	for (size_t i = 0; i < n; i++) {
		if (is_furniture(&pages, i))
			discard(s, printed[i], printed[i]->text);
		else if (!add_cells(s, &room, printed[i], blank[i]))
			add_row(s, &room, printed[i], blank[i]);
	}
	s->m->account->characters += (long)s->count;
	release_pages(&pages);
	free(blank);
}
