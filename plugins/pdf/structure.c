/* What the page's lines and the document's tags say of its text: cells of tables, and artifacts. */
#include <string.h>

#include "drawing.h"
#include "table.h"
#include "tags.h"

/* Of the page's height: running heads and page numbers stand no further from its edges. */
#define MARGIN 0.15

static bool
pdf_set_ruled_cells(struct pdf_reading *r, struct pdf_page *page, const struct pdf_drawing *drawing)
{
	struct pdf_tables *tables = pdf_make_tables(drawing, r->tables);

	if (!tables)
		return false;
	for (size_t i = 0; i < page->count; i++)
		if (page->glyphs[i].turn == page->turn)
			page->glyphs[i].cell = pdf_cell_of(tables, page->glyphs[i].box);
	r->tables += pdf_table_count(tables);
	pdf_free_tables(tables);
	return true;
}

static bool
pdf_set_tagged_cells(struct pdf_reading *r, struct pdf_page *page,
    const struct pdf_drawing *drawing)
{
	struct pdf_tags *tags = pdf_read_tags(r);
	const struct pdf_mark *last = NULL;
	struct pdf_cell cell = {0};
	bool any = false;

	for (size_t i = 0; tags && i < page->count; i++) {
		struct pdf_glyph *g = &page->glyphs[i];
		const struct pdf_mark *mark = g->turn == page->turn ? pdf_mark_of(drawing, g)
								    : NULL;

		if (mark && mark != last)
			cell = pdf_tagged_cell(tags, mark->mcid);
		if (mark)
			g->cell = cell;
		any |= mark && cell.table;
		last = mark ? mark : last;
	}
	pdf_free_tags(tags);
	return any;
}

static bool
pdf_is_at_edge(const struct pdf_page *page, const struct pdf_glyph *g)
{
	double height = page->turn % 2 ? page->width : page->height;

	return g->box.y2 < MARGIN * height || g->box.y1 > (1 - MARGIN) * height;
}

/* Artifacts are running heads and page numbers where they stand at the page's edges.  Some programs
 * call all of a page one: that says nothing. */
static bool
pdf_set_artifacts(struct pdf_page *page, const struct pdf_drawing *drawing)
{
	size_t all = 0, artifacts = 0;

	for (size_t i = 0; i < page->count; i++) {
		struct pdf_glyph *g = &page->glyphs[i];
		const struct pdf_mark *mark = g->turn == page->turn ? pdf_mark_of(drawing, g)
								    : NULL;

		g->artifact = mark && mark->artifact && pdf_is_at_edge(page, g);
		artifacts += g->artifact;
		all++;
	}
	if (artifacts && 4 * artifacts <= all)
		return true;
	for (size_t i = 0; i < page->count; i++)
		page->glyphs[i].artifact = false;
	return false;
}

bool
pdf_find_structure(struct pdf_reading *r, struct pdf_page *page, const struct pdf_frame *frame)
{
	bool tabular = pdf_looks_tabular(frame), cells, artifacts;
	struct pdf_drawing drawing;

	if ((!tabular && !r->is_tagged) || !pdf_read_drawing(r, page, &drawing))
		return false;
	cells = tabular
	    && (pdf_set_ruled_cells(r, page, &drawing)
		|| (r->is_tagged && pdf_set_tagged_cells(r, page, &drawing)));
	artifacts = r->is_tagged && pdf_set_artifacts(page, &drawing);
	pdf_free_drawing(&drawing);
	return cells || artifacts;
}
