/* 《…方案》（以下简称《方案》）: the short names that a document gives to others. */
#ifndef JIYAO_SHORT_NAMES_H
#define JIYAO_SHORT_NAMES_H

#include "match.h"

struct short_name { uint64_t hash; struct span shortened, full; };
struct short_names { struct short_name *at; size_t count; };	/* at: to be freed */

struct short_names find_short_names(const struct sheet *);
/* The title that TITLE (《 to 》) was introduced for before it stands there, or TITLE itself. */
struct span full_title(const struct sheet *, const struct short_names *, struct span title);

#endif
