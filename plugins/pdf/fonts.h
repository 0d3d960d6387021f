/* What the fonts of a document say of how they are decoded. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include <jiyao/plugin.h>
#include <glib.h>

struct pdf_fonts;

/* Names of fonts, without the tags of their subsets; a name may be in both sets. */
struct pdf_names {
	GHashTable *undecodable;	/* nothing tells which characters they print */
	GHashTable *decodable;
	GHashTable *seen;		/* forms by the number of their objects */
};

/* Never NULL; IN must last as long. */
struct pdf_fonts *pdf_open_fonts(struct jy_bytes in, const char *password);
void pdf_close_fonts(struct pdf_fonts *);
/* The fonts of PAGE, from 1; false: the library that knows is not here, or cannot read the file. */
bool pdf_find_names(const struct pdf_fonts *, int page, struct pdf_names *);
void pdf_free_names(struct pdf_names *);

#endif
