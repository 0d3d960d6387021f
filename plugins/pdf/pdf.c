/* PDF documents, through poppler. */
#include <string.h>

#include "ocr.h"

/* The header may stand anywhere in the first kilobyte (ISO 32000-1, Annex H.3.4.1). */
static int
pdf_probe(struct jy_bytes in)
{
	if (in.size >= 5 && memcmp(in.at, "%PDF-", 5) == 0)
		return 100;
	return memmem(in.at, MIN(in.size, 1024), "%PDF-", 5) ? 50 : 0;
}

/* By its text; or by OCR, where it shows something but has none. */
static void
pdf_read_one(struct pdf_reading *r, struct jy_builder *b)
{
	PopplerPage *page = poppler_document_get_page(r->document, r->page - 1);
	PopplerRectangle drawn;

	if (!page) {
		jy_warn(r->task, r->page, "damaged", "the page is damaged and was not read");
		return;
	}
	if (!r->ocr.always && pdf_read_page(r, b, page))
		r->any_text = true;
	else if (poppler_page_get_bounding_box(page, &drawn) && !pdf_ocr_page(r, b, page))
		g_array_append_val(r->unread, r->page);
	g_object_unref(page);
}

static int
pdf_read_pages(struct pdf_reading *r, struct jy_builder *b)
{
	int count = poppler_document_get_n_pages(r->document);
	char *chosen = pdf_choose_pages(r->task, count);
	int status = chosen ? pdf_ocr_prepare(&r->ocr) : -1;

	for (r->page = 1; r->page <= count && !status; r->page++) {
		if (!chosen[r->page]) {
			g_array_append_val(r->left_out, r->page);
			continue;
		}
		status = pdf_check_time(r) || pdf_check_text(r) ? -1 : 0;
		if (!status)
			pdf_read_one(r, b);
	}
	r->page = 0;
	g_free(chosen);
	return status;
}

static int
pdf_read_document(struct pdf_reading *r, struct jy_builder *b)
{
	if (pdf_open(r))
		return -1;
	pdf_describe(r->document, b);
	if (pdf_read_pages(r, b))
		return -1;
	pdf_ocr_report(&r->ocr, b);
	return pdf_report(r);
}

static GArray *
pdf_new_list(void)
{
	return g_array_new(FALSE, FALSE, sizeof(int));
}

static int
pdf_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct pdf_reading r = {.task = task,
	    .in = in,
	    .unread = pdf_new_list(),
	    .doubtful = pdf_new_list(),
	    .left_out = pdf_new_list()};
	guint handler = g_log_set_handler("Poppler",
	    G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, pdf_hear, &r);
	int result;

	pdf_ocr_begin(&r.ocr, task);
	result = pdf_read_document(&r, b);
	pdf_ocr_end(&r.ocr);
	if (r.document)
		g_object_unref(r.document);
	pdf_close_objects(r.objects);
	if (r.tagged_tables)
		g_hash_table_destroy(r.tagged_tables);
	g_log_remove_handler("Poppler", handler);
	g_array_free(r.unread, TRUE);
	g_array_free(r.doubtful, TRUE);
	g_array_free(r.left_out, TRUE);
	g_free(r.fault);
	return result;
}

static const struct jy_option pdf_options[] = {
	{"password", JY_STRING, "", "the user's or the owner's",
	    "what opens an encrypted document"},
	{"pages", JY_STRING, "", "a list like 1-3,7,10-", "which pages are read; all without it"},
	{"max-pages", JY_NUMBER, "10000", "1..1000000", "the most pages a document may have"},
	{"max-objects", JY_NUMBER, "1000000", "1..100000000", "the most objects a document may have"},
	{"max-text", JY_NUMBER, "200000", "1000..100000000",
	    "the most bytes of text a page may show; most Han characters take two"},
	{"max-time", JY_NUMBER, "0", "0..86400",
	    "after how many seconds no page more is begun; 0: never"},
	{"ocr", JY_CHOICE, "auto", "auto|never|always",
	    "whether to read pages by OCR; auto: those that show something but have no text"},
	{"ocr-language", JY_STRING, "chi_sim", "a language of Tesseract, or several: chi_sim+eng",
	    "what the pages read by OCR are written in"},
	{"ocr-dpi", JY_NUMBER, "160", "70..600", "dots an inch of the pictures that OCR reads"},
	{0}
};

JY_PLUGIN(.name = "pdf", .title = "PDF documents", .suffixes = "pdf",
    .media_type = "application/pdf", .options = pdf_options, .probe = pdf_probe,
    .read = pdf_read, );
