/* Minutes set in the form of GB/T 9704-2012, 10.3. */
#ifndef JIYAO_OFD_LAYOUT_H
#define JIYAO_OFD_LAYOUT_H

#include <jiyao/plugin.h>

#include "sheet.h"

/* 3号 on the grid, which all but the last lines are set in. */
#define OFD_BODY_STYLE .size = OFD_SIZE_3, .cell = OFD_CELL, .rows = 1

void ofd_layout(struct ofd_sheets *, const struct jy_minutes *);
/* What follows the text: attendance, signatures and, at the last page's end, the 版记. */
void ofd_tail(struct ofd_sheets *, const struct jy_minutes *);

bool ofd_ends_with(struct jy_text, const char *end);

#endif
