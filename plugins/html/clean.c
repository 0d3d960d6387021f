/*
 * What the parser gets to see.
 *
 * libxml2 has its own idea of where comments and scripts end, drops characters that XML has not,
 * stops at a NUL, and compares each attribute of a tag with all before it.  So what is no text is
 * taken out here, by the rules of browsers; no byte is looked at twice.
 */
#include "html.h"

#include <stdlib.h>
#include <string.h>

enum { HTML_ATTRIBUTES = 256 };	/* of one tag; no page has half as many */

struct html_cleaner {
	struct jy_task *task;
	const char *s, *end;
	char *to;
	long tags, most_tags;
	bool open;		/* a tag has no end */
};

static const char *
html_search(const char *s, const char *end, const char *word)
{
	return memmem(s, (size_t)(end - s), word, strlen(word));
}

static bool
html_is_digit(char c, bool hex)
{
	return (c >= '0' && c <= '9') || (hex && (c | 32) >= 'a' && (c | 32) <= 'f');
}

/* &#…; is left to the parser, but not where it would drop it: a number that is no character is
 * replaced, and what has no number is text.  How many bytes were dealt with; 0: none. */
static size_t
html_refer(struct html_cleaner *c, const char *stop)
{
	const char *s = c->s + 2;
	uint32_t value = 0;
	bool hex = s < stop && (*s | 32) == 'x';
	const char *digits = s += hex;

	for (; s < stop && html_is_digit(*s, hex); s++)
		if (value < 0x110000)
			value = value * (hex ? 16 : 10)
			    + (uint32_t)(*s <= '9' ? *s - '0' : (*s | 32) - 'a' + 10);
	if (s == digits) {
		memcpy(c->to, "&amp;", 5);
		c->to += 5;
		return 1;
	}
	if (value >= 0x20 ? value < 0xD800
		    || (value >= 0xE000 && value < 0x110000 && value != 0xFFFE && value != 0xFFFF)
			  : html_is_space((char)value))
		return 0;
	memcpy(c->to, "\xEF\xBF\xBD", 3);
	c->to += 3;
	return (size_t)(s - c->s) + (s < stop && *s == ';');
}

/* Copies up to STOP; NUL and what else XML has not is replaced. */
static void
html_copy(struct html_cleaner *c, const char *stop)
{
	for (; c->s < stop; c->s++) {
		unsigned char u = (unsigned char)*c->s;
		bool odd = u < 0x20 && !html_is_space(*c->s);
		size_t n = u == '&' && stop - c->s > 1 && c->s[1] == '#' ? html_refer(c, stop) : 0;

		if (n) {
			c->s += n - 1;
			continue;
		}
		if (u == 0xEF && stop - c->s > 2 && c->s[1] == '\xBF'
		    && (unsigned char)c->s[2] >= 0xBE) { /* U+FFFE, U+FFFF */
			odd = true;
			c->s += 2;
		}
		if (odd) {
			memcpy(c->to, "\xEF\xBF\xBD", 3);
			c->to += 3;
		} else {
			*c->to++ = u == '\f' ? ' ' : *c->s;
		}
	}
}

/* Markup that has no end hides all that follows. */
static void
html_give_up(struct html_cleaner *c)
{
	jy_warn(c->task, 0, "open-markup",
	    "not read: %zu bytes at the end, which stand in a "
	    "tag, a comment or a script that has no end",
	    (size_t)(c->end - c->s));
	c->s = c->end;
}

/* Goes over what is no text, up to the word that ends it. */
static void
html_drop(struct html_cleaner *c, const char *from, const char *word)
{
	const char *stop = html_search(from, c->end, word);

	if (stop)
		c->s = stop + strlen(word);
	else
		html_give_up(c);
}

/* The end of script, style and the like is found in whatever case. */
static void
html_drop_raw(struct html_cleaner *c, const char *name, size_t len)
{
	const char *s = c->s;

	while (s < c->end && (s = html_search(s, c->end, "</"))) {
		if ((size_t)(c->end - s) > len + 2 && html_says(s + 2, len, name)
		    && (html_is_space(s[2 + len]) || strchr("/>", s[2 + len]))) {
			c->s = s;
			return;
		}
		s += 2;
	}
	html_give_up(c);
}

/* Where the tag ends: at the end of all where it has none; NULL after jy_fail. */
static const char *
html_tag_end(struct html_cleaner *c)
{
	const char *s = c->s + 1;
	int attributes = 0;
	char last = 'a';

	for (; s < c->end && *s != '>'; s++) {
		bool quote = *s == '"' || *s == '\'';

		if (quote || html_is_space(*s) || *s == '/')
			attributes += !html_is_space(last);
		if (attributes > HTML_ATTRIBUTES) {
			jy_fail(c->task, JY_BAD_INPUT, "damaged",
			    "a tag has more than %d attributes", HTML_ATTRIBUTES);
			return NULL;
		}
		if (quote && last == '=') {
			const char *close = memchr(s + 1, *s, (size_t)(c->end - s - 1));

			if (!close) {
				c->open = true;
				return c->end;
			}
			s = close;
			last = '"';
		} else if (last != '=' || !html_is_space(*s)) {
			last = *s;
		}
	}
	return s < c->end ? s + 1 : c->end;
}

/* A start or end tag, and after that of a script all that is in it. */
static int
html_copy_tag(struct html_cleaner *c)
{
	static const char *const raw[] = {"script", "style"};
	const char *name = c->s + 1, *stop = html_tag_end(c);
	size_t len = 0;

	if (!stop)
		return -1;
	if (++c->tags > c->most_tags)
		return jy_fail(c->task, JY_BAD_INPUT, "too-large",
		    "the page has more than %ld tags; -O max-tags= allows more", c->most_tags);
	if (c->open || stop[-1] != '>') {
		html_give_up(c);
		return 0;
	}
	while (name + len < stop && !html_is_space(name[len]) && !strchr("/>", name[len]))
		len++;
	html_copy(c, stop);
	for (size_t i = 0; i < sizeof(raw) / sizeof(*raw); i++)
		if (len == strlen(raw[i]) && html_says(name, len, raw[i]))
			html_drop_raw(c, raw[i], len);
	return 0;
}

static int
html_clean_next(struct html_cleaner *c)
{
	const char *s = c->s, *stop = memchr(s, '<', (size_t)(c->end - s));
	size_t left;

	html_copy(c, stop ? stop : c->end);
	if (!stop)
		return 0;
	left = (size_t)(c->end - c->s);
	if (left > 3 && memcmp(c->s, "<!--", 4) == 0) {
		/* <!--> is a whole comment */
		html_drop(c, c->s + (left > 4 && c->s[4] == '>' ? 2 : 4), "-->");
	} else if (left > 8 && memcmp(c->s, "<![CDATA[", 9) == 0) {
		c->s += 9;	/* its text is text, of a page that is XML */
	} else if (left > 1 && (c->s[1] == '!' || c->s[1] == '?')) {
		html_drop(c, c->s, ">");
	} else if (left > 1
	    && (c->s[1] == '/' || ((c->s[1] | 32) >= 'a' && (c->s[1] | 32) <= 'z'))) {
		return html_copy_tag(c);
	} else {
		memcpy(c->to, "&lt;", 4);	/* a sign, not a tag */
		c->to += 4;
		c->s++;
	}
	return 0;
}

int
html_clean(struct jy_task *task, const char *text, size_t len, struct html_markup *markup)
{
	struct html_cleaner c = {.task = task,
	    .s = text,
	    .end = text + len,
	    .most_tags = jy_option_number(task, "max-tags")};
	size_t more = 0;

	for (size_t i = 0; i < len; i++)
		more += text[i] == '<'              ? 3
		    : text[i] == '&'                ? 4
		    : (unsigned char)text[i] < 0x20 ? 2
						    : 0;
	c.to = markup->text = html_alloc(len + more + 1, 1);
	while (c.s < c.end)
		if (html_clean_next(&c) != 0) {
			free(markup->text);
			return -1;
		}
	markup->len = (size_t)(c.to - markup->text);
	return 0;
}
