/* One line that OCR read, on its way from symbols to glyphs. */
#ifndef PDF_OCR_LINE_H
#define PDF_OCR_LINE_H

#include "ocr.h"

/* In ems: the longer side of a Han character's ink, usually. */
#define OCR_HAN_SIDE 0.93

/* The ink of a column of pixels, rows from TOP to BOTTOM - 1; none where they are the same. */
struct ocr_column { int top, bottom; };

struct ocr_line {
	const struct ocr_picture *picture;
	const struct ocr_symbol **symbols;
	size_t count;
	size_t measured;	/* by so many of them, */
	bool han;		/* which are Han characters */
	int threshold;		/* what is darker is ink */
	double em;		/* in pixels */
	double x0, middle, slope;	/* the middle's height at x0, and its rise */
	int left, right;	/* of the columns */
	struct ocr_column *columns;
};

enum ocr_kind { OCR_HAN, OCR_OPENING, OCR_CLOSING, OCR_DIGIT, OCR_LETTER, OCR_MARK };

static inline double
ocr_centre(const struct ocr_symbol *s)
{
	return (s->x1 + s->x2) / 2.0;
}

static inline int
ocr_grey(const struct ocr_picture *p, int x, int y)
{
	return p->grey[(size_t)y * (size_t)p->width + (size_t)x];
}

static inline bool
ocr_is_blank(const struct ocr_line *l, int x)
{
	return l->columns[x - l->left].bottom == 0;
}

/* ocr-line.c: how large a line is, and where it runs; with the size of most characters, where its own
 * can't be told. */
enum ocr_kind ocr_kind(const struct ocr_symbol *);
double ocr_median(double *values, size_t);
void ocr_measure(struct ocr_line *);
void ocr_adapt(struct ocr_line *, double usual);

/* ocr-ink.c: where its ink is; and without the marks that have none. */
void ocr_find_ink(struct ocr_line *);
void ocr_drop_ghosts(struct ocr_line *);

#endif
