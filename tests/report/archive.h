/* An archive of invented minutes, and what jiyao report writes of it. */
#ifndef JIYAO_TESTS_ARCHIVE_H
#define JIYAO_TESTS_ARCHIVE_H

#include "../ledger/steps.h"

TCase *page_tests(void);
TCase *series_tests(void);

/* Runs jiyao report with these words, up to a NULL; its status. */
__attribute__((sentinel))
int report(const char *word, ...);
/* A file of the folder, as text; it lives until the next call. */
const char *written(const char *name);
/* How often PART is in it. */
int count_in(const char *name, const char *part);

/* Every input that is listed until archive_end, and what became of it. */
struct ledger *archive_begin(void);
void archive_add(struct ledger *, const char *path, const char *source);
void archive_end(struct ledger *);
/* A record of minutes: that of GOOD, and what is in them; the people as lines of PERSON. */
const char *minutes(const char *issuer, const char *number, const char *name, int session,
    const char *date, const char *people);

#endif
