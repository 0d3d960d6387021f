/* What a reader fills: the lines of a transcript, or minutes ready made. */
#ifndef JIYAO_BUILDER_H
#define JIYAO_BUILDER_H

#include <jiyao/plugin.h>

#include "arena.h"

/* A line costs memory however short it is.  Minutes have thousands, a file made of line ends has millions. */
enum { MOST_LINES = 200000 };

/* The root first: jy_free gets it and frees the whole. */
struct jy_builder {
	struct jy_minutes minutes;
	struct arena arena;
	struct jy_line *lines, *last;
	struct jy_gap *last_gap;	/* of the line gap_line */
	const struct jy_line *gap_line;
	size_t count;			/* of lines */
	struct jy_line surplus;		/* what a reader gets for each line that is too many */
	bool overfull;			/* there were such */
	bool restored;			/* the reader asked for the minutes themselves */
};

struct jy_builder *builder_new(void);
void builder_free(struct jy_builder *);

#endif
