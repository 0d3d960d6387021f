/* The parts of the plugin xml. */
#ifndef JIYAO_XML_H
#define JIYAO_XML_H

#include <libxml/tree.h>

#include <jiyao/plugin.h>

/* The document, to be freed with xmlFreeDoc; NULL after jy_fail. */
xmlDoc *xml_parse(struct jy_task *, struct jy_bytes);

int xml_read(struct jy_task *, struct jy_bytes, struct jy_builder *);
int xml_write(struct jy_task *, const struct jy_minutes *, struct jy_out *);

#endif
