/*
 * Elements of parts.  Each carries the literal prefix ofd:, because there are readers that look
 * for it.
 *
 * Identifiers are unique in the document.  The fonts come first; then each page takes one, its
 * layer one, and its objects one each: so every identifier follows from an index.
 */
#ifndef JIYAO_OFD_ELEMENT_H
#define JIYAO_OFD_ELEMENT_H

#include <libxml/xmlwriter.h>

#include "sheet.h"

/* A length in millimetres, from whole numbers: %f would follow the locale. */
#define OFD_MM "%d.%03d"
#define OFD_UM(um) (um) / 1000, (um) % 1000

#define OFD_NAMESPACE "http://www.ofdspec.org/2016"

size_t ofd_font_id(enum ofd_face);
size_t ofd_object_id(size_t page, size_t object);
size_t ofd_page_id(const struct ofd_sheets *, size_t page);

void ofd_start(xmlTextWriter *, const char *name);
void ofd_start_root(xmlTextWriter *, const char *name);
void ofd_attribute(xmlTextWriter *, const char *name, const char *value);
void ofd_id(xmlTextWriter *, const char *name, size_t id);
void ofd_length(xmlTextWriter *, const char *name, int um);
void ofd_boundary(xmlTextWriter *, const struct ofd_object *);
/* With that text; nothing where it is NULL or empty. */
void ofd_element(xmlTextWriter *, const char *name, const char *text);

#endif
