/* Minutes as XML: the tree of jiyao-model(7) in elements of a namespace, written and read back. */
#include <libxml/xmlreader.h>

#include "../package/hush.h"
#include "xml.h"

/* What the first element is called decides; the start of the file holds it. */
static bool
xml_is_minutes(struct jy_bytes in)
{
	int size = in.size < 4096 ? (int)in.size : 4096;
	bool found = false;
	xmlTextReader *reader = xmlReaderForMemory((const char *)in.at, size, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

	if (!reader)
		return false;
	while (xmlTextReaderRead(reader) == 1) {
		if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
			continue;
		found = xmlStrEqual(xmlTextReaderConstLocalName(reader), BAD_CAST "minutes")
		    && xmlStrncmp(xmlTextReaderConstNamespaceUri(reader), BAD_CAST JY_SCHEMA_FAMILY,
			   sizeof(JY_SCHEMA_FAMILY) - 1)
			== 0;
		break;
	}
	xmlFreeTextReader(reader);
	return found;
}

static int
xml_probe(struct jy_bytes in)
{
	struct package_hush hush;
	bool found;

	package_hush(&hush);
	found = xml_is_minutes(in);
	package_unhush(&hush);
	return found ? 100 : 0;
}

static const struct jy_option xml_options[] = {
	{"indent", JY_NUMBER, "2", "0..8", "spaces a level is indented by; 0: all on one line"},
	{"profile", JY_CHOICE, "minutes", "minutes|akn",
	    "the tree of the minutes, which is read back, or Akoma Ntoso, which is not"},
	{"provenance", JY_CHOICE, "no", "no|yes", "whether to write where each part was printed"},
	{0}
};

static const char xml_schema[] =
#include "schema.inc"
    ;

JY_PLUGIN(.name = "xml", .title = "Minutes as XML", .suffixes = "xml",
    .media_type = "application/xml", .options = xml_options, .probe = xml_probe, .read = xml_read,
    .write = xml_write,
    .lossy = "nothing; as Akoma Ntoso, where each part was printed and what its numbers mean",
    .schema = xml_schema);
