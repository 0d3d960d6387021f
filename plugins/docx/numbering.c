/* Numbering: lists (abstractNum) and the numbers (num) by which paragraphs name them. */
#include "numbering.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
docx_which_level(const struct docx_xml *xml)
{
	int level = docx_attribute_number(xml, "ilvl", -1);

	return level < DOCX_LEVELS ? level : -1;
}

/* Formats that only later Words know are given by a pattern, in a choice before a fallback. */
static bool
docx_read_format(struct docx_level *level, const struct docx_xml *xml)
{
	const char *name = docx_attribute(xml, "val"), *pattern = docx_attribute(xml, "format");

	if (!name)
		return false;
	level->bullet = strcmp(name, "bullet") == 0;
	level->numerals = numerals_named(strcmp(name, "custom") == 0 && pattern ? pattern : name);
	return numerals_known(level->numerals);
}

static struct docx_level *
docx_read_level(struct docx_numbering *n, struct docx_xml *xml, struct jy_builder *b)
{
	struct docx_level *level = docx_alloc(sizeof(*level));
	int depth = xml->depth;
	bool known = false;

	level->next = n->levels;
	n->levels = level;
	level->restart = DOCX_ABOVE;
	level->numerals = numerals_named(NULL);
	while (docx_inside(xml, depth)) {
		const char *value = docx_attribute(xml, "val");

		if (docx_is(xml, "start"))
			level->start = docx_attribute_number(xml, "val", 0);
		else if (docx_is(xml, "lvlRestart"))
			level->restart = docx_attribute_number(xml, "val", DOCX_ABOVE);
		else if (docx_is(xml, "isLgl"))
			level->legal = !value || docx_is_on(value);
		else if (docx_is(xml, "lvlText") && value && strlen(value) < NUMERALS_LABEL)
			level->text = docx_keep(b, value);
		else if (docx_is(xml, "pStyle"))
			level->style = docx_keep(b, value);
		else if (docx_is(xml, "rFonts"))
			level->font = docx_keep(b, docx_attribute(xml, "ascii"));
		else if (docx_is(xml, "ind"))
			docx_add_look(&level->look, xml);
		else if (docx_is(xml, "numFmt"))
			known = docx_read_format(level, xml);
		else if (docx_is(xml, "Fallback") && known)
			docx_skip(xml);
	}
	return level;
}

static void
docx_read_list(struct docx_numbering *n, struct docx_xml *xml, struct jy_builder *b)
{
	const char *id = docx_keep(b, docx_attribute(xml, "abstractNumId"));
	struct docx_list *list = docx_alloc(sizeof(*list));
	int depth = xml->depth, at;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "numStyleLink"))
			list->style = docx_keep(b, docx_attribute(xml, "val"));
		else if (docx_is(xml, "lvl") && (at = docx_which_level(xml)) >= 0)
			list->levels[at] = docx_read_level(n, xml, b);
	}
	if (!id || xmlHashAddEntry(n->lists, BAD_CAST id, list) != 0)
		docx_release(list, NULL);
}

static void
docx_read_override(struct docx_numbering *n, struct docx_xml *xml, struct jy_builder *b,
    struct docx_override *override)
{
	int depth = xml->depth;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "startOverride")) {
			override->starts = true;
			override->start = docx_attribute_number(xml, "val", 0);
		} else if (docx_is(xml, "lvl")) {
			override->level = docx_read_level(n, xml, b);
		}
	}
}

static void
docx_read_num(struct docx_numbering *n, struct docx_xml *xml, struct jy_builder *b)
{
	struct docx_num *num = docx_alloc(sizeof(*num));
	int depth = xml->depth, at;
	char id[16];

	snprintf(id, sizeof(id), "%d", docx_attribute_number(xml, "numId", 0));
	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "abstractNumId"))
			num->list = docx_keep(b, docx_attribute(xml, "val"));
		else if (docx_is(xml, "lvlOverride") && (at = docx_which_level(xml)) >= 0)
			docx_read_override(n, xml, b, &num->overrides[at]);
	}
	if (!num->list || xmlHashAddEntry(n->numbers, BAD_CAST id, num) != 0)
		docx_release(num, NULL);
}

void
docx_read_numbering(struct docx_numbering *n, struct docx_xml *xml, struct jy_builder *b)
{
	n->lists = xmlHashCreate(0);
	n->numbers = xmlHashCreate(0);
	while (docx_inside(xml, -1)) {
		if (docx_is(xml, "abstractNum"))
			docx_read_list(n, xml, b);
		else if (docx_is(xml, "num"))
			docx_read_num(n, xml, b);
	}
}

void
docx_free_numbering(struct docx_numbering *n)
{
	struct docx_level *next;

	for (struct docx_level *level = n->levels; level; level = next) {
		next = level->next;
		docx_release(level, NULL);
	}
	if (n->lists)
		xmlHashFree(n->lists, docx_release);
	if (n->numbers)
		xmlHashFree(n->numbers, docx_release);
}

struct docx_num *
docx_num(const struct docx_numbering *n, int number)
{
	char id[16];

	snprintf(id, sizeof(id), "%d", number);
	return n->numbers ? xmlHashLookup(n->numbers, BAD_CAST id) : NULL;
}

struct docx_list *
docx_list(const struct docx_numbering *n, const struct docx_num *num)
{
	return num ? xmlHashLookup(n->lists, BAD_CAST num->list) : NULL;
}

const struct docx_level *
docx_level(const struct docx_num *num, const struct docx_list *list, int level)
{
	if (!list || level < 0 || level >= DOCX_LEVELS)
		return NULL;
	return num->overrides[level].level ? num->overrides[level].level : list->levels[level];
}

struct docx_tie { struct docx_numbering *numbering; struct docx_styles *styles; };

/* A number whose list is defined elsewhere is led there; levels tell the styles they serve. */
static void
docx_tie_num(void *payload, void *context, const xmlChar *id)
{
	struct docx_tie *tie = context;
	struct docx_num *num = payload;
	const struct docx_list *list = docx_list(tie->numbering, num);
	const struct docx_num *target;

	if (list && list->style) {
		target = docx_num(tie->numbering, docx_style_number(tie->styles, list->style));
		if (target)
			num->list = target->list;
		list = docx_list(tie->numbering, num);
	}
	for (int i = 0; i < DOCX_LEVELS; i++) {
		const struct docx_level *level = docx_level(num, list, i);

		if (level && level->style)
			docx_bind_style(tie->styles, level->style, atoi((const char *)id), i);
	}
}

void
docx_tie_numbering(struct docx_numbering *n, struct docx_styles *styles)
{
	struct docx_tie tie = {n, styles};

	if (n->numbers)
		xmlHashScan(n->numbers, docx_tie_num, &tie);
}

const struct docx_look *
docx_level_look(const struct docx_numbering *n, int number, int level)
{
	const struct docx_num *num = docx_num(n, number);
	const struct docx_level *l = docx_level(num, docx_list(n, num), level);

	return l ? &l->look : NULL;
}
