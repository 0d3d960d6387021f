/* 导语: who convened what, when and where, and what was to be discussed; and the lead-in after it. */
#include <stdio.h>
#include <string.h>

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

/* 3月5日至六日, 3月30日—4月1日 */
static size_t
skip_last_day(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_any(s, at, end, "至|到|—|－|-|~"), digits;
	struct date d;
	int day;

	if (!n)
		return at;
	digits = match_date(s, at + n, end, &d);
	if (digits)
		return at + n + digits;
	digits = match_number(s, at + n, end, &day);
	return digits && match_any(s, at + n + digits, end, "日|号") ? at + n + digits + 1 : at;
}

/* Does the date, which may know the year, name that day? */
static bool
ends_in_day(struct jy_text date, struct date d)
{
	char day[16];

	snprintf(day, sizeof(day), "-%02d-%02d", d.month, d.day);
	return date.len >= 6 && strcmp(date.s + date.len - 6, day) == 0;
}

/* The date and the time of day; where the rest begins. */
size_t
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
	if (!ends_in_day(m->date, d)) {	/* another day above the text is not the meeting's */
		claim(s, s->day, RESIDUE);
		s->day = (struct span){0};
	}
	if (d.year || !ends_in_day(m->date, d))
		m->date = date_text(s, d);
	at = skip_last_day(s, at + n, opening.to);
	at += match(s, at, opening.to, ")");	/* 今天（5月6日）上午 */
	at = skip_weekday(s, at, opening.to);
	n = match_any(s, at, opening.to, "上午|下午|晚上|晚间|中午|凌晨|傍晚|晚|全天");
	if (n)
		m->period = span_solid(s, (struct span){at, at + n});
	at += n;
	while (at < opening.to && match_any(s, at, opening.to, ",|、"))
		at++;
	return at;
}

/* 第7次, 四届七次 and 十六届 within the meeting's name. */
void
read_session(struct sheet *s, struct span name)
{
	struct jy_meeting *m = s->m->meeting;
	int value;

	for (size_t i = name.from; i < name.to; i++) {
		size_t n = match(s, i, name.to, "第");
		size_t digits = match_number(s, i + n, name.to, &value), unit = i + n + digits;
		bool ordinal = n || (i > name.from && match(s, i - 1, i, "届"));

		if (!digits)
			continue;
		if (ordinal && match(s, unit, name.to, "次") && !m->session)
			m->session = value;
		else if (match(s, unit, name.to, "届") && !m->term.s)
			m->term = span_solid(s, (struct span){i, unit + 1});
		i = unit - 1;
	}
}

/* 县长钱乙丙于2023年5月6日: what stands before the date, which ends before AT. */
static struct span
before_date(const struct sheet *s, struct span opening, size_t at)
{
	struct span before = {at, at};
	struct date d;

	for (size_t i = opening.from; i < at; i++) {
		size_t n = match(s, i, at, "于");

		if (i + n > opening.from && match_date(s, i + n, at, &d))
			return who_before(s, opening.from, i);
	}
	return before;
}

/* 县政府第7次常务会议在三楼会议室召开: is it a meeting that is told of before the verb? */
static bool
is_meeting(const struct sheet *s, struct span who)
{
	return span_len(who) > 2
	    && ends_with(s, who, "会议|例会|大会|推进会|座谈会|协调会|调度会|办公会")
	    && !match_any(s, who.from, who.to, "联席会议召集人");
}

static void
set_name(struct sheet *s, struct span name)
{
	s->m->meeting->name = span_solid(s, name);
	read_session(s, name);
}

/* What was convened, from AT on: 了市政府第7次常务会议; the end of its name. */
static struct span
name_after(const struct sheet *s, size_t at, size_t end)
{
	struct span name = {at, end};
	size_t stop, len;

	name.from += match_any(s, name.from, end, "召开了|召开|了");
	stop = find_any(s, name, ",|。|;|:", &len);
	name.to = stop == NOWHERE ? end : stop;
	return name;
}

/* 召集县发改局等单位负责人，在三楼会议室召开项目推进会: whom he called together is no meeting's name. */
static size_t
read_called(struct sheet *s, size_t at, size_t end)
{
	size_t n, verb = find_any(s, (struct span){at, end}, "召开|举行", &n);
	struct span name;

	if (verb == NOWHERE)
		return at;
	without_place(s, who_before(s, at, verb));
	name = name_after(s, verb + n, end);
	set_name(s, name);
	return name.to;
}

/* 副县长甲，县政协副主席乙主持: all that stands before the verb, where it is people; else after the comma. */
static struct span
conveners(struct sheet *s, size_t at, size_t verb)
{
	struct span who = without_place(s, who_before(s, at, verb)), all;
	size_t n;

	if (!span_len(who) && who.from > at)	/* 甲在三楼会议室，主持召开 */
		who = without_place(s, who_before(s, at, who.from - 1));
	all = (struct span){at, who.to};

	if (who.from > at && match(s, at, who.from, "在"))	/* 在三楼会议室，… */
		without_place(s,
		    (struct span){at, at + find_any(s, (struct span){at, verb}, ",", &n) - at});
	return who.from > at && span_len(who) && are_people(s, all) ? all : who;
}

/* Who convenes, or what is held, before the verb; what is held after it.  Where the rest begins. */
static size_t
read_verb(struct sheet *s, struct span opening, size_t at, struct span verb, size_t end)
{
	struct span who = conveners(s, at, verb.from);
	struct span name = name_after(s, verb.to, end);

	if (!span_len(who))
		who = before_date(s, opening, at);
	if (is_meeting(s, who)) {
		set_name(s, who);
		return verb.to;
	}
	read_chairs(s, who);
	if (!s->m->meeting->chairs)
		read_leader(s, (struct span){at, verb.from});
	if (match(s, verb.from, end, "召集"))
		return read_called(s, verb.to, end);
	set_name(s, name);
	return name.to;
}

/* … 在市政府三楼会议室主持召开市政府第7次常务会议，… from AT on. */
static void
read_convening(struct sheet *s, size_t at, struct span opening)
{
	struct span rest = {at, sentence_end(s, at, opening.to)};
	size_t n, verb;

	do {	/* 联席会议召集人 is somebody, and convenes nothing yet */
		verb = find_any(s, rest,
		    "共同主持召开|主持召开|组织召开|召开|举行|共同主持|主持|召集", &n);
		rest.from = verb + n;
	} while (verb != NOWHERE && match(s, verb, rest.to, "召集人"));
	if (verb == NOWHERE)
		return;
	rest.from = read_verb(s, opening, at, (struct span){verb, verb + n}, rest.to);
	rest.to = opening.to;
	read_presiding(s, rest);
	read_agenda(s, rest.from, rest.to);
	read_prose_attendance(s, rest);
}

/* Where in the opening's last sentence the lead-in begins; after who came: 会议由县长甲主持，现将…如下： */
static size_t
lead_in_start(const struct sheet *s, struct span sentence)
{
	size_t n, now;

	if (find_any(s, sentence, "主持|出席|参加|列席", &n) == NOWHERE)
		return match_any(s, sentence.from, sentence.to, "会议|现将|经") ? sentence.from
										: NOWHERE;
	now = find_any(s, sentence, "现将|现就|会议议定|会议确定|会议决定", &n);
	return now != NOWHERE && s->glyphs[now - 1].code == ',' ? now : NOWHERE;
}

/* The lead-in can close the opening's paragraph. */
static void
split_lead_in(struct sheet *s, struct span *opening)
{
	size_t last = opening->from, end, start;

	for (size_t i = opening->from; i < opening->to; i = end) {
		last = i;
		end = sentence_end(s, i, opening->to);
	}
	if (last == opening->from || !ends_with(s, *opening, ":|如下。"))
		return;
	start = lead_in_start(s, (struct span){last, opening->to});
	if (start == NOWHERE)
		return;
	s->m->meeting->lead_in = span_text(s, (struct span){start, opening->to});
	opening->to = start;
}

/* The opening can go on in a paragraph that tells of decisions, too, and is the body's: who presided. */
static void
read_chairs_after(struct sheet *s, size_t at)
{
	struct span first;

	if (at == s->paragraph_count || s->paragraphs[at].cue != CUE_NONE)
		return;
	first = s->paragraphs[at].span;
	first.to = sentence_end(s, first.from, first.to);
	read_presiding(s, first);
	read_prose_attendance(s, first);
}

size_t
read_opening(struct sheet *s, size_t at)
{
	const struct paragraph *p = &s->paragraphs[at];
	struct jy_meeting *m = s->m->meeting;
	struct span opening;
	size_t n;

	if (at < s->paragraph_count && (p->cue == CUE_OPENING || p->cue == CUE_NONE)
	    && find_any(s, p->span, "主持|召开|召集|举行", &n) != NOWHERE) {
		opening = p->span;
		extend_preamble(s, opening);
		m->at = span_place(s, opening);
		split_lead_in(s, &opening);
		read_convening(s, read_time(s, opening), opening);
		if (!m->chairs)
			read_chairs_after(s, at + 1);
		at++;
	}
	if (at < s->paragraph_count && s->paragraphs[at].cue == CUE_LEAD_IN) {
		m->lead_in = span_text(s, s->paragraphs[at].span);
		claim(s, s->paragraphs[at].span, FIELD);
		at++;
	}
	return at;
}
