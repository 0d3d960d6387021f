/* Metadata: what the package says of the document as a file. */
#include "docx.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

static const struct { const char *element; size_t offset; bool date; } docx_facts[] = {
	{"title", offsetof(struct jy_metadata, title), false},
	{"creator", offsetof(struct jy_metadata, author), false},
	{"Application", offsetof(struct jy_metadata, producer), false},
	{"created", offsetof(struct jy_metadata, created), true},
	{"modified", offsetof(struct jy_metadata, modified), true},
};

/* 2021, 2021-09-13, 2021-09-13T08:00:00Z … */
static bool
docx_is_date(const char *s)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return s[strspn(s, "0123456789-:.TZ+")] == '\0';
}

static void
docx_read_facts(struct docx_xml *xml, struct jy_builder *b)
{
	struct jy_metadata *metadata = jy_source(b)->metadata;
	struct jy_text *fact = NULL;
	bool date = false;
	enum docx_event event;

	while ((event = docx_next(xml)) != DOCX_END) {
		if (event == DOCX_TEXT && fact && (!date || docx_is_date(xml->text)))
			*fact = jy_copy(b, xml->text, strlen(xml->text));
		if (event != DOCX_OPEN)
			fact = NULL;
		for (size_t i = 0;
		     event == DOCX_OPEN && i < sizeof(docx_facts) / sizeof(*docx_facts); i++)
			if (docx_is(xml, docx_facts[i].element)) {
				fact = (void *)((char *)metadata + docx_facts[i].offset);
				date = docx_facts[i].date;
			}
	}
}

int
docx_read_metadata(struct docx_package *package, const struct docx_relations *root,
    struct jy_builder *b)
{
	static const char *const types[] = {
		"core-properties", "extended-properties", "extendedProperties"
	};
	struct docx_xml xml;

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		const char *part = docx_related(root, types[i]);

		if (!part || !docx_open_part(&xml, package, part))
			continue;
		docx_read_facts(&xml, b);
		if (docx_close_part(&xml) != 0)
			return -1;
	}
	return 0;
}
