/* Furniture that pages have: numbers, running heads, rules. */
#include <stdlib.h>
#include <string.h>

#include "../text.h"
#include "running.h"

enum {
	APART = 6,	/* numbers of pages stand at least that many lines apart */
	MOST_PAGES = 400,
	FIRST = 3,	/* the first number that is printed is no greater */
	LONG = 90,	/* no heading is as long, in bytes */
	NARROW = 24,	/* on narrower lines (in bytes) a number may be part of the text */
	SHORT = 6,	/* no number of a page has more glyphs, dashes and all */
	LEVEL = 8	/* points by which numbers that stand at one height may differ */
};

/* The first or last line of a page that holds anything, digits disregarded, as one number. */
struct edge { uint64_t hash; int page; };

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == '_' || c == '*' || c == '=' || c == '~'
	    || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2501 || c == 0xB7;
}

struct makeup
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

bool
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

static bool
is_first_of_page(const struct jy_line *before, const struct jy_line *line)
{
	return !before || before->at.page != line->at.page;
}

static bool
is_edge(const struct pages *p, size_t i)
{
	return is_first_of_page(i ? p->lines[i - 1] : NULL, p->lines[i]) || i + 1 == p->count
	    || is_first_of_page(p->lines[i], p->lines[i + 1]);
}

/* May that be the number of a page, whatever OCR made of it? */
static bool
is_scrawl(const struct jy_line *line)
{
	return line->at.confidence && line->text.len <= 4 * SHORT
	    && makeup(line->text).glyphs <= SHORT;
}

static double
height_of(const struct jy_line *line)
{
	return (line->at.y0 + line->at.y1) / 2;
}

static int
by_height(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
collect_edges(struct pages *p)
{
	p->edges = must_alloc((p->count + 1) * sizeof(*p->edges));
	p->scrawls = must_alloc((p->count + 1) * sizeof(*p->scrawls));
	for (size_t i = 0; i < p->count; i++) {
		p->number += is_first_of_page(i ? p->lines[i - 1] : NULL, p->lines[i]);
		if (!is_edge(p, i))
			continue;
		p->edges[p->edge_count++] = (struct edge){hash_but_digits(p->lines[i]->text),
		    p->lines[i]->at.page};
		if (is_scrawl(p->lines[i]))
			p->scrawls[p->scrawl_count++] = height_of(p->lines[i]);
	}
	qsort(p->edges, p->edge_count, sizeof(*p->edges), by_hash);
	qsort(p->scrawls, p->scrawl_count, sizeof(*p->scrawls), by_height);
}

static size_t
scrawls_above(const struct pages *p, double height)
{
	size_t low = 0, high = p->scrawl_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->scrawls[middle] < height)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* OCR reads — 3 — as 一 3 一, or as no number at all.  What is that short, and stands at the same
 * height at the edge of half of the pages, is their number. */
static bool
is_misread_number(const struct pages *p, const struct jy_line *line)
{
	double height = height_of(line);
	size_t n;

	if (!is_scrawl(line))
		return false;
	n = scrawls_above(p, height + LEVEL) - scrawls_above(p, height - LEVEL);
	return n >= 2 && 2 * n >= (size_t)p->number;
}

/* The first of the edges whose hash is at least that. */
static size_t
first_edge(const struct pages *p, uint64_t hash)
{
	size_t low = 0, high = p->edge_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->edges[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A running head: the same line at the edge of at least three pages and of half of all.  A title that
 * runs on over the pages is a title where it stands first. */
static bool
is_running(const struct pages *p, const struct jy_line *line)
{
	uint64_t hash = hash_but_digits(line->text);
	size_t n = (hash < UINT64_MAX ? first_edge(p, hash + 1) : p->edge_count)
	    - first_edge(p, hash);

	if (line->at.page <= 1 && strstr(line->text.s, "纪要"))
		return false;
	return n >= 3 && 2 * n >= (size_t)p->number;
}

/* The number that is all there is on the line; 0: there is more, or none. */
static int
bare_number(const struct jy_line *line)
{
	struct makeup m;

	if (line->text.len > 40 || line->label.len || line->table)
		return 0;
	m = makeup(line->text);
	return m.digits == m.glyphs && m.digits <= 3
	    ? atoi(line->text.s + strcspn(line->text.s, "0123456789"))
	    : 0;
}

/* Does the line end in a full stop or the like? */
static bool
ends_sentence(const struct jy_line *line)
{
	static const char *const ends[] = {"。", "：", "；", "！", "？", ":", ";", ".", "”", "）"};
	size_t len = line->text.len;

	while (len && line->text.s[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len >= n && memcmp(line->text.s + len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

static bool
is_cut(const struct jy_line *line)
{
	return line->text.len >= 2 * NARROW && !ends_sentence(line);
}

/* Does the number at I stand among text: is the line before it cut off, or the next one no heading
 * that might be numbered so? */
static bool
is_among_text(const struct pages *p, size_t i)
{
	const struct jy_line *before = p->lines[i - 1];
	const struct jy_line *after = i + 1 < p->count ? p->lines[i + 1] : NULL;

	return (before->text.len >= NARROW && !ends_sentence(before))
	    || (after && (after->text.len >= LONG || ends_sentence(after)));
}

/* Numbers that rise by one from page to page, at least one of them among text, in a source that
 * knows no pages.  Full-width digits are not looked for: pages are not numbered so. */
static void
mark_numbers(struct pages *p)
{
	size_t last = 0;
	int value = 0;
	bool within = false;
	struct { size_t at[MOST_PAGES]; size_t count; } chain = {.count = 0};

	for (size_t i = 1; i < p->count && chain.count < MOST_PAGES; i++) {
		int n = bare_number(p->lines[i]);

		if (!n || (value ? n != value + 1 || i - last < APART : n > FIRST))
			continue;
		chain.at[chain.count++] = last = i;
		value = n;
		within |= is_among_text(p, i);
	}
	if (chain.count == 1)	/* one alone must cut a full line's sentence */
		within = value < FIRST && is_cut(p->lines[chain.at[0] - 1]);
	for (size_t k = 0; within && k < chain.count; k++)
		p->numbers[chain.at[k]] = true;
}

struct pages
find_pages(struct jy_line **lines, size_t count)
{
	struct pages p = {.lines = lines, .count = count};

	collect_edges(&p);
	p.numbers = must_alloc((count + 1) * sizeof(*p.numbers));
	if (p.number == 1)
		mark_numbers(&p);
	return p;
}

void
release_pages(struct pages *p)
{
	free(p->lines);
	free(p->edges);
	free(p->numbers);
	free(p->scrawls);
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

bool
is_furniture(const struct pages *p, size_t i)
{
	const struct jy_line *line = p->lines[i];
	bool edge = is_edge(p, i);
	struct makeup m;

	if (line->origin == JY_HEADER || line->origin == JY_FOOTER || line->origin == JY_COMMENT
	    || line->origin == JY_DELETED)
		return true;
	if (line->label.len)
		return false;
	if (!may_be_furniture(line->text))
		return edge && is_running(p, line);
	m = makeup(line->text);
	return is_rule(&m) || is_page_number(&m, edge && p->number > 1) || p->numbers[i]
	    || is_page_count(line->text, &m)
	    || (edge && (is_running(p, line) || is_misread_number(p, line)));
}
