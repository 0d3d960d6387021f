#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet.h"

const char *
glyph_bytes(const struct sheet *s, size_t i, size_t *size)
{
	const struct glyph *g = &s->glyphs[i];
	const struct jy_line *line = s->rows[g->line].line;
	struct jy_text text = g->label ? line->label : line->text;

	utf8_next(text.s + g->at, text.len - g->at, size);
	return text.s + g->at;
}

bool
starts_line(const struct sheet *s, size_t i)
{
	return i == 0 || s->glyphs[i].line != s->glyphs[i - 1].line;
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
}

/* The white space to print before glyph I: what stands on the line; where lines were joined,
 * nothing, or one space between two words. */
static size_t
space_before(const struct sheet *s, size_t i, const char **space)
{
	const struct glyph *g = &s->glyphs[i], *p = &s->glyphs[i - 1];
	const char *end, *start;
	size_t size;

	*space = " ";
	if (g->line != p->line)
		return is_letter(g->code) && is_letter(p->code);
	if (g->label != p->label)
		return 0;
	end = glyph_bytes(s, i - 1, &size);
	end += size;
	start = glyph_bytes(s, i, &size);
	*space = end;
	return (size_t)(start - end);
}

static struct jy_text
print(struct sheet *s, struct span span, bool spaced)
{
	size_t n = 0, size, gap;
	const char *space, *bytes;
	char *text;

	if (span.from >= span.to)
		return (struct jy_text){0};
	for (size_t i = span.from; i < span.to; i++) {
		glyph_bytes(s, i, &size);
		n += size + (spaced && i > span.from ? space_before(s, i, &space) : 0);
	}
	text = arena_alloc(s->arena, n + 1);
	n = 0;
	for (size_t i = span.from; i < span.to; i++) {
		gap = spaced && i > span.from ? space_before(s, i, &space) : 0;
		if (gap)
			memcpy(text + n, space, gap);
		bytes = glyph_bytes(s, i, &size);
		memcpy(text + n + gap, bytes, size);
		n += gap + size;
	}
	return (struct jy_text){text, n};
}

struct jy_text
span_text(struct sheet *s, struct span span)
{
	return print(s, span, true);
}

struct jy_text
span_solid(struct sheet *s, struct span span)
{
	return print(s, span, false);
}

static void
widen(struct jy_place *place, const struct jy_place *by)
{
	if (by->x1 <= by->x0 && by->y1 <= by->y0)
		return;
	if (place->x1 <= place->x0 && place->y1 <= place->y0) {
		place->x0 = by->x0, place->y0 = by->y0, place->x1 = by->x1, place->y1 = by->y1;
		return;
	}
	if (by->x0 < place->x0)
		place->x0 = by->x0;
	if (by->y0 < place->y0)
		place->y0 = by->y0;
	if (by->x1 > place->x1)
		place->x1 = by->x1;
	if (by->y1 > place->y1)
		place->y1 = by->y1;
}

/* What runs over a page's end is given with the place of its beginning. */
struct jy_place
span_place(const struct sheet *s, struct span span)
{
	struct jy_place place = {0};

	if (span.from >= span.to)
		return place;
	for (size_t r = s->glyphs[span.from].line; r <= s->glyphs[span.to - 1].line; r++) {
		const struct jy_place *at = &s->rows[r].line->at;

		if (!place.page) {
			place = *at;
		} else if (at->page == place.page) {
			place.last_line = at->last_line;
			widen(&place, at);
		}
	}
	return place;
}

void
claim(struct sheet *s, struct span span, enum owner owner)
{
	for (size_t i = span.from; i < span.to; i++)
		s->glyphs[i].owner = owner;
}

void
add_passage(struct sheet *s, struct jy_text id, struct span span, bool title)
{
	if (s->passage_count == s->passage_room) {
		s->passage_room = s->passage_room ? s->passage_room * 2 : 64;
		s->passages = must_realloc(s->passages, s->passage_room, sizeof(*s->passages));
	}
	s->passages[s->passage_count++] = (struct passage){id, span, title};
}

void
check(struct sheet *s, const char *severity, const char *code, size_t glyph, const char *format, ...)
{
	struct jy_check *c = arena_alloc(s->arena, sizeof(*c));
	char *text = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	va_end(args);
	c->severity = arena_text(s->arena, severity, strlen(severity));
	c->code = arena_text(s->arena, code, strlen(code));
	c->message = text ? text_clean(s->arena, text, strlen(text)) : c->code;
	free(text);
	if (glyph < s->count) {
		const struct jy_place *at = &s->rows[s->glyphs[glyph].line].line->at;

		c->page = at->page;
		c->line = at->first_line;
	}
	*s->checks_end = c;
	s->checks_end = &c->next;
}

struct jy_string **
add_string(struct sheet *s, struct jy_string **end, struct jy_text text)
{
	struct jy_string *string = arena_alloc(s->arena, sizeof(*string));

	string->text = text;
	*end = string;
	return &string->next;
}
