/* 《…》 in running text. */
#ifndef JIYAO_TITLES_H
#define JIYAO_TITLES_H

#include "match.h"
#include "short-names.h"

/* The titles in the span, each once, appended at END, whose new value is returned; short names that
 * NAMES (or NULL) explains are given in full. */
struct jy_string **list_titles(struct sheet *, struct span, const struct short_names *names,
    struct jy_string **end);

#endif
