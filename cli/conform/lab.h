/* What a child tells its parent, in memory that both have: the parts of lab.c. */
#ifndef JIYAO_LAB_H
#define JIYAO_LAB_H

#include <sys/types.h>

#include "conform.h"

enum { TOLD_ROOM = 64 * 1024 };

struct told {
	unsigned ticks;			/* rises with every lab_at */
	bool ended, full;
	size_t input;			/* bytes of the input, which end at the guard; 0: none */
	int kept;			/* inputs that were kept */
	char doing[512];
	size_t used;
	char faults[TOLD_ROOM];		/* of each: a byte for the rule, the text, a NUL */
};

/* told.c */
struct told *told_open(const struct trial *);
void told_begin(const char *doing);
long seconds_allowed(void);		/* of the processor, for one call */
void limit_time(void);			/* from now on for one call */

/* heard.c: what was printed, a file. */
int heard_open(void);			/* its descriptor */
void heard_begin(void);
bool heard_line(char *line, size_t);	/* the last one, or what a sanitizer sums up in */

/* lab.c */
int scratch_file(void);
void empty_file(int fd);

#endif
