/* 议定事项: what a clause settles, or what somebody has to do. */
#include <stdlib.h>
#include <string.h>

#include "duties.h"
#include "stages.h"
#include "titles.h"

/* A decision while its sentences are being gathered. */
struct draft {
	struct span span, verdict;
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
	int count;			/* in this passage */
};

/* 会议强调，: no part of a decision.  *STOPS: it ends one that is open. */
static size_t
skip_preface(const struct sheet *s, size_t at, size_t end, bool *stops)
{
	size_t n = match(s, at, end, "会议"), verb;

	*stops = false;
	if (!n)
		return at;
	verb = match_any(s, at + n, end, "强调|要求|指出|认为|明确|确定|议定");
	if (!verb && match(s, at + n, end, "决定:"))
		verb = 2;
	if (!verb || !match_any(s, at + n + verb, end, ",|:"))
		return at;
	*stops = match_any(s, at + n, end, "强调|要求|指出|认为") != 0;
	return at + n + verb + 1;
}

/* 会议听取了…的汇报，原则同意…: after a comma only what can be nothing else. */
static struct span
find_late_verdict(const struct sheet *s, size_t at, size_t end)
{
	int quotes = 0;

	for (size_t i = at; i < end; i++) {
		size_t n;

		quotes += depth_change(s->glyphs[i].code);
		if (quotes > 0 || s->glyphs[i].code != ',')
			continue;
		i += match_any(s, i + 1, end,
		    "会议|代表们|与会代表|与会委员|与会人员|全体委员|大家");
		n = match_phrase(s, i + 1, end, WORDS_LATE_VERDICTS);
		if (n)
			return (struct span){i + 1, i + 1 + n};
	}
	return (struct span){at, at};
}

/* 原则同意, 会议原则通过, 会议讨论并原则同意: at the head of the sentence. */
static struct span
find_verdict(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at, n;

	i += match_any(s, i, end, "会议|经研究,|会议经研究,|经会议研究,|与会人员");
	while (i > at && (n = match_any(s, i, end, "讨论|审议|研究|听取|并|了|一致|认真|,"))
	    && i - at < 16 && !match_phrase(s, i, end, WORDS_VERDICTS))
		i += n;
	n = match_phrase(s, i, end, WORDS_VERDICTS);
	if (n && !match_any(s, i + n, end, "的|后"))
		return (struct span){i, i + n};
	return find_late_verdict(s, i, end);
}

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
		end = list_units(s, lists->at[i], end);
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
	if (!x->open)
		open_draft(x, (struct span){x->since, part.to}, (struct span){0}, NULL);
	x->draft.span.to = part.to;
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
	found = find_duty(s, part.from + e.len, part.to, &duty)
	    || (x->assigned && find_bare_duty(s, part.from + e.len, part.to, &duty));
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

	if (!match_any(x->s, at, rest.to, "由|请|责成"))
		at = comma_after(x->s, at, rest.to) + 1;
	if (at < rest.to)
		find_duty(x->s, at, rest.to, &x->draft.duty);
}

/* An item whose title is no topic but a sentence that tells somebody what to do. */
static bool
is_task(const struct sheet *s, struct span sentence)
{
	return s->glyphs[sentence.to - 1].code == FULL_STOP
	    && !match(s, sentence.from, sentence.to, "会议")
	    && !match_action(s, sentence.from, sentence.to);
}

static void
read_sentence(struct search *x, struct span sentence)
{
	struct span verdict;
	bool stops;

	sentence.from = skip_preface(x->s, sentence.from, sentence.to, &stops);
	if (stops)
		close_draft(x);
	verdict = find_verdict(x->s, sentence.from, sentence.to);
	if (span_len(verdict)) {
		open_draft(x, sentence, verdict, NULL);
		find_own_duty(x, (struct span){verdict.to, sentence.to});
		return;
	}
	if (x->passage->title && !is_task(x->s, sentence))
		return;
	x->assigned = false;
	for (size_t at = sentence.from, end; at < sentence.to; at = end) {
		end = part_end(x->s, at, sentence.to);
		read_part(x, (struct span){at, end});
	}
}

void
read_decisions(struct sheet *s)
{
	struct search x = {.s = s, .end = &s->m->decisions};

	x.names = find_short_names(s);
	for (size_t p = 0; p < s->passage_count; p++) {
		struct span span = s->passages[p].span;

		x.passage = &s->passages[p];
		x.count = 0;
		x.since = span.from;
		for (size_t at = span.from, end; at < span.to; at = end) {
			end = sentence_end(s, at, span.to);
			read_sentence(&x, (struct span){at, end});
		}
		close_draft(&x);
	}
	free(x.names.at);
}
