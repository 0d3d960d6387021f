/* A number in the writing of a list: shared by the readers of formats that compute labels. */
#ifndef NUMERALS_H
#define NUMERALS_H

#include <stdbool.h>
#include <stddef.h>

enum { NUMERALS_LABEL = 256 };
struct numerals_label { size_t len; char text[NUMERALS_LABEL]; };	/* what does not fit is cut off */
struct numerals;

/* The numerals of that name, one of ST_NumberFormat; decimal for none, and for one that is not known. */
const struct numerals *numerals_named(const char *name);
bool numerals_known(const struct numerals *);
void numerals_put_number(struct numerals_label *, const struct numerals *, int);
void numerals_put(struct numerals_label *, const char *text, size_t len);

#endif
