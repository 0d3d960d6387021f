/* XML written piece by piece: what the two profiles share. */
#ifndef JIYAO_XML_WRITER_H
#define JIYAO_XML_WRITER_H

#include <libxml/xmlwriter.h>

#include <jiyao/plugin.h>

struct xml_writer {
	struct jy_task *task;
	xmlTextWriter *xml;
	bool indented, provenance, failed, replaced;
};

/* Remembers that RESULT tells of a failure. */
void xml_check(struct xml_writer *, int result);
void xml_start(struct xml_writer *, const char *name);
/* Starts an element whose namespace is that of all in it. */
void xml_start_root(struct xml_writer *, const char *name, const char *namespace);
void xml_end(struct xml_writer *);
/* S may be NULL. */
void xml_put_text(struct xml_writer *, const char *s);
void xml_text_element(struct xml_writer *, const char *name, struct jy_text);
void xml_attribute(struct xml_writer *, const char *name, const char *value);
/* Between the two no white space is put, since it would be part of the text. */
void xml_start_mixed(struct xml_writer *, const char *name);
void xml_end_mixed(struct xml_writer *);

/* The whole document, from the root on. */
void xml_write_tree(struct xml_writer *, const struct jy_minutes *);
void xml_write_akn(struct xml_writer *, const struct jy_minutes *);
/* One field of an object, as the tree has it; nothing where it is null. */
void xml_write_field(struct xml_writer *, const struct jy_field *, const void *object);

#endif
