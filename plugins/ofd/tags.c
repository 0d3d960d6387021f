/*
 * Values are tagged in the order in which they are set, so the objects of a tag are found by going
 * through both side by side.
 */
#include "tags.h"

#include <stdlib.h>
#include <string.h>

#include "element.h"
#include "layout.h"

/* The namespace of the elements that are named after the parts of a 公文. */
#define OFD_VOCABULARY "urn:jiyao:gongwen:1"

struct ofd_cursor { size_t object, page; };

void
ofd_write_tag_list(xmlTextWriter *w)
{
	ofd_start_root(w, "ofd:CustomTags");
	ofd_start(w, "ofd:CustomTag");
	ofd_attribute(w, "NameSpace", OFD_VOCABULARY);
	ofd_element(w, "ofd:FileLoc", "CustomTag.xml");
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

/* Goes on to the first object of tag FROM or a later one; false: there is none. */
static bool
ofd_seek(const struct ofd_sheets *s, struct ofd_cursor *at, size_t from)
{
	while (at->object < s->now.objects
	    && (!s->objects[at->object].tag || s->objects[at->object].tag < from))
		at->object++;
	if (at->object == s->now.objects)
		return false;
	while (at->object >= ofd_page_end(s, at->page))
		at->page++;
	return true;
}

/* Which tags have an object, or hold one that has; the caller frees it. */
static bool *
ofd_find_used(const struct ofd_sheets *s)
{
	bool *used = ofd_must(calloc(s->now.tags, sizeof(*used)));

	for (size_t i = 0; i < s->now.objects; i++)
		used[s->objects[i].tag] = true;
	for (size_t i = s->now.tags - 1; i > 0; i--)
		used[s->tags[i].up] |= used[i];
	return used;
}

static void
ofd_start_tag(xmlTextWriter *w, const struct ofd_tag *tag)
{
	xmlTextWriterStartElementNS(w, BAD_CAST "gw", BAD_CAST tag->name, NULL);
	if (tag->id.len)
		ofd_attribute(w, "id", tag->id.s);
}

static void
ofd_write_references(xmlTextWriter *w, const struct ofd_sheets *s, struct ofd_cursor *at,
    size_t tag)
{
	for (; ofd_seek(s, at, tag) && s->objects[at->object].tag == tag; at->object++) {
		ofd_start(w, "ofd:ObjectRef");
		ofd_id(w, "PageRef", ofd_page_id(s, at->page));
		xmlTextWriterWriteFormatString(w, "%zu", ofd_object_id(at->page, at->object));
		xmlTextWriterEndElement(w);
	}
}

void
ofd_write_tags(xmlTextWriter *w, const struct ofd_sheets *s)
{
	bool *used = ofd_find_used(s);
	struct ofd_cursor at = {0};
	size_t open = 0;

	ofd_start_tag(w, &s->tags[0]);
	ofd_attribute(w, "xmlns:gw", OFD_VOCABULARY);
	ofd_attribute(w, "xmlns:ofd", OFD_NAMESPACE);
	for (size_t i = 1; i < s->now.tags; i++) {
		if (!used[i])
			continue;
		for (; open != s->tags[i].up; open = s->tags[open].up)
			xmlTextWriterEndElement(w);
		ofd_start_tag(w, &s->tags[i]);
		ofd_write_references(w, s, &at, i);
		open = i;
	}
	for (; open; open = s->tags[open].up)
		xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
	free(used);
}

static void
ofd_write_target(xmlTextWriter *w, const struct ofd_sheets *s, struct ofd_cursor at)
{
	ofd_start(w, "ofd:Actions");
	ofd_start(w, "ofd:Action");
	ofd_attribute(w, "Event", "CLICK");
	ofd_start(w, "ofd:Goto");
	ofd_start(w, "ofd:Dest");
	ofd_attribute(w, "Type", "XYZ");
	ofd_id(w, "PageID", ofd_page_id(s, at.page));
	ofd_length(w, "Left", 0);
	ofd_length(w, "Top", s->objects[at.object].y);
	ofd_attribute(w, "Zoom", "0");
	for (int i = 0; i < 4; i++)
		xmlTextWriterEndElement(w);
}

static void
ofd_write_outline(xmlTextWriter *w, const struct ofd_sheets *s, struct ofd_cursor at,
    const struct jy_item *item)
{
	ofd_start(w, "ofd:OutlineElem");
	xmlTextWriterStartAttribute(w, BAD_CAST "Title");
	xmlTextWriterWriteString(w, BAD_CAST(item->label.s ? item->label.s : ""));
	xmlTextWriterWriteString(w, BAD_CAST(item->title.s ? item->title.s : ""));
	xmlTextWriterEndAttribute(w);
	ofd_write_target(w, s, at);
	xmlTextWriterEndElement(w);
}

/* An item without a heading has nothing to be called in an outline. */
void
ofd_write_outlines(xmlTextWriter *w, const struct ofd_sheets *s, const struct jy_item *item)
{
	struct ofd_cursor at = {0};
	bool any = false;

	for (size_t i = 1; item && i < s->now.tags; i++) {
		if (strcmp(s->tags[i].name, OFD_ITEM) != 0)
			continue;
		if ((item->label.len || item->title.len) && ofd_seek(s, &at, i)) {
			if (!any)
				ofd_start(w, "ofd:Outlines");
			any = true;
			ofd_write_outline(w, s, at, item);
		}
		item = item->next;
	}
	if (any)
		xmlTextWriterEndElement(w);
}
