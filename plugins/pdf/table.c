/*
 * From ruled lines to the cells of tables.
 *
 * Lines that cross or touch each other are a table, if they part two cells at least.  A cell is what
 * a point is in: to its left and above it the nearest lines that reach it.  So cells that take
 * several rows or columns need no care.
 */
#include "table.h"

#include <math.h>
#include <stdlib.h>

#define NEAR 2.5	/* points by which lines that meet may miss each other */

struct pdf_rule { double at, from, to; int table; };	/* x and its y's, or y and its x's */
struct pdf_levels { double *at; size_t count; };

struct pdf_table {
	int number;
	PopplerRectangle box;
	struct pdf_levels x, y;
};

struct pdf_tables {
	struct pdf_rule *across, *down;
	size_t across_count, down_count;
	struct pdf_table *tables;
	int count, first;
};

static struct pdf_rule *
pdf_copy_rules(const GArray *rules, bool across, size_t *count)
{
	struct pdf_rule *copy = g_new0(struct pdf_rule, rules->len + 1);

	for (guint i = 0; i < rules->len; i++) {
		const PopplerRectangle *r = &g_array_index(rules, PopplerRectangle, i);

		copy[i] = across ? (struct pdf_rule){r->y1, r->x1, r->x2, 0}
		    : (struct pdf_rule){r->x1, r->y1, r->y2, 0};
	}
	*count = rules->len;
	return copy;
}

static bool
pdf_meets(const struct pdf_rule *across, const struct pdf_rule *down)
{
	return down->at > across->from - NEAR && down->at < across->to + NEAR
	    && across->at > down->from - NEAR && across->at < down->to + NEAR;
}

/* Gives RULE's number to all lines that meet it, and to those that meet these. */
static void
pdf_spread(struct pdf_tables *t, struct pdf_rule *rule, int number)
{
	GPtrArray *todo = g_ptr_array_new();

	rule->table = number;
	g_ptr_array_add(todo, rule);
	while (todo->len) {
		struct pdf_rule *r = g_ptr_array_steal_index_fast(todo, todo->len - 1);
		bool down = r >= t->down && r < t->down + t->down_count;
		struct pdf_rule *others = down ? t->across : t->down;
		size_t count = down ? t->across_count : t->down_count;

		for (size_t i = 0; i < count; i++) {
			if (others[i].table || !pdf_meets(down ? &others[i] : r, down ? r : &others[i]))
				continue;
			others[i].table = number;
			g_ptr_array_add(todo, &others[i]);
		}
	}
	g_ptr_array_free(todo, TRUE);
}

static int
pdf_by_number(const void *a, const void *b)
{
	double p = *(const double *)a, q = *(const double *)b;

	return (p > q) - (p < q);
}

/* Where the table's lines stand, those that are one line as one. */
static struct pdf_levels
pdf_find_levels(const struct pdf_rule *rules, size_t count, int number)
{
	struct pdf_levels levels = {g_new(double, count + 1), 0};
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (rules[i].table == number)
			levels.at[levels.count++] = rules[i].at;
	qsort(levels.at, levels.count, sizeof(*levels.at), pdf_by_number);
	for (size_t i = 0; i < levels.count; i++)
		if (!kept || levels.at[i] - levels.at[kept - 1] > NEAR)
			levels.at[kept++] = levels.at[i];
	levels.count = kept;
	return levels;
}

static void
pdf_stretch(const struct pdf_rule *rules, size_t count, int number, double *from, double *to)
{
	for (size_t i = 0; i < count; i++)
		if (rules[i].table == number) {
			*from = MIN(*from, rules[i].from);
			*to = MAX(*to, rules[i].to);
		}
}

/* The table that the lines of that number are; one cell or a row of ticks is none. */
static bool
pdf_make_table(const struct pdf_tables *t, int number, struct pdf_table *table)
{
	*table = (struct pdf_table){number, {INFINITY, INFINITY, -INFINITY, -INFINITY},
	    pdf_find_levels(t->down, t->down_count, number),
	    pdf_find_levels(t->across, t->across_count, number)};
	pdf_stretch(t->across, t->across_count, number, &table->box.x1, &table->box.x2);
	pdf_stretch(t->down, t->down_count, number, &table->box.y1, &table->box.y2);
	if (table->x.count >= 2 && table->y.count >= 2 && table->x.count + table->y.count >= 5)
		return true;
	g_free(table->x.at);
	g_free(table->y.at);
	return false;
}

struct pdf_tables *
pdf_make_tables(const struct pdf_drawing *drawing, int first)
{
	struct pdf_tables *t = g_new0(struct pdf_tables, 1);
	int number = 0;

	t->first = first;
	t->across = pdf_copy_rules(drawing->across, true, &t->across_count);
	t->down = pdf_copy_rules(drawing->down, false, &t->down_count);
	for (size_t i = 0; i < t->down_count; i++)
		if (!t->down[i].table)
			pdf_spread(t, &t->down[i], ++number);
	t->tables = g_new(struct pdf_table, number + 1);
	for (int i = 1; i <= number; i++)
		t->count += pdf_make_table(t, i, &t->tables[t->count]);
	if (t->count)
		return t;
	pdf_free_tables(t);
	return NULL;
}

void
pdf_free_tables(struct pdf_tables *t)
{
	if (!t)
		return;
	for (int i = 0; i < t->count; i++) {
		g_free(t->tables[i].x.at);
		g_free(t->tables[i].y.at);
	}
	g_free(t->tables);
	g_free(t->across);
	g_free(t->down);
	g_free(t);
}

int
pdf_table_count(const struct pdf_tables *t)
{
	return t->count;
}

/* Does a line of the table stand there, and reach WHERE? */
static bool
pdf_is_ruled(const struct pdf_rule *rules, size_t count, int table, double at, double where)
{
	for (size_t i = 0; i < count; i++)
		if (rules[i].table == table && fabs(rules[i].at - at) <= NEAR
		    && rules[i].from < where && where < rules[i].to)
			return true;
	return false;
}

/* Which line is the nearest before PLACE that reaches WHERE, counted from 1; 0: none. */
static int
pdf_line_before(const struct pdf_levels *levels, const struct pdf_rule *rules, size_t count, int table,
    double place, double where)
{
	size_t i = 0;

	while (i < levels->count && levels->at[i] < place)
		i++;
	while (i > 0 && !pdf_is_ruled(rules, count, table, levels->at[i - 1], where))
		i--;
	return (int)i;
}

/* Is there a row or column before the first line: is the table not closed on that side? */
static int
pdf_is_open(const struct pdf_levels *levels, double edge)
{
	return levels->at[0] > edge + NEAR;
}

struct pdf_cell
pdf_cell_of(const struct pdf_tables *t, PopplerRectangle box)
{
	double x = (box.x1 + box.x2) / 2, y = pdf_middle(box);

	for (int i = 0; t && i < t->count; i++) {
		const struct pdf_table *table = &t->tables[i];

		if (x < table->box.x1 || x > table->box.x2 || y < table->box.y1 || y > table->box.y2)
			continue;
		return (struct pdf_cell){t->first + i + 1,
		    pdf_is_open(&table->y, table->box.y1) + pdf_line_before(&table->y, t->across,
		    t->across_count, table->number, y, x),
		    pdf_is_open(&table->x, table->box.x1) + pdf_line_before(&table->x, t->down,
		    t->down_count, table->number, x, y)};
	}
	return (struct pdf_cell){0};
}
