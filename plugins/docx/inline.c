/* Paragraphs and what stands in them: runs, text, tabs, symbols, breaks, fields. */
#include "body.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

void
docx_open_paragraph(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	docx_begin(b);
	docx_dress_paragraph(b->document, p, b->document->styles.usual, &(struct docx_look){0});
}

void
docx_close_paragraph(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	if (p->open && !p->mark_dropped)
		docx_end(b);
	p->open = false;
}

void
docx_open_paragraph_properties(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	docx_read_paragraph_properties(b->document, b->xml, p);
	if (docx_said(&p->look, DOCX_PAGE_BREAK, 0) && !b->story->turned)
		docx_turn_page(b, true);
}

void
docx_open_run(struct docx_body *b)
{
	b->story->paragraph.run = b->story->paragraph.look;
}

void
docx_open_run_properties(struct docx_body *b)
{
	docx_read_run_properties(b->document, b->xml, &b->story->paragraph.run);
}

void
docx_open_text(struct docx_body *b)
{
	b->in_text = true;
}

void
docx_close_text(struct docx_body *b)
{
	b->in_text = false;
}

void
docx_open_tab(struct docx_body *b)
{
	docx_text(b, "\t", 1);
}

void
docx_open_hyphen(struct docx_body *b)
{
	static const char hyphen[] = "\u2011";

	docx_text(b, hyphen, sizeof(hyphen) - 1);
}

/* What is only known to its font is delivered as it is, and counted. */
void
docx_open_symbol(struct docx_body *b)
{
	const char *hex = docx_attribute(b->xml, "char");
	unsigned long code = hex ? strtoul(hex, NULL, 16) : 0;
	xmlChar utf8[8];

	if (code <= 0xFFFF)
		code = docx_symbol(docx_attribute(b->xml, "font"), (unsigned)code);
	b->document->lost[DOCX_SYMBOL] += code >= 0xE000 && code <= 0xF8FF;
	if (code > ' ' && IS_CHAR(code))
		docx_text(b, (char *)utf8, (size_t)xmlCopyCharMultiByte(utf8, (int)code));
}

void
docx_open_break(struct docx_body *b)
{
	const char *type = docx_attribute(b->xml, "type");
	bool page = type && strcmp(type, "page") == 0;

	if (!page || docx_has_text(&b->story->paragraph))
		docx_break(b);
	if (page)
		docx_turn_page(b, true);
}

void
docx_open_rendered_break(struct docx_body *b)
{
	docx_turn_page(b, false);
}

void
docx_open_field(struct docx_body *b)
{
	const char *type = docx_attribute(b->xml, "fldCharType");

	docx_field(b, type ? type : "");
}

/* The day on which it is printed: nobody knows it but the printer. */
void
docx_open_date(struct docx_body *b)
{
	b->document->lost[DOCX_DATE]++;
}

void
docx_open_phonetic(struct docx_body *b)
{
	b->in_phonetic = true;
}

void
docx_close_phonetic(struct docx_body *b)
{
	b->in_phonetic = false;
}
