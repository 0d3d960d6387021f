/* XML to a tree, however hostile it is. */
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>

#include "xml.h"

#define XML_NESTING 256		/* elements around an element */
#define XML_NAMES 65536		/* different names */
#define XML_TAG 1024		/* bytes of one tag */

struct xml_guard {
	struct jy_task *task;
	bool stopped;		/* the parser, after jy_fail */
};

/*
 * A long text takes the parser's own limits away, so these stand in for them.  Without a document
 * type no entity can grow; and what libxml2 does in quadratic time (it looks for the namespace of
 * an element in all those around it, for a name among all, and compares all attributes of a tag)
 * is bounded.
 */
static bool
xml_has_endless_tag(struct jy_bytes in)
{
	const unsigned char *at = in.at, *const end = in.at + in.size;

	for (; (at = memchr(at, '<', (size_t)(end - at))); at++)
		if (end - at > XML_TAG && !memchr("!? ", at[1], 3) && !memchr(at, '>', XML_TAG))
			return true;
	return false;
}

static void
xml_stop(xmlParserCtxt *parser, const char *code, const char *why)
{
	struct xml_guard *guard = parser->_private;

	if (!guard->stopped)
		jy_fail(guard->task, JY_BAD_INPUT, code, "%-s", why);
	guard->stopped = true;
	xmlStopParser(parser);
}

static void
xml_refuse_doctype(void *parser, const xmlChar *name, const xmlChar *public_id,
    const xmlChar *system_id)
{
	(void)name, (void)public_id, (void)system_id;
	xml_stop(parser, "doctype", JY_WORD("a document type declaration is not accepted"));
}

static void
xml_start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespaces, const xmlChar **namespace, int attributes, int defaulted,
    const xmlChar **attribute)
{
	xmlParserCtxt *parser = data;

	if (parser->nameNr > XML_NESTING)
		xml_stop(parser, "too-deep", JY_WORD("elements are nested too deep"));
	else if (xmlDictSize(parser->dict) > XML_NAMES)
		xml_stop(parser, "too-many-names", JY_WORD("there are too many different names"));
	else
		xmlSAX2StartElementNs(data, name, prefix, uri, namespaces, namespace, attributes,
		    defaulted, attribute);
}

/* How much of what libxml2 says is its first sentence, without the full stop. */
static int
xml_sentence(const char *message)
{
	size_t len = strcspn(message, "\n");

	return (int)(len && message[len - 1] == '.' ? len - 1 : len);
}

static xmlDoc *
xml_parse_guarded(struct xml_guard *guard, xmlParserCtxt *parser, struct jy_bytes in)
{
	const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
	    | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_BIG_LINES;
	const xmlError *error;
	xmlDoc *doc;

	parser->_private = guard;
	parser->sax->internalSubset = xml_refuse_doctype;
	parser->sax->startElementNs = xml_start_element;
	doc = xmlCtxtReadMemory(parser, (const char *)in.at, (int)in.size, NULL, NULL, options);
	if (guard->stopped) {
		xmlFreeDoc(doc);
		return NULL;
	}
	error = xmlCtxtGetLastError(parser);
	if (!doc)
		jy_fail(guard->task, JY_BAD_INPUT, "damaged", "line %d: %.*s",
		    error ? error->line : 0, error ? xml_sentence(error->message) : 0,
		    error ? error->message : "");
	return doc;
}

xmlDoc *
xml_parse(struct jy_task *task, struct jy_bytes in)
{
	struct xml_guard guard = {.task = task};
	xmlParserCtxt *parser;
	xmlDoc *doc = NULL;

	if (in.size > INT_MAX) {
		jy_fail(task, JY_BAD_INPUT, "too-large", "XML of more than 2 GiB is not read");
		return NULL;
	}
	if (xml_has_endless_tag(in)) {
		jy_fail(task, JY_BAD_INPUT, "damaged", "a tag has more than %d bytes", XML_TAG);
		return NULL;
	}
	parser = xmlNewParserCtxt();
	if (parser)
		doc = xml_parse_guarded(&guard, parser, in);
	else
		jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the parser");
	xmlFreeParserCtxt(parser);
	return doc;
}
