/* Minutes as Akoma Ntoso: what stands before the items. */
#include <stdio.h>
#include <string.h>

#include "akn.h"

/* Does the opening say it? */
static bool
akn_says(const struct akn *a, struct jy_text text)
{
	const char *preamble = a->m->meeting->preamble.s;

	return preamble && text.s && strstr(preamble, text.s);
}

/* A title that is not printed is the editor's. */
static void
akn_title(struct akn *a)
{
	const struct jy_document *d = a->m->document;

	if (!akn_given(d->title))
		return;
	akn_start_mixed(a, "p", NULL);
	xml_start(a->w, "docTitle");
	if (d->title_supplied)
		xml_attribute(a->w, "status", "editorial");
	xml_put_text(a->w, d->title.s);
	xml_end(a->w);
	xml_end_mixed(a->w);
}

static void
akn_number(struct akn *a)
{
	const struct jy_number *number = a->m->document->number;

	if (!number || !akn_given(number->text))
		return;
	akn_start_mixed(a, "p", NULL);
	xml_text_element(a->w, "docNumber", number->text);
	xml_end_mixed(a->w);
}

/* Is the day, without its year, in the opening? */
static bool
akn_says_day(const struct akn *a, struct jy_text date)
{
	int year, month, day;
	char text[32] = "";

	if (!akn_is_day(date))
		return akn_says(a, date);
	if (sscanf(date.s, "%4d-%2d-%2d", &year, &month, &day) == 3)
		snprintf(text, sizeof(text), "%d月%d日", month, day);
	return akn_says(a, (struct jy_text){text, strlen(text)});
}

/* What is announced, where the opening does not say it. */
static void
akn_agenda(struct akn *a)
{
	for (const struct jy_topic *t = a->m->agenda; t; t = t->next) {
		bool said = true;

		for (const struct jy_string *s = t->subjects; s; s = s->next)
			said = said && akn_says(a, s->text);
		if (said)
			continue;
		akn_start_mixed(a, "block", "topic");
		xml_put_text(a->w, t->action.s);
		for (const struct jy_string *s = t->subjects; s; s = s->next)
			xml_put_text(a->w, s->text.s);
		xml_end_mixed(a->w);
	}
}

static bool
akn_says_person(const struct akn *a, const struct jy_person *p)
{
	const struct jy_text texts[] = {p->name, p->organization, p->title};
	bool said = true;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		said = said && (!akn_given(texts[i]) || akn_says(a, texts[i]));
	return said;
}

/* What is told of the meeting elsewhere than in its opening, as lines before it are. */
static void
akn_meeting(struct akn *a)
{
	const struct jy_meeting *g = a->m->meeting;
	bool said = true;

	if (!akn_says(a, g->name))
		akn_line(a, "meeting", NULL, g->name, NULL);
	if (!akn_says(a, g->term) && !(g->name.s && g->term.s && strstr(g->name.s, g->term.s)))
		akn_line(a, "term", NULL, g->term, NULL);
	if (akn_given(g->date) && !akn_says_day(a, g->date)) {
		akn_start_mixed(a, "block", "date");
		xml_put_text(a->w, "时间：");
		akn_date(a, "date", g->date);
		xml_end_mixed(a->w);
	}
	if (!akn_says(a, g->period))
		akn_line(a, "period", NULL, g->period, NULL);
	if (!akn_says(a, g->place))
		akn_line(a, "place", "地点：", g->place, NULL);
	for (const struct jy_person *p = g->chairs; p; p = p->next)
		said = said && akn_says_person(a, p);
	if (!said)
		akn_people(a, "chairs", "主持", (struct jy_text){0}, g->chairs, "chair");
}

void
akn_preface(struct akn *a)
{
	const struct jy_document *d = a->m->document;

	akn_part(a, "preface");
	akn_line(a, "copy", NULL, d->copy, NULL);
	akn_line(a, "classification", NULL, d->classification, NULL);
	akn_line(a, "urgency", NULL, d->urgency, NULL);
	akn_title(a);
	akn_number(a);
	if (d->signers)
		akn_people(a, "signers", "签发人", (struct jy_text){0}, d->signers, "signer");
	akn_meeting(a);
	akn_agenda(a);
	akn_end_part(a);
}

/* The opening, in which those who preside are marked where they come, in their order. */
static void
akn_opening(struct akn *a, const char *s)
{
	for (const struct jy_person *p = a->m->meeting->chairs; p; p = p->next) {
		const char *at = akn_given(p->name) ? strstr(s, p->name.s) : NULL;
		xmlChar *before;

		if (!at)
			continue;
		before = xmlStrndup(BAD_CAST s, (int)(at - s));
		xml_put_text(a->w, (const char *)before);
		xmlFree(before);
		akn_name(a, p, "chair");
		s = at + p->name.len;
	}
	xml_put_text(a->w, s);
}

void
akn_preamble(struct akn *a)
{
	struct jy_text preamble = a->m->meeting->preamble;

	akn_part(a, "preamble");
	if (akn_given(preamble)) {
		akn_start_mixed(a, "p", NULL);
		akn_opening(a, preamble.s);
		xml_end_mixed(a->w);
	}
	akn_end_part(a);
}
