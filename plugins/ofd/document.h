/* A document of the package: what OFD.xml and Document.xml say of it, and its pages. */
#ifndef JIYAO_OFD_DOCUMENT_H
#define JIYAO_OFD_DOCUMENT_H

#include "content.h"

/* A part that is pointed at, by the identifier of what it is for. */
struct ofd_pointer { char *id, *path; struct ofd_entry *entry; };
struct ofd_pointers { struct ofd_pointer *at; size_t n, room; };
struct ofd_box { double x, y, width, height; };		/* in millimetres; width 0: not known */

struct ofd_document {
	struct ofd_archive *archive;
	struct ofd_entry *entry;	/* its Document.xml */
	struct ofd_resources resources;
	struct ofd_pointers pages;		/* by path */
	struct ofd_pointers notes, files;	/* annotations and attachments, by entry */
	xmlHashTable *templates;	/* char: the path of each */
	struct ofd_box box;		/* of pages that have none of their own */
};
struct ofd_page {
	struct ofd_scene scene;
	struct ofd_box box;
};

/* Opens the document whose Document.xml ENTRY is; what is missing is told. */
void ofd_open_document(struct ofd_document *, struct ofd_archive *, struct ofd_entry *);
void ofd_free_document(struct ofd_document *);
/* Reads page I; the scene is cleared first. */
void ofd_read_page(struct ofd_document *, size_t i, struct ofd_page *);
/* Reads the annotations of a part; the scene is cleared first. */
void ofd_read_notes(struct ofd_document *, const struct ofd_entry *, struct ofd_scene *);

/* What OFD.xml says: the metadata, and the paths of its documents. */
void ofd_read_root(struct ofd_archive *, struct jy_builder *, struct jy_metadata *,
    struct ofd_pointers *documents);
void ofd_free_pointers(struct ofd_pointers *);

#endif
