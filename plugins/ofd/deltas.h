/* How far it is from one character to the next, as DeltaX and DeltaY say it. */
#ifndef JIYAO_OFD_DELTAS_H
#define JIYAO_OFD_DELTAS_H

#include <stdbool.h>

struct ofd_deltas {
	const char *left;		/* of the list */
	double value;			/* the one that was read last … */
	double times;			/* … and how often it still counts */
	bool said;			/* there was one */
};

/* Where LIST is NULL there are none. */
struct ofd_deltas ofd_deltas(const char *list);
/* The next; a list that is too short goes on with its last.  False: there are none. */
bool ofd_next_delta(struct ofd_deltas *, double *delta);

#endif
