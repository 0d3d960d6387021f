/* Persons within a sentence: whether somebody is one, and where his name and title end. */
#ifndef JIYAO_PERSONS_H
#define JIYAO_PERSONS_H

#include "names.h"

/* 副市长钱乙, 钱乙副市长 or 钱乙同志, and no list. */
bool is_person(const struct sheet *, struct span who);
/* 副市长钱乙、副市长孙丁: the first of them; all of 县委常委、副市长钱乙. */
struct span first_of(const struct sheet *, struct span list);
/* Where 钱乙副市长 at AT ends; AT where nobody is named so. */
size_t official_end(const struct sheet *, size_t at, size_t end);
/* 县政府办|钱乙副主任: where the person begins, after the name of the unit. */
size_t person_start(const struct sheet *, size_t at, size_t end);
/* 钱乙总|负责, 钱乙亲自|抓: where he ends, without the word that tells how. */
size_t without_manner(const struct sheet *, struct span who);

#endif
