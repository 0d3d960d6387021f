/* The text of a part: its elements, one by one as they open and close. */
#include "body.h"

#include <stdlib.h>
#include <string.h>

static void
docx_open_section(struct docx_body *b)
{
	docx_read_section(b->document, b->xml);
}

static void
docx_pass_over(struct docx_body *b)
{
	docx_skip(b->xml);
}

/* In strcmp's order.  Elements that are not here are looked into; text counts in `t` and, deleted,
 * in `delText`, so instructions (instrText, delInstrText) are not read. */
static const struct docx_handler {
	const char *name;
	void (*open)(struct docx_body *), (*close)(struct docx_body *);
} docx_handlers[] = {
	{"AlternateContent", docx_open_alternate, docx_close_alternate},
	{"Choice", docx_open_choice, docx_close_choice},
	{"Fallback", docx_open_fallback, NULL},
	{"OLEObject", docx_open_object, NULL},
	{"altChunk", docx_open_chunk, NULL},
	{"br", docx_open_break, NULL},
	{"chart", docx_open_diagram, NULL},
	{"comment", NULL, docx_end},
	{"cr", docx_break, NULL},
	{"dayLong", docx_open_date, NULL},
	{"dayShort", docx_open_date, NULL},
	{"del", docx_open_deletion, docx_close_deletion},
	{"delText", docx_open_deleted_text, docx_close_deleted_text},
	{"endnote", docx_open_note, docx_end},
	{"endnoteReference", docx_open_note_reference, NULL},
	{"fldChar", docx_open_field, NULL},
	{"footnote", docx_open_note, docx_end},
	{"footnoteReference", docx_open_note_reference, NULL},
	{"imagedata", docx_open_picture, NULL},
	{"ins", docx_open_insertion, NULL},
	{"lastRenderedPageBreak", docx_open_rendered_break, NULL},
	{"lstStyle", docx_pass_over, NULL},
	{"monthLong", docx_open_date, NULL},
	{"monthShort", docx_open_date, NULL},
	{"moveFrom", docx_open_deletion, docx_close_deletion},
	{"moveTo", docx_open_insertion, NULL},
	{"noBreakHyphen", docx_open_hyphen, NULL},
	{"oMath", docx_open_equation, NULL},
	{"p", docx_open_paragraph, docx_close_paragraph},
	{"pPr", docx_open_paragraph_properties, NULL},
	{"pic", docx_open_picture, NULL},
	{"ptab", docx_open_tab, NULL},
	{"r", docx_open_run, NULL},
	{"rPr", docx_open_run_properties, NULL},
	{"relIds", docx_open_diagram, NULL},
	{"rt", docx_open_phonetic, docx_close_phonetic},
	{"sdtContent", docx_open_control, NULL},
	{"sdtEndPr", docx_pass_over, NULL},
	{"sdtPr", docx_open_control_properties, NULL},
	{"sectPr", docx_open_section, NULL},
	{"sym", docx_open_symbol, NULL},
	{"t", docx_open_text, docx_close_text},
	{"tab", docx_open_tab, NULL},
	{"tbl", docx_push_table, docx_pop_table},
	{"tblPrChange", docx_pass_over, NULL},
	{"tc", docx_open_cell, docx_end},
	{"tcPr", docx_open_cell_properties, NULL},
	{"textpath", docx_open_text_path, NULL},
	{"tr", docx_open_row, NULL},
	{"trPr", docx_open_row_properties, NULL},
	{"txBody", docx_open_text_box, docx_close_text_box},
	{"txbxContent", docx_open_text_box, docx_close_text_box},
	{"yearLong", docx_open_date, NULL},
	{"yearShort", docx_open_date, NULL},
};

static int
docx_compare(const void *name, const void *handler)
{
	return strcmp(name, ((const struct docx_handler *)handler)->name);
}

static void
docx_handle(struct docx_body *b, enum docx_event event)
{
	const struct docx_handler *h = bsearch(b->xml->name, docx_handlers,
	    sizeof(docx_handlers) / sizeof(*docx_handlers), sizeof(*docx_handlers), docx_compare);

	if (h && event == DOCX_OPEN && h->open)
		h->open(b);
	else if (h && event == DOCX_CLOSE && h->close)
		h->close(b);
}

/* Line ends within the text of an element are no more than spaces. */
static void
docx_meet_text(struct docx_body *b, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\r\n");

		docx_text(b, text, len);
		text += len;
		if (*text) {
			docx_text(b, " ", 1);
			text++;
		}
	}
}

void
docx_read_body(struct docx_document *d, struct docx_xml *xml, enum jy_origin origin)
{
	struct docx_body b = {.document = d, .xml = xml, .origin = origin};
	enum docx_event event;

	docx_push_story(&b, origin);
	while ((event = docx_next(xml)) != DOCX_END) {
		if (event != DOCX_TEXT)
			docx_handle(&b, event);
		else if (b.in_text && xml->text)
			docx_meet_text(&b, xml->text);
	}
	while (b.story)
		docx_pop_story(&b);
	while (b.choice)
		docx_close_alternate(&b);
}
