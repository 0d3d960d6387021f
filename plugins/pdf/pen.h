/* The pen that goes through a page's content. */
#ifndef PDF_PEN_H
#define PDF_PEN_H

#include "drawing.h"

enum { PDF_STATES = 64, PDF_SEQUENCES = 64 };

struct pdf_matrix { double a, b, c, d, e, f; };
struct pdf_sequence { int mcid; bool artifact; };	/* of marked content */

/* Starts as zero but for the three lists, which stay the caller's. */
struct pdf_pen {
	GArray *path;		/* of the path at hand, what lies along an axis: PopplerRectangle */
	GArray *lines;		/* … and what was painted */
	GArray *marks;		/* struct pdf_mark */
	struct pdf_matrix states[PDF_STATES];	/* the last is in force */
	struct pdf_sequence sequences[PDF_SEQUENCES];
	int depth, sequence;	/* the index of the last */
	int lost, deeper;	/* how many more there are than can be kept */
	double x, y, start_x, start_y;
	struct pdf_matrix text, line;	/* of the text at hand, and of where its line began */
	double leading;		/* downwards it is below 0 */
};

/* Goes through the content; all is left in the page's own space, upwards. */
void pdf_move_pen(struct pdf_pen *, const char *content, size_t len);

#endif
