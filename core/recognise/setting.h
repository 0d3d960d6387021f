/* How the rows of a source are set: what tells one paragraph from the next. */
#ifndef JIYAO_SETTING_H
#define JIYAO_SETTING_H

#include "match.h"

struct setting {
	int wrap;		/* columns at which plain text is wrapped; 0: a line is a paragraph */
	bool ends_are_lines;	/* what the source calls a paragraph's end is but a line's */
	bool blanks_part;	/* an empty line is rare enough to mean a paragraph's end */
	bool indents_part;	/* indented rows are the beginnings of paragraphs */
	bool clauses_stop;	/* numbered clauses end in a full stop: one that does not goes on */
	double left, right;	/* of the text on the page, in points */
	double pitch;		/* from line to line, in points */
};

/* Measures the rows, which learn the edges that they stand between. */
struct setting measure(struct sheet *);

/* Has the row a place on its page, and is not turned? */
bool has_box(const struct row *);
/* The size of its characters, in points. */
double em(const struct row *);
/* Does the row end as a paragraph may: in 。：！？； with closing marks after it? */
bool ends_well(const struct sheet *, const struct row *);

#endif
