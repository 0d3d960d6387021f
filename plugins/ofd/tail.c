/* What follows the text of the minutes: who was there, who wrote it down, who gets it. */
#include <stdio.h>
#include <string.h>
#include <sys/param.h>

#include "layout.h"
#include "../printed/printed.h"

#define OFD_NOTE_STYLE .size = OFD_SIZE_4, .cell = OFD_SIZE_4, .rows = 1, .end = 2

static const struct ofd_style ofd_list = {OFD_BODY_STYLE, .first = 4};
static const struct ofd_style ofd_signature = {
	OFD_BODY_STYLE, .first = 4, .rest = 4, .end = 4, .align = OFD_RIGHT_ALIGNED};
static const struct ofd_style ofd_note = {OFD_NOTE_STYLE, .first = 2, .rest = 2};
static const struct ofd_style ofd_note_right = {
	OFD_NOTE_STYLE, .first = 2, .rest = 2, .align = OFD_RIGHT_ALIGNED};

static void
ofd_say_in_brackets(struct ofd_text *t, enum ofd_face face, struct jy_text text)
{
	if (!text.len)
		return;
	ofd_say(t, face, "（");
	ofd_say(t, face, text.s);
	ofd_say(t, face, "）");
}

/* STYLE, hanging at the colon after LABEL, where that leaves room. */
static struct ofd_style
ofd_label(struct ofd_text *t, enum ofd_face face, const char *label, struct jy_text scope,
    struct ofd_style style)
{
	ofd_say(t, face, label);
	if (scope.s && !strstr(label, scope.s))
		ofd_say_in_brackets(t, face, scope);
	ofd_say(t, face, "：");
	style.rest = style.first + MIN(ofd_width(t->at, t->n), 24);
	return style;
}

struct ofd_style
ofd_say_label(struct ofd_sheets *s, enum ofd_face face, const char *label, struct jy_text scope)
{
	return ofd_label(&s->text, face, label, scope, ofd_list);
}

/* 王　翔: a name of two characters that stands alone is as wide as one of three. */
static void
ofd_say_name(struct ofd_text *t, const struct jy_person *p)
{
	size_t name = t->n;

	ofd_say(t, OFD_FANG, p->name.s);
	if (!p->organization.len && !p->title.len && t->n == name + 2 &&
	    ofd_width(t->at + name, 2) == 4) {
		struct ofd_letter second = t->at[name + 1];

		ofd_say(t, OFD_FANG, "　");
		t->at[name + 1] = t->at[name + 2];
		t->at[name + 2] = second;
	}
}

static void
ofd_person(struct ofd_text *t, const struct jy_person *p)
{
	ofd_say(t, OFD_FANG, p->organization.s);
	ofd_say(t, OFD_FANG, p->title.s);
	ofd_say_name(t, p);
	if (p->representative && !ofd_ends_with(p->organization, "代表"))
		ofd_say(t, OFD_FANG, "代表");
	ofd_say_in_brackets(t, OFD_FANG, p->note);
}

/* The label, then each person as printed, two spaces between them and none cut by a line's end. */
void
ofd_people(struct ofd_sheets *s, const char *name, const char *label, struct jy_text scope,
    const struct jy_person *people)
{
	struct ofd_text *t = &s->text;
	struct ofd_style style = ofd_say_label(s, OFD_HEI, label, scope);

	ofd_begin(s, name);
	for (const struct jy_person *p = people; p; p = p->next) {
		size_t from;

		ofd_say(t, OFD_FANG, p == people ? NULL : "　　");
		from = t->n;
		ofd_person(t, p);
		if (ofd_width(t->at + from, t->n - from) <=
		    2 * OFD_WIDTH / OFD_CELL - style.rest)
			ofd_bind(t, from);
	}
	ofd_end(s);
	ofd_set(s, &style);
}

void
ofd_say_date(struct ofd_text *t, struct jy_text date)
{
	char text[64];

	ofd_say(t, OFD_FANG, printed_date(text, sizeof(text), date).s);
}

static void
ofd_date_value(struct ofd_sheets *s, const char *name, struct jy_text date)
{
	ofd_begin(s, name);
	ofd_say_date(&s->text, date);
	ofd_end(s);
}

/* 整理: the office above the date, both at the right. */
static void
ofd_compiled(struct ofd_sheets *s, const struct jy_imprint *compiled)
{
	if (!compiled)
		return;
	ofd_say_value(s, "发文机关署名", OFD_FANG, compiled->by.s);
	ofd_say(&s->text, OFD_FANG, compiled->by.len ? "整理" : NULL);
	ofd_set(s, &ofd_signature);
	ofd_date_value(s, "成文日期", compiled->date);
	ofd_set(s, &ofd_signature);
}

static void
ofd_distribution(struct ofd_sheets *s, const struct jy_distribution *d)
{
	struct ofd_text *t = &s->text;
	struct ofd_style style = ofd_label(t, OFD_FANG, d->label.len ? d->label.s : "抄送",
	    (struct jy_text){0}, ofd_note);

	ofd_begin(s, "抄送机关");
	for (const struct jy_string *r = d->recipients; r; r = r->next) {
		ofd_say(t, OFD_FANG, r->text.s);
		if (r->next || !ofd_ends_with(r->text, "。"))
			ofd_say(t, OFD_FANG, r->next ? "；" : "。");
	}
	ofd_end(s);
	ofd_set(s, &style);
}

/* 印发: the office at the left and the date at the right, in one line if both fit. */
static void
ofd_issued(struct ofd_sheets *s, const struct jy_imprint *issued)
{
	struct ofd_text *t = &s->text;
	int left;

	ofd_say_value(s, "印发机关", OFD_FANG, issued->by.s);
	ofd_say(t, OFD_FANG, issued->by.len && !issued->date.len ? "印发" : NULL);
	left = ofd_width(t->at, t->n);
	ofd_set(s, &ofd_note);
	ofd_date_value(s, "印发日期", issued->date);
	ofd_say(t, OFD_FANG, issued->date.len ? "印发" : NULL);
	ofd_set_beside(s, &ofd_note_right, left);
}

static bool
ofd_is_issued(const struct jy_document *d)
{
	return d->issued && (d->issued->by.len || d->issued->date.len);
}

/* 版记: between rules of the standard's weights. */
static void
ofd_set_colophon(struct ofd_sheets *s, const struct jy_document *d)
{
	ofd_rule(s, 0, 350, false);
	for (const struct jy_distribution *e = d->distribution; e; e = e->next)
		ofd_distribution(s, e);
	if (d->distribution && ofd_is_issued(d))
		ofd_rule(s, 0, 250, false);
	if (ofd_is_issued(d))
		ofd_issued(s, d->issued);
	ofd_rule(s, 0, 350, false);
}

/* The 版记 ends the last page.  Where it does not fit below the text, it gets a page of its own. */
void
ofd_colophon(struct ofd_sheets *s, const struct jy_document *d)
{
	struct ofd_mark before;

	if (!d->distribution && !ofd_is_issued(d))
		return;
	ofd_begin(s, "版记");
	before = s->now;
	ofd_set_colophon(s, d);
	if (s->now.pages != before.pages && before.row > 0) {
		s->now = before;
		ofd_new_page(s);
		before = s->now;
		ofd_set_colophon(s, d);
	}
	ofd_end(s);
	ofd_sink(s, before);
}

void
ofd_tail(struct ofd_sheets *s, const struct jy_minutes *m)
{
	if (m->attendance && s->now.row > 0 && s->now.row < OFD_ROWS)
		s->now.row++;
	for (const struct jy_group *g = m->attendance; g; g = g->next)
		ofd_people(s, printed_role(g->role), g->label.len ? g->label.s : printed_role(g->role),
		    g->scope, g->people);
	if (m->meeting->recorders)
		ofd_people(s, "记录", "记录", (struct jy_text){0}, m->meeting->recorders);
	ofd_compiled(s, m->document->compiled);
	if (m->document->disclosure.len) {
		ofd_begin(s, "附注");
		ofd_say_in_brackets(&s->text, OFD_FANG, m->document->disclosure);
		ofd_end(s);
		ofd_set(s, &ofd_list);
	}
}
