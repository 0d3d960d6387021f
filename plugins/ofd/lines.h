/* Lines of pages, put together from runs by their places. */
#ifndef JIYAO_OFD_LINES_H
#define JIYAO_OFD_LINES_H

#include <jiyao/plugin.h>

#include "scene.h"

struct ofd_line {
	int page;
	size_t text, len;		/* in the lines' text */
	size_t gap, gaps;		/* in the lines' gaps */
	double x0, y0, x1, y1;		/* in millimetres; all 0: it has no place */
	double size, indent;
	int weight;
	enum jy_align align;
	enum jy_origin origin;
};
struct ofd_edges { double left, right; };
struct ofd_lines {
	struct ofd_line *at;
	struct jy_gap *gaps;
	char *text;
	size_t n, gap_count, len, room, gap_room, text_room;
	double width;			/* of the last page … */
	struct ofd_edges edges;		/* … and of the text on those before it that were as wide */
};
/* A page in millimetres, and what its lines are. */
struct ofd_area { int page; double x, y, width, height; enum jy_origin origin; };

/* Adds the lines of what is to be seen. */
void ofd_arrange(struct ofd_lines *, const struct ofd_scene *, const struct ofd_area *);
void ofd_free_lines(struct ofd_lines *);

/* A row of runs on one base line, from which a line is made; u is along it, v across. */
struct ofd_piece { const struct ofd_run *run; double u0, u1, middle; bool apart; };
void ofd_add_row(struct ofd_lines *, const struct ofd_scene *, const struct ofd_piece *, size_t n,
    const struct ofd_edges *, const struct ofd_area *);

#endif
