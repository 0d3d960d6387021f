/* Minutes to XML, by the table of the model: no element is named here but those of a place. */
#include <libxml/xmlwriter.h>
#include <math.h>
#include <stdio.h>

#include "writer.h"
#include "xml.h"

/* At most two decimals, and a point in every locale. */
static const char *
xml_decimal(char to[static 32], double value)
{
	long long hundredths = llround(value * 100);
	unsigned long long n = (unsigned long long)hundredths;
	const char *sign = hundredths < 0 ? "-" : "";

	if (hundredths < 0)
		n = -n;
	if (n % 10)
		snprintf(to, 32, "%s%llu.%02llu", sign, n / 100, n % 100);
	else if (n % 100)
		snprintf(to, 32, "%s%llu.%llu", sign, n / 100, n % 100 / 10);
	else
		snprintf(to, 32, "%s%llu", sign, n / 100);
	return to;
}

static void
xml_write_place(struct xml_writer *w, const char *name, const struct jy_place *at)
{
	char x0[32], y0[32], x1[32], y1[32];

	xml_start(w, name);
	xml_check(w, xmlTextWriterWriteFormatElement(w->xml, BAD_CAST "page", "%d", at->page));
	xml_check(w,
	    xmlTextWriterWriteFormatElement(w->xml, BAD_CAST "lines", "%d %d", at->first_line,
		at->last_line));
	if (at->x0 != 0 || at->y0 != 0 || at->x1 != 0 || at->y1 != 0)
		xml_check(w,
		    xmlTextWriterWriteFormatElement(w->xml, BAD_CAST "bbox", "%s %s %s %s",
			xml_decimal(x0, at->x0), xml_decimal(y0, at->y0), xml_decimal(x1, at->x1),
			xml_decimal(y1, at->y1)));
	if (at->confidence)
		xml_check(w,
		    xmlTextWriterWriteFormatElement(w->xml, BAD_CAST "confidence", "%d",
			at->confidence));
	xml_end(w);
}

static void xml_write_fields(struct xml_writer *, const struct jy_shape *, const void *);

static void
xml_write_object(struct xml_writer *w, const char *name, const struct jy_shape *shape,
    const void *object)
{
	xml_start(w, name);
	xml_write_fields(w, shape, object);
	xml_end(w);
}

/* A list of objects, or of texts where there is no shape. */
static void
xml_write_list(struct xml_writer *w, const struct jy_field *field, const void *first)
{
	xml_start(w, field->name);
	for (const void *each = first; each; each = *(const void *const *)each)
		if (field->shape)
			xml_write_object(w, field->each, field->shape, each);
		else
			xml_text_element(w, field->each, ((const struct jy_string *)each)->text);
	xml_end(w);
}

void
xml_write_field(struct xml_writer *w, const struct jy_field *field, const void *object)
{
	const xmlChar *name = BAD_CAST field->name;
	const void *value = JY_CONST_FIELD(object, field, void);
	const void *pointer;

	switch (field->kind) {
	case JY_TEXT:
		if (((const struct jy_text *)value)->s)
			xml_text_element(w, field->name, *(const struct jy_text *)value);
		break;
	case JY_COUNT:
		xml_check(w,
		    xmlTextWriterWriteFormatElement(w->xml, name, "%ld", *(const long *)value));
		break;
	case JY_ORDINAL:
		if (*(const int *)value)
			xml_check(w,
			    xmlTextWriterWriteFormatElement(w->xml, name, "%d",
				*(const int *)value));
		break;
	case JY_FLAG:
		xml_check(w,
		    xmlTextWriterWriteElement(w->xml, name,
			BAD_CAST(*(const bool *)value ? "true" : "false")));
		break;
	case JY_PLACE:	/* what OCR has read must be told */
		if (((const struct jy_place *)value)->page
		    && (w->provenance || ((const struct jy_place *)value)->confidence))
			xml_write_place(w, field->name, value);
		break;
	case JY_OBJECT:
		pointer = *(const void *const *)value;
		if (pointer)
			xml_write_object(w, field->name, field->shape, pointer);
		break;
	case JY_TEXTS:
	case JY_LIST:
		pointer = *(const void *const *)value;
		if (pointer)
			xml_write_list(w, field, pointer);
		break;
	}
}

static void
xml_write_fields(struct xml_writer *w, const struct jy_shape *shape, const void *object)
{
	for (const struct jy_field *field = shape->fields; field->name; field++)
		xml_write_field(w, field, object);
}

void
xml_write_tree(struct xml_writer *w, const struct jy_minutes *minutes)
{
	xml_start_root(w, "minutes", JY_SCHEMA);
	/* in which characters, and of which country, is not known */
	xml_attribute(w, "xml:lang", "zh");
	xml_write_fields(w, jy_minutes_shape(), minutes);
	xml_end(w);
}
