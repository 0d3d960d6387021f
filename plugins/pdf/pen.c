/*
 * The pen that goes through a page's content: what it draws along an axis, and where text begins.
 *
 * Programs draw a table's lines as strokes, or as filled boxes no thicker than a line, piece by
 * piece or whole.  Curves, colours and clips do not matter.
 */
#include "pen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "content.h"

static const struct pdf_matrix PDF_IDENTITY = {1, 0, 0, 1, 0, 0};

enum { PDF_MOST = 4000 };	/* lines, and marks, of one page; the rest is passed over */
#define THICKEST 3.0	/* points: a box that is thicker is no line */

static struct pdf_matrix *
pdf_state(struct pdf_pen *p)
{
	return &p->states[p->depth];
}

static void
pdf_save(struct pdf_pen *p)
{
	if (p->depth + 1 == PDF_STATES) {
		p->lost++;
		return;
	}
	p->states[p->depth + 1] = p->states[p->depth];
	p->depth++;
}

static void
pdf_restore(struct pdf_pen *p)
{
	if (p->lost)
		p->lost--;
	else if (p->depth)
		p->depth--;
}

/* M, and after it O. */
static struct pdf_matrix
pdf_product(struct pdf_matrix m, struct pdf_matrix o)
{
	return (struct pdf_matrix){m.a * o.a + m.b * o.c, m.a * o.b + m.b * o.d,
	    m.c * o.a + m.d * o.c, m.c * o.b + m.d * o.d, m.e * o.a + m.f * o.c + o.e,
	    m.e * o.b + m.f * o.d + o.f};
}

/* Takes a piece of the path from (x1, y1) to (x2, y2), as far as it lies along an axis. */
static void
pdf_draw(struct pdf_pen *p, double x1, double y1, double x2, double y2)
{
	const struct pdf_matrix *m = pdf_state(p);
	PopplerRectangle r = {m->a * x1 + m->c * y1 + m->e, m->b * x1 + m->d * y1 + m->f,
	    m->a * x2 + m->c * y2 + m->e, m->b * x2 + m->d * y2 + m->f};

	if ((fabs(r.x2 - r.x1) < 0.5) == (fabs(r.y2 - r.y1) < 0.5) || p->path->len > PDF_MOST
	    || !isfinite(r.x1 + r.x2 + r.y1 + r.y2))
		return;
	r = (PopplerRectangle){MIN(r.x1, r.x2), MIN(r.y1, r.y2), MAX(r.x1, r.x2), MAX(r.y1, r.y2)};
	g_array_append_val(p->path, r);
}

static void
pdf_move(struct pdf_pen *p, double x, double y)
{
	p->x = p->start_x = x;
	p->y = p->start_y = y;
}

static void
pdf_line(struct pdf_pen *p, double x, double y)
{
	pdf_draw(p, p->x, p->y, x, y);
	p->x = x;
	p->y = y;
}

static void
pdf_rectangle(struct pdf_pen *p, const double *n)
{
	double x = n[0], y = n[1], w = n[2], h = n[3];

	pdf_draw(p, x, y, x + w, y);
	pdf_draw(p, x + w, y, x + w, y + h);
	pdf_draw(p, x, y + h, x + w, y + h);
	pdf_draw(p, x, y, x, y + h);
	pdf_move(p, x, y);
}

/* A filled shape is a line where two of its sides are that near to each other. */
static void
pdf_keep_thin(const struct pdf_pen *p, guint i, bool *keep)
{
	const PopplerRectangle *r = &g_array_index(p->path, PopplerRectangle, i);

	for (guint k = i >= 4 ? i - 4 : 0; k < i; k++) {
		const PopplerRectangle *o = &g_array_index(p->path, PopplerRectangle, k);

		if (fabs(r->x1 - o->x1) <= THICKEST && fabs(r->x2 - o->x2) <= THICKEST
		    && fabs(r->y1 - o->y1) <= THICKEST && fabs(r->y2 - o->y2) <= THICKEST)
			*keep = true;
	}
}

static void
pdf_paint(struct pdf_pen *p, bool stroke, bool fill)
{
	for (guint i = 0; (stroke || fill) && i < p->path->len; i++) {
		bool keep = stroke;

		if (!keep)
			pdf_keep_thin(p, i, &keep);
		if (keep && p->lines->len < PDF_MOST)
			g_array_append_val(p->lines, g_array_index(p->path, PopplerRectangle, i));
	}
	g_array_set_size(p->path, 0);
}

/* The next line of text begins at (x, y) from the start of this one. */
static void
pdf_next_line(struct pdf_pen *p, double x, double y)
{
	p->text = p->line = pdf_product((struct pdf_matrix){1, 0, 0, 1, x, y}, p->line);
}

/* A piece of text is shown.  Where it ends is not known: what follows it without a place of its own
 * begins, for all that can be told here, where it did. */
static void
pdf_show(struct pdf_pen *p)
{
	struct pdf_matrix at = pdf_product(p->text, *pdf_state(p));
	const struct pdf_sequence *s = &p->sequences[p->sequence];
	struct pdf_mark mark = {at.e, at.f, s->mcid, s->artifact};

	if (p->marks->len < PDF_MOST && isfinite(at.e + at.f))
		g_array_append_val(p->marks, mark);
}

/* Marked content within marked content goes on with what is around it, unless it says more. */
static void
pdf_begin_sequence(struct pdf_pen *p, const struct pdf_operation *o)
{
	size_t len = (size_t)(o->name - o->from);
	const char *mcid = memmem(o->from, len, "/MCID", 5);
	struct pdf_sequence s = p->sequences[p->sequence];

	if (p->sequence + 1 == PDF_SEQUENCES) {
		p->deeper++;
		return;
	}
	if (memmem(o->from, len, "/Artifact", 9))
		s = (struct pdf_sequence){-1, true};
	else if (mcid)
		s = (struct pdf_sequence){(int)strtol(mcid + 5, NULL, 10), false};
	p->sequences[++p->sequence] = s;
}

static void
pdf_end_sequence(struct pdf_pen *p)
{
	if (p->deeper)
		p->deeper--;
	else if (p->sequence)
		p->sequence--;
}

static const struct { const char *name; bool stroke, fill, close; } pdf_painters[] = {
	{"S", true, false, false}, {"s", true, false, true}, {"f", false, true, false},
	{"F", false, true, false}, {"f*", false, true, false}, {"B", true, true, false},
	{"B*", true, true, false}, {"b", true, true, true}, {"b*", true, true, true},
	{"n", false, false, false},
};

static bool
pdf_perform_path(struct pdf_pen *p, const struct pdf_operation *o)
{
	const double *n = o->operands;

	if (pdf_is_operator(o, "re") && o->count == 4)
		pdf_rectangle(p, n);
	else if (pdf_is_operator(o, "m") && o->count == 2)
		pdf_move(p, n[0], n[1]);
	else if (pdf_is_operator(o, "l") && o->count == 2)
		pdf_line(p, n[0], n[1]);
	else if (pdf_is_operator(o, "h"))
		pdf_line(p, p->start_x, p->start_y);
	else
		return false;
	return true;
}

static bool
pdf_perform_painter(struct pdf_pen *p, const struct pdf_operation *o)
{
	for (size_t i = 0; i < G_N_ELEMENTS(pdf_painters); i++) {
		if (!pdf_is_operator(o, pdf_painters[i].name))
			continue;
		if (pdf_painters[i].close)
			pdf_line(p, p->start_x, p->start_y);
		pdf_paint(p, pdf_painters[i].stroke, pdf_painters[i].fill);
		return true;
	}
	return false;
}

static void
pdf_perform_text(struct pdf_pen *p, const struct pdf_operation *o)
{
	const double *n = o->operands;

	if (pdf_is_operator(o, "BT"))
		p->text = p->line = PDF_IDENTITY;
	else if (pdf_is_operator(o, "Tm") && o->count == 6)
		p->text = p->line = (struct pdf_matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
	else if (pdf_is_operator(o, "Td") && o->count == 2)
		pdf_next_line(p, n[0], n[1]);
	else if (pdf_is_operator(o, "TD") && o->count == 2)
		pdf_next_line(p, n[0], p->leading = n[1]);
	else if (pdf_is_operator(o, "TL") && o->count == 1)
		p->leading = -n[0];
	else if (pdf_is_operator(o, "T*"))
		pdf_next_line(p, 0, p->leading);
	else if (pdf_is_operator(o, "'") || pdf_is_operator(o, "\"")) {
		pdf_next_line(p, 0, p->leading);
		pdf_show(p);
	} else if (pdf_is_operator(o, "Tj") || pdf_is_operator(o, "TJ"))
		pdf_show(p);
	else if (pdf_is_operator(o, "BDC") || pdf_is_operator(o, "BMC"))
		pdf_begin_sequence(p, o);
	else if (pdf_is_operator(o, "EMC"))
		pdf_end_sequence(p);
}

static void
pdf_perform(struct pdf_pen *p, const struct pdf_operation *o)
{
	const double *n = o->operands;

	if (pdf_is_operator(o, "q"))
		pdf_save(p);
	else if (pdf_is_operator(o, "Q"))
		pdf_restore(p);
	else if (pdf_is_operator(o, "cm") && o->count == 6)
		*pdf_state(p) = pdf_product((struct pdf_matrix){n[0], n[1], n[2], n[3], n[4], n[5]},
		    *pdf_state(p));
	else if (!pdf_perform_path(p, o) && !pdf_perform_painter(p, o))
		pdf_perform_text(p, o);
}

void
pdf_move_pen(struct pdf_pen *p, const char *content, size_t len)
{
	struct pdf_operation o;

	p->states[0] = p->text = p->line = PDF_IDENTITY;
	p->sequences[0].mcid = -1;
	for (const char *at = content; len && pdf_next_operation(&at, content + len, &o);)
		pdf_perform(p, &o);
}
