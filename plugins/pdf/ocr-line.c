/* How large a line is, and where it runs: by the ink of its characters. */
#include <stdlib.h>
#include <string.h>

#include "ocr-line.h"

#define MOST_SIDE 1024		/* pixels: no character is larger, whatever its box */
#define ENOUGH 5		/* characters, to tell the size of a line by */

/* In ems of the line. */
#define DIGIT_HEIGHT 0.68
#define CLOSEST 1.2		/* the most of an em by the distance of Han characters */
#define LARGER 1.5		/* ... of a line that is set larger than most */

enum ocr_kind
ocr_kind(const struct ocr_symbol *s)
{
	gunichar c = g_utf8_get_char(s->text);

	if (g_unichar_isdigit(c))
		return OCR_DIGIT;
	if (g_unichar_isalpha(c))
		return c >= 0x2E80 ? OCR_HAN : OCR_LETTER;
	switch (g_unichar_type(c)) {
	case G_UNICODE_OPEN_PUNCTUATION:
	case G_UNICODE_INITIAL_PUNCTUATION:
		return OCR_OPENING;
	case G_UNICODE_CLOSE_PUNCTUATION:
	case G_UNICODE_FINAL_PUNCTUATION:
		return OCR_CLOSING;
	default:
		return strchr(",.;:!?", (int)(c & 127)) && c < 128                 ? OCR_CLOSING
		    : (c >= 0x3001 && c <= 0x3002) || (c >= 0xFF01 && c <= 0xFF1F) ? OCR_CLOSING
										   : OCR_MARK;
	}
}

static int
ocr_by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

double
ocr_median(double *values, size_t n)
{
	qsort(values, n, sizeof(*values), ocr_by_value);
	return values[n / 2];
}

static struct ocr_symbol
ocr_clipped(const struct ocr_picture *p, const struct ocr_symbol *s)
{
	struct ocr_symbol c = *s;

	c.x1 = CLAMP(s->x1, 0, p->width);
	c.x2 = CLAMP(MIN(s->x2, c.x1 + MOST_SIDE), c.x1, p->width);
	c.y1 = CLAMP(s->y1, 0, p->height);
	c.y2 = CLAMP(MIN(s->y2, c.y1 + MOST_SIDE), c.y1, p->height);
	return c;
}

/* Half-way between the line's darkest and its lightest. */
static int
ocr_threshold(const struct ocr_line *l)
{
	int darkest = 255, lightest = 0;

	for (size_t i = 0; i < l->count; i++) {
		struct ocr_symbol s = ocr_clipped(l->picture, l->symbols[i]);

		for (int y = s.y1; y < s.y2; y++)
			for (int x = s.x1; x < s.x2; x++) {
				int grey = ocr_grey(l->picture, x, y);

				darkest = MIN(darkest, grey);
				lightest = MAX(lightest, grey);
			}
	}
	return (darkest + lightest) / 2;
}

/* The symbol with its box around its ink: boxes may be as high as the line. */
static struct ocr_symbol
ocr_inked(const struct ocr_line *l, const struct ocr_symbol *symbol)
{
	struct ocr_symbol s = ocr_clipped(l->picture, symbol), ink = s;

	ink.x1 = s.x2, ink.y1 = s.y2;
	ink.x2 = s.x1, ink.y2 = s.y1;
	for (int y = s.y1; y < s.y2; y++)
		for (int x = s.x1; x < s.x2; x++)
			if (ocr_grey(l->picture, x, y) < l->threshold) {
				ink.x1 = MIN(ink.x1, x);
				ink.x2 = MAX(ink.x2, x + 1);
				ink.y1 = MIN(ink.y1, y);
				ink.y2 = y + 1;
			}
	return ink.y1 < ink.y2 ? ink : s;
}

/* The height; but of what is flat (一) the width. */
static double
ocr_side(const struct ocr_symbol *s)
{
	int height = s->y2 - s->y1, width = s->x2 - s->x1;

	return 2 * height < width ? width : height;
}

/* The median distance of neighbouring Han characters, from middle to middle; 0: there are none. */
static double
ocr_pitch(const struct ocr_line *l)
{
	double *steps = g_new(double, l->count), pitch = 0;
	size_t n = 0;

	for (size_t i = 1; i < l->count; i++) {
		const struct ocr_symbol *a = l->symbols[i - 1], *b = l->symbols[i];

		if (ocr_kind(a) == OCR_HAN && ocr_kind(b) == OCR_HAN)
			steps[n++] = ocr_centre(b) - ocr_centre(a);
	}
	if (n)
		pitch = ocr_median(steps, n);
	g_free(steps);
	return pitch;
}

/* Boxes of short lines may reach into the lines around them: such a line has the size of most, unless
 * its characters stand farther apart than that allows; and stands on its base line. */
void
ocr_adapt(struct ocr_line *l, double usual)
{
	double pitch = ocr_pitch(l);

	if (l->measured >= ENOUGH && (!l->han || l->em < CLOSEST * pitch))
		return;
	l->em = l->han && pitch > usual / CLOSEST * LARGER ? MIN(l->em, pitch) : usual;
	l->middle = l->symbols[0]->base + l->x0 * l->slope - OCR_HAN_SIDE / 2 * l->em;
}

/* The size of the line, and where its middle runs, by its Han characters if it has any. */
void
ocr_measure(struct ocr_line *l)
{
	static const enum ocr_kind kinds[] = {OCR_HAN, OCR_DIGIT, OCR_LETTER};
	double *sides = g_new(double, l->count), *middles = g_new(double, l->count);
	size_t n = 0;
	int k;

	l->threshold = ocr_threshold(l);
	for (k = 0; k < 4 && n == 0; k++)
		for (size_t i = 0; i < l->count; i++) {
			struct ocr_symbol s = ocr_inked(l, l->symbols[i]);

			if (k < 3 && ocr_kind(&s) != kinds[k])
				continue;
			sides[n] = ocr_side(&s);
			middles[n++] = (s.y1 + s.y2) / 2.0 - (ocr_centre(&s) - l->x0) * l->slope;
		}
	l->han = k == 1;
	l->em = MAX(ocr_median(sides, n) / (l->han ? OCR_HAN_SIDE : DIGIT_HEIGHT), 4);
	l->middle = ocr_median(middles, n);
	l->measured = n;
	g_free(sides);
	g_free(middles);
}
