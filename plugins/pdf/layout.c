/*
 * The order of reading.
 *
 * Runs on one base line are a row, and rows are read from top to bottom, however wide the gaps in
 * them are: lists of names are set with gaps.  Only where a gutter parts two blocks of running text
 * (two pages side by side on one sheet, say) are there columns; what crosses the gutter divides
 * them into bands, which are read one after the other.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "pdf.h"

#define BINS 1024	/* slots across the text in the search for a gutter */
#define TOLERANCE 2.0	/* points by which edges of lines may differ that are one edge */

static int
pdf_order(double a, double b)
{
	return (a > b) - (a < b);
}

/* A table comes whole, cell by cell, in its place. */
static int
pdf_by_middle(const void *a, const void *b)
{
	const struct pdf_run *p = a, *q = b;

	if (p->place != q->place)
		return pdf_order(p->place, q->place);
	if (p->cell.row != q->cell.row)
		return p->cell.row - q->cell.row;
	if (p->cell.column != q->cell.column)
		return p->cell.column - q->cell.column;
	return pdf_order(pdf_middle(p->box), pdf_middle(q->box));
}

static int
pdf_by_column(const void *a, const void *b)
{
	const struct pdf_run *p = a, *q = b;

	if (p->band != q->band)
		return p->band - q->band;
	return p->column != q->column ? p->column - q->column : pdf_by_middle(a, b);
}

static int
pdf_by_left(const void *a, const void *b)
{
	const struct pdf_run *p = a, *q = b;

	if (p->apart != q->apart)
		return p->apart - q->apart;
	return pdf_order(p->box.x1, q->box.x1);
}

static PopplerRectangle
pdf_extent(const struct pdf_run *runs, size_t count)
{
	PopplerRectangle box = runs[0].box;

	for (size_t i = 1; i < count; i++)
		box = pdf_union(box, runs[i].box);
	return box;
}

/* The middle of the widest stretch, in the middle third, that the fewest runs cross. */
static double
pdf_gutter(const struct pdf_frame *f, PopplerRectangle extent)
{
	int cover[BINS + 1] = {0}, least = INT_MAX, best = BINS / 2, length = 0, longest = 0;
	double bin = (extent.x2 - extent.x1) / BINS;

	for (size_t i = 0; i < f->run_count && bin > 0; i++) {
		cover[(int)((f->runs[i].box.x1 - extent.x1) / bin)]++;
		cover[(int)((f->runs[i].box.x2 - extent.x1) / bin)]--;
	}
	for (int i = 1; i < BINS * 2 / 3; i++) {
		cover[i] += cover[i - 1];
		if (i < BINS / 3)
			continue;
		if (cover[i] < least) {
			least = cover[i];
			longest = 0;
		}
		length = cover[i] == least ? (cover[i - 1] == least ? length + 1 : 1) : 0;
		if (length > longest) {
			longest = length;
			best = i - length / 2;
		}
	}
	return extent.x1 + best * bin;
}

/* Marks each run with its side of the gutter; whether the sides are columns of running text: most
 * of their runs fill them, and little crosses. */
static bool
pdf_mark_columns(struct pdf_frame *f)
{
	PopplerRectangle extent = pdf_extent(f->runs, f->run_count);
	double gutter = pdf_gutter(f, extent);
	double width[3] = {0, gutter - extent.x1, extent.x2 - gutter};
	size_t all[3] = {0}, full[3] = {0};

	for (size_t i = 0; i < f->run_count; i++) {
		struct pdf_run *r = &f->runs[i];
		int c = r->box.x2 <= gutter ? 1 : r->box.x1 >= gutter ? 2 : 0;

		r->column = c;
		all[c]++;
		full[c] += c && r->box.x2 - r->box.x1 > MAX(0.7 * width[c], 10 * r->size);
	}
	/* Two pages on a broad sheet: the second may end early, and minutes have short lines. */
	if (f->width > f->height && all[1] >= 4 && all[2] >= 4 && full[1] + full[2] >= 6
	    && 8 * all[0] <= all[1] + all[2])
		return true;
	return full[1] >= 4 && full[2] >= 4 && 2 * full[1] >= all[1] && 2 * full[2] >= all[2]
	    && 4 * all[0] <= all[1] + all[2];
}

static void
pdf_sort_columns(struct pdf_frame *f)
{
	int band = 0;

	if (!pdf_mark_columns(f)) {
		for (size_t i = 0; i < f->run_count; i++)
			f->runs[i].column = 0;
		return;
	}
	for (size_t i = 0; i < f->run_count; i++) {
		bool crosses = f->runs[i].column == 0;

		if (i && crosses != (f->runs[i - 1].column == 0))
			band++;
		f->runs[i].band = band;
	}
	qsort(f->runs, f->run_count, sizeof(*f->runs), pdf_by_column);
}

static bool
pdf_on_one_line(const struct pdf_run *a, const struct pdf_run *b)
{
	double height = MAX(a->box.y2 - a->box.y1, b->box.y2 - b->box.y1);

	return a->band == b->band && a->column == b->column && pdf_is_cell(a->cell, b->cell)
	    && a->artifact == b->artifact
	    && fabs(pdf_middle(a->box) - pdf_middle(b->box)) < 0.35 * height;
}

static void
pdf_add_runs(struct pdf_frame *f, const struct pdf_run *runs, size_t count)
{
	f->rows[f->row_count++] = (struct pdf_row){runs, count, pdf_extent(runs, count)};
}

/* Runs on one line are a row; but each that is printed over others (a stamp) is one of its own. */
static void
pdf_make_rows(struct pdf_frame *f, struct pdf_run *runs, size_t count)
{
	size_t side_by_side = 0;
	double end = -INFINITY;

	qsort(runs, count, sizeof(*runs), pdf_by_left);
	for (size_t i = 0; i < count; i++) {
		runs[i].apart = runs[i].box.x1 < end - runs[i].size / 2;
		if (!runs[i].apart) {
			end = runs[i].box.x2;
			side_by_side++;
		}
	}
	if (side_by_side < count)
		qsort(runs, count, sizeof(*runs), pdf_by_left);
	pdf_add_runs(f, runs, side_by_side);
	for (size_t i = side_by_side; i < count; i++)
		pdf_add_runs(f, &runs[i], 1);
}

static int
pdf_by_value(const void *a, const void *b)
{
	return pdf_order(*(const double *)a, *(const double *)b);
}

/* The smallest value that two share; NONE where none is shared. */
static double
pdf_shared(double *values, size_t count, double none)
{
	qsort(values, count, sizeof(*values), pdf_by_value);
	for (size_t i = 0; i + 1 < count; i++)
		if (values[i + 1] - values[i] < TOLERANCE)
			return values[i];
	return none;
}

/* The edges of the text are where two lines begin or end: one alone may stick out. */
static struct pdf_edges
pdf_edges(const struct pdf_frame *f, int column)
{
	double *left = g_new(double, f->row_count), *right = g_new(double, f->row_count);
	struct pdf_edges edges;
	size_t n = 0;

	for (size_t i = 0; i < f->row_count; i++) {
		if (f->rows[i].runs->column != column || f->rows[i].runs->cell.table)
			continue;
		left[n] = f->rows[i].box.x1;
		right[n++] = -f->rows[i].box.x2;
	}
	edges.left = pdf_shared(left, n, INFINITY);
	edges.right = -pdf_shared(right, n, INFINITY);
	g_free(left);
	g_free(right);
	return edges;
}

/* A page with little text doesn't show its edges: those of the pages before it hold as well. */
static void
pdf_find_edges(struct pdf_frame *f, struct pdf_body *body)
{
	PopplerRectangle extent = pdf_extent(f->runs, f->run_count);

	if (body->width != f->width)
		*body = (struct pdf_body){f->width, {INFINITY, -INFINITY}};
	for (int column = 0; column < 3; column++) {
		struct pdf_edges *e = &f->edges[column];

		*e = pdf_edges(f, column);
		if (column == 0) {
			e->left = body->edges.left = MIN(e->left, body->edges.left);
			e->right = body->edges.right = MAX(e->right, body->edges.right);
		}
		e->left = isfinite(e->left) ? e->left : extent.x1;
		e->right = isfinite(e->right) ? e->right : extent.x2;
	}
}

void
pdf_arrange(struct pdf_frame *f, struct pdf_body *body)
{
	f->row_count = 0;
	qsort(f->runs, f->run_count, sizeof(*f->runs), pdf_by_middle);
	pdf_sort_columns(f);
	for (size_t i = 0, end; i < f->run_count; i = end) {
		for (end = i + 1; end < f->run_count; end++)
			if (!pdf_on_one_line(&f->runs[i], &f->runs[end]))
				break;
		pdf_make_rows(f, &f->runs[i], end - i);
	}
	pdf_find_edges(f, body);
}

static bool
pdf_is_like(const struct pdf_row *a, const struct pdf_row *b)
{
	double height = a->box.y2 - a->box.y1, other = b->box.y2 - b->box.y1;

	return a->runs->column == b->runs->column && a->runs->band == b->runs->band
	    && !a->runs->apart && !b->runs->apart && MIN(height, other) > 0.75 * MAX(height, other);
}

/* Lines beside each other that share no base line: one cell has more lines than the next. */
static bool
pdf_overlaps(const struct pdf_row *a, const struct pdf_row *b)
{
	return a->box.y2 - b->box.y1 > 0.2 * (b->box.y2 - b->box.y1);
}

/* Does B begin where the third column of A stands, or behind it? */
static bool
pdf_begins_late(const struct pdf_row *a, const struct pdf_row *b)
{
	return a->count >= 3 && b->runs->box.x1 > a->runs[1].box.x2;
}

/* Is a gap no number of spaces, which are half an em wide or a whole one? */
static bool
pdf_is_spread(const struct pdf_row *row)
{
	for (size_t i = 1; i < row->count; i++) {
		const struct pdf_run *a = &row->runs[i - 1], *b = &row->runs[i];
		double halves = 2 * (b->box.x1 - a->box.x2) / MAX(a->size, b->size);

		if (fabs(halves - round(halves)) > 0.1)
			return true;
	}
	return false;
}

/* Do the rows share the places of their columns, and not because as many spaces were typed? */
static bool
pdf_shares_columns(const struct pdf_row *a, const struct pdf_row *b)
{
	if (a->count < 2 || a->count != b->count || !pdf_is_spread(a) || !pdf_is_spread(b))
		return false;
	for (size_t i = 1; i < a->count; i++)
		if (fabs(a->runs[i].box.x1 - b->runs[i].box.x1) >= TOLERANCE)
			return false;
	return true;
}

/* Does B stand left of all that is above and below it: in the middle of several rows? */
static bool
pdf_stands_aside(const struct pdf_row *a, const struct pdf_row *b, const struct pdf_row *c)
{
	return b->box.x2 < a->box.x1 && b->box.x2 < c->box.x1;
}

bool
pdf_looks_tabular(const struct pdf_frame *f)
{
	for (size_t i = 1; i < f->row_count; i++) {
		const struct pdf_row *a = &f->rows[i - 1], *b = &f->rows[i];

		if (!pdf_is_like(a, b))
			continue;
		if (pdf_overlaps(a, b) || pdf_begins_late(a, b) || pdf_begins_late(b, a)
		    || pdf_shares_columns(a, b)
		    || (i + 1 < f->row_count && pdf_is_like(b, b + 1)
			&& pdf_stands_aside(a, b, b + 1)))
			return true;
	}
	return false;
}
