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

/* libxml2 compares each attribute of a tag with all before it.  So quotes are counted from < to <,
 * since a > may stand between them; no text of minutes has as many either. */
enum { DOCX_QUOTES = 4096 };
/* Below this size the ratio of a part says nothing: two bytes may stand for a page of spaces. */
enum { DOCX_SMALL = 1 << 20 };
/* libxml2 itself nests no deeper, and says so by its message only. */
enum { DOCX_PARSER_DEPTH = 256 };

static void
docx_count_quotes(struct docx_xml *xml, const char *s, const char *end)
{
	for (; s < end; s++)
		xml->quotes += *s == '"' || *s == '\'';
}

/* At most DOCX_QUOTES bytes, so that a tag can have too many only if it began or goes on outside. */
static bool
docx_is_crowded(struct docx_xml *xml, const char *s, size_t n)
{
	const char *first = memchr(s, '<', n), *last = first ? memrchr(s, '<', n) : NULL;
	bool crowded;

	docx_count_quotes(xml, s, first ? first : s + n);
	crowded = xml->quotes > DOCX_QUOTES;
	if (last) {
		xml->quotes = 0;
		docx_count_quotes(xml, last, s + n);
	}
	return crowded;
}

/* Where the parser's own limits are lifted it must not even see a document type declaration, whose
 * entities could multiply.  NUL is passed over for the sake of UTF-16. */
static bool
docx_declares(struct docx_xml *xml, const char *s, size_t n)
{
	static const char declared[] = "<!D";

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '<')
			xml->declared = 1;
		else if (xml->declared && s[i])
			xml->declared = s[i] == declared[xml->declared] ? xml->declared + 1 : 0;
		if (xml->declared == sizeof(declared) - 1)
			return true;
	}
	return false;
}

static enum docx_flaw
docx_inspect(struct docx_xml *xml, const char *s, zip_int64_t n)
{
	const struct docx_package *p = xml->package;

	if (p->room < 0)
		return DOCX_LARGE;
	if (xml->packed && xml->inflated > DOCX_SMALL && xml->inflated / xml->packed >= p->ratio
	    && xml->inflated > xml->packed * p->ratio)
		return DOCX_SQUEEZED;
	if (docx_is_crowded(xml, s, (size_t)n))
		return DOCX_CROWDED;
	return p->depth > DOCX_PARSER_DEPTH && docx_declares(xml, s, (size_t)n) ? DOCX_TYPED
	    : DOCX_SOUND;
}

static int
docx_inflate(void *context, char *buffer, int size)
{
	struct docx_xml *xml = context;
	zip_int64_t n = zip_fread(xml->file, buffer,
	    (zip_uint64_t)(size < DOCX_QUOTES ? size : DOCX_QUOTES));

	if (n < 0) {
		xml->package->zip_error = zip_error_code_zip(zip_file_get_error(xml->file));
		xml->flaw = DOCX_UNZIPPED;
		return -1;
	}
	xml->package->room -= n;
	xml->inflated += n;
	xml->flaw = docx_inspect(xml, buffer, n);
	return xml->flaw ? -1 : (int)n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
docx_hush(void *context, xmlError *error)
{
	struct docx_xml *xml = context;

	if (!xml->flaw && error->level == XML_ERR_FATAL && error->message
	    && strstr(error->message, "depth"))
		xml->flaw = DOCX_DEEP;
}

static bool
docx_open_entry(struct docx_xml *xml, zip_uint64_t index)
{
	struct docx_package *package = xml->package;
	zip_stat_t stat;

	xml->file = zip_fopen_index(package->zip, index, 0);
	if (!xml->file) {
		package->zip_error = zip_error_code_zip(zip_get_error(package->zip));
		return false;
	}
	if (zip_stat_index(package->zip, index, 0, &stat) == 0 && stat.valid & ZIP_STAT_COMP_SIZE)
		xml->packed = (zip_int64_t)stat.comp_size;
	return true;
}

bool
docx_open_part(struct docx_xml *xml, struct docx_package *package, const char *part)
{
	int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
	zip_uint64_t index;
	bool twice;

	*xml = (struct docx_xml){.package = package, .part = part, .name = ""};
	if (!docx_find_entry(package, part, &index, &twice))
		return false;
	if (twice) {
		xml->flaw = DOCX_TWICE;
		return true;
	}
	if (!docx_open_entry(xml, index)) {
		xml->flaw = DOCX_UNZIPPED;
		return true;
	}
	if (package->depth > DOCX_PARSER_DEPTH)
		options |= XML_PARSE_HUGE;
	xml->reader = xmlReaderForIO(docx_inflate, NULL, xml, NULL, NULL, options);
	if (xml->reader)
		xmlTextReaderSetStructuredErrorHandler(xml->reader, docx_hush, xml);
	else if (!xml->flaw)
		xml->flaw = DOCX_MALFORMED;
	return true;
}

static int
docx_fail_unzipped(const struct docx_xml *xml)
{
	struct docx_package *p = xml->package;

	if (p->zip_error == ZIP_ER_NOPASSWD || p->zip_error == ZIP_ER_ENCRNOTSUPP)
		return jy_fail(p->task, JY_BAD_INPUT, "encrypted",
		    "part %s is encrypted", xml->part);
	return jy_fail(p->task, JY_BAD_INPUT, "damaged", "part %s cannot be unpacked", xml->part);
}

static int
docx_fail_part(const struct docx_xml *xml)
{
	struct docx_package *p = xml->package;

	switch (p->task ? xml->flaw : DOCX_SOUND) {
	case DOCX_SOUND:
		return -1;
	case DOCX_UNZIPPED:
		return docx_fail_unzipped(xml);
	case DOCX_LARGE:
		return jy_fail(p->task, JY_BAD_INPUT, "too-large", "the document unpacks to more than "
		    "%ld MiB, which is the limit that -O max-size= sets",
		    docx_limit(p->task, "max-size"));
	case DOCX_SQUEEZED:
		return jy_fail(p->task, JY_BAD_INPUT, "too-large", "part %s unpacks to more than %ld "
		    "times its size, which is the limit that -O max-ratio= sets", xml->part, p->ratio);
	case DOCX_DEEP:
		return jy_fail(p->task, JY_BAD_INPUT, "too-deep", "elements of part %s are nested more "
		    "than %d deep, which is the limit that -O max-depth= sets", xml->part, p->depth);
	case DOCX_TYPED:
		return jy_fail(p->task, JY_BAD_INPUT, "damaged", "part %s has a document type "
		    "declaration, which no Office document may have", xml->part);
	case DOCX_CROWDED:
		return jy_fail(p->task, JY_BAD_INPUT, "damaged",
		    "a tag in part %s has more attributes than any of Word's", xml->part);
	case DOCX_TWICE:
		return jy_fail(p->task, JY_BAD_INPUT, "damaged",
		    "the archive holds part %s more than once", xml->part);
	case DOCX_MALFORMED:
		break;
	}
	return jy_fail(p->task, JY_BAD_INPUT, "damaged", "part %s is not well-formed XML", xml->part);
}

int
docx_close_part(struct docx_xml *xml)
{
	xmlFreeTextReader(xml->reader);
	if (xml->file)
		zip_fclose(xml->file);
	return xml->flaw ? docx_fail_part(xml) : 0;
}

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

enum docx_event
docx_next(struct docx_xml *xml)
{
	int more = 0;

	if (xml->empty) {
		xml->empty = false;
		return DOCX_CLOSE;
	}
	while (!xml->flaw && (more = xmlTextReaderRead(xml->reader)) == 1) {
		xml->node = xmlTextReaderCurrentNode(xml->reader);
		switch (xmlTextReaderNodeType(xml->reader)) {
		case XML_READER_TYPE_ELEMENT:
			docx_meet_element(xml);
			if (xml->depth >= xml->package->depth) {
				xml->flaw = DOCX_DEEP;
				return DOCX_END;
			}
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
			xml->flaw = DOCX_TYPED;
			break;
		}
	}
	if (more < 0 && !xml->flaw)
		xml->flaw = DOCX_MALFORMED;
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
