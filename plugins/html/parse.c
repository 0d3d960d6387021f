/* The page as a row of nodes: libxml2's HTML parser, as a stream of events. */
#include "html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct html_parser {
	struct html_page *page;
	htmlParserCtxt *context;
	size_t *open;			/* the nodes that are, from the outside in */
	char (*names)[16];		/* of them, to compare with the end tags */
	int depth, most_depth;
	bool deep, named;		/* too deep; too many names */
};

/* libxml2 looks for a name among all that were met; no page has a hundredth. */
enum { HTML_NAMES = 65536 };

static struct html_node *
html_add_node(struct html_page *page, enum html_tag tag)
{
	struct html_node *node;

	if (page->count == page->room) {
		page->room = page->room * 2 + 256;
		page->nodes = html_resize(page->nodes, page->room, sizeof(*page->nodes));
	}
	node = &page->nodes[page->count++];
	*node = (struct html_node){.tag = tag, .end = page->count};
	return node;
}

static int
html_whole(const char *const *names, const char *name, int least, int most, int otherwise)
{
	const char *value = html_attribute(names, name), *stop;
	double n;

	if (!value)
		return otherwise;
	value += strspn(value, " \t\r\n");
	n = html_number(value, &stop);
	return stop == value ? otherwise : n < least ? least : n > most ? most : (int)n;
}

/* Pictures of a dot or two keep things apart. */
static bool
html_is_seen(const char *const *names)
{
	return html_whole(names, "width", 0, INT_MAX, 100) > 3
	    && html_whole(names, "height", 0, INT_MAX, 100) > 3;
}

/* Links to other pages, not those that scripts act on, nor files that belong to the text. */
static bool
html_leads_away(const char *const *names)
{
	static const char *const files[] = {
		".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".ofd", ".zip", ".rar", ".ppt",
	};
	const char *href = html_attribute(names, "href");
	size_t len = href ? strlen(href) : 0;

	if (!len || *href == '#' || (len > 10 && html_says(href, 11, "javascript:")))
		return false;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		size_t n = strlen(files[i]);

		if (len > n && html_says(href + len - n, n, files[i]))
			return false;
	}
	return true;
}

static void
html_take_values(struct html_node *node, const char *const *names)
{
	switch (node->tag) {
	case HTML_A:
		node->real = html_leads_away(names);
		break;
	case HTML_PICTURE: case HTML_EMBEDDED:
		node->real = html_is_seen(names);
		break;
	case HTML_CELL: case HTML_HEAD_CELL:
		node->rows = html_whole(names, "rowspan", 0, 65534, 1);
		node->columns = html_whole(names, "colspan", 1, 1000, 1);
		break;
	case HTML_ITEM: case HTML_ORDERED:
		node->stated = html_attribute(names, node->tag == HTML_ITEM ? "value" : "start");
		node->value = html_whole(names, node->tag == HTML_ITEM ? "value" : "start", -99999,
		    99999, 1);
		node->reversed = html_attribute(names, "reversed");
		break;
	case HTML_INPUT: {
		const char *type = html_attribute(names, "type");
		const char *value = html_attribute(names, "value");

		node->real = (!type || html_says(type, strlen(type), "text")) && value && *value;
		break;
	}
	default:
		break;
	}
}

/* The first name that an embedded document has is told. */
static void
html_name_embedded(struct html_page *page, const char *const *names)
{
	static const char *const attributes[] = {"src", "data", "href"};

	for (size_t i = 0; i < sizeof(attributes) / sizeof(*attributes); i++) {
		const char *name = html_attribute(names, attributes[i]);

		if (name && !*page->embedded_name)
			snprintf(page->embedded_name, sizeof(page->embedded_name), "%s", name);
	}
}

static void
html_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct html_parser *p = user;
	const char *const *names = (const char *const *)attributes;
	int level = 0;
	enum html_tag tag = html_tag((const char *)name, &level);
	struct html_node *node;
	const char *heard;

	p->deep = p->depth == p->most_depth;
	p->named = xmlDictSize(p->context->dict) > HTML_NAMES;
	if (p->deep || p->named) {
		xmlStopParser(p->context);
		return;
	}
	node = html_add_node(p->page, tag);
	node->parent = p->depth ? p->open[p->depth - 1] : 0;
	if (p->depth)
		node->look = p->page->nodes[node->parent].look;
	if (html_is_block(tag))
		node->look.heading = (unsigned char)(level ? level : node->look.heading);
	html_take_look(&node->look, tag, names);
	html_take_values(node, names);
	node->hint = (unsigned char)html_hint(tag, names);
	heard = html_attribute(names, "aria-hidden");
	node->unheard = heard && strcmp(heard, "true") == 0;
	if (tag == HTML_META)
		html_meet_meta(p->page, names);
	if (tag == HTML_EMBEDDED && node->real)
		html_name_embedded(p->page, names);
	snprintf(p->names[p->depth], sizeof(p->names[0]), "%s", (const char *)name);
	p->open[p->depth++] = p->page->count - 1;
}

static void
html_end(void *user, const xmlChar *name)
{
	struct html_parser *p = user;
	int depth = p->depth;

	while (
	    depth && strncmp(p->names[depth - 1], (const char *)name, sizeof(p->names[0]) - 1) != 0)
		depth--;
	if (!depth)
		return;
	while (p->depth >= depth)
		p->page->nodes[p->open[--p->depth]].end = p->page->count;
}

static void
html_add_bytes(struct html_page *page, const char *s, size_t len)
{
	if (page->len + len + 1 > page->text_room) {
		page->text_room = (page->len + len) * 2 + 4096;
		page->text = html_resize(page->text, page->text_room, 1);
	}
	memcpy(page->text + page->len, s, len);
	page->len += len;
	page->text[page->len] = '\0';
}

/* U+0080 to U+009F are typed by numbers of Windows-1252: &#150; is a dash. */
static void
html_add_characters(struct html_page *page, const char *s, size_t len)
{
	static const char *const windows[32] = {
		"€", NULL, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", NULL, "Ž", NULL,
		NULL, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", NULL, "ž", "Ÿ",
	};
	size_t from = 0;

	for (size_t i = 0; i + 1 < len; i++) {
		const char *as;

		if (s[i] != '\xC2' || (unsigned char)s[i + 1] >= 0xA0)
			continue;
		as = windows[s[i + 1] & 31];
		html_add_bytes(page, s + from, i - from);
		html_add_bytes(page, as ? as : "\xEF\xBF\xBD", strlen(as ? as : "\xEF\xBF\xBD"));
		from = i + 2;
		i++;
	}
	html_add_bytes(page, s + from, len - from);
}

static void
html_text(void *user, const xmlChar *s, int len)
{
	struct html_parser *p = user;
	struct html_page *page = p->page;
	struct html_node *last = page->count ? &page->nodes[page->count - 1] : NULL;
	size_t parent = p->depth ? p->open[p->depth - 1] : 0, at = page->len;

	if (len <= 0)
		return;
	html_add_characters(page, (const char *)s, (size_t)len);
	if (last && last->tag == HTML_TEXT && last->parent == parent) {
		last->len += page->len - at;
		return;
	}
	last = html_add_node(page, HTML_TEXT);
	last->parent = parent;
	last->at = at;
	last->len = page->len - at;
	if (p->depth)
		last->look = page->nodes[parent].look;
}

/* A plugin prints nothing. */
static void
html_hush(void *user, xmlError *error)
{
	(void)user, (void)error;
}

/* Closes what is open at the end. */
static void
html_close_all(struct html_parser *p)
{
	while (p->depth)
		p->page->nodes[p->open[--p->depth]].end = p->page->count;
}

static int
html_run(struct html_parser *p, const struct html_markup *markup)
{
	struct html_page *page = p->page;
	htmlParserCtxt *context = p->context = htmlCreateMemoryParserCtxt(markup->text,
	    (int)markup->len);
	xmlSAXHandler events = {
		.startElement = html_start, .endElement = html_end, .characters = html_text,
		.cdataBlock = html_text, .ignorableWhitespace = html_text,
		.serror = html_hush, .initialized = XML_SAX2_MAGIC,
	};

	if (!context)
		_Exit(JY_TEMPORARY);
	htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
	*context->sax = events;
	context->userData = p;
	htmlParseDocument(context);
	html_close_all(p);
	htmlFreeParserCtxt(context);
	if (p->deep)
		return jy_fail(page->task, JY_BAD_INPUT, "too-deep",
		    "the page nests deeper than %d elements; -O max-depth= allows more",
		    p->most_depth);
	if (p->named)
		return jy_fail(page->task, JY_BAD_INPUT, "too-large",
		    "the page has more than %d names of elements and attributes", HTML_NAMES);
	return 0;
}

int
html_parse(struct html_page *page, const struct html_markup *markup)
{
	struct html_parser p = {.page = page,
	    .most_depth = (int)jy_option_number(page->task, "max-depth")};
	int status;

	if (markup->len > INT_MAX - 1)
		return jy_fail(page->task, JY_BAD_INPUT, "too-large",
		    "the page is larger than 2 GiB");
	html_add_node(page, HTML_BLOCK);	/* the page itself */
	p.open = html_alloc((size_t)p.most_depth + 1, sizeof(*p.open));
	p.names = html_alloc((size_t)p.most_depth + 1, sizeof(*p.names));
	p.depth = 1;
	status = markup->len ? html_run(&p, markup) : 0;
	page->nodes[0].end = page->count;
	free(p.open);
	free(p.names);
	return status;
}

void
html_free(struct html_page *page)
{
	free(page->nodes);
	free(page->text);
	free(page->sums);
	free(page->title);
}
