/* Font files that the pages carry with them, cut down to the characters that are on the pages. */
#ifndef JIYAO_OFD_FONT_H
#define JIYAO_OFD_FONT_H

#include <jiyao/plugin.h>

#include "sheet.h"

/* A font by that name; and the file, from 0, that holds it, or -1: it is only named. */
struct ofd_font { const char *name; int file; };
struct ofd_font_file {
	char path[32];			/* within the package */
	char *name;			/* of the font in it */
	unsigned char *bytes;
	size_t size;
};
struct ofd_fonts {
	struct ofd_font of[OFD_FACES];
	struct ofd_font_file files[OFD_FACES];
	int n;
};

/* What the standard sets a face in. */
const char *ofd_standard_font(enum ofd_face);
/* Takes the fonts that the options give by their own names, and others by the standard's.
 * 0, or -1 after jy_fail. */
int ofd_choose_fonts(struct jy_task *, const struct ofd_sheets *, struct ofd_fonts *);
void ofd_free_fonts(struct ofd_fonts *);

/* subset.c, or no-subset.c where HarfBuzz was not there: fills NAME, BYTES and SIZE of the file from
 * the font IN, with the characters that FACES (a bit each) have on the sheets.  0, or -1 after
 * jy_fail. */
int ofd_subset(struct jy_task *, struct jy_bytes in, const struct ofd_sheets *, unsigned faces,
    struct ofd_font_file *);

#endif
