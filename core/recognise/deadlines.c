/* 时限: until when, by a day, by what is to come, again and again, or vaguely. */
#include <stdio.h>
#include <string.h>

#include "duties.h"

enum { STAGE = 24 };	/* 按照既定时间节点 is no longer, in glyphs */

/* 下午5时, 17:00 after a day. */
static size_t
match_clock(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match_any(s, at, end, "早上|上午|中午|下午|晚上|晚"), n;
	int value;

	if ((n = match_number(s, i, end, &value)) && value <= 24
	    && match_any(s, i + n, end, "时|点|:")) {
		i += n + 1;
		i += match_number(s, i, end, &value);
		i += match_any(s, i, end, "分|半");
	}
	return i - at;
}

/* 9日8时前: an hour of one of these days. */
static size_t
match_day_hour(const struct sheet *s, size_t at, size_t end)
{
	int value;
	size_t n = match_number(s, at, end, &value), hour, last;

	if (!n || value > 31 || !match(s, at + n, end, "日"))
		return 0;
	n++;
	hour = match_clock(s, at + n, end);
	last = match_any(s, at + n + hour, end, "之前|以前|前");
	return last && !match(s, at + n + hour + last, end, "后") ? n + hour + last : 0;
}

/* The meeting's day; year 0: not known. */
static struct date
day_of_meeting(const struct sheet *s)
{
	struct date d = {0};
	const char *text = s->m->meeting->date.s;

	if (text && text[0] != '-' && sscanf(text, "%d-%d-%d", &d.year, &d.month, &d.day) == 3)
		return d;
	return (struct date){0};
}

static int
last_day(int year, int month)
{
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2                                           ? 28 + leap
	    : month == 4 || month == 6 || month == 9 || month == 11 ? 30
								    : 31;
}

/* The day by its year, or by the meeting's where it is not over by then; without a day the month's last. */
static struct jy_text
settle(struct sheet *s, struct date d)
{
	struct date met = day_of_meeting(s);
	bool over = d.month < met.month || (d.month == met.month && d.day && d.day < met.day);

	if (!d.year && !over)
		d.year = met.year;
	if (!d.year || d.day > last_day(d.year, d.month))
		return (struct jy_text){0};
	if (!d.day)
		d.day = last_day(d.year, d.month);
	return date_text(s, d);
}

/* 2025年, 今年, 明年 before a month or an end. */
static size_t
match_year(const struct sheet *s, size_t at, size_t end, int *year)
{
	struct date met = day_of_meeting(s);
	size_t n = match_number(s, at, end, year);

	if (n && *year > 1900 && match(s, at + n, end, "年"))
		return n + 1;
	n = match_any(s, at, end, "今年|本年|本年度|今年内|当年");
	*year = n ? met.year : 0;
	if (!n && (n = match(s, at, end, "明年")))
		*year = met.year ? met.year + 1 : 0;
	return n;
}

/* 6月, 本月, 下月; a month that the meeting's does not settle is 0. */
static size_t
match_month(const struct sheet *s, size_t at, size_t end, struct date *d)
{
	struct date met = day_of_meeting(s);
	size_t n = match_number(s, at, end, &d->month);

	if (n)
		return d->month >= 1 && d->month <= 12 && match(s, at + n, end, "月") ? n + 1 : 0;
	n = match_any(s, at, end, "本月|当月|这个月");
	*d = (struct date){met.year, n ? met.month : 0, 0};
	if (!n && (n = match_any(s, at, end, "下月|下个月")))
		*d = (struct date){met.year + (met.month == 12), met.month % 12 + 1, 0};
	if (!met.year)
		*d = (struct date){0};
	return n;
}

/* 6月底前, 2025年6月底前, 本月底前. */
static size_t
match_month_end(struct sheet *s, size_t at, size_t end, struct date d, struct jy_text *date)
{
	size_t n = match_month(s, at, end, &d), last, whole;

	if (!n)
		return 0;
	last = match_any(s, at + n, end,
	    "底之前|底以前|底前|底|末前|上旬前|中旬前|下旬前|份前|前|内");
	whole = match_any(s, at + n, end, "底|末前|内");
	if (last && whole && d.month)
		*date = settle(s, d);
	return last ? n + last : 0;
}

/* 完成时限：6月25日 needs no 前. */
static bool
follows_label(const struct sheet *s, size_t at)
{
	enum { LABEL = 6 };

	return at > LABEL && s->glyphs[at - 1].code == ':'
	    && ends_with_phrase(s, (struct span){at - 1 - LABEL, at - 1}, WORDS_DUE);
}

/* 6月底前, 2025年6月30日17:00前, 年底前; the date where its year is known. */
static size_t
match_absolute(struct sheet *s, size_t at, size_t end, struct jy_text *date)
{
	struct date d;
	size_t n = match_date(s, at, end, &d), last, year;

	*date = (struct jy_text){0};
	n += n ? match_clock(s, at + n, end) : 0;
	last = match_any(s, at + n, end, "之前|以前|前");
	if (n && (last || follows_label(s, at))) {
		*date = settle(s, d);
		return n + last;
	}
	d = (struct date){.month = 12};
	year = match_year(s, at, end, &d.year);
	if ((n = match_month_end(s, at + year, end, d, date)))
		return year + n;
	if (!year && (n = match_day_hour(s, at, end)))
		return n;
	last = match_any(s, at + year, end, "年底之前|年底以前|年底前|年末前|年内");
	if (year && !last)
		last = match_any(s, at + year, end, "底前|底之前|底以前|末前|内");
	if (last)
		*date = settle(s, d);
	else if ((last = match_phrase(s, at + year, end, WORDS_FEASTS)))
		last = match(s, at + year + last, end, "前") ? last + 1 : 0;
	return last ? year + last : 0;
}

/* 汛期前, 下次常务会议前, 本周内, 本周五前: by what is to come. */
static size_t
match_event(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_EVENTS), week, last;

	if (n)
		return match(s, at + n, end, "前") ? n + 1 : 0;
	if ((n = match_any(s, at, end, "下次|下一次"))) {
		for (size_t i = at + n; i < end && i - at < 16 && is_han(s->glyphs[i].code); i++)
			if (match(s, i, end, "会议前") || match(s, i, end, "会前"))
				return i + (match(s, i, end, "会前") ? 2 : 3) - at;
		return 0;
	}
	if (!(n = match_any(s, at, end, "本周|下周")))
		return 0;
	week = match_any(s, at + n, end, "一|二|三|四|五|六|日|末");
	last = match_any(s, at + n + week, end, week ? "之前|以前|前" : "内|之内");
	return last ? n + week + last : 0;
}

/* 会后, 自本纪要印发之日起: from when a span of days counts. */
static size_t
match_since(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match(s, at, end, "自"), n;

	n = match_any(s, i, end, "会后|会议结束后|即日起|用");
	if (n)
		return i + n - at;
	n = match_any(s, i, end, "本纪要|本会议纪要|会议纪要|纪要|本次会议|会议");
	i += n;
	n = n ? match_any(s, i, end, "印发|下发|发布|公布|结束|召开") : 0;
	i += n;
	n = n ? match_any(s, i, end, "之日起|之后|后|起") : 0;
	return n ? i + n - at : 0;
}

/* 会后一周内, 30个工作日内, 用三年时间. */
static size_t
match_relative(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match(s, at, end, "力争"), n;
	bool use = match(s, i, end, "用");
	int value;

	i += match_since(s, i, end);
	n = match_number(s, i, end, &value);
	if (!n)
		return 0;
	i += n;
	n = match_any(s, i, end, "个工作日|个月|周|天|日|年|星期|小时");
	if (!n)
		return 0;
	i += n;
	n = match_any(s, i, end, use ? "左右时间|时间" : "之内|以内|内");
	return n ? i + n - at : 0;
}

/* 每季度|第一个月, 每季度|首月: which month of it. */
static size_t
match_month_of(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match(s, at, end, "的"), n = match_any(s, i, end, "首月|末月"), ordinal;
	int value;

	if (n)
		return i + n - at;
	ordinal = match(s, i, end, "第");
	n = ordinal ? match_number(s, i + ordinal, end, &value) : 0;
	return n && match(s, i + ordinal + n, end, "个月") ? i + ordinal + n + 2 - at : 0;
}

/* 每月|5日、20日: the days of it. */
static size_t
match_days(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at, comma = 0, n;
	int value;

	while ((n = match_number(s, i + comma, end, &value))
	    && match_any(s, i + comma + n, end, "日|号")) {
		i += comma + n + 1;
		comma = match_any(s, i, end, "、|和");
	}
	return i - at;
}

/* 每月25日前, 每季度, 每周五, 每天下午5时前, 定期; but 每周一次, not 每周一. */
static size_t
match_recurring(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_RECURRING), i = at + n, k;
	int value;

	if (!n)
		return at && match(s, at - 1, end, "不定期") ? 0 : match(s, at, end, "定期");
	if (match(s, i - 1, end, "周") && !match(s, i + 1, end, "次"))
		i += match_any(s, i, end, "一|二|三|四|五|六|日|末");
	i += match_month_of(s, i, end);
	i += match_days(s, i, end);
	i += match_any(s, i, end, "底|末|初|上旬|中旬|下旬|下班");
	i += match_clock(s, i, end);
	if (match(s, i, end, "结束后") && (k = match_relative(s, i + 3, end)))
		i += 3 + k;
	if ((k = match_number(s, i, end, &value)) && i + k < end && s->glyphs[i + k].code < 0x80)
		return 0;		/* 每年4.8万元 */
	if (k && match_any(s, i + k, end, "元|万|亿|人|户|吨|亩"))
		return 0;
	return i + match_any(s, i, end, "之前|以前|前") - at;
}

/* 按照既定时间节点. */
static size_t
match_stage(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_STAGE), last;

	for (size_t i = at + n; n && i < end && i - at < STAGE; i++) {
		if ((last = match_phrase(s, i, end, WORDS_STAGE_ENDS)))
			return i + last - at;
		if (!is_han(s->glyphs[i].code) && s->glyphs[i].code != LIST_COMMA)
			break;
	}
	return 0;
}

static size_t
match_vague(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_VAGUE);

	if (!n)
		n = match_stage(s, at, end);
	if (n && at && match(s, at - 1, at, "未"))	/* 未在规定时限内…的 */
		return 0;
	return n;
}

static bool
may_begin_deadline(const struct sheet *s, size_t at, size_t end)
{
	return match_phrase(s, at, end, WORDS_DEADLINE_STARTS)
	    || match_phrase(s, at, end, WORDS_RECURRING) || match_phrase(s, at, end, WORDS_VAGUE)
	    || match_phrase(s, at, end, WORDS_STAGE) || match_phrase(s, at, end, WORDS_FEASTS)
	    || match_phrase(s, at, end, WORDS_EVENTS);
}

static bool
opens_quote(uint32_t c)
{
	return c == TITLE_OPEN || c == QUOTE_OPEN;
}

static bool
closes_quote(uint32_t c)
{
	return c == TITLE_CLOSE || c == QUOTE_CLOSE;
}

/* The deadline that begins at AT, and what it is; its length. */
static size_t
match_kind(struct sheet *s, size_t at, size_t end, const char **kind, struct jy_text *date)
{
	size_t n;

	if (!may_begin_deadline(s, at, end))
		return 0;
	if ((n = match_absolute(s, at, end, date)))
		*kind = "absolute";
	else if ((n = match_recurring(s, at, end)))
		*kind = "recurring";
	else if ((n = match_relative(s, at, end)) || (n = match_event(s, at, end)))
		*kind = "relative";
	else if ((n = match_vague(s, at, end)))
		*kind = "vague";
	return n;
}

size_t
match_deadline(struct sheet *s, size_t at, size_t end)
{
	const char *kind;
	struct jy_text date;

	return match_kind(s, at, end, &kind, &date);
}

/* The first deadline outside quotes; a phrase that says 力争 before it keeps to its own words. */
struct jy_deadline *
read_deadline(struct sheet *s, struct span span)
{
	struct jy_deadline *d;
	struct jy_text date = {0};
	const char *kind = NULL;
	size_t n = 0, at = 0, hope;
	int quotes = 0;

	for (size_t i = span.from, len; i < span.to && (!n || strcmp(kind, "vague") == 0); i++) {
		const char *what;

		quotes += opens_quote(s->glyphs[i].code);
		quotes -= closes_quote(s->glyphs[i].code) && quotes > 0;
		len = quotes ? 0 : match_kind(s, i, span.to, &what, &date);
		if (!len || (n && strcmp(what, "vague") == 0))
			continue;
		n = len;	/* a day that is named tells more than 尽快 */
		at = i;
		kind = what;
	}
	if (!n)
		return NULL;
	d = arena_alloc(s->arena, sizeof(*d));
	hope = match(s, at, at + n, "力争");
	d->text = span_text(s, (struct span){at + hope, at + n});
	d->kind = arena_text(s->arena, kind, strlen(kind));
	d->date = date;
	return d;
}
