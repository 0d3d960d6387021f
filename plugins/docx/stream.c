/* A part of the package, inflated as it is parsed; and why one cannot be read on. */
#include "docx.h"

#include <limits.h>
#include <string.h>

/*
 * The parser is fed by 512 bytes.  With each that hold a >, and always beyond some millions, it
 * looks at all of a tag or a comment again whose end it has not met.  So many bytes of one package
 * may be looked at again, which takes it a second or two.
 */
enum { DOCX_FED = 512, DOCX_PATIENCE = INT_MAX, DOCX_LONG = 8 << 20 };
/* libxml2 itself nests no deeper, and says so by its message only. */
enum { DOCX_PARSER_DEPTH = 256 };

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

/* How far it is the parser may not know where bytes are recoded; then it is where it was. */
static bool
docx_is_endless(struct docx_xml *xml, const char *s, int n)
{
	long parsed = xml->reader ? xmlTextReaderByteConsumed(xml->reader) : 0;
	long long waiting;

	if (parsed > xml->parsed)
		xml->parsed = parsed;
	waiting = xml->unpacked.unpacked - n - xml->parsed;
	if (waiting > DOCX_LONG || (waiting > DOCX_FED && memchr(s, '>', (size_t)n)))
		xml->package->looks += waiting / DOCX_FED * n;
	return xml->package->looks > DOCX_PATIENCE;
}

static int
docx_inflate(void *context, char *buffer, int size)
{
	struct docx_xml *xml = context;
	int n = package_unpack_xml(&xml->unpacked, buffer, size);

	if (xml->unpacked.flaw)
		xml->flaw = xml->unpacked.flaw;
	else if (docx_is_endless(xml, buffer, n))
		xml->flaw = PACKAGE_ENDLESS;
	else if (xml->package->zip.depth > DOCX_PARSER_DEPTH
	    && docx_declares(xml, buffer, (size_t)n))
		xml->flaw = PACKAGE_TYPED;
	return xml->flaw ? package_fail_xml(buffer) : n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
docx_hush(void *context, xmlError *error)
{
	struct docx_xml *xml = context;

	if (!xml->flaw && error->level == XML_ERR_FATAL && error->message
	    && strstr(error->message, "depth"))
		xml->flaw = PACKAGE_DEEP;
}

bool
docx_open_part(struct docx_xml *xml, struct docx_package *package, const char *part)
{
	int options = PACKAGE_XML | (package->zip.depth > DOCX_PARSER_DEPTH ? XML_PARSE_HUGE : 0);
	zip_uint64_t index;
	bool twice;

	*xml = (struct docx_xml){.package = package, .part = part, .name = ""};
	if (!docx_find_entry(package, part, &index, &twice))
		return false;
	if (twice) {
		xml->flaw = PACKAGE_TWICE;
		return true;
	}
	if (!package_open_part(&xml->unpacked, &package->zip, index)) {
		xml->flaw = xml->unpacked.flaw;
		return true;
	}
	xml->reader = xmlReaderForIO(docx_inflate, NULL, xml, NULL, NULL, options);
	if (xml->reader)
		xmlTextReaderSetStructuredErrorHandler(xml->reader, docx_hush, xml);
	else if (!xml->flaw)
		xml->flaw = PACKAGE_MALFORMED;
	return true;
}

int
docx_close_part(struct docx_xml *xml)
{
	xmlFreeTextReader(xml->reader);
	package_close_part(&xml->unpacked);
	return xml->flaw ? package_fail(&xml->package->zip, xml->part, xml->flaw) : 0;
}
