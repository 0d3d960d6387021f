/* Who has to act: units and persons, by the words around them. */
#include "duties.h"
#include "persons.h"

enum { THROUGH = 0x7531 };	/* 由 */
enum { ACTORS = 60, LABELLED = 240 };	/* the longest lists of actors, in glyphs */

/* A part of a sentence up to a comma, within the part that ends at END. */
struct stretch { size_t from, to, end; };

bool
has_actor(const struct duty *duty)
{
	return duty->lead.count || span_len(duty->person);
}

static bool
add_units(struct unit_lists *lists, struct span units)
{
	if (!span_len(units) || lists->count == MOST_LISTS)
		return false;
	for (size_t i = 0; i < lists->count; i++)
		if (lists->at[i].from == units.from)
			return false;
	lists->at[lists->count++] = units;
	return true;
}

/* 会同Y, 联合Y after the one who leads, and after his 牵头. */
static void
find_joined(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	size_t n;

	at += match_any(s, at, end, "牵头|负责");
	n = match_joint(s, at, end);
	if (n)
		add_units(&duty->support, joined_units(s, at + n, end));
}

/* 请钱乙副市长牵头: a person; else a unit. */
static bool
find_after(const struct sheet *s, const struct stretch *x, size_t at, struct duty *duty)
{
	struct span who = {at, x->to - at > 30 ? at + 30 : x->to};
	struct span after = {at + 2 < who.to ? at + 2 : who.to, who.to};	/* no name is shorter */
	size_t n,
	    verb = find_any(s, after, "牵头|负责|组织|协调|统筹|抓|调度|会同|任|统一|安排", &n);

	who.from = person_start(s, at, x->to);
	who.to = official_end(s, who.from, x->to);
	if (who.to == who.from)
		who.to = verb;
	if (verb != NOWHERE && is_person(s, first_of(s, (struct span){at, verb})))
		who = first_of(s, (struct span){at, verb});
	if (who.to != NOWHERE)
		who.to = without_manner(s, who);
	if (who.to != NOWHERE && is_person(s, who)) {
		if (!span_len(duty->person))
			duty->person = who;
		return true;
	}
	who = units_at(s, at, x->to);
	if (!add_units(&duty->lead, who))
		return false;
	find_joined(s, who.to, x->to, duty);
	return true;
}

/* The words that oblige whoever stands before them. */
static size_t
match_modal(const struct sheet *s, size_t i, size_t end)
{
	size_t adverb = match_phrase(s, i, end, WORDS_ADVERBS), n;

	if (adverb && (n = match_phrase(s, i + adverb, end, WORDS_MODALS))
	    && !match_phrase(s, i + adverb, end, WORDS_MODAL_NOUNS))
		return adverb + n;
	n = match_phrase(s, i, end, WORDS_MODALS);
	if (n == 1 && i && match_phrase(s, i - 1, end, WORDS_NOT_MODALS))
		return 0;
	if (match_phrase(s, i, end, WORDS_MODAL_NOUNS))
		return 0;
	return n;
}

/* 市财政局在8月20日前…: a date obliges as well as a word, unless it tells what is past. */
static size_t
match_term(struct sheet *s, size_t at, size_t end)
{
	size_t start = match_phrase(s, at, end, WORDS_AT), n = match_deadline(s, at + start, end);

	return n && !match_any(s, at + start + n, end, "已|共|累计|完成了") ? start + n : 0;
}

/* 配合, 协助; 参加 only where it says no more: not 参加会议. */
static bool
is_help(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_COOPERATING);

	return n
	    && (!match_any(s, at, end, "参加|参与|协办") || at + n == end
		|| is_separator(s->glyphs[at + n].code));
}

static bool
helps(const struct sheet *s, size_t at, size_t end)
{
	at += match_any(s, at, end, "积极|主动|全力|密切|认真|全面|予以|及时");
	return is_help(s, at, end);
}

/* 由甲负责…，县财政局、县税务局按规定…: after the first actor a verb is enough for others. */
static bool
goes_on(const struct sheet *s, struct span who, size_t end, const struct duty *duty)
{
	if (match_phrase(s, who.to, end, WORDS_MODAL_NOUNS))
		return false;
	if (match_phrase(s, who.to, end, WORDS_URGENT) || match(s, who.to, end, "会同")
	    || match(s, who.to, end, "联合")
	    || (match(s, who.to, end, "会") && match_phrase(s, who.to + 1, end, WORDS_HEADS)))
		return ends_listed(s, ORGANIZATIONS, who.from, who.to);	/* 市档案局抓紧整理 */
	return has_actor(duty) && match_phrase(s, who.from, who.to, WORDS_LEVELS)
	    && match_phrase(s, who.to, end, WORDS_CONTINUATIONS) && !helps(s, who.to, end);
}

/* 招标工作由国有资产管理处: whoever acts stands after 由. */
static bool
names_through(const struct sheet *s, struct span who)
{
	size_t through = find(s, who, "由");

	return through != NOWHERE && through > who.from;
}

/* 各乡镇办场: whatever they are; but no 各项工作. */
static bool
is_everyone(const struct sheet *s, struct span who)
{
	return span_len(who) >= 3 && span_len(who) <= 14 && match(s, who.from, who.to, "各")
	    && !match_any(s, who.from, who.to, "各项|各类|各种|各方面|各个环节|各环节|各阶段");
}

/* X要…, X牵头…, X在8月20日前…: whoever stands before the first word that obliges. */
static bool
find_before(struct sheet *s, const struct stretch *x, size_t at, struct duty *duty)
{
	if (match_phrase(s, at, x->to, WORDS_CIRCUMSTANCES))
		return false;
	for (size_t i = at; i < x->to && i - at < ACTORS; i++) {
		struct span who = {at, i};
		size_t n = i > at + 1 ? match_modal(s, i, x->to) : 0;

		if (i > at + 1 && (n || match_term(s, i, x->to) || goes_on(s, who, x->to, duty))
		    && (is_actor_end(s, at, i) || (n && is_everyone(s, who)))
		    && !names_through(s, who)) {
			if (n && has_actor(duty) && helps(s, i + n, x->to))
				return add_units(&duty->support, who);
			find_joined(s, i + n, x->to, duty);
			return add_units(&duty->lead, who);
		}
		if (n
		    && ((match_any(s, i, x->to, "牵头|负责") && is_person(s, who))
			|| official_end(s, at, i) == i)) {
			duty->person = span_len(duty->person) ? duty->person : who;
			return true;
		}
		if (!may_stand_in_actor(s->glyphs[i].code))
			break;
	}
	return false;
}

/* 所需经费由县财政局…; not 理由, 由于. */
static bool
find_within(const struct sheet *s, const struct stretch *x, size_t at, struct duty *duty)
{
	for (size_t i = at + 1; i < x->to && duty->lead.count < MOST_LISTS; i++)
		if (s->glyphs[i].code == THROUGH
		    && !match_any(s, i - 1, x->to, "理由|自由|缘由|事由|情由|案由")
		    && !match_any(s, i, x->to, "由于|由此|由来|由衷|由是")
		    && find_after(s, x, i + 1, duty))
			return true;
	return false;
}

/* 由县住建局牵头、|县规划局、县财政局配合: after who leads, in one list of units that ends at END. */
static size_t
after_lead(const struct sheet *s, size_t from, size_t end)
{
	size_t n, at = find_any(s, (struct span){from, end}, "牵头、|负责、|牵头|负责", &n);

	if (at != NOWHERE)
		return at + n;
	return from + match_any(s, from, end, "由|请|商请|邀请|会同|联合|(");
}

/* …，省发展改革委、省统计局配合，…: units right before the word. */
static void
find_cooperating(const struct sheet *s, const struct stretch *x, struct duty *duty)
{
	for (size_t i = x->from; i < x->to && duty->support.count < MOST_LISTS; i++) {
		size_t from = i;

		if (!is_help(s, i, x->to) || match_any(s, i, x->to, "配合单位|配合部门|协助单位"))
			continue;
		while (from > x->from && i - from < ACTORS
		    && may_stand_in_actor(s->glyphs[from - 1].code))
			from--;
		from = after_lead(s, from, i);
		if (from < i && is_actor_end(s, from, i))
			add_units(&duty->support, (struct span){from, i});
	}
}

/* 一是, 同时, 会议要求 before who is meant. */
static size_t
skip_joint(const struct sheet *s, size_t at, size_t end)
{
	int value;
	size_t n;

	at += match_any(s, at, end, "(|【|——|—");	/* （县发改局牵头，县财政局配合） */
	n = match_number(s, at, end, &value);
	if (n == 1 && s->glyphs[at].code >= 0x4E00 && match(s, at + n, end, "是"))
		at += 2;
	while ((n = match_phrase(s, at, end, WORDS_JOINTS)))
		at += n;
	n = match(s, at, end, "会议");
	if (n && match_any(s, at + n, end, "明确|确定|商定|议定"))
		return at + n + 2;
	return at + (match_any(s, at + n, end, "要求|责成|责令|委托|授权|请") ? n : 0);
}

/* 责任单位：, 完成时限：: a label of what follows a decision; its length without the colon, or 0. */
static size_t
match_label(const struct sheet *s, size_t at, size_t end)
{
	static const enum phrases labels[] = {
	    WORDS_RESPONSIBLE, WORDS_ASSISTING, WORDS_IN_CHARGE, WORDS_DUE};

	for (size_t k = 0; k < sizeof(labels) / sizeof(*labels); k++) {
		size_t n = match_phrase(s, at, end, labels[k]);

		if (n && match(s, at + n, end, ":"))
			return n;
	}
	return 0;
}

/* Up to what ends a labelled list. */
static struct span
listed_after(const struct sheet *s, size_t at, size_t end)
{
	struct span list = {at, at};

	while (list.to < end && list.to - at < LABELLED
	    && (may_stand_in_actor(s->glyphs[list.to].code) && s->glyphs[list.to].code != ')')
	    && !match_label(s, list.to, end))
		list.to++;
	return list;
}

/* 责任单位：, 配合单位：, 责任领导： and who stands after them. */
static bool
find_labelled(const struct sheet *s, const struct stretch *x, struct duty *duty)
{
	bool found = false;

	if (find(s, (struct span){x->from, x->to}, ":") == NOWHERE)
		return false;
	for (size_t i = x->from; i < x->to; i++) {
		size_t lead = match_phrase(s, i, x->to, WORDS_RESPONSIBLE);
		size_t support = match_phrase(s, i, x->to, WORDS_ASSISTING);
		size_t person = match_phrase(s, i, x->to, WORDS_IN_CHARGE),
		       n = lead + support + person;
		struct span list;

		if (!n || !match(s, i + n, x->to, ":"))
			continue;
		list = listed_after(s, i + n + 1, x->to);
		if (person && span_len(list) && !span_len(duty->person))
			found = (duty->person = first_of(s, list)).to > 0;
		else if (!person)
			found |= add_units(lead ? &duty->lead : &duty->support, list);
		i = list.to - 1;
	}
	return found;
}

/* （县发改局牵头，县财政局配合，6月底前完成）: does the part end with that, and where does it begin? */
static size_t
duty_bracket(const struct sheet *s, size_t at, size_t end)
{
	size_t close = end, n, open;

	while (close > at && match_any(s, close - 1, end, "。|;"))
		close--;
	if (close == at || !match_any(s, close - 1, end, ")|】"))
		return NOWHERE;
	for (open = close - 1; open > at && close - open < LABELLED; open--)
		if (match_any(s, open - 1, end, "(|【"))
			return find_any(s, (struct span){open, close}, "牵头|负责", &n) == NOWHERE
			    ? NOWHERE
			    : open - 1;
	return NOWHERE;
}

bool
is_labelled(const struct sheet *s, size_t at, size_t end)
{
	size_t i = at + match_any(s, at, end, "(|【");

	return match_label(s, i, end) || (i > at && duty_bracket(s, at, end) == at);
}

static bool
find_in_stretch(struct sheet *s, const struct stretch *x, struct duty *duty)
{
	size_t at = skip_joint(s, x->from, x->to), n;

	if (find_labelled(s, x, duty))
		return true;
	if ((n = match_phrase(s, at, x->to, WORDS_ASSIGNING)))
		return find_after(s, x, at + n, duty);
	if ((n = has_actor(duty) ? match_joint(s, at, x->to) : 0))
		return add_units(&duty->support, joined_units(s, at + n, x->end));
	if (find_before(s, x, at, duty))
		return true;
	if (!find_within(s, x, at, duty))
		return false;
	duty->within = true;
	return true;
}

size_t
comma_after(const struct sheet *s, size_t at, size_t end)
{
	int depth = 0;

	for (; at < end; at++) {
		depth += depth_change(s->glyphs[at].code);
		if (depth <= 0 && s->glyphs[at].code == ',')
			break;
	}
	return at;
}

bool
find_duty(struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	size_t bracket = duty_bracket(s, at, end);
	bool found = false;

	if (bracket != NOWHERE)		/* 加快建设（县发改局牵头，县财政局配合） */
		at = bracket + 1;
	for (struct stretch x = {at, at, end}; x.from < end; x.from = x.to + 1) {
		x.to = comma_after(s, x.from, end);
		found |= find_in_stretch(s, &x, duty);
		if (has_actor(duty))
			find_cooperating(s, &x, duty);
	}
	return found;
}

bool
find_bare_duty(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	at = skip_joint(s, at, end);
	if (match_phrase(s, at, end, WORDS_CIRCUMSTANCES))
		return false;
	for (size_t i = at + 2; i < end && i - at < ACTORS; i++) {
		if (!may_stand_in_actor(s->glyphs[i - 1].code))
			break;
		if (match_phrase(s, i, end, WORDS_CONTINUATIONS)
		    && ends_listed(s, ORGANIZATIONS, at, i))
			return add_units(&duty->lead, (struct span){at, i});
	}
	return false;
}
