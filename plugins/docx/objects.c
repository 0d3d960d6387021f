/* Boxes, content controls, pictures and what else stands in a document without running in it. */
#include "body.h"

#include <string.h>

/* A text box of a header is the header's, and one that is deleted is deleted. */
void
docx_open_text_box(struct docx_body *b)
{
	enum jy_origin origin = b->story->origin;

	docx_push_story(b,
	    b->story->deleted       ? JY_DELETED
		: origin == JY_BODY ? JY_TEXT_BOX
				    : origin);
}

void
docx_close_text_box(struct docx_body *b)
{
	if (b->story->outer)
		docx_pop_story(b);
}

/* Word art: mastheads are sometimes drawn with it. */
void
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

/* A control that nobody has filled in shows a hint, which is no text of the document. */
void
docx_open_control_properties(struct docx_body *b)
{
	int depth = b->xml->depth;

	b->placeholder = false;
	while (docx_inside(b->xml, depth)) {
		const char *value = docx_attribute(b->xml, "val");

		if (docx_is(b->xml, "showingPlcHdr"))
			b->placeholder = !value || docx_is_on(value);
	}
}

void
docx_open_control(struct docx_body *b)
{
	if (b->placeholder)
		b->document->lost[DOCX_PLACEHOLDER] += docx_pass_text(b, b->xml->depth, false);
	b->placeholder = false;
}

/* A document of another format that Word takes in when it opens this one.  The first is named. */
void
docx_open_chunk(struct docx_body *b)
{
	struct docx_document *d = b->document;
	const char *id = docx_attribute(b->xml, "id");
	const struct docx_relation *r = id && d->relations.by_id
	    ? xmlHashLookup(d->relations.by_id, BAD_CAST id)
	    : NULL;

	if (!d->lost[DOCX_EMBEDDED]++ && r)
		d->embedded = r->part;
}

void
docx_open_picture(struct docx_body *b)
{
	b->document->lost[DOCX_PICTURE]++;
}

void
docx_open_diagram(struct docx_body *b)
{
	b->document->lost[DOCX_DIAGRAM]++;
}

void
docx_open_object(struct docx_body *b)
{
	b->document->lost[DOCX_OBJECT]++;
}

void
docx_open_equation(struct docx_body *b)
{
	b->document->lost[DOCX_EQUATION]++;
}
