/* 去向: where a matter goes next, a nearly closed set of phrases. */
#include <string.h>

#include "duties.h"

enum { BODY = 24 };	/* the longest name of a body that a matter goes to, in glyphs */
enum { REPORT = 4, OTHER };	/* of the steps below */

/* A step that a matter takes: its first word, a body's name, its last words; and what it means. */
static const struct step {
	enum phrases cue, ends;
	const char *kind;
} steps[] = {
	{WORDS_SUBMIT, WORDS_SUBMIT_ENDS, "submit"},
	{WORDS_ISSUE_THROUGH, WORDS_ISSUE_THROUGH_ENDS, "issue"},
	{WORDS_ISSUE, WORDS_NONE, "issue"},
	{WORDS_IMPLEMENT, WORDS_NONE, "implement"},
	[REPORT] = {WORDS_REPORT, WORDS_NONE, "report"},
	[OTHER] = {WORDS_OTHER, WORDS_OTHER_ENDS, "other"},
	{WORDS_SUBMIT, WORDS_FILING_ENDS, "report"},
};

/* 报市政府公布, not 报市住建局备案后公布: what stands between is a body, or 以…名义. */
static bool
is_body(const struct sheet *s, const struct step *step, struct span between)
{
	return step->cue != WORDS_ISSUE_THROUGH || is_actor_end(s, between.from, between.to)
	    || ends_listed(s, TITLES, between.from, between.to)
	    || ends_with(s, between, "名义|会议");
}

/* 县政府|另行研究, 送至|县政府办: the body alone. */
static struct span
body_of(const struct sheet *s, struct span between)
{
	between.from += match_any(s, between.from, between.to, "送至|送到|送|至|到|给");
	while (ends_with(s, between,
	    "另行|再次|统一|集体|专题|进一步|按程序|依法|抓紧|尽快|共同|及时|一并"))
		between.to -= ends_with(s, between, "进一步|按程序") ? 3 : 2;
	return between;
}

/* The step at AT; its length, and in *TO the body between its two parts. */
static size_t
match_step(const struct sheet *s, const struct step *step, size_t at, size_t end, struct span *to)
{
	size_t n = match_phrase(s, at, end, step->cue);

	*to = (struct span){0};
	if (n == 1 && match_any(s, at, end, "报告|报到|报表|报名|报销|报警|报价|报社|报刊|报纸"))
		return 0;
	if (!n || !step->ends)
		return n;
	for (size_t i = at + n; i < end && i - at < BODY; i++) {
		size_t last = match_phrase(s, i, end, step->ends);

		if (last && is_body(s, step, (struct span){at + n, i})) {
			*to = body_of(s, (struct span){at + n, i});
			return i + last - at;
		}
		if (!is_han(s->glyphs[i].code) && s->glyphs[i].code != LIST_COMMA)
			return 0;
	}
	return 0;
}

/* 报告整改结果: the object belongs to the report. */
static size_t
object_end(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at;

	while (i < end && i - at < 12 && is_han(s->glyphs[i].code))
		i++;
	return i;
}

/* 整改报告, 研究报告: what kind of report it is stands before it; not 及时报告, 向县政府报告. */
static bool
is_kind_of_report(const struct sheet *s, size_t at)
{
	if (at < 2 || !is_han(s->glyphs[at - 1].code) || !is_han(s->glyphs[at - 2].code))
		return false;
	for (size_t i = at - 1; i > 0 && at - i < BODY && is_han(s->glyphs[i].code); i--)
		if (match_any(s, i, at, "向"))
			return false;
	return !match_any(s, at - 1, at,
		   "内|前|时|月|周|日|季|年|要|应|须|并|再|需|次|动|面|级|实|快|期|起|即|式|间|限")
	    && !match_any(s, at - 2, at,
		"专题|负责|统一|按照|规定|全面|按月|专门|汇总|联合|牵头|分别");
}

/* 印发之日起, 印发后: no step, but a time. */
static bool
is_moment(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_any(s, at, end, "印发|发文|公布|发布");

	return n && match_any(s, at + n, end, "之日|后|之后|以来|的");
}

/* A report that was heard (听取…报告, 《报告》) goes nowhere; nor one that is missing (未及时报告). */
static bool
is_noun(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match(s, at, end, "报告");

	if (at > 1 && match_any(s, at - 2, end, "信息报送|数据报送|材料报送|情况报送"))
		return true;
	if ((n && is_kind_of_report(s, at)) || is_moment(s, at, end))
		return true;
	for (size_t i = at; n && i > 0 && at - i < 4; i--)
		if (s->glyphs[i - 1].code == 0x672A)
			return true;
	return n
	    && (at + n == end || !is_han(s->glyphs[at + n].code)
		|| match_phrase(s, at + n, end, WORDS_REPORT_NOUN));
}

/* What is to be done by the procedure, up to the end of that part. */
static size_t
match_verb(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at;

	while (i < end && i - at <= 4 && is_han(s->glyphs[i].code))
		i++;
	return i - at >= 2 && (i == end || is_separator(s->glyphs[i].code)) ? i - at : 0;
}

/* 检查结果报省政府, 报送省政府: to whom, and no more, up to the end of that part; the word has N glyphs. */
static size_t
match_report_to(const struct sheet *s, size_t at, size_t end, size_t n)
{
	size_t i = at + n;

	if (!n
	    || (n == 1 && at
		&& match_any(s, at - 1, end, "汇报|通报|申报|上报|预报|填报|呈报|举报|公报|简报")))
		return 0;
	while (i < end && i - at < BODY && is_han(s->glyphs[i].code))
		i++;
	return i - at > n + 1 && (i == end || is_separator(s->glyphs[i].code))
		&& (ends_listed(s, ORGANIZATIONS, at + n, i) || ends_listed(s, TITLES, at + n, i)
		    || ends_with(s, (struct span){at + n, i}, "同志"))
	    ? i - at
	    : 0;
}

/* The step that begins at AT, 按程序 before it included. */
static const struct step *
step_at(const struct sheet *s, size_t at, size_t end, struct span *text, struct span *to)
{
	size_t start = match_phrase(s, at, end, WORDS_PROCEDURE), n, report;

	start += start ? match(s, at + start, end, ",") : 0;
	for (size_t k = 0; k < sizeof(steps) / sizeof(*steps); k++) {
		n = match_step(s, &steps[k], at + start, end, to);
		if (n && !is_noun(s, at + start, end)) {
			*text = (struct span){at, at + start + n};
			report = k == REPORT ? match_report_to(s, at + start, end, n) : 0;
			if (report) {
				text->to = at + start + report;
				*to = body_of(s, (struct span){at + start + n, text->to});
			}
			return &steps[k];
		}
	}
	*to = (struct span){0};
	if (start && (n = match_verb(s, at + start, end))) {	/* 按程序办理 */
		*text = (struct span){at, at + start + n};
		return &steps[OTHER];
	}
	if (match(s, at, end, "报告")
	    || !(n = match_report_to(s, at, end, match(s, at, end, "报"))))
		return NULL;
	*text = (struct span){at, at + n};
	*to = body_of(s, (struct span){at + 1, at + n});
	return &steps[REPORT];
}

/* What a step may begin with: a bit for the low six bits of the character. */
static uint64_t
first_of_steps(const struct lexicon *lexicon)
{
	uint64_t first = lexicon->phrases[WORDS_PROCEDURE].first;

	for (size_t k = 0; k < sizeof(steps) / sizeof(*steps); k++)
		first |= lexicon->phrases[steps[k].cue].first;
	return first;
}

/* Of several steps the last counts. */
struct jy_disposition *
read_disposition(struct sheet *s, struct span span)
{
	struct jy_disposition *d;
	const struct step *step, *last = NULL;
	struct span text, to, last_text = {0}, last_to = {0};
	uint64_t first = first_of_steps(s->lexicon);
	size_t n;

	for (size_t i = span.from; i < span.to; i++) {
		if (!(first >> (s->glyphs[i].code & 63) & 1))
			continue;
		step = step_at(s, i, span.to, &text, &to);
		if (!step)
			continue;
		last = step;
		last_text = text;
		last_to = to;
		i = text.to - 1;
	}
	if (!last)
		return NULL;
	if (match(s, last_text.from, last_text.to, "报告") == span_len(last_text))
		last_text.to = object_end(s, last_text.to, span.to);
	d = arena_alloc(s->arena, sizeof(*d));
	d->text = span_text(s, last_text);
	d->kind = arena_text(s->arena, last->kind, strlen(last->kind));
	if (strcmp(last->kind, "other") != 0
	    && find_any(s, last_text, "名义|形式|文件", &n) == NOWHERE)
		d->to = span_solid(s, last_to);
	return d;
}
