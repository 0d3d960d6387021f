/* The words that recognition leans on: see core/lexicon for the lists. */
#ifndef JIYAO_LEXICON_H
#define JIYAO_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

enum lexicon { SURNAMES, RARE_SURNAMES, ORGANIZATIONS, TITLES, NOT_IN_NAMES };

/* Is WORD (LEN bytes of UTF-8) in that list? */
bool lexicon_has(enum lexicon, const char *word, size_t len);

#endif
