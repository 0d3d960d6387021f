/* Groups of people, as the label of a list or a cell of a table calls for them. */
#ifndef JIYAO_ATTENDANCE_H
#define JIYAO_ATTENDANCE_H

#include "match.h"

/* present, attending, absent or invited, by the words of the span; NULL: none of them. */
const char *role_of(const struct sheet *, struct span);
/* A new group, labelled so, that stands at PLACE; it is the minutes' last. */
struct jy_group *begin_group(struct sheet *, const char *role, struct span label,
    struct span place);

/* rolls.c: tables of people 签到表, 名单. */
/* Marks the rows that a row of heads (姓名 单位 职务) and the people under it are. */
void find_rolls(struct sheet *);
void read_roll(struct sheet *, struct span);
/* An organisation, a title, or both: 市水务局局长. */
void read_post(struct sheet *, struct jy_person *, struct span);

#endif
