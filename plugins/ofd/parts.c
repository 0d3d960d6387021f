/* The document, its fonts and its pages. */
#include "parts.h"

#include <libxml/parserInternals.h>
#include <stdio.h>

#include "element.h"
#include "tags.h"

void
ofd_write_document(xmlTextWriter *w, const struct ofd_sheets *s, const struct jy_item *items)
{
	ofd_start_root(w, "ofd:Document");
	ofd_start(w, "ofd:CommonData");
	xmlTextWriterWriteFormatElement(w, BAD_CAST "ofd:MaxUnitID", "%zu",
	    ofd_object_id(s->now.pages - 1, s->now.objects - 1));
	ofd_start(w, "ofd:PageArea");
	xmlTextWriterWriteFormatElement(w, BAD_CAST "ofd:PhysicalBox", "0 0 " OFD_MM " " OFD_MM,
	    OFD_UM(OFD_PAGE_WIDTH), OFD_UM(OFD_PAGE_HEIGHT));
	xmlTextWriterEndElement(w);
	ofd_element(w, "ofd:PublicRes", "PublicRes.xml");
	xmlTextWriterEndElement(w);
	ofd_start(w, "ofd:Pages");
	for (size_t i = 0; i < s->now.pages; i++) {
		ofd_start(w, "ofd:Page");
		ofd_id(w, "ID", ofd_page_id(s, i));
		xmlTextWriterWriteFormatAttribute(w, BAD_CAST "BaseLoc",
		    "Pages/Page_%zu/Content.xml", i);
		xmlTextWriterEndElement(w);
	}
	xmlTextWriterEndElement(w);
	ofd_write_outlines(w, s, items);
	ofd_element(w, "ofd:CustomTags", "Tags/CustomTags.xml");
	ofd_element(w, "ofd:Attachments", "Attachs/Attachments.xml");
	xmlTextWriterEndElement(w);
}

void
ofd_write_attachments(xmlTextWriter *w, bool archive)
{
	ofd_start_root(w, "ofd:Attachments");
	ofd_start(w, "ofd:Attachment");
	ofd_attribute(w, "ID", "minutes");
	ofd_attribute(w, "Name", OFD_MINUTES);
	ofd_attribute(w, "Format", archive ? "TXT" : "JSON");	/* archives keep TXT and XML */
	ofd_element(w, "ofd:FileLoc", "/" OFD_MINUTES_PART);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

static void
ofd_write_font(xmlTextWriter *w, const struct ofd_fonts *fonts, enum ofd_face face)
{
	const struct ofd_font *font = &fonts->of[face];

	ofd_start(w, "ofd:Font");
	ofd_id(w, "ID", ofd_font_id(face));
	ofd_attribute(w, "FontName", font->name);
	ofd_attribute(w, "FamilyName", ofd_standard_font(face));	/* what may replace it */
	if (font->file >= 0)
		ofd_element(w, "ofd:FontFile", fonts->files[font->file].path);
	xmlTextWriterEndElement(w);
}

void
ofd_write_resources(xmlTextWriter *w, const struct ofd_fonts *fonts)
{
	ofd_start_root(w, "ofd:Res");
	ofd_attribute(w, "BaseLoc", "Res");
	ofd_start(w, "ofd:Fonts");
	for (int face = 0; face < OFD_FACES; face++)
		ofd_write_font(w, fonts, (enum ofd_face)face);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

/* The advances between N glyphs; "g 3 5.571" stands for three of the same. */
static void
ofd_write_advances(xmlTextWriter *w, const struct ofd_glyph *g, size_t n)
{
	if (n < 2)
		return;
	xmlTextWriterStartAttribute(w, BAD_CAST "DeltaX");
	for (size_t i = 0, same; i + 1 < n; i += same) {
		for (same = 1; i + same + 1 < n && g[i + same].advance == g[i].advance; same++)
			;
		xmlTextWriterWriteString(w, BAD_CAST(i ? " " : ""));
		if (same > 1)
			xmlTextWriterWriteFormatString(w, "g %zu ", same);
		xmlTextWriterWriteFormatString(w, OFD_MM, OFD_UM(g[i].advance));
	}
	xmlTextWriterEndAttribute(w);
}

static void
ofd_write_glyphs(xmlTextWriter *w, const struct ofd_glyph *g, size_t n)
{
	xmlChar text[256];
	int used = 0;

	for (size_t i = 0; i < n; i++) {
		used += xmlCopyCharMultiByte(text + used, (int)g[i].c);
		if (i + 1 < n && used < (int)sizeof(text) - 5)
			continue;
		text[used] = '\0';
		xmlTextWriterWriteString(w, text);
		used = 0;
	}
}

static void
ofd_write_colour(xmlTextWriter *w, const char *name, const struct ofd_object *o)
{
	if (!o->red)
		return;
	ofd_start(w, name);
	ofd_attribute(w, "Value", "255 0 0");
	xmlTextWriterEndElement(w);
}

static void
ofd_write_text(xmlTextWriter *w, const struct ofd_sheets *s, const struct ofd_object *o, size_t id)
{
	ofd_start(w, "ofd:TextObject");
	ofd_id(w, "ID", id);
	ofd_boundary(w, o);
	ofd_id(w, "Font", ofd_font_id(o->face));
	ofd_length(w, "Size", o->height);
	ofd_write_colour(w, "ofd:FillColor", o);
	ofd_start(w, "ofd:TextCode");
	ofd_length(w, "X", 0);
	ofd_length(w, "Y", o->height * 88 / 100);	/* the base of a Han glyph */
	if (!o->alone)
		ofd_write_advances(w, s->glyphs + o->glyph, o->glyphs);
	ofd_write_glyphs(w, s->glyphs + o->glyph, o->glyphs);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

static void
ofd_write_rule(xmlTextWriter *w, const struct ofd_object *o, size_t id)
{
	int middle = o->height / 2;

	ofd_start(w, "ofd:PathObject");
	ofd_id(w, "ID", id);
	ofd_boundary(w, o);
	ofd_length(w, "LineWidth", o->height);
	ofd_write_colour(w, "ofd:StrokeColor", o);
	xmlTextWriterWriteFormatElement(w, BAD_CAST "ofd:AbbreviatedData",
	    "M 0 " OFD_MM " L " OFD_MM " " OFD_MM, OFD_UM(middle), OFD_UM(o->width),
	    OFD_UM(middle));
	xmlTextWriterEndElement(w);
}

void
ofd_write_page(xmlTextWriter *w, const struct ofd_sheets *s, size_t n)
{
	ofd_start_root(w, "ofd:Page");
	ofd_start(w, "ofd:Content");
	ofd_start(w, "ofd:Layer");
	ofd_id(w, "ID", ofd_page_id(s, n) + 1);
	for (size_t i = s->pages[n]; i < ofd_page_end(s, n); i++) {
		const struct ofd_object *o = &s->objects[i];

		if (o->glyphs)
			ofd_write_text(w, s, o, ofd_object_id(n, i));
		else
			ofd_write_rule(w, o, ofd_object_id(n, i));
	}
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}
