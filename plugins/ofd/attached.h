/* The minutes that are attached to pages which jiyao wrote. */
#ifndef JIYAO_OFD_ATTACHED_H
#define JIYAO_OFD_ATTACHED_H

#include "archive.h"
#include "lines.h"

/* What is to be seen of a package: its lines, and what else is drawn. */
struct ofd_sight { const struct ofd_lines *lines; long pictures, shapes, hidden; };

/* Restores the minutes in the attachment, if they are what the pages show; else false, and why is
 * told. */
bool ofd_restore(struct ofd_archive *, const struct ofd_entry *attachment, const struct ofd_sight *,
    struct jy_builder *);

#endif
