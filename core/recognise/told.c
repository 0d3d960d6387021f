/* What was done already, and so is no task: 前期由甲编制, 已通过评审, 会议由甲汇报. */
#include "duties.h"

/* 已通过评审。: done, and the part ends with it; not 对已建成的项目. */
static bool
is_done(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match_any(s, at, end, "已经|已"), from = i;

	if (i == at || (at && match_any(s, at - 1, at, "对|将|把|凡|如|若|待|为|按|在")))
		return false;
	while (i < end && i - from <= 4 && is_han(s->glyphs[i].code) && !match(s, i, end, "的"))
		i++;
	return i > from && (i == end || is_separator(s->glyphs[i].code));
}

/* 于2019年6月开工: in a year before that of the document. */
static bool
is_past_year(const struct sheet *s, size_t at, size_t end)
{
	int year;
	size_t n = match(s, at, end, "于"), digits = n ? match_number(s, at + n, end, &year) : 0;

	return digits && year > 1900 && s->year && year < s->year
	    && match(s, at + n + digits, end, "年");
}

bool
is_told(const struct sheet *s, size_t at, size_t end)
{
	struct span part = {at, end};
	bool past = match_any(s, at, end, "前期,|前期由|此前|会前|上次会议") != 0;
	size_t n;

	if (match_any(s, at, end, "会议由|会上,由|会上由"))
		return true;
	if (find_any(s, part, "要|须|应当|必须|请|责成|尽快|抓紧|确保|下一步|继续|务必", &n)
	    != NOWHERE)
		return false;
	for (size_t i = at; i < end && !past; i++)
		past = is_done(s, i, end) || is_past_year(s, i, end)
		    || match_phrase(s, i, end, WORDS_TOLD);
	return past;
}
