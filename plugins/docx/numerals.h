/* Numerals: a row a format in numerals.c, written by the functions there and in words.c. */
#ifndef DOCX_NUMERALS_H
#define DOCX_NUMERALS_H

#include "docx.h"

struct docx_numerals {
	const char *name;
	void (*put)(struct docx_label *, const struct docx_numerals *, int);
	const char *glyphs;
	unsigned rules;		/* of the function */
};

/* How often a sign is written where each round of SIGNS doubles them; no more than has room. */
int docx_times(int value, int signs);
void docx_put_decimal(struct docx_label *, const struct docx_numerals *, int);

/* words.c: numbers as words, and those that are not made of digits. */
enum docx_wording { DOCX_COUNTS, DOCX_RANKS };	/* One, First */
void docx_put_words(struct docx_label *, const struct docx_numerals *, int);
void docx_put_ranked(struct docx_label *, const struct docx_numerals *, int);
void docx_put_native(struct docx_label *, const struct docx_numerals *, int);
void docx_put_marks(struct docx_label *, const struct docx_numerals *, int);
void docx_put_roman(struct docx_label *, const struct docx_numerals *, int);

#endif
