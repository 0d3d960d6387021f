/* Minutes to OFD. */
#ifndef JIYAO_OFD_WRITE_H
#define JIYAO_OFD_WRITE_H

#include <jiyao/plugin.h>

int ofd_write(struct jy_task *, const struct jy_minutes *, struct jy_out *);

#endif
