/* The parts of a decision: who has to act, where the matter goes next, until when. */
#ifndef JIYAO_DUTIES_H
#define JIYAO_DUTIES_H

#include "names.h"

/* Who is obliged in a part of a sentence. */
struct duty {
	struct span lead, support;	/* as printed, whole lists; empty: none */
	struct span person;		/* name and title */
};

/* Does the part that begins at AT name its actor: 由X…, X要…, 请X…, 责成X…, X牵头? */
bool find_duty(const struct sheet *, size_t at, size_t end, struct duty *);

/* 市审计、财政等部门 → 市审计部门, 市财政部门. */
struct jy_string *list_units(struct sheet *, struct span);
/* Named actors, not 各地各部门 or 相关单位 alone. */
bool names_unit(const struct sheet *, struct span);

struct jy_disposition *read_disposition(struct sheet *, struct span);
struct jy_deadline *read_deadline(struct sheet *, struct span);

#endif
