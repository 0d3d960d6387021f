/* What a row says it is, by its own words.  A cue is a claim: the paragraphs weigh it. */
#include "names.h"
#include "stages.h"

/* No attendance label is longer, in glyphs. */
enum { LABEL = 16 };

/* No day with its hour is longer: a cell that holds one opens no meeting. */
enum { MOMENT = 24 };

/* 应到委员7人，实到6人: how many came is told among the labels. */
bool
counts_people(const struct sheet *s, struct span span)
{
	size_t n;

	return span_len(span) <= 60 && find_any(s, span, "应到|应出席|应参会", &n) != NOWHERE
	    && find_any(s, span, "实到|出席|参会", &n) != NOWHERE;
}

/* 出席委员（共十三人）, 列席（第一项议题）, 参会单位（签字）: without the bracket. */
static size_t
without_count(const struct sheet *s, size_t from, size_t to)
{
	size_t open = find(s, (struct span){from, to}, "(");

	return open != NOWHERE && open > from
		&& ends_with(s, (struct span){from, to}, "人)|名)|位)|题)|项)|签字)|签名)|签到)")
	    ? open
	    : to;
}

/* 出席：, 列席人员：, 固定列席：, 第一至五议题：; or the bare word before a wide gap or line end. */
static bool
is_attendance(const struct sheet *s, struct span row)
{
	static const char *const words = "出席|列席|请假|缺席|邀请|参会|与会|到会|参加|议题";
	struct span label = row;
	struct enumerator e = match_enumerator(s, row.from, row.to);
	size_t n, other, at, colon;

	if (span_len(row) > LABEL)
		label.to = row.from + LABEL;
	colon = find(s, label, ":");
	if (colon != NOWHERE && match_phrase(s, row.from, row.to, WORDS_LABELS) == colon - row.from)
		return false;	/* 议题： */
	label.from += e.style == STYLE_ITEM ? 0 : e.len;
	if (colon != NOWHERE) {
		label.to = without_count(s, label.from, colon);
		at = find_any(s, label, words, &n);
		if (counts_people(s, (struct span){label.from, colon}))
			return true;
		return at != NOWHERE && find_any(s, label, "。|,|、", &other) == NOWHERE
		    && (find(s, (struct span){label.from, at}, "会议") == NOWHERE
			|| at == label.from + 2)
		    && (at + n == label.to
			|| ends_with(s, label,
			    "人员|名单|单位|领导|同志|嘉宾|部门|代表|列席|会|会议|者|有|人|常委|委员|成员|董事|监事|党组|班子|专家|签名|签字|签到"));
	}
	n = match_phrase(s, label.from, row.to, WORDS_BARE_ATTENDANCE);
	at = label.from + n;
	return n && (at == row.to || s->glyphs[at].gap >= 2);
}

size_t
next_call(const struct sheet *s, struct span list)
{
	for (size_t i = list.from + 1; i < list.to; i++) {
		uint32_t before = s->glyphs[i - 1].code;
		struct span rest = {i, i + LABEL < list.to ? i + LABEL : list.to};
		size_t n;

		if ((before != FULL_STOP && before != ';' && before != ':' && s->glyphs[i].gap < 2)
		    || find(s, rest, ":") == NOWHERE)
			continue;
		n = match_phrase(s, i, list.to, WORDS_RECORDERS);
		if ((n && match(s, i + n, list.to, ":")) || is_attendance(s, rest))
			return i;
	}
	return list.to;
}

static bool
is_cell(const struct sheet *s, struct span row)
{
	return s->rows[s->glyphs[row.from].line].line->table > 0;
}

/* The first and the last of the cells beside the row, as far as MOST of them go. */
static struct span
cells_beside(const struct sheet *s, struct span row, size_t most)
{
	size_t at = s->glyphs[row.from].line;
	struct span cells = {at, at + 1};
	const struct jy_line *line = s->rows[at].line;

	for (; cells.from > 0 && at - cells.from < most
	     && s->rows[cells.from - 1].line->table == line->table
	     && s->rows[cells.from - 1].line->row == line->row;
	     cells.from--)
		;
	for (; cells.to < s->row_count && cells.to - at <= most
	     && s->rows[cells.to].line->table == line->table
	     && s->rows[cells.to].line->row == line->row;
	     cells.to++)
		;
	return cells;
}

/* Is it one of three cells or more beside each other?  What it says is said of these. */
static bool
is_among_cells(const struct sheet *s, struct span row)
{
	return is_cell(s, row) && span_len(cells_beside(s, row, 2)) >= 3;
}

bool
is_in_list(const struct sheet *s, struct span row)
{
	enum { CELLS = 24 };
	struct span cells, first;
	int value;

	if (!is_among_cells(s, row))
		return false;
	cells = cells_beside(s, row, CELLS);
	first = s->rows[cells.from].span;
	return match_phrase(s, first.from, first.to, WORDS_ASIDE_HEADS) == span_len(first)
	    || (span_len(first) <= 3
		&& match_number(s, first.from, first.to, &value) == span_len(first));
}

static bool
is_label(const struct sheet *s, struct span row)
{
	size_t n = match_phrase(s, row.from, row.to, WORDS_LABELS);

	return n
	    && (match(s, row.from + n, row.to, ":") || (n == span_len(row) && is_cell(s, row))
		|| (n < span_len(row) && s->glyphs[row.from + n].gap >= 2));
}

static bool
is_whole_date(const struct sheet *s, struct span row)
{
	size_t bracket = match(s, row.from, row.to, "(");
	struct date d;

	row.from += bracket;
	row.to = without_seal(s, row);
	row.to -= bracket && ends_with(s, row, ")");
	row.to -= bracket && ends_with(s, row, "通过") ? 2 : 0;
	return match_date(s, row.from, row.to, &d) == span_len(row);
}

size_t
without_suffix(const struct sheet *s, struct span title)
{
	enum { SUFFIX = 20 };
	size_t least = span_len(title) > SUFFIX ? title.to - SUFFIX : title.from;

	if (ends_with(s, title, ")"))
		for (size_t i = title.to - 1; i > least; i--)
			if (match(s, i, title.to, "("))
				return i;
	return title.to;
}

static bool
is_title(const struct sheet *s, struct span row)
{
	size_t n;

	row.to = without_suffix(s, row);
	return span_len(row) <= 60 && find_any(s, row, "。|,|:", &n) == NOWHERE
	    && (ends_with(s, row, "纪要|会议记录|会议纪录|纪要]")
		|| (match(s, row.from, row.to, "【会议纪要】") && ends_with(s, row, "会议")));
}

/* 会议议定以下意见：, 现将会议研究确定事项纪要如下： */
static bool
is_lead_in(const struct sheet *s, struct span row)
{
	size_t n;

	return span_len(row) <= 40 && ends_with(s, row, ":|如下。|如下")
	    && match_phrase(s, row.from, row.to, WORDS_LEAD_INS)
	    && find_any(s, row, "议定|决定|决议|纪要|确定|如下|以下|内容|事项", &n) != NOWHERE
	    && sentence_end(s, row.from, row.to) == row.to;
}

static bool
is_opening(const struct sheet *s, struct span row)
{
	struct date d;
	size_t n = match_date(s, row.from, row.to, &d);

	return n && row.from + n < row.to && (!is_cell(s, row) || span_len(row) > MOMENT)
	    && match_any(s, row.from + n, row.to, "上午|下午|晚|中午|,|(");
}

static bool
is_recorder(const struct sheet *s, struct span row)
{
	size_t n = match_phrase(s, row.from, row.to, WORDS_RECORDERS);
	size_t at = row.from + n;

	return n && span_len(row) <= 30
	    && (at == row.to || match(s, at, row.to, ":") || s->glyphs[at].gap >= 2);
}

static bool
is_disclosure(const struct sheet *s, struct span row)
{
	size_t n;

	n = match_phrase(s, row.from, row.to, WORDS_DISCLOSURE);
	return span_len(row) <= 24
	    && ((n && match(s, row.from + n, row.to, ":"))
		|| match_any(s, row.from, row.to, "(此件|此件")
		|| (match(s, row.from, row.to, "(") && ends_with(s, row, ")")
		    && find_any(s, row, "公开|发布", &n) != NOWHERE));
}

static bool
is_distribution(const struct sheet *s, struct span row)
{
	size_t n = match_phrase(s, row.from, row.to, WORDS_DISTRIBUTION);

	return n && match(s, row.from + n, row.to, ":");
}

bool
begins_statement(const struct sheet *s, struct span span)
{
	size_t n = match_any(s, span.from, span.to, "会议|与会");

	return n && match_phrase(s, span.from + n, span.to, WORDS_STATEMENTS);
}

static bool
is_bare_numeral(const struct sheet *s, struct span row)
{
	int value;

	return span_len(row) <= 3 && s->glyphs[row.from].code >= 0x4E00
	    && match_number(s, row.from, row.to, &value) == span_len(row);
}

enum cue
cue_of(const struct sheet *s, struct span row)
{
	enum style style = match_enumerator(s, row.from, row.to).style;

	if (style == STYLE_TOPIC)
		return CUE_ENUMERATED;
	if (is_attendance(s, row))
		return CUE_ATTENDANCE;
	if (style || is_bare_numeral(s, row))
		return CUE_ENUMERATED;
	if (is_production(s, row))
		return CUE_PRODUCTION;
	if (is_distribution(s, row))
		return CUE_DISTRIBUTION;
	if (is_disclosure(s, row))
		return CUE_DISCLOSURE;
	if (is_recorder(s, row))
		return CUE_RECORDER;
	if (is_label(s, row))
		return CUE_LABEL;
	if (is_whole_date(s, row) && !is_among_cells(s, row))
		return CUE_DATE;
	if (is_number(s, row))
		return CUE_NUMBER;
	if (is_imprint(s, row, WORDS_COMPILING) || is_dated_office(s, row))
		return CUE_COMPILED;
	if (is_imprint(s, row, WORDS_ISSUING))
		return CUE_ISSUED;
	if (is_lead_in(s, row))
		return CUE_LEAD_IN;
	if (match_phrase(s, row.from, row.to, WORDS_REMARKS))
		return CUE_REMARK;
	if (is_title(s, row))
		return CUE_TITLE;
	return is_opening(s, row) ? CUE_OPENING : CUE_NONE;
}

/* （41） under the title, and not before the first clause, is the number of the minutes. */
static bool
is_under_title(const struct sheet *s, size_t i)
{
	struct enumerator e = match_enumerator(s, s->rows[i].span.from, s->rows[i].span.to);
	enum cue next = i + 1 < s->row_count ? s->rows[i + 1].cue : CUE_NONE;

	return i > 0 && s->rows[i - 1].cue == CUE_TITLE && is_ordinal_of_title(s, s->rows[i].span)
	    && (e.ordinal != 1 || (next != CUE_NONE && next != CUE_ENUMERATED));
}

void
find_cues(struct sheet *s)
{
	for (size_t i = 0; i < s->row_count; i++) {
		struct row *row = &s->rows[i];

		row->cue = is_in_list(s, row->span) ? CUE_NONE : cue_of(s, row->span);
		if (row->cue == CUE_NONE && row->line->at.confidence)
			row->cue = propose_cue(s, row->span);
	}
	for (size_t i = 0; i < s->row_count; i++)
		if (is_under_title(s, i))
			s->rows[i].cue = CUE_NUMBER;
}
