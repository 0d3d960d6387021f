/*
 * Which parts of a page are the site's.
 *
 * What calls itself navigation and the like is, where its links bear it out; so is a block that is
 * all links.  The root is the smallest element that holds most of the other text: outside of it
 * lines of links are the site's, and so is what stands beyond its navigation.  In doubt it is the
 * text's, since the recogniser knows better what minutes say.
 */
#include "html.h"

#include <string.h>

enum {
	HTML_MUCH = 40,		/* per cent of the text: no furniture has as much */
	HTML_MOST = 70,		/* per cent of the text: the root has as much */
	HTML_MENU = 3		/* links that make a menu */
};

/* Punctuation of sentences and lists; menus have other signs. */
static bool
html_is_prose(uint32_t c)
{
	return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0x300A || c == ','
	    || c == ';' || c == 0xFF08 || c == '(';
}

static bool
html_is_blank(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

/* Letters and ideographs say something; lines and signs between links do not. */
static bool
html_is_letter(uint32_t c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
	    || (c >= 0x2E80 && (c < 0x3000 || c > 0x303F) && (c < 0xFF00 || c > 0xFF0F)
		&& (c < 0xFF1A || c > 0xFF20));
}

static void
html_weigh_text(const struct html_page *page, const struct html_node *node, struct html_sum *sum)
{
	const char *s = page->text + node->at, *end = s + node->len;
	size_t size;

	for (; s < end; s += size) {
		uint32_t c = html_character(s, &size);

		if (html_is_blank(c))
			continue;
		sum->chars++;
		sum->linked += node->look.linked;
		sum->plain += !node->look.linked && node->origin == JY_BODY && html_is_letter(c);
		sum->prose += !node->look.linked && html_is_prose(c);
	}
}

/* Texts of titles and the like are no text of the page. */
static bool
html_has_no_text(enum html_tag tag)
{
	return tag == HTML_NOTHING || tag == HTML_TITLE || tag == HTML_META;
}

static void
html_sum_up(struct html_page *page)
{
	struct html_sum sum = {0};

	for (size_t i = 0; i < page->count; i++) {
		const struct html_node *node = &page->nodes[i];

		page->sums[i] = sum;
		if (node->look.hidden
		    || (node->tag == HTML_TEXT && html_has_no_text(page->nodes[node->parent].tag)))
			continue;
		if (node->tag == HTML_TEXT)
			html_weigh_text(page, node, &sum);
		sum.links += node->tag == HTML_A;
		sum.real += node->tag == HTML_A && node->real;
		sum.blocks += node->tag == HTML_BR || html_is_block(node->tag);
	}
	page->sums[page->count] = sum;
}

static struct html_sum
html_sum(const struct html_page *page, size_t node)
{
	const struct html_sum *a = &page->sums[node], *b = &page->sums[page->nodes[node].end];

	return (struct html_sum){b->chars - a->chars, b->linked - a->linked, b->links - a->links,
	    b->real - a->real, b->prose - a->prose, b->plain - a->plain, b->blocks - a->blocks};
}

/* Does the element hold at least PARTS per cent of the page's text? */
static bool
html_holds(const struct html_page *page, size_t node, unsigned parts)
{
	return html_sum(page, node).plain * 100ull >= page->sums[page->count].plain * (size_t)parts;
}

/* What is hidden from those who listen may still be all that there is to see, behind a dialog. */
static void
html_hide_unheard(struct html_page *page)
{
	for (size_t i = 1; i < page->count; i++) {
		size_t end = page->nodes[i].end;

		if (!page->nodes[i].unheard || html_holds(page, i, HTML_MUCH))
			continue;
		for (; i < end; i++)
			page->nodes[i].look.hidden = true;
		i--;
	}
}

/* Do the element's links bear out what it calls itself? */
static bool
html_is_borne_out(const struct html_page *page, size_t i)
{
	const struct html_node *node = &page->nodes[i];
	struct html_sum sum = html_sum(page, i);

	if (page->own)	/* its asides are longer than many minutes, and never part of them */
		return node->hint >= HTML_MAY_BE_FURNITURE;
	if (html_holds(page, i, HTML_MUCH) && sum.plain)
		return false;
	if (node->tag == HTML_NAV || node->tag == HTML_CONTROL)
		return true;
	if (node->hint == HTML_IS_FURNITURE)
		return sum.linked * 3ull >= sum.chars || !sum.prose;
	return sum.real && sum.linked * 10ull >= sum.chars;
}

/* A block of links.  Within the root it may be a list of people that are linked to: there it has to
 * be nothing else, and to stand before all sentences. */
static bool
html_is_menu(const struct html_page *page, size_t i)
{
	enum html_tag tag = page->nodes[i].tag;
	struct html_sum sum = html_sum(page, i);

	if (!html_is_block(tag) || sum.real < HTML_MENU || sum.prose)
		return false;
	if (page->nodes[i].end <= page->root || i >= page->nodes[page->root].end)
		return sum.linked * 10ull >= sum.chars * 8ull;
	return !sum.plain && !page->sums[i].prose && tag != HTML_CELL && tag != HTML_HEAD_CELL
	    && tag != HTML_ROW;
}

enum jy_origin
html_side(const struct html_page *page, size_t i)
{
	if (page->root && i < page->root)
		return JY_HEADER;
	if (page->root && i >= page->nodes[page->root].end)
		return JY_FOOTER;
	return page->sums[i].plain * 2 <= page->sums[page->count].plain ? JY_HEADER : JY_FOOTER;
}

static bool
html_is_site(const struct html_page *page, size_t i, bool menus)
{
	const struct html_node *node = &page->nodes[i];

	if (node->hint != HTML_NO_HINT && html_is_borne_out(page, i))
		return true;
	return menus && html_is_menu(page, i);
}

/* Marks the outermost elements that are the site's; MENUS too, once the root is known. */
static void
html_mark(struct html_page *page, bool menus)
{
	for (size_t i = 1; i < page->count; i++) {
		size_t end = page->nodes[i].end;
		enum jy_origin side;
		bool mild;

		if (!html_is_site(page, i, menus))
			continue;
		side = html_side(page, i);
		mild = page->nodes[i].hint == HTML_MAY_BE_HEADER;
		for (; i < end; i++) {
			page->nodes[i].origin = side;
			page->nodes[i].mild = mild;
		}
		i--;
	}
}

/* Goes down as long as one child holds nearly all of the text. */
static size_t
html_root(const struct html_page *page)
{
	size_t root = 0, child = 1;

	while (page->sums[page->count].plain && child < page->nodes[root].end) {
		const struct html_node *node = &page->nodes[child];

		if (html_is_block(node->tag) && html_holds(page, child, HTML_MOST))
			root = child++;
		else
			child = node->end;
	}
	return root;
}

/* Where the site's navigation before the root ends, and where that after it begins. */
static void
html_find_borders(struct html_page *page)
{
	size_t end = page->nodes[page->root].end;

	page->before = 0;
	page->after = page->count;
	for (size_t i = 1; page->root && i < page->count; i++) {
		const struct html_node *node = &page->nodes[i];

		if (node->origin == JY_BODY || !html_sum(page, i).real)
			continue;
		if (node->end <= page->root)
			page->before = node->end;
		else if (i >= end && i < page->after)
			page->after = i;
	}
}

void
html_find_content(struct html_page *page)
{
	page->sums = html_alloc(page->count + 1, sizeof(*page->sums));
	html_sum_up(page);
	html_hide_unheard(page);
	html_sum_up(page);
	html_mark(page, false);
	html_sum_up(page);
	page->root = html_root(page);
	html_mark(page, true);
	html_find_borders(page);
}
