/* Fills sheets line by line, and turns to a new one where a sheet is full. */
#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>

/* 四号半角宋体, 7 mm below the type area, one character from its outer edge. */
static const struct ofd_style ofd_odd = {
	.size = OFD_SIZE_4, .cell = OFD_SIZE_4, .end = 2, .align = OFD_RIGHT_ALIGNED};
static const struct ofd_style ofd_even = {
	.size = OFD_SIZE_4, .cell = OFD_SIZE_4, .first = 2, .align = OFD_LEFT_ALIGNED};
enum { OFD_NUMBER_Y = OFD_TOP + OFD_HEIGHT + 7000 };

static int
ofd_row_y(int row)
{
	return OFD_TOP + row * OFD_HEIGHT / OFD_ROWS;
}

static struct ofd_object *
ofd_add_object(struct ofd_sheets *s, struct ofd_object new)
{
	s->objects = ofd_grow(s->objects, s->now.objects, &s->object_room, sizeof(*s->objects));
	s->objects[s->now.objects] = new;
	return &s->objects[s->now.objects++];
}

void
ofd_begin_with_id(struct ofd_sheets *s, const char *name, struct jy_text id)
{
	s->tags = ofd_grow(s->tags, s->now.tags, &s->tag_room, sizeof(*s->tags));
	s->tags[s->now.tags] = (struct ofd_tag){name, id, s->tag};
	s->tag = s->text.tag = (uint32_t)s->now.tags++;
}

void
ofd_begin(struct ofd_sheets *s, const char *name)
{
	ofd_begin_with_id(s, name, (struct jy_text){0});
}

void
ofd_end(struct ofd_sheets *s)
{
	s->tag = s->tags[s->tag].up;
	s->text.tag = 0;
}

void
ofd_say_value(struct ofd_sheets *s, const char *name, enum ofd_face face, const char *text)
{
	if (!text)
		return;
	ofd_begin(s, name);
	ofd_say(&s->text, face, text);
	ofd_end(s);
}

/* How many letters stand in one place, one and the marks on it; and whether any of them is
 * beyond the basic plane. */
static size_t
ofd_cluster(const struct ofd_letter *l, size_t n, bool *beyond)
{
	size_t end = 1;

	*beyond = l->c > 0xFFFF;
	for (; end < n && !l[end].halves && l[end].face == l->face && l[end].tag == l->tag; end++)
		*beyond |= l[end].c > 0xFFFF;
	return end;
}

/* Adds a letter to the object; what it really advances is returned. */
static int
ofd_put_letter(struct ofd_sheets *s, struct ofd_object *o, struct ofd_letter l,
    const struct ofd_style *style, int stretch)
{
	int advance = l.halves * style->cell / 2 + stretch;

	s->glyphs = ofd_grow(s->glyphs, s->now.glyphs, &s->glyph_room, sizeof(*s->glyphs));
	s->glyphs[s->now.glyphs++] = (struct ofd_glyph){l.c,
	    o->alone ? l.halves * style->size / 2 : advance};
	o->glyphs++;
	o->width += advance;
	return advance;
}

/*
 * Sets N letters, with STRETCH after each, as one object for every change of font or value.  Readers
 * do not agree whether a letter beyond the basic plane needs one advance or two, being two units of
 * UTF-16: so it stands alone with its marks, and needs none.
 */
static void
ofd_put(struct ofd_sheets *s, const struct ofd_letter *l, size_t n, const struct ofd_style *style,
    int x, int y, int stretch)
{
	struct ofd_object *o = NULL;
	bool alone;

	for (size_t i = 0, end; i < n; i = end) {
		end = i + ofd_cluster(l + i, n - i, &alone);
		if (!o || alone || o->alone || l[i].face != l[i - 1].face ||
		    l[i].tag != l[i - 1].tag)
			o = ofd_add_object(s, (struct ofd_object){.x = x, .y = y, .face = l[i].face,
			    .height = style->size, .red = style->red, .alone = alone,
			    .tag = l[i].tag, .glyph = s->now.glyphs});
		for (; i < end; i++)
			x += ofd_put_letter(s, o, l[i], style, stretch);
	}
	if (o)
		o->width -= stretch;
}

/* Sets one line.  What is left of its width goes before it, or between its letters; not so in a
 * paragraph's LAST line, nor where an unbreakable word left a great gap. */
static void
ofd_line(struct ofd_sheets *s, const struct ofd_letter *l, size_t n, const struct ofd_style *style,
    int indent, int y, bool last)
{
	int x = OFD_LEFT + indent * style->cell / 2, slack, stretch = 0;

	while (n && ofd_is_space(l[n - 1].c))
		n--;
	slack = OFD_WIDTH - (indent + style->end + ofd_width(l, n)) * style->cell / 2;
	if (slack < 0)
		slack = 0;
	if (style->align == OFD_CENTRED)
		x += slack / 2;
	if (style->align == OFD_RIGHT_ALIGNED)
		x += slack;
	if (style->align == OFD_JUSTIFIED && !last && n > 1 && slack < 3 * style->cell)
		stretch = slack / (int)(n - 1);
	ofd_put(s, l, n, style, x, y, stretch);
}

void
ofd_set(struct ofd_sheets *s, const struct ofd_style *style)
{
	const struct ofd_text *t = &s->text;
	int drop = style->drop ? style->drop : (style->rows * OFD_PITCH - style->size) / 2;
	int indent = style->first;
	size_t end;

	for (size_t at = ofd_skip(t, 0); at < t->n; at = ofd_skip(t, end)) {
		end = ofd_fit(t, at, 2 * OFD_WIDTH / style->cell - indent - style->end);
		if (s->now.row + style->rows > OFD_ROWS)
			ofd_new_page(s);
		ofd_line(s, t->at + at, end - at, style, indent, ofd_row_y(s->now.row) + drop,
		    end == t->n);
		s->now.row += style->rows;
		indent = style->rest;
	}
	s->text.n = 0;
}

void
ofd_set_beside(struct ofd_sheets *s, const struct ofd_style *style, int left)
{
	int room = 2 * OFD_WIDTH / style->cell - style->first - style->end - 2;

	if (left && s->now.row && left + ofd_width(s->text.at, s->text.n) <= room)
		s->now.row--;
	ofd_set(s, style);
}

void
ofd_paragraph(struct ofd_sheets *s, const struct ofd_style *style, enum ofd_face face,
    const char *text)
{
	ofd_say(&s->text, face, text);
	ofd_set(s, style);
}

void
ofd_rule(struct ofd_sheets *s, int offset, int weight, bool red)
{
	ofd_add_object(s, (struct ofd_object){.x = OFD_LEFT, .y = ofd_row_y(s->now.row) + offset,
	    .width = OFD_WIDTH, .height = weight, .red = red});
}

/* The page number, which stands after everything else on the page. */
static void
ofd_number(struct ofd_sheets *s)
{
	const struct ofd_style *style = s->now.pages % 2 ? &ofd_odd : &ofd_even;
	struct ofd_text text = {0};
	char number[32];

	snprintf(number, sizeof(number), "— %zu —", s->now.pages);
	ofd_say(&text, OFD_SONG, number);
	ofd_line(s, text.at, text.n, style, style->first, OFD_NUMBER_Y, true);
	free(text.at);
}

void
ofd_new_page(struct ofd_sheets *s)
{
	if (s->now.pages)
		ofd_number(s);
	s->pages = ofd_grow(s->pages, s->now.pages, &s->page_room, sizeof(*s->pages));
	s->pages[s->now.pages++] = s->now.objects;
	s->now.row = 0;
}

void
ofd_sink(struct ofd_sheets *s, struct ofd_mark mark)
{
	int by = OFD_TOP + OFD_HEIGHT - ofd_row_y(s->now.row);
	size_t page = s->pages[s->now.pages - 1];

	for (size_t i = mark.objects > page ? mark.objects : page; i < s->now.objects; i++)
		s->objects[i].y += by;
	s->now.row = OFD_ROWS;
}

void
ofd_finish(struct ofd_sheets *s)
{
	ofd_number(s);
}

size_t
ofd_page_end(const struct ofd_sheets *s, size_t n)
{
	return n + 1 < s->now.pages ? s->pages[n + 1] : s->now.objects;
}

void
ofd_free(struct ofd_sheets *s)
{
	free(s->glyphs);
	free(s->objects);
	free(s->pages);
	free(s->tags);
	free(s->text.at);
}
