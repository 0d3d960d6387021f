/*
 * From symbols to glyphs.
 *
 * The recogniser's boxes are guesses: its network reads a line as a whole and says only about where
 * a character stands, half a character to the left or to the right.  The gaps between characters
 * tell the names of a list apart, so they are measured on the picture: the widest white stretch
 * between the middles of two neighbours.  From its ends each character gets the cell that it was
 * set in, as a font would give it: an em for a Han character, with a comma at the cell's left.
 */
#include <math.h>
#include <string.h>

#include "ocr-line.h"

/* In ems of the line. */
#define BEARING 0.06		/* beside a character's ink */
#define DIGIT 0.26		/* half of its width */
#define LOOSE 0.75		/* the most white between a mark and what it belongs to */

/* The widest white stretch between the middles of A and B; where they touch, between their boxes. */
static void
ocr_gap(const struct ocr_line *l, const struct ocr_symbol *a, const struct ocr_symbol *b,
    double *from, double *to)
{
	int start = (int)ocr_centre(a), end = (int)ocr_centre(b);

	*from = *to = (a->x2 + b->x1) / 2.0;
	for (int x = MAX(start, l->left), since = x; x < MIN(end, l->right); x++) {
		if (!ocr_is_blank(l, x))
			since = x + 1;
		else if (x + 1 - since > *to - *from) {
			*from = since;
			*to = x + 1;
		}
	}
}

/* Can no space stand between A and B, with WHITE between them?  Letters and digits are where the
 * recogniser tells their words apart, and marks stand with what they belong to. */
static bool
ocr_is_joined(const struct ocr_line *l, const struct ocr_symbol *a, const struct ocr_symbol *b,
    double white)
{
	enum ocr_kind first = ocr_kind(a), second = ocr_kind(b);

	if ((first == OCR_DIGIT || first == OCR_LETTER)
	    && (second == OCR_DIGIT || second == OCR_LETTER))
		return !b->starts_word;
	return (first == OCR_OPENING || second == OCR_CLOSING) && white < LOOSE * l->em;
}

/* The cell around a symbol whose ink is that. */
static void
ocr_widen(const struct ocr_line *l, enum ocr_kind kind, double *x1, double *x2)
{
	double centre = (*x1 + *x2) / 2, em = l->em;

	switch (kind) {
	case OCR_HAN:
	case OCR_MARK:
		*x1 = MIN(*x1, centre - em / 2);
		*x2 = MAX(*x2, centre + em / 2);
		break;
	case OCR_DIGIT:
		*x1 = MIN(*x1, centre - DIGIT * em);
		*x2 = MAX(*x2, centre + DIGIT * em);
		break;
	case OCR_OPENING:
		*x2 += BEARING * em;
		*x1 = MIN(*x1, *x2 - em);
		break;
	case OCR_CLOSING:
		*x1 -= BEARING * em;
		*x2 = MAX(*x2, *x1 + em);
		break;
	case OCR_LETTER:
		*x1 -= BEARING * em;
		*x2 += BEARING * em;
		break;
	}
}

static struct pdf_glyph
ocr_glyph(const struct ocr_line *l, const struct ocr_symbol *s, double x1, double x2)
{
	double scale = l->picture->scale;
	struct pdf_glyph g = {.text = s->text, .bytes = (int)strlen(s->text)};
	enum ocr_kind kind = ocr_kind(s);

	g.size = l->em / scale;
	g.box.x1 = x1 / scale;
	g.box.x2 = x2 / scale;
	g.box.y1 = (l->middle - l->em / 2) / scale;
	g.box.y2 = (l->middle + l->em / 2) / scale;
	g.han = kind == OCR_HAN;
	g.wide = kind == OCR_HAN || (l->han && kind != OCR_DIGIT && kind != OCR_LETTER);
	g.confidence = (unsigned char)CLAMP(s->confidence + 0.5, 1, 100);
	return g;
}

/* Each symbol's ink reaches from the white before it to the white after it; its cell, no farther
 * than its neighbours'. */
static void
ocr_add_line(const struct ocr_line *l, GArray *glyphs)
{
	double ink = l->count ? l->symbols[0]->x1 : 0, cell = -INFINITY;

	for (size_t i = 0; i < l->count; i++) {
		const struct ocr_symbol *s = l->symbols[i];
		const struct ocr_symbol *after = i + 1 < l->count ? l->symbols[i + 1] : NULL;
		double x1 = ink, x2 = s->x2, next = INFINITY;
		struct pdf_glyph g;

		if (after)
			ocr_gap(l, s, after, &x2, &next);
		x2 = MAX(x2, x1);
		ink = MAX(next, x2);
		ocr_widen(l, ocr_kind(s), &x1, &x2);
		x1 = MAX(x1, cell);
		x2 = MAX(MIN(x2, ink), x1);
		cell = x2;
		if (after && ocr_is_joined(l, s, after, ink - x2))
			cell = ink = x2;
		g = ocr_glyph(l, s, x1, x2);
		g.starts = i == 0;
		g_array_append_val(glyphs, g);
	}
}

static void
ocr_read_line(struct ocr_line *l, double usual, GArray *glyphs)
{
	ocr_adapt(l, usual);
	ocr_find_ink(l);
	ocr_drop_ghosts(l);
	ocr_add_line(l, glyphs);
	g_free(l->columns);
}

/* The lines (struct ocr_line), whose symbols are those pointers. */
static GArray *
ocr_lines(const struct ocr_picture *picture, const GArray *symbols,
    const struct ocr_symbol **pointers)
{
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct ocr_line));

	for (guint i = 0; i < symbols->len; i++) {
		const struct ocr_symbol *s = &g_array_index(symbols, struct ocr_symbol, i);
		struct ocr_line l = {.picture = picture,
		    .symbols = &pointers[i],
		    .x0 = s->x1,
		    .slope = s->slope};

		pointers[i] = s;
		if (i == 0 || s->starts_line)
			g_array_append_val(lines, l);
		g_array_index(lines, struct ocr_line, lines->len - 1).count++;
	}
	return lines;
}

/* The size of most characters. */
static double
ocr_usual(const GArray *lines)
{
	GArray *sizes = g_array_new(FALSE, FALSE, sizeof(double));
	double usual = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct ocr_line *l = &g_array_index(lines, struct ocr_line, i);

		for (size_t k = 0; k < l->measured; k++)
			g_array_append_val(sizes, l->em);
	}
	if (sizes->len)
		usual = ocr_median((double *)(void *)sizes->data, sizes->len);
	g_array_free(sizes, TRUE);
	return usual;
}

GArray *
ocr_glyphs(const struct ocr_picture *picture, const GArray *symbols)
{
	GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(struct pdf_glyph));
	const struct ocr_symbol **pointers = g_new(const struct ocr_symbol *, symbols->len + 1);
	GArray *lines = ocr_lines(picture, symbols, pointers);
	double usual;

	for (guint i = 0; i < lines->len; i++) {
		struct ocr_line *l = &g_array_index(lines, struct ocr_line, i);

		ocr_measure(l);
	}
	usual = ocr_usual(lines);
	for (guint i = 0; i < lines->len; i++)
		ocr_read_line(&g_array_index(lines, struct ocr_line, i), usual, glyphs);
	g_array_free(lines, TRUE);
	g_free(pointers);
	return glyphs;
}
