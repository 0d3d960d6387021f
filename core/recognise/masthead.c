/* 标志 and 发文字号: what stands before the opening. */
#include "names.h"
#include "stages.h"

/* What goes on after an issuer's name: the kind of meeting, its session or year, its subject. */
static bool
goes_on(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match(s, at, end, "第"), digits;
	int value;

	digits = match_number(s, at + n, end, &value);
	return (digits && match_any(s, at + n + digits, end, "次|届|年|期|号"))
	    || match_phrase(s, at, end, WORDS_KINDS) || match(s, at, end, "关于");
}

/* 推进调度会, 评审会: what ends in 会 is an issuer only if it is a body of some standing. */
static bool
is_meeting(const struct sheet *s, size_t from, size_t to)
{
	struct span span = {from, to};

	return ends_with(s, span, "会")
	    && !ends_with(s, span,
		"委员会|管委会|居委会|村委会|业委会|协会|学会|商会|联合会|理事会|董事会|工会|基金会|红十字会|总会|监委会|常委会|组委会");
}

/* The end of an issuer's name within the span: after the last body of government that is named, or
 * the first organisation that the rest of a title, or a line of its own, follows; NOWHERE: none. */
static size_t
issuer_end(const struct sheet *s, struct span title)
{
	size_t end = NOWHERE, n;

	for (size_t i = title.from; i < title.to && !match(s, i, title.to, "关于"); i++)
		if ((n = match_any(s, i, title.to,
			 "人民政府|政府|管理委员会|管委会|委员会|办公厅|办公室")))
			end = i + n;
	for (size_t i = title.from + 4; i < title.to && end == NOWHERE; i++)
		if ((starts_line(s, i) || goes_on(s, i, title.to))
		    && ends_listed(s, ORGANIZATIONS, title.from, i)
		    && !is_meeting(s, title.from, i))
			end = i;
	return end;
}

/* 市政府 or 区政府 alone names nobody: a place must be told from the others of its kind; nor does
 * 云州市 issue anything, while a town may speak for itself. */
static bool
names_a_place(const struct sheet *s, struct span issuer)
{
	size_t n = match_phrase(s, issuer.from, issuer.to, WORDS_LEVELS);

	if (ends_with(s, issuer, "市|县|省|州|盟|旗")
	    || !ends_listed(s, ORGANIZATIONS, issuer.from, issuer.to))
		return false;
	return span_len(issuer) > 2
	    && !(n && match_any(s, issuer.from + n, issuer.to, "政府|人民政府"))
	    && find_any(s, issuer, "次|届", &n) == NOWHERE;
}

/* 十六届, 2026年, 第49次 and the like stand between the issuer and the kind. */
static size_t
skip_session(const struct sheet *s, size_t at, size_t end)
{
	for (;;) {
		size_t i = at + match(s, at, end, "第"), n;
		int value;

		n = match_number(s, i, end, &value);
		if (!n || !match_any(s, i + n, end, "次|届|年|号|期"))
			return at;
		at = i + n + 1;
	}
}

/* 2019年 before an issuer. */
static size_t
skip_year(const struct sheet *s, size_t at, size_t end)
{
	int value;
	size_t n = match_number(s, at, end, &value);

	return n && match(s, at + n, end, "年") ? at + n + 1 : at;
}

/* 【媒体解读】 and other words in brackets before a title are the web page's. */
static size_t
skip_tag(const struct sheet *s, struct span title)
{
	size_t end, n;

	if (!match_any(s, title.from, title.to, "【|["))
		return title.from;
	end = find_any(s, title, "】|]", &n);
	return end == NOWHERE || end + 1 == title.to ? title.from : end + 1;
}

/* [云州市人民政府常务会议纪要]: archives put a title that no page shows in brackets. */
static struct span
without_brackets(struct sheet *s, struct span title)
{
	size_t last = title.to - 1;

	if (!match(s, title.from, title.to, "[") || !match(s, last, title.to, "]"))
		return title;
	claim(s, (struct span){title.from, title.from + 1}, FURNITURE);
	claim(s, (struct span){last, title.to}, FURNITURE);
	s->m->document->title_supplied = true;
	return (struct span){title.from + 1, last};
}

/* Where the kind begins in 白河镇党政联席会议纪要, whose issuer ends in no body's name. */
static size_t
kind_start(const struct sheet *s, struct span title)
{
	for (size_t i = title.from; i < title.to; i++)
		if (match_phrase(s, i, title.to, WORDS_KINDS))
			return i;
	return title.from;
}

/* 关于研究供暖问题的专题会议纪要: what follows the subject; all of it where the two are not parted. */
static struct span
without_subject(const struct sheet *s, struct span kind)
{
	size_t at;

	if (!match(s, kind.from, kind.to, "关于"))
		return kind;
	for (at = kind.to; at > kind.from && !match(s, at - 1, at, "的"); at--)
		;
	if (at > kind.from
	    && (match_phrase(s, at, kind.to, WORDS_KINDS) || match(s, at, kind.to, "纪要")))
		kind.from = at;
	return kind;
}

/* Without the session in its middle: 董事会第十三次会议纪要. */
static struct jy_text
kind_of(struct sheet *s, struct span kind)
{
	kind = without_subject(s, kind);
	for (size_t i = kind.from; i < kind.to; i++) {
		size_t to = skip_session(s, i, kind.to);

		if (to > i && to < kind.to && s->glyphs[i].code == ORDINAL_MARK)
			return arena_printf(s->arena, "%s%s",
			    i > kind.from ? span_solid(s, (struct span){kind.from, i}).s : "",
			    span_solid(s, (struct span){to, kind.to}).s);
	}
	return span_solid(s, kind);
}

static void
read_date_line(struct sheet *s, struct span span)
{
	size_t bracket = match(s, span.from, span.to, "(");
	struct date d;

	if (!match_date(s, span.from + bracket, span.to, &d))
		return;
	claim(s, s->day, RESIDUE);
	s->m->meeting->date = date_text(s, d);
	s->day = span;
	claim(s, span, FIELD);
}

/* （2019年第8次）, （2019年5月6日） after a title; false: it tells of neither. */
static bool
read_suffix(struct sheet *s, struct span suffix)
{
	struct span inner = within_brackets(s, suffix), number = suffix;
	struct date d;

	if (!is_number(s, suffix) && !is_ordinal_of_title(s, suffix))
		number = inner;	/* （〔2019〕8号） */
	if (is_number(s, number) || is_ordinal_of_title(s, number)) {
		if (!s->m->document->number)
			read_number(s, number);
		return true;
	}
	if (!span_len(suffix) || match_date(s, inner.from, inner.to, &d) != span_len(inner))
		return false;
	s->m->meeting->date = date_text(s, d);
	return true;
}

/* Of a title and its masthead the first tells the issuer and the kind, the last is the title. */
static void
read_title(struct sheet *s, struct span title)
{
	struct jy_document *d = s->m->document;
	struct span tag = {title.from, skip_tag(s, title)}, issuer, suffix;
	size_t end;

	claim(s, tag, FURNITURE);
	title.from = tag.to;
	title = without_brackets(s, title);
	claim(s, title, FIELD);
	d->title = span_solid(s, title);
	suffix = (struct span){without_suffix(s, title), title.to};
	title.to = read_suffix(s, suffix) ? suffix.from : title.to;
	end = issuer_end(s, title);
	if (end == NOWHERE || end == title.to)
		end = kind_start(s, title);
	if (match(s, title.from, end, "关于"))	/* a subject, not an issuer */
		end = title.from;
	issuer = (struct span){skip_year(s, title.from, end), end};
	if (!d->issuer.s && end > title.from && names_a_place(s, issuer))
		d->issuer = span_solid(s, issuer);
	read_session(s, title);
	read_session(s, suffix);
	if (!d->kind.s && !d->title_supplied)	/* what was made tells nothing new */
		d->kind = kind_of(s, (struct span){skip_session(s, end, title.to), title.to});
}

/* A line of a title that ends on a later one: the issuer's name, the meeting's, its session, the
 * beginning of its subject. */
static bool
is_title_line(const struct sheet *s, const struct paragraph *p)
{
	size_t n;

	return p->cue == CUE_NONE && span_len(p->span) <= 30
	    && find_any(s, p->span, ":|>|。|,", &n) == NOWHERE
	    && (ends_listed(s, ORGANIZATIONS, p->span.from, p->span.to)
		|| ends_with(s, p->span, "会议|次|届")
		|| match(s, p->span.from, p->span.to, "关于"));
}

/* 第十六届第45次 between the issuer's line and the kind's is of the title. */
static bool
is_session_line(const struct sheet *s, size_t first, size_t i)
{
	const struct paragraph *p = &s->paragraphs[i];

	return p->cue == CUE_NUMBER && ends_with(s, p->span, "次|届") && i > first
	    && is_title_line(s, p - 1) && i + 1 < s->paragraph_count && p[1].cue == CUE_TITLE;
}

/* The title may stand on several lines: the issuer's, the kind's.  Glyphs are contiguous, so one
 * span holds them all. */
static size_t
title_start(const struct sheet *s, size_t first, size_t at)
{
	while (at > first
	    && (is_title_line(s, &s->paragraphs[at - 1]) || is_session_line(s, first, at - 1)))
		at--;
	return at;
}

/* 董事会第三次会议于2023年5月6日召开。 */
static bool
tells_of_meeting(const struct sheet *s, const struct paragraph *p)
{
	struct date d;
	size_t n;

	if (p->cue != CUE_NONE || find(s, p->span, "。") == NOWHERE
	    || find_any(s, p->span, "召开|举行|主持", &n) == NOWHERE)
		return false;
	for (size_t i = p->span.from; i < p->span.to; i++)
		if (match_date(s, i, p->span.to, &d))
			return true;
	return false;
}

static bool
ends_masthead(const struct sheet *s, const struct paragraph *p)
{
	size_t n;

	return p->cue == CUE_OPENING || p->cue == CUE_LEAD_IN || p->cue == CUE_ENUMERATED
	    || begins_statement(s, p->span) || tells_of_meeting(s, p)
	    || find_any(s, p->span, "主持召开|主持了", &n) != NOWHERE
	    || (p->cue == CUE_NONE && span_len(p->span) > 60 && find(s, p->span, "。") != NOWHERE)
	    || (span_len(p->span) > 20 && ends_with(s, p->span, "如下:|如下。"));
}

enum { MARK = 2 };	/* 文件 */

/* 甲县人民政府文件: 发文机关标志, the mark of who issues. */
static bool
is_mark(const struct sheet *s, const struct paragraph *p)
{
	return p->cue == CUE_NONE && span_len(p->span) <= 30 && ends_with(s, p->span, "文件")
	    && ends_as_office(s, (struct span){p->span.from, p->span.to - MARK});
}

static void
read_mark(struct sheet *s, struct span mark)
{
	struct span issuer = {mark.from, mark.to - MARK};

	if (s->m->document->issuer.s)
		return;
	s->m->document->issuer = span_solid(s, issuer);
	claim(s, issuer, FIELD);
	claim(s, (struct span){issuer.to, mark.to}, FURNITURE);
}

/* The title can be read first, then the block of labels that some have before the text. */
static void
read_part(struct sheet *s, size_t first, size_t i)
{
	const struct paragraph *p = &s->paragraphs[i];

	if (p->cue == CUE_COMPILED)
		read_compiled(s, p->span);
	else if (p->cue == CUE_ISSUED)
		read_issued(s, (struct span){0}, p->span);
	else if (p->cue == CUE_TITLE)
		read_title(s,
		    (struct span){s->paragraphs[title_start(s, first, i)].span.from, p->span.to});
	else if (p->cue == CUE_NUMBER && !s->m->document->number && !is_session_line(s, first, i)
	    && !(i > first && ends_with(s, p[-1].span, "公报|政报")))
		read_number(s, p->span);
	else if (p->cue == CUE_DATE)
		read_date_line(s, p->span);
	else if (p->cue == CUE_LABEL)
		read_header(s, p);
	else if (p->cue == CUE_ATTENDANCE)
		read_attendance(s, p);
	else if (p->cue == CUE_RECORDER)
		read_recorders(s, p->span);
	else if (p->cue == CUE_PRODUCTION)
		read_production(s, p->span);
	else if (is_mark(s, p))
		read_mark(s, p->span);
	else if (p->cue == CUE_NONE && counts_people(s, p->span))
		extend_preamble(s, p->span);
}

/* Where nothing opens the meeting, the masthead is the title and what of its kind comes with it. */
static size_t
title_end(const struct sheet *s, size_t at)
{
	size_t end = at;

	while (end < s->paragraph_count && s->paragraphs[end].cue != CUE_TITLE)
		end++;
	if (end == s->paragraph_count)
		return at;
	for (end++; end < s->paragraph_count; end++)
		if (s->paragraphs[end].cue != CUE_NUMBER && s->paragraphs[end].cue != CUE_DATE
		    && s->paragraphs[end].cue != CUE_LABEL)
			break;
	return end;
}

size_t
read_masthead(struct sheet *s, size_t at)
{
	size_t end = at;

	while (end < s->paragraph_count && !ends_masthead(s, &s->paragraphs[end]))
		end++;
	if (end == s->paragraph_count)
		end = title_end(s, at);
	for (size_t i = at; i < end; i++)
		read_part(s, at, i);
	return end;
}
