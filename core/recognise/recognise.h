/* Lines → minutes: the product's intelligence, a file a stage. */
#ifndef JIYAO_RECOGNISE_H
#define JIYAO_RECOGNISE_H

#include "../builder.h"

/* Reads the builder's lines into its minutes. */
void recognise(struct jy_builder *);

#endif
