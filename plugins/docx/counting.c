/*
 * Counting: where the counters of the lists stand, and the labels they print.  All numbers of one
 * list count on together; a number that overrides a level's start begins anew when it is first used
 * there.
 */
#include "numbering.h"

#include <libxml/parserInternals.h>
#include <string.h>

static int
docx_start(const struct docx_num *num, const struct docx_list *list, int level)
{
	const struct docx_level *l = docx_level(num, list, level);

	return num->overrides[level].starts ? num->overrides[level].start : l ? l->start : 0;
}

/* Moves the counter of LEVEL on; deeper levels begin anew, if they are not told otherwise. */
static void
docx_step(struct docx_num *num, struct docx_list *list, int level)
{
	unsigned bit = 1u << level;
	bool anew = num->overrides[level].starts && !(num->begun & bit);

	if (anew || !(list->running & bit))
		list->value[level] = docx_start(num, list, level);
	else
		list->value[level]++;
	for (int above = 0; above < level; above++)	/* one that is left out has begun, too */
		if (!(list->running & 1u << above))
			list->value[above] = docx_start(num, list, above);
	list->running |= bit - 1;
	num->begun |= bit;
	list->running |= bit;
	for (int deeper = level + 1; deeper < DOCX_LEVELS; deeper++) {
		const struct docx_level *l = docx_level(num, list, deeper);

		if (!l || l->restart == DOCX_ABOVE || level < l->restart)
			list->running &= ~(1u << deeper);
	}
}

/* %1 … %9 in the text of a level stand for the counters. */
static void
docx_print(struct numerals_label *label, const struct docx_num *num, const struct docx_list *list,
    const struct docx_level *level)
{
	const char *s = level->text ? level->text : "";

	while (*s) {
		size_t plain = strcspn(s, "%");

		numerals_put(label, s, plain);
		s += plain;
		if (*s && s[1] >= '1' && s[1] <= '9') {
			int at = s[1] - '1';
			const struct docx_level *l = docx_level(num, list, at);

			if (l)
				numerals_put_number(label,
				    level->legal ? numerals_named(NULL) : l->numerals,
				    list->running & 1u << at ? list->value[at]
							     : docx_start(num, list, at));
			s += 2;
		} else if (*s) {
			numerals_put(label, s++, 1);
		}
	}
}

/* A bullet is one code of its font; what is unknown and no character is printed as a dot. */
static void
docx_print_bullet(struct numerals_label *label, const struct docx_level *level)
{
	const char *text = level->text ? level->text : "";
	size_t size = strlen(text);
	int len = size < 4 ? (int)size : 4, code = xmlGetUTF8Char(BAD_CAST text, &len);
	xmlChar utf8[8];

	if (code <= 0 || text[len]) {
		numerals_put(label, text, size);
		return;
	}
	code = (int)docx_symbol(level->font, (unsigned)code);
	if (code >= 0xE000 && code <= 0xF8FF)
		code = 0x2022;
	numerals_put(label, (char *)utf8, (size_t)xmlCopyCharMultiByte(utf8, code));
}

static void
docx_trim(struct numerals_label *label)
{
	static const char wide[] = "\u3000";

	for (;;) {
		if (label->len && strchr(" \t", label->text[label->len - 1]))
			label->len--;
		else if (label->len >= 3 && memcmp(label->text + label->len - 3, wide, 3) == 0)
			label->len -= 3;
		else
			return;
	}
}

struct numerals_label
docx_count(struct docx_numbering *n, int number, int level)
{
	struct numerals_label label = {0};
	struct docx_num *num = docx_num(n, number);
	struct docx_list *list = docx_list(n, num);
	const struct docx_level *l = docx_level(num, list, level);

	if (!l)
		return label;
	docx_step(num, list, level);
	n->unknown += !numerals_known(l->numerals);
	if (l->bullet)
		docx_print_bullet(&label, l);
	else
		docx_print(&label, num, list, l);
	docx_trim(&label);
	return label;
}
