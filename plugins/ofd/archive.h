/*
 * A package that is read: a zip archive, or all of its parts in one XML document.  Parts are found
 * by their paths, however these are written; and all that is unpacked is counted.
 */
#ifndef JIYAO_OFD_ARCHIVE_H
#define JIYAO_OFD_ARCHIVE_H

#include <jiyao/plugin.h>
#include <libxml/hash.h>
#include <libxml/tree.h>

#include "../package/package.h"

struct ofd_entry {
	char *path;			/* without a leading slash */
	zip_uint64_t index;		/* in the zip archive */
	const xmlNode *node;		/* of a flat package, its element `part` */
	bool twice;			/* there is another of that path */
	const void *known;		/* the document whose resources it was read into */
};
struct ofd_archive {
	struct jy_task *task;		/* NULL while probing: then nothing is reported */
	struct package zip;		/* with the limits, even if it is no zip archive */
	xmlDoc *flat;
	struct ofd_entry *entries;
	size_t count, space;
	xmlHashTable *exact, *folded;	/* entries by path, and by path in lower case */
	const struct ofd_entry *root;	/* OFD.xml */
	struct ofd_entry *document;	/* the Document.xml that is being read */
	int faults;			/* parts that were told to be damaged or missing */
	bool sealed;			/* parts of it are encrypted */
	bool over;			/* a limit was reached, which was told */
};

/* 0, or -1 after jy_fail. */
int ofd_open_archive(struct ofd_archive *, struct jy_task *, struct jy_bytes);
void ofd_close_archive(struct ofd_archive *);

/* The part that PATH means where it stands in the part FROM; NULL: there is none. */
struct ofd_entry *ofd_locate(const struct ofd_archive *, const struct ofd_entry *from,
    const char *path);
/* The same; that there is none is told. */
struct ofd_entry *ofd_locate_or_tell(struct ofd_archive *, const struct ofd_entry *from,
    const char *path);
/* Takes N bytes of the room; false where the package unpacks to too much, which is told once. */
bool ofd_spend(struct ofd_archive *, long long n);
/* Tells once that a limit was reached: one of the package's, or one of the reader itself. */
void ofd_stop(struct ofd_archive *, const char *part, enum package_flaw limit);
void ofd_exceed(struct ofd_archive *, const char *words);
/* Tells that something of the part PATH is lost, and not without end. */
void ofd_tell_fault(struct ofd_archive *, const char *path, const char *what);
/* The same of what is no part: KIND is a JY_WORD, such as "drawing ". */
void ofd_tell_fault_of(struct ofd_archive *, const char *kind, const char *name, const char *what);

#endif
