/* Labels of the header that stand apart: numbered 一、会议时间：, or in a line before what they tell. */
#include "stages.h"

enum { VALUE = 40 };	/* what stands in the line after a label is no longer, in glyphs */

/* Is the row one of these words and no more, with a colon or without? */
static bool
is_whole(const struct sheet *s, struct span row, enum phrases list)
{
	row.to -= ends_with(s, row, ":");
	return span_len(row) && match_phrase(s, row.from, row.to, list) == span_len(row);
}

/* Does the row begin with 时间, 地点, 主持人 or the like, as only a header does? */
static bool
begins_setting(const struct sheet *s, struct span row)
{
	struct span label = {row.from, row.from + match_phrase(s, row.from, row.to, WORDS_LABELS)};
	size_t n;

	return find_any(s, label, "时间|日期|地点|主持", &n) != NOWHERE;
}

/* The cue of a row behind its numeral, if it is one of a header; or CUE_ENUMERATED. */
static enum cue
cue_behind(const struct sheet *s, size_t i, size_t len)
{
	struct span rest = {s->rows[i].span.from + len, s->rows[i].span.to};
	enum cue cue = span_len(rest) ? cue_of(s, rest) : CUE_NONE;
	struct enumerator next = {0};

	if (i + 1 < s->row_count)
		next = match_enumerator(s, s->rows[i + 1].span.from, s->rows[i + 1].span.to);
	if (is_whole(s, rest, WORDS_LABELS))
		return CUE_LABEL;
	if (is_whole(s, rest, WORDS_LEAD_INS) && next.ordinal == 1)
		return CUE_LEAD_IN;
	return cue == CUE_LABEL || cue == CUE_ATTENDANCE || cue == CUE_RECORDER ? cue
										: CUE_ENUMERATED;
}

/* 一、会议时间：… 二、会议地点：… 五、会议内容：: the numerals of a header are no items'. */
static void
shed_numerals(struct sheet *s)
{
	bool header = false;

	for (size_t i = 0; i < s->row_count; i++) {
		struct row *row = &s->rows[i];
		struct enumerator e = match_enumerator(s, row->span.from, row->span.to);
		enum cue cue;

		if (row->cue == CUE_LEAD_IN || (row->cue == CUE_OPENING && !header))
			return;
		if (row->cue != CUE_ENUMERATED || !e.style)
			continue;
		cue = cue_behind(s, i, e.len);
		header |= cue == CUE_LABEL
		    && begins_setting(s, (struct span){row->span.from + e.len, row->span.to});
		if (cue == CUE_ENUMERATED || !header)
			return;
		claim(s, (struct span){row->span.from, row->span.from + e.len}, FURNITURE);
		row->span.from += e.len;
		row->cue = cue;
	}
}

/* 【主持】赵甲: what closes the brackets does for the colon. */
static void
open_brackets(struct sheet *s, struct row *row)
{
	struct span label = {row->span.from + 1, row->span.to};

	if (!match(s, row->span.from, row->span.to, "【"))
		return;
	label.to = find(s, label, "】");
	if (label.to == NOWHERE)
		return;
	if (!is_whole(s, label, WORDS_LABELS) && !is_whole(s, label, WORDS_RECORDERS)
	    && !is_whole(s, label, WORDS_BARE_ATTENDANCE))
		return;
	s->glyphs[label.to].code = ':';
	claim(s, (struct span){row->span.from, label.from}, FURNITURE);
	row->span.from = label.from;
	row->cue = cue_of(s, row->span);
}

/* 会议时间 / 2019年5月6日 / 主持人 / 赵甲: labels without a colon are some only among others like them. */
static void
mark_bare_labels(struct sheet *s)
{
	enum { LEAST = 2 };
	size_t end, count = 0;

	for (end = 0; end < s->row_count && s->rows[end].cue != CUE_ENUMERATED
	     && s->rows[end].cue != CUE_LEAD_IN;
	     end++)
		count += is_whole(s, s->rows[end].span, WORDS_LABELS)
		    && begins_setting(s, s->rows[end].span);
	for (size_t i = 0; i < end && count >= LEAST; i++)
		if (s->rows[i].cue == CUE_NONE && is_whole(s, s->rows[i].span, WORDS_LABELS))
			s->rows[i].cue = CUE_LABEL;
}

void
find_labels(struct sheet *s)
{
	for (size_t i = 0; i < s->row_count; i++)
		open_brackets(s, &s->rows[i]);
	mark_bare_labels(s);
	shed_numerals(s);
}

/* 主持人： and nothing more. */
static bool
is_bare_label(const struct sheet *s, const struct paragraph *p)
{
	return (p->cue == CUE_LABEL && is_whole(s, p->span, WORDS_LABELS))
	    || (p->cue == CUE_RECORDER && is_whole(s, p->span, WORDS_RECORDERS));
}

/* Is Q what the label before it calls for? */
static bool
is_value(const struct sheet *s, const struct paragraph *label, const struct paragraph *q)
{
	bool day = ends_with(s, label->span, "时间|日期|时间:|日期:");

	return (q->cue == CUE_NONE || (day && (q->cue == CUE_DATE || q->cue == CUE_OPENING)))
	    && q->table == label->table && q->span.from == label->span.to
	    && span_len(q->span) <= VALUE && find(s, q->span, "。") == NOWHERE
	    && !(label->cue == CUE_RECORDER && is_office(s, q));
}

/* The index after the numbered topics that follow 会议议程：, if the text comes after them; or AT. */
static size_t
topics_end(const struct sheet *s, size_t at)
{
	const struct paragraph *label = &s->paragraphs[at - 1];
	size_t end = at;

	if (label->cue != CUE_LABEL || !ends_with(s, label->span, "议程|议题|议程:|议题:"))
		return at;
	while (end < s->paragraph_count && s->paragraphs[end].cue == CUE_ENUMERATED)
		end++;
	return end + 1 < s->paragraph_count && s->paragraphs[end].cue == CUE_LEAD_IN
		&& s->paragraphs[end + 1].cue == CUE_ENUMERATED
	    ? end
	    : at;
}

/* A label takes the lines that it calls for into its paragraph. */
void
join_labels(struct sheet *s)
{
	bool bare = false, was_bare;
	size_t count = 0;

	for (size_t i = 0, end; i < s->paragraph_count; i = end) {
		struct paragraph *p = &s->paragraphs[count++];

		*p = s->paragraphs[i];
		end = i + 1;
		was_bare = bare;	/* labels one under the other have their values elsewhere */
		bare = is_bare_label(s, p);
		if (!bare || was_bare || end == s->paragraph_count)
			continue;
		if (is_value(s, p, &s->paragraphs[end]))
			end++;
		else
			end = topics_end(s, end);
		p->span.to = s->paragraphs[end - 1].span.to;
		bare = end == i + 1;
	}
	s->paragraph_count = count;
}
