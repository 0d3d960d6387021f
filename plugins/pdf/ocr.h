/* The parts that read pages which are pictures: the recogniser of characters, and the pages. */
#ifndef PDF_OCR_H
#define PDF_OCR_H

#include "pdf.h"

/* What the recogniser made out: a character, its box in pixels, and how sure it is. */
struct ocr_symbol {
	const char *text;
	int x1, y1, x2, y2;
	double confidence;	/* 0..100 */
	bool starts_line, starts_word;
	double base, slope;	/* of its line: its height at the left edge, and how it falls */
};

/* A page as shades of grey, a byte a pixel, row after row. */
struct ocr_picture {
	unsigned char *grey;
	int width, height;
	double scale;		/* pixels a point */
};

/* tesseract.c, or no-tesseract.c in a build without it.  The engine reads LANGUAGES ("chi_sim+eng");
 * NULL where there is none, and in *WHY what is missing (to be freed). */
struct ocr_engine;
struct ocr_engine *ocr_engine_new(struct jy_task *, const char *languages, const char **why);
void ocr_engine_free(struct ocr_engine *);
const char *ocr_engine_name(const struct ocr_engine *);
/* Appends what the picture shows (struct ocr_symbol), texts in TEXTS; false: it gave up. */
bool ocr_engine_read(struct ocr_engine *, const struct ocr_picture *, GArray *symbols,
    GStringChunk *texts);

/* ocr-glyphs.c: the glyphs that the symbols are (struct pdf_glyph). */
GArray *ocr_glyphs(const struct ocr_picture *, const GArray *symbols);

/* ocr.c */
void pdf_ocr_begin(struct pdf_ocr *, struct jy_task *);
/* Is every page to be read by OCR?  Then it is made ready; 0, or -1 after jy_fail where it cannot be. */
int pdf_ocr_prepare(struct pdf_ocr *);
/* Adds the lines that the page shows which the reading is at; false: it was not read. */
bool pdf_ocr_page(struct pdf_reading *, struct jy_builder *, PopplerPage *);
/* Names the pages that were read so, to the user and in the source. */
void pdf_ocr_report(const struct pdf_ocr *, struct jy_builder *);
void pdf_ocr_end(struct pdf_ocr *);

#endif
