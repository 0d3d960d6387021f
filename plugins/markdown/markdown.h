/* The parts of the Markdown writer. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <stdio.h>

#include "../printed/printed.h"

struct markdown_writer {
	struct jy_out *out;
	const struct jy_minutes *minutes;
	FILE *block;		/* the text of the block so far, into: */
	char *text;
	size_t len;
};

/* text.c: text for the block. */
void markdown_put(struct markdown_writer *, struct jy_text);
void markdown_word(struct markdown_writer *, const char *);
/* Markup as it is. */
void markdown_mark(struct markdown_writer *, const char *);
/* Writes the block so that it is shown as it is, between BEFORE and AFTER; false: it has nothing to
 * show, and nothing was written. */
enum markdown_kind { MARKDOWN_PARAGRAPH, MARKDOWN_INLINE, MARKDOWN_CELL };
bool markdown_end(struct markdown_writer *, enum markdown_kind, const char *before,
    const char *after);

/* findings.c: what jiyao tells of the document: decisions, checks, what was not understood. */
bool markdown_put_decisions(struct markdown_writer *);
void markdown_put_checks(struct markdown_writer *);
void markdown_put_residue(struct markdown_writer *);

#endif
