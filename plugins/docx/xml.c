/* A part of the package as elements and text, one after another. */
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
	"urn:schemas-microsoft-com:office:office",
	"http://schemas.openxmlformats.org/drawingml/2006/main",
	"http://purl.oclc.org/ooxml/drawingml/main",
	"http://schemas.openxmlformats.org/drawingml/2006/picture",
	"http://purl.oclc.org/ooxml/drawingml/picture",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram",
	"http://purl.oclc.org/ooxml/drawingml/diagram",
	"http://schemas.openxmlformats.org/drawingml/2006/chart",
	"http://purl.oclc.org/ooxml/drawingml/chart",
	"http://schemas.openxmlformats.org/package/2006/relationships",
	"http://schemas.openxmlformats.org/package/2006/content-types",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
	"http://purl.org/dc/elements/1.1/",
	"http://purl.org/dc/terms/",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
	NULL
};

static void
docx_meet_element(struct docx_xml *xml)
{
	const xmlNs *ns = xml->node->ns;

	xml->depth = xmlTextReaderDepth(xml->reader);
	xml->name = "";
	for (size_t i = 0; ns && docx_namespaces[i]; i++)
		if (strcmp((const char *)ns->href, docx_namespaces[i]) == 0) {
			xml->name = (const char *)xml->node->name;
			return;
		}
}

/* What libxml2 would be slow at. */
static bool
docx_has_too_many_names(struct docx_xml *xml)
{
	for (const xmlNs *ns = xml->node->nsDef; ns; ns = ns->next)
		xml->spaces++;
	return xml->spaces > PACKAGE_SPACES
	    || (xml->node->doc && xmlDictSize(xml->node->doc->dict) > PACKAGE_NAMES);
}

static enum docx_event
docx_open(struct docx_xml *xml)
{
	docx_meet_element(xml);
	if (docx_has_too_many_names(xml))
		xml->flaw = PACKAGE_NAMED;
	else if (xml->depth >= xml->package->zip.depth)
		xml->flaw = PACKAGE_DEEP;
	xml->empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
	return xml->flaw ? DOCX_END : DOCX_OPEN;
}

static enum docx_event
docx_close(struct docx_xml *xml)
{
	for (const xmlNs *ns = xml->node->nsDef; ns; ns = ns->next)
		xml->spaces--;
	return DOCX_CLOSE;
}

enum docx_event
docx_next(struct docx_xml *xml)
{
	int more = 0;

	if (xml->empty) {
		xml->empty = false;
		return docx_close(xml);
	}
	while (!xml->flaw && (more = xmlTextReaderRead(xml->reader)) == 1) {
		xml->node = xmlTextReaderCurrentNode(xml->reader);
		switch (xmlTextReaderNodeType(xml->reader)) {
		case XML_READER_TYPE_ELEMENT:
			return docx_open(xml);
		case XML_READER_TYPE_END_ELEMENT:
			docx_meet_element(xml);
			return docx_close(xml);
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			xml->text = (const char *)xmlTextReaderConstValue(xml->reader);
			return DOCX_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE:	/* where entities would be declared */
			xml->flaw = PACKAGE_TYPED;
			break;
		}
	}
	if (more < 0 && !xml->flaw)
		xml->flaw = PACKAGE_MALFORMED;
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
	return package_attribute(xml->node, name);
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
