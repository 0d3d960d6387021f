/* XML to a tree, however hostile it is. */
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>

#include "../package/hush.h"
#include "../package/watch.h"
#include "xml.h"

enum {
	XML_NESTING = 256,	/* elements around an element */
	XML_NODES = 500000	/* elements and texts; each takes as much as a long text */
};

struct xml_guard {
	struct jy_task *task;
	long nodes;
	bool stopped;		/* the parser, after jy_fail */
};

/*
 * A long text takes the parser's own limits away, so these stand in for them.  Without a document
 * type no entity can grow; what libxml2 does in quadratic time is bounded (watch.h), and so is what
 * a tree takes.
 */
static int
xml_look(struct jy_task *task, struct jy_bytes in)
{
	struct package_watch watch = {0};

	switch (package_watched(&watch, (const char *)in.at, in.size)) {
	case PACKAGE_SOUND:
		return 0;
	case PACKAGE_CROWDED:
		return jy_fail(task, JY_BAD_INPUT, "damaged", "a tag has thousands of attributes");
	default:
		return jy_fail(task, JY_BAD_INPUT, "damaged",
		    "this is not XML in an encoding that is read");
	}
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

static bool
xml_may_keep(xmlParserCtxt *parser)
{
	struct xml_guard *guard = parser->_private;

	if (++guard->nodes > XML_NODES)
		xml_stop(parser, "too-large",
		    JY_WORD("there are more than 500000 elements and texts"));
	return !guard->stopped;
}

/* What follows a text is added to it. */
static void
xml_add_text(void *data, const xmlChar *text, int len)
{
	xmlParserCtxt *parser = data;
	const xmlNode *last = parser->node ? parser->node->last : NULL;

	if ((last && last->type == XML_TEXT_NODE) || xml_may_keep(parser))
		xmlSAX2Characters(data, text, len);
}

/* The model has no attributes. */
static void
xml_start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespaces, const xmlChar **namespace, int attributes, int defaulted,
    const xmlChar **attribute)
{
	xmlParserCtxt *parser = data;

	(void)attributes, (void)defaulted, (void)attribute;
	if (parser->nameNr > XML_NESTING)
		xml_stop(parser, "too-deep", JY_WORD("elements are nested too deep"));
	else if (xmlDictSize(parser->dict) > PACKAGE_NAMES)
		xml_stop(parser, "too-many-names", JY_WORD("there are too many different names"));
	else if (parser->nsNr > 2 * PACKAGE_SPACES)
		xml_stop(parser, "too-many-names", JY_WORD("there are too many namespaces"));
	else if (xml_may_keep(parser))
		xmlSAX2StartElementNs(data, name, prefix, uri, namespaces, namespace, 0, 0, NULL);
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
	parser->sax->characters = parser->sax->ignorableWhitespace = xml_add_text;
	parser->sax->cdataBlock = xml_add_text;
	parser->sax->comment = NULL;
	parser->sax->processingInstruction = NULL;
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
	struct package_hush hush;
	xmlParserCtxt *parser;
	xmlDoc *doc = NULL;

	if (in.size > INT_MAX) {
		jy_fail(task, JY_BAD_INPUT, "too-large", "XML of more than 2 GiB is not read");
		return NULL;
	}
	if (xml_look(task, in))
		return NULL;
	package_hush(&hush);
	parser = xmlNewParserCtxt();
	if (parser)
		doc = xml_parse_guarded(&guard, parser, in);
	else
		jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the parser");
	xmlFreeParserCtxt(parser);
	package_unhush(&hush);
	return doc;
}
