/*
 * Minutes as JSON text, the contract of jiyao-model(7), and back: for every plugin whose files hold
 * it.  It is compiled into each of them, and belongs to no format.
 */
#ifndef JIYAO_TREE_H
#define JIYAO_TREE_H

#include <jiyao/plugin.h>

/* Where the text goes, piece by piece. */
struct tree_sink { void (*put)(void *to, const char *bytes, size_t size); void *to; };
/* INDENT spaces a level, 0: all in one line.  False: there was no memory. */
bool tree_write(const struct jy_minutes *, int indent, bool provenance, struct tree_sink);

/* What is wrong with a text, in words of that task; code is NULL where nothing is.  What is only doubtful
 * is said to the task that tree_read is given, if that is not NULL. */
struct tree_fault { struct jy_task *task; const char *code, *text; };
/* Fills ROOT, a struct jy_minutes that the builder made.  0, or -1 with the fault filled. */
int tree_read(struct jy_bytes, struct jy_builder *, struct jy_minutes *root, struct jy_task *,
    struct tree_fault *);

#endif
