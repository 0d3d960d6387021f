/* How the rows are set: the edges of the page, or the width that plain text is wrapped at. */
#include "setting.h"

#include <stdlib.h>

#include "stages.h"

bool
has_box(const struct row *row)
{
	const struct jy_place *at = &row->line->at;

	return at->x1 > at->x0 && at->x1 - at->x0 > 0.4 * (at->y1 - at->y0);	/* not turned */
}

double
em(const struct row *row)
{
	return row->line->size > 4 ? row->line->size : 12;
}

static int
by_double(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* The value at that share of the sorted values; 0 where there are none. */
static double
quantile(double *values, size_t n, double share)
{
	if (!n)
		return 0;
	qsort(values, n, sizeof(*values), by_double);
	return values[(size_t)(share * (double)(n - 1))];
}

/* The edges of the text: most rows of running text begin at the left one and end at the right. */
static void
measure_page(const struct sheet *s, struct setting *set)
{
	double *left = must_alloc((s->row_count + 1) * sizeof(double));
	double *right = must_alloc((s->row_count + 1) * sizeof(double));
	double *pitch = must_alloc((s->row_count + 1) * sizeof(double));
	size_t n = 0, pitches = 0;

	for (size_t i = 0; i < s->row_count; i++) {
		const struct jy_place *at = &s->rows[i].line->at;

		if (!has_box(&s->rows[i]) || s->rows[i].width < 16)
			continue;
		left[n] = at->x0;
		right[n++] = at->x1;
		if (i && s->rows[i - 1].line->at.page == at->page
		    && at->y1 > s->rows[i - 1].line->at.y1)
			pitch[pitches++] = at->y1 - s->rows[i - 1].line->at.y1;
	}
	set->right = quantile(right, n, 0.9);
	set->left = quantile(left, n, 0.1);
	set->pitch = quantile(pitch, pitches, 0.5);
	free(left);
	free(right);
	free(pitch);
}

static bool
is_same_cell(const struct jy_line *a, const struct jy_line *b)
{
	return a->table == b->table && a->row == b->row && a->column == b->column;
}

/* The cell's edges are those of its own lines. */
static void
set_cell_edges(struct row *rows, size_t count)
{
	double left = rows->line->at.x0, right = rows->line->at.x1;

	for (size_t i = 1; i < count; i++) {
		left = rows[i].line->at.x0 < left ? rows[i].line->at.x0 : left;
		right = rows[i].line->at.x1 > right ? rows[i].line->at.x1 : right;
	}
	for (size_t i = 0; i < count; i++) {
		rows[i].left = left;
		rows[i].right = right;
	}
}

/* Two pages on one sheet: a page each side of MIDDLE.  -1 left, 1 right, 0 neither. */
static int
side_of(const struct row *row, double middle)
{
	if (!has_box(row) || row->line->table)
		return 0;
	return row->line->at.x1 < middle + em(row) ? -1
	    : row->line->at.x0 > middle - em(row)  ? 1
						   : 0;
}

/* The edges of the text on that side. */
static void
set_side_edges(struct sheet *s, double middle, int side)
{
	double *left = must_alloc((s->row_count + 1) * sizeof(double));
	double *right = must_alloc((s->row_count + 1) * sizeof(double)), from, to;
	size_t n = 0;

	for (size_t i = 0; i < s->row_count; i++)
		if (side_of(&s->rows[i], middle) == side && s->rows[i].width >= 16) {
			left[n] = s->rows[i].line->at.x0;
			right[n++] = s->rows[i].line->at.x1;
		}
	from = quantile(left, n, 0.1);
	to = quantile(right, n, 0.9);
	for (size_t i = 0; i < s->row_count && n; i++)
		if (side_of(&s->rows[i], middle) == side) {
			s->rows[i].left = from;
			s->rows[i].right = to;
		}
	free(left);
	free(right);
}

/* Half way from the leftmost to the rightmost of all rows. */
static double
find_middle(const struct sheet *s)
{
	double left = 1e9, right = 0;

	for (size_t i = 0; i < s->row_count; i++) {
		const struct jy_place *at = &s->rows[i].line->at;

		if (!has_box(&s->rows[i]))
			continue;
		left = at->x0 < left ? at->x0 : left;
		right = at->x1 > right ? at->x1 : right;
	}
	return (left + right) / 2;
}

/* Where there are two pages on a sheet, few rows cross its middle, and many stand on either side. */
static void
set_sheet_edges(struct sheet *s)
{
	double middle = find_middle(s);
	size_t sides[3] = {0};

	for (size_t i = 0; i < s->row_count; i++)
		if (s->rows[i].width >= 16)
			sides[1 + side_of(&s->rows[i], middle)]++;
	if (sides[0] < 6 || sides[2] < 3 || sides[1] * 8 > sides[0] + sides[2])
		return;
	set_side_edges(s, middle, -1);
	set_side_edges(s, middle, 1);
}

/* Each row learns the edges of what it stands in. */
static void
set_edges(struct sheet *s, double left, double right)
{
	for (size_t i = 0, n; i < s->row_count; i += n) {
		struct row *rows = &s->rows[i];

		rows->left = left;
		rows->right = right;
		for (n = 1; rows->line->table && i + n < s->row_count
		     && is_same_cell(rows->line, rows[n].line);
		     n++)
			;
		if (rows->line->table)
			set_cell_edges(rows, n);
	}
}

static bool
is_closing(uint32_t c)
{
	return c == QUOTE_CLOSE || c == 0x2019 || c == ')' || c == TITLE_CLOSE || c == 0x300D;
}

bool
ends_well(const struct sheet *s, const struct row *row)
{
	size_t i = row->span.to - 1;

	while (i > row->span.from && is_closing(s->glyphs[i].code))
		i--;
	return is_terminal(s->glyphs[i].code);
}

/* A heading ends anywhere. */
static bool
is_heading(const struct sheet *s, const struct row *row)
{
	return row->cue == CUE_TITLE
	    || match_enumerator(s, row->span.from, row->span.to).style == STYLE_ITEM;
}

/* A row that breaks off: the next may go on with it. */
static bool
breaks_off(const struct sheet *s, size_t i)
{
	const struct row *row = &s->rows[i];

	if (is_heading(s, row))
		return false;
	return row->width >= 20 && i + 1 < s->row_count && s->rows[i + 1].cue == CUE_NONE
	    && !ends_well(s, row);
}

/* How many rows are much wider than that many columns? */
static size_t
count_wider(const struct sheet *s, double columns)
{
	size_t n = 0;

	for (size_t i = 0; i < s->row_count; i++)
		n += s->rows[i].width > columns * 1.3;
	return n;
}

/* The rows that are no attendance, whose lists end anywhere and stand in columns. */
static size_t
collect_text(const struct sheet *s, const struct row **rows)
{
	bool attendance = false;
	size_t n = 0;

	for (size_t i = 0; i < s->row_count; i++) {
		if (s->rows[i].cue != CUE_NONE)
			attendance = s->rows[i].cue == CUE_ATTENDANCE;
		else if (match(s, s->rows[i].span.from, s->rows[i].span.to, "会议"))
			attendance = false;
		if (!attendance)
			rows[n++] = &s->rows[i];
	}
	return n;
}

/* The width that the longest rows share, as only wrapped ones do; or 0. */
static int
shared_width(const struct row **rows, size_t n)
{
	double *width = must_alloc((n + 1) * sizeof(*width)), most;
	size_t near = 0;

	for (size_t i = 0; i < n; i++)
		width[i] = rows[i]->width;
	most = quantile(width, n, 0.97);
	for (size_t i = 0; i < n; i++)
		near += width[i] >= most - 4 && width[i] <= most + 2;
	free(width);
	return most <= 130 && near >= 5 && near * 100 >= n * 18 ? (int)most : 0;
}

/* The width of those that break off, if nearly all are of one and few rows are wider; or 0. */
static int
broken_width(const struct sheet *s, const struct row **rows, size_t count)
{
	double *width = must_alloc((count + 1) * sizeof(*width)), limit, middle;
	size_t n = 0, near = 0;

	for (size_t i = 0; i < count; i++)
		if (breaks_off(s, (size_t)(rows[i] - s->rows)))
			width[n++] = rows[i]->width;
	limit = quantile(width, n, 0.8);
	middle = quantile(width, n, 0.5);
	for (size_t i = 0; i < n; i++)
		near += width[i] >= middle - 6 && width[i] <= middle + 6;
	free(width);
	if (n < 3 || near * 10 < n * 7 || limit > 130 || count_wider(s, limit) * 10 > s->row_count)
		return 0;
	return (int)limit;
}

/* The columns at which plain text is wrapped; 0: a line is a paragraph, few rows break off, and those
 * are headings of any width. */
static int
find_wrap(const struct sheet *s)
{
	const struct row **rows = must_alloc((s->row_count + 1) * sizeof(*rows));
	size_t n = collect_text(s, rows);
	int wrap = broken_width(s, rows, n);

	if (!wrap)
		wrap = shared_width(rows, n);
	free(rows);
	return wrap;
}

/* Does the source call every line a paragraph, as what was made of pages often does?  Then most that
 * are as wide as the text break off. */
static bool
ends_are_lines(const struct sheet *s, int wrap)
{
	size_t full = 0, broken = 0;

	for (size_t i = 0; i < s->row_count; i++)
		if (s->rows[i].width + 10 >= wrap && s->rows[i].width <= wrap + 4
		    && !is_heading(s, &s->rows[i])) {
			broken += breaks_off(s, i);
			full++;
		}
	return wrap && broken >= 4 && broken * 2 >= full;
}

static void
measure_text(const struct sheet *s, struct setting *set)
{
	size_t blanks = 0, indented = 0, stopped = 0, clauses = 0;

	for (size_t i = 0; i < s->row_count; i++) {
		const struct row *row = &s->rows[i];
		struct enumerator e = match_enumerator(s, row->span.from, row->span.to);

		blanks += row->blank_before;
		indented += row->indent >= 4;
		if (e.style >= STYLE_CLAUSE) {
			clauses++;
			stopped += is_terminal(s->glyphs[row->span.to - 1].code);
		}
	}
	set->wrap = find_wrap(s);
	set->ends_are_lines = ends_are_lines(s, set->wrap);
	set->blanks_part = blanks * 3 <= s->row_count;
	set->indents_part = indented >= 2 && indented * 10 <= s->row_count * 7;
	set->clauses_stop = clauses >= 4 && stopped * 3 >= clauses * 2;
}

struct setting
measure(struct sheet *s)
{
	struct setting set = {0};

	measure_page(s, &set);
	set_edges(s, set.left, set.right);
	set_sheet_edges(s);
	if (set.right == 0)	/* no row has a place */
		measure_text(s, &set);
	return set;
}
