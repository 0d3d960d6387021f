/* A part of the package as elements and text, one after the other. */
#ifndef JIYAO_OFD_STREAM_H
#define JIYAO_OFD_STREAM_H

#include <libxml/parser.h>

#include "archive.h"

enum ofd_event { OFD_END, OFD_OPEN, OFD_CLOSE, OFD_TEXT };

struct ofd_stream {
	struct ofd_archive *archive;
	const struct ofd_entry *entry;
	/* Where bytes come from: a part of a zip archive, or memory. */
	struct package_part part;
	struct jy_bytes left;
	/* The tree, and the way through it. */
	xmlDoc *doc;			/* the part's own; NULL: it is in a flat package's */
	long long kept;			/* what it costs */
	const xmlNode *top, *node;
	int level;			/* how deep the node is below the top */
	bool passed;			/* there is nothing more to see of the node */
	/* What there is to see. */
	const char *name;		/* of the element, without prefix; "" in a foreign namespace */
	const char *text;		/* of an OFD_TEXT */
	int depth;			/* of the element; the root's is 0 */
	bool empty;			/* just opened and already at its end */
	const char *fault;		/* what is wrong with the part; NULL: nothing */
};

/* Opens it; what is wrong with it is told when it is closed. */
void ofd_open_part(struct ofd_stream *, struct ofd_archive *, const struct ofd_entry *);
/* Tells what is wrong with the part. */
void ofd_close_part(struct ofd_stream *);
enum ofd_event ofd_next(struct ofd_stream *);
/* Goes to the next element that opens within the one at DEPTH; false at that one's end. */
bool ofd_inside(struct ofd_stream *, int depth);
/* Goes to the end of the element just opened. */
void ofd_pass(struct ofd_stream *);
bool ofd_is(const struct ofd_stream *, const char *name);
/* The attribute of the element just opened, by its name without prefix; NULL: none. */
const char *ofd_get(const struct ofd_stream *, const char *name);
bool ofd_get_is(const struct ofd_stream *, const char *name, const char *value);
/* The text of the element just opened, to whose end it goes; the caller frees it. */
char *ofd_get_text(struct ofd_stream *);
/* Opens the part that PATH means in the part FROM; false where there is none, which is told. */
bool ofd_open_path(struct ofd_stream *, struct ofd_archive *, const struct ofd_entry *from,
    const char *path);
/* parse.c: makes the tree of the stream's bytes; what was read before a fault is kept. */
void ofd_parse(struct ofd_stream *);
/* parse.c: opens the part in the zip archive; false with the fault set. */
bool ofd_open_file(struct ofd_stream *);
bool ofd_is_text(const xmlNode *);
/* All the bytes of a part, with a NUL behind; NULL where it cannot be read, which is told. */
char *ofd_read_bytes(struct ofd_archive *, const struct ofd_entry *, size_t *size);

/* A whole XML document, kept in memory; NULL with FAULT set, or after a limit was told. */
xmlDoc *ofd_keep_document(struct ofd_archive *, struct jy_bytes, const char **fault);

#endif
