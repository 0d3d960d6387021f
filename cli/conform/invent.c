/*
 * Minutes that nobody held, for writers: made along the table of the model, so that a field which is
 * added to it is tried at once.  A reader of ours makes them, as a plugin would.
 */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { NESTING = 3 };			/* of lists in lists, where a shape contains itself */

/* What breaks writers; the library has replaced control characters before any sees them. */
static const struct hostile { const char *kind, *text; } hostile[] = {
	{"white space", " \t 会 \u3000 议 \u00a0\u2028\u2029\u200b "},
	{"marks of XML", "<script>alert(\"1\")</script> ]]> <![CDATA[ --> <!-- &amp; &#0; ' ?> %a;"},
	{"marks of Markdown", "# 一 *二* _三_ `四` [五](六) | 七 | ~~八~~ ![九] \\ 1. - + > <b> ***"},
	{"marks of tables", "甲\"乙,丙;丁\t戊|己"},
	{"a formula", "=cmd|' /C calc'!A0"},
	{"another formula", "@SUM(A1)"},
	{"formats of printf", "%s%n%d%%$(id)`id`../../etc/passwd"},
	{"two directions", "甲\u202e乙\u202c\u2066丙\u2069\u200f丁\u061c"},
	{"joined characters", "葛\U000e0100飾\u0301\u200d👩\u200d👩\u200d👧\ufe0f\ufeff"},
	{"rare characters", "𠮷𪚥\U0001fffe\ue000\uf8ff\U0010ffff\ufffd"},
	{"control characters", "甲\x01\x1b[31m\x7f\xC2\x85乙"},
	{"no text", ""},
	{"a long text", NULL},
};

const char *const invented[] = {
	"full", "empty", "blank", "white space", "marks of XML", "marks of Markdown",
	"marks of tables", "a formula", "another formula", "formats of printf", "two directions",
	"joined characters", "rare characters", "control characters", "no text", "a long text", NULL
};

struct maker {
	struct jy_builder *builder;
	const char *text;		/* of every field; NULL: a text like no other */
	long length, count;		/* of the lists of the root; of all that was made */
	bool blank;			/* lists have an element, and that has nothing */
};

static void fill(struct maker *, const struct jy_shape *, void *object, int depth);

static const char *
long_text(void)
{
	static char text[30001];

	for (size_t i = 0; i + 3 < sizeof(text); i += 3)
		memcpy(text + i, "云", 3);
	return text;
}

/* Texts that are no free ones, so that other parts can point at them. */
static const char *
exact(const struct jy_field *f)
{
	static const struct { const char *name, *text; } known[] = {
		{"schema", JY_SCHEMA}, {"id", "i1"}, {"clause", "i1"}, {"date", "2031-02-03"},
		{"created", "2031-02-03T04:05:06Z"}, {"modified", "2031-02-03T04:05:06Z"},
		{"severity", "warning"}, {"code", "invented"},
	};

	if (f->words)
		return strrchr(f->words, '|') ? strrchr(f->words, '|') + 1 : f->words;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i].name, f->name) == 0)
			return known[i].text;
	return NULL;
}

static struct jy_text
make_text(struct maker *m, const struct jy_field *f)
{
	const char *text = f ? exact(f) : NULL;
	char own[80];

	if (f && strcmp(f->name, "sha256") == 0)
		text = (snprintf(own, sizeof(own), "%064ld", ++m->count), own);
	else
		snprintf(own, sizeof(own), "云州市第%ld项", ++m->count);
	text = text ? text : m->text ? m->text : own;
	return jy_copy(m->builder, text, strlen(text));
}

static void *
make_list(struct maker *m, const struct jy_field *f, int depth)
{
	long length = m->blank ? 1 : depth ? 2 : m->length;
	void *first = NULL, **end = &first;

	for (long i = 0; i < length && depth < NESTING; i++) {
		*end = jy_make(m->builder, f->shape);
		if (m->blank)
			break;
		if (f->shape)
			fill(m, f->shape, *end, depth + 1);
		else
			((struct jy_string *)*end)->text = make_text(m, NULL);
		end = *end;		/* a list's element begins with its next */
	}
	return first;
}

static void *
make_object(struct maker *m, const struct jy_field *f, int depth)
{
	void *object = jy_make(m->builder, f->shape);

	fill(m, f->shape, object, depth);
	return object;
}

static void
fill_field(struct maker *m, const struct jy_field *f, void *object, int depth)
{
	void *p = JY_FIELD(object, f, void);

	switch (f->kind) {
	case JY_TEXT: *(struct jy_text *)p = make_text(m, f); break;
	case JY_COUNT: *(long *)p = ++m->count; break;
	case JY_ORDINAL: *(int *)p = (int)++m->count; break;
	case JY_FLAG: *(bool *)p = true; break;
	case JY_OBJECT: *(void **)p = make_object(m, f, depth); break;
	case JY_TEXTS:
	case JY_LIST: *(void **)p = make_list(m, f, depth); break;
	case JY_PLACE:
		*(struct jy_place *)p = (struct jy_place){.page = 1,
		    .first_line = (int)++m->count,
		    .last_line = (int)m->count,
		    .x1 = 90.5,
		    .y1 = 12.25};
		break;
	}
}

static void
fill(struct maker *m, const struct jy_shape *shape, void *object, int depth)
{
	for (const struct jy_field *f = shape->fields; f->name; f++)
		fill_field(m, f, object, depth);
}

static const struct hostile *
find_hostile(const char *kind)
{
	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++)
		if (strcmp(hostile[i].kind, kind) == 0)
			return &hostile[i];
	return NULL;
}

static void
fill_blank(struct maker *m, struct jy_minutes *minutes)
{
	m->blank = true;
	for (const struct jy_field *f = jy_minutes_shape()->fields; f->name; f++)
		if (f->kind == JY_LIST)
			*JY_FIELD(minutes, f, void *) = make_list(m, f, 0);
}

static int
invent_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct jy_minutes *minutes = jy_minutes(builder);
	const char *kind = (const char *)in.at;
	const struct hostile *h = find_hostile(kind);
	struct maker m = {.builder = builder, .length = 2};

	(void)task;
	if (h)
		m.text = h->text ? h->text : long_text();
	else if (strspn(kind, "0123456789"))
		m.count = 1000 * (m.length = atol(kind));	/* no text is that of others */
	if (strcmp(kind, "blank") == 0)
		fill_blank(&m, minutes);
	else if (strcmp(kind, "empty") != 0)
		fill(&m, jy_minutes_shape(), minutes, 0);
	return 0;
}

struct jy_minutes *
invent(const char *kind)
{
	static const struct jy_plugin inventor = {
		.size = sizeof(inventor), .name = "invented", .title = "Minutes that nobody held",
		.read = invent_read
	};
	struct jy_task *task = jy_begin(&inventor);
	struct jy_minutes *minutes = jy_read(task,
	    (struct jy_bytes){(const unsigned char *)kind, strlen(kind) + 1}, "invented");

	jy_end(task);
	return must(minutes);
}
