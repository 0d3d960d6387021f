/* A package on its way to lines. */
#ifndef JIYAO_OFD_READING_H
#define JIYAO_OFD_READING_H

#include "archive.h"
#include "lines.h"

struct ofd_pages { int *at; size_t n, room; };
struct ofd_reading {
	struct ofd_archive archive;
	struct jy_builder *builder;
	struct jy_metadata metadata;
	struct ofd_lines lines;
	int pages;			/* so far */
	struct ofd_pages unread;	/* they show something, but no text … */
	struct ofd_pages recognised;	/* … but text that is not to be seen */
	bool any_text;
	long pictures, shapes, hidden;	/* characters that were not read */
	long files;			/* attachments */
	const struct ofd_entry *minutes;
};

/* Tells what of the package was not read, or may be wrong. */
void ofd_tell_losses(const struct ofd_reading *);

#endif
