/* Pages that are pictures: drawn, read by OCR, and laid out by the places of their characters. */
#include <math.h>
#include <string.h>

#include "ocr.h"

/* Of one page: what a map would need more for is drawn coarser. */
#define MOST_PIXELS 40e6
#define MOST_SIDE 30000.0	/* cairo's and Tesseract's limit is 32767 */

void
pdf_ocr_begin(struct pdf_ocr *ocr, struct jy_task *task)
{
	*ocr = (struct pdf_ocr){.task = task};
	ocr->read = g_array_new(FALSE, FALSE, sizeof(int));
	ocr->blank = g_array_new(FALSE, FALSE, sizeof(int));
}

void
pdf_ocr_end(struct pdf_ocr *ocr)
{
	ocr_engine_free(ocr->engine);
	g_array_free(ocr->read, TRUE);
	g_array_free(ocr->blank, TRUE);
}

static bool
pdf_ocr_start(struct pdf_ocr *ocr)
{
	if (!ocr->tried)
		ocr->engine = ocr_engine_new(ocr->task, jy_option(ocr->task, "ocr-language"),
		    &ocr->why);
	ocr->tried = true;
	return ocr->engine != NULL;
}

int
pdf_ocr_prepare(struct pdf_ocr *ocr)
{
	ocr->always = jy_option_is(ocr->task, "ocr", "always");
	if (!ocr->always || pdf_ocr_start(ocr))
		return 0;
	return jy_fail(ocr->task, JY_UNAVAILABLE, "no-ocr", "there is no OCR: %-s", ocr->why);
}

/* Fills P->grey from what was drawn; white where nothing was. */
static void
pdf_ocr_to_grey(struct ocr_picture *p, cairo_surface_t *surface)
{
	const unsigned char *row = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);
	unsigned char *to = p->grey;

	for (int y = 0; y < p->height; y++, row += stride) {
		const guint32 *pixel = (const guint32 *)(const void *)row;

		for (int x = 0; x < p->width; x++) {
			guint32 c = pixel[x];

			*to++ = (unsigned char)(((c >> 16 & 255) * 77 + (c >> 8 & 255) * 150
						    + (c & 255) * 29)
			    >> 8);
		}
	}
}

static bool
pdf_ocr_draw(struct ocr_picture *p, PopplerPage *page)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, p->width,
	    p->height);
	cairo_t *cairo = cairo_create(surface);
	bool drawn;

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, p->scale, p->scale);
	poppler_page_render(page, cairo);
	drawn = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	if (drawn) {
		p->grey = g_new(unsigned char, (gsize)p->width *(gsize)p->height);
		pdf_ocr_to_grey(p, surface);
	}
	cairo_surface_destroy(surface);
	return drawn;
}

static bool
pdf_ocr_render(struct ocr_picture *p, PopplerPage *page, long dpi)
{
	double width, height;

	poppler_page_get_size(page, &width, &height);
	if (!(width > 0 && height > 0 && width < 1e6 && height < 1e6))
		return false;
	p->scale = MIN((double)dpi / 72, sqrt(MOST_PIXELS / (width * height)));
	p->scale = MIN(p->scale, MOST_SIDE / MAX(width, height));
	p->width = MAX((int)(width * p->scale), 1);
	p->height = MAX((int)(height * p->scale), 1);
	return pdf_ocr_draw(p, page);
}

/* Adds the picture's lines; whether OCR went through all of it. */
static bool
pdf_ocr_read(struct pdf_reading *r, struct jy_builder *b, const struct ocr_picture *picture,
    PopplerPage *page)
{
	GArray *symbols = g_array_new(FALSE, FALSE, sizeof(struct ocr_symbol)), *glyphs;
	GStringChunk *texts = g_string_chunk_new(4096);
	bool read = ocr_engine_read(r->ocr.engine, picture, symbols, texts);

	glyphs = ocr_glyphs(picture, symbols);
	pdf_lay_out(r, b, page, (struct pdf_glyph *)(void *)glyphs->data, glyphs->len);
	if (read)
		g_array_append_val(glyphs->len ? r->ocr.read : r->ocr.blank, r->page);
	else if (!r->ocr.why)
		r->ocr.why = jy_words(r->task, "OCR gave up on page %d, which took too long",
		    r->page);
	g_array_free(glyphs, TRUE);
	g_array_free(symbols, TRUE);
	g_string_chunk_free(texts);
	return read;
}

bool
pdf_ocr_page(struct pdf_reading *r, struct jy_builder *b, PopplerPage *page)
{
	struct ocr_picture picture = {0};
	bool read = false;

	if (jy_option_is(r->task, "ocr", "never") || !pdf_ocr_start(&r->ocr))
		return false;
	if (pdf_ocr_render(&picture, page, jy_option_number(r->task, "ocr-dpi")))
		read = pdf_ocr_read(r, b, &picture, page);
	g_free(picture.grey);
	return read;
}

void
pdf_ocr_report(const struct pdf_ocr *ocr, struct jy_builder *b)
{
	const char *language = jy_option(ocr->task, "ocr-language");
	const char *engine = ocr->engine ? ocr_engine_name(ocr->engine) : "";
	bool one = ocr->read->len == 1;
	struct jy_ocr *told;

	if (ocr->blank->len)
		jy_warn(ocr->task, 0, "ocr-blank",
		    ocr->blank->len == 1
			? JY_WORD("OCR found no text on %-s, which shows something")
			: JY_WORD("OCR found no text on %-s, which show something"),
		    pdf_page_list(ocr->task, ocr->blank));
	if (!ocr->read->len)
		return;
	jy_warn(ocr->task, 0, "from-ocr",
	    one ? JY_WORD("%-s was read by OCR (%s, %s): compare what matters with the page")
		: JY_WORD("%-s were read by OCR (%s, %s): compare what matters with the page"),
	    pdf_page_list(ocr->task, ocr->read), engine, language);
	told = jy_ocr(b);
	told->engine = jy_copy(b, engine, strlen(engine));
	told->language = jy_copy(b, language, strlen(language));
}
