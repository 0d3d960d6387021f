/* In what bytes are encoded: shared by the readers of formats that are text. */
#ifndef ENCODING_H
#define ENCODING_H

#include <jiyao/plugin.h>

/* What IN reads like in one encoding. */
struct encoding_reading {
	char encoding[40];
	size_t unit;		/* bytes that all of it is made of: 2 in UTF-16 */
	char *text;		/* UTF-8, malloc'd */
	size_t len;
	size_t bad, first_bad;	/* bytes that fit nowhere, and where the first stands */
	size_t words;		/* of the genre that occur; a byte order mark outdoes them all */
	size_t characters, odd;	/* odd: replaced, private or control, so printed nowhere */
};

/* Makes R the reading of IN in ENCODING; false with errno, EINVAL where iconv knows no such.  The
 * caller frees its text.  A last character that is cut off is replaced if IN is the WHOLE text. */
bool encoding_decode(struct encoding_reading *, const char *encoding, struct jy_bytes in,
    bool whole);
/* The same of all of IN: 0 after a warning of what did not fit, or -1 after jy_fail. */
int encoding_read(struct jy_task *, const char *encoding, struct jy_bytes in,
    struct encoding_reading *);
/* Does it begin with a byte order mark? */
bool encoding_has_mark(const struct encoding_reading *);
/* What the start of IN would read like; without its text. */
struct encoding_reading encoding_weigh(const char *encoding, struct jy_bytes in);
/* How IN is to be read, without its text: `characters` is 0 where it does not look like text. */
struct encoding_reading encoding_choose(struct jy_bytes in);
/* The failure that this is; always -1. */
int encoding_refuse(struct jy_task *);

#endif
