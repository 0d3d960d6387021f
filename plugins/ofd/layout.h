/* Minutes set in the form of GB/T 9704-2012, 10.3. */
#ifndef JIYAO_OFD_LAYOUT_H
#define JIYAO_OFD_LAYOUT_H

#include <jiyao/plugin.h>

#include "sheet.h"

/* 3号 on the grid, which all but the last lines are set in. */
#define OFD_BODY_STYLE .size = OFD_SIZE_3, .cell = OFD_CELL, .rows = 1

/* The value that an item is. */
#define OFD_ITEM "议题"

void ofd_layout(struct ofd_sheets *, const struct jy_minutes *);
/* What precedes the text: masthead and number; and what of the meeting the opening does not say. */
void ofd_head(struct ofd_sheets *, const struct jy_document *);
void ofd_setting(struct ofd_sheets *, const struct jy_minutes *);
/* What follows it: attendance and signatures; and at the last page's end the 版记. */
void ofd_tail(struct ofd_sheets *, const struct jy_minutes *);
void ofd_colophon(struct ofd_sheets *, const struct jy_document *);

/* Says a label with a colon; the style hangs there, where that leaves room. */
struct ofd_style ofd_say_label(struct ofd_sheets *, enum ofd_face, const char *label,
    struct jy_text scope);
/* A list of people, which is the value NAME. */
void ofd_people(struct ofd_sheets *, const char *name, const char *label, struct jy_text scope,
    const struct jy_person *);
/* 2021年9月29日; a date of another form as it is. */
void ofd_say_date(struct ofd_text *, struct jy_text date);

bool ofd_ends_with(struct jy_text, const char *end);

#endif
