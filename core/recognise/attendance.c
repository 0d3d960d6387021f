/* 出席 列席 请假: one group from its label on. */
#include <string.h>

#include "stages.h"

static const struct { const char *words, *role; } roles[] = {
	{"列席", "attending"}, {"请假|缺席", "absent"}, {"邀请|应邀", "invited"},
	{"出席|参会|与会|参加", "present"},
};

static const char *
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

void
read_attendance(struct sheet *s, const struct paragraph *p)
{
	struct jy_group *group;
	struct span label = p->span, people = p->span;
	const char *role;
	size_t n;

	label.to = label_end(s, p->span);
	people.from = label.to + match(s, label.to, people.to, ":");
	claim(s, (struct span){label.from, people.from}, FIELD);
	role = role_of(s, label);
	if (!role)	/* a label that names only topics (第一至五议题：) goes on with the group before */
		role = s->last_group ? s->last_group->role.s : "other";
	group = add_group(s, role);
	group->label = span_solid(s, label);
	if (find_any(s, label, "议题", &n) != NOWHERE)
		group->scope = group->label;
	group->at = span_place(s, p->span);
	if (match_any(s, people.from, people.to, "无|无。") == span_len(people))
		claim(s, people, FIELD);	/* 请假：无 */
	else
		read_people(s, people, group);
}
