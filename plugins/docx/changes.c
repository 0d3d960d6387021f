/*
 * Tracked changes.  Accepted, deletions are passed over; rejected, insertions are.  Shown, they are
 * accepted, and what is deleted follows its paragraph in lines of its own that say so.
 */
#include "body.h"

#include <stdio.h>
#include <string.h>

/* Notes have numbers of their own; both kinds stand in one table. */
static void
docx_note_key(char *key, size_t size, const struct docx_xml *xml, bool end)
{
	const char *id = docx_attribute(xml, "id");

	snprintf(key, size, "%c%.30s", end ? 'e' : 'f', id ? id : "");
}

static void
docx_forget_note(struct docx_body *b)
{
	char key[32];

	docx_note_key(key, sizeof(key), b->xml, docx_is(b->xml, "endnoteReference"));
	xmlHashAddEntry(b->document->forgotten, BAD_CAST key, b->document);
}

long
docx_pass_text(struct docx_body *b, int depth, bool forget)
{
	struct docx_xml *xml = b->xml;
	bool in_text = docx_is(xml, "delText");
	enum docx_event event;
	long n = 0;

	while ((event = docx_next(xml)) != DOCX_END) {
		if (event == DOCX_TEXT) {
			if (in_text && xml->text)
				n += docx_characters(xml->text, strlen(xml->text));
			continue;
		}
		in_text = event == DOCX_OPEN && (docx_is(xml, "t") || docx_is(xml, "delText"));
		if (event == DOCX_CLOSE && xml->depth <= depth)
			break;
		if (event == DOCX_OPEN && docx_is(xml, "Fallback"))	/* the same once more */
			docx_skip(xml);
		else if (forget && event == DOCX_OPEN
		    && (docx_is(xml, "footnoteReference") || docx_is(xml, "endnoteReference")))
			docx_forget_note(b);
	}
	return n;
}

void
docx_open_insertion(struct docx_body *b)
{
	struct docx_document *d = b->document;

	d->insertions++;
	if (d->changes == DOCX_REJECT)
		d->unread += docx_pass_text(b, b->xml->depth, true);
}

void
docx_open_deletion(struct docx_body *b)
{
	struct docx_document *d = b->document;

	d->deletions++;
	if (d->changes == DOCX_ACCEPT)
		d->unread += docx_pass_text(b, b->xml->depth, true);
	else if (d->changes == DOCX_SHOW)
		b->story->deleted++;
}

void
docx_close_deletion(struct docx_body *b)
{
	if (b->story->deleted)
		b->story->deleted--;
}

/* Some programs write deleted text without saying around it that it is deleted. */
void
docx_open_deleted_text(struct docx_body *b)
{
	struct docx_document *d = b->document;

	if (d->changes == DOCX_ACCEPT) {
		d->deletions++;
		d->unread += docx_pass_text(b, b->xml->depth, false);
		return;
	}
	b->in_text = true;
	b->story->deleted += d->changes == DOCX_SHOW;
}

void
docx_close_deleted_text(struct docx_body *b)
{
	b->in_text = false;
	docx_close_deletion(b);
}

void
docx_open_note_reference(struct docx_body *b)
{
	if (b->story->deleted)
		docx_forget_note(b);
}

/* Separators are ruled lines, whatever the part says is in them.  A note whose mark is deleted is
 * deleted with it. */
void
docx_open_note(struct docx_body *b)
{
	struct docx_document *d = b->document;
	const char *type = docx_attribute(b->xml, "type");
	char key[32];

	b->story->origin = b->origin;
	if (type && strcmp(type, "normal") != 0) {
		docx_skip(b->xml);
		return;
	}
	docx_note_key(key, sizeof(key), b->xml, docx_is(b->xml, "endnote"));
	if (!xmlHashLookup(d->forgotten, BAD_CAST key))
		return;
	if (d->changes == DOCX_SHOW)
		b->story->origin = JY_DELETED;
	else
		d->unread += docx_pass_text(b, b->xml->depth, false);
}
