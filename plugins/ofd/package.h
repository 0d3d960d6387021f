/* A package of parts: a zip archive, or all of them in one XML document. */
#ifndef JIYAO_OFD_PACKAGE_H
#define JIYAO_OFD_PACKAGE_H

#include <jiyao/plugin.h>
#include <libxml/xmlwriter.h>

/* The namespace of the one XML document. */
#define OFD_FLAT "urn:jiyao:ofd-flat:1"

struct ofd_package;

struct ofd_package *ofd_package_new(bool flat);
/* Begins a part, after the end of the one before. */
xmlTextWriter *ofd_package_part(struct ofd_package *, const char *path);
/* Adds a part that is no XML but TEXT; or neither, which the one document has in Base64. */
void ofd_package_text(struct ofd_package *, const char *path, const char *text);
void ofd_package_bytes(struct ofd_package *, const char *path, const void *bytes, size_t size);
/* Writes the package and frees it.  0, or -1 after jy_fail. */
int ofd_package_end(struct ofd_package *, struct jy_task *, struct jy_out *);

#endif
