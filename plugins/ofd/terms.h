/* Texts, each once, in the order in which they came. */
#ifndef JIYAO_OFD_TERMS_H
#define JIYAO_OFD_TERMS_H

#include <jiyao/plugin.h>
#include <libxml/hash.h>

struct ofd_terms { xmlHashTable *known; const char **at; size_t n, room; };

struct ofd_terms ofd_begin_terms(void);
/* Adds a text, unless it is empty or there already; it is not copied. */
void ofd_add_term(struct ofd_terms *, struct jy_text);
void ofd_end_terms(struct ofd_terms *);

/* What the meeting treated: its topics, and what the items name in 《》. */
struct ofd_terms ofd_subjects(const struct jy_minutes *);
/* Those who presided, came or did not, and recorded. */
struct ofd_terms ofd_names(const struct jy_minutes *);
struct ofd_terms ofd_recipients(const struct jy_distribution *);

#endif
