/* What a reader calls: lines are appended, and everything lands in the arena of the minutes. */
#include <stdlib.h>

#include "builder.h"
#include "text.h"

#include <jiyao/jiyao.h>

struct jy_builder *
builder_new(void)
{
	struct jy_builder *b = must_alloc(sizeof(*b));
	struct jy_minutes *m = &b->minutes;
	struct arena *a = &b->arena;

	m->schema = arena_text(a, JY_SCHEMA, sizeof(JY_SCHEMA) - 1);
	m->generator = arena_alloc(a, sizeof(*m->generator));
	m->source = arena_alloc(a, sizeof(*m->source));
	m->source->metadata = arena_alloc(a, sizeof(*m->source->metadata));
	m->document = arena_alloc(a, sizeof(*m->document));
	m->meeting = arena_alloc(a, sizeof(*m->meeting));
	m->account = arena_alloc(a, sizeof(*m->account));
	return b;
}

void
builder_free(struct jy_builder *b)
{
	struct arena arena = b->arena;

	arena_free(&arena);
	free(b);
}

void
jy_free(struct jy_minutes *m)
{
	if (m)
		builder_free((struct jy_builder *)m);
}

/* Does an empty line after this one say no more than that it is longer? */
static bool
takes_empty(const struct jy_line *last, int page)
{
	return last && last->at.page == page && !last->text.len && !last->label.len;
}

/* The first line beyond those that may be, and all that follow: the reading will fail. */
static struct jy_line *
spare_line(struct jy_builder *b, int page)
{
	if (!b->spare)
		b->spare = arena_alloc(&b->arena, sizeof(*b->spare));
	*b->spare = (struct jy_line){.text.s = "", .at.page = page};
	return b->spare;
}

struct jy_line *
jy_add_line(struct jy_builder *b, int page, const char *text, size_t len)
{
	struct jy_line *line = b->last;
	int number = line && line->at.page == page ? line->at.last_line + 1 : 1;

	if (!len && takes_empty(line, page)) {
		line->at.last_line++;
		return line;
	}
	if (b->count++ >= MOST_LINES)
		return spare_line(b, page);
	line = arena_alloc(&b->arena, sizeof(*line));
	line->text = text_clean(&b->arena, text ? text : "", text ? len : 0);
	line->at = (struct jy_place){.page = page, .first_line = number, .last_line = number};
	if (b->last)
		b->last->next = line;
	else
		b->lines = line;
	b->last = line;
	return line;
}

void
jy_add_gap(struct jy_builder *b, struct jy_line *line, size_t offset, double ems)
{
	struct jy_gap *gap;

	if (line == b->spare)
		return;
	gap = arena_alloc(&b->arena, sizeof(*gap));
	gap->offset = offset;
	gap->ems = ems;
	if (b->gap_line == line)
		b->last_gap->next = gap;
	else
		line->gaps = gap;
	b->gap_line = line;
	b->last_gap = gap;
}

struct jy_text
jy_copy(struct jy_builder *b, const char *text, size_t len)
{
	return text_clean(&b->arena, text, len);
}

struct jy_source *
jy_source(struct jy_builder *b)
{
	return b->minutes.source;
}

struct jy_ocr *
jy_ocr(struct jy_builder *b)
{
	struct jy_source *source = b->minutes.source;

	if (!source->ocr)
		source->ocr = arena_alloc(&b->arena, sizeof(*source->ocr));
	return source->ocr;
}

struct jy_minutes *
jy_minutes(struct jy_builder *b)
{
	b->restored = true;
	return &b->minutes;
}

void *
jy_make(struct jy_builder *b, const struct jy_shape *shape)
{
	return arena_alloc(&b->arena, shape ? shape->size : sizeof(struct jy_string));
}
