/* The text of a part: its elements, one by one as they open and close. */
#include "body.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

static void
docx_open_paragraph(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	docx_begin(b);
	docx_dress_paragraph(b->document, p, b->document->styles.usual, &(struct docx_look){0});
}

static void
docx_close_paragraph(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	if (p->open && !p->mark_deleted)
		docx_end(b);
	p->open = false;
}

static void
docx_open_run(struct docx_body *b)
{
	b->story->paragraph.run = b->story->paragraph.look;
}

static void
docx_open_run_properties(struct docx_body *b)
{
	docx_read_run_properties(b->document, b->xml, &b->story->paragraph.run);
}

static void
docx_open_paragraph_properties(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	docx_read_paragraph_properties(b->document, b->xml, p);
	if (docx_said(&p->look, DOCX_PAGE_BREAK, 0) && !b->story->turned)
		docx_turn_page(b, true);
}

static void
docx_open_section(struct docx_body *b)
{
	docx_read_section(b->document, b->xml);
}

static void
docx_open_text(struct docx_body *b)
{
	b->in_text = true;
}

static void
docx_close_text(struct docx_body *b)
{
	b->in_text = false;
}

static void
docx_open_tab(struct docx_body *b)
{
	docx_text(b, "\t", 1);
}

static void
docx_open_hyphen(struct docx_body *b)
{
	static const char hyphen[] = "\u2011";

	docx_text(b, hyphen, sizeof(hyphen) - 1);
}

static void
docx_open_symbol(struct docx_body *b)
{
	const char *hex = docx_attribute(b->xml, "char");
	unsigned long code = hex ? strtoul(hex, NULL, 16) : 0;
	xmlChar utf8[8];

	if (code <= 0xFFFF)
		code = docx_symbol(docx_attribute(b->xml, "font"), (unsigned)code);
	if (code > ' ' && IS_CHAR(code))
		docx_text(b, (char *)utf8, (size_t)xmlCopyCharMultiByte(utf8, (int)code));
}

static void
docx_open_break(struct docx_body *b)
{
	const char *type = docx_attribute(b->xml, "type");
	bool page = type && strcmp(type, "page") == 0;

	if (!page || docx_has_text(&b->story->paragraph))
		docx_break(b);
	if (page)
		docx_turn_page(b, true);
}

static void
docx_open_rendered_break(struct docx_body *b)
{
	docx_turn_page(b, false);
}

static void
docx_open_field(struct docx_body *b)
{
	const char *type = docx_attribute(b->xml, "fldCharType");

	docx_field(b, type ? type : "");
}

static void
docx_open_row(struct docx_body *b)
{
	struct docx_table *t = b->story->table;

	if (t) {
		t->row++;
		t->column = 0;
		t->span = 1;
	}
}

/* Columns of the grid that the row leaves out, or that the cell takes. */
static int
docx_columns(const struct docx_body *b, int least)
{
	int n = docx_attribute_number(b->xml, "val", least);

	return n < least ? least : n > 1000 ? 1000 : n;
}

static void
docx_open_grid_before(struct docx_body *b)
{
	if (b->story->table)
		b->story->table->column += docx_columns(b, 0);
}

static void
docx_open_cell(struct docx_body *b)
{
	struct docx_table *t = b->story->table;

	if (t) {
		t->column += t->span;
		t->span = 1;
	}
}

static void
docx_open_span(struct docx_body *b)
{
	if (b->story->table)
		b->story->table->span = docx_columns(b, 1);
}

/* A text box of a header is the header's. */
static void
docx_open_text_box(struct docx_body *b)
{
	enum jy_origin origin = b->story->origin;

	docx_push_story(b, origin == JY_BODY ? JY_TEXT_BOX : origin);
}

static void
docx_close_text_box(struct docx_body *b)
{
	if (b->story->outer)
		docx_pop_story(b);
}

/* Word art: mastheads are sometimes drawn with it. */
static void
docx_open_text_path(struct docx_body *b)
{
	const char *string = docx_attribute(b->xml, "string");

	if (!string)
		return;
	docx_open_text_box(b);
	docx_open_paragraph(b);
	docx_text(b, string, strlen(string));
	docx_close_text_box(b);
}

/* Separators are ruled lines, whatever the part says is in them. */
static void
docx_open_note(struct docx_body *b)
{
	const char *type = docx_attribute(b->xml, "type");

	if (type && strcmp(type, "normal") != 0)
		docx_skip(b->xml);
}

static void
docx_open_phonetic(struct docx_body *b)
{
	b->in_phonetic = true;
}

static void
docx_close_phonetic(struct docx_body *b)
{
	b->in_phonetic = false;
}

static void
docx_open_embedded(struct docx_body *b)
{
	b->document->lost[DOCX_EMBEDDED]++;
}

static void
docx_pass_over(struct docx_body *b)
{
	docx_skip(b->xml);
}

/* In strcmp's order.  Elements that are not here are looked into; text counts in `t` only, so
 * instructions (instrText) and deleted text (delText) are not read. */
static const struct docx_handler {
	const char *name;
	void (*open)(struct docx_body *), (*close)(struct docx_body *);
} docx_handlers[] = {
	{"AlternateContent", docx_open_alternate, docx_close_alternate},
	{"Choice", docx_open_choice, docx_close_choice},
	{"Fallback", docx_open_fallback, NULL},
	{"altChunk", docx_open_embedded, NULL},
	{"br", docx_open_break, NULL},
	{"comment", NULL, docx_end},
	{"cr", docx_break, NULL},
	{"del", docx_pass_over, NULL},
	{"endnote", docx_open_note, docx_end},
	{"ffData", docx_pass_over, NULL},
	{"fldChar", docx_open_field, NULL},
	{"footnote", docx_open_note, docx_end},
	{"gridBefore", docx_open_grid_before, NULL},
	{"gridSpan", docx_open_span, NULL},
	{"lastRenderedPageBreak", docx_open_rendered_break, NULL},
	{"moveFrom", docx_pass_over, NULL},
	{"noBreakHyphen", docx_open_hyphen, NULL},
	{"p", docx_open_paragraph, docx_close_paragraph},
	{"pPr", docx_open_paragraph_properties, NULL},
	{"ptab", docx_open_tab, NULL},
	{"r", docx_open_run, NULL},
	{"rPr", docx_open_run_properties, NULL},
	{"rt", docx_open_phonetic, docx_close_phonetic},
	{"sdtEndPr", docx_pass_over, NULL},
	{"sdtPr", docx_pass_over, NULL},
	{"sectPr", docx_open_section, NULL},
	{"sym", docx_open_symbol, NULL},
	{"t", docx_open_text, docx_close_text},
	{"tab", docx_open_tab, NULL},
	{"tbl", docx_push_table, docx_pop_table},
	{"tblPrChange", docx_pass_over, NULL},
	{"tc", docx_open_cell, docx_end},
	{"tcPrChange", docx_pass_over, NULL},
	{"textpath", docx_open_text_path, NULL},
	{"tr", docx_open_row, NULL},
	{"trPrChange", docx_pass_over, NULL},
	{"txbxContent", docx_open_text_box, docx_close_text_box},
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
	struct docx_body b = {.document = d, .xml = xml};
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
