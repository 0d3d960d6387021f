/* Tagged PDF (ISO 32000-1, 14.8): the cells of tables, by the structure of the document. */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "pdf.h"

struct pdf_tags;

/* Those of the page that the reading is at; NULL: it has none.  To be freed. */
struct pdf_tags *pdf_read_tags(struct pdf_reading *);
void pdf_free_tags(struct pdf_tags *);
/* The cell that marked content stands in; its table is 0 where it is in none. */
struct pdf_cell pdf_tagged_cell(struct pdf_tags *, int mcid);

#endif
