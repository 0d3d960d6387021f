/* Elements and attributes of parts, by the XML writer. */
#include "element.h"

size_t
ofd_font_id(enum ofd_face face)
{
	return 1 + (size_t)face;
}

size_t
ofd_object_id(size_t page, size_t object)
{
	return 1 + OFD_FACES + 2 * (page + 1) + object;
}

size_t
ofd_page_id(const struct ofd_sheets *s, size_t page)
{
	return ofd_object_id(page, s->pages[page]) - 2;
}

void
ofd_start(xmlTextWriter *w, const char *name)
{
	xmlTextWriterStartElement(w, BAD_CAST name);
}

void
ofd_attribute(xmlTextWriter *w, const char *name, const char *value)
{
	xmlTextWriterWriteAttribute(w, BAD_CAST name, BAD_CAST value);
}

void
ofd_start_root(xmlTextWriter *w, const char *name)
{
	ofd_start(w, name);
	ofd_attribute(w, "xmlns:ofd", OFD_NAMESPACE);
}

void
ofd_id(xmlTextWriter *w, const char *name, size_t id)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST name, "%zu", id);
}

void
ofd_length(xmlTextWriter *w, const char *name, int um)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST name, OFD_MM, OFD_UM(um));
}

void
ofd_element(xmlTextWriter *w, const char *name, const char *text)
{
	if (text && *text)
		xmlTextWriterWriteElement(w, BAD_CAST name, BAD_CAST text);
}

void
ofd_boundary(xmlTextWriter *w, const struct ofd_object *o)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST "Boundary",
	    OFD_MM " " OFD_MM " " OFD_MM " " OFD_MM, OFD_UM(o->x), OFD_UM(o->y), OFD_UM(o->width),
	    OFD_UM(o->height));
}
