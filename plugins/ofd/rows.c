/*
 * The order of reading: runs on one base line are a row, and rows are read from top to bottom,
 * whatever the order of the objects is.  What runs in another direction than most of the page
 * follows after it, and then what has no place.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "text.h"

#define OFD_TURNS 360		/* directions are told apart by whole degrees */
#define OFD_NEAR 0.7		/* millimetres by which edges may differ that are one edge */

/* The runs of one direction; and of all runs their directions, -1 for what is not placed. */
struct ofd_view { struct ofd_piece *pieces; size_t n; double *edges; short *turns; };

static int
ofd_order(double a, double b)
{
	return (a > b) - (a < b);
}

static int
ofd_by_middle(const void *a, const void *b)
{
	const struct ofd_piece *p = a, *q = b;
	int order = ofd_order(p->middle, q->middle);

	return order ? order : ofd_order(p->u0, q->u0);
}

static int
ofd_by_left(const void *a, const void *b)
{
	const struct ofd_piece *p = a, *q = b;
	int order = p->apart - q->apart;

	if (!order)
		order = ofd_order(p->u0, q->u0);
	return order ? order : ofd_order((double)p->run->cell, (double)q->run->cell);
}

static int
ofd_by_value(const void *a, const void *b)
{
	return ofd_order(*(const double *)a, *(const double *)b);
}

static int
ofd_turn(const struct ofd_run *r)
{
	long degrees = lround(atan2(r->dy, r->dx) * 180 / 3.14159265358979);

	return (int)((degrees + OFD_TURNS) % OFD_TURNS);
}

static bool
ofd_is_seen(const struct ofd_run *r)
{
	return r->placed && !r->hidden && r->cells;
}

static bool
ofd_is_blank(const struct ofd_scene *s, const struct ofd_run *r)
{
	for (size_t i = 0; i < r->cells; i++)
		if (!ofd_is_space(s->cells[r->cell + i].c))
			return false;
	return true;
}

static struct ofd_piece
ofd_piece(const struct ofd_scene *s, const struct ofd_run *r)
{
	const struct ofd_cell *first = &s->cells[r->cell], *last = first + r->cells - 1;
	double u1 = last->x * r->dx + last->y * r->dy + last->width;
	struct ofd_piece p = {.run = r, .u0 = first->x * r->dx + first->y * r->dy};

	p.u1 = fmax(u1, p.u0);
	p.middle = first->y * r->dx - first->x * r->dy - 0.38 * r->size;
	return p;
}

/* The smallest value that two share; OTHERWISE where none is shared. */
static double
ofd_shared(double *values, size_t n, double otherwise)
{
	qsort(values, n, sizeof(*values), ofd_by_value);
	for (size_t i = 0; i + 1 < n; i++)
		if (values[i + 1] - values[i] < OFD_NEAR)
			return values[i];
	return otherwise;
}

/* The first of the rows that begins with piece I ends before the piece that is returned. */
static size_t
ofd_row_end(const struct ofd_view *v, size_t i)
{
	const struct ofd_piece *p = &v->pieces[i];
	size_t end = i + 1;

	while (end < v->n
	    && v->pieces[end].middle - p->middle
		< 0.35 * fmax(p->run->size, v->pieces[end].run->size))
		end++;
	return end;
}

/* The edges of the text are where two rows begin or end: one alone may stick out. */
static struct ofd_edges
ofd_find_edges(struct ofd_view *v)
{
	struct ofd_edges edges;
	double left = INFINITY, right = -INFINITY;
	size_t n = 0;

	for (int side = 0; side < 2; side++) {
		n = 0;
		for (size_t i = 0, end; i < v->n; i = end) {
			double u = INFINITY;

			end = ofd_row_end(v, i);
			for (size_t k = i; k < end; k++)
				u = fmin(u, side ? -v->pieces[k].u1 : v->pieces[k].u0);
			v->edges[n++] = u;
			left = side ? left : fmin(left, u);
			right = side ? fmax(right, -u) : right;
		}
		if (side)
			edges.right = -ofd_shared(v->edges, n, -right);
		else
			edges.left = ofd_shared(v->edges, n, left);
	}
	return edges;
}

/* A page with little text does not show its edges: those of the pages before it hold as well. */
static struct ofd_edges
ofd_keep_edges(struct ofd_lines *lines, struct ofd_edges edges, double width)
{
	if (lines->width != width) {
		lines->width = width;
		lines->edges = edges;
	}
	lines->edges.left = fmin(lines->edges.left, edges.left);
	lines->edges.right = fmax(lines->edges.right, edges.right);
	return lines->edges;
}

/* Runs on one line are a row; but each that is printed over others (a stamp) is one of its own. */
static void
ofd_add_rows(struct ofd_lines *lines, const struct ofd_scene *s, struct ofd_piece *p, size_t n,
    const struct ofd_edges *edges, const struct ofd_area *area)
{
	size_t beside = 0;
	double end = -INFINITY;

	qsort(p, n, sizeof(*p), ofd_by_left);
	for (size_t i = 0; i < n; i++) {
		p[i].apart = p[i].u0 < end - p[i].run->size / 2;
		if (!p[i].apart) {
			end = p[i].u1;
			beside++;
		}
	}
	if (beside < n)
		qsort(p, n, sizeof(*p), ofd_by_left);
	ofd_add_row(lines, s, p, beside, edges, area);
	for (size_t i = beside; i < n; i++)
		ofd_add_row(lines, s, &p[i], 1, edges, area);
}

static void
ofd_arrange_turn(struct ofd_lines *lines, const struct ofd_scene *s, const struct ofd_area *area,
    struct ofd_view *v, int turn, bool keep)
{
	struct ofd_edges edges;

	v->n = 0;
	for (size_t i = 0; i < s->run_count; i++)
		if (v->turns[i] == turn && !ofd_is_blank(s, &s->runs[i]))
			v->pieces[v->n++] = ofd_piece(s, &s->runs[i]);
	if (!v->n)
		return;
	qsort(v->pieces, v->n, sizeof(*v->pieces), ofd_by_middle);
	edges = ofd_find_edges(v);
	if (keep)
		edges = ofd_keep_edges(lines, edges, turn % 180 ? area->height : area->width);
	for (size_t i = 0, end; i < v->n; i = end) {
		end = ofd_row_end(v, i);
		ofd_add_rows(lines, s, &v->pieces[i], end - i, &edges, area);
	}
}

/* What has no place is delivered as it stands. */
static void
ofd_arrange_rest(struct ofd_lines *lines, const struct ofd_scene *s, const struct ofd_area *area)
{
	for (size_t i = 0; i < s->run_count; i++) {
		struct ofd_piece p = {.run = &s->runs[i]};

		if (!p.run->placed && !p.run->hidden && !ofd_is_blank(s, p.run))
			ofd_add_row(lines, s, &p, 1, NULL, area);
	}
}

void
ofd_arrange(struct ofd_lines *lines, const struct ofd_scene *s, const struct ofd_area *area)
{
	size_t votes[OFD_TURNS] = {0};
	struct ofd_view v = {
		.pieces = ofd_must(calloc(s->run_count + 1, sizeof(*v.pieces))),
		.edges = ofd_must(calloc(s->run_count + 1, sizeof(*v.edges))),
		.turns = ofd_must(calloc(s->run_count + 1, sizeof(*v.turns))),
	};
	int most = 0;

	for (size_t i = 0; i < s->run_count; i++) {
		v.turns[i] = ofd_is_seen(&s->runs[i]) ? (short)ofd_turn(&s->runs[i]) : -1;
		if (v.turns[i] >= 0)
			votes[v.turns[i]] += s->runs[i].cells;
	}
	for (int turn = 1; turn < OFD_TURNS; turn++)
		if (votes[turn] > votes[most])
			most = turn;
	for (int i = 0; i < OFD_TURNS; i++) {
		int turn = (most + i) % OFD_TURNS;

		if (votes[turn])
			ofd_arrange_turn(lines, s, area, &v, turn,
			    i == 0 && area->origin == JY_BODY);
	}
	ofd_arrange_rest(lines, s, area);
	free(v.pieces);
	free(v.edges);
	free(v.turns);
}
