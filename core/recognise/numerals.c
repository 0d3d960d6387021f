/* Numbers, dates and document numbers. */
#include "match.h"

static int
chinese_digit(uint32_t c)
{
	static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
	    0x4E03, 0x516B, 0x4E5D};

	if (c == 0x96F6 || c == 0x25CB || c == 0x25EF)	/* 零 ○ ◯ for 〇 */
		return 0;
	if (c == 0x4E24)	/* 两 */
		return 2;
	for (int i = 0; i < 10; i++)
		if (digits[i] == c)
			return i;
	return -1;
}

/* 二O一九, 二0一九: what is typed for 〇 after another digit. */
static bool
is_typed_zero(uint32_t c)
{
	return c == 'O' || c == 'o' || c == '0';
}

static int
chinese_unit(uint32_t c)
{
	return c == 0x5341 ? 10 : c == 0x767E ? 100 : c == 0x5343 ? 1000 : 0;	/* 十百千 */
}

/* 十六 is 16, 一百零二 is 102, 二〇二五 is 2025 (digits only: by position). */
static size_t
match_chinese(const struct sheet *s, size_t at, size_t end, int *value)
{
	int total = 0, digit = -1;
	bool units = false;
	size_t i;

	for (i = at; i < end && i - at < 9; i++) {
		int d = chinese_digit(s->glyphs[i].code), u = chinese_unit(s->glyphs[i].code);

		if (d < 0 && digit >= 0 && !units && is_typed_zero(s->glyphs[i].code))
			d = 0;
		if (u) {
			total += (digit > 0 ? digit : 1) * u;
			digit = -1;
			units = true;
		} else if (d < 0) {
			break;
		} else if (digit >= 0 && !units) {
			total = total * 10 + digit;
			digit = d;
		} else {
			digit = d;
		}
	}
	if (digit >= 0)
		total = units ? total + digit : total * 10 + digit;
	*value = total;
	return i - at;
}

size_t
match_number(const struct sheet *s, size_t at, size_t end, int *value)
{
	size_t i = at;

	for (*value = 0; i < end && i - at < 8; i++) {
		uint32_t c = s->glyphs[i].code;

		if (c < '0' || c > '9')
			break;
		*value = *value * 10 + (int)(c - '0');
	}
	return i > at ? i - at : match_chinese(s, at, end, value);
}

/* A number of one or two digits before a unit: 9月, 十三日. */
static size_t
match_counted(const struct sheet *s, size_t at, size_t end, int most, const char *units, int *value)
{
	size_t n = match_number(s, at, end, value), unit;

	if (!n || *value < 1 || *value > most)
		return 0;
	unit = match_any(s, at + n, end, units);
	return unit ? n + unit : 0;
}

/* 7日; 7—8日 and 7、8日 begin on the 7th. */
static size_t
match_days(const struct sheet *s, size_t at, size_t end, int *day)
{
	size_t n = match_counted(s, at, end, 31, "日|号", day), part, rest;
	int last;

	if (n)
		return n;
	n = match_number(s, at, end, day);
	part = n && *day >= 1 && *day < 31 ? match_any(s, at + n, end, "—|-|~|–|至|、") : 0;
	rest = part ? match_counted(s, at + n + part, end, 31, "日|号", &last) : 0;
	return rest && last > *day ? n + part + rest : 0;
}

/* A number of so many digits at the most, and the mark after it; without a mark the last of a date. */
static size_t
match_digits(const struct sheet *s, size_t at, size_t end, size_t most, uint32_t mark, int *value)
{
	size_t n = 0;

	for (*value = 0; at + n < end && n <= most; n++) {
		uint32_t c = s->glyphs[at + n].code;

		if (c < '0' || c > '9' || (n && s->glyphs[at + n].gap))	/* 2023-05-06 14:30 */
			break;
		*value = *value * 10 + (int)(c - '0');
	}
	if (!n || n > most || (mark && (at + n == end || s->glyphs[at + n].code != mark)))
		return 0;
	return n + (mark != 0);
}

/* 2023-05-06, 2023.5.6, 2023/5/6 */
static size_t
match_plain_date(const struct sheet *s, size_t at, size_t end, struct date *d)
{
	uint32_t mark = at + 4 < end ? s->glyphs[at + 4].code : 0;
	size_t year, month, day;

	if ((mark != '-' && mark != '.' && mark != '/')
	    || (at > 0 && s->glyphs[at - 1].code >= '0' && s->glyphs[at - 1].code <= '9'))
		return 0;
	year = match_digits(s, at, end, 4, mark, &d->year);
	month = year ? match_digits(s, at + year, end, 2, mark, &d->month) : 0;
	day = month ? match_digits(s, at + year + month, end, 2, 0, &d->day) : 0;
	if (!day || d->year < 1900 || d->year > 2999 || d->month < 1 || d->month > 12 || d->day < 1
	    || d->day > 31)
		return 0;
	return year + month + day;
}

/* Most places of a text begin no date, and this says so at once. */
static bool
can_begin_date(uint32_t c)
{
	return (c >= '0' && c <= '9') || c == 0x4E2D || c == 0x6C11 /* 中华民国, 民国 */
	    || chinese_digit(c) >= 0 || chinese_unit(c);
}

static size_t
match_written_date(const struct sheet *s, size_t at, size_t end, struct date *d)
{
	size_t era = match_any(s, at, end, "中华民国|民国"), year, month, day;

	year = match_counted(s, at + era, end, 2999, "年", &d->year);
	if (year && era && d->year < 200)	/* 民国五十六年 is 1967 */
		d->year += 1911;
	year += year ? era : 0;
	if (year && d->year < 1900)
		return 0;
	if (!year)
		d->year = 0;
	month = match_counted(s, at + year, end, 12, "月", &d->month);
	day = month ? match_days(s, at + year + month, end, &d->day) : 0;
	return day ? year + month + day : match_plain_date(s, at, end, d);
}

size_t
match_date(const struct sheet *s, size_t at, size_t end, struct date *d)
{
	return at < end && can_begin_date(s->glyphs[at].code) ? match_written_date(s, at, end, d)
							      : 0;
}

struct jy_text
date_text(struct sheet *s, struct date d)
{
	if (!d.year)
		return arena_printf(s->arena, "--%02d-%02d", d.month, d.day);
	if (!s->year)
		s->year = d.year;
	return arena_printf(s->arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* （总第88期） after a number. */
static size_t
match_total(const struct sheet *s, size_t at, size_t end)
{
	size_t total = match_any(s, at, end, "(总第|总第"), n;
	int number;

	if (!total || !(n = match_number(s, at + total, end, &number)))
		return 0;
	total += n;
	total += match_any(s, at + total, end, "期|号|次");
	return total + match(s, at + total, end, ")");
}

static bool
opens_year(uint32_t c)
{
	return c == 0x3014 || c == '[' || c == '(' || c == 0x3010 || c == 0xFE5D;	/* 〔 【 ﹝ */
}

size_t
match_docket(const struct sheet *s, size_t at, size_t end, int *year, int *sequence)
{
	size_t i = at + 1, n;

	if (at >= end || !opens_year(s->glyphs[at].code))
		return 0;
	n = match_number(s, i, end, year);
	if (!n || *year < 1900 || *year > 2999)
		return 0;
	i += n;
	if (!(n = match_any(s, i, end, "〕|]|)|】|﹞")))
		return 0;
	i += n;
	i += match_any(s, i, end, "第");
	n = match_number(s, i, end, sequence);
	if (!n || !match_any(s, i + n, end, "号|期|次"))
		return 0;
	i += n + 1;
	return i + match_total(s, i, end) - at;
}

/* （2024年第6次）, 第12期（总第88期）: a number by its ordinal. */
size_t
match_issue(const struct sheet *s, size_t at, size_t end, int *year, int *sequence)
{
	size_t bracket = match(s, at, end, "("), i = at + bracket, n;
	int number;

	*year = 0;
	n = match_number(s, i, end, &number);
	if (n && number >= 1900 && number < 3000 && match(s, i + n, end, "年")) {
		*year = number;
		i += n + 1;
	}
	if (!match(s, i, end, "第") || !(n = match_number(s, i + 1, end, sequence))
	    || !match_any(s, i + 1 + n, end, "期|号|次"))
		return 0;
	i += n + 2;
	i += match_total(s, i, end);
	i += bracket ? match(s, i, end, ")") : 0;
	return i - at;
}
