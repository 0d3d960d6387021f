/* Looks: what styles, lists, paragraphs and runs say of alignment, indent, size and the like. */
#include "docx.h"

#include <stdlib.h>
#include <string.h>

enum { DOCX_LARGEST = 1000000 };

void
docx_say(struct docx_look *look, enum docx_aspect aspect, int value)
{
	look->said |= 1u << aspect;
	look->value[aspect] = value;
}

int
docx_said(const struct docx_look *look, enum docx_aspect aspect, int otherwise)
{
	return look->said & 1u << aspect ? look->value[aspect] : otherwise;
}

void
docx_overlay(struct docx_look *look, const struct docx_look *over)
{
	for (int i = 0; i < DOCX_ASPECTS; i++)
		if (over->said & 1u << i)
			docx_say(look, (enum docx_aspect)i, over->value[i]);
}

/* A measure: a bare number, whose unit the attribute implies, or (strict) one with its unit, which
 * comes out in twips. */
static double
docx_measure(const char *s, bool *bare)
{
	static const struct { const char *name; double twips; } units[] = {
		{"pt", 20}, {"pc", 240}, {"pi", 240}, {"in", 1440}, {"cm", 1440 / 2.54},
		{"mm", 1440 / 25.4}
	};
	char *end;
	double n = strtod(s, &end);

	if (!(n > -DOCX_LARGEST && n < DOCX_LARGEST))
		n = 0;
	*bare = true;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (strcmp(end, units[i].name) == 0) {
			*bare = false;
			return n * units[i].twips;
		}
	return n;
}

static int
docx_twips(const char *s)
{
	bool bare;

	return (int)docx_measure(s, &bare);
}

static int
docx_minus_twips(const char *s)
{
	return -docx_twips(s);
}

static int
docx_half_points(const char *s)
{
	bool bare;
	double n = docx_measure(s, &bare);

	return (int)(bare ? n : n / 10);
}

static int
docx_number(const char *s)
{
	long n = strtol(s, NULL, 10);

	return n > DOCX_LARGEST ? DOCX_LARGEST : n < -DOCX_LARGEST ? -DOCX_LARGEST : (int)n;
}

static int
docx_minus_number(const char *s)
{
	return -docx_number(s);
}

static int
docx_flag(const char *s)
{
	return docx_is_on(s);
}

static int
docx_align(const char *s)
{
	static const struct { const char *name; enum jy_align align; } words[] = {
		{"left", JY_LEFT}, {"start", JY_LEFT}, {"center", JY_CENTRE}, {"right", JY_RIGHT},
		{"end", JY_RIGHT}, {"both", JY_JUSTIFIED}, {"distribute", JY_JUSTIFIED}
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(s, words[i].name) == 0)
			return (int)words[i].align;
	return JY_UNKNOWN;
}

/* `implied` is the value of an element without the attribute; NULL: then it says nothing. */
static const struct {
	const char *element, *attribute;
	enum docx_aspect aspect;
	int (*value)(const char *);
	const char *implied;
} docx_sayings[] = {
	{"b", "val", DOCX_BOLD, docx_flag, "1"},
	{"ilvl", "val", DOCX_LEVEL, docx_number, NULL},
	{"ind", "left", DOCX_LEFT, docx_twips, NULL},
	{"ind", "start", DOCX_LEFT, docx_twips, NULL},
	{"ind", "leftChars", DOCX_LEFT_CHARS, docx_number, NULL},
	{"ind", "startChars", DOCX_LEFT_CHARS, docx_number, NULL},
	{"ind", "firstLine", DOCX_FIRST, docx_twips, NULL},
	{"ind", "firstLineChars", DOCX_FIRST_CHARS, docx_number, NULL},
	{"ind", "hanging", DOCX_FIRST, docx_minus_twips, NULL},
	{"ind", "hangingChars", DOCX_FIRST_CHARS, docx_minus_number, NULL},
	{"jc", "val", DOCX_ALIGN, docx_align, NULL},
	{"numId", "val", DOCX_NUMBER, docx_number, NULL},
	{"outlineLvl", "val", DOCX_OUTLINE, docx_number, NULL},
	{"pageBreakBefore", "val", DOCX_PAGE_BREAK, docx_flag, "1"},
	{"sz", "val", DOCX_SIZE, docx_half_points, NULL},
	{"vanish", "val", DOCX_HIDDEN, docx_flag, "1"},
};

void
docx_add_look(struct docx_look *look, const struct docx_xml *xml)
{
	for (size_t i = 0; i < sizeof(docx_sayings) / sizeof(*docx_sayings); i++) {
		const char *value;

		if (!docx_is(xml, docx_sayings[i].element))
			continue;
		value = docx_attribute(xml, docx_sayings[i].attribute);
		if (!value)
			value = docx_sayings[i].implied;
		if (value)
			docx_say(look, docx_sayings[i].aspect, docx_sayings[i].value(value));
	}
}
