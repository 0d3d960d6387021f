/* Posts: how one falls into organisation and title, and those without a name, which tell who came but not
 * what he is called: 县长, 县委书记, 县政府主要领导. */
#include "attendance.h"
#include "names.h"
#include "stages.h"

static bool
is_common_surname(const struct sheet *s, uint32_t c)
{
	return lexicon_has_single(&s->lexicon->words[SURNAMES], c)
	    && !lexicon_has_single(&s->lexicon->words[RARE_SURNAMES], c);
}

/* 张港|市长: may what an office could end in be a name, for all that? */
static bool
could_be_name(const struct sheet *s, size_t from, size_t to)
{
	if (to - from > 3 || !is_common_surname(s, s->glyphs[from].code)
	    || s->glyphs[to - 1].code == s->glyphs[to].code) /* 石油局|局长 */
		return false;
	for (size_t i = from; i + 2 <= to; i++)
		if (listed(s, ORGANIZATIONS, i, to))	/* 张家|党委 */
			return false;
	return true;
}

/* 纪委|书记, 区长|助理 */
static bool
is_office_of(const struct sheet *s, size_t from, size_t to)
{
	if (is_office_title(s, from, to))
		return true;
	return ends_listed(s, ORGANIZATIONS, from, to) && !could_be_name(s, from, to);
}

bool
is_post(const struct sheet *s, size_t from, size_t to)
{
	size_t level = match_phrase(s, from, to, WORDS_LEVELS);

	if (from == to || !ends_listed(s, TITLES, from, to))
		return false;
	if (is_office_title(s, from, to) || is_office_title(s, from + level, to))
		return true;
	for (size_t i = from + 1; i < to; i++) {
		if (is_apart(s, i))
			return false;
		if (i > from + 1 && is_office_title(s, i, to) && is_office_of(s, from, i))
			return true;
	}
	return false;
}

bool
names_nobody(const struct sheet *s, struct span who)
{
	size_t from = who.from + match_any(s, who.from, who.to, "分管|主管|协管"), n;

	if (ends_with(s, who, "负责同志|领导同志|负责人|领导"))
		return true;
	for (size_t i = who.from; i < who.to; i++) {
		if (i > who.from && is_apart(s, i))	/* 吴铭  省委常委、常务副省长 */
			return false;
		if (!(n = match_any(s, i, who.to, "、|,|和|与|及")))
			continue;
		if (!ends_listed(s, ORGANIZATIONS, from, i) && !is_post(s, from, i))
			return false;
		from = i + n;
	}
	return is_post(s, from, who.to);
}

bool
is_surname_and_title(const struct sheet *s, struct span who)
{
	return span_len(who) > 2 && listed(s, SURNAMES, who.from, who.from + 1)
	    && is_office_title(s, who.from + 1, who.to);
}

/* 政府副县长 of a county: one title. */
static bool
is_deputy(const struct sheet *s, size_t at, size_t end)
{
	size_t n = match(s, at, end, "政府副");

	return n && match_phrase(s, at + n, end, WORDS_LEVELS) && match(s, at + n + 1, end, "长");
}

/* Where the title begins in 云州新区管委会副主任: after the longest organisation that leaves only a
 * title.  副市长, 区委常委 and titles joined by 、 are titles as a whole. */
static size_t
title_start(const struct sheet *s, struct span prefix)
{
	size_t level = match_phrase(s, prefix.from, prefix.to, WORDS_LEVELS);

	if (find(s, prefix, "、") != NOWHERE || is_deputy(s, prefix.from + level, prefix.to))
		return prefix.from;	/* 县政府副县长 is one title */
	for (size_t i = prefix.to - 1; i > prefix.from + 2; i--)
		if (ends_listed(s, ORGANIZATIONS, prefix.from, i)
		    && is_office_title(s, i, prefix.to))
			return i;
	return prefix.from;
}

void
read_post(struct sheet *s, struct jy_person *person, struct span post)
{
	struct span title = {post.to, post.to};

	if (ends_listed(s, TITLES, post.from, post.to))
		title.from = title_start(s, post);
	person->title = span_solid(s, title);
	if (title.from > post.from)
		person->organization = span_solid(s, (struct span){post.from, title.from});
}
