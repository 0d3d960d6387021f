/* What a package says of the minutes in it: the part OFD.xml. */
#ifndef JIYAO_OFD_INFO_H
#define JIYAO_OFD_INFO_H

#include <jiyao/plugin.h>
#include <libxml/xmlwriter.h>

/* PAGES of them; ARCHIVE: as GB/T 42133 wants it. */
void ofd_write_root(xmlTextWriter *, const struct jy_minutes *, size_t pages, bool archive);

#endif
