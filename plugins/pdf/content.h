/* The content of a page, operator by operator. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include <stdbool.h>
#include <stddef.h>

enum { PDF_OPERANDS = 8 };	/* more than any operator of interest has: the last are kept */
struct pdf_operation {
	const char *from;	/* where its operands begin, of whatever kind they are */
	const char *name;	/* not ended by a NUL */
	size_t len;
	double operands[PDF_OPERANDS];
	int count;		/* of numbers; others are passed over */
	size_t shown;		/* bytes of its strings */
	const char *resource;	/* the last of its names, with its /; NULL: it has none */
	size_t resource_len;
};

/* The next operation from *AT on, which is moved; false: there is none before END. */
bool pdf_next_operation(const char **at, const char *end, struct pdf_operation *);
bool pdf_is_operator(const struct pdf_operation *, const char *name);

#endif
