/*
 * Which tables hold data, and where in the grid their cells stand.
 *
 * Old pages are laid out by tables: one that holds another, that has no row of two cells with text,
 * or whose only row holds whole paragraphs, is no table to a reader.
 */
#include "html.h"

#include <stdlib.h>
#include <string.h>

enum { HTML_COLUMNS = 1000, HTML_PARAGRAPHS = 4 };

struct html_table {
	struct html_table *outer;
	size_t node, row;		/* row: the node of the one at hand, 0 before the first */
	int rows, cells, wide;		/* cells with text in the row; rows with two of them */
	bool nests, headed, long_cell;
	int column;
	int *taken;			/* up to which row a column is spanned from above */
};

static bool
html_is_cell(enum html_tag tag)
{
	return tag == HTML_CELL || tag == HTML_HEAD_CELL;
}

static void
html_end_row(struct html_table *t)
{
	t->wide += t->cells > 1;
	t->cells = 0;
}

static void
html_judge_table(struct html_page *page, struct html_table *t, int *number)
{
	html_end_row(t);
	if (!t->nests && t->wide && (t->rows > 1 || t->headed || !t->long_cell))
		page->nodes[t->node].value = ++*number;
}

static struct html_table *
html_open_table(struct html_table *outer, size_t node)
{
	struct html_table *t = html_alloc(1, sizeof(*t));

	t->outer = outer;
	t->node = node;
	return t;
}

static struct html_table *
html_close_table(struct html_table *t)
{
	struct html_table *outer = t->outer;

	free(t->taken);
	free(t);
	return outer;
}

static void
html_count_cell(const struct html_page *page, struct html_table *t, size_t i)
{
	const struct html_node *node = &page->nodes[i];
	const struct html_sum *a = &page->sums[i], *b = &page->sums[node->end];

	if (node->origin == JY_BODY && b->chars > a->chars)
		t->cells++;
	t->headed |= node->tag == HTML_HEAD_CELL;
	t->long_cell |= b->blocks - a->blocks > HTML_PARAGRAPHS;
}

/* First, which tables are data: they get numbers, in the order in which they end. */
static void
html_judge_tables(struct html_page *page)
{
	struct html_table *t = NULL;
	int number = 0;

	for (size_t i = 0; i <= page->count; i++) {
		while (t && page->nodes[t->node].end <= i) {
			html_judge_table(page, t, &number);
			t = html_close_table(t);
		}
		if (i == page->count)
			break;
		if (page->nodes[i].tag == HTML_TABLE) {
			if (t)
				t->nests = true;
			t = html_open_table(t, i);
			page->nodes[i].value = 0;
		} else if (t && page->nodes[i].tag == HTML_ROW) {
			html_end_row(t);
			t->rows++;
		} else if (t && html_is_cell(page->nodes[i].tag)) {
			html_count_cell(page, t, i);
		}
	}
}

/* The cell takes the next column that no cell above spans; its spans become its place. */
static void
html_place_cell(struct html_table *t, struct html_node *cell, int number)
{
	int column = t->column, rows = cell->rows ? cell->rows : 65534;	/* 0: to the end */

	t->rows += !t->rows;	/* cells without a row make one */
	while (column < HTML_COLUMNS - 1 && t->taken[column] >= t->rows)
		column++;
	for (int i = column; i < column + cell->columns && i < HTML_COLUMNS && rows > 1; i++)
		t->taken[i] = t->rows + rows - 1;
	t->column = column + cell->columns;
	if (t->column >= HTML_COLUMNS)
		t->column = HTML_COLUMNS - 1;
	cell->rows = t->rows;
	cell->columns = column + 1;
	cell->value = number;
}

void
html_place_cells(struct html_page *page)
{
	struct html_table *t = NULL;

	html_judge_tables(page);
	for (size_t i = 0; i < page->count; i++) {
		struct html_node *node = &page->nodes[i];

		while (t && page->nodes[t->node].end <= i)
			t = html_close_table(t);
		if (node->tag == HTML_TABLE) {
			t = html_open_table(t, i);
			if (node->value)
				t->taken = html_alloc(HTML_COLUMNS, sizeof(*t->taken));
		} else if (t && t->taken && node->tag == HTML_ROW) {
			t->rows++;
			t->column = 0;
		} else if (t && t->taken && html_is_cell(node->tag)) {
			html_place_cell(t, node, page->nodes[t->node].value);
		}
	}
	while (t)
		t = html_close_table(t);
}
