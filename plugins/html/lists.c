/* Lists: how CSS calls a numbering, how its numbers are written, and how items are counted. */
#include "html.h"

#include <string.h>

struct html_listing { const char *css, *numerals, *after; };

/* https://www.w3.org/TR/css-counter-styles-3/; bullets are no text and are not here. */
static const struct html_listing html_listings[] = {
	{"decimal", "decimal", "."}, {"1", "decimal", "."},
	{"decimal-leading-zero", "decimalZero", "."},
	{"lower-alpha", "lowerLetter", "."}, {"lower-latin", "lowerLetter", "."},
	{"upper-alpha", "upperLetter", "."}, {"upper-latin", "upperLetter", "."},
	{"lower-roman", "lowerRoman", "."}, {"upper-roman", "upperRoman", "."},
	{"cjk-decimal", "ideographDigital", "、"},
	{"cjk-ideographic", "taiwaneseCountingThousand", "、"},
	{"trad-chinese-informal", "taiwaneseCountingThousand", "、"},
	{"simp-chinese-informal", "chineseCountingThousand", "、"},
	{"simp-chinese-formal", "chineseLegalSimplified", "、"},
	{"trad-chinese-formal", "ideographLegalTraditional", "、"},
	{"japanese-informal", "japaneseCounting", "、"},
	{"japanese-formal", "japaneseLegal", "、"},
	{"cjk-heavenly-stem", "ideographTraditional", "、"},
	{"cjk-earthly-branch", "ideographZodiac", "、"},
};

/* The letters of a type attribute are told apart by their case. */
static const struct { char type; const char *css; } html_letters[] = {
	{'a', "lower-alpha"}, {'A', "upper-alpha"}, {'i', "lower-roman"}, {'I', "upper-roman"},
};

const struct html_listing *
html_listing(const char *name, size_t len)
{
	for (size_t i = 0; len == 1 && i < sizeof(html_letters) / sizeof(*html_letters); i++)
		if (*name == html_letters[i].type) {
			name = html_letters[i].css;
			len = strlen(name);
		}
	for (size_t i = 0; i < sizeof(html_listings) / sizeof(*html_listings); i++)
		if (len == strlen(html_listings[i].css)
		    && html_says(name, len, html_listings[i].css))
			return &html_listings[i];
	return NULL;
}

static struct numerals_label
html_label(const struct html_listing *l, int value)
{
	struct numerals_label label = {0};

	numerals_put_number(&label, numerals_named(l->numerals), value);
	numerals_put(&label, l->after, strlen(l->after));
	return label;
}

/* The list of an item counts on: the node of the list keeps where it stands. */
void
html_label_item(struct html_page *page, const struct html_node *item,
    struct numerals_label *waiting)
{
	struct html_node *list = &page->nodes[item->parent];
	struct numerals_label label;

	if (list->tag != HTML_ORDERED && list->tag != HTML_UNORDERED)
		return;
	if (item->stated)
		list->value = item->value;
	if (item->look.listing) {
		label = html_label(item->look.listing, list->value);
		numerals_put(waiting, label.text, label.len);
	}
	list->value += list->reversed ? -1 : 1;
}

/* A list that counts down begins with the number of its items. */
void
html_begin_list(struct html_page *page, size_t at)
{
	struct html_node *list = &page->nodes[at];

	if (list->tag == HTML_UNORDERED)
		list->value = 1;
	if (!list->reversed || list->stated)
		return;
	list->value = 0;
	for (size_t i = at + 1; i < list->end; i = page->nodes[i].end)
		list->value += page->nodes[i].tag == HTML_ITEM;
}
