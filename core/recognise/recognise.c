#include "recognise.h"
void recognise(struct jy_builder *b) { (void)b; }
