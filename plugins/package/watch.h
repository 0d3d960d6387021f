/* Looks at the bytes of XML before libxml2 does, for what it would be slow at. */
#ifndef JIYAO_PACKAGE_WATCH_H
#define JIYAO_PACKAGE_WATCH_H

#include <stdbool.h>
#include <stddef.h>

enum package_flaw {		/* why a part cannot be read, or read on */
	PACKAGE_SOUND, PACKAGE_SEALED, PACKAGE_CORRUPT, PACKAGE_MALFORMED, PACKAGE_TYPED,
	PACKAGE_CROWDED, PACKAGE_NAMED, PACKAGE_CODED, PACKAGE_ENDLESS, PACKAGE_TWICE,
	PACKAGE_LARGE, PACKAGE_SQUEEZED, PACKAGE_DEEP,	/* these are limits */
	PACKAGE_FLAWS
};

/* libxml2 looks for a name among all that were met, and for a namespace among all that are declared
 * around an element: of both, no document that people made has as many. */
enum { PACKAGE_NAMES = 65536, PACKAGE_SPACES = 1000 };

/* How ASCII is written: a byte a character, or two with the low or the high one first. */
enum package_width { PACKAGE_UNKNOWN, PACKAGE_NARROW, PACKAGE_LITTLE, PACKAGE_BIG };

struct package_watch {
	enum package_width width;
	char head[200];		/* the first characters */
	size_t len;
	bool split;		/* the bytes so far end amid a character … */
	char half;		/* … by this byte */
	int attributes;		/* since the last < */
	bool equals;		/* and nothing but white space since an = */
};

/* What is wrong with the next N bytes. */
enum package_flaw package_watched(struct package_watch *, const char *bytes, size_t n);

#endif
