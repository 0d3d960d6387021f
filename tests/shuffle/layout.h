/* How the pages of a document are set; see layout.c. */
#ifndef JIYAO_SHUFFLE_LAYOUT_H
#define JIYAO_SHUFFLE_LAYOUT_H

#include "shuffle.h"

/* How the pages of this document were set. */
struct setting {
	struct document *d;
	int width;		/* columns, two a Han character; 0: no wraps */
	int indent;		/* of first lines, in columns */
	int hanging;		/* of the lines after them */
	const char *indent_text;
	bool whole_numbers, hang, pull, trailing, doubled;
	int page;		/* lines a page; 0: no page numbers */
	int lines, pages;
	int column;		/* where the last line ended */
	FILE *out;
};

/* wrap.c: one character of UTF-8, and where lines end */
size_t glyph_size(const char *);
int glyph_width(const char *);
bool is_blank(const char *);
const char *skip_blanks(const char *);
const char *line_end(const struct setting *, const char *, int room);

#endif
