/* What went wrong with a document, as messages. */
#include <string.h>

#include "pdf.h"

/* What poppler finds wrong.  Its warnings mean nothing for the text, and of its errors the first is
 * enough: one fault is found again and again.  A font without a table is dropped with its text. */
void
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

/* "page 2 IS", "pages 2, 5-7 ARE", with WHY after that; nothing where there is no page. */
static void
pdf_warn_of_pages(struct jy_task *task, const GArray *pages, const char *code, const char *is,
    const char *are, const char *why)
{
	if (pages->len == 0)
		return;
	jy_warn(task, 0, code, "%-s %-s%-s%-s", pdf_page_list(task, pages),
	    pages->len == 1 ? is : are, why ? JY_WORD("; ") : "", why ? why : "");
}

/* Names the pages that are pictures; a document of nothing else can't be read at all. */
static int
pdf_report_unread(const struct pdf_reading *r)
{
	const char *why = r->ocr.why;

	if (r->unread->len && !r->any_text && !r->ocr.read->len)
		return jy_fail(r->task, JY_BAD_INPUT, "needs-ocr",
		    "no page has text: its pages are pictures and need OCR%-s%-s",
		    why ? JY_WORD("; ") : "", why ? why : "");
	pdf_warn_of_pages(r->task, r->unread, "needs-ocr",
	    JY_WORD("has no text, or hardly any, and "
		    "needs OCR: what it shows was not read"),
	    JY_WORD("have no text, or hardly any, and need "
		    "OCR: what they show was not read"),
	    why);
	return 0;
}

int
pdf_report(const struct pdf_reading *r)
{
	if (r->undecoded)
		return jy_fail(r->task, JY_UNAVAILABLE, "no-poppler-data",
		    "poppler lacks the data "
		    "that it decodes Chinese fonts with: install poppler-data");
	/* There is another permission for those who cannot see, which nearly every file gives. */
	if (!(poppler_document_get_permissions(r->document) & POPPLER_PERMISSIONS_OK_TO_COPY))
		jy_warn(r->task, 0, "extraction-forbidden",
		    "its author forbids to extract text from it, which was done nevertheless");
	if (r->fault)
		jy_warn(r->task, r->fault_page, "damaged",
		    "the file is damaged and text may be missing: poppler says \"%s\"", r->fault);
	pdf_warn_of_pages(r->task, r->doubtful, "doubtful-fonts",
	    JY_WORD("looks as if a font of it could "
		    "not be decoded, and nothing here can tell"),
	    JY_WORD("look as if fonts of them could not be "
		    "decoded, and nothing here can tell"),
	    NULL);
	pdf_warn_of_pages(r->task, r->left_out, "pages-left-out",
	    JY_WORD("was not read, as it was asked"), JY_WORD("were not read, as it was asked"),
	    NULL);
	return pdf_report_unread(r);
}
