/* Sets the minutes: their text.  The head is set by head.c, the tail by tail.c. */
#include "layout.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct ofd_style ofd_body = {OFD_BODY_STYLE, .first = 4, .align = OFD_JUSTIFIED};

bool
ofd_ends_with(struct jy_text text, const char *end)
{
	size_t len = strlen(end);

	return text.len >= len && memcmp(text.s + text.len - len, end, len) == 0;
}

/* Whether what follows TEXT runs in, as after a full stop. */
static bool
ofd_ends_sentence(struct jy_text text)
{
	static const char *const ends[] = {"。", "：", "；", "！", "？", ".", ":", ";"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (ofd_ends_with(text, ends[i]))
			return true;
	return false;
}

/* A label of nothing but a numeral would run into what it labels. */
static void
ofd_say_ordinal(struct ofd_sheets *s, enum ofd_face face, struct jy_text label)
{
	static const char numerals[] = "〇一二三四五六七八九十百";

	ofd_say(&s->text, face, label.s);
	if (label.len && isalnum((unsigned char)label.s[label.len - 1]))
		ofd_say(&s->text, face, "　");
	for (const char *n = numerals; *n; n += 3)
		if (label.len >= 3 && memcmp(label.s + label.len - 3, n, 3) == 0)
			ofd_say(&s->text, face, "　");
}

static void
ofd_clause(struct ofd_sheets *s, const struct jy_clause *c)
{
	enum ofd_face face = c->title.len ? OFD_KAI : OFD_FANG;

	ofd_begin_with_id(s, "条款", c->id);
	ofd_say_ordinal(s, face, c->label);
	ofd_say(&s->text, face, c->title.s);
	if (c->title.len && !ofd_ends_sentence(c->title))
		ofd_set(s, &ofd_body);
	ofd_paragraph(s, &ofd_body, OFD_FANG, c->text.s);
	ofd_end(s);
}

/* Sets CLAUSES and those within them, in order, however deep they are nested. */
static void
ofd_clauses(struct ofd_sheets *s, const struct jy_clause *clauses)
{
	const struct jy_clause **stack = NULL;
	size_t depth = 0, room = 0;

	for (const struct jy_clause *c = clauses; c || depth;) {
		if (!c) {
			c = stack[--depth];
			continue;
		}
		ofd_clause(s, c);
		stack = ofd_grow(stack, depth, &room, sizeof(*stack));
		stack[depth++] = c->next;
		c = c->clauses;
	}
	free(stack);
}

static void
ofd_item(struct ofd_sheets *s, const struct jy_item *i)
{
	ofd_begin_with_id(s, OFD_ITEM, i->id);
	ofd_begin(s, "议题标题");
	ofd_say_ordinal(s, OFD_HEI, i->label);
	ofd_paragraph(s, &ofd_body, OFD_HEI, i->title.s);
	ofd_end(s);
	ofd_clauses(s, i->clauses);
	ofd_end(s);
}

static void
ofd_value(struct ofd_sheets *s, const char *name, struct jy_text text)
{
	ofd_say_value(s, name, OFD_FANG, text.s);
	ofd_set(s, &ofd_body);
}

static void
ofd_body_text(struct ofd_sheets *s, const struct jy_minutes *m)
{
	const struct jy_meeting *g = m->meeting;

	ofd_begin(s, "正文");
	ofd_value(s, "导语", g->preamble);
	if (!g->preamble.s || !g->lead_in.s || !strstr(g->preamble.s, g->lead_in.s))
		ofd_value(s, "导语", g->lead_in);	/* else it is the opening's last sentence */
	for (const struct jy_item *i = m->items; i; i = i->next)
		ofd_item(s, i);
	for (const struct jy_remark *r = m->remarks; r; r = r->next)
		ofd_value(s, "其他事项", r->text);
	ofd_end(s);
}

void
ofd_layout(struct ofd_sheets *s, const struct jy_minutes *m)
{
	ofd_begin(s, "公文");
	s->text.tag = 0;
	ofd_new_page(s);
	ofd_head(s, m->document);
	ofd_begin(s, "主体");
	ofd_setting(s, m);
	ofd_body_text(s, m);
	ofd_tail(s, m);
	ofd_end(s);
	ofd_colophon(s, m->document);
	ofd_finish(s);
}
