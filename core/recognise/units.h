/* Units 单位 within a sentence: where a list of them ends, and each by its name. */
#ifndef JIYAO_UNITS_H
#define JIYAO_UNITS_H

#include "names.h"

/* Is what stands between the glyphs complete as one who acts: 市教育局, 各有关部门, 各村（社区）? */
bool is_actor_end(const struct sheet *, size_t from, size_t to);
/* May the character stand in a list of actors: Han, letters, 、 and brackets? */
bool may_stand_in_actor(uint32_t);
/* 会同, 联合 …: what joins a second unit to the first; its length, or 0. */
size_t match_joint(const struct sheet *, size_t at, size_t end);

/* The unit or list of units that begins at AT; empty where none does. */
struct span units_at(const struct sheet *, size_t at, size_t end);

/* Those after 会同 and the like: all up to a comma, where that is complete. */
struct span joined_units(const struct sheet *, size_t at, size_t end);

/* 市审计、财政等部门 → 市审计部门, 市财政部门: appended to LIST at END, whose new value is returned,
 * if they do not stand there already. */
struct jy_string **list_units(struct sheet *, struct span, struct jy_string *const *list,
    struct jy_string **end);
/* Named actors, not 各地各部门 or 相关单位 alone. */
bool names_unit(const struct sheet *, struct span);

#endif
