/* Sets the minutes: masthead, title, items; the tail is set by tail.c. */
#include "layout.h"

#include <stdlib.h>
#include <string.h>
#include <sys/param.h>

static const struct ofd_style ofd_body = {OFD_BODY_STYLE, .first = 4, .align = OFD_JUSTIFIED};
static const struct ofd_style ofd_centred = {OFD_BODY_STYLE, .align = OFD_CENTRED};

bool
ofd_ends_with(struct jy_text text, const char *end)
{
	size_t len = strlen(end);

	return text.len >= len && memcmp(text.s + text.len - len, end, len) == 0;
}

/*
 * 纪要标志: 35 mm below the type area's top, as large as it fits.  Where one line is too short for
 * it, the issuer gets a line of its own.  Archives print a title that they made in brackets.
 */
static void
ofd_masthead(struct ofd_sheets *s, const struct jy_document *d)
{
	struct ofd_style style = {.rows = 2, .drop = 35000 - 3 * OFD_PITCH, .align = OFD_CENTRED,
	    .red = true};
	struct ofd_text *t = &s->text;
	size_t issuer = 0;
	int width;

	if (!d->title.s)
		return;
	s->now.row = 3;
	ofd_say(t, OFD_XIAOBIAOSONG, d->title_supplied ? "[" : NULL);
	if (d->issuer.s && strncmp(d->title.s, d->issuer.s, d->issuer.len) == 0) {
		ofd_say(t, OFD_XIAOBIAOSONG, d->issuer.s);
		issuer = t->n;
	}
	ofd_say(t, OFD_XIAOBIAOSONG, d->title.s + (issuer ? d->issuer.len : 0));
	ofd_say(t, OFD_XIAOBIAOSONG, d->title_supplied ? "]" : NULL);
	width = ofd_width(t->at, t->n);
	if (issuer && issuer < t->n && width > 2 * OFD_WIDTH / OFD_SIZE_0) {
		int first = ofd_width(t->at, issuer);

		width = MAX(first, width - first);
		t->at[issuer].must_begin = true;
	}
	style.size = style.cell = MAX(MIN(2 * OFD_WIDTH / MAX(width, 1), OFD_SIZE_0), OFD_SIZE_2);
	ofd_set(s, &style);
}

/* 发文字号, two lines below the masthead, and the red rule 4 mm below the number. */
static void
ofd_number_and_rule(struct ofd_sheets *s, const struct jy_document *d)
{
	const char *number = d->number ? d->number->text.s : NULL;
	int below = 4000 - (OFD_PITCH - OFD_SIZE_3) / 2;

	if (!d->title.s && !number)
		return;
	if (number && d->title.s)
		s->now.row += 2;
	ofd_paragraph(s, &ofd_centred, OFD_FANG, number);
	ofd_rule(s, below, 700, true);
	s->now.row++;
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

static void
ofd_clause(struct ofd_sheets *s, const struct jy_clause *c)
{
	enum ofd_face face = c->title.s ? OFD_KAI : OFD_FANG;

	ofd_say(&s->text, face, c->label.s);
	ofd_say(&s->text, face, c->title.s);
	if (c->title.s && !ofd_ends_sentence(c->title))
		ofd_set(s, &ofd_body);
	ofd_paragraph(s, &ofd_body, OFD_FANG, c->text.s);
}

/* Sets CLAUSES and those within them, in order, however deep they are nested. */
static void
ofd_clauses(struct ofd_sheets *s, const struct jy_clause *clauses)
{
	const struct jy_clause **stack = NULL;
	size_t depth = 0, room = 0;

	for (const struct jy_clause *c = clauses; c || depth; ) {
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
ofd_body_text(struct ofd_sheets *s, const struct jy_minutes *m)
{
	ofd_paragraph(s, &ofd_body, OFD_FANG, m->meeting->preamble.s);
	ofd_paragraph(s, &ofd_body, OFD_FANG, m->meeting->lead_in.s);
	for (const struct jy_item *i = m->items; i; i = i->next) {
		ofd_say(&s->text, OFD_HEI, i->label.s);
		ofd_paragraph(s, &ofd_body, OFD_HEI, i->title.s);
		ofd_clauses(s, i->clauses);
	}
	for (const struct jy_remark *r = m->remarks; r; r = r->next)
		ofd_paragraph(s, &ofd_body, OFD_FANG, r->text.s);
}

void
ofd_layout(struct ofd_sheets *s, const struct jy_minutes *m)
{
	ofd_new_page(s);
	ofd_masthead(s, m->document);
	ofd_number_and_rule(s, m->document);
	ofd_body_text(s, m);
	ofd_tail(s, m);
	ofd_finish(s);
}
