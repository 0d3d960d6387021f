/*
 * Text that is set askew: watermarks.
 *
 * Poppler knows four directions only, and takes each character of a text that runs askew for a text
 * of its own, which may stand anywhere in its order.  So such characters are found by their places:
 * of one font, larger than the text or printed over it, each as far from the next as that is from
 * the one after it, neither beside it nor below it.
 */
#include <math.h>

#include "pdf.h"

enum { PDF_CHAIN = 3, PDF_MOST_LONERS = 400 };
#define NEAREST 0.6	/* ems from one character to the next */
#define FARTHEST 2.2
#define OBLIQUE 0.25	/* ems off the straight, at least */
#define STEADY 0.15	/* ems by which one step may differ from the next */

struct pdf_step { double x, y; };

static struct pdf_step
pdf_step_to(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	return (struct pdf_step){(b->box.x1 + b->box.x2 - a->box.x1 - a->box.x2) / 2,
	    pdf_middle(b->box) - pdf_middle(a->box)};
}

static bool
pdf_is_oblique(struct pdf_step s, double em)
{
	double length = hypot(s.x, s.y);

	return length > NEAREST * em && length < FARTHEST * em && fabs(s.x) > OBLIQUE * em
	    && fabs(s.y) > OBLIQUE * em;
}

static bool
pdf_is_alike(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	return fabs(a->size - b->size) < 0.05 * a->size && g_strcmp0(a->font, b->font) == 0;
}

/* The one of the loners that goes on from G with that step; NULL: none. */
static struct pdf_glyph *
pdf_next_askew(const GPtrArray *loners, const struct pdf_glyph *g, struct pdf_step step)
{
	for (guint i = 0; i < loners->len; i++) {
		struct pdf_glyph *next = g_ptr_array_index(loners, i);
		struct pdf_step s = pdf_step_to(g, next);

		if (next != g && pdf_is_alike(g, next)
		    && hypot(s.x - step.x, s.y - step.y) < STEADY * g->size)
			return next;
	}
	return NULL;
}

static bool
pdf_covers(const struct pdf_glyph *g, const struct pdf_glyph *o)
{
	return o != g && o->size < 0.95 * g->size && o->box.x1 < g->box.x2 && g->box.x1 < o->box.x2
	    && o->box.y1 < g->box.y2 && g->box.y1 < o->box.y2;
}

/* Is it printed over other text?  Many chains may ask of one character: the page is searched once. */
static bool
pdf_is_over(const struct pdf_page *page, struct pdf_glyph *g)
{
	for (size_t i = 0; i < page->count && !g->over; i++)
		if (pdf_covers(g, &page->glyphs[i]))
			g->over = 1;
	if (!g->over)
		g->over = -1;
	return g->over > 0;
}

/* The characters from A and B on in their direction, if they are enough. */
static void
pdf_mark_chain(struct pdf_page *page, const GPtrArray *loners, struct pdf_glyph *a,
    struct pdf_glyph *b)
{
	struct pdf_step step = pdf_step_to(a, b);
	struct pdf_glyph *g = b;
	int count = 2, over = pdf_is_over(page, a) + pdf_is_over(page, b);

	while (count < PDF_MOST_LONERS && (g = pdf_next_askew(loners, g, step))) {
		over += pdf_is_over(page, g);
		count++;
	}
	if (count < PDF_CHAIN || (!over && a->size < 1.5 * page->usual))
		return;
	for (g = a; g && count > 0; g = pdf_next_askew(loners, g, step), count--)
		g->askew = true;
}

/* What is like a watermark's characters belongs to it, though it stands apart at a line's end. */
static void
pdf_mark_rest(struct pdf_page *page, const GPtrArray *loners)
{
	const struct pdf_glyph *found = NULL;

	for (guint i = 0; i < loners->len && !found; i++) {
		const struct pdf_glyph *g = g_ptr_array_index(loners, i);

		found = g->askew ? g : NULL;
	}
	for (guint i = 0; found && i < loners->len; i++) {
		struct pdf_glyph *g = g_ptr_array_index(loners, i);

		g->askew = g->askew || (pdf_is_alike(found, g) && g->size >= 1.5 * page->usual);
	}
}

void
pdf_find_askew(struct pdf_page *page)
{
	GPtrArray *loners = g_ptr_array_new();

	for (size_t i = 0; i < page->count && loners->len <= PDF_MOST_LONERS; i++)
		if (page->glyphs[i].turn < 0)
			g_ptr_array_add(loners, &page->glyphs[i]);
	for (guint i = 0; i < loners->len && loners->len <= PDF_MOST_LONERS; i++)
		for (guint k = 0; k < loners->len; k++) {
			struct pdf_glyph *a = g_ptr_array_index(loners, i);
			struct pdf_glyph *b = g_ptr_array_index(loners, k);

			if (i != k && !(a->askew && b->askew) && pdf_is_alike(a, b)
			    && pdf_is_oblique(pdf_step_to(a, b), a->size))
				pdf_mark_chain(page, loners, a, b);
		}
	pdf_mark_rest(page, loners);
	g_ptr_array_free(loners, TRUE);
}
