/* What a line of the page is: the text's, or the site's around it. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

enum {
	HTML_TITLE_LEN = 12,	/* bytes: less says nothing */
	HTML_LONGEST_TITLE = 1024
};

/* Is it the page's title, or part of it, or the other way round? */
static bool
html_is_title(const struct html_page *page, const struct html_stretch *t)
{
	const char *title = page->title;
	size_t len = 0, n = title ? strlen(title) : 0;
	char *bare;
	bool is;

	if (n < HTML_TITLE_LEN || n > HTML_LONGEST_TITLE || t->len < HTML_TITLE_LEN
	    || t->len > 4 * n)
		return false;
	bare = html_alloc(t->len, 1);
	for (size_t i = 0; i < t->len; i++)
		if (!html_is_space(t->s[i]))
			bare[len++] = t->s[i];
	is = memmem(title, n, bare, len) || memmem(bare, len, title, n);
	free(bare);
	return is;
}

/* Is it a path: 首页 > 政务公开 > …? */
static bool
html_is_path(const struct html_stretch *t)
{
	static const char *const signs[] = {">", "＞", "»", "›", "→"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (memmem(t->s, t->len, signs[i], strlen(signs[i])))
			return true;
	return false;
}

/* What the line is: mostly what its first text is; but lines of links are the site's.  Within the
 * root a line of links may be one of people. */
static enum jy_origin
html_judge(struct html_page *page, const struct html_stretch *t)
{
	const struct html_node *first = &page->nodes[t->first];
	const struct html_sum *a = &page->sums[t->from], *b = &page->sums[t->at];
	uint32_t chars = b->chars - a->chars, linked = b->linked - a->linked;
	uint32_t real = b->real - a->real;
	bool heading = first->look.heading && !linked;
	bool links = real && b->prose == a->prose;

	if (first->origin != JY_BODY) {
		if (first->mild && heading && (page->title ? html_is_title(page, t) : heading))
			return JY_BODY;
		return first->origin;
	}
	if (page->root && (t->first < page->root || t->first >= page->nodes[page->root].end)) {
		if ((links && linked * 2ull > chars) || t->first >= page->after)
			return html_side(page, t->first);
		if (heading || html_is_title(page, t))
			page->before = 0;	/* the text begins, whatever navigation follows */
		if (t->first < page->before)
			return html_side(page, t->first);
	} else if (links && real > 1 && linked * 4ull >= chars && html_is_path(t)) {
		return html_side(page, t->first);
	}
	return JY_BODY;
}

/* What follows a menu after the text is the site's. */
static void
html_note_menu(struct html_page *page, const struct html_stretch *t)
{
	const struct html_sum *a = &page->sums[t->from], *b = &page->sums[t->at];

	if (page->root && t->first >= page->nodes[page->root].end && t->first < page->after
	    && b->real - a->real > 1)
		page->after = t->first;
}

enum jy_origin
html_origin(struct html_page *page, const struct html_stretch *t)
{
	enum jy_origin origin = html_judge(page, t);

	if (origin != JY_BODY)
		html_note_menu(page, t);
	return origin;
}
