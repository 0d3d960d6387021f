/* The ruled lines of a page: where a table's cells are, which poppler does not tell. */
#ifndef PDF_RULES_H
#define PDF_RULES_H

#include "pdf.h"

/* A line along an axis of the page, as it is seen: y1 == y2, or x1 == x2; in points. */
struct pdf_rules { GArray *across, *down; };	/* of PopplerRectangle */

/* Those of the page that the reading is at, turned as its text is; false: they can't be known.  To be
 * freed. */
bool pdf_find_rules(struct pdf_reading *, const struct pdf_page *, struct pdf_rules *);
void pdf_free_rules(struct pdf_rules *);

#endif
