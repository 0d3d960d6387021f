/* A part of the package as a stream of elements and text, read straight from its zip entry. */
#include "docx.h"

#include <stdlib.h>
#include <string.h>

/* Transitional and strict documents differ in the names of their namespaces only.  The names of
 * elements are told apart without prefixes: where two of these share one it means the same. */
static const char *const docx_namespaces[] = {
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
	"http://schemas.openxmlformats.org/markup-compatibility/2006",
	"http://schemas.openxmlformats.org/officeDocument/2006/math",
	"http://purl.oclc.org/ooxml/officeDocument/math",
	"urn:schemas-microsoft-com:vml",
	"http://schemas.openxmlformats.org/package/2006/relationships",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
	"http://purl.org/dc/elements/1.1/",
	"http://purl.org/dc/terms/",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
	NULL
};

/* libxml2 compares each attribute of a tag with all before it.  So quotes are counted from < to <,
 * since a > may stand between them; no text of minutes has as many either. */
enum { DOCX_QUOTES = 4096 };

static bool
docx_is_crowded(struct docx_xml *xml, const char *s, zip_int64_t n)
{
	for (zip_int64_t i = 0; i < n && xml->quotes <= DOCX_QUOTES; i++) {
		if (s[i] == '<')
			xml->quotes = 0;
		else
			xml->quotes += s[i] == '"' || s[i] == '\'';
	}
	return xml->quotes > DOCX_QUOTES;
}

static int
docx_inflate(void *context, char *buffer, int size)
{
	struct docx_xml *xml = context;
	zip_int64_t n = zip_fread(xml->file, buffer, (zip_uint64_t)size);

	if (n < 0)
		xml->package->zip_error = zip_error_code_zip(zip_file_get_error(xml->file));
	else
		xml->package->room -= n;
	xml->crowded = docx_is_crowded(xml, buffer, n);
	if (n < 0 || xml->package->room < 0 || xml->crowded) {
		xml->broken = true;
		return -1;
	}
	return (int)n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
docx_hush(void *context, xmlError *error)
{
	(void)context, (void)error;
}

bool
docx_open_part(struct docx_xml *xml, struct docx_package *package, const char *part)
{
	*xml = (struct docx_xml){.package = package, .part = part, .name = ""};
	if (zip_name_locate(package->zip, part, 0) < 0)
		return false;
	xml->file = zip_fopen(package->zip, part, 0);
	if (!xml->file) {
		package->zip_error = zip_error_code_zip(zip_get_error(package->zip));
		xml->broken = true;
		return true;
	}
	xml->reader = xmlReaderForIO(docx_inflate, NULL, xml, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	if (xml->reader)
		xmlTextReaderSetStructuredErrorHandler(xml->reader, docx_hush, NULL);
	xml->broken |= !xml->reader;
	return true;
}

static int
docx_fail_part(const struct docx_xml *xml)
{
	struct docx_package *p = xml->package;

	if (!p->task)
		return -1;
	if (p->room < 0)
		return jy_fail(p->task, JY_BAD_INPUT, "too-large",
		    "the document unpacks to more than %d MiB", DOCX_ROOM >> 20);
	if (p->zip_error == ZIP_ER_NOPASSWD || p->zip_error == ZIP_ER_ENCRNOTSUPP)
		return jy_fail(p->task, JY_BAD_INPUT, "encrypted",
		    "part %s is encrypted", xml->part);
	if (p->zip_error)
		return jy_fail(p->task, JY_BAD_INPUT, "damaged",
		    "part %s cannot be unpacked", xml->part);
	if (xml->typed)
		return jy_fail(p->task, JY_BAD_INPUT, "damaged", "part %s has a document type "
		    "declaration, which no Office document may have", xml->part);
	if (xml->crowded)
		return jy_fail(p->task, JY_BAD_INPUT, "damaged",
		    "a tag in part %s has more attributes than any of Word's", xml->part);
	return jy_fail(p->task, JY_BAD_INPUT, "damaged",
	    "part %s is not well-formed XML or nested too deep", xml->part);
}

int
docx_close_part(struct docx_xml *xml)
{
	xmlFreeTextReader(xml->reader);
	if (xml->file)
		zip_fclose(xml->file);
	return xml->broken ? docx_fail_part(xml) : 0;
}

static void
docx_meet_element(struct docx_xml *xml)
{
	const xmlNs *ns = xml->node->ns;

	xml->depth = xmlTextReaderDepth(xml->reader);
	xml->name = "";
	for (size_t i = 0; ns && docx_namespaces[i]; i++)
		if (strcmp((const char *)ns->href, docx_namespaces[i]) == 0)
			xml->name = (const char *)xml->node->name;
}

enum docx_event
docx_next(struct docx_xml *xml)
{
	int more = 0;

	if (xml->empty) {
		xml->empty = false;
		return DOCX_CLOSE;
	}
	while (!xml->broken && (more = xmlTextReaderRead(xml->reader)) == 1) {
		xml->node = xmlTextReaderCurrentNode(xml->reader);
		switch (xmlTextReaderNodeType(xml->reader)) {
		case XML_READER_TYPE_ELEMENT:
			docx_meet_element(xml);
			xml->empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
			return DOCX_OPEN;
		case XML_READER_TYPE_END_ELEMENT:
			docx_meet_element(xml);
			return DOCX_CLOSE;
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			xml->text = (const char *)xmlTextReaderConstValue(xml->reader);
			return DOCX_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE:	/* where entities would be declared */
			xml->broken = xml->typed = true;
			break;
		}
	}
	xml->broken |= more < 0;
	return DOCX_END;
}

bool
docx_inside(struct docx_xml *xml, int depth)
{
	enum docx_event event;

	while ((event = docx_next(xml)) != DOCX_END) {
		if (event == DOCX_OPEN)
			return true;
		if (event == DOCX_CLOSE && xml->depth <= depth)
			break;
	}
	return false;
}

void
docx_skip(struct docx_xml *xml)
{
	int depth = xml->depth;

	while (docx_inside(xml, depth))
		;
}

bool
docx_is(const struct docx_xml *xml, const char *name)
{
	return strcmp(xml->name, name) == 0;
}

const char *
docx_attribute(const struct docx_xml *xml, const char *name)
{
	for (const xmlAttr *a = xml->node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content
			    ? (const char *)a->children->content : "";
	return NULL;
}

bool
docx_is_on(const char *value)
{
	return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0;
}

int
docx_attribute_number(const struct docx_xml *xml, const char *name, int otherwise)
{
	const char *value = docx_attribute(xml, name);
	long n = value ? strtol(value, NULL, 10) : otherwise;

	return n > 1000000 ? 1000000 : n < -1000000 ? -1000000 : (int)n;
}
