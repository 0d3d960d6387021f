/*
 * Bytes to trees.  libxml2 could stream, but its reader looks at each byte of a tag again with every
 * 512 that come; so a part is parsed at once, and what its tree costs is watched while it grows.
 */
#include <libxml/SAX2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "stream.h"
#include "text.h"

/* Bytes that an element or an attribute counts as. */
enum { OFD_KEPT = 128 };

static int
ofd_unpack(struct ofd_stream *s, char *buffer, int size)
{
	zip_int64_t n = zip_fread(s->file, buffer, (zip_uint64_t)size);

	if (n < 0) {
		s->fault = "cannot be unpacked";
		return -1;
	}
	s->unpacked += n;
	if (s->packed && s->unpacked / s->packed >= s->archive->ratio &&
	    s->unpacked > s->archive->ratio * s->packed)
		ofd_exceed(s->archive, "too-large", "%s unpacks to more than %lld times its "
		    "size, which is the limit that -O max-ratio= sets", s->entry->path,
		    s->archive->ratio);
	return ofd_spend(s->archive, n) ? (int)n : -1;
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
	int n = s->file ? ofd_unpack(s, buffer, size) : ofd_take(s, buffer, size);

	if (n > 0 && !s->fault)
		s->fault = ofd_watched(&s->watch, buffer, (size_t)n);
	return s->fault ? -1 : n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
ofd_hush(void *context, xmlError *error)
{
	(void)context, (void)error;
}

static bool
ofd_may_keep(struct ofd_stream *s, int depth, int attributes)
{
	struct ofd_archive *a = s->archive;

	s->kept += OFD_KEPT * (1LL + attributes);
	if (depth >= a->depth)
		ofd_exceed(a, "too-deep", "elements of %s are nested more than %d deep, which is "
		    "the limit that -O max-depth= sets", s->entry->path, a->depth);
	else if (s->kept > a->size)
		ofd_exceed(a, "too-large", "%s has too many elements for the limit that "
		    "-O max-size= sets", s->entry->path);
	return !a->over;
}

static void
ofd_keep_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int spaces, const xmlChar **space, int attributes, int defaulted, const xmlChar **attribute)
{
	xmlParserCtxt *parser = context;

	if (ofd_may_keep(parser->_private, parser->nodeNr, attributes + spaces))
		xmlSAX2StartElementNs(context, name, prefix, uri, spaces, space, attributes,
		    defaulted, attribute);
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
	s->fault = "has a document type declaration, which no part may have";
	xmlStopParser(parser);
}

/* What was read before a fault is kept. */
void
ofd_parse(struct ofd_stream *s)
{
	xmlParserCtxt *parser = ofd_must(xmlCreateIOParserCtxt(NULL, NULL, ofd_feed, NULL, s,
	    XML_CHAR_ENCODING_NONE));

	parser->_private = s;
	xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
	    XML_PARSE_COMPACT | XML_PARSE_HUGE);
	parser->sax->serror = ofd_hush;
	parser->sax->startElementNs = ofd_keep_element;
	parser->sax->internalSubset = ofd_refuse_type;
	xmlParseDocument(parser);
	s->doc = parser->myDoc;
	s->top = s->doc ? xmlDocGetRootElement(s->doc) : NULL;
	if (!s->fault && !s->archive->over && !parser->wellFormed)
		s->fault = "is not well-formed XML";
	xmlFreeParserCtxt(parser);
}

zip_file_t *
ofd_open_file(struct ofd_archive *a, const struct ofd_entry *e, long long *packed,
    const char **fault)
{
	zip_file_t *file = zip_fopen_index(a->zip, e->index, 0);
	zip_stat_t stat;
	int error;

	*packed = 0;
	if (zip_stat_index(a->zip, e->index, 0, &stat) == 0 && stat.valid & ZIP_STAT_COMP_SIZE)
		*packed = (long long)(stat.comp_size >> 1 > LLONG_MAX >> 8 ? 0 : stat.comp_size);
	if (file)
		return file;
	error = zip_error_code_zip(zip_get_error(a->zip));
	*fault = "cannot be unpacked";
	if (error == ZIP_ER_NOPASSWD || error == ZIP_ER_ENCRNOTSUPP) {
		a->sealed = true;
		*fault = "is encrypted";
	}
	return NULL;
}

xmlDoc *
ofd_keep_document(struct ofd_archive *a, struct jy_bytes in, const char **fault)
{
	static const struct ofd_entry whole = {.path = (char *)"the document"};
	struct ofd_stream s = {.archive = a, .entry = &whole, .left = in};

	ofd_parse(&s);
	*fault = s.fault ? s.fault : s.top ? NULL : "is empty";
	if (*fault || a->over) {
		xmlFreeDoc(s.doc);
		s.doc = NULL;
	}
	return s.doc;
}

/* All that is unpacked, in TO; false where that fails. */
static bool
ofd_unpack_all(struct ofd_stream *s, xmlBuffer *to)
{
	char chunk[16384];
	int n;

	while ((n = ofd_unpack(s, chunk, sizeof(chunk))) > 0)
		if (xmlBufferAdd(to, BAD_CAST chunk, n))
			ofd_must(NULL);
	return n == 0;
}

char *
ofd_read_bytes(struct ofd_archive *a, const struct ofd_entry *e, size_t *size)
{
	struct ofd_stream s = {.archive = a, .entry = e,
	    .fault = e->twice ? "is there more than once" : NULL};
	xmlBuffer *bytes = ofd_must(xmlBufferCreate());
	char *text = NULL;

	xmlBufferSetAllocationScheme(bytes, XML_BUFFER_ALLOC_DOUBLEIT);
	if (e->node) {
		for (const xmlNode *n = e->node->children; n; n = n->next)
			if (ofd_is_text(n) && n->content)
				xmlBufferCat(bytes, n->content);
		ofd_spend(a, xmlBufferLength(bytes));
	} else if ((s.file = ofd_open_file(a, e, &s.packed, &s.fault))) {
		ofd_unpack_all(&s, bytes);
		zip_fclose(s.file);
	}
	if (s.fault)
		ofd_tell_fault(a, e->path, s.fault);
	*size = (size_t)xmlBufferLength(bytes);
	if (!s.fault && !a->over)
		text = (char *)xmlBufferDetach(bytes);
	xmlBufferFree(bytes);
	return text;
}
