/* What the pages hold, for programs: 公文标引 and the outline, which point at text objects. */
#ifndef JIYAO_OFD_TAGS_H
#define JIYAO_OFD_TAGS_H

#include <libxml/xmlwriter.h>

#include "sheet.h"

#define OFD_TAGS "Tags/CustomTag.xml"

/* The list of tag files, and the one that it names. */
void ofd_write_tag_list(xmlTextWriter *);
void ofd_write_tags(xmlTextWriter *, const struct ofd_sheets *);
/* The element of the document that leads to the items. */
void ofd_write_outlines(xmlTextWriter *, const struct ofd_sheets *, const struct jy_item *);

#endif
