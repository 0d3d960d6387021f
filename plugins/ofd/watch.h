/* Looks at the bytes of XML before libxml2 does, for what it would be slow at. */
#ifndef JIYAO_OFD_WATCH_H
#define JIYAO_OFD_WATCH_H

#include <stdbool.h>
#include <stddef.h>

struct ofd_watch {
	char head[200];		/* the first bytes, without NULs */
	size_t len;
	int attributes;		/* since the last < */
	bool equals;		/* and nothing but white space since an = */
};

/* NULL, or what is wrong with the next N bytes. */
const char *ofd_watched(struct ofd_watch *, const char *bytes, size_t n);

#endif
