/* From a row of runs to a line: its spaces and gaps by the distances, its look, its alignment. */
#include <math.h>

#include "pdf.h"

/* In ems.  A typesetter puts up to a quarter of an em between Han characters and digits, which is
 * no space, and moves punctuation about; and stretches a line's characters a little to fill it. */
#define SPACE 0.15		/* the least between Latin letters or digits, or between Han characters */
#define WIDE_SPACE 0.4		/* the least between one of these and something else */
#define GAP 0.75		/* wider than a space that was typed once */
#define TRACKING 0.3		/* the most that a line is stretched */

/* Walks the glyphs of a row, from run to run. */
struct pdf_walk { const struct pdf_row *row; size_t run, glyph; };

static const struct pdf_glyph *
pdf_step(struct pdf_walk *w)
{
	const struct pdf_run *run = &w->row->runs[w->run];

	if (w->run == w->row->count)
		return NULL;
	if (w->glyph == run->count - 1) {
		w->run++;
		w->glyph = 0;
		return &run->glyphs[run->count - 1];
	}
	return &run->glyphs[w->glyph++];
}

static double
pdf_distance(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	return (b->box.x1 - a->box.x2) / MAX(a->size, b->size);
}

/* By how much all characters of the row stand apart, in ems: Han characters from each other, and any
 * others, since lines that are filled may be stretched between Han characters only. */
struct pdf_tracking { double han, other; };

static bool
pdf_are_han(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	return a->han && b->han;
}

/* Few characters don't tell. */
static struct pdf_tracking
pdf_find_tracking(const struct pdf_row *row)
{
	struct pdf_walk walk = {.row = row};
	const struct pdf_glyph *a = pdf_step(&walk), *b;
	struct pdf_tracking least = {TRACKING, TRACKING};
	int han = 1, other = 1;

	for (; (b = pdf_step(&walk)); a = b) {
		if (pdf_are_han(a, b)) {
			least.han = MIN(least.han, pdf_distance(a, b));
			han++;
		} else {
			least.other = MIN(least.other, pdf_distance(a, b));
			other++;
		}
	}
	least.han = han < 4 ? 0 : MAX(least.han, 0);
	least.other = other < 4 ? MIN(least.han, MAX(least.other, 0)) : MAX(least.other, 0);
	return least;
}

/* By how much more than the row's characters do these two stand apart; and is that a space?  What OCR
 * read has its places from the picture, to a quarter of an em. */
static double
pdf_gap(const struct pdf_glyph *a, const struct pdf_glyph *b, const struct pdf_tracking *tracking,
    bool *space)
{
	bool han = pdf_are_han(a, b);
	double ems = pdf_distance(a, b) - (han ? tracking->han : tracking->other);

	*space = ems >= ((han && !a->confidence) || !(a->wide || b->wide) ? SPACE : WIDE_SPACE);
	return ems;
}

/* Glyphs whose bytes stand together in the page's text, as most do: they are copied at once. */
struct pdf_piece { const char *start; gsize bytes; };

static void
pdf_copy(GString *text, struct pdf_piece *run)
{
	g_string_append_len(text, run->start, (gssize)run->bytes);
	run->bytes = 0;
}

/* Puts the row's text into TEXT and its gaps (struct jy_gap) into GAPS. */
static void
pdf_spell(const struct pdf_row *row, GString *text, GArray *gaps)
{
	struct pdf_walk walk = {.row = row};
	struct pdf_piece run = {NULL, 0};
	const struct pdf_glyph *a = NULL, *b;
	struct pdf_tracking tracking = pdf_find_tracking(row);

	for (; (b = pdf_step(&walk)); a = b) {
		bool space = false;
		double ems = a ? pdf_gap(a, b, &tracking, &space) : 0;

		if (space || (run.bytes && run.start + run.bytes != b->text))
			pdf_copy(text, &run);
		if (space)
			g_string_append_c(text, ' ');
		if (ems >= GAP) {
			struct jy_gap gap = {.offset = text->len + run.bytes, .ems = ems};

			g_array_append_val(gaps, gap);
		}
		run.start = run.bytes ? run.start : b->text;
		run.bytes += b->bytes;
	}
	if (run.bytes)
		pdf_copy(text, &run);
}

/* The look of most characters: the majority, found in one pass (Boyer and Moore). */
static const struct pdf_glyph *
pdf_usual(const struct pdf_row *row)
{
	struct pdf_walk walk = {.row = row};
	const struct pdf_glyph *usual = row->runs->glyphs, *g;
	size_t lead = 0;

	while ((g = pdf_step(&walk))) {
		if (lead == 0)
			usual = g;
		if (fabs(g->size - usual->size) < 0.1 && g->weight == usual->weight)
			lead++;
		else
			lead--;
	}
	return usual;
}

/* How sure OCR is of the character that it is least sure of, from 1 to 100: the others, which are
 * many, would hide it in a mean.  0: it is no OCR's. */
static int
pdf_confidence(const struct pdf_row *row)
{
	struct pdf_walk walk = {.row = row};
	const struct pdf_glyph *g;
	int least = 100;

	if (!row->runs->glyphs->confidence)
		return 0;
	while ((g = pdf_step(&walk)))
		least = MIN(least, g->confidence);
	return least;
}

/* Paragraphs begin two ems in and attendance hangs up to half the page, so that only wider margins
 * tell that a line is centred or set to the right. */
static enum jy_align
pdf_align(const struct pdf_edges *edges, PopplerRectangle box, double em)
{
	double left = box.x1 - edges->left, right = edges->right - box.x2;

	if (left < em && right < 1.5 * em)	/* a mark at the end may have hung or moved down */
		return JY_JUSTIFIED;
	if (left > 2.5 * em && right > 2.5 * em && fabs(left - right) < em)
		return JY_CENTRE;
	if (right < 4.5 * em && left > (edges->right - edges->left) / 2)
		return JY_RIGHT;
	return JY_LEFT;
}

void
pdf_add_row(struct jy_builder *b, const struct pdf_frame *frame, const struct pdf_row *row)
{
	const struct pdf_edges *edges = &frame->edges[row->runs->column];
	const struct pdf_glyph *usual = pdf_usual(row);
	GString *text = g_string_sized_new(256);
	GArray *gaps = g_array_new(FALSE, FALSE, sizeof(struct jy_gap));
	PopplerRectangle box;
	struct jy_line *line;

	pdf_spell(row, text, gaps);
	line = jy_add_line(b, frame->page, text->str, text->len);
	for (guint i = 0; i < gaps->len; i++) {
		const struct jy_gap *gap = &g_array_index(gaps, struct jy_gap, i);

		jy_add_gap(b, line, gap->offset, gap->ems);
	}
	box = pdf_turned(row->box, (4 + frame->page_turn - frame->turn) % 4, frame->width,
	    frame->height);
	line->at.x0 = box.x1;
	line->at.y0 = box.y1;
	line->at.x1 = box.x2;
	line->at.y1 = box.y2;
	line->at.confidence = pdf_confidence(row);
	line->size = usual->size;
	line->weight = usual->weight;
	if (row->runs->artifact)
		line->origin = pdf_middle(row->box) < frame->height / 2 ? JY_HEADER : JY_FOOTER;
	line->table = row->runs->cell.table;
	line->row = row->runs->cell.row;
	line->column = row->runs->cell.column;
	line->indent = row->box.x1 - edges->left;
	line->align = pdf_align(edges, row->box, usual->size);
	g_array_free(gaps, TRUE);
	g_string_free(text, TRUE);
}
