/* 导语: who convened what, when and where, and what was to be discussed; and the lead-in after it. */
#include <stdio.h>
#include <string.h>

#include "names.h"
#include "stages.h"

enum { CHAIRS = 80 };	/* two chairs with all their titles, in glyphs */

static size_t
skip_weekday(const struct sheet *s, size_t at, size_t end)
{
	size_t close;

	if (!match(s, at, end, "(星期") && !match(s, at, end, "(周"))
		return at;
	close = find(s, (struct span){at, end}, ")");
	return close == NOWHERE ? at : close + 1;
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
	if (d.year || !ends_in_day(m->date, d))
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

/* 县委书记钱乙和县长孙丁: where the second begins, each of the two having a title; or NOWHERE. */
static size_t
second_chair(const struct sheet *s, struct span who)
{
	if (span_len(who) > CHAIRS)
		return NOWHERE;
	for (size_t i = who.from + 4; i + 4 < who.to; i++) {
		size_t n = match_any(s, i, who.to, "和|与|及|、");
		struct span first = {who.from, i}, second = {i + n, who.to};

		if (n && !ends_listed(s, TITLES, first.from, first.to) && holds_title(s, first)
		    && holds_title(s, second))
			return i + n;
	}
	return NOWHERE;
}

/* 赵甲市长, 县委副书记、县长钱乙丙, 县委书记钱乙和县长孙丁. */
void
read_chairs(struct sheet *s, struct span who)
{
	struct jy_person **p = s->chairs_end;
	size_t second;

	who.from += match_any(s, who.from, who.to, "由|:");
	if (names_nobody(s, who))
		return;
	who = without_courtesy(s, who);
	if (span_len(who) < 2)
		return;
	second = second_chair(s, who);
	if (second != NOWHERE) {
		read_chairs(s, (struct span){who.from, second - 1});
		who.from = second;
		p = s->chairs_end;
	}
	if (are_people(s, who))
		read_officials(s, who, p);
	else
		*p = read_official(s, who);
	while (*p)	/* 由市财政局的代表主持 names nobody */
		if ((*p)->name.s)
			p = &(*p)->next;
		else
			*p = (*p)->next;
	s->chairs_end = p;
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

/* Who stands before the verb: after the last comma, since 受县长甲委托，… goes before it; titles are
 * joined by 、. */
static struct span
who_before(const struct sheet *s, size_t from, size_t verb)
{
	struct span who = {from, verb};

	for (size_t i = from; i < verb; i++)
		if (match_any(s, i, verb, ",|。|;|("))
			who.from = i + 1;
	who.from += match_any(s, who.from, who.to, "会议由|会议");
	for (size_t i = who.from; i < who.to; i++)	/* 甲受县长乙委托 */
		if (match(s, i, who.to, "受") && ends_with(s, who, "委托"))
			who.to = i;
	return who;
}

/* 市政府三楼会议室, and not in which way: 以视频方式. */
static void
set_place(struct sheet *s, struct span place)
{
	size_t n,
	    way = find_any(s, place, "以现场|以视频|以通讯|以线上|以电视|以书面|通过视频|采取|采用",
		&n);

	if (way != NOWHERE)
		place.to = way;
	if (span_len(place))
		s->m->meeting->place = span_solid(s, place);
}

/* 在市政府三楼会议室 between who and the verb. */
static struct span
without_place(struct sheet *s, struct span who)
{
	size_t place = find(s, who, "在");

	if (place == NOWHERE)
		return who;
	set_place(s, (struct span){place + 1, who.to});
	return (struct span){who.from, place};
}

static bool
presides(const struct sheet *s, struct span who)
{
	struct jy_text name = span_solid((struct sheet *)s, who);

	for (const struct jy_person *p = s->m->meeting->chairs; p; p = p->next)
		if (p->name.s && strstr(name.s, p->name.s))
			return true;
	return false;
}

/* 会议由县长甲主持 in a later sentence, where the first names no one; 第三项议题由乙主持 adds one. */
static void
read_presiding(struct sheet *s, struct span text)
{
	size_t verb, through;

	for (; (verb = find(s, text, "主持")) != NOWHERE; text.from = verb + 1) {
		struct span who = who_before(s, text.from, verb);

		through = find(s, who, "由");
		who.from = through == NOWHERE ? who.from : through + 1;
		if (span_len(who) < 2
		    || (s->m->meeting->chairs && (through == NOWHERE || presides(s, who))))
			continue;
		read_chairs(s, without_place(s, who));
	}
}

/* 县长钱乙丙率县级有关部门赴现场察看，并在…召开: who leads the others there. */
static void
read_leader(struct sheet *s, struct span text)
{
	size_t n, verb;

	if (span_len(text) > CHAIRS)
		text.to = text.from + CHAIRS;
	verb = find_any(s, text, "率|带领|带队|赴|深入|前往", &n);
	if (verb != NOWHERE && holds_title(s, (struct span){text.from, verb}))
		read_chairs(s, (struct span){text.from, verb});
}

/* … 在市政府三楼会议室主持召开市政府第7次常务会议，… from AT on. */
static void
read_convening(struct sheet *s, size_t at, struct span opening)
{
	struct jy_meeting *m = s->m->meeting;
	struct span rest = {at, sentence_end(s, at, opening.to)}, name;
	size_t n, verb, stop, len;

	do {	/* 联席会议召集人 is somebody, and convenes nothing yet */
		verb = find_any(s, rest, "共同主持召开|主持召开|组织召开|召开|共同主持|主持|召集",
		    &n);
		rest.from = verb + n;
	} while (verb != NOWHERE && match(s, verb, rest.to, "召集人"));
	if (verb == NOWHERE)
		return;
	read_chairs(s, without_place(s, who_before(s, at, verb)));
	if (!m->chairs)
		read_leader(s, (struct span){at, verb});
	name.from = verb + n;
	name.from += match_any(s, name.from, rest.to, "召开了|召开|了");
	stop = find_any(s, (struct span){name.from, rest.to}, ",|。|;|:", &len);
	name.to = stop == NOWHERE ? rest.to : stop;
	if (!match(s, verb, rest.to, "召集"))	/* whom he called together is no meeting's name */
		m->name = span_solid(s, name);
	read_session(s, name);
	read_presiding(s, (struct span){name.to, opening.to});
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
	    && find_any(s, p->span, "主持|召开|召集", &n) != NOWHERE) {
		opening = p->span;
		extend_preamble(s, opening);
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
