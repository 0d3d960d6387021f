/* What the fonts of a page say of how they are decoded. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "objects.h"

#define PDF_NAMELESS "Default"	/* what poppler calls all fonts without a name */

/* Names of fonts, without the tags of their subsets; a name may be in both sets. */
struct pdf_names {
	GHashTable *undecodable;	/* nothing tells which characters they print */
	GHashTable *unsure;		/* only what they print may tell: to an int that counts it */
	GHashTable *decodable;
	GHashTable *seen;		/* forms by the number of their objects */
};

/* The fonts of page NUMBER, from 1; false: they can't be known. */
bool pdf_find_names(const struct pdf_objects *, int number, struct pdf_names *);
void pdf_free_names(struct pdf_names *);

#endif
