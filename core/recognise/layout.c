/*
 * Lines to rows of glyphs, without the furniture 版面附件: page numbers, running heads, rules,
 * the marks of Markdown.
 */
#include <stdlib.h>
#include <string.h>

#include "stages.h"

/* What a line is made of, white space aside. */
struct makeup { size_t glyphs, digits, dashes, undecoded; };

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == '_' || c == '*' || c == '=' || c == '~'
	    || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2501 || c == 0xB7;
}

static struct makeup
makeup(struct jy_text text)
{
	struct makeup m = {0};
	size_t size;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t c = utf8_next(text.s + i, text.len - i, &size);

		if (is_space(c))
			continue;
		m.glyphs++;
		m.undecoded += c == REPLACEMENT;
		c = fold(c);
		m.digits += c >= '0' && c <= '9';
		m.dashes += is_dash(c);
	}
	return m;
}

static bool
is_rule(const struct makeup *m)
{
	return m->glyphs >= 3 && m->dashes == m->glyphs;
}

/* — 3 — everywhere; a bare 3 only where it stands first or last on a page. */
static bool
is_page_number(const struct makeup *m, bool edge)
{
	if (!m->digits || m->digits > 4 || m->digits + m->dashes != m->glyphs)
		return false;
	return m->dashes >= 2 || edge;
}

static bool
is_page_count(struct jy_text text, const struct makeup *m)
{
	return m->digits && m->glyphs <= m->digits + 4
	    && (strncmp(text.s + strspn(text.s, " \t"), "第", 3) == 0 && strstr(text.s, "页"));
}

/* The first and last line of a page that hold anything, digits disregarded, as one number. */
struct edge { uint64_t hash; int page; };

static uint64_t
hash_but_digits(struct jy_text text)
{
	uint64_t h = 1469598103934665603u;

	for (size_t i = 0; i < text.len; i++)
		if (text.s[i] != ' ' && (text.s[i] < '0' || text.s[i] > '9'))
			h = (h ^ (unsigned char)text.s[i]) * 1099511628211u;
	return h;
}

static int
by_hash(const void *a, const void *b)
{
	uint64_t x = ((const struct edge *)a)->hash, y = ((const struct edge *)b)->hash;

	return x < y ? -1 : x > y;
}

struct edges { struct edge *at; size_t count; int pages; };

static bool
is_first_of_page(const struct jy_line *before, const struct jy_line *line)
{
	return !before || before->at.page != line->at.page;
}

/* PRINTED: the lines that hold anything. */
static struct edges
collect_edges(struct jy_line **printed, size_t n)
{
	struct edges e = {must_alloc((n + 1) * sizeof(*e.at)), 0, 0};

	for (size_t i = 0; i < n; i++) {
		bool first = is_first_of_page(i ? printed[i - 1] : NULL, printed[i]);
		bool last = i + 1 == n || is_first_of_page(printed[i], printed[i + 1]);

		e.pages += first;
		if (first || last)
			e.at[e.count++] = (struct edge){hash_but_digits(printed[i]->text),
			    printed[i]->at.page};
	}
	qsort(e.at, e.count, sizeof(*e.at), by_hash);
	return e;
}

/* The first of the edges whose hash is at least that. */
static size_t
first_edge(const struct edges *e, uint64_t hash)
{
	size_t low = 0, high = e->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (e->at[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A running head: the same line at the edge of at least three pages and of half of all.  A title that
 * runs on over the pages is a title where it stands first. */
static bool
is_running(const struct edges *e, const struct jy_line *line)
{
	uint64_t hash = hash_but_digits(line->text);
	size_t n = (hash < UINT64_MAX ? first_edge(e, hash + 1) : e->count) - first_edge(e, hash);

	if (line->at.page <= 1 && strstr(line->text.s, "纪要"))
		return false;
	return n >= 3 && 2 * n >= (size_t)e->pages;
}

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

/* Only rules are long, and they begin as they go on: most lines need no second look. */
static bool
may_be_furniture(struct jy_text text)
{
	size_t i = strspn(text.s, " \t"), size;
	uint32_t c;

	if (text.len < 48)
		return true;
	c = i < text.len ? fold(utf8_next(text.s + i, text.len - i, &size)) : 0;
	return is_dash(c);
}

static bool
is_furniture(const struct jy_line *line, const struct edges *edges, bool edge)
{
	struct makeup m;

	if (line->origin == JY_HEADER || line->origin == JY_FOOTER || line->origin == JY_COMMENT
	    || line->origin == JY_DELETED)
		return true;
	if (line->label.len)
		return false;
	if (!may_be_furniture(line->text))
		return edge && is_running(edges, line);
	m = makeup(line->text);
	return is_rule(&m) || is_page_number(&m, edge && edges->pages > 1)
	    || is_page_count(line->text, &m)
	    || (edge && is_running(edges, line));
}

/* Marks of Markdown at S: # at the line's start, ** anywhere, * around a whole line; how many bytes. */
static size_t
mark_len(const char *s, size_t n, bool start)
{
	size_t hashes;

	if (*s != '#' && *s != '*')
		return 0;
	hashes = strspn(s, "#");
	if (start && hashes && hashes <= 6 && (hashes == n || s[hashes] == ' '))
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
	*g = (struct glyph){.code = simplified(fold(code)), .label = label, .gap = gap > 255 ? 255 : gap,
	    .line = (uint32_t)s->row_count, .at = (uint32_t)at};
	s->m->account->undecoded += code == REPLACEMENT;
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
			row->indent = (int)space / 2;
		row->width += (is_wide(c) ? 2 : 1) + (int)space / 2;
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
	*row = (struct row){.line = line, .span = {s->count, s->count},
	    .blank_before = blank_before};
	add_text(s, room, line, true, row);
	add_text(s, room, line, false, row);
	row->span.to = s->count;
	if (span_len(row->span))
		s->row_count++;
}

/* A cell's border in text: | between spaces, or at the line's edge. */
static bool
is_border(struct jy_text text, size_t i, size_t size)
{
	uint32_t c = fold(utf8_next(text.s + i, text.len - i, &size));

	if (c != '|' && c != 0x2502 && c != 0x2503)
		return false;
	return i == 0 || i + size == text.len || text.s[i - 1] == ' ' || text.s[i + size] == ' ';
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
	char borders[32];
	int count = 0;

	if (!strchr(text.s, '|') && !strstr(text.s, "│") && !strstr(text.s, "┃") && !strstr(text.s, "｜"))
		return false;
	for (size_t i = 0; i <= text.len; i += size) {
		size = 1;
		if (i < text.len) {
			utf8_next(text.s + i, text.len - i, &size);
			if (!is_border(text, i, size))
				continue;
			borders[count++] = '|';
		} else if (!count) {
			return false;
		}
		add_cell(s, room, line, arena_text(s->arena, text.s + from, i - from), count,
		    blank_before);
		from = i + size;
		if (count == sizeof(borders))
			break;
	}
	if (from < text.len)	/* more borders than a table has: the rest is one cell */
		add_cell(s, room, line, arena_text(s->arena, text.s + from, text.len - from), count,
		    blank_before);
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
	struct edges edges;

	for (struct jy_line *line = s->b->lines; line; line = line->next) {
		if (is_blank(line))
			blank[n] = true;
		else
			printed[n++] = line;
	}
	edges = collect_edges(printed, n);
	s->row_room = n + 1;
	s->rows = must_alloc(s->row_room * sizeof(*s->rows));
	for (size_t i = 0; i < n; i++) {
		bool edge = is_first_of_page(i ? printed[i - 1] : NULL, printed[i])
		    || i + 1 == n || is_first_of_page(printed[i], printed[i + 1]);

		if (is_furniture(printed[i], &edges, edge))
			discard(s, printed[i], printed[i]->text);
		else if (!add_cells(s, &room, printed[i], blank[i]))
			add_row(s, &room, printed[i], blank[i]);
	}
	s->m->account->characters += (long)s->count;
	free(edges.at);
	free(blank);
	free(printed);
}
