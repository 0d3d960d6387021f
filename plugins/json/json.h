/* The parts of the plugin json. */
#ifndef JIYAO_JSON_H
#define JIYAO_JSON_H

#include <jiyao/plugin.h>

int json_read(struct jy_task *, struct jy_bytes, struct jy_builder *);
int json_write(struct jy_task *, const struct jy_minutes *, struct jy_out *);

/* The same bytes without the byte order mark that some editors leave. */
struct jy_bytes json_bare(struct jy_bytes);

#endif
