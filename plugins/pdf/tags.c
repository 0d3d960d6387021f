/*
 * From a marked content to its element, and from that upwards to the cell, the row, the table.
 *
 * A page's entry in the number tree says which element each of its marked contents belongs to.  The
 * grid of a table is laid out once, row by row, with the cells that span several.  Trees may lead back
 * into themselves, or to one branch from everywhere: so each step is counted, and what takes too many
 * has no tags.
 */
#include "tags.h"

#include <string.h>

enum {
	PDF_ANCESTORS = 32,	/* no element of text is deeper in its cell */
	PDF_CELLS = 20000,	/* of one table: what has more is none */
	PDF_SPAN = 64, PDF_NUMBER_DEPTH = 16,
	PDF_PAGE_STEPS = 100000, PDF_STEPS = 5000000	/* on a page, in a document */
};

struct pdf_tags {
	struct pdf_reading *reading;
	const struct pdf_objects *objects;
	qpdf_oh elements;	/* of the page, by their marks */
	int steps;		/* on this page */
	GHashTable *cells;	/* by the object's number: struct pdf_cell; table 0 for a table laid out */
};

static bool
pdf_may_step(struct pdf_tags *t)
{
	if (t->steps >= PDF_PAGE_STEPS || t->reading->tag_steps >= PDF_STEPS)
		return false;
	t->steps++;
	t->reading->tag_steps++;
	return true;
}

static bool
pdf_is_element(const struct pdf_objects *o, qpdf_oh element, const char *type)
{
	qpdf_oh name = o->is.qpdf_oh_is_dictionary(o->file, element) ? pdf_entry(o, element, "/S")
								     : 0;

	return name && o->is.qpdf_oh_is_name(o->file, name)
	    && strcmp(o->is.qpdf_oh_get_name(o->file, name), type) == 0;
}

static bool
pdf_is_cell_element(const struct pdf_objects *o, qpdf_oh element)
{
	return pdf_is_element(o, element, "/TD") || pdf_is_element(o, element, "/TH");
}

/* The elements of a list, or the one that stands for it. */
static int
pdf_count(const struct pdf_objects *o, qpdf_oh list)
{
	int count = o->is.qpdf_oh_get_array_n_items(o->file, list);

	return count ? count : o->is.qpdf_oh_is_dictionary(o->file, list);
}

static qpdf_oh
pdf_item(const struct pdf_objects *o, qpdf_oh list, int i)
{
	return o->is.qpdf_oh_is_dictionary(o->file, list)
	    ? list
	    : o->is.qpdf_oh_get_array_item(o->file, list, i);
}

/* The value of KEY in a number tree (7.9.7). */
static qpdf_oh
pdf_find_number(struct pdf_tags *t, qpdf_oh tree, int key, int depth)
{
	const struct pdf_objects *o = t->objects;
	qpdf_oh pairs = pdf_entry(o, tree, "/Nums"), kids = pdf_entry(o, tree, "/Kids"), found = 0;
	int count = o->is.qpdf_oh_get_array_n_items(o->file, pairs);

	for (int i = 0; i + 1 < count && !found && pdf_may_step(t); i += 2)
		if ((int)o->is.qpdf_oh_get_numeric_value(o->file,
			o->is.qpdf_oh_get_array_item(o->file, pairs, i))
		    == key)
			found = o->is.qpdf_oh_get_array_item(o->file, pairs, i + 1);
	count = depth < PDF_NUMBER_DEPTH ? o->is.qpdf_oh_get_array_n_items(o->file, kids) : 0;
	for (int i = 0; i < count && !found && pdf_may_step(t); i++)
		found = pdf_find_number(t, o->is.qpdf_oh_get_array_item(o->file, kids, i), key,
		    depth + 1);
	return found;
}

struct pdf_tags *
pdf_read_tags(struct pdf_reading *r)
{
	const struct pdf_objects *o = pdf_objects(r);
	struct pdf_tags *t;
	qpdf_oh page, key;

	if (!pdf_page_object(o, r->page, &page))
		return NULL;
	key = pdf_entry(o, page, "/StructParents");
	if (!o->is.qpdf_oh_is_number(o->file, key))
		return NULL;
	t = g_new0(struct pdf_tags, 1);
	*t = (struct pdf_tags){r, o, 0, 0, g_hash_table_new_full(NULL, NULL, NULL, g_free)};
	t->elements = pdf_find_number(t,
	    pdf_entry(o, pdf_entry(o, o->is.qpdf_get_root(o->file), "/StructTreeRoot"),
		"/ParentTree"),
	    (int)o->is.qpdf_oh_get_numeric_value(o->file, key), 0);
	if (t->elements)
		return t;
	pdf_free_tags(t);
	return NULL;
}

void
pdf_free_tags(struct pdf_tags *t)
{
	if (!t)
		return;
	pdf_release(t->objects);
	g_hash_table_destroy(t->cells);
	g_free(t);
}

/* How many rows or columns the cell takes, as one of its attributes says. */
static int
pdf_span(struct pdf_tags *t, qpdf_oh cell, const char *key)
{
	const struct pdf_objects *o = t->objects;
	qpdf_oh attributes = pdf_entry(o, cell, "/A");
	int count = pdf_count(o, attributes), span = 1;

	for (int i = 0; i < count && pdf_may_step(t); i++) {
		qpdf_oh a = pdf_item(o, attributes, i), value;

		if (!o->is.qpdf_oh_is_dictionary(o->file, a))
			continue;
		value = pdf_entry(o, a, key);
		if (o->is.qpdf_oh_is_number(o->file, value))
			span = (int)o->is.qpdf_oh_get_numeric_value(o->file, value);
	}
	return CLAMP(span, 1, PDF_SPAN);
}

/* A table as it is laid out: until which row each column is taken. */
struct pdf_grid { int number, row; GArray *taken; guint cells; };

static int *
pdf_taken(struct pdf_grid *g, int column)
{
	while (g->taken->len <= (guint)column)
		g_array_set_size(g->taken, (guint)column + 16);
	return &g_array_index(g->taken, int, column);
}

static void
pdf_place_row(struct pdf_tags *t, struct pdf_grid *g, qpdf_oh row)
{
	const struct pdf_objects *o = t->objects;
	qpdf_oh kids = pdf_entry(o, row, "/K");
	int count = pdf_count(o, kids), column = 0;

	g->row++;
	for (int i = 0; i < count && g->cells < PDF_CELLS && pdf_may_step(t); i++) {
		qpdf_oh cell = pdf_item(o, kids, i);
		struct pdf_cell *place;
		int columns, rows;

		if (!pdf_is_cell_element(o, cell))
			continue;
		while (*pdf_taken(g, column) >= g->row)
			column++;
		place = g_new(struct pdf_cell, 1);
		*place = (struct pdf_cell){g->number, g->row, column + 1};
		g_hash_table_insert(t->cells,
		    GINT_TO_POINTER(o->is.qpdf_oh_get_object_id(o->file, cell)), place);
		columns = pdf_span(t, cell, "/ColSpan");
		rows = pdf_span(t, cell, "/RowSpan");
		for (g->cells++; columns > 0; columns--, column++)
			*pdf_taken(g, column) = g->row + rows - 1;
	}
}

/* The rows of a table stand in it, or in its head, bodies and foot. */
static void
pdf_place_rows(struct pdf_tags *t, struct pdf_grid *g, qpdf_oh owner, bool is_table)
{
	qpdf_oh kids = pdf_entry(t->objects, owner, "/K");
	int count = pdf_count(t->objects, kids);

	for (int i = 0; i < count && g->cells < PDF_CELLS && pdf_may_step(t); i++) {
		qpdf_oh kid = pdf_item(t->objects, kids, i);

		if (pdf_is_element(t->objects, kid, "/TR"))
			pdf_place_row(t, g, kid);
		else if (is_table && t->objects->is.qpdf_oh_is_dictionary(t->objects->file, kid))
			pdf_place_rows(t, g, kid, false);
	}
}

/* A table that goes on on another page keeps its number. */
static int
pdf_table_number(struct pdf_reading *r, int object)
{
	gpointer number;

	if (!r->tagged_tables)
		r->tagged_tables = g_hash_table_new(NULL, NULL);
	number = g_hash_table_lookup(r->tagged_tables, GINT_TO_POINTER(object));
	if (!number) {
		number = GINT_TO_POINTER(++r->tables);
		g_hash_table_insert(r->tagged_tables, GINT_TO_POINTER(object), number);
	}
	return GPOINTER_TO_INT(number);
}

static void
pdf_place_cells(struct pdf_tags *t, qpdf_oh table)
{
	int object = t->objects->is.qpdf_oh_get_object_id(t->objects->file, table);
	struct pdf_grid grid = {.taken = g_array_new(FALSE, TRUE, sizeof(int))};

	if (!g_hash_table_contains(t->cells, GINT_TO_POINTER(object))) {
		grid.number = pdf_table_number(t->reading, object);
		g_hash_table_insert(t->cells, GINT_TO_POINTER(object), g_new0(struct pdf_cell, 1));
		pdf_place_rows(t, &grid, table, true);
	}
	g_array_free(grid.taken, TRUE);
}

struct pdf_cell
pdf_tagged_cell(struct pdf_tags *t, int mcid)
{
	const struct pdf_objects *o = t->objects;
	const struct pdf_cell *place;
	qpdf_oh cell = 0, element;
	int depth = 0;

	if (!pdf_may_step(t) || mcid < 0
	    || mcid >= o->is.qpdf_oh_get_array_n_items(o->file, t->elements))
		return (struct pdf_cell){0};
	element = o->is.qpdf_oh_get_array_item(o->file, t->elements, mcid);
	for (; depth < PDF_ANCESTORS && pdf_may_step(t)
	     && o->is.qpdf_oh_is_dictionary(o->file, element);
	     depth++) {
		if (pdf_is_cell_element(o, element))
			cell = element;
		if (cell && pdf_is_element(o, element, "/Table"))
			break;
		element = pdf_entry(o, element, "/P");
	}
	if (!cell || !pdf_is_element(o, element, "/Table"))
		return (struct pdf_cell){0};
	pdf_place_cells(t, element);
	place = g_hash_table_lookup(t->cells,
	    GINT_TO_POINTER(o->is.qpdf_oh_get_object_id(o->file, cell)));
	return place ? *place : (struct pdf_cell){0};
}
