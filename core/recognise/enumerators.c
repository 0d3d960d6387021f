/* The numerals before headings and clauses: 一、 （一） 1. ① 议题一：. */
#include "match.h"

/* 壹 贰 叁 …: the digits that nobody can alter; 貳 and 參 are their traditional forms. */
static int
formal_digit(uint32_t c)
{
	static const uint32_t digits[] = {0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2,
	    0x634C, 0x7396};

	if (c == 0x8CB3)
		return 2;
	if (c == 0x53C2 || c == 0x53C3)
		return 3;
	for (int i = 0; i < 9; i++)
		if (digits[i] == c)
			return i + 1;
	return -1;
}

/* After the number: 、 or . or ． before text, but not 1.5 and not 10.20 */
static size_t
match_stop(const struct sheet *s, size_t at, size_t end, const char *stops)
{
	size_t n = match_any(s, at, end, stops);

	if (n && s->glyphs[at].code == '.' && at + 1 < end && s->glyphs[at + 1].code >= '0'
	    && s->glyphs[at + 1].code <= '9')
		return 0;
	return n;
}

/* 第一项 before a gap, a colon or the line's end; not 第一项议题由…. */
static size_t
match_turn(const struct sheet *s, size_t at, size_t end, int *ordinal)
{
	size_t n = match(s, at, end, "第"), unit, stop;

	if (!n || !(n = match_number(s, at + 1, end, ordinal)))
		return 0;
	unit = match(s, at + 1 + n, end, "项");
	n += 1 + unit;
	stop = match_any(s, at + n, end, ":|、");
	if (!unit
	    || (!stop && at + n < end && s->glyphs[at + n].gap < 2
		&& s->glyphs[at + n].line == s->glyphs[at].line))
		return 0;
	return n + stop;
}

/* 一、二、三产业: the numeral before was no heading's. */
static bool
is_series(const struct sheet *s, size_t at, size_t end)
{
	int value;
	size_t n = match_number(s, at, end, &value);

	return n && match_any(s, at + n, end, "、|产业|次产业|级|类|等|季度");
}

/* 研究…, 关于…, …的汇报: what a meeting treats; after 第一议题： there may be names instead. */
static bool
is_matter(const struct sheet *s, struct span text)
{
	return match_phrase(s, text.from, text.to, WORDS_ACTIONS)
	    || match_any(s, text.from, text.to, "关于|会议|《")
	    || ends_with(s, text, "汇报|情况|问题|事项|事宜|工作|方案|办法|报告");
}

/* 议题一, 议题（一）, 第一个议题: the words and the number of a topic. */
static size_t
match_topic_words(const struct sheet *s, size_t at, size_t end, int *ordinal, bool *counted)
{
	size_t n = match_phrase(s, at, end, WORDS_TOPICS), i = at + n, bracket;

	*counted = !n;
	if (*counted && !(i += match(s, at, end, "第")))
		return 0;
	bracket = match(s, i, end, "(");
	i += bracket;
	if (i == at || !(n = match_number(s, i, end, ordinal)))
		return 0;
	i += n;
	if (bracket && !match(s, i, end, ")"))
		return 0;
	i += bracket;
	if (!*counted)
		return i - at;
	i += match_any(s, i, end, "个|项");
	n = match_phrase(s, i, end, WORDS_TOPICS);
	return n ? i + n - at : 0;
}

/* 议题一：, 议题（一）：, 【议题一】, 第一个议题：研究… */
static size_t
match_topic(const struct sheet *s, size_t at, size_t end, int *ordinal)
{
	size_t open = match_any(s, at, end, "【|["), n, stop;
	bool counted;

	n = match_topic_words(s, at + open, end, ordinal, &counted);
	if (!n)
		return 0;
	n += open;
	stop = match_any(s, at + n, end, open ? "】|]" : ":|、");
	n += stop;
	if (open && stop)
		n += match(s, at + n, end, ":");
	return stop && (!counted || is_matter(s, (struct span){at + n, end})) ? n : 0;
}

/* ① ⑴ ⒈ ㈠: a numeral that is one character. */
static struct enumerator
whole_numeral(uint32_t c)
{
	static const struct { uint32_t first; int count; enum style style; } forms[] = {
	    {0x2460, 20, STYLE_CIRCLED}, {0x2474, 20, STYLE_BRACKETED}, {0x2488, 20, STYLE_ARABIC},
	    {0x3220, 10, STYLE_CLAUSE}};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (c >= forms[i].first && c < forms[i].first + (uint32_t)forms[i].count)
			return (struct enumerator){forms[i].style, (int)(c - forms[i].first) + 1, 1};
	return (struct enumerator){STYLE_NONE, 0, 0};
}

/* A numeral that is printed in the text. */
static struct enumerator
match_printed(const struct sheet *s, size_t at, size_t end)
{
	struct enumerator none = {STYLE_NONE, 0, 0}, e = none;
	bool bracket = match(s, at, end, "(") != 0, arabic;
	size_t n, stop;

	if (at < end && (e = whole_numeral(s->glyphs[at].code)).len)
		return e;
	if ((n = match_topic(s, at, end, &e.ordinal)) || (n = match_turn(s, at, end, &e.ordinal)))
		return (struct enumerator){STYLE_TOPIC, e.ordinal, n};
	if (at + bracket >= end)
		return none;
	if (formal_digit(s->glyphs[at].code) > 0 && match(s, at + 1, end, "、"))	/* 壹、 over 一、 */
		return (struct enumerator){STYLE_TOPIC, formal_digit(s->glyphs[at].code), 2};
	arabic = s->glyphs[at + bracket].code >= '0' && s->glyphs[at + bracket].code <= '9';
	n = match_number(s, at + bracket, end, &e.ordinal);
	if (!n || e.ordinal < 1 || e.ordinal > 999)
		return none;
	if (bracket) {
		if (!match(s, at + 1 + n, end, ")"))
			return none;
		e.style = arabic ? STYLE_BRACKETED : STYLE_CLAUSE;
		e.len = n + 2;
		e.len += match(s, at + e.len, end, "、");
		return e;
	}
	if (arabic && n <= 2 && match(s, at + n, end, ")") && at + n + 1 < end
	    && is_han(s->glyphs[at + n + 1].code)) {
		e.style = STYLE_BRACKETED;	/* 1）甲 */
		e.len = n + 1;
		return e;
	}
	stop = match_stop(s, at + n, end, arabic ? "、|." : "、|.|,|:");
	if (!stop || (!arabic && is_series(s, at + n + stop, end)))
		return none;
	e.style = arabic ? STYLE_ARABIC : STYLE_ITEM;
	e.len = n + stop;
	return e;
}

/* A label that the format computed is one, whatever it looks like. */
struct enumerator
match_enumerator(const struct sheet *s, size_t at, size_t end)
{
	struct enumerator e;
	size_t label = 0;

	while (at + label < end && s->glyphs[at + label].label)
		label++;
	if (!label)
		return match_printed(s, at, end);
	e = match_printed(s, at, at + label);
	if (e.len == label)
		return e;
	if (match_number(s, at, at + label, &e.ordinal) == label)	/* without a stop */
		return (struct enumerator){s->glyphs[at].code < 0x80 ? STYLE_ARABIC : STYLE_ITEM,
		    e.ordinal, label};
	return (struct enumerator){STYLE_OTHER, 0, label};
}
