/* Walks the trees of parts, and tells what is wrong with them. */
#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

/* Bytes that a node of a flat package counts as each time it is walked. */
enum { OFD_STEP = 16 };

static void
ofd_tell_of_twins(struct ofd_archive *a, const struct ofd_entry *e)
{
	if (e->twice)
		ofd_tell_fault(a, e->path,
		    JY_WORD("is there more than once, and the first one is read"));
}

void
ofd_open_part(struct ofd_stream *s, struct ofd_archive *a, const struct ofd_entry *e)
{
	*s = (struct ofd_stream){.archive = a, .entry = e, .name = ""};
	ofd_tell_of_twins(a, e);
	if (e->node) {
		for (s->top = e->node->children; s->top && s->top->type != XML_ELEMENT_NODE;)
			s->top = s->top->next;
		s->fault = s->top ? NULL : "is empty or not XML";
		return;
	}
	if (ofd_open_file(s))
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
	package_close_part(&s->part);
	if (s->fault)
		ofd_tell_fault(s->archive, s->entry->path, s->fault);
}

/* The name of an element in the standard's namespace, of whichever year, or in none. */
static const char *
ofd_name(const xmlNode *node)
{
	static const char ofd[] = "http://www.ofdspec.org";
	const char *colon;

	if (node->ns && node->ns->href
	    && strncmp((const char *)node->ns->href, ofd, sizeof(ofd) - 1) != 0)
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

bool
ofd_is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* A flat package's parts cost nothing to open, however often: the way through them does. */
static bool
ofd_may_walk(struct ofd_stream *s)
{
	return s->doc
	    || ofd_spend(s->archive, OFD_STEP + (s->text ? (long long)strlen(s->text) : 0));
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
	return package_attribute(s->node, name);
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
