/*
 * Parts become trees, and these are walked.  libxml2 does not stream (its reader looks at each byte
 * of a tag again with every 512 that come); so what a tree costs is watched while it grows.
 */
#include "stream.h"

#include <libxml/SAX2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* Bytes that an element is counted as: it or its attribute where it is kept in memory, and in a flat
 * package each time it is walked. */
enum { OFD_KEPT = 128, OFD_STEP = 16 };

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
static void
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

static zip_file_t *
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

static void
ofd_tell_of_twins(struct ofd_archive *a, const struct ofd_entry *e)
{
	if (e->twice)
		ofd_tell_fault(a, e->path, "is there more than once, and the first one is read");
}

void
ofd_open_part(struct ofd_stream *s, struct ofd_archive *a, const struct ofd_entry *e)
{
	*s = (struct ofd_stream){.archive = a, .entry = e, .name = ""};
	ofd_tell_of_twins(a, e);
	if (e->node) {
		for (s->top = e->node->children; s->top && s->top->type != XML_ELEMENT_NODE; )
			s->top = s->top->next;
		s->fault = s->top ? NULL : "is empty or not XML";
		return;
	}
	s->file = ofd_open_file(a, e, &s->packed, &s->fault);
	if (s->file)
		ofd_parse(s);
}

bool
ofd_open_path(struct ofd_stream *s, struct ofd_archive *a, const struct ofd_entry *from,
    const char *path)
{
	const struct ofd_entry *e = ofd_locate_or_tell(a, from, path);

	if (e)
		ofd_open_part(s, a, e);
	return e != NULL;
}

void
ofd_close_part(struct ofd_stream *s)
{
	xmlFreeDoc(s->doc);
	if (s->file)
		zip_fclose(s->file);
	if (s->fault)
		ofd_tell_fault(s->archive, s->entry->path, s->fault);
}

/* The name of an element in the standard's namespace, of whichever year, or in none. */
static const char *
ofd_name(const xmlNode *node)
{
	static const char ofd[] = "http://www.ofdspec.org";
	const char *colon;

	if (node->ns && node->ns->href &&
	    strncmp((const char *)node->ns->href, ofd, sizeof(ofd) - 1))
		return "";
	colon = node->ns ? NULL : strchr((const char *)node->name, ':');
	return colon ? colon + 1 : (const char *)node->name;
}

static enum ofd_event
ofd_meet(struct ofd_stream *s, enum ofd_event event)
{
	s->depth = s->level;
	s->name = ofd_name(s->node);
	return event;
}

static bool
ofd_is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* A flat package's parts cost nothing to open, however often: the way through them does. */
static bool
ofd_may_walk(struct ofd_stream *s)
{
	return s->doc || ofd_spend(s->archive, OFD_STEP + (s->text ? (long long)strlen(s->text) : 0));
}

/* Tells of the node that was come to: an element opens, a text stands, all else is passed. */
static enum ofd_event
ofd_visit(struct ofd_stream *s)
{
	s->passed = s->node->type != XML_ELEMENT_NODE;
	s->text = ofd_is_text(s->node) && s->node->content ? (const char *)s->node->content : "";
	if (!ofd_may_walk(s))
		return OFD_END;
	if (s->passed)
		return OFD_TEXT;
	s->empty = !s->node->children;
	return ofd_meet(s, OFD_OPEN);
}

/* The next node of the tree: into an element that just opened, else on, else up. */
static enum ofd_event
ofd_walk(struct ofd_stream *s)
{
	if (!s->node) {
		s->node = s->top;
	} else if (!s->passed) {
		s->node = s->node->children;
		s->level++;
	} else if (s->node == s->top) {
		return OFD_END;
	} else if (s->node->next) {
		s->node = s->node->next;
	} else {
		s->node = s->node->parent;
		s->level--;
		return ofd_meet(s, OFD_CLOSE);
	}
	return ofd_visit(s);
}

enum ofd_event
ofd_next(struct ofd_stream *s)
{
	if (s->empty) {
		s->empty = false;
		s->passed = true;
		return OFD_CLOSE;
	}
	return s->top && !s->archive->over ? ofd_walk(s) : OFD_END;
}

bool
ofd_inside(struct ofd_stream *s, int depth)
{
	enum ofd_event event;

	while ((event = ofd_next(s)) != OFD_END) {
		if (event == OFD_OPEN)
			return true;
		if (event == OFD_CLOSE && s->depth <= depth)
			break;
	}
	return false;
}

void
ofd_pass(struct ofd_stream *s)
{
	int depth = s->depth;

	while (ofd_inside(s, depth))
		;
}

bool
ofd_is(const struct ofd_stream *s, const char *name)
{
	return strcmp(s->name, name) == 0;
}

const char *
ofd_get(const struct ofd_stream *s, const char *name)
{
	for (const xmlAttr *a = s->node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content
			    ? (const char *)a->children->content : "";
	return NULL;
}

bool
ofd_get_is(const struct ofd_stream *s, const char *name, const char *value)
{
	const char *is = ofd_get(s, name);

	return is && strcmp(is, value) == 0;
}

char *
ofd_get_text(struct ofd_stream *s)
{
	xmlBuffer *text = ofd_must(xmlBufferCreate());
	int depth = s->depth;
	enum ofd_event event;
	char *copy;

	xmlBufferSetAllocationScheme(text, XML_BUFFER_ALLOC_DOUBLEIT);
	while ((event = ofd_next(s)) != OFD_END) {
		if (event == OFD_TEXT)
			xmlBufferCCat(text, s->text);
		if (event == OFD_CLOSE && s->depth <= depth)
			break;
	}
	copy = (char *)xmlBufferDetach(text);
	xmlBufferFree(text);
	return copy ? copy : ofd_must(strdup(""));
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
	struct ofd_stream s = {.archive = a, .entry = e};
	xmlBuffer *bytes = ofd_must(xmlBufferCreate());
	char *text = NULL;

	xmlBufferSetAllocationScheme(bytes, XML_BUFFER_ALLOC_DOUBLEIT);
	ofd_tell_of_twins(a, e);
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
