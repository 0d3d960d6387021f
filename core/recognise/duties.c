/* Who has to act: units and persons, by the words around them. */
#include "duties.h"

enum { ACTORS = 60 };	/* the longest list of actors, in glyphs */

static bool
is_actor_end(const struct sheet *s, size_t from, size_t to)
{
	return to - from >= 2 && (ends_with_phrase(s, (struct span){from, to}, WORDS_GENERAL_ENDS)
	    || ends_listed(s, ORGANIZATIONS, from, to));
}

static bool
ends_in_title(const struct sheet *s, struct span span)
{
	return ends_with(s, span, "长|书记|主任|主席|常委|委员|专员|助理|秘书长|同志");
}

/* Only Han, letters, 、 and brackets stand in a list of actors. */
static bool
may_stand_in_actor(uint32_t c)
{
	return (is_wide(c) || c == '(' || c == ')' || (c >= '0' && c <= 'z')) && c != 0x3002
	    && c != 0x300A && c != 0x300B && c != ',' && c != ';' && c != ':';
}

static bool
joins(const struct sheet *s, size_t at, size_t end, size_t *len)
{
	*len = match_any(s, at, end, "会同|联合|配合|协同|会商");
	if (*len)
		return true;
	*len = match(s, at, end, "会");
	return *len && match_phrase(s, at + 1, end, WORDS_HEADS);
}

/* The unit or list of units that begins at AT and goes to the first place where it is complete and
 * what follows goes on with a verb. */
static struct span
units_at(const struct sheet *s, size_t at, size_t end)
{
	struct span none = {at, at};
	size_t len;

	for (size_t i = at; i < end && i - at < ACTORS; i++) {
		if (i > at + 1 && is_actor_end(s, at, i) && (joins(s, i, end, &len)
		    || (match_phrase(s, i, end, WORDS_CONTINUATIONS))))
			return (struct span){at, i};
		if (!may_stand_in_actor(s->glyphs[i].code))
			return none;
	}
	return none;
}

static void
find_support(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	size_t len;

	at += match_any(s, at, end, "牵头|负责");
	if (joins(s, at, end, &len))
		duty->support = units_at(s, at + len, end);
}

/* 由X会Y…, 责成X…: the unit comes after the word. */
static bool
find_after(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	duty->lead = units_at(s, at, end);
	if (!span_len(duty->lead))
		return false;
	find_support(s, duty->lead.to, end, duty);
	return true;
}

static bool
is_person(const struct sheet *s, struct span who)
{
	size_t n, at;

	for (at = who.to - 2; at > who.from && who.to - at <= 3; at--)
		if (ends_in_title(s, (struct span){who.from, at}))
			return find_any(s, (struct span){at, who.to}, "、|和|等", &n) == NOWHERE;
	return false;
}

/* 请钱乙副市长牵头: a person; else a unit, as after 由. */
static bool
find_asked(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	struct span who = {at, end};
	size_t n, verb;

	if (who.to - at > 30)
		who.to = at + 30;
	verb = find_any(s, who, "牵头|负责|组织|协调|统筹|抓|调度|会同", &n);
	if (verb == NOWHERE)
		return find_after(s, at, end, duty);
	who.to = verb;
	if (!ends_in_title(s, who) && !is_person(s, who))
		return find_after(s, at, end, duty);
	duty->person = who;
	return true;
}

/* The words that oblige whoever stands before them. */
static size_t
modal_at(const struct sheet *s, size_t i, size_t end)
{
	size_t n = match_phrase(s, i, end, WORDS_MODALS);

	if (n == 1 && i && match_phrase(s, i - 1, end, WORDS_NOT_MODALS))
		return 0;
	return n;
}

/* X要…, X牵头…: whoever stands before the first word that obliges. */
static bool
find_before(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	if (match_phrase(s, at, end, WORDS_CIRCUMSTANCES))
		return false;
	for (size_t i = at; i < end && i - at < ACTORS; i++) {
		struct span who = {at, i};
		size_t n = i > at + 1 ? modal_at(s, i, end) : 0;

		if (n && is_actor_end(s, at, i)) {
			duty->lead = who;
			find_support(s, i + n, end, duty);
			return true;
		}
		if (n && match_any(s, i, end, "牵头|负责") && is_person(s, who)) {
			duty->person = who;
			return true;
		}
		if (!may_stand_in_actor(s->glyphs[i].code))
			return false;
	}
	return false;
}

/* …，省发展改革委、省统计局配合，…: units right before the word. */
static void
find_cooperating(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	for (size_t i = at; i < end && !span_len(duty->support); i++) {
		size_t from = i;

		if (!match_phrase(s, i, end, WORDS_COOPERATING))
			continue;
		while (from > at && may_stand_in_actor(s->glyphs[from - 1].code))
			from--;
		if (from < i && is_actor_end(s, from, i))
			duty->support = (struct span){from, i};
	}
}

/* A part of a sentence names its actor at its start, or after circumstances and a comma. */
static bool
find_actor(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	size_t n;

	*duty = (struct duty){0};
	while (at < end) {
		if ((n = match(s, at, end, "由")) || (n = match_any(s, at, end, "责成|责令|委托|授权"))) {
			if (find_after(s, at + n, end, duty))
				return true;
		} else if ((n = match(s, at, end, "请"))) {
			if (find_asked(s, at + n, end, duty))
				return true;
		} else if (find_before(s, at, end, duty)) {
			return true;
		}
		while (at < end && s->glyphs[at].code != ',')
			at++;
		at++;
	}
	return false;
}

bool
find_duty(const struct sheet *s, size_t at, size_t end, struct duty *duty)
{
	if (!find_actor(s, at, end, duty))
		return false;
	find_cooperating(s, span_len(duty->lead) ? duty->lead.to : duty->person.to, end, duty);
	return true;
}

/* 和 within a name (市粮食和储备局) parts nothing: both sides must be complete. */
static size_t
separator_at(const struct sheet *s, struct span units, size_t i)
{
	size_t n = match_any(s, i, units.to, "、|以及|及|和|与");

	if (!n || i + n >= units.to || s->glyphs[i].code == 0x3001)
		return n;
	return is_actor_end(s, units.from, i) && is_actor_end(s, i + n, units.to) ? n : 0;
}

struct jy_string *
list_units(struct sheet *s, struct span units)
{
	struct jy_string *list = NULL, **end = &list;
	struct span suffix = {units.to, units.to}, head = {units.from, units.from};
	size_t n, from = units.from, etc = find_any(s, units, "等", &n);
	int depth = 0;

	if (etc != NOWHERE && etc > units.from) {
		size_t first = find(s, units, "、");

		suffix.from = etc + 1 + match_any(s, etc + 1, units.to, "相关|有关");
		units.to = etc;
		if (is_actor_end(s, units.from, first < etc ? first : etc))
			suffix.from = suffix.to;
		else
			head.to += match_phrase(s, units.from, etc, WORDS_LEVELS);
	}
	for (size_t i = from; i <= units.to; i++) {
		struct jy_text name;

		depth += i < units.to ? depth_change(s->glyphs[i].code) : -depth;
		if (depth > 0)	/* 各县（市、区） */
			continue;
		n = i < units.to ? separator_at(s, units, i) : 0;
		if (i < units.to && !n)
			continue;
		name = span_solid(s, (struct span){from, i});
		if (name.s)
			end = add_string(s, end, arena_printf(s->arena, "%s%s%s",
			    from > units.from && head.to > head.from
			    && !match_phrase(s, from, i, WORDS_HEADS) ? span_solid(s, head).s : "",
			    name.s, span_len(suffix) ? span_solid(s, suffix).s : ""));
		from = i + n;
		i += n ? n - 1 : 0;
	}
	return list;
}

bool
names_unit(const struct sheet *s, struct span units)
{
	if (!span_len(units) || match_phrase(s, units.from, units.to, WORDS_GENERAL_HEADS))
		return false;
	return true;
}
