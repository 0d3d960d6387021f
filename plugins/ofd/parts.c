/*
 * Every element carries the literal prefix ofd:, because there are readers that look for it.
 *
 * Identifiers are unique in the document.  The fonts come first; then each page takes one, its
 * layer one, and its objects one each: so every identifier follows from an index.
 */
#include "parts.h"

#include <ctype.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* A length in millimetres, from whole numbers: %f would follow the locale. */
#define OFD_MM "%d.%03d"
#define OFD_UM(um) (um) / 1000, (um) % 1000

static const char *const ofd_fonts[OFD_FACES] = {
	[OFD_XIAOBIAOSONG] = "方正小标宋简体", [OFD_HEI] = "黑体", [OFD_KAI] = "楷体",
	[OFD_FANG] = "仿宋", [OFD_SONG] = "宋体",
};

static size_t
ofd_font_id(enum ofd_face face)
{
	return 1 + (size_t)face;
}

static size_t
ofd_object_id(size_t page, size_t object)
{
	return 1 + OFD_FACES + 2 * (page + 1) + object;
}

static size_t
ofd_page_id(const struct ofd_sheets *s, size_t page)
{
	return ofd_object_id(page, s->pages[page]) - 2;
}

static void
ofd_start(xmlTextWriter *w, const char *name)
{
	xmlTextWriterStartElement(w, BAD_CAST name);
}

static void
ofd_start_root(xmlTextWriter *w, const char *name)
{
	ofd_start(w, name);
	xmlTextWriterWriteAttribute(w, BAD_CAST "xmlns:ofd",
	    BAD_CAST "http://www.ofdspec.org/2016");
}

static void
ofd_attribute(xmlTextWriter *w, const char *name, const char *value)
{
	xmlTextWriterWriteAttribute(w, BAD_CAST name, BAD_CAST value);
}

static void
ofd_id(xmlTextWriter *w, const char *name, size_t id)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST name, "%zu", id);
}

static void
ofd_length(xmlTextWriter *w, const char *name, int um)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST name, OFD_MM, OFD_UM(um));
}

static void
ofd_element(xmlTextWriter *w, const char *name, const char *text)
{
	if (text)
		xmlTextWriterWriteElement(w, BAD_CAST name, BAD_CAST text);
}

/* 32 hexadecimal digits that the same source always has. */
static void
ofd_write_id(xmlTextWriter *w, struct jy_text sha256)
{
	char id[33] = "00000000000000000000000000000000";

	for (size_t i = 0; i < 32 && i < sha256.len && isxdigit((unsigned char)sha256.s[i]); i++)
		id[i] = sha256.s[i];
	ofd_element(w, "ofd:DocID", id);
}

/* Whether DATE is a day of the calendar, as xs:date wants it. */
static bool
ofd_is_day(struct jy_text date)
{
	struct tm read, real;
	int year, month, day, end;

	if (date.len != 10 || strspn(date.s, "0123456789-") != 10 ||
	    sscanf(date.s, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10)
		return false;
	read = (struct tm){.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
	real = read;
	timegm(&real);		/* makes 30 February a day in March */
	return year > 0 && real.tm_mon == read.tm_mon && real.tm_mday == read.tm_mday;
}

/* The day the minutes were compiled or issued, else that of the meeting. */
static void
ofd_write_day(xmlTextWriter *w, const struct jy_minutes *m)
{
	const struct jy_imprint *compiled = m->document->compiled, *issued = m->document->issued;

	if (compiled && ofd_is_day(compiled->date))
		ofd_element(w, "ofd:CreationDate", compiled->date.s);
	else if (issued && ofd_is_day(issued->date))
		ofd_element(w, "ofd:CreationDate", issued->date.s);
	else if (ofd_is_day(m->meeting->date))
		ofd_element(w, "ofd:CreationDate", m->meeting->date.s);
}

/* That the text, or some of it, was read from pictures. */
static void
ofd_write_ocr(xmlTextWriter *w, const struct jy_ocr *ocr)
{
	if (!ocr)
		return;
	ofd_start(w, "ofd:CustomDatas");
	ofd_start(w, "ofd:CustomData");
	ofd_attribute(w, "Name", "OCR");
	xmlTextWriterWriteFormatString(w, "%s, %s", ocr->engine.s ? ocr->engine.s : "",
	    ocr->language.s ? ocr->language.s : "");
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

void
ofd_write_root(xmlTextWriter *w, const struct jy_minutes *m)
{
	const struct jy_document *d = m->document;

	ofd_start_root(w, "ofd:OFD");
	ofd_attribute(w, "Version", "1.0");
	ofd_attribute(w, "DocType", "OFD");
	ofd_start(w, "ofd:DocBody");
	ofd_start(w, "ofd:DocInfo");
	ofd_write_id(w, m->source->sha256);
	ofd_element(w, "ofd:Title", d->title.s);
	ofd_element(w, "ofd:Author", d->issuer.s);
	ofd_write_day(w, m);
	ofd_element(w, "ofd:Creator", m->generator->name.s);
	ofd_element(w, "ofd:CreatorVersion", m->generator->version.s);
	ofd_write_ocr(w, m->source->ocr);
	xmlTextWriterEndElement(w);
	ofd_element(w, "ofd:DocRoot", "Doc_0/Document.xml");
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

void
ofd_write_document(xmlTextWriter *w, const struct ofd_sheets *s)
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
	ofd_element(w, "ofd:Attachments", "Attachs/Attachments.xml");
	xmlTextWriterEndElement(w);
}

void
ofd_write_attachments(xmlTextWriter *w)
{
	ofd_start_root(w, "ofd:Attachments");
	ofd_start(w, "ofd:Attachment");
	ofd_attribute(w, "ID", "minutes");
	ofd_attribute(w, "Name", OFD_MINUTES);
	ofd_attribute(w, "Format", "JSON");
	ofd_element(w, "ofd:FileLoc", "/" OFD_MINUTES_PART);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}

void
ofd_write_resources(xmlTextWriter *w)
{
	ofd_start_root(w, "ofd:Res");
	ofd_attribute(w, "BaseLoc", "Res");
	ofd_start(w, "ofd:Fonts");
	for (int face = 0; face < OFD_FACES; face++) {
		ofd_start(w, "ofd:Font");
		ofd_id(w, "ID", ofd_font_id((enum ofd_face)face));
		ofd_attribute(w, "FontName", ofd_fonts[face]);
		ofd_attribute(w, "FamilyName", ofd_fonts[face]);
		xmlTextWriterEndElement(w);
	}
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
		xmlTextWriterWriteString(w, BAD_CAST (i ? " " : ""));
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
ofd_write_boundary(xmlTextWriter *w, const struct ofd_object *o)
{
	xmlTextWriterWriteFormatAttribute(w, BAD_CAST "Boundary",
	    OFD_MM " " OFD_MM " " OFD_MM " " OFD_MM,
	    OFD_UM(o->x), OFD_UM(o->y), OFD_UM(o->width), OFD_UM(o->height));
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
	ofd_write_boundary(w, o);
	ofd_id(w, "Font", ofd_font_id(o->face));
	ofd_length(w, "Size", o->height);
	ofd_write_colour(w, "ofd:FillColor", o);
	ofd_start(w, "ofd:TextCode");
	ofd_length(w, "X", 0);
	ofd_length(w, "Y", o->height * 88 / 100);	/* the base of a Han glyph */
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
	ofd_write_boundary(w, o);
	ofd_length(w, "LineWidth", o->height);
	ofd_write_colour(w, "ofd:StrokeColor", o);
	xmlTextWriterWriteFormatElement(w, BAD_CAST "ofd:AbbreviatedData",
	    "M 0 " OFD_MM " L " OFD_MM " " OFD_MM,
	    OFD_UM(middle), OFD_UM(o->width), OFD_UM(middle));
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
