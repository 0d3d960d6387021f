/* 议定事项: what a clause settles, or what somebody has to do. */
#include <stdlib.h>
#include <string.h>

#include "duties.h"
#include "stages.h"
#include "titles.h"
#include "verdicts.h"

/* A decision while its sentences are being gathered. */
struct draft {
	struct span span, verdict;
	struct span labels;		/* 责任单位：甲 on lines of their own after its clause */
	struct duty duty;
};

struct search {
	struct sheet *s;
	const struct passage *passage;
	struct draft draft;
	bool open;
	bool assigned;			/* a part of this sentence named its actor */
	size_t since;			/* where the text begins that no decision has taken yet */
	struct jy_decision **end;
	struct short_names names;
	int count, opened;		/* in this passage */
	struct span promised;		/* the verdict of 会议同意： before a list */
	size_t promise;			/* the passage where that stands */
};

/* 要带头学习贯彻, 要高度重视: no task, unless a day is named for it. */
static bool
is_attitude(const struct sheet *s, const struct draft *d, const struct jy_deadline *deadline)
{
	const struct unit_lists *lead = &d->duty.lead;
	size_t at;

	if (deadline || span_len(d->verdict) || lead->count != 1)
		return false;
	at = lead->at[0].to;
	at += match_any(s, at, d->span.to, "要|须|必须|应");
	at += match_any(s, at, d->span.to, "带头|认真|深入|全面|持续|及时|切实|进一步|自觉");
	return match_phrase(s, at, d->span.to, WORDS_ATTITUDES) != 0;
}

static bool
is_actionable(const struct sheet *s, const struct draft *d, const struct jy_deadline *deadline)
{
	if (span_len(d->duty.person))
		return true;
	if (is_attitude(s, d, deadline))
		return false;
	for (size_t i = 0; i < d->duty.lead.count; i++)
		if (names_unit(s, d->duty.lead.at[i]))
			return true;
	return d->duty.lead.count && deadline
	    && (strcmp(deadline->kind.s, "absolute") == 0
		|| strcmp(deadline->kind.s, "recurring") == 0);
}

static struct jy_string *
units_of(struct sheet *s, const struct unit_lists *lists)
{
	struct jy_string *list = NULL, **end = &list;

	for (size_t i = 0; i < lists->count; i++)
		end = list_units(s, lists->at[i], &list, end);
	return list;
}

static void
close_draft(struct search *x)
{
	struct sheet *s = x->s;
	const struct draft *d = &x->draft;
	struct jy_decision *decision;

	if (!x->open)
		return;
	x->open = false;
	x->since = d->span.to;
	decision = arena_alloc(s->arena, sizeof(*decision));
	decision->id = arena_printf(s->arena, "%s.d%d", x->passage->id.s, ++x->count);
	decision->clause = x->passage->id;
	decision->text = span_text(s, d->span);
	decision->verdict = span_solid(s, d->verdict);
	list_titles(s, d->span, &x->names, &decision->documents);
	decision->lead = units_of(s, &d->duty.lead);
	decision->support = units_of(s, &d->duty.support);
	if (span_len(d->duty.person))
		decision->person = read_official(s, d->duty.person);
	decision->disposition = read_disposition(s, d->span);
	decision->deadline = read_deadline(s, d->span);
	if (!decision->deadline)
		decision->deadline = read_deadline(s, d->labels);
	decision->actionable = is_actionable(s, d, decision->deadline);
	decision->at = span_place(s, d->span);
	*x->end = decision;
	x->end = &decision->next;
}

static void
open_draft(struct search *x, struct span span, struct span verdict, const struct duty *duty)
{
	close_draft(x);
	x->open = true;
	x->opened++;
	x->draft = (struct draft){.span = span, .verdict = verdict};
	if (duty)
		x->draft.duty = *duty;
}

/* Sentences that set the terms of a verdict begin with who is to carry them out. */
static bool
sets_terms(const struct sheet *s, struct span part)
{
	return match_any(s, part.from, part.to, "由|请|责成|会议确定|会后,") != 0;
}

static size_t
part_end(const struct sheet *s, size_t at, size_t end)
{
	int quotes = 0;

	for (size_t i = at; i < end; i++) {
		quotes += depth_change(s->glyphs[i].code);
		if (quotes <= 0 && s->glyphs[i].code == ';')
			return i + 1;
	}
	return end;
}

/* 一是, 二要: a point of its own. */
static bool
opens_point(const struct sheet *s, struct span part)
{
	int value;
	size_t n = match_number(s, part.from, part.to, &value);

	return n == 1 && s->glyphs[part.from].code >= 0x4E00
	    && match_any(s, part.from + n, part.to, "是|要");
}

/* （责任单位：甲） after what is to be done: that was a decision, then. */
static void
add_labelled(struct search *x, struct span part)
{
	size_t end = x->passage->span.to < part.to ? x->passage->span.to : part.to;

	if (!x->open)
		open_draft(x, (struct span){x->since, end}, (struct span){0}, NULL);
	if (part.to <= end)
		x->draft.span.to = part.to;
	else if (!span_len(x->draft.labels))
		x->draft.labels = part;
	else
		x->draft.labels.to = part.to;
	find_duty(x->s, part.from, part.to, &x->draft.duty);
}

static void
read_part(struct search *x, struct span part)
{
	struct sheet *s = x->s;
	struct enumerator e = match_enumerator(s, part.from, part.to);
	struct duty duty = {0};
	bool found;

	if (is_labelled(s, part.from, part.to)) {
		add_labelled(x, part);
		return;
	}
	found = !is_told(s, part.from + e.len, part.to)
	    && (find_duty(s, part.from + e.len, part.to, &duty)
		|| (x->assigned && find_bare_duty(s, part.from + e.len, part.to, &duty)));
	x->assigned |= found;
	if (found && x->open && span_len(x->draft.verdict)
	    && (duty.within || (!has_actor(&x->draft.duty) && sets_terms(s, part)))) {
		if (!has_actor(&x->draft.duty))
			x->draft.duty = duty;
		x->draft.span.to = part.to;
	} else if (found) {
		open_draft(x, part, (struct span){0}, &duty);
	} else if (x->open && opens_point(s, part)) {
		close_draft(x);
	} else if (x->open && (!span_len(x->draft.verdict) || sets_terms(s, part))) {
		x->draft.span.to = part.to;
	} else {
		close_draft(x);
	}
}

/* 原则通过《甲》，由乙印发实施; 同意由丙承办: who carries a verdict out, in its own sentence. */
static void
find_own_duty(struct search *x, struct span rest)
{
	size_t at = rest.from;
	struct duty bare = {0};

	if (!match_any(x->s, at, rest.to, "由|请|责成"))
		at = comma_after(x->s, at, rest.to) + 1;
	if (at >= rest.to || find_duty(x->s, at, rest.to, &x->draft.duty))
		return;
	if (find_bare_duty(x->s, at, rest.to, &bare)
	    && match_any(x->s, bare.lead.at[0].to, rest.to, "根据|按照|结合|抓紧|会同"))
		x->draft.duty = bare;	/* 原则同意，乙根据会议意见修改; not 同意，乙聘请顾问的方案 */
}

/* An item whose title is no topic but a sentence that tells somebody what to do. */
static bool
is_task(const struct sheet *s, struct span sentence)
{
	return s->glyphs[sentence.to - 1].code == FULL_STOP
	    && !match(s, sentence.from, sentence.to, "会议")
	    && !match_action(s, sentence.from, sentence.to);
}

/* 会议听取了汇报，会议议定：|由…, 研究了经费，|明确由…: where what is said of a topic begins. */
static size_t
resolved_at(const struct sheet *s, struct span sentence)
{
	size_t n, told;

	for (size_t i = sentence.from; i < sentence.to; i = comma_after(s, i, sentence.to) + 1) {
		n = match_any(s, i, sentence.to,
		    "会议议定|会议决定|会议确定|会议明确|会议研究决定|会议商定|会议要求");
		if (n && match_any(s, i + n, sentence.to, ":|,"))
			return i + n + 1;
		told = comma_after(s, i, sentence.to);
		if (i > sentence.from && match_any(s, i, sentence.to, "明确由|要求|责成|由")
		    && find_any(s, (struct span){i, told}, "汇报|介绍|说明|领学|主讲", &n)
			== NOWHERE)
			return i;
	}
	return sentence.to;
}

static void
read_tasks(struct search *x, struct span sentence)
{
	if (x->passage->title && !is_task(x->s, sentence)
	    && !is_labelled(x->s, sentence.from, sentence.to))
		sentence.from = resolved_at(x->s, sentence);
	x->assigned = false;
	for (size_t at = sentence.from, end; at < sentence.to; at = end) {
		struct span part = {at, end = part_end(x->s, at, sentence.to)};
		struct span verdict = find_verdict(x->s, part.from, part.to);

		if (!span_len(verdict)) {
			read_part(x, part);
			continue;
		}
		open_draft(x, part, verdict, NULL);
		find_own_duty(x, (struct span){verdict.to, part.to});
	}
}

static void
read_sentence(struct search *x, struct span sentence)
{
	struct preface preface = read_preface(x->s, sentence.from, sentence.to);
	struct span all = sentence, verdict;
	int before = x->opened;

	sentence.from = preface.to;
	if (preface.stops) {
		close_draft(x);
		x->promised = (struct span){0};
	}
	verdict = find_verdict(x->s, sentence.from, sentence.to);
	if (match(x->s, verdict.to, sentence.to, ":") && verdict.to + 1 == sentence.to) {
		preface = (struct preface){.to = sentence.to, .verdict = verdict};
		sentence.from = sentence.to;
	}
	if (sentence.from == sentence.to && span_len(preface.verdict)) {
		close_draft(x);
		x->promised = preface.verdict;
		x->promise = (size_t)(x->passage - x->s->passages);
		return;
	}
	if (span_len(verdict)) {
		open_draft(x, sentence, verdict, NULL);
		find_own_duty(x, (struct span){verdict.to, sentence.to});
		return;
	}
	read_tasks(x, sentence);
	if (span_len(preface.verdict) && x->opened == before)
		open_draft(x, all, preface.verdict, NULL);
}

/* Has the clause a label?  It stands right before its text. */
static bool
has_label(const struct sheet *s, size_t passage)
{
	return passage && s->passages[passage].span.from > s->passages[passage - 1].span.to;
}

/* Is the passage one of those that 会议同意： was said of: below it, in the list after it, next to it? */
static bool
is_promised(const struct search *x, size_t passage)
{
	const struct sheet *s = x->s;
	const struct passage *now = &s->passages[passage], *then = &s->passages[x->promise];

	if (!span_len(x->promised) || now->title)
		return false;
	if (strncmp(now->id.s, then->id.s, then->id.len) == 0 && now->id.s[then->id.len] == '.')
		return true;
	return !has_label(s, x->promise) && (has_label(s, passage) || passage == x->promise + 1);
}

/* The first sentence of a clause after 会议同意：. */
static void
keep_promise(struct search *x, struct span sentence)
{
	if (!x->open)
		open_draft(x, sentence, x->promised, NULL);
	else if (!span_len(x->draft.verdict))
		x->draft.verdict = x->promised;
}

static void
read_passage(struct search *x, size_t passage)
{
	struct span span = x->s->passages[passage].span;

	if (!passage || x->s->passages[passage].title || !is_labelled(x->s, span.from, span.to)) {
		close_draft(x);
		x->passage = &x->s->passages[passage];
		x->count = x->opened = 0;
		x->since = span.from;
	} /* 责任单位：甲 on a line of its own belongs to what is before it */
	if (!is_promised(x, passage))
		x->promised = (struct span){0};
	for (size_t at = span.from, end; at < span.to; at = end) {
		end = sentence_end(x->s, at, span.to);
		read_sentence(x, (struct span){at, end});
		if (at == span.from && span_len(x->promised) && x->promise != passage)
			keep_promise(x, (struct span){at, end});
	}
}

void
read_decisions(struct sheet *s)
{
	struct search x = {.s = s, .end = &s->m->decisions};

	x.names = find_short_names(s);
	for (size_t p = 0; p < s->passage_count; p++)
		read_passage(&x, p);
	close_draft(&x);
	free(x.names.at);
}
