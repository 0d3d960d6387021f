/* Names: how like one a run of glyphs is, by surnames, padding and what names never hold. */
#ifndef JIYAO_NAMES_H
#define JIYAO_NAMES_H

#include <limits.h>

#include "match.h"

enum {
	NAME = 6,		/* the longest Han name, in glyphs: 哈斯额尔敦; with a known surname 4 */
	FOREIGN = 18,		/* the longest name with a middle dot: 阿不都拉·买买提 */
	NEVER = INT_MAX / 4
};

/* Costs of a reading, in no unit: only their order and ratio matter. */
enum {
	COST_UNIT = 10, COST_SHORT_NAME = 10, COST_RARE = 150, COST_NO_SURNAME = 700,
	COST_ODD_GIVEN = 300, COST_PADDED = 20, COST_SPREAD = 50, COST_SPLIT_NAME = 150, COST_WRAP = 10,
	COST_PREFIX = 10, COST_UNKNOWN = 600, COST_GLYPH = 40, COST_SPLIT_PREFIX = 400,
	COST_GLUED = 500, COST_UNPARTED = 300, COST_NEXT_LINE = 200, COST_COLUMN = 60,
	COST_APART = 40, COST_CUT_WORD = 300, COST_SKIPPED = 2000,
	COST_CLOSE = 60, COST_UNKNOWN_FAMILY = 100, COST_NAMELESS = 800
};

/* What is known of the place before a glyph, and of the glyph. */
struct spot {
	int start;		/* the cost that a unit begins here */
	int64_t splits;		/* the cost of the gaps before all glyphs up to this one, in a prefix */
	bool separator;
	bool office;		/* the glyphs before it end as an organisation or title does */
	bool title;		/* … as a title does */
	bool nobody;		/* … as those are called who are not named: 同志, 负责人 */
	bool within;		/* a cut here goes through a known word: 区|长 */
	bool odd;		/* hardly ever in a given name */
	enum { NO_FAMILY, FAMILY, RARE_FAMILY } family;	/* a surname of one character */
	bool compound;		/* a surname of two begins here */
	bool hard;		/* the line before it ended early: nothing goes on here */
};

/* The spots of a span: [i] is at glyph span.from + i; one more stands after the last. */
struct spots {
	const struct sheet *s;
	struct span span;
	int width;		/* what three of four lines do not exceed, in columns */
	bool columns;		/* a line is an entry, its left column before the gap */
	bool first;		/* a line is an entry that begins with the name: 钱乙丙  市档案局 */
	bool flowing;		/* a 、 parts most of the names, and lines end in mid-list */
	size_t entry;		/* where the numeral before an entry ends */
	struct spot *at;
};

/* To be freed. */
struct spots describe_spots(const struct sheet *, struct span);
/* How unlike a name the N glyphs from I are; NEVER: they can be none. */
int name_cost(const struct spots *, size_t i, size_t n);
bool is_middle_dot(uint32_t);
/* The length of a name with a middle dot at I, or 0; and what it costs. */
size_t foreign_name(const struct spots *, size_t i);
/* The longest one at I that is shorter than LEN and ends with its line; or 0. */
size_t shorter_name(const struct spots *, size_t i, size_t len);
int foreign_cost(const struct spots *, size_t i, size_t n);

/* Do the glyphs FROM … TO-1 stand in the list; or end in a word of it? */
bool listed(const struct sheet *, enum words, size_t from, size_t to);
bool ends_listed(const struct sheet *, enum words, size_t from, size_t to);
/* Are they a title of office and no more: 市长, 代市长, 常务副市长? */
bool is_office_title(const struct sheet *, size_t from, size_t to);
/* Are they one with no more than its office: 副市长, 县委书记, 管委会主任? */
bool is_post(const struct sheet *, size_t from, size_t to);
/* Without 同志, 先生, 女士 at the end, which are no titles. */
struct span without_courtesy(const struct sheet *, struct span who);
/* Does a title of office stand anywhere in the span? */
bool holds_title(const struct sheet *, struct span);
/* Is there white space before the glyph, on its line? */
static inline bool
is_apart(const struct sheet *s, size_t i)
{
	return s->glyphs[i].gap > 0;
}
/* What stands for characters of a name that was not to be published. */
static inline bool
is_mask(uint32_t c)
{
	return c == 'X' || c == 'x' || c == 0xD7 || c == 0x25CB || c == 0x25A1 || c == 0x3007;
}
/* 、 ， 。 ； ： */
bool is_separator(uint32_t code);

#endif
