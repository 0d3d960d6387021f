/* 主持人: who presides, by what stands before the verb. */
#include <string.h>

#include "names.h"
#include "stages.h"

enum { CHAIRS = 80 };	/* two chairs with all their titles, in glyphs */

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

/* 县长钱乙丙连夜, 县长钱乙丙到石塘镇调研并, 公司以视频方式: without how it came to that. */
static struct span
without_manner(const struct sheet *s, struct span who)
{
	static const char *const ways =
	    "以|通过|采用|采取|到|赴|深入|前往|率|带领|带队|代表|就|利用";
	size_t n;

	who.to -= ends_with(s, who, "在|并|就");
	while (
	    ends_with(s, who, "连夜|紧急|再次|亲自|分别|共同|联合|继续|牵头|一行|先后|集中|专题"))
		who.to -= 2;
	for (size_t i = who.from; i + 3 < who.to; i++) {
		n = match_any(s, i, who.to, ways);
		if (n
		    && (i == who.from || holds_title(s, (struct span){who.from, i})
			|| match_any(s, i, who.to, "以|通过|采")))
			return (struct span){who.from, i};
	}
	return who;
}

static bool
holds(struct jy_text text, struct jy_text part)
{
	return !part.s || (text.s && strstr(text.s, part.s));
}

/* The header and the opening may both name who presides: who of the list from *P on was named before,
 * with no other title, goes; he keeps the longer one. */
static void
merge_chairs(struct sheet *s, struct jy_person **p)
{
	enum { MOST = 50 };	/* no meeting has more; each is looked for among so many */
	struct jy_person *known = s->m->meeting->chairs;

	for (int i = 0; i < MOST && *p && known != *p; i++, known = known->next) {
		if (strcmp(known->name.s, (*p)->name.s) != 0)
			continue;
		if (!holds(known->title, (*p)->title) && holds((*p)->title, known->title))
			known->title = (*p)->title;
		if (!known->organization.s)
			known->organization = (*p)->organization;
		if (holds(known->title, (*p)->title)
		    && holds(known->organization, (*p)->organization))
			*p = (*p)->next;
		return;
	}
}

/* 赵甲市长, 县委副书记、县长钱乙丙, 县委书记钱乙和县长孙丁. */
bool
read_chairs(struct sheet *s, struct span who)
{
	struct jy_person **p = s->chairs_end;
	size_t second;
	bool named = false;

	who.from += match_any(s, who.from, who.to, "由|:");
	who = without_manner(s, who);
	if (names_nobody(s, who))
		return false;
	who = without_courtesy(s, who);
	if (span_len(who) < 2)
		return false;
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
	while (*p) {
		struct jy_person *person = *p;

		named |= person->name.s != NULL;
		if (person->name.s)
			merge_chairs(s, p);
		else	/* 由市财政局的代表主持 names nobody */
			*p = person->next;
		if (*p == person)
			p = &person->next;
	}
	s->chairs_end = p;
	return named || second != NOWHERE;
}

/* Who stands before the verb: after the last comma, since 受县长甲委托，… goes before it; titles are
 * joined by 、. */
struct span
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
struct span
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
void
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
void
read_leader(struct sheet *s, struct span text)
{
	size_t n, verb;

	if (span_len(text) > CHAIRS)
		text.to = text.from + CHAIRS;
	verb = find_any(s, text, "率|带领|带队|赴|深入|前往", &n);
	if (verb != NOWHERE && holds_title(s, (struct span){text.from, verb}))
		read_chairs(s, (struct span){text.from, verb});
}
