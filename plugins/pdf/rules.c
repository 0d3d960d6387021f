/*
 * From a page's drawing to its ruled lines.
 *
 * Programs draw a table's lines as strokes, or as filled boxes no thicker than a line, piece by
 * piece or whole.  Only lines along an axis count; curves, colours and clips do not matter.
 */
#include "rules.h"

#include <math.h>
#include <stdlib.h>

#include "content.h"

enum { PDF_STATES = 64, PDF_MOST_RULES = 4000 };
#define THICKEST 3.0	/* points: a box that is thicker is no line */
#define SHORTEST 4.0	/* points: a line that is shorter parts no cells */

struct pdf_matrix { double a, b, c, d, e, f; };

struct pdf_drawing {
	struct pdf_matrix states[PDF_STATES];	/* the last is in force */
	int depth, lost;	/* states kept; and how many more were saved than can be */
	PopplerRectangle view;	/* what of the page is seen, upwards */
	int turn;
	GArray *path, *rules;	/* lines of the path at hand, and those painted; as drawn, then as seen */
	double x, y, start_x, start_y;
};

static struct pdf_matrix *
pdf_state(struct pdf_drawing *d)
{
	return &d->states[d->depth];
}

static void
pdf_save(struct pdf_drawing *d)
{
	if (d->depth + 1 == PDF_STATES) {
		d->lost++;
		return;
	}
	d->states[d->depth + 1] = d->states[d->depth];
	d->depth++;
}

static void
pdf_restore(struct pdf_drawing *d)
{
	if (d->lost)
		d->lost--;
	else if (d->depth)
		d->depth--;
}

static void
pdf_concatenate(struct pdf_drawing *d, const double *m)
{
	struct pdf_matrix o = *pdf_state(d);

	*pdf_state(d) = (struct pdf_matrix){m[0] * o.a + m[1] * o.c, m[0] * o.b + m[1] * o.d,
	    m[2] * o.a + m[3] * o.c, m[2] * o.b + m[3] * o.d,
	    m[4] * o.a + m[5] * o.c + o.e, m[4] * o.b + m[5] * o.d + o.f};
}

/* Takes a piece of the path from (x1, y1) to (x2, y2), as far as it lies along an axis. */
static void
pdf_draw(struct pdf_drawing *d, double x1, double y1, double x2, double y2)
{
	const struct pdf_matrix *m = pdf_state(d);
	PopplerRectangle r = {m->a * x1 + m->c * y1 + m->e, m->b * x1 + m->d * y1 + m->f,
	    m->a * x2 + m->c * y2 + m->e, m->b * x2 + m->d * y2 + m->f};

	if ((fabs(r.x2 - r.x1) < 0.5) == (fabs(r.y2 - r.y1) < 0.5) || d->path->len > PDF_MOST_RULES
	    || !isfinite(r.x1 + r.x2 + r.y1 + r.y2))
		return;
	r = (PopplerRectangle){MIN(r.x1, r.x2), MIN(r.y1, r.y2), MAX(r.x1, r.x2), MAX(r.y1, r.y2)};
	g_array_append_val(d->path, r);
}

static void
pdf_move(struct pdf_drawing *d, double x, double y)
{
	d->x = d->start_x = x;
	d->y = d->start_y = y;
}

static void
pdf_line(struct pdf_drawing *d, double x, double y)
{
	pdf_draw(d, d->x, d->y, x, y);
	d->x = x;
	d->y = y;
}

static void
pdf_box(struct pdf_drawing *d, const double *n)
{
	double x = n[0], y = n[1], w = n[2], h = n[3];

	pdf_draw(d, x, y, x + w, y);
	pdf_draw(d, x + w, y, x + w, y + h);
	pdf_draw(d, x, y + h, x + w, y + h);
	pdf_draw(d, x, y, x, y + h);
	pdf_move(d, x, y);
}

/* A filled shape is a line where two of its sides are that near to each other. */
static void
pdf_keep_thin(const struct pdf_drawing *d, guint i, bool *keep)
{
	const PopplerRectangle *r = &g_array_index(d->path, PopplerRectangle, i);

	for (guint k = i >= 4 ? i - 4 : 0; k < i; k++) {
		const PopplerRectangle *o = &g_array_index(d->path, PopplerRectangle, k);

		if (fabs(r->x1 - o->x1) <= THICKEST && fabs(r->x2 - o->x2) <= THICKEST
		    && fabs(r->y1 - o->y1) <= THICKEST && fabs(r->y2 - o->y2) <= THICKEST)
			*keep = true;
	}
}

static void
pdf_paint(struct pdf_drawing *d, bool stroke, bool fill)
{
	for (guint i = 0; (stroke || fill) && i < d->path->len; i++) {
		bool keep = stroke;

		if (!keep)
			pdf_keep_thin(d, i, &keep);
		if (keep && d->rules->len < PDF_MOST_RULES)
			g_array_append_val(d->rules, g_array_index(d->path, PopplerRectangle, i));
	}
	g_array_set_size(d->path, 0);
}

static const struct { const char *name; bool stroke, fill, close; } pdf_painters[] = {
	{"S", true, false, false}, {"s", true, false, true}, {"f", false, true, false},
	{"F", false, true, false}, {"f*", false, true, false}, {"B", true, true, false},
	{"B*", true, true, false}, {"b", true, true, true}, {"b*", true, true, true},
	{"n", false, false, false},
};

static void
pdf_perform(struct pdf_drawing *d, const struct pdf_operation *o)
{
	const double *n = o->operands;

	if (pdf_is_operator(o, "q"))
		pdf_save(d);
	else if (pdf_is_operator(o, "Q"))
		pdf_restore(d);
	else if (pdf_is_operator(o, "cm") && o->count == 6)
		pdf_concatenate(d, n);
	else if (pdf_is_operator(o, "re") && o->count == 4)
		pdf_box(d, n);
	else if (pdf_is_operator(o, "m") && o->count == 2)
		pdf_move(d, n[0], n[1]);
	else if (pdf_is_operator(o, "l") && o->count == 2)
		pdf_line(d, n[0], n[1]);
	else if (pdf_is_operator(o, "h"))
		pdf_line(d, d->start_x, d->start_y);
	for (size_t i = 0; i < G_N_ELEMENTS(pdf_painters); i++) {
		if (!pdf_is_operator(o, pdf_painters[i].name))
			continue;
		if (pdf_painters[i].close)
			pdf_line(d, d->start_x, d->start_y);
		pdf_paint(d, pdf_painters[i].stroke, pdf_painters[i].fill);
	}
}

static PopplerRectangle
pdf_seen(const struct pdf_drawing *d, const PopplerRectangle *r)
{
	double width = d->view.x2 - d->view.x1, height = d->view.y2 - d->view.y1;
	PopplerRectangle down = {r->x1 - d->view.x1, d->view.y2 - r->y2, r->x2 - d->view.x1,
	    d->view.y2 - r->y1};

	return pdf_turned(down, (4 - d->turn) % 4, width, height);
}

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
	*box = (PopplerRectangle){MIN(n[0], n[2]), MIN(n[1], n[3]), MAX(n[0], n[2]), MAX(n[1], n[3])};
	return true;
}

/* What of the page is seen, and how it is turned (ISO 32000-1, 7.7.3.3). */
static bool
pdf_read_view(const struct pdf_objects *o, qpdf_oh page, struct pdf_drawing *d)
{
	qpdf_oh rotate = pdf_entry(o, page, "/Rotate");
	PopplerRectangle medium;

	if (!pdf_read_box(o, page, "/MediaBox", &medium))
		return false;
	if (!pdf_read_box(o, page, "/CropBox", &d->view))
		d->view = medium;
	d->view = (PopplerRectangle){MAX(d->view.x1, medium.x1), MAX(d->view.y1, medium.y1),
	    MIN(d->view.x2, medium.x2), MIN(d->view.y2, medium.y2)};
	if (o->is.qpdf_oh_is_number(o->file, rotate))
		d->turn = ((int)o->is.qpdf_oh_get_numeric_value(o->file, rotate) / 90 % 4 + 4) % 4;
	return true;
}

static void
pdf_sort_out(const struct pdf_drawing *d, const struct pdf_page *page, struct pdf_rules *rules)
{
	for (guint i = 0; i < d->rules->len; i++) {
		PopplerRectangle r = pdf_turned(pdf_seen(d, &g_array_index(d->rules,
		    PopplerRectangle, i)), page->turn, page->width, page->height);
		double width = r.x2 - r.x1, height = r.y2 - r.y1;

		if (MAX(width, height) < SHORTEST)
			continue;
		if (width > height)
			r.y1 = r.y2 = pdf_middle(r);
		else
			r.x1 = r.x2 = (r.x1 + r.x2) / 2;
		if (width > height)
			g_array_append_val(rules->across, r);
		else
			g_array_append_val(rules->down, r);
	}
}

static void
pdf_perform_all(struct pdf_drawing *d, const char *content, size_t len)
{
	struct pdf_operation o;

	for (const char *at = content; pdf_next_operation(&at, content + len, &o); )
		pdf_perform(d, &o);
}

bool
pdf_find_rules(struct pdf_reading *r, const struct pdf_page *seen, struct pdf_rules *rules)
{
	const struct pdf_objects *o = pdf_objects(r);
	struct pdf_drawing d = {.states = {{1, 0, 0, 1, 0, 0}}};
	unsigned char *content = NULL;
	size_t len = 0;
	qpdf_oh page;

	if (!pdf_page_object(o, r->page, &page) || !pdf_read_view(o, page, &d)
	    || o->is.qpdf_oh_get_page_content_data(o->file, page, &content, &len) & QPDF_ERRORS)
		return false;
	d.path = g_array_new(FALSE, FALSE, sizeof(PopplerRectangle));
	d.rules = g_array_new(FALSE, FALSE, sizeof(PopplerRectangle));
	*rules = (struct pdf_rules){g_array_new(FALSE, FALSE, sizeof(PopplerRectangle)),
	    g_array_new(FALSE, FALSE, sizeof(PopplerRectangle))};
	pdf_perform_all(&d, (const char *)content, len);
	pdf_sort_out(&d, seen, rules);
	g_array_free(d.path, TRUE);
	g_array_free(d.rules, TRUE);
	free(content);
	pdf_release(o);
	return true;
}

void
pdf_free_rules(struct pdf_rules *rules)
{
	g_array_free(rules->across, TRUE);
	g_array_free(rules->down, TRUE);
}
