/* The truth of one document, and its paragraphs from the masthead to the imprint. */
#include "shuffle.h"

#include <stdarg.h>
#include <stdlib.h>

__attribute__((format(printf, 2, 0)))
static char *
text_of(struct document *d, const char *format, va_list args)
{
	char *text;

	if (vasprintf(&text, format, args) < 0)
		abort();
	return keep(d, text);
}

struct paragraph *
add(struct document *d, enum kind kind, const char *format, ...)
{
	struct paragraph *p = keep(d, calloc(1, sizeof(*p)));
	va_list args;

	va_start(args, format);
	p->text = text_of(d, format, args);
	va_end(args);
	p->kind = kind;
	*d->end = p;
	d->end = &p->next;
	return p;
}

void
know(struct document *d, struct facts *facts, const char *format, ...)
{
	struct fact *fact = keep(d, calloc(1, sizeof(*fact)));
	va_list args;

	va_start(args, format);
	fact->text = text_of(d, format, args);
	va_end(args);
	*facts->end = fact;
	facts->end = &fact->next;
	facts->count++;
}

static const char *
make_date(struct document *d, int later)
{
	int day = d->day + later;

	switch (pick(d, 6)) {
	case 0: return say(d, "%d 年 %d 月 %d 日", d->year, d->month, day);
	case 1: return say(d, "%d年 %d月 %d日", d->year, d->month, day);
	case 2:
		return say(d, "二〇%s%s年%s月%s日", d->year < 2020 ? "一" : "二",
		    numeral(d, d->year % 10)[0] ? numeral(d, d->year % 10) : "〇",
		    numeral(d, d->month), numeral(d, day));
	default: return say(d, "%d年%d月%d日", d->year, d->month, day);
	}
}

static const char *
make_session(struct document *d)
{
	switch (pick(d, 4)) {
	case 0: return say(d, "第%s次", numeral(d, d->session));
	case 1: return say(d, "第 %d 次", d->session);
	default: return say(d, "第%d次", d->session);
	}
}

/* 市政府第7次常务会议, 县十六届政府第49次常务会议 */
static const char *
make_meeting(struct document *d)
{
	const char *brief = fill(d, d->level->brief), *session = make_session(d);
	const char *term = numeral(d, 3 + (int)pick(d, 17));

	switch (pick(d, 5)) {
	case 0:
		if (d->level->letter == 'c' || d->level->letter == 'x')
			return say(d, "%s届%s%s%s", term, brief, session, d->meeting);
		return say(d, "%d年%s%s", d->year, session, d->meeting);
	case 1: return say(d, "%s%d年%s%s", brief, d->year, session, d->meeting);
	case 2: return say(d, "%s%s%s", d->issuer, session, d->meeting);
	default: return say(d, "%s%s%s", brief, session, d->meeting);
	}
}

static void
compose_number(struct document *d)
{
	const char *prefix = fill(d, one_of(d, "|||$L府纪要|府会纪|会议纪要")),
		   *gap = one_of(d, "|||| ");

	add(d, HEAD, "%s〔%d〕%s%d%s号", prefix, d->year, gap, d->session, gap);
}

static void
compose_head(struct document *d)
{
	const char *around = d->layout == LAYOUT_MARKDOWN ? "# " : "";

	switch (d->header ? 1 + pick(d, 2) : pick(d, 5)) {
	case 0: break;
	case 1: add(d, HEAD, "%s%s%s纪要", around, d->issuer, d->meeting); break;
	case 2: add(d, HEAD, "%s%s第%d次%s纪要", around, d->issuer, d->session, d->meeting); break;
	default:
		add(d, HEAD, "%s%s", around, d->issuer);
		add(d, HEAD, "%s%s纪要", around, d->meeting);
	}
	if (chance(d, 50))
		compose_number(d);
	if (chance(d, 15))
		add(d, HEAD, "（%s）", make_date(d, 0));
	if (d->layout == LAYOUT_MARKDOWN && chance(d, 50))
		add(d, HEAD, "---");
}

static const char *
announce(struct document *d, const struct agenda *agenda)
{
	const char *text = "";

	if (chance(d, 20))
		return say(d, "研究了%d项议题", agenda->count);
	for (int i = 0; i < agenda->count; i++)
		text = say(d, "%s%s%s", text, i ? "，" : "", agenda->titles[i]);
	return text;
}

/* The sentence that opens the minutes. */
static const char *
make_opening(struct document *d, const struct agenda *agenda)
{
	const char *date = make_date(d, 0), *period = one_of(d, "上午|下午|晚||");
	const char *chair = make_chair(d);
	const char *room = fill(d,
	    one_of(d, "||||||在三楼会议室|在$P大厦501会议室|在机关第一会议室"));
	const char *meeting = make_meeting(d), *news = announce(d, agenda);

	if (chance(d, 15))
		date = say(d, "%d月%d日", d->month, d->day);
	switch (pick(d, 4)) {
	case 0:
		return say(d, "%s%s，%s%s召开，%s。会议由%s主持。", date, period, meeting, room,
		    news, chair);
	case 1:
		return say(d, "%s%s，%s%s主持召开%s。会议%s。", date, period, chair, room, meeting,
		    news);
	default:
		return say(d, "%s%s，%s%s主持召开%s，%s。", date, period, chair, room, meeting,
		    news);
	}
}

static void
compose_opening(struct document *d, const struct agenda *agenda)
{
	const char *lead_in = one_of(d,
	    "|会议议定以下意见：|会议议定以下事项：|现将会议议定事项纪要如下："
	    "|现将会议主要内容纪要如下：");
	const char *opening = make_opening(d, agenda);
	const char *company = chance(d, 15) ? make_company(d) : "";
	bool apart = chance(d, 60);

	add(d, PROSE, "%s%s%s", opening, company, apart ? "" : lead_in);
	if (apart && *lead_in)
		add(d, PROSE, "%s", lead_in);
}

static void
compose_header(struct document *d)
{
	const char *word = one_of(d, "会议||"), *date = make_date(d, 0);
	const char *label = one_of(d, "主持人|主持|主 持|主持人");

	add(d, ROWS, "%s时间：%s%s", word, date,
	    one_of(d, "|上午|下午|（星期三）上午9:00|下午2点30分"));
	add(d, ROWS, "%s地点：%s", word,
	    fill(d, one_of(d, "三楼会议室|$P大厦501会议室|机关第一会议室|政府常务会议室")));
	add(d, ROWS, "%s：%s", label, make_chair_entry(d));
	compose_attendance(d);
	if (chance(d, 30))
		add(d, PROSE, "%s", one_of(d, "会议议定以下事项：|现将会议议定事项纪要如下："));
}

/* Compiled, disclosed, distributed, issued. */
static void
compose_tail(struct document *d)
{
	const char *bureau = say(d, "%s%s", d->issuer, d->level->bureau), *date = make_date(d, 1);
	const char *label = one_of(d, "分送：|发：|抄送：");

	if (chance(d, 50)) {
		add(d, ROWS, "%s整理", bureau);
		add(d, ROWS, "%s", date);
	}
	if (chance(d, 30))
		add(d, ROWS, "（此件公开发布）");
	if (chance(d, 60))
		add(d, LABELLED, "%s%s", label,
		    one_of(d,
			"各县、区人民政府，市各有关部门和单位。|各参会单位，有关部门。"
			"|各乡镇人民政府，县政府各部门。|市委、市人大、市政府、市政协领导；各有关单位。"));
	if (chance(d, 50))
		add(d, ROWS, "%s%s%d年%d月%d日印发", bureau, chance(d, 60) ? "　　　　" : "\n",
		    d->year, d->month, d->day + 2);
}

static void
compose_around(struct document *d, const char *list)
{
	for (unsigned n = 3 + pick(d, 8); n && d->layout == LAYOUT_WEB; n--)
		add(d, AROUND, "%s", fill(d, word_of(d, list)));
}

struct document *
compose(uint64_t seed)
{
	struct document *d = calloc(1, sizeof(*d));
	struct agenda agenda;

	if (!d)
		abort();
	d->state = seed;
	d->end = &d->first;
	d->people.end = &d->people.first;
	d->items.end = &d->items.first;
	choose_habits(d);
	agenda = make_agenda(d);
	compose_around(d, "nav");
	compose_head(d);
	if (d->header)
		compose_header(d);
	else
		compose_opening(d, &agenda);
	compose_items(d, &agenda);
	if (chance(d, 30))
		add(d, PROSE, "%s", one_of(d, "会议还研究了其他事项。|会议还研究了其他有关事项。"));
	if (!d->header)
		compose_attendance(d);
	compose_recorder(d);
	compose_tail(d);
	compose_around(d, "foot");
	return d;
}
