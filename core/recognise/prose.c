/* Attendance in running text: 副市长甲、乙，市政府办公室主任丙出席会议。 */
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "stages.h"

static const struct { enum phrases verbs; const char *role; } ways[] = {
	{WORDS_WERE_INVITED, "invited"}, {WORDS_SAT_IN, "attending"}, {WORDS_CAME, "present"},
};

/* The verb at AT that ends a part of a sentence: its length and the role it gives. */
static size_t
match_verb(const struct sheet *s, size_t at, size_t end, const char **role)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		size_t n = match_phrase(s, at, end, ways[i].verbs);

		if (n && (at + n == end || match_any(s, at + n, end, ",|。|;|."))) {
			*role = ways[i].role;
			return n;
		}
	}
	*role = "absent";
	return match_any(s, at, end,
	    "因公请假|因事请假|因病请假|因故请假|因公缺席|因事缺席|因病缺席|因故缺席|请假|缺席");
}

/* 周甲、吴乙及相关单位负责人, 周甲、吴乙等县领导: without those who are not named. */
static struct span
without_others(struct sheet *s, struct span people)
{
	if (!ends_with_phrase(s, people, WORDS_SENT)
	    && !ends_with(s, people, "领导|同志|人员|等|人"))
		return people;
	for (size_t i = people.to; i > people.from + 1; i--)
		if (match_any(s, i - 1, people.to, "以及|及|和|等")
		    && are_people(s, (struct span){people.from, i - 1}))
			return (struct span){people.from, i - 1};
	return people;
}

/* 周甲、吴乙副区长: a title after names is that of all of them; empty: there is none. */
static struct span
title_of_all(struct sheet *s, struct span people)
{
	for (size_t n = find(s, people, "、") == NOWHERE ? 0 : 6; n >= 2; n--)
		if (span_len(people) > n + 2 && is_office_title(s, people.to - n, people.to)
		    && are_people(s, (struct span){people.from, people.to - n}))
			return (struct span){people.to - n, people.to};
	return (struct span){people.to, people.to};
}

/* 县政府办、县财政局负责人: each unit named, and none that is 各, 有关 or 相关. */
static bool
are_senders(const struct sheet *s, struct span people)
{
	struct span unit = {people.from, people.from};
	size_t n, end = people.from;

	if (!ends_with_phrase(s, people, WORDS_SENT)
	    || find_any(s, people, "各|有关|相关|全体|部分|其他|等", &n) != NOWHERE)
		return false;
	while (match_phrase(s, end, people.to, WORDS_SENT) != people.to - end)
		end++;
	for (; unit.to < end; unit.to++)
		if (s->glyphs[unit.to].code == LIST_COMMA) {
			if (!ends_listed(s, ORGANIZATIONS, unit.from, unit.to))
				return false;
			unit.from = unit.to + 1;
		}
	return ends_listed(s, ORGANIZATIONS, unit.from, end);
}

/* 各乡镇主要负责人列席 names nobody; it stays the opening's text. */
static void
read_part(struct sheet *s, struct span people, struct span verb, const char *role)
{
	struct jy_group *group;
	struct span title;

	while (people.from < people.to && match_any(s, people.from, people.to, ",|;|。|."))
		people.from++;
	people = without_others(s, people);
	title = title_of_all(s, people);
	people.to -= span_len(title);
	if (ends_with(s, people, "人员|成员") || !(are_people(s, people) || are_senders(s, people)))
		return;
	group = add_group(s, role);
	s->first_told = s->first_told ? s->first_told : group;
	s->last_told = group;
	group->label = span_solid(s, verb);
	group->at = span_place(s, (struct span){people.from, verb.to});
	read_people(s, people, group);
	for (struct jy_person *p = group->people; p && span_len(title); p = p->next)
		if (!p->title.s && !p->organization.s)
			p->title = span_solid(s, title);
}

/* 参加会议的有副县长甲、乙。, 列席会议的还有：丙；: names that follow; the length of the words, or 0. */
static size_t
match_call(const struct sheet *s, size_t at, size_t end, const char **role)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		size_t n = match_phrase(s, at, end, ways[i].verbs), more;

		more = n ? match_any(s, at + n, end,
			   "的还有|的有|的人员有|的领导有|的同志有|人员有|的部门有|的单位有")
			 : 0;
		if (!more)
			continue;
		*role = ways[i].role;
		return n + more + match(s, at + n + more, end, ":");
	}
	return 0;
}

/* The names after the words: up to the end of the sentence or its part.  Where they end. */
static size_t
read_called(struct sheet *s, size_t at, struct span words, const char *role)
{
	size_t n, end, stop = words.to;

	end = find_any(s, (struct span){at, stop}, "。|;", &n);
	stop = end == NOWHERE ? stop : end;
	read_part(s, (struct span){at, stop}, (struct span){words.from, at}, role);
	return stop;
}

void
read_prose_attendance(struct sheet *s, struct span text)
{
	size_t from = text.from, n;
	const char *role;

	for (size_t i = text.from; i < text.to; i++) {
		if ((n = match_call(s, i, text.to, &role))) {
			i = from = read_called(s, i + n, (struct span){i, text.to}, role);
		} else if ((n = match_verb(s, i, text.to, &role))) {
			read_part(s, (struct span){from, i}, (struct span){i, i + n}, role);
			i += n;
			from = i;
		} else if ((n = match_any(s, i, text.to, "。|;|主持,|主持会议,|."))) {
			from = i + n;
		}
	}
}

/* Somebody whom a list names, and as what: who was invited attends. */
struct listed { struct jy_person *person; bool present, absent; };
struct people { struct listed *at; size_t count; };

static struct listed
as_listed(struct jy_person *person, const struct jy_group *group)
{
	return (struct listed){person, strcmp(group->role.s, "present") == 0,
	    strcmp(group->role.s, "absent") == 0};
}

static int
by_name(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;
	int order = strcmp(x->person->name.s, y->person->name.s);

	if (order)
		return order;
	return x->present != y->present ? x->present - y->present : x->absent - y->absent;
}

/* Those of the lists after the groups told of, by name. */
static struct people
find_listed(const struct sheet *s)
{
	struct people all = {0};
	size_t n = 0;

	for (const struct jy_group *g = s->last_told->next; g; g = g->next)
		for (struct jy_person *p = g->people; p; p = p->next)
			n += p->name.s != NULL;
	all.at = must_alloc((n + 1) * sizeof(*all.at));
	for (const struct jy_group *g = s->last_told->next; g; g = g->next)
		for (struct jy_person *p = g->people; p; p = p->next)
			if (p->name.s)
				all.at[all.count++] = as_listed(p, g);
	qsort(all.at, all.count, sizeof(*all.at), by_name);
	return all;
}

/* Is the person listed, too?  Where the list does not say who it is, the opening does. */
static bool
is_listed(struct sheet *s, const struct people *listed, struct jy_person *person,
    const struct jy_group *group)
{
	struct listed key = as_listed(person, group), *found;

	if (!person->name.s || !listed->count)
		return false;
	found = bsearch(&key, listed->at, listed->count, sizeof(*listed->at), by_name);
	if (found && person->title.s && !found->person->title.s && !found->person->organization.s)
		found->person->title = arena_printf(s->arena, "%s%s",
		    person->organization.s ? person->organization.s : "", person->title.s);
	return found != NULL;
}

/* A group told of whose people are all listed. */
static void
drop_empty(struct sheet *s)
{
	const struct jy_group *end = s->last_told->next;
	struct jy_group **g = &s->m->attendance;

	while (*g != s->first_told)
		g = &(*g)->next;
	while (*g != end)
		if ((*g)->people)
			g = &(*g)->next;
		else
			*g = (*g)->next;
}

/* Whom the opening tells of and a list names again came once. */
void
merge_told(struct sheet *s)
{
	struct people listed;

	if (!s->first_told)
		return;
	listed = find_listed(s);
	for (struct jy_group *g = s->first_told; g != s->last_told->next; g = g->next)
		for (struct jy_person **p = &g->people; *p;)
			if (is_listed(s, &listed, *p, g))
				*p = (*p)->next;
			else
				p = &(*p)->next;
	free(listed.at);
	drop_empty(s);
}
