/* The block of labels before the text: 时间：, 地点：, 主持人：, 议题：. */
#include "stages.h"

/* What each label tells, by its words. */
enum header { HEADER_NONE, HEADER_TIME, HEADER_PLACE, HEADER_CHAIR, HEADER_TOPICS, HEADER_NAME };

static enum header
header_of(const struct sheet *s, struct span label)
{
	size_t n;

	if (find_any(s, label, "时间|日期", &n) != NOWHERE)
		return HEADER_TIME;
	if (find(s, label, "地点") != NOWHERE)
		return HEADER_PLACE;
	if (find_any(s, label, "主持|主席|召集", &n) != NOWHERE)
		return HEADER_CHAIR;
	if (find_any(s, label, "会议名称|会议类型|会议类别", &n) != NOWHERE)
		return HEADER_NAME;
	return find_any(s, label, "议题|议程|主题", &n) != NOWHERE ? HEADER_TOPICS : HEADER_NONE;
}

/* Where the topic with that number begins, before a gap or a mark: 1.审议甲；2.审议乙. */
static size_t
find_numbered(const struct sheet *s, struct span text, struct enumerator last)
{
	for (size_t i = text.from; i < text.to; i++) {
		struct enumerator e;

		if (!starts_line(s, i) && !s->glyphs[i].gap && !match_any(s, i - 1, i, ";|。|,|、"))
			continue;
		e = match_enumerator(s, i, text.to);
		if (e.style == last.style && e.ordinal == last.ordinal + 1)
			return i;
	}
	return NOWHERE;
}

/* A topic without a verb is a subject all the same. */
static void
read_topic(struct sheet *s, struct span text)
{
	struct jy_topic **before = s->agenda_end, *topic;

	read_agenda(s, text.from, text.to);
	if (s->agenda_end != before || text.from >= text.to)
		return;
	topic = arena_alloc(s->arena, sizeof(*topic));
	topic->at = span_place(s, text);
	add_string(s, &topic->subjects, span_text(s, text));
	*s->agenda_end = topic;
	s->agenda_end = &topic->next;
}

/* 1.审议甲；2.审议乙 on one line; false: it is not numbered. */
static bool
read_numbered(struct sheet *s, struct span text)
{
	struct enumerator e = match_enumerator(s, text.from, text.to);
	size_t next = text.from;

	if (e.style < STYLE_ITEM || e.ordinal != 1 || e.len == span_len(text))
		return false;
	for (; next != NOWHERE; e.ordinal++, text.from = next) {
		struct span topic = text;

		next = find_numbered(s, (struct span){text.from + 1, text.to}, e);
		topic.to = next == NOWHERE ? text.to : next;
		topic.from += match_enumerator(s, topic.from, topic.to).len;
		topic.to -= ends_with(s, topic, ";|。|,|、");
		read_topic(s, topic);
	}
	return true;
}

void
read_topics(struct sheet *s, struct span text)
{
	if (!read_numbered(s, text))
		read_topic(s, text);
}

/* Where the hours end that a day's date may have after it: （星期二）上午9:00—11:30. */
static size_t
clock_end(const struct sheet *s, size_t at, size_t end)
{
	static const char *const words =
	    "星期|上午|下午|晚上|中午|全天|开始|结束|左右|(|)|:|-|—|~|至|到|周|时|点|分|半|整|晚|许|日|,|、|。";
	struct date d;
	size_t n = 1;
	int number;

	for (; at < end && n; at += n) {
		n = match_date(s, at, end, &d);
		n = n ? n : match_any(s, at, end, words);
		n = n ? n : match_number(s, at, end, &number);
	}
	return at;
}

/* False: the label is none of the meeting's. */
bool
read_header(struct sheet *s, const struct paragraph *p)
{
	size_t n = match_phrase(s, p->span.from, p->span.to, WORDS_LABELS);
	struct span label = {p->span.from, p->span.from + n}, value = {label.to, p->span.to};
	enum header header = header_of(s, label);

	if (header == HEADER_NONE)
		return false;
	value.from += match(s, value.from, value.to, ":");
	claim(s, p->span, FIELD);
	switch (header) {
	case HEADER_TIME:
		label = value;
		value.from = clock_end(s, read_time(s, value), value.to);
		s->day = (struct span){label.from, value.from};
		claim(s, value, RESIDUE);
		break;
	case HEADER_PLACE:
		s->m->meeting->place = span_solid(s, value);
		break;
	case HEADER_CHAIR:
		if (!read_chairs(s, value))
			claim(s, value, RESIDUE);	/* 主持人：县委主要领导 */
		break;
	case HEADER_TOPICS:
		read_topics(s, value);
		break;
	case HEADER_NAME:
		s->m->meeting->name = span_solid(s, value);
		read_session(s, value);
		break;
	case HEADER_NONE:
		break;
	}
	return true;
}

/* Is it told already? */
static bool
is_known(const struct jy_minutes *m, enum header header)
{
	switch (header) {
	case HEADER_TIME:
		return m->meeting->date.s;
	case HEADER_PLACE:
		return m->meeting->place.s;
	case HEADER_TOPICS:
		return m->agenda;
	case HEADER_NAME:
		return m->meeting->name.s;
	default:
		return false;
	}
}

void
read_late_header(struct sheet *s, const struct paragraph *p)
{
	size_t n = match_phrase(s, p->span.from, p->span.to, WORDS_LABELS);
	struct span label = {p->span.from, p->span.from + n};

	if (!is_known(s->m, header_of(s, label)))
		read_header(s, p);
}
