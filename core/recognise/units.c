/* Lists of units: where they end in a sentence, and what each is called. */
#include <string.h>

#include "units.h"

enum {
	ACTORS = 60,	/* the longest list of actors, in glyphs */
	UNIT = 24,	/* the longest unit by itself */
	PART = 4	/* the longest name of a part of one, after it: 人民政府, 办公室 */
};

/* Before the bracket that ends there: 各村（社区）. */
static size_t
without_bracket(const struct sheet *s, size_t from, size_t to)
{
	size_t open = to - 1;

	if (to - from < 4 || s->glyphs[to - 1].code != ')')
		return to;
	while (open > from && s->glyphs[open].code != '(')
		open--;
	return open > from ? open : to;
}

/* May one who acts end there: before a verb, a word that obliges, another actor or punctuation? */
static bool
may_go_on(const struct sheet *s, size_t at)
{
	return at == s->count || is_separator(s->glyphs[at].code)
	    || match_any(s, at, s->count, "同|会|应|必")
	    || match_phrase(s, at, s->count, WORDS_CONTINUATIONS)
	    || match_phrase(s, at, s->count, WORDS_MODALS);
}

/* 区财政, 县级财政, 区里: a level of government, and what it is to administer. */
static bool
is_administration(const struct sheet *s, size_t from, size_t to)
{
	size_t at = from + match_phrase(s, from, to, WORDS_LEVELS);

	if (at == from)
		return false;
	at += match(s, at, to, "级");
	return at < to && match_phrase(s, at, to, WORDS_ADMINISTRATIONS) == to - at
	    && may_go_on(s, to);
}

bool
is_actor_end(const struct sheet *s, size_t from, size_t to)
{
	size_t end = to - from >= 2 ? without_bracket(s, from, to) : to;

	if (to - from < 2 || match_phrase(s, from, to, WORDS_HEADS) == to - from /* 相关 */
	    || ends_with_phrase(s, (struct span){from, end}, WORDS_NO_ACTORS))
		return false;
	if (is_administration(s, from, to))
		return true;
	if (match(s, from, end, "各")
	    && (ends_with(s, (struct span){from, end}, "负责人|负责同志|人员|干部")
		|| ends_listed(s, TITLES, from, end)))
		return true;	/* 各行政机关负责人, 各位副县长 */
	return ends_with_phrase(s, (struct span){from, end}, WORDS_GENERAL_ENDS)
	    || ends_listed(s, ORGANIZATIONS, from, end);
}

bool
may_stand_in_actor(uint32_t c)
{
	return (is_wide(c) || is_mask(c) || c == '(' || c == ')' || (c >= '0' && c <= 'z'))
	    && c != FULL_STOP && c != TITLE_OPEN && c != TITLE_CLOSE && c != ',' && c != ';'
	    && c != ':' && c != 0x3010 && c != 0x3011 && c != 0x2014; /* 【 】 — */
}

/* 县, 市 and the like end the names of places, but begin those of units, too. */
static bool
is_complete(const struct sheet *s, size_t from, size_t to)
{
	for (size_t n = 3; n <= 4 && n <= to - from && to < s->count; n++)
		if (listed(s, ORGANIZATIONS, to + 1 - n, to + 1))	/* 管委|会 */
			return false;
	if (to < s->count && ends_with_phrase(s, (struct span){from, to + 1}, WORDS_GENERAL_ENDS))
		return false;	/* 相关科|室 */
	return is_actor_end(s, from, to) && !match_phrase(s, to - 1, to, WORDS_LEVELS)
	    && !ends_with(s, (struct span){from, to}, "村");
}

/* Does it end as a part of an organisation does: 支队, 管理部; 会 alone is too little, and so is a verb? */
static bool
ends_as_part(const struct sheet *s, size_t from, size_t to)
{
	if (to - from >= 3 && ends_with(s, (struct span){from, to}, "部|处|科|室|厅|局|院|所|队|站")
	    && !match_phrase(s, from, to, WORDS_CONTINUATIONS))
		return true;
	for (size_t n = 2; n <= 4 && n <= to - from; n++)
		if (listed(s, ORGANIZATIONS, to - n, to))
			return true;
	return false;
}

/* 组织部 after 县委, 交警支队 after 市公安局; but no verb: 承办. */
static bool
is_part(const struct sheet *s, size_t from, size_t to, size_t end)
{
	if (to < from + 2 || listed(s, ORGANIZATIONS, from, to))
		return to >= from + 2;
	return to > from + 2 && ends_as_part(s, from, to)
	    && !match_phrase(s, from, end, WORDS_CONTINUATIONS);
}

/* Where the unit at AT ends, by its own words; AT where none does.  Parts of it go with it. */
static size_t
unit_end(const struct sheet *s, size_t at, size_t end)
{
	size_t to = at;
	int depth = 0;

	for (size_t i = at + 1;
	     i <= end && i - at <= UNIT && may_stand_in_actor(s->glyphs[i - 1].code)
	     && (s->glyphs[i - 1].code != LIST_COMMA || depth);
	     i++) {
		depth += depth_change(s->glyphs[i - 1].code);
		if (depth > 0)	/* 各村（社|区） */
			continue;
		if (to == at ? is_complete(s, at, i) : is_part(s, to, i, end))
			to = i;
		else if (to > at && i - to >= PART)
			break;
	}
	return to;
}

/* 会 before another unit: 省司法厅会民航监管局; not 会议, 会后. */
static bool
joins_by_meeting(const struct sheet *s, size_t at, size_t end)
{
	return match_any(s, at, end, "会|商")
	    && !match_any(s, at, end,
		"会议|会后|会上|会前|会计|会员|会长|会商|会同|会办|会签|会审|商请|商定|商议|商讨")
	    && (match_phrase(s, at + 1, end, WORDS_HEADS) || unit_end(s, at + 1, end) > at + 4);
}

size_t
match_joint(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match_phrase(s, at, end, WORDS_JOINING);

	if (n && match_any(s, at, end, "联合社|联合会|联合体|联合办"))	/* part of a name */
		return 0;
	return n ? n : joins_by_meeting(s, at, end);
}

/* To the first place where it is complete and what follows goes on with a verb. */
static struct span
units_before_verb(const struct sheet *s, size_t at, size_t end)
{
	for (size_t i = at; i < end && i - at < ACTORS; i++) {
		if (i > at + 1 && is_actor_end(s, at, i)
		    && (match_joint(s, i, end) || match_phrase(s, i, end, WORDS_CONTINUATIONS)))
			return (struct span){at, i};
		if (!may_stand_in_actor(s->glyphs[i].code))
			break;
	}
	return (struct span){at, at};
}

/* Whatever verb follows: each unit of the list is complete by itself. */
static struct span
complete_units(const struct sheet *s, size_t at, size_t end)
{
	struct span list = {at, unit_end(s, at, end)};
	size_t n, next;

	while (span_len(list) && span_len(list) < ACTORS
	    && (n = match_any(s, list.to, end, "、|以及|和|及"))
	    && !match_any(s, list.to, end, "及时|及早")) {
		next = unit_end(s, list.to + n, end);
		if (next == list.to + n)
			break;
		list.to = next;
	}
	n = match(s, list.to, end, "等");
	next = n ? unit_end(s, list.to + n, end) : list.to;
	return (struct span){at, next > list.to + n ? next : list.to};
}

/* 市住建局约谈施工单位(负责人): the verb of the first is no part of a name. */
static bool
holds_verb(const struct sheet *s, struct span whole, struct span first)
{
	return whole.to - first.to > 2 && !ends_as_part(s, first.to, whole.to)
	    && !match_phrase(s, first.to, whole.to, WORDS_HEADS)
	    && !match_any(s, first.to, whole.to, "、|和|及|以及|与|等|(");
}

/* 潘渡乡|梳理后报县政府, 社区|牵头成立筹备组: what no name holds, after that of an actor. */
static bool
holds_task(const struct sheet *s, struct span after)
{
	size_t n;

	return find_any(s, after, "牵头|负责|督促|成立|后报|后由|后提|并报|再报|每", &n) != NOWHERE;
}

struct span
units_at(const struct sheet *s, size_t at, size_t end)
{
	struct span whole = units_before_verb(s, at, end), first = complete_units(s, at, end);

	if (span_len(whole) && first.to > whole.to
	    && holds_task(s, (struct span){whole.to, first.to}))
		return whole;
	if ((first.to > whole.to && !match_joint(s, whole.to, end))
	    || (span_len(first) && first.to < whole.to && holds_verb(s, whole, first)))
		return first;
	return whole;
}

struct span
joined_units(const struct sheet *s, size_t at, size_t end)
{
	size_t stop = at;

	while (stop < end && stop - at < ACTORS && may_stand_in_actor(s->glyphs[stop].code))
		stop++;
	if (stop > at && (stop == end || s->glyphs[stop].code == ',') && is_actor_end(s, at, stop))
		return (struct span){at, stop};
	return units_at(s, at, end);
}

/* 和 within a name (市粮食和储备局) parts nothing: both sides must be complete. */
static size_t
separator_at(const struct sheet *s, struct span units, size_t i)
{
	size_t n = match_any(s, i, units.to, "、|以及|及|和|与");

	if (!n || i + n >= units.to || s->glyphs[i].code == LIST_COMMA)
		return n;
	return is_actor_end(s, units.from, i) && is_actor_end(s, i + n, units.to) ? n : 0;
}

/* What the units of a list share: 市 and 部门 in 市审计、财政等部门. */
struct shared { struct span head, suffix; };

/* The list then ends before 等. */
static struct shared
find_shared(const struct sheet *s, struct span *units)
{
	struct shared shared = {{units->from, units->from}, {units->to, units->to}};
	size_t n, etc = find_any(s, *units, "等", &n), first = find(s, *units, "、");

	if (etc == NOWHERE || etc == units->from)
		return shared;
	first = first < etc ? first : etc;
	if (!is_actor_end(s, units->from, first) || is_administration(s, units->from, first)) {
		shared.suffix.from = etc + 1 + match_any(s, etc + 1, units->to, "相关|有关");
		if (span_len(shared.suffix) > UNIT)	/* no name that they share */
			shared.suffix.from = shared.suffix.to;
		shared.head.to += match_phrase(s, units->from, etc, WORDS_LEVELS);
	}
	units->to = etc;
	return shared;
}

static struct jy_text
unit_name(struct sheet *s, const struct shared *shared, struct span unit)
{
	bool first = unit.from == shared->head.from;
	struct span none = {0}, head = shared->head;

	if (first || match_phrase(s, unit.from, unit.to, WORDS_HEADS))
		head = none;
	return arena_printf(s->arena, "%s%s%s", span_len(head) ? span_solid(s, head).s : "",
	    span_solid(s, unit).s, span_len(shared->suffix) ? span_solid(s, shared->suffix).s : "");
}

/* Each once: 由甲牵头。牵头单位：甲. */
static struct jy_string **
add_unit(struct sheet *s, const struct jy_string *list, struct jy_string **end, struct jy_text name)
{
	for (; list; list = list->next)
		if (strcmp(list->text.s, name.s) == 0)
			return end;
	return add_string(s, end, name);
}

struct jy_string **
list_units(struct sheet *s, struct span units, struct jy_string *const *list,
    struct jy_string **end)
{
	struct shared shared = find_shared(s, &units);
	size_t from = units.from, n;
	int depth = 0;

	for (size_t i = from; i <= units.to; i++) {
		depth += i < units.to ? depth_change(s->glyphs[i].code) : -depth;
		if (depth > 0)	/* 各县（市、区） */
			continue;
		n = i < units.to ? separator_at(s, units, i) : 0;
		if (i < units.to && !n)
			continue;
		if (i > from)
			end = add_unit(s, *list, end,
			    unit_name(s, &shared, (struct span){from, i}));
		from = i + n;
		i += n ? n - 1 : 0;
	}
	return end;
}

bool
names_unit(const struct sheet *s, struct span units)
{
	return span_len(units) && !match_phrase(s, units.from, units.to, WORDS_GENERAL_HEADS);
}
