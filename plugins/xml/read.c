/* XML to minutes, by the table of the model: what is wrong is named by its element and line. */
#include <errno.h>
#include <libxml/hash.h>
#include <libxml/xpath.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

#define XML_DEPTH 200		/* elements around an object */
#define XML_UNKNOWN 50		/* unknown elements that are named */
#define XML_SPACE " \t\r\n"

struct xml_reader {
	struct jy_task *task;
	struct jy_builder *builder;
	xmlHashTable *unknown;	/* the elements that were warned of */
	bool replaced;		/* and the characters */
};

static int
xml_wrong(struct xml_reader *r, const xmlNode *node, const char *code, const char *must)
{
	return jy_fail(r->task, JY_BAD_INPUT, code, "<%s> in line %ld must be %-s",
	    (const char *)node->name, xmlGetLineNo(node), must);
}

/* Each name is said once, and not without end. */
static void
xml_warn_unknown(struct xml_reader *r, const xmlNode *node)
{
	if (xmlHashSize(r->unknown) > XML_UNKNOWN || xmlHashAddEntry(r->unknown, node->name, r))
		return;
	if (xmlHashSize(r->unknown) > XML_UNKNOWN)
		jy_warn(r->task, 0, "unknown-element",
		    "more elements are not known and were passed over");
	else
		jy_warn(r->task, 0, "unknown-element",
		    "the element <%s> is not known and was passed over", (const char *)node->name);
}

static bool
xml_is(const xmlNode *node, const char *name)
{
	return node->ns && xmlStrEqual(node->name, BAD_CAST name)
	    && xmlStrEqual(node->ns->href, BAD_CAST JY_SCHEMA);
}

/* The text of NODE, to be freed with xmlFree; NULL after jy_fail. */
static char *
xml_content(struct xml_reader *r, xmlNode *node)
{
	xmlChar *content;

	if (xmlFirstElementChild(node)) {
		xml_wrong(r, node, "wrong-type", JY_WORD("text without elements in it"));
		return NULL;
	}
	content = xmlNodeGetContent(node);
	if (!content)
		jy_fail(r->task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	return (char *)content;
}

/* Nothing but white space stands between the elements of an object or a list. */
static int
xml_expect_elements(struct xml_reader *r, xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child))
			return xml_wrong(r, node, "wrong-type",
			    JY_WORD("elements without "
				    "text between them"));
	return 0;
}

static int
xml_read_text(struct xml_reader *r, xmlNode *node, const char *words, struct jy_text *text)
{
	char *content = xml_content(r, node);
	int result = 0;

	if (!content)
		return -1;
	*text = jy_copy(r->builder, content, strlen(content));
	if (words && !jy_is_word(words, *text))
		result = xml_wrong(r, node, "wrong-value", words);
	if (!r->replaced && strcmp(text->s, content) != 0) {
		r->replaced = true;
		jy_warn(r->task, 0, "replaced", "control characters were replaced by U+FFFD");
	}
	xmlFree(content);
	return result;
}

/* Reads N whole numbers with spaces between them, each from LEAST to MOST. */
static int
xml_read_numbers(struct xml_reader *r, xmlNode *node, long *numbers, int n, long least, long most)
{
	char *content = xml_content(r, node), *s = content, *end;
	bool typed = true, valued = true;

	if (!content)
		return -1;
	for (int i = 0; i < n; i++, s = end) {
		errno = 0;
		numbers[i] = strtol(s, &end, 10);
		typed = typed && end > s;
		valued = valued && !errno && numbers[i] >= least && numbers[i] <= most;
	}
	typed = typed && s[strspn(s, XML_SPACE)] == '\0';
	xmlFree(content);
	if (!typed)
		return xml_wrong(r, node, "wrong-type",
		    n > 1 ? JY_WORD("two whole numbers") : JY_WORD("a whole number"));
	return valued
	    ? 0
	    : xml_wrong(r, node, "wrong-value", jy_words(r->task, "from %ld to %ld", least, most));
}

/* libxml2 reads a number with a point in every locale; strtod does not. */
static int
xml_read_box(struct xml_reader *r, xmlNode *node, struct jy_place *at)
{
	char *content = xml_content(r, node), *rest = NULL, *word;
	double *const box[] = {&at->x0, &at->y0, &at->x1, &at->y1};
	int i = 0;

	if (!content)
		return -1;
	for (word = strtok_r(content, XML_SPACE, &rest); word && i < 4; i++) {
		*box[i] = xmlXPathCastStringToNumber(BAD_CAST word);
		if (!isfinite(*box[i]))
			break;
		word = strtok_r(NULL, XML_SPACE, &rest);
	}
	xmlFree(content);
	return word || i < 4 ? xml_wrong(r, node, "wrong-type", JY_WORD("four numbers")) : 0;
}

static int
xml_read_place(struct xml_reader *r, xmlNode *node, struct jy_place *at)
{
	long page = 0, lines[2] = {0}, confidence = 0;
	int result = xml_expect_elements(r, node);

	for (xmlNode *child = xmlFirstElementChild(node); child && !result;
	     child = xmlNextElementSibling(child)) {
		if (xml_is(child, "page"))
			result = xml_read_numbers(r, child, &page, 1, 1, INT_MAX);
		else if (xml_is(child, "lines"))
			result = xml_read_numbers(r, child, lines, 2, 0, INT_MAX);
		else if (xml_is(child, "bbox"))
			result = xml_read_box(r, child, at);
		else if (xml_is(child, "confidence"))
			result = xml_read_numbers(r, child, &confidence, 1, 1, 100);
		else
			xml_warn_unknown(r, child);
	}
	if (result)
		return -1;
	if (!page || lines[1] < lines[0])
		return xml_wrong(r, node, "wrong-value",
		    JY_WORD("a place with a page and rising lines"));
	at->page = (int)page;
	at->first_line = (int)lines[0];
	at->last_line = (int)lines[1];
	at->confidence = (int)confidence;
	return 0;
}

static int xml_read_object(struct xml_reader *, xmlNode *, const struct jy_shape *, void *, int);

/* Reads a list of objects, or of texts where there is no shape, and links it from TAIL on. */
static int
xml_read_list(struct xml_reader *r, xmlNode *node, const struct jy_field *field, void **tail,
    int depth)
{
	if (xml_expect_elements(r, node))
		return -1;
	for (xmlNode *child = xmlFirstElementChild(node); child;
	     child = xmlNextElementSibling(child)) {
		void *each;

		if (!xml_is(child, field->each)) {
			xml_warn_unknown(r, child);
			continue;
		}
		each = jy_make(r->builder, field->shape);
		if (field->shape ? xml_read_object(r, child, field->shape, each, depth)
				 : xml_read_text(r, child, NULL, &((struct jy_string *)each)->text))
			return -1;
		*tail = each;
		tail = each;
	}
	return 0;
}

static int
xml_read_flag(struct xml_reader *r, xmlNode *node, bool *flag)
{
	struct jy_text text;

	if (xml_read_text(r, node, "true|false", &text))
		return -1;
	*flag = strcmp(text.s, "true") == 0;
	return 0;
}

static int
xml_read_field(struct xml_reader *r, xmlNode *node, const struct jy_field *field, void *object,
    int depth)
{
	void **slot = JY_FIELD(object, field, void *);
	long number;

	switch (field->kind) {
	case JY_TEXT:
		return xml_read_text(r, node, field->words,
		    JY_FIELD(object, field, struct jy_text));
	case JY_COUNT:
		return xml_read_numbers(r, node, JY_FIELD(object, field, long), 1, 0, LONG_MAX);
	case JY_ORDINAL:
		if (xml_read_numbers(r, node, &number, 1, 1, INT_MAX))
			return -1;
		*JY_FIELD(object, field, int) = (int)number;
		return 0;
	case JY_FLAG:
		return xml_read_flag(r, node, JY_FIELD(object, field, bool));
	case JY_PLACE:
		return xml_read_place(r, node, JY_FIELD(object, field, struct jy_place));
	case JY_OBJECT:
		if (!*slot)
			*slot = jy_make(r->builder, field->shape);
		return xml_read_object(r, node, field->shape, *slot, depth + 1);
	case JY_TEXTS:
	case JY_LIST:
		return xml_read_list(r, node, field, slot, depth + 2);
	}
	return 0;
}

static int
xml_read_object(struct xml_reader *r, xmlNode *node, const struct jy_shape *shape, void *object,
    int depth)
{
	unsigned long long seen = 0, bit;

	if (depth > XML_DEPTH)
		return jy_fail(r->task, JY_BAD_INPUT, "too-deep", "elements are nested too deep");
	if (xml_expect_elements(r, node))
		return -1;
	for (xmlNode *child = xmlFirstElementChild(node); child;
	     child = xmlNextElementSibling(child)) {
		const struct jy_field *field = shape->fields;

		while (field->name && !xml_is(child, field->name))
			field++;
		if (!field->name) {
			xml_warn_unknown(r, child);
			continue;
		}
		bit = 1ULL << (field - shape->fields);
		if (seen & bit)
			return xml_wrong(r, child, "damaged", "the only one of its name there");
		seen |= bit;
		if (xml_read_field(r, child, field, object, depth))
			return -1;
	}
	return 0;
}

static int
xml_read_root(struct xml_reader *r, xmlNode *root)
{
	struct jy_minutes *minutes = jy_minutes(r->builder);

	if (!xml_is(root, "minutes"))
		return jy_fail(r->task, JY_BAD_INPUT, "wrong-schema",
		    "<%s> is not the element <minutes> of %s", (const char *)root->name, JY_SCHEMA);
	if (xml_read_object(r, root, jy_minutes_shape(), minutes, 0))
		return -1;
	if (strcmp(minutes->schema.s, JY_SCHEMA) != 0)
		return jy_fail(r->task, JY_BAD_INPUT, "wrong-schema",
		    "the schema is \"%s\" and not \"%s\"", minutes->schema.s, JY_SCHEMA);
	return 0;
}

int
xml_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct xml_reader r = {.task = task, .builder = builder};
	xmlDoc *doc = xml_parse(task, in);
	int result = -1;

	if (!doc)
		return -1;
	r.unknown = xmlHashCreate(0);
	if (r.unknown)
		result = xml_read_root(&r, xmlDocGetRootElement(doc));
	else
		jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the elements");
	xmlHashFree(r.unknown, NULL);
	xmlFreeDoc(doc);
	return result;
}
