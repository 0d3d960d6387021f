/* What a reader fills: the lines of a transcript, or minutes ready made. */
#ifndef JIYAO_BUILDER_H
#define JIYAO_BUILDER_H

#include <jiyao/plugin.h>

#include "arena.h"

/* Of a document.  A line costs hundreds of bytes until its text is understood, and may hold one. */
enum { MOST_LINES = 250000 };

/* The root first: jy_free gets it and frees the whole. */
struct jy_builder {
	struct jy_minutes minutes;
	struct arena arena;
	struct jy_line *lines, *last;
	struct jy_line *spare;		/* for all lines beyond those */
	struct jy_gap *last_gap;	/* of the line gap_line */
	const struct jy_line *gap_line;
	size_t count;			/* of lines, spare ones too */
	bool restored;			/* the reader asked for the minutes themselves */
};

struct jy_builder *builder_new(void);
void builder_free(struct jy_builder *);

#endif
