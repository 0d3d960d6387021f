/* Of the names of DA/T 46 those that minutes have a value for, and none without one. */
#include "info.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "element.h"
#include "terms.h"

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

	if (date.len != 10 || strspn(date.s, "0123456789-") != 10
	    || sscanf(date.s, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10)
		return false;
	read = (struct tm){.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
	real = read;
	timegm(&real);		/* makes 30 February a day in March */
	return year > 0 && real.tm_mon == read.tm_mon && real.tm_mday == read.tm_mday;
}

/* The day the minutes were compiled or issued, else that of the meeting; or NULL. */
static const char *
ofd_day(const struct jy_minutes *m)
{
	const struct jy_imprint *compiled = m->document->compiled, *issued = m->document->issued;

	if (compiled && ofd_is_day(compiled->date))
		return compiled->date.s;
	if (issued && ofd_is_day(issued->date))
		return issued->date.s;
	return ofd_is_day(m->meeting->date) ? m->meeting->date.s : NULL;
}

/* The headings of the items. */
static xmlBuffer *
ofd_abstract(const struct jy_minutes *m)
{
	xmlBuffer *text = ofd_must(xmlBufferCreate());

	xmlBufferSetAllocationScheme(text, XML_BUFFER_ALLOC_DOUBLEIT);
	for (const struct jy_item *i = m->items; i; i = i->next) {
		if (!i->title.len)
			continue;
		xmlBufferCCat(text, xmlBufferLength(text) ? "；" : "");
		xmlBufferCCat(text, i->label.s ? i->label.s : "");
		xmlBufferCCat(text, i->title.s);
	}
	return text;
}

static void
ofd_write_keywords(xmlTextWriter *w, const struct ofd_terms *subjects,
    const struct ofd_terms *names)
{
	if (!subjects->n && !names->n)
		return;
	ofd_start(w, "ofd:Keywords");
	for (size_t i = 0; i < subjects->n; i++)
		ofd_element(w, "ofd:Keyword", subjects->at[i]);
	for (size_t i = 0; i < names->n; i++)
		ofd_element(w, "ofd:Keyword", names->at[i]);
	xmlTextWriterEndElement(w);
}

static void
ofd_start_data(xmlTextWriter *w, const char *name)
{
	ofd_start(w, "ofd:CustomData");
	ofd_attribute(w, "Name", name);
}

static void
ofd_write_data(xmlTextWriter *w, const char *name, const char *text, size_t len)
{
	if (!len)
		return;
	ofd_start_data(w, name);
	xmlTextWriterWriteFormatString(w, "%.*s", (int)len, text);
	xmlTextWriterEndElement(w);
}

static void
ofd_write_text_data(xmlTextWriter *w, const char *name, struct jy_text text)
{
	ofd_write_data(w, name, text.s, text.len);
}

static void
ofd_write_terms(xmlTextWriter *w, const char *name, const struct ofd_terms *terms)
{
	if (!terms->n)
		return;
	ofd_start_data(w, name);
	for (size_t i = 0; i < terms->n; i++) {
		xmlTextWriterWriteString(w, BAD_CAST(i ? "；" : ""));
		xmlTextWriterWriteString(w, BAD_CAST terms->at[i]);
	}
	xmlTextWriterEndElement(w);
}

/* 密级★保密期限 */
static void
ofd_write_classification(xmlTextWriter *w, struct jy_text text)
{
	const char *star = text.s ? strstr(text.s, "★") : NULL;
	size_t level = star ? (size_t)(star - text.s) : text.len;

	ofd_write_data(w, "密级", text.s, level);
	if (star)
		ofd_write_data(w, "保密期限", star + strlen("★"), text.len - level - strlen("★"));
}

/* That the text, or some of it, was read from pictures. */
static void
ofd_write_ocr(xmlTextWriter *w, const struct jy_ocr *ocr)
{
	if (!ocr)
		return;
	ofd_start_data(w, "OCR");
	xmlTextWriterWriteFormatString(w, "%s, %s", ocr->engine.s ? ocr->engine.s : "",
	    ocr->language.s ? ocr->language.s : "");
	xmlTextWriterEndElement(w);
}

static void
ofd_write_custom(xmlTextWriter *w, const struct jy_minutes *m, const struct ofd_terms *subjects,
    const struct ofd_terms *names, size_t pages)
{
	const struct jy_document *d = m->document;
	struct ofd_terms recipients = ofd_recipients(d->distribution);
	const char *day = ofd_day(m);

	ofd_start(w, "ofd:CustomDatas");
	ofd_write_text_data(w, "题名", d->title);
	ofd_write_terms(w, "关键词", subjects);
	ofd_write_terms(w, "人名", names);
	ofd_write_text_data(w, "文件编号", d->number ? d->number->text : (struct jy_text){0});
	ofd_write_text_data(w, "责任者", d->issuer);
	ofd_write_data(w, "日期", day, day ? strlen(day) : 0);
	ofd_write_text_data(w, "文种", d->kind);
	ofd_write_text_data(w, "紧急程度", d->urgency);
	ofd_write_terms(w, "抄送", &recipients);
	ofd_write_classification(w, d->classification);
	ofd_start_data(w, "页数");
	xmlTextWriterWriteFormatString(w, "%zu", pages);
	xmlTextWriterEndElement(w);
	ofd_write_ocr(w, m->source->ocr);
	xmlTextWriterEndElement(w);
	ofd_end_terms(&recipients);
}

static void
ofd_write_info(xmlTextWriter *w, const struct jy_minutes *m, size_t pages)
{
	struct ofd_terms subjects = ofd_subjects(m), names = ofd_names(m);
	xmlBuffer *abstract = ofd_abstract(m);

	ofd_start(w, "ofd:DocInfo");
	ofd_write_id(w, m->source->sha256);
	ofd_element(w, "ofd:Title", m->document->title.s);
	ofd_element(w, "ofd:Author", m->document->issuer.s);
	ofd_element(w, "ofd:Subject", m->document->kind.s);
	ofd_element(w, "ofd:Abstract", (const char *)xmlBufferContent(abstract));
	ofd_element(w, "ofd:CreationDate", ofd_day(m));
	ofd_write_keywords(w, &subjects, &names);
	ofd_element(w, "ofd:Creator", m->generator->name.s);
	ofd_element(w, "ofd:CreatorVersion", m->generator->version.s);
	ofd_write_custom(w, m, &subjects, &names, pages);
	xmlTextWriterEndElement(w);
	xmlBufferFree(abstract);
	ofd_end_terms(&subjects);
	ofd_end_terms(&names);
}

void
ofd_write_root(xmlTextWriter *w, const struct jy_minutes *m, size_t pages, bool archive)
{
	ofd_start_root(w, "ofd:OFD");
	ofd_attribute(w, "Version", "1.0");
	ofd_attribute(w, "DocType", archive ? "OFD-A" : "OFD");
	ofd_start(w, "ofd:DocBody");
	ofd_write_info(w, m, pages);
	ofd_element(w, "ofd:DocRoot", "Doc_0/Document.xml");
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
}
