/*
 * The sheet: all that was printed, as one run of glyphs.  White space and line ends are no glyphs
 * but properties of the glyph after them; so a pattern reads over padding and wraps, and every
 * glyph can be accounted for by its index.
 */
#ifndef JIYAO_SHEET_H
#define JIYAO_SHEET_H

#include <stdint.h>

#include "../builder.h"
#include "../lexicon.h"
#include "../text.h"

/* What became of a glyph: a field of the minutes, furniture, or (still) residue. */
enum owner { RESIDUE, FIELD, FURNITURE };

/* The marks that the stages ask for, as a glyph's code: 、 。 “ ” 《 》 */
enum {
	LIST_COMMA = 0x3001, FULL_STOP = 0x3002, QUOTE_OPEN = 0x201C, QUOTE_CLOSE = 0x201D,
	TITLE_OPEN = 0x300A, TITLE_CLOSE = 0x300B
};

struct glyph {
	uint32_t code : 21;	/* folded: half-width for full-width, simplified for traditional */
	uint32_t owner : 2;
	uint32_t label : 1;	/* stands in the line's label, not in its text */
	uint32_t gap : 8;	/* white space before it on its line, in quarters of an em */
	uint32_t line;		/* index into the lines */
	uint32_t at;		/* byte offset in the label or text */
};

/* Glyphs from, from + 1, … to - 1. */
struct span { size_t from, to; };
#define NOWHERE ((size_t)-1)

/* What the start (or the whole) of a line says it is: see cues.c. */
enum cue {
	CUE_NONE, CUE_TITLE, CUE_NUMBER, CUE_OPENING, CUE_LEAD_IN, CUE_ENUMERATED, CUE_REMARK,
	CUE_ATTENDANCE, CUE_RECORDER, CUE_LABEL, CUE_COMPILED, CUE_DATE, CUE_DISCLOSURE, CUE_DISTRIBUTION,
	CUE_ISSUED, CUE_PRODUCTION
};

/* A line that is not furniture. */
struct row {
	struct jy_line *line;
	struct span span;
	int width;		/* in columns with its indent: a Han character has two */
	int indent;		/* of its first glyph, in columns */
	bool blank_before;	/* an empty line stands before it */
	bool marked;		/* marks that are furniture stand among its glyphs */
	double left, right;	/* of the text that it stands in, the page's or a cell's, in points */
	enum cue cue;
	enum { NO_ROLL, ROLL_START, ROLL_REST } roll;	/* of a table of people */
};

struct paragraph {
	struct span span;
	enum cue cue;
	enum jy_align align;
	bool table;		/* from the cells of a table */
	bool roll;		/* a table of people, heads and all */
};

/* A clause, or an item's title: where decisions are looked for. */
struct passage { struct jy_text id; struct span span; bool title; };

struct sheet {
	struct jy_builder *b;
	const struct lexicon *lexicon;
	struct arena *arena;
	struct jy_minutes *m;
	struct glyph *glyphs;
	size_t count;
	struct row *rows;
	size_t row_count, row_room;
	struct paragraph *paragraphs;
	size_t paragraph_count;
	struct passage *passages;
	size_t passage_count, passage_room;
	/* Where the next one goes: lists are walked by no stage only to be added to. */
	struct jy_group *last_group;
	struct jy_group *first_told, *last_told;	/* of the groups from running text */
	struct jy_remark **remarks_end;
	struct jy_person **recorders_end, **chairs_end, **signers_end;
	struct jy_topic **agenda_end;
	struct jy_distribution **distribution_end;
	struct jy_scrap **furniture_end;
	struct jy_check **checks_end;
	struct span day;	/* of the masthead or header that the meeting's date is from */
	size_t opening;		/* the first glyph after the masthead */
	int text_width;		/* columns at which plain text is wrapped; 0: not known */
	int year;		/* printed somewhere, for dates without one; 0: none */
};

static inline size_t
span_len(struct span span)
{
	return span.to - span.from;
}

/* Is the glyph the first of its line? */
static inline bool
starts_line(const struct sheet *s, size_t i)
{
	return i == 0 || s->glyphs[i].line != s->glyphs[i - 1].line;
}

/* The text as printed, wrapped lines joined; NULL text where the span is empty. */
struct jy_text span_text(struct sheet *, struct span);
/* The same without any white space: names, labels, numbers. */
struct jy_text span_solid(struct sheet *, struct span);
struct jy_place span_place(const struct sheet *, struct span);
void claim(struct sheet *, struct span, enum owner);
void add_passage(struct sheet *, struct jy_text id, struct span, bool title);

/* The glyphs know their row by its index: after rows were parted. */
void number_rows(struct sheet *);

/* Another group with that role, another remark; they are the minutes' last. */
struct jy_group *add_group(struct sheet *, const char *role);
void add_remark(struct sheet *, struct span);

/* A check as the recogniser makes it: with its words for people, see speak.h; NULL: the same. */
struct doubt { struct jy_check check; const char *shown; };

/* Adds a check, on the page and line of that glyph if there is one. */
__attribute__((format(printf, 5, 6)))
struct jy_check *check(struct sheet *, const char *severity, const char *code, size_t glyph,
    const char *format, ...);
__attribute__((format(printf, 5, 6)))
void check_place(struct sheet *, const char *severity, const char *code, const struct jy_place *,
    const char *format, ...);

/* Appends to a list of texts: *END is the place of the next one; returns the new end. */
struct jy_string **add_string(struct sheet *, struct jy_string **end, struct jy_text);

#endif
