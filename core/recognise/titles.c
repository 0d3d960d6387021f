/* 《…》: the titles of documents in a span, each once. */
#include "titles.h"

#include <stdlib.h>
#include <string.h>

/* The titles that were met, by hash: a table with room for twice as many. */
struct seen { struct jy_text *at; size_t mask; };

/* The next title in the rest, which then begins behind it; empty: there is none. */
static struct span
next_title(const struct sheet *s, struct span *rest)
{
	for (; rest->from < rest->to; rest->from++) {
		struct span title = {rest->from, rest->to};

		if (s->glyphs[title.from].code != TITLE_OPEN)
			continue;
		title.to = find(s, title, "》");
		if (title.to == NOWHERE)
			break;
		rest->from = ++title.to;
		return title;
	}
	return (struct span){0};
}

static struct seen
make_seen(const struct sheet *s, struct span span)
{
	size_t count = 0, size = 4;

	for (size_t i = span.from; i < span.to; i++)
		count += s->glyphs[i].code == TITLE_CLOSE;
	while (size < 2 * count)
		size *= 2;
	return (struct seen){count ? must_alloc(size * sizeof(struct jy_text)) : NULL, size - 1};
}

/* Is it the first of its name? */
static bool
is_new(struct seen *seen, struct jy_text title)
{
	size_t i = 5381;

	for (size_t k = 0; k < title.len; k++)
		i = i * 33 + (unsigned char)title.s[k];
	for (i &= seen->mask; seen->at[i].s; i = (i + 1) & seen->mask)
		if (seen->at[i].len == title.len && memcmp(seen->at[i].s, title.s, title.len) == 0)
			return false;
	seen->at[i] = title;
	return true;
}

struct jy_string **
list_titles(struct sheet *s, struct span span, const struct short_names *names,
    struct jy_string **end)
{
	struct seen seen = make_seen(s, span);
	struct span title;

	while (span_len(title = next_title(s, &span))) {
		struct jy_text text = span_text(s, names ? full_title(s, names, title) : title);

		if (is_new(&seen, text))
			end = add_string(s, end, text);
	}
	free(seen.at);
	return end;
}
