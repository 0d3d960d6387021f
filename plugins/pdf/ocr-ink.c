/* Where the ink of a line is, column by column; and what was read where there is none. */
#include "ocr-line.h"

/* In ems of the line. */
#define BAND 0.47		/* above and below the middle */
#define MARK_SIDE 0.45		/* the most of a comma or a quote's */
#define EDGE 0.25		/* by which the middle of a box may be wrong */

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

void
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

	return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == '"' || c == '\''
	    || c == ',' || c == 0xFF0C;
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

void
ocr_drop_ghosts(struct ocr_line *l)
{
	const struct ocr_symbol *before = NULL;
	size_t n = 0;

	for (size_t i = 0; i < l->count; i++)
		if (!ocr_is_ghost(l, i, before))
			l->symbols[n++] = before = l->symbols[i];
	l->count = n;
}
