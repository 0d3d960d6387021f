/* The parts of an OFD package (GB/T 33190-2016), each written by one function. */
#ifndef JIYAO_OFD_PARTS_H
#define JIYAO_OFD_PARTS_H

#include <jiyao/plugin.h>
#include <libxml/xmlwriter.h>

#include "font.h"
#include "sheet.h"

/* The attachment that holds the minutes themselves. */
#define OFD_MINUTES "minutes.json"
#define OFD_MINUTES_PART "Doc_0/Attachs/" OFD_MINUTES

/* With an outline of ITEMS. */
void ofd_write_document(xmlTextWriter *, const struct ofd_sheets *, const struct jy_item *items);
void ofd_write_attachments(xmlTextWriter *, bool archive);
void ofd_write_resources(xmlTextWriter *, const struct ofd_fonts *);
/* The page of index N. */
void ofd_write_page(xmlTextWriter *, const struct ofd_sheets *, size_t n);

#endif
