/* Numerals: a row a format in numerals.c, written by the functions there and in words.c. */
#ifndef NUMERALS_WRITING_H
#define NUMERALS_WRITING_H

#include "numerals.h"

struct numerals {
	const char *name;
	void (*put)(struct numerals_label *, const struct numerals *, int);
	const char *glyphs;
	unsigned rules;		/* of the function */
};

/* How often a sign is written where each round of SIGNS doubles them; no more than has room. */
int numerals_times(int value, int signs);
void numerals_put_decimal(struct numerals_label *, const struct numerals *, int);

/* words.c: numbers as words, and those that are not made of digits. */
enum numerals_wording { NUMERALS_COUNTS, NUMERALS_RANKS };	/* One, First */
void numerals_put_words(struct numerals_label *, const struct numerals *, int);
void numerals_put_ranked(struct numerals_label *, const struct numerals *, int);
void numerals_put_native(struct numerals_label *, const struct numerals *, int);
void numerals_put_marks(struct numerals_label *, const struct numerals *, int);
void numerals_put_roman(struct numerals_label *, const struct numerals *, int);

#endif
