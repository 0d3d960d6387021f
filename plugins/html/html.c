/* The HTML reader: pages of government sites that hold minutes become lines. */
#include "html.h"
#include "write.h"

#include <stdlib.h>
#include <string.h>

enum {
	HTML_START = 4096,	/* bytes that tell what it is */
	HTML_TAGS = 10		/* in them, where no tag comes first */
};

void *
html_resize(void *p, size_t count, size_t size)
{
	p = count > SIZE_MAX / size ? NULL : realloc(p, count * size);
	if (!p)
		_Exit(JY_TEMPORARY);
	return p;
}

void *
html_alloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size);

	if (!p)
		_Exit(JY_TEMPORARY);
	return p;
}

bool
html_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

uint32_t
html_character(const char *s, size_t *size)
{
	const unsigned char *u = (const unsigned char *)s;

	*size = u[0] < 0xC0 ? 1 : u[0] < 0xE0 ? 2 : u[0] < 0xF0 ? 3 : 4;
	switch (*size) {
	case 2: return (u[0] & 0x1Fu) << 6 | (u[1] & 0x3Fu);
	case 3: return (u[0] & 0x0Fu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
	case 4:
		return (u[0] & 0x07u) << 18 | (u[1] & 0x3Fu) << 12 | (u[2] & 0x3Fu) << 6
		    | (u[3] & 0x3Fu);
	default: return u[0];
	}
}

/* The start of IN as ASCII: of UTF-16 every other byte.  TEXT ends in a NUL. */
static void
html_sample(struct jy_bytes in, char text[HTML_START + 1])
{
	size_t n = 0, step = 1, at = 0;

	if (in.size > 3
	    && ((in.at[0] == 0xFF && in.at[1] == 0xFE)
		|| (in.at[0] && !in.at[1] && in.at[2] && !in.at[3])))
		step = 2;
	else if (in.size > 3
	    && ((in.at[0] == 0xFE && in.at[1] == 0xFF)
		|| (!in.at[0] && in.at[1] && !in.at[2] && in.at[3])))
		step = 2, at = 1;
	if (in.size > 2 && memcmp(in.at, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	else if (in.size > 1 && step == 2 && (in.at[0] == 0xFF || in.at[0] == 0xFE))
		at += 2;
	for (; at < in.size && n < HTML_START; at += step)
		text[n++] = in.at[at] ? (char)in.at[at] : ' ';
	text[n] = '\0';
}

/* Does the tag at S, a <, have the name WORD? */
static bool
html_opens(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strnlen(s, n + 2) == n + 2 && html_says(s + 1, n, word)
	    && (html_is_space(s[n + 1]) || strchr("/>", s[n + 1]));
}

/* A tag that a page or a piece of one begins with. */
static bool
html_is_typical(const char *s)
{
	static const char *const names[] = {
		"head", "body", "title", "meta", "link", "script", "style", "base", "div", "p",
		"table", "center", "h1", "h2", "h3", "font", "span", "br", "article", "section", "ul", "ol",
		"main", "header", "nav", "form", "a", "img", "strong", "b",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (html_opens(s, names[i]))
			return true;
	return false;
}

/* How many tags of HTML stand in S. */
static int
html_count_tags(const char *s)
{
	int tags = 0;

	for (; (s = strchr(s, '<')); s++)
		tags += html_is_typical(s[1] == '/' ? s + 1 : s);
	return tags;
}

/* Goes over space, comments and the XML declaration. */
static const char *
html_skip_prolog(const char *s)
{
	for (;;) {
		const char *stop;

		while (html_is_space(*s))
			s++;
		if (strncmp(s, "<!--", 4) == 0)
			stop = strstr(s, "-->");
		else if (strncmp(s, "<?", 2) == 0)
			stop = strchr(s, '>');
		else
			return s;
		if (!stop)
			return "";
		s = strchr(stop, '>') + 1;
	}
}

static int
html_probe(struct jy_bytes in)
{
	char text[HTML_START + 1];
	const char *s;

	html_sample(in, text);
	s = html_skip_prolog(text);
	if (strnlen(s, 14) == 14 && html_says(s, 9, "<!doctype") && html_is_space(s[9])) {
		s += 10;
		while (html_is_space(*s))
			s++;
		return strlen(s) > 3 && html_says(s, 4, "html") ? 100 : 0;
	}
	if (*s == '{' || *s == '[' || *s == '\0')
		return 0;
	if (*s == '<')
		return html_opens(s, "html") ? 100 : html_is_typical(s) ? 50 : 0;
	return html_count_tags(s) >= HTML_TAGS ? 50 : 0;
}

static void
html_tell_losses(const struct html_page *page)
{
	const struct { const char *code, *what; long count; } losses[] = {
		{"hidden-text", JY_WORD("characters of hidden text"), page->hidden},
		{"phonetic-text", JY_WORD("characters of phonetic guides"), page->phonetic},
		{"pictures", JY_WORD("pictures in the text"), page->pictures},
		{"form-fields", JY_WORD("form fields that are filled in"), page->fields},
	};

	for (size_t i = 0; i < sizeof(losses) / sizeof(*losses); i++)
		if (losses[i].count)
			jy_warn(page->task, 0, losses[i].code, "not read: %ld %-s", losses[i].count,
			    losses[i].what);
	if (page->embedded)
		jy_warn(page->task, 0, "embedded-document",
		    "not read: %ld embedded documents, the first \"%s\"", page->embedded,
		    page->embedded_name);
}

static int
html_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct html_page page = {.task = task, .builder = builder};
	struct encoding_reading r = {0};
	struct html_markup markup;
	size_t mark;
	int status;

	if (html_decode(task, in, &r) != 0)
		return -1;
	mark = encoding_has_mark(&r) ? 3 : 0;
	status = html_clean(task, r.text + mark, r.len - mark, &markup);
	free(r.text);
	if (status != 0)
		return -1;
	status = html_parse(&page, &markup);
	free(markup.text);
	if (status == 0) {
		html_take_title(&page);
		html_find_content(&page);
		html_place_cells(&page);
		html_add_lines(&page);
		html_tell_losses(&page);
		jy_source(builder)->encoding = jy_copy(builder, r.encoding, strlen(r.encoding));
	}
	html_free(&page);
	return status;
}

static const struct jy_option html_options[] = {
	{"encoding", JY_STRING, "auto", "a name that iconv knows, or auto",
	    "what a page without a byte order mark is encoded in"},
	{"max-depth", JY_NUMBER, "1000", "10..10000", "how deep elements may nest"},
	{"max-tags", JY_NUMBER, "1000000", "1000..100000000", "how many tags a page may have"},
	{0}
};

JY_PLUGIN(.name = "html", .title = "Web pages (HTML)", .suffixes = "html htm xhtml shtml",
    .media_type = "text/html", .options = html_options, .probe = html_probe, .read = html_read,
    .write = html_write,
    .lossy = "ids, ordinals, kinds and boxes are not written, and white space at the ends "
	     "of a text cannot be seen");
