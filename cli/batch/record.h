/*
 * A record: what a child tells of the one file that it has converted, and what the ledger keeps.
 *
 * Lines of UTF-8; in a line a kind and its values, each after a tab.  What would break that is
 * written \t \n \\, so that any text is a value; null is empty.  A child may have been taken over by
 * what it read: whoever reads a record takes nothing in it for granted.
 *
 *	input SHA256 SIZE		reader NAME		pages N
 *	output FORMAT SIZE SHA256
 *	message SEVERITY PAGE CODE TEXT
 *	check SEVERITY CODE PAGE LINE TEXT
 *	document ISSUER KIND TITLE NUMBER PREFIX YEAR SEQUENCE NAME TERM SESSION DATE
 *	person ROLE NAME ORGANIZATION TITLE PAGE LINE
 *	end STATUS CODE			the last line; without it the child did not come to an end
 */
#ifndef JIYAO_RECORD_H
#define JIYAO_RECORD_H

#include <stdio.h>

#include "../cli.h"

enum { RECORD_VALUES = 12, RECORD_LIMIT = 8 << 20 };	/* values of a line; bytes of a record */

/* Writes one line; the values end with a NULL, and a null value is "". */
void record_put(FILE *, const char *kind, ...) __attribute__((sentinel));
/* What the ledger wants of the minutes: checks, document, people; in order. */
void record_put_minutes(FILE *, const struct jy_minutes *);

/* A line, taken apart: values[count] and all after it are "". */
struct record_line { const char *kind, *values[RECORD_VALUES]; size_t count; };
/* Takes the next line from *AT, a text that this changes and that a NUL ends; false at its end. */
bool record_next(char **at, struct record_line *);

#endif
