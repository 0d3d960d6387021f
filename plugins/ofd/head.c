/* What precedes the text of the minutes: masthead, number, and what the opening does not say. */
#include <stdlib.h>
#include <string.h>
#include <sys/param.h>

#include "layout.h"

static const struct ofd_style ofd_corner = {OFD_BODY_STYLE};
static const struct ofd_style ofd_centred = {OFD_BODY_STYLE, .align = OFD_CENTRED};
static const struct ofd_style ofd_left = {OFD_BODY_STYLE, .first = 2, .rest = 2};
static const struct ofd_style ofd_right = {
	OFD_BODY_STYLE, .first = 2, .rest = 2, .end = 2, .align = OFD_RIGHT_ALIGNED};
enum { OFD_ABOVE_MASTHEAD = 3 };	/* rows, which belong to 份号, 密级 and 紧急程度 */

static void
ofd_corner_line(struct ofd_sheets *s, const char *name, enum ofd_face face, struct jy_text text)
{
	ofd_say_value(s, name, face, text.s);
	ofd_set(s, &ofd_corner);
}

/* Narrows lines so that WIDTH halves, which are more than one line holds, fill each as much. */
static void
ofd_balance(struct ofd_style *style, int width)
{
	int room = 2 * OFD_WIDTH / style->cell, lines = (width + room - 1) / room;

	if (lines > 1)
		style->end = (room - (width + lines - 1) / lines - 2) / 2;
	style->end = MAX(style->end, 0);
	style->first = style->rest = style->end;
}

/*
 * 纪要标志: 35 mm below the type area's top, as large as it fits.  Where one line is too short for
 * it, the issuer gets a line of its own.  Archives print a title that they made in brackets.
 */
static void
ofd_masthead(struct ofd_sheets *s, const struct jy_document *d)
{
	struct ofd_style style = {.rows = 2, .drop = 35000 - OFD_ABOVE_MASTHEAD * OFD_PITCH,
	    .align = OFD_CENTRED, .red = true};
	struct ofd_text *t = &s->text;
	size_t issuer = 0;
	int width;

	s->now.row = MAX(s->now.row, OFD_ABOVE_MASTHEAD);
	ofd_begin(s, "发文机关标志");
	ofd_say(t, OFD_XIAOBIAOSONG, d->title_supplied ? "[" : NULL);
	if (d->issuer.len && strncmp(d->title.s, d->issuer.s, d->issuer.len) == 0) {
		ofd_say(t, OFD_XIAOBIAOSONG, d->issuer.s);
		issuer = t->n;
	}
	ofd_say(t, OFD_XIAOBIAOSONG, d->title.s + (issuer ? d->issuer.len : 0));
	ofd_say(t, OFD_XIAOBIAOSONG, d->title_supplied ? "]" : NULL);
	ofd_end(s);
	width = ofd_width(t->at, t->n);
	if (issuer && issuer < t->n && width > 2 * OFD_WIDTH / OFD_SIZE_0) {
		int first = ofd_width(t->at, issuer);

		width = MAX(first, width - first);
		t->at[issuer].must_begin = true;
	}
	style.size = style.cell = MAX(MIN(2 * OFD_WIDTH / MAX(width, 1), OFD_SIZE_0), OFD_SIZE_2);
	ofd_balance(&style, width);
	ofd_set(s, &style);
}

/* 发文字号 in the middle; or at the left, where 签发人 stand at the right. */
static void
ofd_number_line(struct ofd_sheets *s, const struct jy_document *d)
{
	int left;

	ofd_say_value(s, "发文字号", OFD_FANG, d->number ? d->number->text.s : NULL);
	if (!d->signers) {
		ofd_set(s, &ofd_centred);
		return;
	}
	left = ofd_width(s->text.at, s->text.n);
	ofd_set(s, &ofd_left);
	ofd_say(&s->text, OFD_FANG, "签发人：");
	for (const struct jy_person *p = d->signers; p; p = p->next) {
		ofd_begin(s, "签发人");
		ofd_say(&s->text, OFD_KAI, p->organization.s);
		ofd_say(&s->text, OFD_KAI, p->title.s);
		ofd_say(&s->text, OFD_KAI, p->name.s);
		ofd_end(s);
		ofd_say(&s->text, OFD_KAI, p->next ? "　" : NULL);
	}
	ofd_set_beside(s, &ofd_right, left);
}

/* The number stands two lines below the masthead, the red rule 4 mm below the number, or where
 * there is none below the line after the masthead. */
static void
ofd_number_and_rule(struct ofd_sheets *s, const struct jy_document *d)
{
	bool any = (d->number && d->number->text.len) || d->signers;
	int below = 4000 - (OFD_PITCH - OFD_SIZE_3) / 2;

	if (!d->title.len && !any)
		return;
	if (d->title.len)
		s->now.row += any ? 2 : 1;
	ofd_number_line(s, d);
	ofd_rule(s, below, 700, true);
	s->now.row++;
}

/* TEXT without white space, to be freed. */
static char *
ofd_squeezed(const char *text)
{
	size_t n = 0, size = text ? strlen(text) : 0;
	char *squeezed = ofd_must(malloc(size + 1));

	for (size_t i = 0; i < size; i++) {
		if (strchr(" \t", text[i]))
			continue;
		if (strncmp(text + i, "　", 3) == 0) {
			i += 2;
			continue;
		}
		squeezed[n++] = text[i];
	}
	squeezed[n] = '\0';
	return squeezed;
}

/* Names have no white space in the model, and may have some where they are printed. */
static bool
ofd_is_said(const char *opening, struct jy_text text)
{
	char *squeezed = ofd_squeezed(text.s);
	bool said = strstr(opening, squeezed) != NULL;

	free(squeezed);
	return said;
}

static bool
ofd_are_said(const char *opening, const struct jy_person *people)
{
	for (; people; people = people->next)
		if (people->name.len && !ofd_is_said(opening, people->name))
			return false;
	return true;
}

static void
ofd_topics(struct ofd_sheets *s, const struct jy_topic *topics)
{
	struct ofd_style style = ofd_say_label(s, OFD_HEI, "会议议题", (struct jy_text){0});

	for (const struct jy_topic *t = topics; t; t = t->next) {
		ofd_begin(s, "会议议题");
		ofd_say(&s->text, OFD_FANG, t->action.s);
		for (const struct jy_string *j = t->subjects; j; j = j->next) {
			ofd_say(&s->text, OFD_FANG, j->text.s);
			ofd_say(&s->text, OFD_FANG, j->next ? "、" : NULL);
		}
		ofd_end(s);
		ofd_say(&s->text, OFD_FANG, t->next ? "；" : NULL);
	}
	ofd_set(s, &style);
}

static void
ofd_labelled(struct ofd_sheets *s, const char *label, struct jy_text text)
{
	struct ofd_style style;

	if (!text.len)
		return;
	style = ofd_say_label(s, OFD_HEI, label, (struct jy_text){0});
	ofd_say_value(s, label, OFD_FANG, text.s);
	ofd_set(s, &style);
}

static void
ofd_time(struct ofd_sheets *s, const struct jy_meeting *g)
{
	struct ofd_style style;

	if (!g->date.len && !g->period.len)
		return;
	style = ofd_say_label(s, OFD_HEI, "会议时间", (struct jy_text){0});
	ofd_begin(s, "会议时间");
	ofd_say_date(&s->text, g->date);
	ofd_say(&s->text, OFD_FANG, g->period.s);
	ofd_end(s);
	ofd_set(s, &style);
}

/* Minutes mostly say in their opening which meeting it was, when, where and who presided.  Others
 * have a line for each, and so has what the opening does not say. */
void
ofd_setting(struct ofd_sheets *s, const struct jy_minutes *m)
{
	const struct jy_meeting *g = m->meeting;
	char *opening = ofd_squeezed(g->preamble.s);

	ofd_begin(s, "会议");
	if (!*opening) {
		ofd_labelled(s, "会议名称", g->name);
		ofd_time(s, g);
	}
	if (!*opening || !g->place.len || !ofd_is_said(opening, g->place))
		ofd_labelled(s, "会议地点", g->place);
	if (g->chairs && (!*opening || !ofd_are_said(opening, g->chairs)))
		ofd_people(s, "主持人", "主持人", (struct jy_text){0}, g->chairs);
	if (m->agenda && (!*opening || (m->agenda->subjects &&
	    !ofd_is_said(opening, m->agenda->subjects->text))))
		ofd_topics(s, m->agenda);
	ofd_end(s);
	free(opening);
}

void
ofd_head(struct ofd_sheets *s, const struct jy_document *d)
{
	ofd_begin(s, "版头");
	ofd_corner_line(s, "份号", OFD_FANG, d->copy);
	ofd_corner_line(s, "密级和保密期限", OFD_HEI, d->classification);
	ofd_corner_line(s, "紧急程度", OFD_HEI, d->urgency);
	if (d->title.len)
		ofd_masthead(s, d);
	ofd_number_and_rule(s, d);
	ofd_end(s);
}
