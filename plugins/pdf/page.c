/* From a page's glyphs to runs of them, by the directions in which they follow each other. */
#include <math.h>

#include "ocr.h"

#define MOST_ON_SCAN 60	/* characters; a page of text has more */
#define COVERED 0.6		/* of the page's area, by one picture */

PopplerRectangle
pdf_turned(PopplerRectangle b, int turn, double w, double h)
{
	switch (turn) {
	case 1:
		return (PopplerRectangle){b.y1, w - b.x2, b.y2, w - b.x1};
	case 2:
		return (PopplerRectangle){w - b.x2, h - b.y2, w - b.x1, h - b.y1};
	case 3:
		return (PopplerRectangle){h - b.y2, b.x1, h - b.y1, b.x2};
	default:
		return b;
	}
}

/* Whether B goes on rightwards where A ends, so that nothing can stand between them. */
static bool
pdf_follows(PopplerRectangle a, PopplerRectangle b, double em)
{
	double gap = b.x1 - a.x2;

	return gap < em && gap > -em / 2 && fabs(pdf_middle(b) - pdf_middle(a)) < em / 2;
}

/* The direction in which B follows A, or -1.  What is so much larger is no part of the same text. */
static int
pdf_direction(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	if (MAX(a->size, b->size) > 1.8 * MIN(a->size, b->size))
		return -1;
	for (int turn = 0; turn < PDF_TURNS && !b->starts; turn++)
		if (pdf_follows(pdf_turned(a->box, turn, 0, 0), pdf_turned(b->box, turn, 0, 0),
			a->size))
			return turn;
	return -1;
}

/* The size of most characters: the majority, found in one pass (Boyer and Moore). */
static double
pdf_usual_size(const struct pdf_page *page)
{
	double usual = 0;
	size_t lead = 0;

	for (size_t i = 0; i < page->count; i++) {
		bool same = fabs(page->glyphs[i].size - usual) < 0.1;

		if (!lead)
			usual = page->glyphs[i].size;
		lead += !lead || same ? 1 : -(size_t)1;
	}
	return usual;
}

/* Gives every glyph its direction: that in which three or more follow each other.  Fewer, which may
 * stand like that by accident, have the direction of most. */
static void
pdf_direct(struct pdf_page *page)
{
	struct pdf_glyph *g = page->glyphs;

	for (size_t i = 0, end; i < page->count; i = end) {
		int turn = i + 1 < page->count ? pdf_direction(&g[i], &g[i + 1]) : -1;

		for (end = i + 1; end < page->count; end++)
			if (turn < 0 || pdf_direction(&g[end - 1], &g[end]) != turn)
				break;
		if (end - i < 3)
			turn = -1;
		else
			page->votes[turn] += end - i;
		for (size_t k = i; k < end; k++)
			g[k].turn = (signed char)turn;
	}
	for (int turn = 1; turn < PDF_TURNS; turn++)
		if (page->votes[turn] > page->votes[page->turn])
			page->turn = turn;
	page->usual = pdf_usual_size(page);
	pdf_find_askew(page);
	for (size_t i = 0; i < page->count; i++)
		if (g[i].turn < 0)
			g[i].turn = (signed char)page->turn;
}

static bool
pdf_goes_on(const struct pdf_glyph *previous, const struct pdf_glyph *g)
{
	return !g->starts && pdf_follows(previous->box, g->box, g->size)
	    && pdf_is_cell(previous->cell, g->cell) && previous->artifact == g->artifact;
}

/* Where each table begins, from the page's top: how far up a glyph of it reaches; by its number. */
static GHashTable *
pdf_table_tops(const struct pdf_page *page)
{
	GHashTable *tops = g_hash_table_new_full(NULL, NULL, NULL, g_free);

	for (size_t i = 0; i < page->count; i++) {
		gpointer table = GINT_TO_POINTER(page->glyphs[i].cell.table);
		double *top = table ? g_hash_table_lookup(tops, table) : NULL;

		if (table && !top) {
			top = g_new(double, 1);
			*top = INFINITY;
			g_hash_table_insert(tops, table, top);
		}
		if (top)
			*top = MIN(*top, page->glyphs[i].box.y1);
	}
	return tops;
}

/* For the order of reading: a table comes whole. */
static void
pdf_place_runs(struct pdf_frame *frame, const struct pdf_page *page)
{
	GHashTable *tops = pdf_table_tops(page);

	for (size_t i = 0; i < frame->run_count; i++) {
		struct pdf_run *run = &frame->runs[i];
		const double *top = g_hash_table_lookup(tops, GINT_TO_POINTER(run->cell.table));

		run->place = top ? *top : pdf_middle(run->box);
	}
	g_hash_table_destroy(tops);
}

static void
pdf_cut_runs(struct pdf_frame *frame, const struct pdf_page *page)
{
	const struct pdf_glyph *previous = NULL;

	frame->run_count = 0;
	for (size_t i = 0; i < page->count; i++) {
		const struct pdf_glyph *g = &page->glyphs[i];
		struct pdf_run *run;

		if (g->turn != frame->turn || g->askew)
			continue;
		if (!previous || !pdf_goes_on(previous, g))
			frame->runs[frame->run_count++] = (struct pdf_run){.glyphs = g,
			    .box = g->box,
			    .cell = g->cell,
			    .artifact = g->artifact};
		run = &frame->runs[frame->run_count - 1];
		run->count++;
		run->box = pdf_union(run->box, g->box);
		run->size = MAX(run->size, g->size);
		previous = g;
	}
	pdf_place_runs(frame, page);
}

/* Glyphs of one direction, as they are seen with it turned to the right. */
static void
pdf_turn(struct pdf_page *page, int turn)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->glyphs[i].turn == turn)
			page->glyphs[i].box = pdf_turned(page->glyphs[i].box, turn, page->width,
			    page->height);
}

static void
pdf_add_frame(struct pdf_reading *r, struct jy_builder *b, struct pdf_page *page, int turn)
{
	struct pdf_frame frame = {.page = page->number, .turn = turn, .page_turn = page->turn};
	struct pdf_body alone = {0}, *body = turn == page->turn ? &r->body : &alone;

	frame.width = turn % 2 ? page->height : page->width;
	frame.height = turn % 2 ? page->width : page->height;
	frame.runs = g_new(struct pdf_run, page->count);
	frame.rows = g_new(struct pdf_row, page->count);
	pdf_turn(page, turn);
	pdf_cut_runs(&frame, page);
	if (frame.run_count)
		pdf_arrange(&frame, body);
	if (frame.run_count && turn == page->turn && pdf_find_structure(r, page, &frame)) {
		pdf_cut_runs(&frame, page);
		pdf_arrange(&frame, body);
	}
	for (size_t i = 0; i < frame.row_count; i++)
		pdf_add_row(b, &frame, &frame.rows[i]);
	g_free(frame.rows);
	g_free(frame.runs);
}

/* A watermark is no part of the text: its characters come last, as furniture. */
static void
pdf_add_askew(struct jy_builder *b, const struct pdf_page *page)
{
	GString *text = g_string_new(NULL);
	struct jy_line *line;

	for (size_t i = 0; i < page->count; i++)
		if (page->glyphs[i].askew)
			g_string_append_len(text, page->glyphs[i].text, page->glyphs[i].bytes);
	if (text->len) {
		line = jy_add_line(b, page->number, text->str, text->len);
		line->origin = JY_FOOTER;
	}
	g_string_free(text, TRUE);
}

static void
pdf_add_frames(struct pdf_reading *r, struct jy_builder *b, struct pdf_page *page)
{
	pdf_direct(page);
	for (int i = 0; i < PDF_TURNS && page->count; i++) {
		int turn = (page->turn + i) % PDF_TURNS;

		if (turn == page->turn || page->votes[turn])
			pdf_add_frame(r, b, page, turn);
	}
	pdf_add_askew(b, page);
}

/* Is it a picture with a little text on it, such as the number or the name that a scanner's program
 * puts there? */
static bool
pdf_is_scanned(const struct pdf_page *page, PopplerPage *poppler)
{
	double covered = 0;
	GList *images;

	if (page->count == 0 || page->count > MOST_ON_SCAN)
		return false;
	images = poppler_page_get_image_mapping(poppler);
	for (const GList *i = images; i; i = i->next) {
		PopplerRectangle box = pdf_box(&((const PopplerImageMapping *)i->data)->area);

		covered = MAX(covered, (box.x2 - box.x1) * (box.y2 - box.y1));
	}
	poppler_page_free_image_mapping(images);
	return covered > COVERED * page->width * page->height;
}

/* Then what it says is read from the picture; failing that, it says so. */
static bool
pdf_read_scan(struct pdf_reading *r, struct jy_builder *b, PopplerPage *poppler)
{
	if (pdf_ocr_page(r, b, poppler))
		return true;
	g_array_append_val(r->unread, r->page);
	return false;
}

bool
pdf_read_page(struct pdf_reading *r, struct jy_builder *b, PopplerPage *poppler)
{
	struct pdf_page page = {.number = r->page};
	GList *looks = poppler_page_get_text_attributes(poppler);

	poppler_page_get_size(poppler, &page.width, &page.height);
	pdf_collect(&page, poppler, looks);
	if (pdf_is_doubtful(&page))
		pdf_judge(r, &page);
	if (!pdf_is_scanned(&page, poppler) || !pdf_read_scan(r, b, poppler))
		pdf_add_frames(r, b, &page);
	poppler_page_free_text_attributes(looks);
	g_free(page.text);
	g_free(page.glyphs);
	return page.count > 0;
}

void
pdf_lay_out(struct pdf_reading *r, struct jy_builder *b, PopplerPage *poppler,
    struct pdf_glyph *glyphs, size_t count)
{
	struct pdf_page page = {.number = r->page, .glyphs = glyphs, .count = count};

	poppler_page_get_size(poppler, &page.width, &page.height);
	pdf_add_frames(r, b, &page);
}
