/* Styles: looks with names, each based on another. */
#include "docx.h"

#include <string.h>
#include <strings.h>

/* Word allows fewer; the limit also ends a circle. */
enum { DOCX_GENERATIONS = 32 };

struct docx_style {
	const char *id, *based_on;
	struct docx_look look;
	int number;		/* of the list that the style itself names */
	bool resolved;		/* the look holds what the style inherits */
};

static struct docx_style *
docx_style(const struct docx_styles *styles, const char *id)
{
	return id && styles->by_id ? xmlHashLookup(styles->by_id, BAD_CAST id) : NULL;
}

static bool
docx_is_foreign(const struct docx_xml *xml)
{
	static const char *const names[] = {
		"pPrChange", "rPrChange", "tblStylePr", "tblPr", "trPr", "tcPr", NULL
	};

	for (size_t i = 0; names[i]; i++)
		if (docx_is(xml, names[i]))
			return true;
	return false;
}

/* The outline level that Word's own headings have by their names; -1: none. */
static int
docx_heading(const char *name)
{
	static const char heading[] = "heading ";

	if (!name || strncasecmp(name, heading, sizeof(heading) - 1) != 0)
		return -1;
	name += sizeof(heading) - 1;
	return *name >= '1' && *name <= '9' && !name[1] ? *name - '1' : -1;
}

static void
docx_read_style(struct docx_styles *styles, struct docx_xml *xml, struct jy_builder *b)
{
	const char *id = docx_keep(b, docx_attribute(xml, "styleId"));
	const char *type = docx_attribute(xml, "type"), *usual = docx_attribute(xml, "default");
	struct docx_style *style = docx_alloc(sizeof(*style));
	int depth = xml->depth, level = -1;

	style->id = id;
	if (type && strcmp(type, "paragraph") == 0 && usual && docx_is_on(usual))
		styles->usual = id;
	while (docx_inside(xml, depth)) {
		const char *value = docx_attribute(xml, "val");

		if (docx_is_foreign(xml))
			docx_skip(xml);
		else if (docx_is(xml, "basedOn"))
			style->based_on = docx_keep(b, value);
		else if (docx_is(xml, "name"))
			level = docx_heading(value);
		else
			docx_add_look(&style->look, xml);
	}
	if (level >= 0 && docx_said(&style->look, DOCX_OUTLINE, -1) < 0)
		docx_say(&style->look, DOCX_OUTLINE, level);
	style->number = docx_said(&style->look, DOCX_NUMBER, 0);
	if (!id || xmlHashAddEntry(styles->by_id, BAD_CAST id, style) != 0)
		docx_release(style, NULL);
}

void
docx_read_styles(struct docx_styles *styles, struct docx_xml *xml, struct jy_builder *b)
{
	styles->by_id = xmlHashCreate(0);
	while (docx_inside(xml, -1)) {
		if (docx_is(xml, "docDefaults")) {
			int depth = xml->depth;

			while (docx_inside(xml, depth))
				docx_add_look(&styles->defaults, xml);
		} else if (docx_is(xml, "style")) {
			docx_read_style(styles, xml, b);
		}
	}
}

void
docx_free_styles(struct docx_styles *styles)
{
	if (styles->by_id)
		xmlHashFree(styles->by_id, docx_release);
}

struct docx_look
docx_style_look(const struct docx_styles *styles, const char *id)
{
	struct docx_style *line[DOCX_GENERATIONS], *style = docx_style(styles, id);
	struct docx_look look = {0};
	int n = 0;

	while (style && !style->resolved && n < DOCX_GENERATIONS) {
		line[n++] = style;
		style = docx_style(styles, style->based_on);
	}
	if (style && style->resolved)
		look = style->look;
	while (n-- > 0) {
		docx_overlay(&look, &line[n]->look);
		line[n]->look = look;
		line[n]->resolved = true;
	}
	return look;
}

void
docx_bind_style(struct docx_styles *styles, const char *id, int number, int level)
{
	struct docx_style *style = docx_style(styles, id);

	if (style && style->number == number)
		docx_say(&style->look, DOCX_LEVEL, level);
}

int
docx_style_number(const struct docx_styles *styles, const char *id)
{
	const struct docx_style *style = docx_style(styles, id);

	return style ? style->number : 0;
}

const char *
docx_style_name(const struct docx_styles *styles, const char *id)
{
	const struct docx_style *style = docx_style(styles, id);

	return style ? style->id : NULL;
}
