/*
 * From a page to runs of glyphs.
 *
 * Poppler says which characters a page has and where; its order and its spaces are guesses, good
 * for running text and wrong for a list of names set in columns.  So only the places count here:
 * spaces are dropped and told anew from the gaps, and the order is that of the lines on the page.
 */
#include <math.h>
#include <string.h>

#include "pdf.h"

#define TURNS 4

struct pdf_page {
	int number, turn;		/* the direction of most of its text */
	double width, height;
	struct pdf_glyph *glyphs;
	size_t count, votes[TURNS];	/* glyphs, and how many of them run in each direction */
};

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

/* A font tells its weight by its name at most. */
static int
pdf_weight(const char *font)
{
	static const struct { const char *word; int weight; } words[] = {
		{"semibold", 600}, {"demi", 600}, {"bold", 700}, {"black", 900}, {"heavy", 900},
		{"light", 300}, {"粗", 700},
	};
	char *lower = g_ascii_strdown(font ? font : "", -1);
	int weight = 400;

	for (size_t i = 0; i < G_N_ELEMENTS(words) && weight == 400; i++)
		if (strstr(lower, words[i].word))
			weight = words[i].weight;
	g_free(lower);
	return weight;
}

static double
pdf_number(double value)
{
	return isfinite(value) ? CLAMP(value, -1e6, 1e6) : 0;
}

static PopplerRectangle
pdf_box(const PopplerRectangle *r)
{
	double x1 = pdf_number(r->x1), x2 = pdf_number(r->x2);
	double y1 = pdf_number(r->y1), y2 = pdf_number(r->y2);

	return (PopplerRectangle){MIN(x1, x2), MIN(y1, y2), MAX(x1, x2), MAX(y1, y2)};
}

/* The character at *TEXT, whatever bytes it is made of; at the end of the text, one undecoded. */
static struct pdf_glyph
pdf_next(const char **text)
{
	struct pdf_glyph g = {.text = *text};

	if (!**text)
		return (struct pdf_glyph){.text = "\uFFFD", .bytes = 3};
	do
		g.bytes++;
	while (((unsigned char)g.text[g.bytes] & 0xC0) == 0x80);
	*text += g.bytes;
	return g;
}

static gunichar
pdf_character(const struct pdf_glyph *g)
{
	return g_utf8_get_char_validated(g->text, g->bytes);
}

static bool
pdf_is_direction_mark(const struct pdf_glyph *g)
{
	return pdf_character(g) >= 0x202A && pdf_character(g) <= 0x202E;
}

/* How characters look from the I-th on: moves LOOKS to it.  NULL where it isn't known. */
static const PopplerTextAttributes *
pdf_look(const GList **looks, size_t i)
{
	for (; *looks; *looks = (*looks)->next) {
		const PopplerTextAttributes *look = (*looks)->data;

		if (look->end_index >= (int)i)
			return look;
	}
	return NULL;
}

/*
 * Fills the page's glyphs.  Poppler gives each character of the text a box; but it doesn't count
 * the marks that it puts around text from right to left, and its text ends where a NUL is.
 */
static void
pdf_collect(struct pdf_page *page, const char *text, const PopplerRectangle *boxes, size_t n,
    const GList *looks)
{
	size_t length = (size_t)g_utf8_strlen(text, -1), marks = length > n ? length - n : 0;
	const PopplerTextAttributes *look = NULL;
	bool starts = true;
	int weight = 0;

	page->glyphs = g_new(struct pdf_glyph, n + 1);
	for (size_t i = 0; i < n; i++) {
		const PopplerTextAttributes *before = look;
		struct pdf_glyph g = pdf_next(&text);
		gunichar c;

		for (; marks && pdf_is_direction_mark(&g); marks--)
			g = pdf_next(&text);
		look = pdf_look(&looks, i);
		if (look && look != before && (!before ||
		    g_strcmp0(look->font_name, before->font_name) != 0))
			weight = pdf_weight(look->font_name);
		c = pdf_character(&g);
		starts = starts || c == '\n';
		if (g_unichar_isspace(c))
			continue;
		g.box = pdf_box(&boxes[i]);
		g.size = look ? pdf_number(look->font_size) : 0;
		if (g.size <= 0)
			g.size = MAX(g.box.y2 - g.box.y1, 1);
		g.weight = weight;
		g.wide = (c >= 0x4E00 && c <= 0x9FFF) || g_unichar_iswide_cjk(c);
		g.starts = starts;
		starts = false;
		page->glyphs[page->count++] = g;
	}
}

/* Whether B goes on rightwards where A ends, so that nothing can stand between them. */
static bool
pdf_follows(PopplerRectangle a, PopplerRectangle b, double em)
{
	double gap = b.x1 - a.x2;

	return gap < em && gap > -em / 2 && fabs(pdf_middle(b) - pdf_middle(a)) < em / 2;
}

/* The direction in which B follows A, or -1. */
static int
pdf_direction(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	for (int turn = 0; turn < TURNS && !b->starts; turn++)
		if (pdf_follows(pdf_turned(a->box, turn, 0, 0), pdf_turned(b->box, turn, 0, 0),
		    a->size))
			return turn;
	return -1;
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
	for (int turn = 1; turn < TURNS; turn++)
		if (page->votes[turn] > page->votes[page->turn])
			page->turn = turn;
	for (size_t i = 0; i < page->count; i++)
		if (g[i].turn < 0)
			g[i].turn = (signed char)page->turn;
}

static void
pdf_cut_runs(struct pdf_frame *frame, struct pdf_page *page)
{
	struct pdf_glyph *previous = NULL;
	struct pdf_run *run = NULL;

	frame->runs = g_new(struct pdf_run, page->count);
	for (size_t i = 0; i < page->count; i++) {
		struct pdf_glyph *g = &page->glyphs[i];

		if (g->turn != frame->turn)
			continue;
		g->box = pdf_turned(g->box, frame->turn, page->width, page->height);
		if (!previous || g->starts || !pdf_follows(previous->box, g->box, g->size)) {
			run = &frame->runs[frame->run_count++];
			*run = (struct pdf_run){.glyphs = g, .box = g->box};
		}
		run->count++;
		run->box = pdf_union(run->box, g->box);
		run->size = MAX(run->size, g->size);
		previous = g;
	}
}

static void
pdf_add_frame(struct jy_builder *b, struct pdf_page *page, int turn, struct pdf_body *body)
{
	struct pdf_frame frame = {.page = page->number, .turn = turn};

	frame.width = turn % 2 ? page->height : page->width;
	frame.height = turn % 2 ? page->width : page->height;
	pdf_cut_runs(&frame, page);
	frame.rows = g_new(struct pdf_row, frame.run_count);
	pdf_arrange(&frame, body);
	for (size_t i = 0; i < frame.row_count; i++)
		pdf_add_row(b, &frame, &frame.rows[i]);
	g_free(frame.rows);
	g_free(frame.runs);
}

static void
pdf_add_frames(struct jy_builder *b, struct pdf_page *page, struct pdf_body *body)
{
	pdf_direct(page);
	for (int i = 0; i < TURNS && page->count; i++) {
		int turn = (page->turn + i) % TURNS;

		struct pdf_body alone = {0};

		if (turn == page->turn || page->votes[turn])
			pdf_add_frame(b, page, turn, turn == page->turn ? body : &alone);
	}
}

bool
pdf_read_page(struct jy_builder *b, PopplerPage *poppler, int number, struct pdf_body *body)
{
	struct pdf_page page = {.number = number};
	PopplerRectangle *boxes = NULL;
	char *text = poppler_page_get_text(poppler);
	GList *looks = poppler_page_get_text_attributes(poppler);
	guint n = 0;

	poppler_page_get_size(poppler, &page.width, &page.height);
	poppler_page_get_text_layout(poppler, &boxes, &n);
	pdf_collect(&page, text ? text : "", boxes, n, looks);
	pdf_add_frames(b, &page, body);
	poppler_page_free_text_attributes(looks);
	g_free(text);
	g_free(boxes);
	g_free(page.glyphs);
	return page.count > 0;
}

void
pdf_lay_out(struct jy_builder *b, PopplerPage *poppler, int number, struct pdf_glyph *glyphs,
    size_t count, struct pdf_body *body)
{
	struct pdf_page page = {.number = number, .glyphs = glyphs, .count = count};

	poppler_page_get_size(poppler, &page.width, &page.height);
	pdf_add_frames(b, &page, body);
}
