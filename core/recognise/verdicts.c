/* How a meeting decides: 原则同意, 决定, 暂缓 at the head of a sentence, after a comma, at its end. */
#include "verdicts.h"

#include "stages.h"

enum { SHORT = 60 };	/* a sentence that ends in its verdict is no longer, in glyphs */

#define STUDIED "经研究|会议经研究|经会议研究|经集体研究|经讨论|经会议讨论|会议经讨论|经过讨论|经审议|经会议审议"

/* 会议研究决定：, 会议同意：: where the colon ends, and the word before it. */
static size_t
match_announced(const struct sheet *s, size_t at, size_t end, struct span *verdict)
{
	size_t i = at + match_any(s, at, end, "会议|" STUDIED), n;

	while (i > at && (n = match_any(s, i, end, "讨论|审议|研究|并|一致|认真|,"))
	    && !match_phrase(s, i, end, WORDS_VERDICTS))
		i += n;
	n = i > at ? match_phrase(s, i, end, WORDS_VERDICTS) : 0;
	if (!n || !match(s, i + n, end, ":"))
		return 0;
	*verdict = (struct span){i, i + n};
	return i + n + 1 - at;
}

struct preface
read_preface(const struct sheet *s, size_t at, size_t end)
{
	struct preface preface = {.to = at};
	size_t n = match_phrase(s, at, end, WORDS_OUTCOMES), verb;

	if (n && match(s, at + n, end, ":")) {
		preface.to = at + n + 1;
		return preface;
	}
	if ((n = match_announced(s, at, end, &preface.verdict))) {
		preface.to = at + n;
		return preface;
	}
	n = match(s, at, end, "会议");
	verb = n ? match_any(s, at + n, end, "强调|要求|指出|认为|明确|确定|议定") : 0;
	if (!verb || !match_any(s, at + n + verb, end, ",|:"))
		return preface;
	preface.stops = match_any(s, at + n, end, "强调|要求|指出|认为") != 0;
	preface.to = at + n + verb + 1;
	return preface;
}

/* ，会议决定分期实施; after 会议听取了…, 决定 alone. */
static size_t
match_late(const struct sheet *s, size_t at, size_t end, bool told)
{
	size_t n = match_phrase(s, at, end, WORDS_LATE_VERDICTS);

	if (n)
		return n;
	return told && !match_any(s, at, end, "决定性|决定权|决定因素") ? match(s, at, end, "决定")
									: 0;
}

/* 会议听取了…的汇报，原则同意…: after a comma only what can be nothing else. */
static struct span
find_late_verdict(const struct sheet *s, size_t at, size_t end)
{
	bool told = match_any(s, at, end, "会议|研究|经|听取");
	int quotes = 0;

	for (size_t i = at; i < end; i++) {
		size_t n, who;

		quotes += depth_change(s->glyphs[i].code);
		if (quotes > 0 || s->glyphs[i].code != ',')
			continue;
		who = match_any(s, i + 1, end,
		    "会议|代表们|与会代表|与会委员|与会人员|全体委员|大家|" STUDIED);
		i += who;
		n = who ? match_any(s, i + 1, end, "研究决定|讨论决定") : 0;
		i += n ? n - 2 : 0;
		n = match_late(s, i + 1, end, told || who);
		if (n)
			return (struct span){i + 1, i + 1 + n};
	}
	return (struct span){at, at};
}

/* 该方案缓议。, 该方案会议讨论通过。; but not 已经…审议通过. */
static struct span
find_final_verdict(const struct sheet *s, size_t at, size_t end)
{
	struct span none = {at, at};
	size_t last = end - (end > at && s->glyphs[end - 1].code == FULL_STOP), n;

	if (end - at > SHORT
	    || find_any(s, (struct span){at, end}, "已|曾|此前|前期|上次|如|若|未能", &n)
		!= NOWHERE)
		return none;
	for (size_t i = last > at + 8 ? last - 8 : at; i + 1 < last; i++) {
		size_t by = match(s, i, last, "会议");

		if (match_phrase(s, i, last, WORDS_FINAL_VERDICTS) == last - i)
			return (struct span){i, last};
		if (by && match_phrase(s, i + by, last, WORDS_VERDICTS) == last - i - by)
			return (struct span){i + by, last};
	}
	return none;
}

/* 同意后实施, 同意的: said of what others agree to; but 同意后勤中心的方案.  同意7票 counts. */
static bool
is_condition(const struct sheet *s, size_t at, size_t end)
{
	int votes;
	size_t n = match_number(s, at, end, &votes);

	if (n && match(s, at + n, end, "票"))
		return true;
	return match_any(s, at, end, "的|后") && !match_any(s, at, end, "后勤|后续|后期|后备");
}

struct span
find_verdict(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at, n;
	struct span late;

	i += match_any(s, i, end,
	    "会议|经研究,|会议经研究,|经会议研究,|与会人员|与会代表|与会委员|代表们|全体委员|" STUDIED);
	while (i > at && (n = match_any(s, i, end, "讨论|审议|研究|听取|并|了|一致|认真|,"))
	    && i - at < 16 && !match_phrase(s, i, end, WORDS_VERDICTS))
		i += n;
	n = match_phrase(s, i, end, WORDS_VERDICTS);
	if (!n && i > at)
		n = match_phrase(s, i, end, WORDS_STATED_VERDICTS);
	if (n && !is_condition(s, i + n, end))
		return (struct span){i, i + n - match(s, i + n - 1, i + n, "了")};
	late = find_late_verdict(s, at, end);
	return span_len(late) ? late : find_final_verdict(s, at, end);
}
