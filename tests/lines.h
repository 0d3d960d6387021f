/* The lines that a reader gives, seen on their way: the plugin calls this program's jy_add_line, not the
 * core's.  Only for programs that link lines.c. */
#ifndef JIYAO_TESTS_LINES_H
#define JIYAO_TESTS_LINES_H

#include "support.h"

extern struct jy_line *lines[8000];	/* valid until the minutes are freed */
extern size_t line_count;		/* to be set to 0 before a file is read */

#endif
