/* Short names: found once, looked up by hash. */
#include "short-names.h"

#include <stdlib.h>

static uint64_t
hash(const struct sheet *s, struct span span)
{
	uint64_t h = 1469598103934665603u;

	for (size_t i = span.from; i < span.to; i++)
		h = (h ^ s->glyphs[i].code) * 1099511628211u;
	return h;
}

static bool
equal(const struct sheet *s, struct span a, struct span b)
{
	if (span_len(a) != span_len(b))
		return false;
	for (size_t i = 0; i < span_len(a); i++)
		if (s->glyphs[a.from + i].code != s->glyphs[b.from + i].code)
			return false;
	return true;
}

/* By hash, then in the document's order. */
static int
order(const void *a, const void *b)
{
	const struct short_name *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->shortened.from < y->shortened.from ? -1 : x->shortened.from > y->shortened.from;
}

/* A short name introduced at I, after the 》 of the title it stands for. */
static bool
introduced_at(const struct sheet *s, size_t i, struct span in, struct short_name *name)
{
	size_t n = match_any(s, i, in.to, "(以下简称|(下称|(简称"), open, close, end = in.to;

	if (!n || i == in.from || s->glyphs[i - 1].code != TITLE_CLOSE
	    || !match(s, i + n, in.to, "《"))
		return false;
	if (end - i > 80)
		end = i + 80;
	close = find(s, (struct span){i, end}, "》");
	if (close == NOWHERE)
		return false;
	for (open = i - 1; open > in.from && s->glyphs[open].code != TITLE_OPEN; open--)
		;
	name->shortened = (struct span){i + n, close + 1};
	name->full = (struct span){open, i};
	name->hash = hash(s, name->shortened);
	return true;
}

struct short_names
find_short_names(const struct sheet *s)
{
	struct short_names names = {0};
	size_t room = 0;

	for (size_t p = 0; p < s->passage_count; p++) {
		struct span in = s->passages[p].span;

		for (size_t i = in.from; i < in.to; i++) {
			struct short_name name;

			if (s->glyphs[i].code != '(' || !introduced_at(s, i, in, &name))
				continue;
			if (names.count == room) {
				room = room ? room * 2 : 16;
				names.at = must_realloc(names.at, room, sizeof(*names.at));
			}
			names.at[names.count++] = name;
		}
	}
	if (names.count)
		qsort(names.at, names.count, sizeof(*names.at), order);
	return names;
}

/* The last one of that hash introduced not after the title. */
struct span
full_title(const struct sheet *s, const struct short_names *names, struct span title)
{
	struct short_name key = {hash(s, title), title, title};
	size_t low = 0, high = names->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (order(&names->at[middle], &key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low && equal(s, names->at[low - 1].shortened, title))
		return names->at[low - 1].full;
	return title;
}
