/* The folders among all that was named: below them no link is followed. */
#ifndef JIYAO_BATCH_ROOTS_H
#define JIYAO_BATCH_ROOTS_H

#include <stddef.h>

struct names { char **at; size_t count, room; };
struct roots { struct names folders, named; };

/* A copy of the folder's name, that stands until the roots are forgotten. */
const char *roots_keep(struct roots *, const char *folder);
/* When all are kept: PATHS is all that the command line names, ended by NULL. */
void roots_sort(struct roots *, char *const *paths);
/* The folder by which a source was listed, the innermost of several; NULL: it was named itself.  Only after
 * they were sorted. */
const char *roots_nearest(const struct roots *, const char *source);
void roots_forget(struct roots *);

#endif
