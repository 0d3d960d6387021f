/* 发文字号: the number of the minutes, by its year and ordinal. */
#include "stages.h"

/* The number from AT on, what stands before that is its prefix; year 0: none is printed. */
struct docket { size_t at; int year, sequence; };

/* 十六届41次, 第五届第三次, 〔十七届第38次〕: nothing more. */
static bool
is_session(const struct sheet *s, struct span row)
{
	size_t bracket = match_any(s, row.from, row.to, "〔|[|("), at = row.from + bracket, n;
	int value;

	row.to -= bracket && ends_with(s, row, "〕|]|)");
	at += match(s, at, row.to, "第");
	n = match_number(s, at, row.to, &value);
	if (!n || !match(s, at + n, row.to, "届"))
		return false;
	at += n + 1;
	at += match(s, at, row.to, "第");
	n = match_number(s, at, row.to, &value);
	return n && match(s, at + n, row.to, "次") && at + n + 1 == row.to;
}

/* 2019-08, 2019第5, 2019年（第5: a year and an ordinal. */
static size_t
match_pair(const struct sheet *s, size_t at, size_t end, struct docket *d)
{
	size_t n = match_number(s, at, end, &d->year), mark, digits;

	if (n != 4 || d->year < 1900 || d->year > 2999)
		return 0;
	mark = match_any(s, at + n, end, "-|—|–|年(第|第");
	digits = mark ? match_number(s, at + n + mark, end, &d->sequence) : 0;
	return digits && digits <= 3 ? n + mark + digits : 0;
}

/* 第2020-3期, 2019第5期, 2019年（第5期）, 第（12）号, 总第45期: how else minutes are counted. */
static size_t
match_count(const struct sheet *s, size_t at, size_t end, struct docket *d)
{
	size_t i = at + match_any(s, at, end, "第|总第|第("), n = match_pair(s, i, end, d);

	if (!n && i > at) {
		d->year = 0;
		n = match_number(s, i, end, &d->sequence);
	}
	if (!n || d->sequence > 999)
		return 0;
	i += n;
	n = match_any(s, i, end, "期|号|次|期)|号)|次)|)期|)号|)次");
	return n ? i + n - at : 0;
}

/* NO.12; with more digits it is a copy's 份号. */
static size_t
match_plain(const struct sheet *s, size_t at, size_t end, struct docket *d)
{
	size_t mark = match_any(s, at, end, "NO.|No.|no.|№"), n;

	n = mark ? match_number(s, at + mark, end, &d->sequence) : 0;
	d->year = 0;
	return n && n <= 4 ? mark + n : 0;
}

/* 〔2019〕8, without the word after it. */
static size_t
match_bare_docket(const struct sheet *s, size_t at, size_t end, struct docket *d)
{
	size_t i = at + 1, n;

	if (!match_any(s, at, end, "〔|["))
		return 0;
	n = match_number(s, i, end, &d->year);
	if (n != 4 || d->year < 1900 || d->year > 2999 || !match_any(s, i + n, end, "〕|]"))
		return 0;
	i += n + 1;
	n = match_number(s, i, end, &d->sequence);
	return n && n <= 4 ? i + n - at : 0;
}

/* 云府纪要〔2021〕9号, with or without a prefix. */
static bool
ends_in_docket(const struct sheet *s, struct span number, struct docket *d)
{
	enum { PREFIX = 8 };

	for (d->at = number.from; d->at < number.to; d->at++) {
		size_t n = match_docket(s, d->at, number.to, &d->year, &d->sequence);

		if (!n && d->at - number.from <= PREFIX)
			n = match_bare_docket(s, d->at, number.to, d);
		if (n && d->at + n == number.to)
			return true;
	}
	return false;
}

/* Is the span a number and no more? */
static bool
parse_number(const struct sheet *s, struct span number, struct docket *d)
{
	enum { NUMBER = 30 };

	*d = (struct docket){.at = number.from};
	if (!span_len(number) || span_len(number) > NUMBER)
		return false;
	if (match_issue(s, number.from, number.to, &d->year, &d->sequence) == span_len(number)
	    || match_count(s, number.from, number.to, d) == span_len(number)
	    || match_plain(s, number.from, number.to, d) == span_len(number))
		return true;
	*d = (struct docket){.at = number.from};
	return is_session(s, number) || ends_in_docket(s, number, d);
}

/* （41）, 2012年第3次会议: what counts the minutes only right under their title. */
static bool
parse_ordinal(const struct sheet *s, struct span number, struct docket *d)
{
	struct enumerator e = match_enumerator(s, number.from, number.to);
	size_t n = match_issue(s, number.from, number.to, &d->year, &d->sequence);

	d->at = number.from;
	if (n && match(s, number.from + n, number.to, "会议") && n + 2 == span_len(number))
		return true;
	d->year = 0;
	d->sequence = e.ordinal;
	return (e.style == STYLE_CLAUSE || e.style == STYLE_BRACKETED) && e.len == span_len(number);
}

bool
is_ordinal_of_title(const struct sheet *s, struct span row)
{
	struct docket d;

	return parse_ordinal(s, row, &d);
}

/* 文号：, 编号：; its length, or 0. */
static size_t
match_label(const struct sheet *s, struct span row)
{
	return match_any(s, row.from, row.to,
	    "编号:|文号:|发文字号:|发文号:|会议编号:|纪要编号:|文件编号:");
}

bool
is_number(const struct sheet *s, struct span row)
{
	struct docket d;
	size_t label = match_label(s, row);

	row.from += label;
	if (row.from == row.to)
		return false;
	return parse_number(s, row, &d)
	    || (label
		&& (match(s, row.from - label, row.to, "编号:")
		    || match_pair(s, row.from, row.to, &d) == span_len(row)));
}

void
read_number(struct sheet *s, struct span span)
{
	struct jy_number *n = arena_alloc(s->arena, sizeof(*n));
	struct span number = {span.from + match_label(s, span), span.to};
	struct docket d;

	if (!parse_number(s, number, &d) && !parse_ordinal(s, number, &d)
	    && match_pair(s, number.from, number.to, &d) != span_len(number))
		d = (struct docket){.at = number.from};	/* 编号：甲八 */
	n->text = span_solid(s, number);
	n->prefix = span_solid(s, (struct span){number.from, d.at});
	n->year = d.year;
	n->sequence = d.sequence;
	n->at = span_place(s, span);
	s->m->document->number = n;
	s->year = s->year ? s->year : n->year;
	read_session(s, number);	/* （2024年第6次） */
	claim(s, span, FIELD);
}
