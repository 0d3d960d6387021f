/* A paragraph: its lines are collected, because text boxes within it are delivered before it. */
#include "docx.h"

#include <stdlib.h>

/* More sizes than this in one line are not told apart: the most frequent is wanted. */
enum { DOCX_SIZES = 6 };
enum { DOCX_SHORT_LINE = 120 };	/* bytes; longer ones grow */

struct docx_line {
	struct docx_line *next;
	xmlBuffer *text;
	int page;
	long characters, bold;
	struct { int size; long characters; } sizes[DOCX_SIZES];
};

static struct docx_line *
docx_new_line(int page)
{
	struct docx_line *line = docx_alloc(sizeof(*line));

	line->page = page;
	line->text = xmlBufferCreateSize(DOCX_SHORT_LINE);
	if (!line->text)
		_Exit(JY_TEMPORARY);
	xmlBufferSetAllocationScheme(line->text, XML_BUFFER_ALLOC_DOUBLEIT);
	return line;
}

static void
docx_add_line(struct docx_paragraph *p, int page)
{
	struct docx_line *line = docx_new_line(page);

	if (p->last)
		p->last->next = line;
	else
		p->first = line;
	p->last = line;
}

/* Where the paragraph before was left open, this one continues its last line. */
void
docx_begin_paragraph(struct docx_paragraph *p, int page)
{
	p->open = true;
	p->mark_dropped = p->mark_hidden = false;
	if (!p->last)
		docx_add_line(p, page);
}

long
docx_characters(const char *text, size_t len)
{
	long n = 0;

	for (size_t i = 0; i < len; i++)
		n += (text[i] & 0xC0) != 0x80 && (unsigned char)text[i] > ' ';
	return n;
}

static void
docx_append(struct docx_line *line, const char *text, size_t len, long characters)
{
	if (xmlBufferAdd(line->text, BAD_CAST text, (int)len) != 0)
		_Exit(JY_TEMPORARY);
	line->characters += characters;
}

/* What is deleted without a break is one piece. */
void
docx_add_deleted(struct docx_paragraph *p, const char *text, size_t len)
{
	if (!p->in_deleted) {
		struct docx_line *line = docx_new_line(p->last ? p->last->page : 0);

		if (p->last_deleted)
			p->last_deleted->next = line;
		else
			p->deleted = line;
		p->last_deleted = line;
		p->in_deleted = true;
	}
	docx_append(p->last_deleted, text, len, docx_characters(text, len));
}

void
docx_add_text(struct docx_paragraph *p, const char *text, size_t len)
{
	struct docx_line *line = p->last;
	long n = docx_characters(text, len);
	int size = docx_said(&p->run, DOCX_SIZE, 0);

	docx_append(line, text, len, n);
	p->in_deleted = false;
	line->bold += docx_said(&p->run, DOCX_BOLD, 0) ? n : 0;
	for (int i = 0; i < DOCX_SIZES; i++)
		if (line->sizes[i].size == size || !line->sizes[i].characters) {
			line->sizes[i].size = size;
			line->sizes[i].characters += n;
			break;
		}
}

void
docx_break_line(struct docx_paragraph *p, int page)
{
	docx_add_line(p, page);
}

bool
docx_has_text(const struct docx_paragraph *p)
{
	return p->last && p->last->characters;
}

void
docx_move_line(struct docx_paragraph *p, int page)
{
	if (p->last && !docx_has_text(p))
		p->last->page = page;
}

static double
docx_size(const struct docx_line *line)
{
	int most = 0;

	for (int i = 1; i < DOCX_SIZES; i++)
		if (line->sizes[i].characters > line->sizes[most].characters)
			most = i;
	return line->sizes[most].size / 2.0;
}

/* Characters count where they are said: a style's twips do not undo its own characters. */
static double
docx_indent(const struct docx_look *look, double size, enum docx_aspect twips,
    enum docx_aspect chars)
{
	int n = docx_said(look, chars, 0);

	return n ? n * size / 100 : docx_said(look, twips, 0) / 20.0;
}

static struct jy_line *
docx_deliver(struct docx_document *d, const struct docx_paragraph *p, const struct docx_line *line,
    const struct docx_spot *spot)
{
	size_t len = (size_t)xmlBufferLength(line->text);
	struct jy_line *l = jy_add_line(d->builder, line->page,
	    (const char *)xmlBufferContent(line->text), len);
	int outline = docx_said(&p->look, DOCX_OUTLINE, 9);
	double size = docx_size(line), em = size > 0 ? size : 10.5;

	l->size = size;
	l->weight = line->characters ? line->bold * 2 > line->characters ? 700 : 400 : 0;
	l->indent = docx_indent(&p->look, em, DOCX_LEFT, DOCX_LEFT_CHARS);
	if (line == p->first)
		l->indent += docx_indent(&p->look, em, DOCX_FIRST, DOCX_FIRST_CHARS);
	l->heading = outline >= 0 && outline < 9 ? outline + 1 : 0;
	l->align = (enum jy_align)docx_said(&p->look, DOCX_ALIGN, JY_LEFT);
	l->origin = spot->origin;
	l->table = spot->table;
	l->row = spot->row;
	l->column = spot->column;
	l->ends_paragraph = !line->next;
	d->unread += spot->origin == JY_DELETED ? line->characters : 0;
	if (line == p->first && spot->origin != JY_DELETED
	    && docx_said(&p->look, DOCX_NUMBER, 0) > 0) {
		struct numerals_label label = docx_count(&d->numbering,
		    docx_said(&p->look, DOCX_NUMBER, 0), docx_said(&p->look, DOCX_LEVEL, 0));

		l->label = jy_copy(d->builder, label.len ? label.text : NULL, label.len);
	}
	return l;
}

static void
docx_drop(struct docx_line *line)
{
	struct docx_line *next;

	for (; line; line = next) {
		next = line->next;
		xmlBufferFree(line->text);
		free(line);
	}
}

/* Breaks at the end of a paragraph make no line: the last one with text ends it. */
static void
docx_drop_empty_end(struct docx_paragraph *p)
{
	struct docx_line *full = p->first;

	for (struct docx_line *line = p->first; line; line = line->next)
		if (line->characters)
			full = line;
	docx_drop(full->next);
	full->next = NULL;
}

void
docx_drop_paragraph(struct docx_paragraph *p)
{
	docx_drop(p->first);
	docx_drop(p->deleted);
	p->first = p->last = p->deleted = p->last_deleted = NULL;
	p->open = p->in_deleted = false;
}

void
docx_end_paragraph(struct docx_document *d, struct docx_paragraph *p, struct docx_spot spot)
{
	if (p->first) {
		docx_drop_empty_end(p);
		if ((!p->mark_hidden && spot.origin != JY_DELETED) || p->first->next
		    || p->first->characters)
			for (struct docx_line *line = p->first; line; line = line->next)
				docx_deliver(d, p, line, &spot);
	}
	spot.origin = JY_DELETED;
	for (struct docx_line *line = p->deleted; line; line = line->next)
		if (line->characters)
			docx_deliver(d, p, line, &spot)->ends_paragraph = true;
	docx_drop_paragraph(p);
}
