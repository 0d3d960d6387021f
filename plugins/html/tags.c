/* The elements of HTML, as far as a reader of text tells them apart. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

static const struct html_name { const char *name; enum html_tag tag; } html_names[] = {
	{"a", HTML_A}, {"address", HTML_BLOCK}, {"applet", HTML_EMBEDDED},
	{"article", HTML_ARTICLE}, {"aside", HTML_ASIDE}, {"audio", HTML_EMBEDDED},
	{"b", HTML_BOLD}, {"blockquote", HTML_BLOCK}, {"body", HTML_BLOCK}, {"br", HTML_BR},
	{"button", HTML_CONTROL}, {"canvas", HTML_EMBEDDED}, {"caption", HTML_BLOCK},
	{"center", HTML_CENTER}, {"datalist", HTML_NOTHING}, {"dd", HTML_BLOCK},
	{"del", HTML_DEL}, {"desc", HTML_NOTHING}, {"details", HTML_BLOCK}, {"dialog", HTML_BLOCK},
	{"dir", HTML_UNORDERED}, {"div", HTML_BLOCK}, {"dl", HTML_BLOCK}, {"dt", HTML_BLOCK},
	{"embed", HTML_EMBEDDED}, {"fieldset", HTML_BLOCK}, {"figcaption", HTML_BLOCK},
	{"figure", HTML_BLOCK}, {"font", HTML_FONT}, {"footer", HTML_FOOTER},
	{"form", HTML_BLOCK}, {"frame", HTML_EMBEDDED}, {"frameset", HTML_BLOCK},
	{"h1", HTML_HEADING}, {"h2", HTML_HEADING}, {"h3", HTML_HEADING}, {"h4", HTML_HEADING},
	{"h5", HTML_HEADING}, {"h6", HTML_HEADING}, {"head", HTML_BLOCK}, {"header", HTML_HEADER},
	{"hgroup", HTML_BLOCK}, {"hr", HTML_HR}, {"html", HTML_BLOCK}, {"iframe", HTML_EMBEDDED},
	{"img", HTML_PICTURE}, {"input", HTML_INPUT}, {"legend", HTML_BLOCK}, {"li", HTML_ITEM},
	{"listing", HTML_PRE}, {"main", HTML_ARTICLE}, {"menu", HTML_UNORDERED},
	{"meta", HTML_META}, {"metadata", HTML_NOTHING}, {"nav", HTML_NAV}, {"noframes", HTML_NOTHING},
	{"noscript", HTML_NOTHING}, {"object", HTML_EMBEDDED}, {"ol", HTML_ORDERED},
	{"option", HTML_CONTROL}, {"p", HTML_BLOCK}, {"plaintext", HTML_PRE}, {"pre", HTML_PRE},
	{"rp", HTML_PHONETIC}, {"rt", HTML_PHONETIC}, {"rtc", HTML_PHONETIC},
	{"script", HTML_NOTHING}, {"search", HTML_NAV}, {"section", HTML_BLOCK},
	{"select", HTML_CONTROL}, {"strong", HTML_BOLD}, {"style", HTML_NOTHING},
	{"summary", HTML_BLOCK}, {"svg", HTML_PICTURE}, {"table", HTML_TABLE},
	{"tbody", HTML_BLOCK}, {"td", HTML_CELL}, {"template", HTML_NOTHING},
	{"textarea", HTML_PRE}, {"tfoot", HTML_BLOCK}, {"th", HTML_HEAD_CELL},
	{"thead", HTML_BLOCK}, {"title", HTML_TITLE}, {"tr", HTML_ROW}, {"ul", HTML_UNORDERED},
	{"video", HTML_EMBEDDED}, {"xmp", HTML_PRE},
};

static int
html_compare(const void *name, const void *entry)
{
	return strcmp(name, ((const struct html_name *)entry)->name);
}

enum html_tag
html_tag(const char *name, int *level)
{
	const struct html_name *n = bsearch(name, html_names,
	    sizeof(html_names) / sizeof(*html_names), sizeof(*html_names), html_compare);

	if (n && n->tag == HTML_HEADING)
		*level = name[1] - '0';
	return n ? n->tag : HTML_INLINE;
}

bool
html_is_block(enum html_tag tag)
{
	switch (tag) {
	case HTML_TEXT: case HTML_INLINE: case HTML_A: case HTML_BOLD: case HTML_BR:
	case HTML_CONTROL: case HTML_DEL: case HTML_EMBEDDED: case HTML_FONT: case HTML_INPUT: case HTML_META:
	case HTML_NOTHING: case HTML_PHONETIC: case HTML_PICTURE: case HTML_TITLE:
		return false;
	default:
		return true;
	}
}
