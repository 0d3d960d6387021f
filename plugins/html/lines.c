/* Lines: what stands in one line of a block, with white space as it is shown, is added as one. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

enum {
	HTML_SIZES = 6		/* more sizes in one line are not told apart */
};

/* Text that grows; white space is put when something follows it: that of a source's broken line,
 * other, or what stands at the border of elements and keeps apart what they hold. */
struct html_run {
	char *s;
	size_t len, room;
	enum html_space { HTML_NONE, HTML_WRAP, HTML_SPACE, HTML_APART } space;
	uint32_t last;
};

struct html_writer {
	struct html_page *page;
	struct html_run text, deleted;
	size_t at, from;		/* the node at hand; the one at which the line began */
	size_t first;			/* the first text of the line */
	long chars, bold;
	struct { double size; long chars; } sizes[HTML_SIZES];
	struct jy_line *last;		/* of the paragraph, which has not ended */
	size_t cell;			/* that the line stands in; 0: in none */
	struct numerals_label label;	/* that waits for its line */
};

static void
html_put(struct html_run *run, const char *s, size_t len)
{
	if (run->len + len >= run->room) {
		run->room = (run->len + len) * 2 + 256;
		run->s = html_resize(run->s, run->room, 1);
	}
	memcpy(run->s + run->len, s, len);
	run->len += len;
}

/* Where the source breaks a text between two of these, it is but wrapped (CSS Text 3, 4.1.3). */
static bool
html_is_wide(uint32_t c)
{
	return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00)
	    || (c >= 0xFF00 && c < 0xFFE7) || (c >= 0x2014 && c <= 0x2026)
	    || (c >= 0x20000 && c < 0x40000);
}

static void
html_put_character(struct html_run *run, const char *s, size_t size, uint32_t c)
{
	bool wide = html_is_wide(run->last) && html_is_wide(c);

	if (run->len && (run->space > HTML_WRAP || (run->space == HTML_WRAP && !wide)))
		html_put(run, " ", 1);
	run->space = HTML_NONE;
	run->last = c;
	html_put(run, s, size);
}

static double
html_size(const struct html_writer *w)
{
	int most = 0;

	for (int i = 1; i < HTML_SIZES; i++)
		if (w->sizes[i].chars > w->sizes[most].chars)
			most = i;
	return w->sizes[most].size;
}

static void
html_describe(struct html_writer *w, struct jy_line *line)
{
	const struct html_node *first = &w->page->nodes[w->first];
	const struct html_node *cell = &w->page->nodes[w->cell];

	line->size = html_size(w);
	line->weight = w->chars ? w->bold * 2 > w->chars ? 700 : 400 : 0;
	line->indent = w->last ? 0 : first->look.indent;
	line->heading = first->look.heading;
	line->align = (enum jy_align)first->look.align;
	line->origin = html_origin(w->page,
	    &(struct html_stretch){w->from, w->at, w->first, w->text.s, w->text.len});
	if (cell->value) {
		line->table = cell->value;
		line->row = cell->rows;
		line->column = cell->columns;
	}
	if (w->label.len)
		line->label = jy_copy(w->page->builder, w->label.text, w->label.len);
}

/* Ends the line, and the paragraph with it if it ENDS here for sure. */
static void
html_flush(struct html_writer *w, bool ends)
{
	struct jy_builder *b = w->page->builder;

	if (w->text.len) {
		struct jy_line *line = jy_add_line(b, 1, w->text.s, w->text.len);

		html_describe(w, line);
		w->label.len = 0;
		w->last = line;
	} else if (!ends) {
		jy_add_line(b, 1, NULL, 0);
	}
	if (w->deleted.len)
		jy_add_line(b, 1, w->deleted.s, w->deleted.len)->origin = JY_DELETED;
	if (ends && w->last) {
		w->last->ends_paragraph = true;
		w->last = NULL;
	}
	w->text.len = w->deleted.len = 0;
	w->text.space = w->deleted.space = HTML_NONE;
	w->chars = w->bold = 0;
	memset(w->sizes, 0, sizeof(w->sizes));
	w->from = w->at;
}

/* Characters of different looks are counted, white space aside. */
static void
html_count(struct html_writer *w, const struct html_look *look)
{
	w->chars++;
	w->bold += look->bold;
	for (int i = 0; i < HTML_SIZES; i++)
		if (!w->sizes[i].chars
		    || !(w->sizes[i].size < look->size || w->sizes[i].size > look->size)) {
			w->sizes[i].size = look->size;
			w->sizes[i].chars++;
			break;
		}
}

/* Adds a text whose lines the source breaks as it pleases, or as it shows them in <pre>. */
static void
html_add_text(struct html_writer *w, const struct html_node *node)
{
	struct html_run *run = node->look.deleted ? &w->deleted : &w->text;
	const char *s = w->page->text + node->at, *end = s + node->len;
	size_t size;

	if (run->space)
		run->space = HTML_APART;
	for (; s < end; s += size) {
		uint32_t c = html_character(s, &size);

		if (node->look.keeps_space && c == '\n') {
			if (w->text.len || w->last)	/* <pre> may begin with one */
				html_flush(w, false);
		} else if (html_is_space((char)c) && c < 0x80 && !node->look.keeps_space) {
			if (run->space != HTML_APART && (c == '\n' || c == '\r'))
				run->space = HTML_WRAP;
			else if (!run->space)
				run->space = HTML_SPACE;
		} else if (c != '\r') {
			if (run == &w->text && !run->len)
				w->first = w->at;
			html_put_character(run, s, size, c);
			if (run == &w->text && c > ' ')
				html_count(w, &node->look);
		}
	}
}

static long
html_characters(const struct html_page *page, size_t i, size_t end)
{
	long n = 0;

	for (; i < end; i++) {
		const struct html_node *node = &page->nodes[i];
		const char *s = page->text + node->at;

		for (size_t k = 0; node->tag == HTML_TEXT && k < node->len; k++)
			n += ((unsigned char)s[k] & 0xC0) != 0x80 && (unsigned char)s[k] > ' ';
	}
	return n;
}

static void
html_open_block(struct html_writer *w, size_t i)
{
	const struct html_node *node = &w->page->nodes[i];

	html_flush(w, true);
	switch (node->tag) {
	case HTML_CELL: case HTML_HEAD_CELL: w->cell = i; break;
	case HTML_ITEM: html_label_item(w->page, node, &w->label); break;
	case HTML_ORDERED: case HTML_UNORDERED: html_begin_list(w->page, i); break;
	default: break;
	}
}

static void
html_close_block(struct html_writer *w, const struct html_node *node)
{
	html_flush(w, true);
	if (node->tag == HTML_CELL || node->tag == HTML_HEAD_CELL)
		w->cell = 0;
	else if (node->tag == HTML_ITEM)
		w->label.len = 0;
}

/* What shows something that is no text. */
static void
html_meet_other(struct html_page *page, size_t i)
{
	const struct html_node *node = &page->nodes[i];

	if (node->origin != JY_BODY || i < page->root || i >= page->nodes[page->root].end)
		return;
	page->pictures += node->tag == HTML_PICTURE && node->real;
	page->fields += node->tag == HTML_INPUT && node->real;
	page->embedded += node->tag == HTML_EMBEDDED && node->real;
}

/* Is it passed over, with all that is in it? */
static bool
html_is_passed(struct html_page *page, size_t i)
{
	const struct html_node *node = &page->nodes[i];

	switch (node->tag) {
	case HTML_NOTHING: case HTML_META: case HTML_TITLE:
		return true;
	case HTML_PHONETIC:
		page->phonetic += html_characters(page, i, node->end);
		return true;
	case HTML_EMBEDDED:	/* what is in it is shown where it cannot be */
		page->hidden += html_characters(page, i, node->end);
		html_meet_other(page, i);
		return true;
	default:
		if (node->look.hidden)
			page->hidden += html_characters(page, i, node->end);
		return node->look.hidden;
	}
}

/* Meets node I; the next one to meet. */
static size_t
html_enter(struct html_writer *w, size_t i)
{
	const struct html_node *node = &w->page->nodes[i];

	w->at = i;
	if (html_is_passed(w->page, i))
		return node->end;
	if (node->tag == HTML_TEXT) {
		if (w->text.len && w->page->nodes[w->first].origin != node->origin)
			html_flush(w, false);
		html_add_text(w, node);
	} else if (node->tag == HTML_BR) {
		html_flush(w, false);
	} else if (html_is_block(node->tag)) {
		html_open_block(w, i);
	} else {
		html_meet_other(w->page, i);
	}
	return i + 1;
}

void
html_add_lines(struct html_page *page)
{
	struct html_writer w = {.page = page};
	size_t open = 0, i = 1;

	while (i <= page->count) {
		for (; open && page->nodes[open].end <= i; open = page->nodes[open].parent) {
			w.at = i;
			if (html_is_block(page->nodes[open].tag))
				html_close_block(&w, &page->nodes[open]);
		}
		if (i == page->count)
			break;
		if (html_enter(&w, i) == i + 1 && page->nodes[i].end > i + 1) {
			open = i++;
			continue;
		}
		if (html_is_block(page->nodes[i].tag) && page->nodes[i].end == i + 1)
			html_close_block(&w, &page->nodes[i]);
		i = page->nodes[i].end;
	}
	w.at = page->count;
	html_flush(&w, true);
	free(w.text.s);
	free(w.deleted.s);
}
