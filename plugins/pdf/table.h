/* Ruled tables: the cells that the lines of a page make. */
#ifndef PDF_TABLE_H
#define PDF_TABLE_H

#include "drawing.h"

struct pdf_tables;

/* NULL where the lines make none.  Each table's number follows FIRST; to be freed. */
struct pdf_tables *pdf_make_tables(const struct pdf_drawing *, int first);
int pdf_table_count(const struct pdf_tables *);
void pdf_free_tables(struct pdf_tables *);
/* The cell that the middle of BOX stands in; its table is 0 where there is none. */
struct pdf_cell pdf_cell_of(const struct pdf_tables *, PopplerRectangle box);

#endif
