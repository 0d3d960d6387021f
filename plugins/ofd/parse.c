/*
 * Bytes to trees.  libxml2 could stream, but its reader looks at each byte of a tag again with every
 * 512 that come; so a part is parsed at once, and what its tree costs is watched while it grows.
 */
#include <libxml/SAX2.h>
#include <stdlib.h>
#include <string.h>

#include "stream.h"
#include "text.h"

/* Bytes that an element, an attribute or a text counts as. */
enum { OFD_KEPT = 128 };

/* Says why the part cannot be read on: a limit is told at once, all else when it is closed. */
static void
ofd_blame(struct ofd_stream *s)
{
	if (package_is_limit(s->part.flaw))
		ofd_stop(s->archive, s->entry->path, s->part.flaw);
	else if (s->part.flaw && !s->fault)
		s->fault = package_words(s->part.flaw);
}

static int
ofd_take(struct ofd_stream *s, char *buffer, int size)
{
	size_t n = s->left.size < (size_t)size ? s->left.size : (size_t)size;

	memcpy(buffer, s->left.at, n);
	s->left.at += n;
	s->left.size -= n;
	return (int)n;
}

static int
ofd_feed(void *stream, char *buffer, int size)
{
	struct ofd_stream *s = stream;
	int n;

	if (s->part.file) {
		n = package_unpack_xml(&s->part, buffer, size);
	} else {
		n = ofd_take(s, buffer, size);
		s->part.flaw = package_watched(&s->part.watch, buffer, (size_t)n);
	}
	ofd_blame(s);
	return s->part.flaw ? package_fail_xml(buffer) : n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
ofd_hush(void *context, xmlError *error)
{
	(void)context, (void)error;
}

static bool
ofd_may_keep(struct ofd_stream *s, int depth, int nodes)
{
	struct ofd_archive *a = s->archive;

	s->kept += (long long)OFD_KEPT * nodes;
	if (depth >= a->zip.depth)
		ofd_stop(a, s->entry->path, PACKAGE_DEEP);
	else if (s->kept > a->zip.size)
		ofd_exceed(a,
		    jy_words(a->task,
			"%s%-s has too many elements for the limit that -O max-size= sets",
			s->entry->path ? s->entry->path : "",
			s->entry->path ? "" : JY_WORD("the document")));
	return !a->over;
}

/* What libxml2 would be slow at. */
static bool
ofd_has_too_many_names(struct ofd_stream *s, const xmlParserCtxt *parser)
{
	if (parser->nsNr <= 2 * PACKAGE_SPACES && xmlDictSize(parser->dict) <= PACKAGE_NAMES)
		return false;
	s->fault = package_words(PACKAGE_NAMED);
	return true;
}

static void
ofd_keep_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int spaces, const xmlChar **space, int attributes, int defaulted, const xmlChar **attribute)
{
	xmlParserCtxt *parser = context;
	struct ofd_stream *s = parser->_private;

	if (!ofd_has_too_many_names(s, parser)
	    && ofd_may_keep(s, parser->nodeNr, 1 + attributes + spaces))
		xmlSAX2StartElementNs(context, name, prefix, uri, spaces, space, attributes,
		    defaulted, attribute);
	else
		xmlStopParser(parser);
}

static void
ofd_keep_text(void *context, const xmlChar *text, int len)
{
	xmlParserCtxt *parser = context;
	const xmlNode *last = parser->node ? parser->node->last : NULL;

	/* what follows a text is added to it */
	if (ofd_may_keep(parser->_private, 0, !last || last->type != XML_TEXT_NODE))
		xmlSAX2Characters(context, text, len);
	else
		xmlStopParser(parser);
}

/* Where entities would be declared. */
static void
ofd_refuse_type(void *context, const xmlChar *name, const xmlChar *public, const xmlChar *system)
{
	xmlParserCtxt *parser = context;
	struct ofd_stream *s = parser->_private;

	(void)name, (void)public, (void)system;
	s->fault = package_words(PACKAGE_TYPED);
	xmlStopParser(parser);
}

/* What was read before a fault is kept. */
void
ofd_parse(struct ofd_stream *s)
{
	xmlParserCtxt *parser = ofd_must(
	    xmlCreateIOParserCtxt(NULL, NULL, ofd_feed, NULL, s, XML_CHAR_ENCODING_NONE));

	parser->_private = s;
	xmlCtxtUseOptions(parser, PACKAGE_XML | XML_PARSE_HUGE);
	parser->sax->serror = ofd_hush;
	parser->sax->startElementNs = ofd_keep_element;
	parser->sax->characters = parser->sax->ignorableWhitespace = ofd_keep_text;
	parser->sax->comment = NULL;
	parser->sax->processingInstruction = NULL;
	parser->sax->internalSubset = ofd_refuse_type;
	xmlParseDocument(parser);
	s->doc = parser->myDoc;
	s->top = s->doc ? xmlDocGetRootElement(s->doc) : NULL;
	if (!s->fault && !s->archive->over && !parser->wellFormed)
		s->fault = package_words(PACKAGE_MALFORMED);
	xmlFreeParserCtxt(parser);
}

bool
ofd_open_file(struct ofd_stream *s)
{
	bool opened = package_open_part(&s->part, &s->archive->zip, s->entry->index);

	s->archive->sealed |= s->part.flaw == PACKAGE_SEALED;
	ofd_blame(s);
	return opened;
}

xmlDoc *
ofd_keep_document(struct ofd_archive *a, struct jy_bytes in, const char **fault)
{
	static const struct ofd_entry whole = {0};
	struct ofd_stream s = {.archive = a, .entry = &whole, .left = in};

	ofd_parse(&s);
	*fault = s.fault ? s.fault : s.top ? NULL : "is empty";
	if (*fault || a->over) {
		xmlFreeDoc(s.doc);
		s.doc = NULL;
	}
	return s.doc;
}

/* All that is unpacked, in TO. */
static void
ofd_unpack_all(struct ofd_stream *s, xmlBuffer *to)
{
	char chunk[16384];
	int n;

	while ((n = package_unpack(&s->part, chunk, sizeof(chunk))) > 0)
		if (xmlBufferAdd(to, BAD_CAST chunk, n))
			ofd_must(NULL);
	ofd_blame(s);
}

char *
ofd_read_bytes(struct ofd_archive *a, const struct ofd_entry *e, size_t *size)
{
	struct ofd_stream s = {.archive = a,
	    .entry = e,
	    .fault = e->twice ? package_words(PACKAGE_TWICE) : NULL};
	xmlBuffer *bytes = ofd_must(xmlBufferCreate());
	char *text = NULL;

	xmlBufferSetAllocationScheme(bytes, XML_BUFFER_ALLOC_DOUBLEIT);
	if (e->node) {
		for (const xmlNode *n = e->node->children; n; n = n->next)
			if (ofd_is_text(n) && n->content)
				xmlBufferCat(bytes, n->content);
		ofd_spend(a, xmlBufferLength(bytes));
	} else if (ofd_open_file(&s)) {
		ofd_unpack_all(&s, bytes);
		package_close_part(&s.part);
	}
	if (s.fault)
		ofd_tell_fault(a, e->path, s.fault);
	*size = (size_t)xmlBufferLength(bytes);
	if (!s.fault && !a->over)
		text = (char *)xmlBufferDetach(bytes);
	xmlBufferFree(bytes);
	return text;
}
