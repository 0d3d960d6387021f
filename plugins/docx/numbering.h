/* Lists as the document defines them: read in numbering.c, counted in counting.c. */
#ifndef DOCX_NUMBERING_H
#define DOCX_NUMBERING_H

#include "docx.h"

enum { DOCX_LEVELS = 9 };
enum { DOCX_ABOVE = -1 };	/* a level begins anew after any level above it */

struct docx_level {
	struct docx_level *next;	/* of all, for freeing them */
	int start;
	int restart;			/* after the level of that ordinal; 0: never; or DOCX_ABOVE */
	bool bullet, legal;		/* legal: all numbers of the label are decimal */
	const struct numerals *numerals;
	const char *text, *style, *font;
	struct docx_look look;
};
struct docx_list {
	struct docx_level *levels[DOCX_LEVELS];
	const char *style;		/* the list is that of the number which this style names */
	int value[DOCX_LEVELS];
	unsigned running;		/* levels with a value to count on from */
};
struct docx_override { struct docx_level *level; bool starts; int start; };
struct docx_num {
	const char *list;
	struct docx_override overrides[DOCX_LEVELS];
	unsigned begun;			/* levels that this number has been used at */
};

struct docx_num *docx_num(const struct docx_numbering *, int number);
struct docx_list *docx_list(const struct docx_numbering *, const struct docx_num *);
/* The level as that number has it; NULL: none. */
const struct docx_level *docx_level(const struct docx_num *, const struct docx_list *, int level);

#endif
