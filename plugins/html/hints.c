/* What a page calls its parts: elements, roles, and the words in their classes and ids. */
#include "html.h"

#include <string.h>

/* How sure a word is.  Names of parts that minutes have, too, are no more than a guess. */
static const struct { const char *word; enum html_hint hint; } html_words[] = {
	{"bdshare", HTML_IS_FURNITURE}, {"breadcrumb", HTML_IS_FURNITURE},
	{"breadcrumbs", HTML_IS_FURNITURE}, {"bshare", HTML_IS_FURNITURE},
	{"crumb", HTML_IS_FURNITURE}, {"crumbs", HTML_IS_FURNITURE},
	{"daohang", HTML_IS_FURNITURE}, {"dropdown", HTML_IS_FURNITURE},
	{"jiathis", HTML_IS_FURNITURE}, {"mbx", HTML_IS_FURNITURE},
	{"menu", HTML_IS_FURNITURE}, {"menubar", HTML_IS_FURNITURE}, {"nav", HTML_IS_FURNITURE},
	{"navbar", HTML_IS_FURNITURE}, {"navi", HTML_IS_FURNITURE},
	{"navigation", HTML_IS_FURNITURE}, {"navigator", HTML_IS_FURNITURE},
	{"navs", HTML_IS_FURNITURE}, {"pager", HTML_IS_FURNITURE},
	{"pagination", HTML_IS_FURNITURE}, {"share", HTML_IS_FURNITURE},
	{"sharebox", HTML_IS_FURNITURE}, {"sitemap", HTML_IS_FURNITURE},
	{"submenu", HTML_IS_FURNITURE}, {"subnav", HTML_IS_FURNITURE},
	{"toolbar", HTML_IS_FURNITURE}, {"topnav", HTML_IS_FURNITURE},
	{"导航", HTML_IS_FURNITURE}, {"面包屑", HTML_IS_FURNITURE},
	{"aside", HTML_MAY_BE_FURNITURE}, {"bottom", HTML_MAY_BE_FURNITURE},
	{"copyright", HTML_MAY_BE_FURNITURE}, {"ewm", HTML_MAY_BE_FURNITURE},
	{"foot", HTML_MAY_BE_FURNITURE}, {"footer", HTML_MAY_BE_FURNITURE},
	{"friendlink", HTML_MAY_BE_FURNITURE}, {"friendlinks", HTML_MAY_BE_FURNITURE},
	{"links", HTML_MAY_BE_FURNITURE}, {"login", HTML_MAY_BE_FURNITURE},
	{"qrcode", HTML_MAY_BE_FURNITURE}, {"related", HTML_MAY_BE_FURNITURE},
	{"search", HTML_MAY_BE_FURNITURE}, {"sidebar", HTML_MAY_BE_FURNITURE},
	{"xgwz", HTML_MAY_BE_FURNITURE}, {"相关", HTML_MAY_BE_FURNITURE},
	{"banner", HTML_MAY_BE_HEADER}, {"hd", HTML_MAY_BE_HEADER}, {"head", HTML_MAY_BE_HEADER},
	{"header", HTML_MAY_BE_HEADER}, {"top", HTML_MAY_BE_HEADER},
	{"topbar", HTML_MAY_BE_HEADER},
};

static const struct { const char *role; enum html_hint hint; } html_roles[] = {
	{"banner", HTML_MAY_BE_HEADER}, {"complementary", HTML_MAY_BE_FURNITURE},
	{"contentinfo", HTML_MAY_BE_FURNITURE}, {"menu", HTML_IS_FURNITURE},
	{"menubar", HTML_IS_FURNITURE}, {"navigation", HTML_IS_FURNITURE},
	{"search", HTML_IS_FURNITURE}, {"toolbar", HTML_IS_FURNITURE},
};

static bool
html_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* How much of S is one word: top-nav, topNav and top_nav2 have two. */
static size_t
html_word(const char *s)
{
	size_t n = 0;

	while (html_is_letter(s[n])
	    && (n == 0 || !(s[n] >= 'A' && s[n] <= 'Z') || (s[n - 1] >= 'A' && s[n - 1] <= 'Z')))
		n++;
	return n;
}

static enum html_hint
html_hint_of_words(const char *s)
{
	enum html_hint hint = HTML_NO_HINT;

	while (s && *s) {
		size_t n = html_word(s);

		for (size_t i = 0; n && i < sizeof(html_words) / sizeof(*html_words); i++)
			if (html_words[i].hint > hint && html_says(s, n, html_words[i].word))
				hint = html_words[i].hint;
		s += n ? n : 1;
	}
	return hint;
}

static enum html_hint
html_hint_of_tag(enum html_tag tag)
{
	switch (tag) {
	case HTML_NAV: case HTML_CONTROL: return HTML_IS_FURNITURE;
	case HTML_ASIDE: case HTML_FOOTER: return HTML_MAY_BE_FURNITURE;
	case HTML_HEADER: return HTML_MAY_BE_HEADER;
	default: return HTML_NO_HINT;
	}
}

enum html_hint
html_hint(enum html_tag tag, const char *const *names)
{
	enum html_hint hint = html_hint_of_tag(tag), other;
	const char *role = html_attribute(names, "role");

	if (tag != HTML_CONTROL && !html_is_block(tag))
		return HTML_NO_HINT;	/* words within a line are nobody's part */
	for (size_t i = 0; role && i < sizeof(html_roles) / sizeof(*html_roles); i++)
		if (html_says(role, strlen(role), html_roles[i].role) && html_roles[i].hint > hint)
			hint = html_roles[i].hint;
	if ((other = html_hint_of_words(html_attribute(names, "class"))) > hint)
		hint = other;
	if ((other = html_hint_of_words(html_attribute(names, "id"))) > hint)
		hint = other;
	return hint;
}
