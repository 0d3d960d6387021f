/* The cheapest reading of a block of people: how its glyphs fall into units. */
#ifndef JIYAO_READING_H
#define JIYAO_READING_H

#include "names.h"

enum { MOST_LISTED = 100000 };	/* glyphs of one block of people; a hundred pages */

enum unit { UNIT_NONE, UNIT_PERSON, UNIT_NOTE, UNIT_GROUP, UNIT_OFFICE, UNIT_SKIP };

/* A unit by its lengths: organisation or title, name (or all of what is no person), title after it. */
struct piece { enum unit unit; uint16_t prefix, name, suffix; };

/* The cheapest reading of all glyphs before one, and its last unit; and what the next best costs. */
struct step { int64_t cost, next_cost; struct piece piece, next; };

static inline size_t
piece_len(struct piece piece)
{
	return (size_t)piece.prefix + piece.name + piece.suffix;
}

struct block {
	struct sheet *s;
	struct span span;
	struct spots names;
	const struct spot *spots;	/* [i]: at glyph span.from + i */
	struct step *steps;		/* [i]: before that glyph */
	int nameless;			/* what an organisation without a name costs */
	bool officials;			/* who presides, writes or signs, and does not only come */
};

/* Reads the span; release when done. */
struct block read_block(struct sheet *, struct span, int nameless);
void release_block(struct block *);

#endif
