/* From a page's content to what is seen: ruled lines, and the marks of its text. */
#include "drawing.h"

#include <math.h>
#include <stdlib.h>

#include "pen.h"

#define SHORTEST 4.0	/* points: a line that is shorter parts no cells */

/* What of the page is seen, upwards, and how it is turned. */
struct pdf_view { PopplerRectangle box; int turn; };

static bool
pdf_read_box(const struct pdf_objects *o, qpdf_oh page, const char *key, PopplerRectangle *box)
{
	double n[4];
	qpdf_oh array = pdf_entry(o, page, key);

	if (o->is.qpdf_oh_get_array_n_items(o->file, array) != 4)
		return false;
	for (int i = 0; i < 4; i++) {
		qpdf_oh item = o->is.qpdf_oh_get_array_item(o->file, array, i);

		if (!o->is.qpdf_oh_is_number(o->file, item))
			return false;
		n[i] = o->is.qpdf_oh_get_numeric_value(o->file, item);
	}
	*box = (PopplerRectangle){MIN(n[0], n[2]), MIN(n[1], n[3]), MAX(n[0], n[2]),
	    MAX(n[1], n[3])};
	return true;
}

/* What of the page is seen, and how it is turned (ISO 32000-1, 7.7.3.3). */
static bool
pdf_read_view(const struct pdf_objects *o, qpdf_oh page, struct pdf_view *v)
{
	qpdf_oh rotate = pdf_entry(o, page, "/Rotate");
	PopplerRectangle medium;

	if (!pdf_read_box(o, page, "/MediaBox", &medium))
		return false;
	if (!pdf_read_box(o, page, "/CropBox", &v->box))
		v->box = medium;
	v->box = (PopplerRectangle){MAX(v->box.x1, medium.x1), MAX(v->box.y1, medium.y1),
	    MIN(v->box.x2, medium.x2), MIN(v->box.y2, medium.y2)};
	if (o->is.qpdf_oh_is_number(o->file, rotate))
		v->turn = ((int)o->is.qpdf_oh_get_numeric_value(o->file, rotate) / 90 % 4 + 4) % 4;
	return true;
}

static PopplerRectangle
pdf_seen(const struct pdf_view *v, const struct pdf_page *page, PopplerRectangle r)
{
	double width = v->box.x2 - v->box.x1, height = v->box.y2 - v->box.y1;
	PopplerRectangle down = {r.x1 - v->box.x1, v->box.y2 - r.y2, r.x2 - v->box.x1,
	    v->box.y2 - r.y1};

	return pdf_turned(pdf_turned(down, (4 - v->turn) % 4, width, height), page->turn,
	    page->width, page->height);
}

static void
pdf_take_lines(const struct pdf_pen *p, const struct pdf_view *v, const struct pdf_page *page,
    struct pdf_drawing *d)
{
	for (guint i = 0; i < p->lines->len; i++) {
		PopplerRectangle r = pdf_seen(v, page,
		    g_array_index(p->lines, PopplerRectangle, i));
		bool across = r.x2 - r.x1 > r.y2 - r.y1;

		if (MAX(r.x2 - r.x1, r.y2 - r.y1) < SHORTEST)
			continue;
		if (across)
			r.y1 = r.y2 = pdf_middle(r);
		else
			r.x1 = r.x2 = (r.x1 + r.x2) / 2;
		g_array_append_val(across ? d->across : d->down, r);
	}
}

static int
pdf_by_height(const void *a, const void *b)
{
	const struct pdf_mark *p = a, *q = b;

	return (p->y > q->y) - (p->y < q->y);
}

static void
pdf_take_marks(const struct pdf_pen *p, const struct pdf_view *v, const struct pdf_page *page,
    struct pdf_drawing *d)
{
	for (guint i = 0; i < p->marks->len; i++) {
		struct pdf_mark mark = g_array_index(p->marks, struct pdf_mark, i);
		PopplerRectangle at = pdf_seen(v, page,
		    (PopplerRectangle){mark.x, mark.y, mark.x, mark.y});

		mark.x = at.x1;
		mark.y = at.y1;
		g_array_append_val(d->marks, mark);
	}
	g_array_sort(d->marks, pdf_by_height);
}

bool
pdf_read_drawing(struct pdf_reading *r, const struct pdf_page *seen, struct pdf_drawing *d)
{
	const struct pdf_objects *o = pdf_objects(r);
	struct pdf_pen pen = {0};
	struct pdf_view view = {0};
	unsigned char *content = NULL;
	size_t len = 0;
	qpdf_oh page;

	if (!pdf_page_object(o, r->page, &page) || !pdf_read_view(o, page, &view)
	    || o->is.qpdf_oh_get_page_content_data(o->file, page, &content, &len) & QPDF_ERRORS)
		return false;
	pen.path = g_array_new(FALSE, FALSE, sizeof(PopplerRectangle));
	pen.lines = g_array_new(FALSE, FALSE, sizeof(PopplerRectangle));
	pen.marks = g_array_new(FALSE, FALSE, sizeof(struct pdf_mark));
	*d = (struct pdf_drawing){g_array_new(FALSE, FALSE, sizeof(PopplerRectangle)),
	    g_array_new(FALSE, FALSE, sizeof(PopplerRectangle)),
	    g_array_new(FALSE, FALSE, sizeof(struct pdf_mark))};
	pdf_move_pen(&pen, (const char *)content, len);
	pdf_take_lines(&pen, &view, seen, d);
	pdf_take_marks(&pen, &view, seen, d);
	g_array_free(pen.path, TRUE);
	g_array_free(pen.lines, TRUE);
	g_array_free(pen.marks, TRUE);
	free(content);
	pdf_release(o);
	return true;
}

void
pdf_free_drawing(struct pdf_drawing *d)
{
	g_array_free(d->across, TRUE);
	g_array_free(d->down, TRUE);
	g_array_free(d->marks, TRUE);
}

/* The first mark that is not above Y. */
static guint
pdf_first_mark(const GArray *marks, double y)
{
	guint low = 0, high = marks->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(marks, struct pdf_mark, middle).y < y)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct pdf_mark *
pdf_mark_of(const struct pdf_drawing *d, const struct pdf_glyph *g)
{
	const struct pdf_mark *best = NULL;

	for (guint i = pdf_first_mark(d->marks, g->box.y1); i < d->marks->len; i++) {
		const struct pdf_mark *mark = &g_array_index(d->marks, struct pdf_mark, i);

		if (mark->y > g->box.y2)
			break;
		if (mark->x < g->box.x1 + 0.3 * g->size && (!best || mark->x >= best->x))
			best = mark;
	}
	return best;
}
