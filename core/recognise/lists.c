/* Lists over several rows, of people and of recipients: what goes on with one, and what ends it. */
#include "names.h"
#include "stages.h"

/* Several names, a note about one, or what somebody is. */
static bool
looks_listed(const struct sheet *s, struct span row)
{
	size_t n;

	if (find_any(s, row, "、|(", &n) != NOWHERE)
		return true;
	for (size_t i = row.from + 1; i <= row.to; i++)
		if (ends_listed(s, TITLES, row.from, i)
		    || ends_listed(s, ORGANIZATIONS, row.from, i))
			return true;
	return false;
}

/* 汇报人：, 责任科室：, 投诉电话：: a label that no people are listed under. */
static bool
is_other_label(const struct sheet *s, struct span row)
{
	struct span label = {row.from, row.to - row.from > 10 ? row.from + 10 : row.to};
	size_t colon = find(s, label, ":"), n;

	if (colon == NOWHERE || colon < label.from + 2)
		return false;
	label.to = colon;
	if (match_any(s, label.from, colon, "责任|承办|经办"))
		return true;
	return find_any(s, label, "议题|项|、|直|·|(", &n) == NOWHERE
	    && !ends_listed(s, ORGANIZATIONS, label.from, label.to)
	    && !ends_listed(s, TITLES, label.from, label.to)
	    && find(s, (struct span){colon, row.to}, "、") == NOWHERE;
}

/* 网站首页, 联系我们: what only a web page says. */
bool
is_of_page(const struct sheet *s, struct span row)
{
	for (size_t i = row.from; i < row.to; i++)
		if (match_phrase(s, i, row.to, WORDS_WEB))
			return true;
	return false;
}

/* Names go on until something is said, or an office signs with the date. */
bool
ends_attendance(const struct sheet *s, const struct row *p, const struct row *n)
{
	if ((s->glyphs[p->span.to - 1].code == FULL_STOP && !looks_listed(s, n->span))
	    || is_other_label(s, n->span))
		return true;
	if (n + 1 < s->rows + s->row_count && (n[1].cue == CUE_DATE || n[1].cue == CUE_ISSUED)
	    && ends_as_office(s, n->span))
		return true;
	return is_of_page(s, n->span) || match_any(s, n->span.from, n->span.to, "会议|与会")
	    || find(s, n->span, "《") != NOWHERE;
}

/* 各市人民政府，省政府各部门。 on a line of their own. */
bool
are_recipients(const struct sheet *s, struct span row)
{
	size_t n;

	return ends_with(s, row, "部门。|单位。|机构。|公司。|委员会。|政府。|领导。")
	    && find_any(s, row, ":|会议", &n) == NOWHERE;
}

/* 参会人员： / 1.市档案局：周己庚 / 2.…: numbered entries after a label that has no names of its own. */
bool
lists_people(const struct sheet *s, const struct row *first, const struct row *p,
    const struct row *n)
{
	struct enumerator e = match_enumerator(s, n->span.from, n->span.to);
	struct span head = {n->span.from, n->span.to - n->span.from > 24 ? n->span.from + 24 : n->span.to};

	return e.style >= STYLE_ARABIC
	    && (first == p ? e.ordinal == 1 && s->glyphs[p->span.to - 1].code == ':'
			   : p->cue == CUE_ENUMERATED || p->cue == CUE_NONE)
	    && find(s, head, ":") != NOWHERE && find(s, n->span, "。") == NOWHERE;
}
