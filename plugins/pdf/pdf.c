/* PDF documents, through poppler. */
#include <string.h>

#include "ocr.h"

struct pdf_reading {
	struct jy_task *task;
	PopplerDocument *document;
	GArray *unread;		/* pages (int) that show something, but no text */
	struct pdf_ocr ocr;
	bool any_text;
	int page;		/* which poppler is at */
	char *fault;		/* the first that poppler found, and the page it was at */
	int fault_page;
	bool undecoded;		/* poppler has no data to decode a font with */
};

/* The header may stand anywhere in the first kilobyte (ISO 32000-1, Annex H.3.4.1). */
static int
pdf_probe(struct jy_bytes in)
{
	if (in.size >= 5 && memcmp(in.at, "%PDF-", 5) == 0)
		return 100;
	return memmem(in.at, MIN(in.size, 1024), "%PDF-", 5) ? 50 : 0;
}

/* What poppler finds wrong.  Its warnings mean nothing for the text, and of its errors the first is
 * enough: one fault is found again and again.  A font without a table is dropped with its text. */
static void
pdf_hear(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
	struct pdf_reading *r = data;

	(void)domain;
	(void)level;
	if (strstr(message, "Missing language pack")) {
		r->undecoded = true;
	} else if (g_str_has_prefix(message, "Syntax error") && !r->fault) {
		r->fault = g_strdup(message);
		r->fault_page = r->page;
	}
}

/* Poppler 22.12 dies of a wrong password for a document in bytes, but not for one in a stream. */
static PopplerDocument *
pdf_unlock(GBytes *bytes, const char *password, GError **error)
{
	GInputStream *stream = g_memory_input_stream_new_from_bytes(bytes);
	PopplerDocument *document = poppler_document_new_from_stream(stream,
	    (goffset)g_bytes_get_size(bytes), password, NULL, error);

	g_object_unref(stream);
	return document;
}

static int
pdf_open(struct pdf_reading *r, struct jy_bytes in)
{
	GBytes *bytes = g_bytes_new_static(in.at, in.size);
	const char *password = jy_option(r->task, "password");
	GError *error = NULL;
	bool encrypted;

	if (*password)
		r->document = pdf_unlock(bytes, password, &error);
	else
		r->document = poppler_document_new_from_bytes(bytes, NULL, &error);
	g_bytes_unref(bytes);
	if (r->document)
		return 0;
	encrypted = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
	g_clear_error(&error);
	if (!encrypted)
		return jy_fail(r->task, JY_BAD_INPUT, "damaged",
		    "the PDF is damaged beyond reading");
	return jy_fail(r->task, JY_BAD_INPUT, "encrypted", *password ?
	    "the PDF is encrypted, and the password is wrong" :
	    "the PDF is encrypted: give its password with -O password=");
}

/* Takes TEXT. */
static struct jy_text
pdf_take(struct jy_builder *b, char *text)
{
	struct jy_text copy = {0};

	if (text && *text)
		copy = jy_copy(b, text, strlen(text));
	g_free(text);
	return copy;
}

static struct jy_text
pdf_take_date(struct jy_builder *b, GDateTime *date)
{
	struct jy_text copy = {0};

	if (date) {
		copy = pdf_take(b, g_date_time_format_iso8601(date));
		g_date_time_unref(date);
	}
	return copy;
}

static void
pdf_describe(PopplerDocument *document, struct jy_builder *b)
{
	struct jy_source *source = jy_source(b);
	struct jy_metadata *metadata = source->metadata;

	source->pages = poppler_document_get_n_pages(document);
	metadata->title = pdf_take(b, poppler_document_get_title(document));
	metadata->author = pdf_take(b, poppler_document_get_author(document));
	metadata->producer = pdf_take(b, poppler_document_get_producer(document));
	metadata->created = pdf_take_date(b, poppler_document_get_creation_date_time(document));
	metadata->modified = pdf_take_date(b,
	    poppler_document_get_modification_date_time(document));
}

/* By its text; or by OCR, where it shows something but has none. */
static void
pdf_read_any_page(struct pdf_reading *r, struct jy_builder *b, PopplerPage *page,
    struct pdf_body *body, bool ocr)
{
	PopplerRectangle drawn;

	if (!ocr && pdf_read_page(b, page, r->page, body))
		r->any_text = true;
	else if (poppler_page_get_bounding_box(page, &drawn) &&
	    !pdf_ocr_page(&r->ocr, b, page, r->page, body))
		g_array_append_val(r->unread, r->page);
}

static int
pdf_read_pages(struct pdf_reading *r, struct jy_builder *b)
{
	int count = poppler_document_get_n_pages(r->document), ocr = pdf_ocr_always(&r->ocr);
	struct pdf_body body = {0};

	if (ocr < 0)
		return -1;

	for (r->page = 1; r->page <= count; r->page++) {
		PopplerPage *page = poppler_document_get_page(r->document, r->page - 1);

		if (!page) {
			jy_warn(r->task, r->page, "damaged",
			    "the page is damaged and was not read");
			continue;
		}
		pdf_read_any_page(r, b, page, &body, ocr);
		g_object_unref(page);
	}
	r->page = 0;
	return 0;
}

char *
pdf_page_list(const GArray *pages)
{
	GString *list = g_string_new(pages->len == 1 ? "page " : "pages ");
	const int *page = (const int *)(const void *)pages->data;

	for (guint i = 0, end; i < pages->len; i = end) {
		for (end = i + 1; end < pages->len && page[end] == page[end - 1] + 1; end++)
			;
		g_string_append_printf(list, "%s%d", i ? ", " : "", page[i]);
		if (end > i + 1)
			g_string_append_printf(list, "-%d", page[end - 1]);
	}
	return g_string_free(list, FALSE);
}

/* Names the pages that are pictures; a document of nothing else can't be read at all. */
static int
pdf_report_unread(const struct pdf_reading *r)
{
	const char *why = r->ocr.why ? r->ocr.why : "";
	const char *colon = r->ocr.why ? "; " : "";
	bool one = r->unread->len == 1;
	char *list;

	if (r->unread->len == 0)
		return 0;
	if (!r->any_text && !r->ocr.read->len)
		return jy_fail(r->task, JY_BAD_INPUT, "needs-ocr",
		    "no page has text: its pages are pictures and need OCR%s%s", colon, why);
	list = pdf_page_list(r->unread);
	jy_warn(r->task, 0, "needs-ocr",
	    "%s %s no text and need%s OCR: what they show was not read%s%s",
	    list, one ? "has" : "have", one ? "s" : "", colon, why);
	g_free(list);
	return 0;
}

static int
pdf_report(const struct pdf_reading *r)
{
	const PopplerPermissions extract =
	    POPPLER_PERMISSIONS_OK_TO_COPY | POPPLER_PERMISSIONS_OK_TO_EXTRACT_CONTENTS;

	if (r->undecoded)
		return jy_fail(r->task, JY_UNAVAILABLE, "no-poppler-data", "poppler lacks the data "
		    "that it decodes Chinese fonts with: install poppler-data");
	if (!(poppler_document_get_permissions(r->document) & extract))
		jy_warn(r->task, 0, "extraction-forbidden",
		    "its author forbids to extract text from it, which was done nevertheless");
	if (r->fault)
		jy_warn(r->task, r->fault_page, "damaged",
		    "the file is damaged and text may be missing: poppler says \"%s\"", r->fault);
	return pdf_report_unread(r);
}

static int
pdf_read_document(struct pdf_reading *r, struct jy_bytes in, struct jy_builder *b)
{
	if (pdf_open(r, in))
		return -1;
	pdf_describe(r->document, b);
	if (pdf_read_pages(r, b))
		return -1;
	pdf_ocr_report(&r->ocr, b);
	return pdf_report(r);
}

static int
pdf_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct pdf_reading r = {.task = task, .unread = g_array_new(FALSE, FALSE, sizeof(int))};
	guint handler = g_log_set_handler("Poppler", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL |
	    G_LOG_FLAG_RECURSION, pdf_hear, &r);
	int result;

	pdf_ocr_begin(&r.ocr, task);
	result = pdf_read_document(&r, in, b);
	pdf_ocr_end(&r.ocr);
	if (r.document)
		g_object_unref(r.document);
	g_log_remove_handler("Poppler", handler);
	g_array_free(r.unread, TRUE);
	g_free(r.fault);
	return result;
}

static const struct jy_option pdf_options[] = {
	{"password", JY_STRING, "", "the user's or the owner's",
	    "what opens an encrypted document"},
	{"ocr", JY_CHOICE, "auto", "auto|never|always",
	    "whether to read pages by OCR; auto: those that show something but have no text"},
	{"ocr-language", JY_STRING, "chi_sim", "a language of Tesseract, or several: chi_sim+eng",
	    "what the pages read by OCR are written in"},
	{"ocr-dpi", JY_NUMBER, "160", "70..600", "dots an inch of the pictures that OCR reads"},
	{0}
};

JY_PLUGIN(
	.name = "pdf",
	.title = "PDF documents",
	.suffixes = "pdf",
	.media_type = "application/pdf",
	.options = pdf_options,
	.probe = pdf_probe,
	.read = pdf_read,
);
