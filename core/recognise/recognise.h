/* Lines → minutes: the product's intelligence, a file a stage. */
#ifndef JIYAO_RECOGNISE_H
#define JIYAO_RECOGNISE_H

#include "../builder.h"
#include "../lexicon.h"

/* Reads the builder's lines into its minutes.  False: they do not look like minutes at all. */
bool recognise(struct jy_builder *, const struct lexicon *);

#endif
