/* Tables: where in the grid a cell stands, and which cells are not seen. */
#include "body.h"

#include <string.h>

void
docx_push_table(struct docx_body *b)
{
	struct docx_table *t = docx_alloc(sizeof(*t));

	docx_end(b);
	t->number = ++b->document->tables;
	t->outer = b->story->table;
	b->story->table = t;
}

void
docx_pop_table(struct docx_body *b)
{
	struct docx_table *t = b->story->table;

	docx_end(b);
	if (t) {
		b->story->table = t->outer;
		docx_release(t, NULL);
	}
}

void
docx_open_row(struct docx_body *b)
{
	struct docx_table *t = b->story->table;

	if (t) {
		t->row++;
		t->column = 0;
		t->span = 1;
		t->row_hidden = t->row_deleted = t->covered = t->cell_deleted = false;
	}
}

/* Columns of the grid that the row leaves out, or that the cell takes. */
static int
docx_columns(const struct docx_body *b, int least)
{
	int n = docx_attribute_number(b->xml, "val", least);

	return n < least ? least : n > 1000 ? 1000 : n;
}

/* A row or cell that is inserted or deleted; true where it is not to be read, but passed over. */
static bool
docx_change_cells(struct docx_body *b, bool inserted, bool deleted, int depth)
{
	struct docx_document *d = b->document;
	bool reject = d->changes == DOCX_REJECT;

	d->insertions += inserted;
	d->deletions += deleted;
	if (!(reject ? inserted : deleted && d->changes == DOCX_ACCEPT))
		return false;
	d->unread += docx_pass_text(b, depth, true);
	return true;
}

void
docx_open_row_properties(struct docx_body *b)
{
	struct docx_table *t = b->story->table;
	int depth = b->xml->depth;
	bool inserted = false, deleted = false;

	while (t && docx_inside(b->xml, depth)) {
		const char *value = docx_attribute(b->xml, "val");

		if (docx_is(b->xml, "trPrChange"))
			docx_skip(b->xml);
		else if (docx_is(b->xml, "gridBefore"))
			t->column += docx_columns(b, 0);
		else if (docx_is(b->xml, "hidden"))
			t->row_hidden = !value || docx_is_on(value);
		else if (docx_is(b->xml, "ins"))
			inserted = true;
		else if (docx_is(b->xml, "del"))
			deleted = true;
	}
	if (t && !docx_change_cells(b, inserted, deleted, depth - 1))
		t->row_deleted = deleted && b->document->changes == DOCX_SHOW;
}

void
docx_open_cell(struct docx_body *b)
{
	struct docx_table *t = b->story->table;

	if (t) {
		t->column += t->span;
		t->span = 1;
		t->covered = t->cell_deleted = false;
	}
}

/* A cell that continues another one, above it or beside it; it may hold text that nobody sees. */
static bool
docx_continues(const struct docx_xml *xml)
{
	const char *value = docx_attribute(xml, "val");

	return !value || strcmp(value, "continue") == 0;
}

void
docx_open_cell_properties(struct docx_body *b)
{
	struct docx_table *t = b->story->table;
	int depth = b->xml->depth;
	bool inserted = false, deleted = false;

	while (t && docx_inside(b->xml, depth)) {
		if (docx_is(b->xml, "tcPrChange")) {
			if (b->document->changes != DOCX_REJECT) {
				docx_skip(b->xml);
				continue;
			}
			t->span = 1;	/* what is in it holds instead */
			t->covered = false;
		} else if (docx_is(b->xml, "gridSpan"))
			t->span = docx_columns(b, 1);
		else if (docx_is(b->xml, "vMerge"))
			t->covered |= t->row > 1 && docx_continues(b->xml);
		else if (docx_is(b->xml, "hMerge"))
			t->covered |= t->column > 1 && docx_continues(b->xml);
		else if (docx_is(b->xml, "cellIns"))
			inserted = true;
		else if (docx_is(b->xml, "cellDel"))
			deleted = true;
	}
	if (t && !docx_change_cells(b, inserted, deleted, depth - 1))
		t->cell_deleted = deleted && b->document->changes == DOCX_SHOW;
}

bool
docx_is_covered(const struct docx_story *s)
{
	for (const struct docx_table *t = s->table; t; t = t->outer)
		if (t->covered || t->row_hidden)
			return true;
	return false;
}

bool
docx_is_deleted(const struct docx_story *s)
{
	for (const struct docx_table *t = s->table; t; t = t->outer)
		if (t->row_deleted || t->cell_deleted)
			return true;
	return false;
}
