/* What is drawn on a page and how its text is marked, which poppler does not tell. */
#ifndef PDF_DRAWING_H
#define PDF_DRAWING_H

#include "pdf.h"

/* Where a piece of text begins, on its base line, and what it is marked as (ISO 32000-1, 14.6). */
struct pdf_mark { double x, y; int mcid; bool artifact; };	/* mcid: -1 where it has none */

/* As it is seen, turned as the page's text is; in points. */
struct pdf_drawing {
	GArray *across, *down;	/* lines along an axis: PopplerRectangle, with y1 == y2 or x1 == x2 */
	GArray *marks;		/* struct pdf_mark, by rising y */
};

/* That of the page that the reading is at; false: it can't be known.  To be freed. */
bool pdf_read_drawing(struct pdf_reading *, const struct pdf_page *, struct pdf_drawing *);
void pdf_free_drawing(struct pdf_drawing *);
/* The mark that the text of the glyph stands in; NULL: none. */
const struct pdf_mark *pdf_mark_of(const struct pdf_drawing *, const struct pdf_glyph *);

#endif
