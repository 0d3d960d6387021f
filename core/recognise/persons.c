/* Persons who have to act, in a sentence: 副市长钱乙, 钱乙副市长, 县档案局局长钱乙同志. */
#include "persons.h"
#include "units.h"

static bool
ends_in_title(const struct sheet *s, struct span who)
{
	return ends_with(s, who, "同志") || ends_listed(s, TITLES, who.from, who.to);
}

/* 钱乙: a surname, and nothing that names do not hold. */
static bool
is_name(const struct sheet *s, struct span who)
{
	const struct word_list *words = s->lexicon->words;
	size_t family = listed(s, SURNAMES, who.from, who.from + 2)
	    ? 2
	    : lexicon_has_single(&words[SURNAMES], s->glyphs[who.from].code);

	if (match(s, who.to, s->count, "同志") && span_len(who) <= 4)
		family = family ? family : 1;	/* whatever name that is */
	if (!family || span_len(who) <= family || span_len(who) > family + 2)
		return false;
	for (size_t i = who.from + family; i < who.to; i++)
		if (!is_han(s->glyphs[i].code)
		    || lexicon_has_single(&words[NOT_IN_NAMES], s->glyphs[i].code))
			return false;
	return true;
}

size_t
official_end(const struct sheet *s, size_t at, size_t end)
{
	for (size_t n = 2; n <= 4 && at + n < end; n++)
		for (size_t to = at + n + 2;
		     is_name(s, (struct span){at, at + n}) && to <= end && to - at - n <= 6; to++)
			if ((is_office_title(s, at + n, to) && !listed(s, TITLES, at, to))
			    || (to - at - n == 2
				&& ends_with(s, (struct span){at + n, to}, "同志")))
				return to;
	return at;
}

/* 县住建局局长钱乙同志: a name after a title, or alone. */
static bool
is_comrade(const struct sheet *s, struct span who)
{
	struct span name = without_courtesy(s, who);

	if (name.to == who.to || span_len(who) <= 3)
		return false;
	for (size_t n = 2; n <= 4 && n < span_len(name); n++)
		if (ends_listed(s, TITLES, name.from, name.to - n)
		    && is_name(s, (struct span){name.to - n, name.to}))
			return true;
	return is_name(s, name);
}

bool
is_person(const struct sheet *s, struct span who)
{
	size_t n;

	if (is_comrade(s, who))
		return true;
	if (span_len(who) < 2 || is_actor_end(s, who.from, who.to))
		return false;
	if (find_any(s, who, "、|和|等|各", &n) != NOWHERE
	    && !match_any(s, who.from + 2, who.to, "、"))
		return false;
	if (is_name(s, who))
		return true;
	if (ends_in_title(s, who))
		return !match_phrase(s, who.from, who.to, WORDS_GENERAL_HEADS);
	for (size_t at = who.to - 2; at > who.from && who.to - at <= 4; at--)
		if (ends_in_title(s, (struct span){who.from, at}))
			return find_any(s, (struct span){at, who.to}, "、|和|等", &n) == NOWHERE;
	return false;
}

struct span
first_of(const struct sheet *s, struct span list)
{
	size_t comma = find(s, list, "、");

	while (comma != NOWHERE && is_post(s, list.from, comma) && comma + 1 < list.to)
		comma = find(s, (struct span){comma + 1, list.to}, "、");
	return (struct span){list.from, comma == NOWHERE ? list.to : comma};
}

size_t
without_manner(const struct sheet *s, struct span who)
{
	size_t n = ends_with(s, who, "总")                       ? 1
	    : ends_with(s, who, "亲自|具体|全面|直接|统一|共同") ? 2
								 : 0;
	struct span rest = {who.from, who.to - n};

	return n && is_person(s, rest) ? rest.to : who.to;
}

size_t
person_start(const struct sheet *s, size_t at, size_t end)
{
	if (official_end(s, at, end) > at)
		return at;
	for (size_t i = at + 2; i + 4 <= end && i - at < 16; i++)
		if (ends_listed(s, ORGANIZATIONS, at, i) && official_end(s, i, end) > i)
			return i;
	return at;
}
