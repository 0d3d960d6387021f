/* OFD to lines, or to the minutes that are attached. */
#ifndef JIYAO_OFD_READ_H
#define JIYAO_OFD_READ_H

#include <jiyao/plugin.h>

int ofd_probe(struct jy_bytes);
int ofd_read(struct jy_task *, struct jy_bytes, struct jy_builder *);

#endif
