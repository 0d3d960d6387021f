/* Text set on sheets: lines on the grid of GB/T 9704, with the rules and the page numbers. */
#ifndef JIYAO_OFD_SHEET_H
#define JIYAO_OFD_SHEET_H

#include <jiyao/plugin.h>

#include "text.h"

/* All lengths are in micrometres: whole numbers that print the same in every locale. */
enum {
	OFD_PAGE_WIDTH = 210000, OFD_PAGE_HEIGHT = 297000,
	OFD_LEFT = 28000, OFD_TOP = 37000,		/* the margins 订口 and 天头 … */
	OFD_WIDTH = 156000, OFD_HEIGHT = 225000,	/* … around the type area 版心 */
	OFD_ROWS = 22, OFD_PITCH = OFD_HEIGHT / OFD_ROWS, OFD_CELL = OFD_WIDTH / 28,
	OFD_SIZE_0 = 14817, OFD_SIZE_2 = 7761, OFD_SIZE_3 = 5644, OFD_SIZE_4 = 4939 /* 初号 … */
};

enum ofd_align { OFD_LEFT_ALIGNED, OFD_JUSTIFIED, OFD_CENTRED, OFD_RIGHT_ALIGNED };
struct ofd_style {
	int size, cell;			/* of the letters, and what a Han character advances */
	int first, rest, end;		/* indents in halves: first line, others, at the right */
	int rows, drop;			/* the height of a line, and from its top to the letters */
	enum ofd_align align;
	bool red;
};

struct ofd_glyph { uint32_t c; int advance; };
/* A stretch of one line in one font and of one value; without glyphs it is a rule. */
struct ofd_object {
	int x, y, width, height;
	enum ofd_face face;
	bool red, alone;		/* alone: one place, so nothing advances in it */
	uint32_t tag;
	size_t glyph, glyphs;		/* the first, and how many */
};
/* What a value is called, and its id in the model; a node of a tree, kept from the root on. */
struct ofd_tag { const char *name; struct jy_text id; uint32_t up; };
/* How far the setting has come. */
struct ofd_mark { size_t glyphs, objects, pages, tags; int row; };
struct ofd_sheets {
	struct ofd_glyph *glyphs;
	struct ofd_object *objects;
	size_t *pages;			/* the first object of each */
	struct ofd_tag *tags;		/* the first is the root, which is said by nobody */
	size_t glyph_room, object_room, page_room, tag_room;
	struct ofd_mark now;
	struct ofd_text text;		/* the paragraph being said */
	uint32_t tag;			/* the innermost that is open */
};

/* What is said from here on is the value NAME, until another begins within it or it ends; what is
 * said after that is no value. */
void ofd_begin(struct ofd_sheets *, const char *name);
void ofd_begin_with_id(struct ofd_sheets *, const char *name, struct jy_text id);
void ofd_end(struct ofd_sheets *);
/* All of it: nothing where TEXT is NULL. */
void ofd_say_value(struct ofd_sheets *, const char *name, enum ofd_face, const char *text);

void ofd_new_page(struct ofd_sheets *);
/* Sets the paragraph that was said, and begins the next. */
void ofd_set(struct ofd_sheets *, const struct ofd_style *);
/* The same, in the last line that was set, if the LEFT halves in it leave room. */
void ofd_set_beside(struct ofd_sheets *, const struct ofd_style *, int left);
/* Says and sets TEXT, which may be NULL. */
void ofd_paragraph(struct ofd_sheets *, const struct ofd_style *, enum ofd_face, const char *text);
/* A rule of the type area's width, OFFSET below the top of the next row. */
void ofd_rule(struct ofd_sheets *, int offset, int weight, bool red);
/* Moves what was set on this page since MARK down to the page's end. */
void ofd_sink(struct ofd_sheets *, struct ofd_mark);
void ofd_finish(struct ofd_sheets *);
void ofd_free(struct ofd_sheets *);

/* The object that page N ends before. */
size_t ofd_page_end(const struct ofd_sheets *, size_t n);

#endif
