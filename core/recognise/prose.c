/* Attendance in running text: 副市长甲、乙，市政府办公室主任丙出席会议。 */
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

		if (n && (at + n == end || match_any(s, at + n, end, ",|。|;"))) {
			*role = ways[i].role;
			return n;
		}
	}
	return 0;
}

/* 各乡镇主要负责人列席 names nobody; it stays the opening's text. */
static void
read_part(struct sheet *s, struct span people, struct span verb, const char *role)
{
	struct jy_group *group;

	while (people.from < people.to && match_any(s, people.from, people.to, ",|;|。"))
		people.from++;
	if (!are_people(s, people))
		return;
	group = add_group(s, role);
	group->label = span_solid(s, verb);
	group->at = span_place(s, (struct span){people.from, verb.to});
	read_people(s, people, group);
}

void
read_prose_attendance(struct sheet *s, struct span text)
{
	size_t from = text.from, n;
	const char *role;

	for (size_t i = text.from; i < text.to; i++) {
		if ((n = match_verb(s, i, text.to, &role))) {
			read_part(s, (struct span){from, i}, (struct span){i, i + n}, role);
			i += n;
			from = i;
		} else if ((n = match_any(s, i, text.to, "。|;|主持,|主持会议,"))) {
			from = i + n;
		}
	}
}
