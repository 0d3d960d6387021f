/* 议程: what the opening or the header announces, action by action. */
#include "stages.h"

size_t
match_action(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_ACTIONS);

	return n ? n + match(s, at + n, end, "了") : 0;
}

/* Where one subject ends and the next begins: 》《, 、《 and 和《 outside titles. */
static size_t
subject_break(const struct sheet *s, size_t i, size_t end)
{
	size_t n = match_any(s, i, end, "、|以及|和|及|与");

	if (n && match(s, i + n, end, "《"))
		return n;
	return 0;
}

/* 《甲》《乙》等3个文件: without the words that are no title, where these are counted only. */
static size_t
titles_end(const struct sheet *s, struct span span)
{
	enum { COUNTED = 10 };
	size_t from = span_len(span) > COUNTED ? span.to - COUNTED : span.from, n, such;

	for (size_t i = span.to; i > from; i--)
		if (s->glyphs[i - 1].code == TITLE_CLOSE && match(s, i, span.to, "等")) {
			such = find_any(s, (struct span){i + 1, span.to},
			    "议题|事项|文件|方案|材料|规划|办法|制度|议案", &n);
			return such != NOWHERE && such + n == span.to ? i : span.to;
		}
	return span.to;
}

/* 《甲》《乙》和《丙》 are three subjects; anything else is one. */
static void
read_subjects(struct sheet *s, struct jy_topic *topic, struct span span)
{
	struct jy_string **end = &topic->subjects;
	size_t from = span.from, n;
	int depth = 0;

	span.to = titles_end(s, span);
	for (size_t i = span.from; i < span.to; i++) {
		bool opens = s->glyphs[i].code == TITLE_OPEN, adjacent;

		adjacent = opens && depth == 0 && i > from && s->glyphs[i - 1].code == TITLE_CLOSE;
		n = depth == 0 && i > from ? subject_break(s, i, span.to) : 0;
		if (adjacent || n) {
			end = add_string(s, end, span_text(s, (struct span){from, i}));
			from = i + n;
			i = from - (n != 0);
		}
		depth += opens && (adjacent || !n);
		depth -= s->glyphs[i].code == TITLE_CLOSE && depth > 0;
	}
	if (from < span.to)
		add_string(s, end, span_text(s, (struct span){from, span.to}));
}

/* ，县公安局负责人参加会议: who came, up to the next comma. */
static bool
tells_who_came(const struct sheet *s, size_t at, size_t end)
{
	enum { CAME = 120 };
	size_t i = at;

	while (i < end && i - at < CAME && !match_any(s, i, end, ",|。|;"))
		i++;
	return ends_with(s, (struct span){at, i},
	    "参加会议|参加了会议|出席会议|出席了会议|列席会议|列席了会议");
}

/* What comes after the comma, a result or people, is no part of a topic. */
static bool
ends_topic(const struct sheet *s, size_t at, size_t end)
{
	return match_action(s, at + match_any(s, at, end, "并|会议"), end)
	    || match_any(s, at, end,
		"经过讨论|经过充分|经讨论|经研究|经充分|经认真|并就|现纪要|现将")
	    || (match(s, at, end, "会议")
		&& match_any(s, at + 2, end,
		    "议定|决定|确定|认为|原则|同意|明确|要求|指出|研究决定"))
	    || tells_who_came(s, at, end);
}

/* A part of the agenda ends at ， ； 。 before another action, outside quotes. */
static size_t
topic_end(const struct sheet *s, size_t at, size_t end)
{
	int depth = 0;

	for (size_t i = at; i < end; i++) {
		uint32_t c = s->glyphs[i].code;

		depth += depth_change(c);
		if (depth <= 0 && (c == FULL_STOP || c == ';'))
			return i;
		if (depth <= 0 && c == ',' && ends_topic(s, i + 1, end))
			return i;
	}
	return end;
}

void
read_agenda(struct sheet *s, size_t at, size_t end)
{
	while (at < end) {
		size_t skip = match_any(s, at, end, ",|。|;|会议|并"), n, stop;
		struct jy_topic *topic;

		if (skip) {
			at += skip;
			continue;
		}
		stop = topic_end(s, at, end);
		n = match_action(s, at, stop);
		if (n && at + n < stop && !match_any(s, at + n, stop, "以下|如下")) {
			topic = arena_alloc(s->arena, sizeof(*topic));
			topic->at = span_place(s, (struct span){at, stop});
			topic->action = span_solid(s,
			    (struct span){at, at + n - match(s, at + n - 1, at + n, "了")});
			read_subjects(s, topic, (struct span){at + n, stop});
			*s->agenda_end = topic;
			s->agenda_end = &topic->next;
		}
		at = stop > at ? stop : at + 1;
	}
}
