/* What pages repeat: their numbers, running heads, rules. */
#ifndef JIYAO_RUNNING_H
#define JIYAO_RUNNING_H

#include <stdint.h>

#include "../builder.h"

/* What a line is made of, white space aside. */
struct makeup { size_t glyphs, digits, dashes, undecoded; };
struct makeup makeup(struct jy_text);
bool is_rule(const struct makeup *);

/* The lines that hold anything, and what is known of them as a whole. */
struct pages {
	struct jy_line **lines;
	size_t count;
	struct edge *edges;		/* of the pages, by what stands there */
	size_t edge_count;
	double *scrawls;		/* how high OCR found short lines at the pages' edges; rising */
	size_t scrawl_count;
	int number;			/* of pages */
	bool *numbers;			/* which lines are bare page numbers among the text */
};

/* Takes the lines over; release when done. */
struct pages find_pages(struct jy_line **lines, size_t count);
void release_pages(struct pages *);
/* Is line I furniture? */
bool is_furniture(const struct pages *, size_t i);

#endif
