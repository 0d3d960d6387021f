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
	if (find_any(s, label, "主持|主席", &n) != NOWHERE)
		return HEADER_CHAIR;
	if (find_any(s, label, "会议名称|会议类型|会议类别", &n) != NOWHERE)
		return HEADER_NAME;
	return find_any(s, label, "议题|议程|主题", &n) != NOWHERE ? HEADER_TOPICS : HEADER_NONE;
}

/* Topics without a verb are subjects all the same. */
void
read_topics(struct sheet *s, struct span text)
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

static bool
adds_chairs(struct sheet *s, struct span who)
{
	struct jy_person **end = s->chairs_end;

	read_chairs(s, who);
	return s->chairs_end != end;
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
		value.from = clock_end(s, read_time(s, value), value.to);
		claim(s, value, RESIDUE);
		break;
	case HEADER_PLACE:
		s->m->meeting->place = span_solid(s, value);
		break;
	case HEADER_CHAIR:
		if (!adds_chairs(s, value))
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
