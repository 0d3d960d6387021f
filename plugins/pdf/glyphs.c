/*
 * The glyphs of a page.
 *
 * Poppler says which characters a page has and where; its order and its spaces are guesses, good
 * for running text and wrong for a list of names set in columns.  So only the places count here:
 * spaces are dropped and told anew from the gaps, and the order is that of the lines on the page.
 */
#include <math.h>
#include <string.h>

#include "fonts.h"
#include "pdf.h"

enum { PDF_SCALES = 32 };	/* more fonts of wrong sizes are not looked for on one page */

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

PopplerRectangle
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
		return (
		    struct pdf_glyph){.text = PDF_UNDECODED, .bytes = sizeof(PDF_UNDECODED) - 1};
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

/* Whether C is of a script that Chinese minutes hardly have: which is what numbers of glyphs look
 * like, taken for characters. */
static bool
pdf_is_strange(gunichar c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x180 && c < 0x2000)
	    || (c >= 0x2C00 && c < 0x2E80) || (c >= 0x3400 && c < 0x4DC0)
	    || (c >= 0xA000 && c < 0xF900);
}

/* As wide as a Han character, which no letter of ASCII is. */
static bool
pdf_is_stretched(const struct pdf_glyph *g)
{
	return g->box.x2 - g->box.x1 > 0.95 * g->size;
}

static void
pdf_doubt(struct pdf_page *page, const struct pdf_glyph *g, gunichar c)
{
	page->strange += pdf_is_strange(c);
	page->stretched += c < 0x80 && pdf_is_stretched(g);
}

/* A radical that stands for the ideograph becomes that in the text which poppler gave: both are of
 * three bytes. */
static gunichar
pdf_unify(struct pdf_page *page, const struct pdf_glyph *g, gunichar c)
{
	gunichar unified = jy_unified(c);

	if (unified != c && g->bytes == 3 && g_unichar_to_utf8(unified, NULL) == 3)
		g_unichar_to_utf8(unified, page->text + (g->text - page->text));
	return unified;
}

/*
 * Fills the page's glyphs.  Poppler gives each character of the text a box; but it doesn't count
 * the marks that it puts around text from right to left, and its text ends where a NUL is.
 */
static void
pdf_fill(struct pdf_page *page, const char *text, const PopplerRectangle *boxes, size_t n,
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
		if (look && look != before
		    && (!before || g_strcmp0(look->font_name, before->font_name) != 0)) {
			weight = pdf_weight(look->font_name);
			page->drawn |= g_strcmp0(look->font_name, PDF_NAMELESS) == 0;
		}
		c = pdf_unify(page, &g, pdf_character(&g));
		starts = starts || c == '\n';
		if (g_unichar_isspace(c))
			continue;
		g.box = pdf_box(&boxes[i]);
		g.size = look ? pdf_number(look->font_size) : 0;
		if (g.size <= 0)
			g.size = MAX(g.box.y2 - g.box.y1, 1);
		g.weight = weight;
		g.font = look ? look->font_name : NULL;
		g.han = (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
		g.wide = g.han || g_unichar_iswide_cjk(c);
		g.starts = starts;
		starts = false;
		pdf_doubt(page, &g, c);
		page->glyphs[page->count++] = g;
	}
}

/* A Han character is an em wide: by how much the size that poppler tells for its font is wrong. */
struct pdf_scale { const char *font; double size, factor; };

static double
pdf_factor(const struct pdf_glyph *g)
{
	double factor = (g->box.x2 - g->box.x1) / g->size;

	return g->han && (factor < 0.7 || factor > 1.4) && factor > 0.1 ? factor : 1;
}

static struct pdf_scale *
pdf_scale_of(GArray *scales, const struct pdf_glyph *g)
{
	for (guint i = 0; i < scales->len; i++) {
		struct pdf_scale *scale = &g_array_index(scales, struct pdf_scale, i);

		if (scale->size == g->size && g_strcmp0(scale->font, g->font) == 0)
			return scale;
	}
	return NULL;
}

/* Fonts that are drawn (Type 3) have a size of their own making, which poppler tells; programs that
 * print web pages use them.  The characters' widths put it right. */
static void
pdf_mend_sizes(struct pdf_page *page)
{
	GArray *scales = g_array_new(FALSE, FALSE, sizeof(struct pdf_scale));

	for (size_t i = 0; i < page->count && scales->len < PDF_SCALES; i++) {
		const struct pdf_glyph *g = &page->glyphs[i];
		struct pdf_scale scale = {g->font, g->size, pdf_factor(g)};

		if (scale.factor != 1 && !pdf_scale_of(scales, g))
			g_array_append_val(scales, scale);
	}
	for (size_t i = 0; i < page->count && scales->len; i++) {
		const struct pdf_scale *scale = pdf_scale_of(scales, &page->glyphs[i]);

		if (scale)
			page->glyphs[i].size *= scale->factor;
	}
	g_array_free(scales, TRUE);
}

void
pdf_collect(struct pdf_page *page, PopplerPage *poppler, const GList *looks)
{
	PopplerRectangle *boxes = NULL;
	guint n = 0;

	page->text = poppler_page_get_text(poppler);
	poppler_page_get_text_layout(poppler, &boxes, &n);
	pdf_fill(page, page->text ? page->text : "", boxes, n, looks);
	pdf_mend_sizes(page);
	g_free(boxes);
}

/* Letters as wide as Han characters are none: three of them, since W and @ nearly are.  How wide those
 * of a drawn font are, its size does not tell. */
bool
pdf_is_doubtful(const struct pdf_page *page)
{
	return page->strange || page->stretched >= 3 || page->drawn;
}

static void
pdf_forget(struct pdf_glyph *g)
{
	g->text = PDF_UNDECODED;
	g->bytes = sizeof(PDF_UNDECODED) - 1;
	g->wide = g->han = g->box.x2 - g->box.x1 > 0.7 * g->size;
}

/* Counts what fonts print that may be decodable or not: Han characters against letters. */
static void
pdf_weigh(const struct pdf_page *page, const struct pdf_names *names)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct pdf_glyph *g = &page->glyphs[i];
		int *balance = g->font ? g_hash_table_lookup(names->unsure, g->font) : NULL;

		if (balance)
			*balance += pdf_is_stretched(g) ? 1 : -1;
	}
}

static bool
pdf_is_forgotten(const struct pdf_names *names, const char *font)
{
	const int *balance = g_hash_table_lookup(names->unsure, font);

	return g_hash_table_contains(names->undecodable, font) || (balance && *balance > 0);
}

/* Forgets what is set in fonts that cannot be decoded; false where one that can has the same name,
 * so that poppler does not tell them apart. */
static bool
pdf_forget_fonts(struct pdf_page *page, const struct pdf_names *names)
{
	bool clear = true;

	pdf_weigh(page, names);
	for (size_t i = 0; i < page->count; i++) {
		struct pdf_glyph *g = &page->glyphs[i];

		if (!g->font || !pdf_is_forgotten(names, g->font))
			continue;
		if (g_hash_table_contains(names->decodable, g->font))
			clear = false;
		else
			pdf_forget(g);
	}
	return clear;
}

void
pdf_judge(struct pdf_reading *r, struct pdf_page *page)
{
	struct pdf_names names;
	bool clear = false;

	if (pdf_find_names(pdf_objects(r), page->number, &names)) {
		clear = pdf_forget_fonts(page, &names);
		pdf_free_names(&names);
	}
	if (!clear)
		g_array_append_val(r->doubtful, page->number);
}
