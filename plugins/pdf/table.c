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
struct pdf_rules { const struct pdf_rule *at; size_t count; };	/* by their place */
struct pdf_levels { double *at; size_t count; };

struct pdf_table {
	PopplerRectangle box;
	struct pdf_rules across, down;
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
			if (others[i].table
			    || !pdf_meets(down ? &others[i] : r, down ? r : &others[i]))
				continue;
			others[i].table = number;
			g_ptr_array_add(todo, &others[i]);
		}
	}
	g_ptr_array_free(todo, TRUE);
}

static int
pdf_by_table(const void *a, const void *b)
{
	const struct pdf_rule *p = a, *q = b;

	if (p->table != q->table)
		return p->table - q->table;
	return (p->at > q->at) - (p->at < q->at);
}

/* Those of RULES, which are sorted, that are of the table, from *NEXT on. */
static struct pdf_rules
pdf_rules_of(const struct pdf_rule *rules, size_t count, int table, size_t *next)
{
	struct pdf_rules found;

	while (*next < count && rules[*next].table < table)
		++*next;
	found = (struct pdf_rules){rules + *next, 0};
	while (*next < count && rules[*next].table == table) {
		++*next;
		found.count++;
	}
	return found;
}

/* Where the table's lines stand, those that are one line as one. */
static struct pdf_levels
pdf_find_levels(struct pdf_rules rules)
{
	struct pdf_levels levels = {g_new(double, rules.count + 1), 0};

	for (size_t i = 0; i < rules.count; i++)
		if (!levels.count || rules.at[i].at - levels.at[levels.count - 1] > NEAR)
			levels.at[levels.count++] = rules.at[i].at;
	return levels;
}

static void
pdf_stretch(struct pdf_rules rules, double *from, double *to)
{
	for (size_t i = 0; i < rules.count; i++) {
		*from = MIN(*from, rules.at[i].from);
		*to = MAX(*to, rules.at[i].to);
	}
}

/* The table that these lines are; one cell or a row of ticks is none. */
static bool
pdf_make_table(struct pdf_rules across, struct pdf_rules down, struct pdf_table *table)
{
	*table = (struct pdf_table){{INFINITY, INFINITY, -INFINITY, -INFINITY}, across, down,
	    pdf_find_levels(down), pdf_find_levels(across)};
	pdf_stretch(across, &table->box.x1, &table->box.x2);
	pdf_stretch(down, &table->box.y1, &table->box.y2);
	if (table->x.count >= 2 && table->y.count >= 2 && table->x.count + table->y.count >= 5)
		return true;
	g_free(table->x.at);
	g_free(table->y.at);
	return false;
}

static void
pdf_sort_tables(struct pdf_tables *t, int most)
{
	size_t across = 0, down = 0;

	qsort(t->across, t->across_count, sizeof(*t->across), pdf_by_table);
	qsort(t->down, t->down_count, sizeof(*t->down), pdf_by_table);
	t->tables = g_new(struct pdf_table, most + 1);
	for (int i = 1; i <= most; i++)
		t->count += pdf_make_table(pdf_rules_of(t->across, t->across_count, i, &across),
		    pdf_rules_of(t->down, t->down_count, i, &down), &t->tables[t->count]);
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
	pdf_sort_tables(t, number);
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

/* How many of the rules stand before PLACE. */
static size_t
pdf_rules_before(struct pdf_rules rules, double place)
{
	size_t low = 0, high = rules.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (rules.at[middle].at < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Which line is the nearest before PLACE that reaches WHERE, counted from 1; 0: none.  From the last
 * rule backwards, so that the lines are passed once, too. */
static int
pdf_line_before(const struct pdf_levels *levels, struct pdf_rules rules, double place, double where)
{
	size_t level = levels->count;

	while (level > 0 && levels->at[level - 1] >= place)
		level--;
	for (size_t i = pdf_rules_before(rules, place + NEAR); level > 0 && i-- > 0;) {
		const struct pdf_rule *rule = &rules.at[i];

		if (!(rule->from < where && where < rule->to))
			continue;
		while (level > 0 && levels->at[level - 1] > rule->at + NEAR)
			level--;
		if (level > 0 && levels->at[level - 1] >= rule->at - NEAR)
			return (int)level;
	}
	return 0;
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

		if (x < table->box.x1 || x > table->box.x2 || y < table->box.y1
		    || y > table->box.y2)
			continue;
		return (struct pdf_cell){t->first + i + 1,
		    pdf_is_open(&table->y, table->box.y1)
			+ pdf_line_before(&table->y, table->across, y, x),
		    pdf_is_open(&table->x, table->box.x1)
			+ pdf_line_before(&table->x, table->down, x, y)};
	}
	return (struct pdf_cell){0};
}
