/* The blocks of minutes, in the order of the form (GB/T 9704-2012, 10.3). */
#include "printed.h"

#include <stdio.h>
#include <string.h>

struct printed_walker {
	const struct jy_minutes *minutes;
	void (*take)(void *, const struct printed_block *);
	void *to;
	size_t number;
};

#define PRINTED_WORD(word) ((struct jy_text){word, sizeof(word) - 1})

static void
printed_give(const struct printed_walker *w, struct printed_block block)
{
	if (block.number || block.label.len || block.text.len || block.date.len || block.people
	    || block.texts)
		w->take(w->to, &block);
}

/* Does the opening, the title or the meeting's name say TEXT? */
static bool
printed_is_said(const struct jy_minutes *m, const char *text)
{
	const struct jy_text said[] = {
		m->meeting->preamble, m->meeting->lead_in, m->document->title,
	};

	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		if (said[i].s && strstr(said[i].s, text))
			return true;
	return false;
}

static void
printed_head(const struct printed_walker *w)
{
	const struct jy_document *d = w->minutes->document;
	const struct jy_text marks[] = {d->copy, d->classification, d->urgency};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		printed_give(w, (struct printed_block){PRINTED_MARK, .text = marks[i]});
	printed_give(w, (struct printed_block){PRINTED_TITLE, .text = d->title, .at = &d->at});
	if (d->number)
		printed_give(w,
		    (struct printed_block){PRINTED_NUMBER, .text = d->number->text,
			.at = &d->number->at});
	if (d->signers)
		printed_give(w,
		    (struct printed_block){PRINTED_FACT, .label = PRINTED_WORD("签发人"),
			.people = d->signers});
}

static void
printed_people_fact(const struct printed_walker *w, struct jy_text label,
    const struct jy_person *people)
{
	for (const struct jy_person *p = people; p; p = p->next) {
		if (!p->name.s || !printed_is_said(w->minutes, p->name.s)) {
			printed_give(w,
			    (struct printed_block){PRINTED_FACT, .label = label, .people = people});
			return;
		}
	}
}

static void
printed_time(const struct printed_walker *w)
{
	const struct jy_meeting *meeting = w->minutes->meeting;
	char date[64];
	struct jy_text printed = printed_date(date, sizeof(date), meeting->date);
	const char *year = printed.s ? strstr(printed.s, "年") : NULL;

	/* The year may be printed elsewhere, or the day only. */
	if (printed.s && !printed_is_said(w->minutes, year ? year + strlen("年") : printed.s))
		printed_give(w,
		    (struct printed_block){PRINTED_FACT, .label = PRINTED_WORD("时间"),
			.text = printed, .date = meeting->period});
}

static void
printed_topics(const struct printed_walker *w)
{
	for (const struct jy_topic *t = w->minutes->agenda; t; t = t->next) {
		for (const struct jy_string *s = t->subjects; s; s = s->next) {
			if (s->text.s && !printed_is_said(w->minutes, s->text.s)) {
				printed_give(w,
				    (struct printed_block){PRINTED_FACT,
					.label = PRINTED_WORD("议题"), .text = t->action,
					.texts = t->subjects, .at = &t->at});
				break;
			}
		}
	}
}

/* What stood in labels before the text, and is told by nothing else. */
static void
printed_facts(const struct printed_walker *w)
{
	const struct jy_meeting *meeting = w->minutes->meeting;

	if (meeting->name.s && !printed_is_said(w->minutes, meeting->name.s))
		printed_give(w,
		    (struct printed_block){PRINTED_FACT, .label = PRINTED_WORD("会议名称"),
			.text = meeting->name, .at = &meeting->at});
	printed_time(w);
	if (meeting->place.s && !printed_is_said(w->minutes, meeting->place.s))
		printed_give(w,
		    (struct printed_block){PRINTED_FACT, .label = PRINTED_WORD("地点"),
			.text = meeting->place});
	printed_people_fact(w, PRINTED_WORD("主持"), meeting->chairs);
	printed_topics(w);
}

/* Below a clause without a heading, the level stays that of the last that has one. */
static void
printed_clauses(struct printed_walker *w, const struct jy_clause *c, int level)
{
	for (; c; c = c->next) {
		bool titled = c->title.len > 0;

		w->number++;
		if (titled)
			printed_give(w,
			    (struct printed_block){PRINTED_HEADING, .level = level,
				.number = w->number, .label = c->label, .text = c->title,
				.at = &c->at});
		printed_give(w,
		    (struct printed_block){PRINTED_PARAGRAPH, .number = titled ? 0 : w->number,
			.label = titled ? (struct jy_text){0} : c->label, .text = c->text,
			.at = &c->at});
		printed_clauses(w, c->clauses, level + titled);
	}
}

static void
printed_items(struct printed_walker *w)
{
	for (const struct jy_item *i = w->minutes->items; i; i = i->next) {
		w->number++;
		printed_give(w,
		    (struct printed_block){PRINTED_HEADING, .level = 2, .number = w->number,
			.label = i->label, .text = i->title, .at = &i->at});
		printed_clauses(w, i->clauses, 2 + (i->label.len || i->title.len));
	}
}

/* The group's own label, else the form's word. */
static struct jy_text
printed_label(const struct jy_group *g)
{
	const char *word = printed_role(g->role);

	return g->label.s ? g->label : (struct jy_text){word, strlen(word)};
}

static void
printed_attendance(struct printed_walker *w)
{
	for (const struct jy_group *g = w->minutes->attendance; g; g = g->next)
		printed_give(w,
		    (struct printed_block){PRINTED_GROUP, .number = ++w->number,
			.label = printed_label(g), .scope = g->scope, .people = g->people,
			.at = &g->at});
	if (w->minutes->meeting->recorders)
		printed_give(w,
		    (struct printed_block){PRINTED_FACT, .label = PRINTED_WORD("记录"),
			.people = w->minutes->meeting->recorders});
}

static void
printed_imprint(const struct printed_walker *w, enum printed_kind kind, const char *word,
    const struct jy_imprint *imprint)
{
	char date[64];
	struct printed_block block = {.kind = kind};

	if (!imprint)
		return;
	block.label = imprint->by.len ? (struct jy_text){word, strlen(word)} : (struct jy_text){0};
	block.text = imprint->by;
	block.date = printed_date(date, sizeof(date), imprint->date);
	block.at = &imprint->at;
	printed_give(w, block);
}

static void
printed_tail(struct printed_walker *w)
{
	const struct jy_document *d = w->minutes->document;

	printed_attendance(w);
	printed_imprint(w, PRINTED_SIGNATURE, "整理", d->compiled);
	printed_give(w, (struct printed_block){PRINTED_NOTE, .text = d->disclosure});
	for (const struct jy_distribution *e = d->distribution; e; e = e->next)
		printed_give(w,
		    (struct printed_block){PRINTED_COPIES,
			.label = e->label.len ? e->label : PRINTED_WORD("抄送"),
			.texts = e->recipients, .at = &e->at});
	printed_imprint(w, PRINTED_ISSUED, "印发", d->issued);
}

void
printed_walk(const struct jy_minutes *m, void (*take)(void *, const struct printed_block *),
    void *to)
{
	struct printed_walker w = {.minutes = m, .take = take, .to = to};

	printed_head(&w);
	printed_facts(&w);
	printed_give(&w,
	    (struct printed_block){PRINTED_PARAGRAPH, .text = m->meeting->preamble,
		.at = &m->meeting->at});
	/* The opening may end with it. */
	if (m->meeting->lead_in.s
	    && !(m->meeting->preamble.s && strstr(m->meeting->preamble.s, m->meeting->lead_in.s)))
		printed_give(&w,
		    (struct printed_block){PRINTED_PARAGRAPH, .text = m->meeting->lead_in});
	printed_items(&w);
	for (const struct jy_remark *r = m->remarks; r; r = r->next)
		printed_give(&w,
		    (struct printed_block){PRINTED_PARAGRAPH, .text = r->text, .at = &r->at});
	printed_tail(&w);
}
