/* XML written piece by piece, and the document around it. */
#include <string.h>

#include "writer.h"
#include "xml.h"

void
xml_check(struct xml_writer *w, int result)
{
	if (result < 0)
		w->failed = true;
}

void
xml_start(struct xml_writer *w, const char *name)
{
	xml_check(w, xmlTextWriterStartElement(w->xml, BAD_CAST name));
}

void
xml_start_root(struct xml_writer *w, const char *name, const char *namespace)
{
	xml_check(w, xmlTextWriterStartElementNS(w->xml, NULL, BAD_CAST name, BAD_CAST namespace));
}

void
xml_end(struct xml_writer *w)
{
	xml_check(w, xmlTextWriterEndElement(w->xml));
}

/* The first character of S that XML 1.0 cannot hold, and its bytes; or the end, and 0. */
static const char *
xml_forbidden(const char *s, size_t *size)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c < ' ' && c != '\t' && c != '\n' && c != '\r')
			return *size = 1, s;
		if (c == 0xEF
		    && (strncmp(s, "\xEF\xBF\xBE", 3) == 0 || strncmp(s, "\xEF\xBF\xBF", 3) == 0))
			return *size = 3, s;
	}
	return *size = 0, s;
}

/* No reader leaves in a text what XML cannot hold, but minutes can be made without one. */
void
xml_put_text(struct xml_writer *w, const char *s)
{
	const char *stop;
	size_t size;

	if (!s)
		return;
	for (; stop = xml_forbidden(s, &size), size; s = stop + size) {
		xmlChar *before = xmlStrndup(BAD_CAST s, (int)(stop - s));

		xml_check(w, xmlTextWriterWriteString(w->xml, before));
		xml_check(w, xmlTextWriterWriteString(w->xml, BAD_CAST "\xEF\xBF\xBD"));
		xmlFree(before);
		if (!w->replaced)
			jy_warn(w->task, 0, "replaced",
			    "characters that XML cannot hold were replaced by U+FFFD");
		w->replaced = true;
	}
	xml_check(w, xmlTextWriterWriteString(w->xml, BAD_CAST s));
}

void
xml_text_element(struct xml_writer *w, const char *name, struct jy_text text)
{
	xml_start(w, name);
	xml_put_text(w, text.s);
	xml_end(w);
}

void
xml_attribute(struct xml_writer *w, const char *name, const char *value)
{
	xml_check(w, xmlTextWriterStartAttribute(w->xml, BAD_CAST name));
	xml_put_text(w, value);
	xml_check(w, xmlTextWriterEndAttribute(w->xml));
}

void
xml_start_mixed(struct xml_writer *w, const char *name)
{
	xml_start(w, name);
	xml_check(w, xmlTextWriterSetIndent(w->xml, 0));
}

/* The empty text keeps the library from putting the end tag on a line of its own. */
void
xml_end_mixed(struct xml_writer *w)
{
	xml_check(w, xmlTextWriterSetIndent(w->xml, w->indented));
	xml_check(w, xmlTextWriterWriteRaw(w->xml, BAD_CAST ""));
	xml_end(w);
}

static int
xml_put(void *out, const char *bytes, int size)
{
	jy_put(out, bytes, (size_t)size);
	return size;
}

static void
xml_write_document(struct xml_writer *w, int indent, const struct jy_minutes *minutes)
{
	char spaces[] = "        ";

	spaces[indent] = '\0';
	w->indented = indent > 0;
	xml_check(w, xmlTextWriterSetIndent(w->xml, w->indented));
	xml_check(w, xmlTextWriterSetIndentString(w->xml, BAD_CAST spaces));
	xml_check(w, xmlTextWriterStartDocument(w->xml, NULL, "UTF-8", NULL));
	if (jy_option_is(w->task, "profile", "akn"))
		xml_write_akn(w, minutes);
	else
		xml_write_tree(w, minutes);
	xml_check(w, xmlTextWriterEndDocument(w->xml));
}

int
xml_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	struct xml_writer w = {
		.task = task, .provenance = jy_option_is(task, "provenance", "yes"),
	};
	xmlOutputBuffer *buffer = xmlOutputBufferCreateIO(xml_put, NULL, out, NULL);

	w.xml = buffer ? xmlNewTextWriter(buffer) : NULL;
	if (w.xml)
		xml_write_document(&w, (int)jy_option_number(task, "indent"), minutes);
	else if (buffer)
		xmlOutputBufferClose(buffer);
	w.failed = w.failed || !w.xml;
	xmlFreeTextWriter(w.xml);
	if (w.failed)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	return 0;
}
