/*
 * Text in which no character is taken for a mark: CommonMark 0.31 and the extensions of GFM.  Signs
 * that can mean nothing where they stand stay as they are: people read this, too.
 */
#include <stdlib.h>
#include <string.h>

#include "markdown.h"

void
markdown_put(struct markdown_writer *w, struct jy_text text)
{
	if (text.len)
		fwrite(text.s, 1, text.len, w->block);
}

void
markdown_word(struct markdown_writer *w, const char *word)
{
	fputs(word, w->block);
}

void
markdown_mark(struct markdown_writer *w, const char *mark)
{
	jy_puts(w->out, mark);
}

static bool
markdown_ends_word(char c)
{
	return c == ' ' || c == '\t' || c == '\0';
}

/* How many bytes at S begin a list or the like, but for their last; 0: they do not. */
static size_t
markdown_opening(const char *s)
{
	size_t digits = strspn(s, "0123456789");

	if (*s == '>' || *s == '#' || *s == '[' || strncmp(s, "--", 2) == 0
	    || (*s && strchr("-+", *s) && markdown_ends_word(s[1])))
		return 1;
	if (digits && s[digits] && strchr(".)", s[digits]) && markdown_ends_word(s[digits + 1]))
		return digits + 1;
	return 0;
}

static bool
markdown_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The signs of which one alone means nothing. */
static bool
markdown_is_twice(const char *text, char sign)
{
	const char *first = strchr(text, sign);

	return first && strchr(first + 1, sign);
}

struct markdown_signs { bool links, tildes, dollars, cell; };

static bool
markdown_is_mark(const char *s, const struct markdown_signs *signs)
{
	switch (*s) {
	case '\\': case '`': case '*': case '_': return true;
	case '[': return signs->links;
	case '~': return signs->tildes;
	case '$': return signs->dollars;
	case '|': return signs->cell;
	case '#': return markdown_ends_word(s[1]) || s[1] == '#';	/* a heading's end */
	case '<': return markdown_is_letter(s[1]) || (s[1] && strchr("/!?", s[1]));
	case '&': return markdown_is_letter(s[1]) || s[1] == '#';
	default: return false;
	}
}

static void
markdown_escape(struct markdown_writer *w, const char *s, const char *end, enum markdown_kind kind)
{
	const struct markdown_signs signs = {strstr(s, "](") || strstr(s, "[["),
	    markdown_is_twice(s, '~'), markdown_is_twice(s, '$'), kind == MARKDOWN_CELL};
	size_t opening = kind == MARKDOWN_PARAGRAPH ? markdown_opening(s) : 0;
	const char *from = s;

	for (const char *mark = opening ? s + opening - 1 : NULL; s < end; s++) {
		if (s != mark && !markdown_is_mark(s, &signs))
			continue;
		jy_put(w->out, from, (size_t)(s - from));
		jy_put(w->out, "\\", 1);
		from = s;
	}
	jy_put(w->out, from, (size_t)(end - from));
}

bool
markdown_end(struct markdown_writer *w, enum markdown_kind kind, const char *before,
    const char *after)
{
	const char *s, *end;
	bool blank;

	fputc('\0', w->block);	/* more may be behind it, of a block before */
	fflush(w->block);
	s = w->text + strspn(w->text, " \t");	/* it would be dropped, or make it code */
	end = w->text + w->len - 1;
	while (end > s && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	blank = s == end;
	if (!blank || kind == MARKDOWN_CELL) {
		markdown_mark(w, before);
		markdown_escape(w, s, end, kind);
		markdown_mark(w, after);
	}
	rewind(w->block);
	return !blank;
}
