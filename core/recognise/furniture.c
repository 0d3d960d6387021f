/* What stands around the minutes on a web page: navigation, metadata, footers 网页附件. */
#include "stages.h"

static bool
is_web(const struct sheet *s, struct span span)
{
	for (size_t i = span.from; i < span.to; i++)
		if (s->glyphs[i].owner == RESIDUE && match_phrase(s, i, span.to, WORDS_WEB))
			return true;
	return false;
}

/* Only what no stage took, and only where a web page speaks. */
static void
discard_around(struct sheet *s, struct span around)
{
	if (!is_web(s, around))
		return;
	for (size_t i = around.from; i < around.to; i++)
		if (s->glyphs[i].owner == RESIDUE)
			s->glyphs[i].owner = FURNITURE;
}

/* Metadata can stand between a page's title and the text: so all before the opening is around. */
void
discard_surroundings(struct sheet *s)
{
	size_t first = s->opening, last = s->count;

	while (last > first && s->glyphs[last - 1].owner != FIELD)
		last--;
	discard_around(s, (struct span){0, first});
	if (last > first)
		discard_around(s, (struct span){last, s->count});
}
