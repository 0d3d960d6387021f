/* The parts of a decision: who has to act, where the matter goes next, until when. */
#ifndef JIYAO_DUTIES_H
#define JIYAO_DUTIES_H

#include "units.h"

enum { MOST_LISTS = 8 };

/* Lists of units as printed, in order. */
struct unit_lists { struct span at[MOST_LISTS]; size_t count; };

/* Who is obliged in a part of a sentence. */
struct duty {
	struct unit_lists lead, support;
	struct span person;		/* name and title; empty: none */
	bool within;			/* only in the middle of the part: 经费由甲承担 */
};

/* Adds to the duty whom the part from AT names: 由X…, X要…, 请X…, 责成X…, X牵头.  False: nobody. */
bool find_duty(struct sheet *, size_t at, size_t end, struct duty *);
/* The same for 市档案局做好…, a unit and any verb: what a ；-part says after one that names its actor. */
bool find_bare_duty(const struct sheet *, size_t at, size_t end, struct duty *);
/* Does it say who leads? */
bool has_actor(const struct duty *);

/* Does the part tell what was done already: 已通过评审, 会议由甲汇报? */
bool is_told(const struct sheet *, size_t at, size_t end);
/* Does the part begin with 责任单位： or the like, in a bracket or without? */
bool is_labelled(const struct sheet *, size_t at, size_t end);
/* The next comma outside quotes and brackets, or END. */
size_t comma_after(const struct sheet *, size_t at, size_t end);

struct jy_disposition *read_disposition(struct sheet *, struct span);
struct jy_deadline *read_deadline(struct sheet *, struct span);
/* A deadline that begins at AT: its length, or 0. */
size_t match_deadline(struct sheet *, size_t at, size_t end);

#endif
