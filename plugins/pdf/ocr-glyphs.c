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

#include "ocr.h"

#define MOST_SIDE 1024		/* pixels: no character is larger, whatever its box */

/* In ems of the line. */
#define HAN_SIDE 0.93		/* of a Han character's ink, the longer one, usually */
#define DIGIT_HEIGHT 0.68
#define CLOSEST 1.2		/* the most of an em by the distance of Han characters */
#define LARGER 1.5		/* ... of a line that is set larger than most */
#define BAND 0.47		/* above and below the middle */
#define BEARING 0.06		/* beside a character's ink */
#define DIGIT 0.26		/* half of its width */
#define MARK_SIDE 0.45		/* the most of a comma or a quote's */
#define EDGE 0.25		/* by which the middle of a box may be wrong */
#define LOOSE 0.75		/* the most white between a mark and what it belongs to */

/* The ink of a column of pixels, rows from TOP to BOTTOM - 1; none where they are the same. */
struct ocr_column { int top, bottom; };

#define ENOUGH 5		/* characters, to tell the size of a line by */

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

static enum ocr_kind
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
		return strchr(",.;:!?", (int)(c & 127)) && c < 128 ? OCR_CLOSING :
		    (c >= 0x3001 && c <= 0x3002) || (c >= 0xFF01 && c <= 0xFF1F) ? OCR_CLOSING :
		    OCR_MARK;
	}
}

static double
ocr_centre(const struct ocr_symbol *s)
{
	return (s->x1 + s->x2) / 2.0;
}

static int
ocr_by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
ocr_median(double *values, size_t n)
{
	qsort(values, n, sizeof(*values), ocr_by_value);
	return values[n / 2];
}

static int
ocr_grey(const struct ocr_picture *p, int x, int y)
{
	return p->grey[(size_t)y * (size_t)p->width + (size_t)x];
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
static void
ocr_adapt(struct ocr_line *l, double usual)
{
	double pitch = ocr_pitch(l);

	if (l->measured >= ENOUGH && (!l->han || l->em < CLOSEST * pitch))
		return;
	l->em = l->han && pitch > usual / CLOSEST * LARGER ? MIN(l->em, pitch) : usual;
	l->middle = l->symbols[0]->base + l->x0 * l->slope - HAN_SIDE / 2 * l->em;
}

/* The size of the line, and where its middle runs, by its Han characters if it has any. */
static void
ocr_measure(struct ocr_line *l)
{
	static const enum ocr_kind kinds[] = {OCR_HAN, OCR_DIGIT, OCR_LETTER};
	double *sides = g_new(double, l->count), *middles = g_new(double, l->count);
	size_t n = 0;
	int k;

	for (k = 0; k < 4 && n == 0; k++)
		for (size_t i = 0; i < l->count; i++) {
			struct ocr_symbol s = ocr_inked(l, l->symbols[i]);

			if (k < 3 && ocr_kind(&s) != kinds[k])
				continue;
			sides[n] = ocr_side(&s);
			middles[n++] = (s.y1 + s.y2) / 2.0 - (ocr_centre(&s) - l->x0) * l->slope;
		}
	l->han = k == 1;
	l->em = MAX(ocr_median(sides, n) / (l->han ? HAN_SIDE : DIGIT_HEIGHT), 4);
	l->middle = ocr_median(middles, n);
	l->measured = n;
	g_free(sides);
	g_free(middles);
}

static struct ocr_column
ocr_column(const struct ocr_line *l, int x)
{
	double middle = l->middle + (x - l->x0) * l->slope;
	int end = (int)CLAMP(middle + BAND * l->em + 1, 0, l->picture->height);
	struct ocr_column c = {0, 0};

	for (int y = (int)CLAMP(middle - BAND * l->em, 0, end); y < end; y++)
		if (ocr_grey(l->picture, x, y) < l->threshold) {
			c.top = c.bottom ? c.top : y;
			c.bottom = y + 1;
		}
	return c;
}

static void
ocr_find_ink(struct ocr_line *l)
{
	l->left = l->picture->width;
	for (size_t i = 0; i < l->count; i++) {
		l->left = MIN(l->left, l->symbols[i]->x1 - (int)l->em);
		l->right = MAX(l->right, l->symbols[i]->x2 + (int)l->em);
	}
	l->left = MAX(l->left, 0);
	l->right = CLAMP(l->right, l->left, l->picture->width);
	l->columns = g_new(struct ocr_column, (size_t)(l->right - l->left) + 1);
	for (int x = l->left; x < l->right; x++)
		l->columns[x - l->left] = ocr_column(l, x);
}

static bool
ocr_is_blank(const struct ocr_line *l, int x)
{
	return l->columns[x - l->left].bottom == 0;
}

/* How high the ink from column X on is, up to a white column, which *END is. */
static int
ocr_piece(const struct ocr_line *l, int x, int *end)
{
	int top = l->picture->height, bottom = 0;

	for (; x < l->right && !ocr_is_blank(l, x); x++) {
		top = MIN(top, l->columns[x - l->left].top);
		bottom = MAX(bottom, l->columns[x - l->left].bottom);
	}
	*end = x;
	return bottom - top;
}

/* Does a piece of ink as small as a comma stand by itself from FROM to TO? */
static bool
ocr_has_mark(const struct ocr_line *l, double from, double to)
{
	int x = MAX((int)from, l->left), last = MIN((int)to, l->right), end, height;

	while (x < last && !ocr_is_blank(l, x))
		x++;
	for (; x < last; x = end + 1) {
		end = x;
		if (ocr_is_blank(l, x))
			continue;
		height = ocr_piece(l, x, &end);
		if (end <= last && height < MARK_SIDE * l->em && end - x < MARK_SIDE * l->em)
			return true;
	}
	return false;
}

static bool
ocr_may_be_ghost(const struct ocr_symbol *s)
{
	gunichar c = g_utf8_get_char(s->text);

	return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == '"' ||
	    c == '\'' || c == ',' || c == 0xFF0C;
}

/* The network reads a wide gap as a quote now and then, or a comma.  Is there no ink for it between
 * the I-th symbol's neighbours? */
static bool
ocr_is_ghost(const struct ocr_line *l, size_t i, const struct ocr_symbol *before)
{
	const struct ocr_symbol *s = l->symbols[i], *after = NULL;

	if (!ocr_may_be_ghost(s))
		return false;
	for (size_t k = i + 1; k < l->count && !after; k++)
		if (!ocr_may_be_ghost(l->symbols[k]))
			after = l->symbols[k];
	return !ocr_has_mark(l, before ? ocr_centre(before) - EDGE * l->em : s->x1 - l->em,
	    after ? ocr_centre(after) + EDGE * l->em : s->x2 + l->em);
}

static void
ocr_drop_ghosts(struct ocr_line *l)
{
	const struct ocr_symbol *before = NULL;
	size_t n = 0;

	for (size_t i = 0; i < l->count; i++)
		if (!ocr_is_ghost(l, i, before))
			l->symbols[n++] = before = l->symbols[i];
	l->count = n;
}

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

	if ((first == OCR_DIGIT || first == OCR_LETTER) &&
	    (second == OCR_DIGIT || second == OCR_LETTER))
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
		struct ocr_line l = {.picture = picture, .symbols = &pointers[i], .x0 = s->x1,
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

		l->threshold = ocr_threshold(l);
		ocr_measure(l);
	}
	usual = ocr_usual(lines);
	for (guint i = 0; i < lines->len; i++)
		ocr_read_line(&g_array_index(lines, struct ocr_line, i), usual, glyphs);
	g_array_free(lines, TRUE);
	g_free(pointers);
	return glyphs;
}
