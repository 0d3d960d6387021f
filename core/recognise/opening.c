/* 导语: who convened what, when and where, and what was to be discussed; and the lead-in after it. */
#include "stages.h"

static size_t
skip_weekday(const struct sheet *s, size_t at, size_t end)
{
	size_t close;

	if (!match(s, at, end, "(星期") && !match(s, at, end, "(周"))
		return at;
	close = find(s, (struct span){at, end}, ")");
	return close == NOWHERE ? at : close + 1;
}

/* The date and the time of day; returns where the rest begins. */
static size_t
read_time(struct sheet *s, struct span opening)
{
	struct jy_meeting *m = s->m->meeting;
	struct date d;
	size_t at, n = 0;

	for (at = opening.from; at < opening.to; at++)
		if ((n = match_date(s, at, opening.to, &d)))
			break;
	if (!n)
		return opening.from;
	if (d.year || !m->date.s)
		m->date = date_text(s, d);
	at = skip_weekday(s, at + n, opening.to);
	n = match_any(s, at, opening.to, "上午|下午|晚上|晚间|中午|凌晨|傍晚|晚|全天");
	if (n)
		m->period = span_solid(s, (struct span){at, at + n});
	at += n;
	while (at < opening.to && match_any(s, at, opening.to, ",|、"))
		at++;
	return at;
}

static void
read_chair(struct sheet *s, struct span who)
{
	struct jy_person *chair;

	if (span_len(who) < 2)
		return;
	chair = read_official(s, who);
	if (chair)
		s->m->meeting->chairs = chair;
}

/* 第7次 and 十六届 within the meeting's name. */
static void
read_session(struct sheet *s, struct span name)
{
	struct jy_meeting *m = s->m->meeting;
	int value;

	for (size_t i = name.from; i < name.to; i++) {
		size_t n = match(s, i, name.to, "第");
		size_t digits = match_number(s, i + n, name.to, &value);

		if (!digits)
			continue;
		if (n && match(s, i + n + digits, name.to, "次") && !m->session)
			m->session = value;
		else if (match(s, i + n + digits, name.to, "届") && !m->term.s)
			m->term = span_solid(s, (struct span){i, i + n + digits + 1});
		i += n + digits;
	}
}

size_t
match_action(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, &words_actions);

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

/* 《甲》《乙》和《丙》 are three subjects; anything else is one. */
static void
read_subjects(struct sheet *s, struct jy_topic *topic, struct span span)
{
	struct jy_string **end = &topic->subjects;
	size_t from = span.from, n;
	int depth = 0;

	for (size_t i = span.from; i < span.to; i++) {
		bool opens = s->glyphs[i].code == 0x300A, adjacent;

		adjacent = opens && depth == 0 && i > from && s->glyphs[i - 1].code == 0x300B;
		n = depth == 0 && i > from ? subject_break(s, i, span.to) : 0;
		if (adjacent || n) {
			end = add_string(s, end, span_text(s, (struct span){from, i}));
			from = i + n;
			i = from - (n != 0);
		}
		depth += opens && (adjacent || !n);
		depth -= s->glyphs[i].code == 0x300B && depth > 0;
	}
	if (from < span.to)
		add_string(s, end, span_text(s, (struct span){from, span.to}));
}

/* A part of the agenda ends at ， ； 。 before another action, outside quotes. */
static size_t
topic_end(const struct sheet *s, size_t at, size_t end)
{
	int depth = 0;

	for (size_t i = at; i < end; i++) {
		uint32_t c = s->glyphs[i].code;

		depth += depth_change(c);
		if (depth <= 0 && (c == 0x3002 || c == ';'))
			return i;
		if (depth <= 0 && c == ','
		   
		    && match_action(s, i + 1 + match_any(s, i + 1, end, "并|会议"), end))
			return i;
	}
	return end;
}

static void
read_agenda(struct sheet *s, size_t at, size_t end)
{
	struct jy_topic **last = &s->m->agenda;

	while (at < end) {
		size_t skip = match_any(s, at, end, ",|。|;|会议|并"), n, stop;
		struct jy_topic *topic;

		if (skip) {
			at += skip;
			continue;
		}
		stop = topic_end(s, at, end);
		n = match_action(s, at, stop);
		if (n && at + n < stop) {
			topic = arena_alloc(s->arena, sizeof(*topic));
			topic->at = span_place(s, (struct span){at, stop});
			topic->action = span_solid(s, (struct span){at,
			    at + n - match(s, at + n - 1, at + n, "了")});
			read_subjects(s, topic, (struct span){at + n, stop});
			*last = topic;
			last = &topic->next;
		}
		at = stop > at ? stop : at + 1;
	}
}

/* … 在市政府三楼会议室主持召开市政府第7次常务会议，… from AT on. */
static void
read_convening(struct sheet *s, size_t at, struct span opening)
{
	struct jy_meeting *m = s->m->meeting;
	struct span rest = {at, sentence_end(s, at, opening.to)}, name;
	size_t n, verb = find_any(s, rest, "主持召开|主持|召开|组织召开", &n), place, stop, len;

	if (verb == NOWHERE)
		return;
	place = find(s, (struct span){at, verb}, "在");
	if (place != NOWHERE)
		m->place = span_solid(s, (struct span){place + 1, verb});
	read_chair(s, (struct span){at, place == NOWHERE ? verb : place});
	name.from = verb + n;
	name.from += match_any(s, name.from, rest.to, "召开了|召开|了");
	stop = find_any(s, (struct span){name.from, rest.to}, ",|。|;|:", &len);
	name.to = stop == NOWHERE ? rest.to : stop;
	m->name = span_solid(s, name);
	read_session(s, name);
	read_agenda(s, name.to, opening.to);
	read_prose_attendance(s, (struct span){name.to, opening.to});
}

/* The lead-in can close the opening's paragraph. */
static void
split_lead_in(struct sheet *s, struct span *opening)
{
	size_t last = opening->from, end;

	for (size_t i = opening->from; i < opening->to; i = end) {
		last = i;
		end = sentence_end(s, i, opening->to);
	}
	if (last > opening->from && ends_with(s, *opening, ":|如下。")
	    && match_any(s, last, opening->to, "会议|现将|经")) {
		s->m->meeting->lead_in = span_text(s, (struct span){last, opening->to});
		opening->to = last;
	}
}

size_t
read_opening(struct sheet *s, size_t at)
{
	const struct paragraph *p = &s->paragraphs[at];
	struct jy_meeting *m = s->m->meeting;
	struct span opening;
	size_t n;

	if (at < s->paragraph_count && (p->cue == CUE_OPENING || p->cue == CUE_NONE)
	    && find_any(s, p->span, "主持|召开", &n) != NOWHERE) {
		opening = p->span;
		claim(s, opening, FIELD);
		m->preamble = span_text(s, opening);
		m->at = span_place(s, opening);
		split_lead_in(s, &opening);
		read_convening(s, read_time(s, opening), opening);
		at++;
	}
	if (at < s->paragraph_count && s->paragraphs[at].cue == CUE_LEAD_IN) {
		m->lead_in = span_text(s, s->paragraphs[at].span);
		claim(s, s->paragraphs[at].span, FIELD);
		at++;
	}
	return at;
}
