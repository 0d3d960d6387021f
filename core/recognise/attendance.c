/* 出席 列席 请假: the groups of one paragraph, from its label on. */
#include <string.h>

#include "attendance.h"
#include "stages.h"

static const struct { const char *words, *role; } roles[] = {
	{"列席", "attending"}, {"请假|缺席|未出席|未到|未参会|未参加|公假|病假|事假", "absent"}, {"邀请|应邀|特邀", "invited"},
	{"出席|参会|与会|到会|参加|成员|实到", "present"},
};

const char *
role_of(const struct sheet *s, struct span label)
{
	size_t n;

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (find_any(s, label, roles[i].words, &n) != NOWHERE)
			return roles[i].role;
	return NULL;
}

/* Up to the colon, or the bare word where none stands. */
static size_t
label_end(const struct sheet *s, struct span span)
{
	struct span start = span;
	size_t colon;

	if (span_len(start) > 16)
		start.to = start.from + 16;
	colon = find(s, start, ":");
	if (colon != NOWHERE)
		return colon;
	return span.from + match_phrase(s, span.from, span.to, WORDS_BARE_ATTENDANCE);
}

/* （第一、二项）, （第三议题）, （全程） where names may begin: its length, or 0. */
static size_t
match_scope(const struct sheet *s, size_t at, struct span people)
{
	struct span scope = {at + 1, people.to - at > 16 ? at + 16 : people.to};
	size_t close, n;

	if (s->glyphs[at].code != '('
	    || (at > people.from && !starts_line(s, at) && !match_any(s, at - 1, at, ";|,|。|、")))
		return 0;
	close = find(s, scope, ")");
	if (close == NOWHERE)
		return 0;
	scope.to = close;
	return find_any(s, scope, "议题|全程", &n) != NOWHERE
		|| (match(s, scope.from, close, "第") && ends_with(s, scope, "项|个"))
	    ? close + 1 - at
	    : 0;
}

struct jy_group *
begin_group(struct sheet *s, const char *role, struct span label, struct span place)
{
	struct jy_group *group = add_group(s, role);
	size_t n;

	group->label = span_solid(s, label);
	if (find_any(s, label, "议题", &n) != NOWHERE)
		group->scope = group->label;
	group->at = span_place(s, place);
	return group;
}

/* The people, a group for each scope. */
static void
read_scopes(struct sheet *s, const char *role, struct span label, struct span people)
{
	struct jy_group *group = NULL;
	size_t n;

	for (size_t i = people.from; i < people.to; i++) {
		if (!(n = match_scope(s, i, people)))
			continue;
		if (i > people.from)
			read_people(s, (struct span){people.from, i},
			    group ? group
				  : begin_group(s, role, label, (struct span){label.from, i}));
		group = begin_group(s, role, label, (struct span){i, people.to});
		group->scope = span_solid(s, (struct span){i + 1, i + n - 1});
		claim(s, (struct span){i, i + n}, FIELD);
		people.from = i + n;
		i += n - 1;
	}
	if (!group)
		group = begin_group(s, role, label, (struct span){label.from, people.to});
	read_people(s, people, group);
}

/* One label and its people; LAST: no other follows in the paragraph. */
static void
read_call(struct sheet *s, struct span call, bool last)
{
	struct span label = call, people = call;
	const char *role;

	label.to = label_end(s, call);
	people.from = label.to + match(s, label.to, people.to, ":");
	claim(s, (struct span){label.from, people.from}, FIELD);
	if (!last && people.from == people.to)
		return;	/* 列席：固定列席：甲 */
	role = role_of(s, label);
	if (!role)	/* a label that names only topics (第一至五议题：) goes on with the group before */
		role = s->last_group ? s->last_group->role.s : "other";
	if (match_any(s, people.from, people.to, "见|详见|附后|另附"))
		return;	/* 出席：详见签到表 */
	if (match_any(s, people.from, people.to, "无|无。") != span_len(people)) {
		read_scopes(s, role, label, people);
		return;
	}
	begin_group(s, role, label, call);	/* 请假：无 */
	claim(s, people, FIELD);
}

void
read_attendance(struct sheet *s, const struct paragraph *p)
{
	struct span call = p->span;

	if (p->roll) {
		read_roll(s, p->span);
		return;
	}
	for (; call.from < p->span.to; call.from = call.to) {
		call.to = next_call(s, (struct span){call.from, p->span.to});
		if (match_phrase(s, call.from, call.to, WORDS_RECORDERS))
			read_recorders(s, call);
		else
			read_call(s, call, call.to == p->span.to);
	}
}
