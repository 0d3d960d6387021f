/* What a page says of itself: its title, and the <meta> elements of government sites. */
#include "html.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Those of the Chinese government's rules for its sites come first, and stay. */
static const struct { const char *name; size_t offset; bool date; } html_facts[] = {
	{"articletitle", offsetof(struct jy_metadata, title), false},
	{"author", offsetof(struct jy_metadata, author), false},
	{"contentsource", offsetof(struct jy_metadata, author), false},
	{"generator", offsetof(struct jy_metadata, producer), false},
	{"pubdate", offsetof(struct jy_metadata, created), true},
	{"publishdate", offsetof(struct jy_metadata, created), true},
	{"date", offsetof(struct jy_metadata, created), true},
	{"dcterms.created", offsetof(struct jy_metadata, created), true},
	{"article:published_time", offsetof(struct jy_metadata, created), true},
	{"dcterms.modified", offsetof(struct jy_metadata, modified), true},
	{"article:modified_time", offsetof(struct jy_metadata, modified), true},
};

/* The number of N digits at S, in its range; -1: none. */
static int
html_digits(const char *s, size_t n, int least, int most)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value >= least && value <= most ? value : -1;
}

/* 08:30, 08:30:00, 08:30:00.5, with a zone or without. */
static bool
html_is_time(const char *s)
{
	if (html_digits(s, 2, 0, 24) < 0 || s[2] != ':' || html_digits(s + 3, 2, 0, 59) < 0)
		return false;
	s += 5;
	if (*s == ':') {
		if (html_digits(s + 1, 2, 0, 60) < 0)
			return false;
		s += 3;
		if (*s == '.')
			s += 1 + strspn(s + 1, "0123456789");
	}
	if (*s == 'Z')
		return !s[1];
	if (*s != '+' && *s != '-')
		return !*s;
	if (html_digits(s + 1, 2, 0, 23) < 0)
		return false;
	s += 3;
	s += *s == ':';
	return !*s || (html_digits(s, 2, 0, 59) >= 0 && !s[2]);
}

/* S as a date of ISO 8601, with a T where the sites write a space; false: it is none. */
static bool
html_date(const char *s, size_t len, char date[40])
{
	if (len < 10 || len > 35)
		return false;
	memcpy(date, s, len);
	date[len] = '\0';
	if (html_digits(date, 4, 1, 9999) < 0 || date[4] != '-'
	    || html_digits(date + 5, 2, 1, 12) < 0 || date[7] != '-'
	    || html_digits(date + 8, 2, 1, 31) < 0)
		return false;
	if (len == 10)
		return true;
	if (date[10] == ' ')
		date[10] = 'T';
	return date[10] == 'T' && html_is_time(date + 11);
}

static size_t
html_trim(const char **s)
{
	size_t len;

	while (html_is_space(**s))
		++*s;
	len = strlen(*s);
	while (len && html_is_space((*s)[len - 1]))
		len--;
	return len;
}

void
html_meet_meta(struct html_page *page, const char *const *names)
{
	const char *name = html_attribute(names, "name");
	const char *content = html_attribute(names, "content");
	struct jy_metadata *metadata = jy_source(page->builder)->metadata;
	size_t len = content ? html_trim(&content) : 0;
	char date[40];

	name = name ? name : html_attribute(names, "property");
	if (name && len && html_says(name, strlen(name), "generator")
	    && html_says(content, len, HTML_GENERATOR))
		page->own = true;
	for (size_t i = 0; name && len && i < sizeof(html_facts) / sizeof(*html_facts); i++) {
		struct jy_text *fact = (void *)((char *)metadata + html_facts[i].offset);

		if (fact->s || !html_says(name, strlen(name), html_facts[i].name))
			continue;
		if (!html_facts[i].date)
			*fact = jy_copy(page->builder, content, len);
		else if (html_date(content, len, date))
			*fact = jy_copy(page->builder, date, strlen(date));
	}
}

/* The first title: with white space as it is shown, and without any to compare with. */
void
html_take_title(struct html_page *page)
{
	struct jy_metadata *metadata = jy_source(page->builder)->metadata;
	const struct html_node *text;
	size_t i = 0, len = 0, bare = 0;
	char *shown;

	while (i < page->count && page->nodes[i].tag != HTML_TITLE)
		i++;
	if (i + 1 >= page->count || page->nodes[i + 1].tag != HTML_TEXT)
		return;
	text = &page->nodes[i + 1];
	shown = html_alloc(text->len + 1, 1);
	page->title = html_alloc(text->len + 1, 1);
	for (const char *s = page->text + text->at, *end = s + text->len; s < end; s++) {
		if (!html_is_space(*s))
			shown[len++] = page->title[bare++] = *s;
		else if (len && shown[len - 1] != ' ')
			shown[len++] = ' ';
	}
	while (len && shown[len - 1] == ' ')
		len--;
	if (len && !metadata->title.s)
		metadata->title = jy_copy(page->builder, shown, len);
	free(shown);
}
