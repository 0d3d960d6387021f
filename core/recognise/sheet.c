/* The sheet: printing spans, placing them, claiming them; adding to the minutes. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet.h"

/* Text of the model is known to be UTF-8: its first byte tells how long a character is. */
static size_t
size_of(const char *bytes)
{
	unsigned char c = (unsigned char)*bytes;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

static const char *
bytes_of(const struct sheet *s, size_t i)
{
	const struct glyph *g = &s->glyphs[i];
	const struct jy_line *line = s->rows[g->line].line;

	return (g->label ? line->label.s : line->text.s) + g->at;
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
}

/* Where lines were joined nothing is put, or one space between two words. */
static bool
parts_words(const struct sheet *s, size_t i)
{
	return is_letter(s->glyphs[i].code) && is_letter(s->glyphs[i - 1].code)
	    && s->glyphs[i].line != s->glyphs[i - 1].line;
}

/* The end of the run of glyphs from I whose bytes stand together in the source as they are printed:
 * on one line, without marks among them. */
static size_t
run_end(const struct sheet *s, size_t i, size_t end)
{
	const struct glyph *first = &s->glyphs[i];

	if (s->rows[first->line].marked)
		return i + 1;
	for (i++; i < end && s->glyphs[i].line == first->line && s->glyphs[i].label == first->label;
	     i++)
		;
	return i;
}

/* A copy of the run's bytes, white space as printed. */
static size_t
copy_run(const struct sheet *s, size_t from, size_t to, char *text)
{
	const char *start = bytes_of(s, from), *last = bytes_of(s, to - 1);
	size_t n = (size_t)(last - start) + size_of(last);

	if (text)
		memcpy(text, start, n);
	return n;
}

/* The text into TEXT, or only its length where that is NULL. */
static size_t
print(const struct sheet *s, struct span span, char *text)
{
	size_t n = 0;

	for (size_t i = span.from, to; i < span.to; i = to) {
		bool space = i > span.from
		    && (parts_words(s, i)
			|| (s->rows[s->glyphs[i].line].marked && s->glyphs[i].gap
			    && !starts_line(s, i)));

		to = run_end(s, i, span.to);
		if (text && space)
			text[n] = ' ';
		n += space;
		n += copy_run(s, i, to, text ? text + n : NULL);
	}
	return n;
}

struct jy_text
span_text(struct sheet *s, struct span span)
{
	char *text;
	size_t n;

	if (span.from >= span.to)
		return (struct jy_text){0};
	n = print(s, span, NULL);
	text = arena_alloc(s->arena, n + 1);
	print(s, span, text);
	return (struct jy_text){text, n};
}

struct jy_text
span_solid(struct sheet *s, struct span span)
{
	char *text;
	size_t n = 0, size;

	if (span.from >= span.to)
		return (struct jy_text){0};
	text = arena_alloc(s->arena, 4 * span_len(span) + 1);
	for (size_t i = span.from; i < span.to; i++) {
		size = size_of(bytes_of(s, i));
		memcpy(text + n, bytes_of(s, i), size);
		n += size;
	}
	return (struct jy_text){text, n};
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
		if (at->confidence && (!place.confidence || at->confidence < place.confidence))
			place.confidence = at->confidence;
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
number_rows(struct sheet *s)
{
	for (size_t i = 0; i < s->row_count; i++)
		for (size_t k = s->rows[i].span.from; k < s->rows[i].span.to; k++)
			s->glyphs[k].line = (uint32_t)i;
}

struct jy_group *
add_group(struct sheet *s, const char *role)
{
	struct jy_group *group = arena_alloc(s->arena, sizeof(*group));

	group->role = arena_text(s->arena, role, strlen(role));
	if (s->last_group)
		s->last_group->next = group;
	else
		s->m->attendance = group;
	return s->last_group = group;
}

void
add_remark(struct sheet *s, struct span span)
{
	struct jy_remark *remark = arena_alloc(s->arena, sizeof(*remark));

	remark->text = span_text(s, span);
	remark->at = span_place(s, span);
	*s->remarks_end = remark;
	s->remarks_end = &remark->next;
	claim(s, span, FIELD);
}

__attribute__((format(printf, 5, 0)))
static struct jy_check *
add_check(struct sheet *s, const char *severity, const char *code, const struct jy_place *at,
    const char *format, va_list args)
{
	struct doubt *doubt = arena_alloc(s->arena, sizeof(*doubt));
	struct jy_check *c = &doubt->check;
	const struct said *both = say_both(s->arena, NULL, format, args);

	c->severity = arena_text(s->arena, severity, strlen(severity));
	c->code = arena_text(s->arena, code, strlen(code));
	c->message = text_clean(s->arena, both->text, strlen(both->text));
	if (both->shown)
		doubt->shown = text_clean(s->arena, both->shown, strlen(both->shown)).s;
	if (at) {
		c->page = at->page;
		c->line = at->first_line;
	}
	*s->checks_end = c;
	s->checks_end = &c->next;
	return c;
}

struct jy_check *
check(struct sheet *s, const char *severity, const char *code, size_t glyph, const char *format,
    ...)
{
	struct jy_check *c;
	va_list args;

	va_start(args, format);
	c = add_check(s, severity, code,
	    glyph < s->count ? &s->rows[s->glyphs[glyph].line].line->at : NULL, format, args);
	va_end(args);
	return c;
}

void
check_place(struct sheet *s, const char *severity, const char *code, const struct jy_place *at,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_check(s, severity, code, at, format, args);
	va_end(args);
}

struct jy_string **
add_string(struct sheet *s, struct jy_string **end, struct jy_text text)
{
	struct jy_string *string = arena_alloc(s->arena, sizeof(*string));

	string->text = text;
	*end = string;
	return &string->next;
}
