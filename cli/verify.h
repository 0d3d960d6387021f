/* The parts of `jiyao verify`: minutes compared value by value, and bytes. */
#ifndef JIYAO_VERIFY_H
#define JIYAO_VERIFY_H

#include "cli.h"

/* One step of the way to a value, items[3], kept on the stack and printed when values differ. */
struct step {
	const struct step *up;		/* NULL: this is the root, which has no name */
	const char *name;
	bool listed;			/* in a list, at */
	size_t index;
	const struct jy_shape *shape;	/* of an object of the source, which may know its place */
	const void *object;		/* or NULL */
};
struct tally {
	long values, placed, differences;
	bool places;			/* are places compared? */
	bool quiet;			/* stops at the first difference, and prints nothing */
};

/* compare.c: prints every difference between the two. */
struct tally compare_minutes(const struct jy_minutes *output, const struct jy_minutes *source,
    bool places);

/* difference.c: prints one. */
void differ_in_text(struct tally *, const struct step *, struct jy_text, struct jy_text);
void differ_in_word(struct tally *, const struct step *, const char *, const char *);
void differ_in_place(struct tally *, const struct step *, const struct jy_place *,
    const struct jy_place *);
/* One of the two objects is NULL.  SHAPE is theirs, or NULL: they are texts. */
void differ_in_presence(struct tally *, const struct step *, const struct jy_shape *, const void *,
    const void *);
void count_unshown(const struct tally *);
/* TEXT in quotation marks, or what of it stands around byte I. */
void put_excerpt(struct jy_text text, size_t i);

/* bytes.c: prints where the first difference is. */
void differ_in_bytes(struct jy_bytes output, struct jy_bytes source);

#endif
