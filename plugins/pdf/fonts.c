/*
 * Fonts that nothing says how to decode.
 *
 * A font whose codes are numbers of glyphs, and that has no table from them to characters, prints
 * well and reads as nonsense: poppler takes the number of a glyph for a character's, and does not
 * tell which fonts are so.
 */
#include "fonts.h"

#include <stdlib.h>
#include <string.h>

enum { PDF_FORMS = 8 };		/* deeper forms in forms are not looked into */

static bool
pdf_is_named(const struct pdf_objects *o, qpdf_oh object, const char *name)
{
	return o->is.qpdf_oh_is_name(o->file, object)
	    && strcmp(o->is.qpdf_oh_get_name(o->file, object), name) == 0;
}

/* The character collections whose numbers stand for characters (ISO 32000-1, 9.7.5.2). */
static bool
pdf_is_known_collection(const struct pdf_objects *o, qpdf_oh system)
{
	static const char *const known[] = {"GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR",
	    "UCS"};
	qpdf_oh ordering;

	if (!o->is.qpdf_oh_is_dictionary(o->file, system))
		return false;
	ordering = pdf_entry(o, system, "/Ordering");
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (o->is.qpdf_oh_is_string(o->file, ordering)
		    && strcmp(o->is.qpdf_oh_get_string_value(o->file, ordering), known[i]) == 0)
			return true;
	return false;
}

/* A font with codes of two bytes, which are numbers of glyphs where no collection is named. */
static bool
pdf_is_composite_undecodable(const struct pdf_objects *o, qpdf_oh font)
{
	qpdf_oh descendants = pdf_entry(o, font, "/DescendantFonts");

	if (o->is.qpdf_oh_get_array_n_items(o->file, descendants) < 1)
		return false;
	return !pdf_is_known_collection(o,
	    pdf_entry(o, o->is.qpdf_oh_get_array_item(o->file, descendants, 0), "/CIDSystemInfo"));
}

/* 0 for what is none. */
static int
pdf_small_number(const struct pdf_objects *o, qpdf_oh object)
{
	double value = o->is.qpdf_oh_is_number(o->file, object)
	    ? o->is.qpdf_oh_get_numeric_value(o->file, object)
	    : 0;

	return value > 0 && value < 1 << 24 ? (int)value : 0;
}

/* A subset whose characters are of no standard set (ISO 32000-1, table 123: symbolic). */
static bool
pdf_is_own_set(const struct pdf_objects *o, qpdf_oh font)
{
	enum { SYMBOLIC = 4 };
	qpdf_oh descriptor = pdf_entry(o, font, "/FontDescriptor");

	if (!o->is.qpdf_oh_is_dictionary(o->file, descriptor))
		return false;
	return pdf_small_number(o, pdf_entry(o, descriptor, "/Flags")) & SYMBOLIC
	    && (o->is.qpdf_oh_has_key(o->file, descriptor, "/FontFile")
		|| o->is.qpdf_oh_has_key(o->file, descriptor, "/FontFile2")
		|| o->is.qpdf_oh_has_key(o->file, descriptor, "/FontFile3"));
}

/* Names that say no more than a number: gA6, cid1234; but not uni4E00 and u4E00, which are codes. */
static bool
pdf_is_number_name(const char *name)
{
	size_t letters = strchr("gG", name[0]) ? 1 : strcspn(name, "0123456789");
	size_t digits = strspn(name + letters, "0123456789ABCDEFabcdef");

	if (strncmp(name, "uni", 3) == 0 || (name[0] == 'u' && letters == 1))
		return false;
	return name[0] && digits && !name[letters + digits];
}

/* Not numbers that are the codes themselves: a65 is how TeX's drawn fonts call what they have for A. */
static bool
pdf_is_counted(const char *name, int code)
{
	return pdf_is_number_name(name) && atoi(name + strcspn(name, "0123456789")) != code;
}

static bool
pdf_says_nothing(const char *name)
{
	return strcmp(name, ".notdef") == 0 || pdf_is_number_name(name);
}

/* Does the encoding of a font only count its glyphs (ISO 32000-1, 9.6.6.1: Differences)? */
static bool
pdf_only_counts(const struct pdf_objects *o, qpdf_oh font)
{
	qpdf_oh encoding = pdf_entry(o, font, "/Encoding"), names;
	bool counts = false;
	int code = 0;

	if (!o->is.qpdf_oh_is_dictionary(o->file, encoding))
		return false;
	names = pdf_entry(o, encoding, "/Differences");
	for (int i = 0; i < o->is.qpdf_oh_get_array_n_items(o->file, names); i++, code++) {
		qpdf_oh entry = o->is.qpdf_oh_get_array_item(o->file, names, i);
		const char *name;

		if (!o->is.qpdf_oh_is_name(o->file, entry)) {
			code = pdf_small_number(o, entry) - 1;
			continue;
		}
		name = o->is.qpdf_oh_get_name(o->file, entry) + 1;
		if (!pdf_says_nothing(name))
			return false;
		counts |= pdf_is_counted(name, code);
	}
	return counts;
}

/* Which set NAMES has for the font.  The codes of a simple one may be numbers in the order in which
 * its subset was made, or those of ASCII: only what is printed with them tells. */
static GHashTable *
pdf_names_of(const struct pdf_objects *o, qpdf_oh font, const struct pdf_names *names)
{
	if (o->is.qpdf_oh_has_key(o->file, font, "/ToUnicode"))
		return names->decodable;
	if (pdf_is_named(o, pdf_entry(o, font, "/Subtype"), "/Type0"))
		return pdf_is_composite_undecodable(o, font) ? names->undecodable
							     : names->decodable;
	if (pdf_only_counts(o, font))
		return names->undecodable;
	return pdf_is_own_set(o, font) ? names->unsure : names->decodable;
}

/* Poppler names a font without the tag of its subset: ABCDEF+FangSong (ISO 32000-1, 9.6.4), and has
 * one name for all that have none, as drawn fonts do (9.6.5). */
static const char *
pdf_font_name(const struct pdf_objects *o, qpdf_oh font)
{
	qpdf_oh base = pdf_entry(o, font, "/BaseFont");
	const char *name = o->is.qpdf_oh_is_name(o->file, base)
	    ? o->is.qpdf_oh_get_name(o->file, base) + 1
	    : PDF_NAMELESS;
	size_t tag = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return tag == 6 && name[tag] == '+' ? name + tag + 1 : name;
}

static void
pdf_add_fonts(const struct pdf_objects *o, qpdf_oh fonts, struct pdf_names *names)
{
	if (!o->is.qpdf_oh_is_dictionary(o->file, fonts))
		return;
	o->is.qpdf_oh_begin_dict_key_iter(o->file, fonts);
	while (o->is.qpdf_oh_dict_more_keys(o->file)) {
		qpdf_oh font = pdf_entry(o, fonts, o->is.qpdf_oh_dict_next_key(o->file));

		if (o->is.qpdf_oh_is_dictionary(o->file, font))
			g_hash_table_insert(pdf_names_of(o, font, names),
			    g_strdup(pdf_font_name(o, font)), g_new0(int, 1));
	}
}

/* The fonts of a page or a form, and of the forms that it is made of. */
static void
pdf_add_resources(const struct pdf_objects *o, qpdf_oh owner, struct pdf_names *names, int depth)
{
	qpdf_oh resources = pdf_entry(o, owner, "/Resources"), forms;
	GPtrArray *keys;

	if (!o->is.qpdf_oh_is_dictionary(o->file, resources))
		return;
	pdf_add_fonts(o, pdf_entry(o, resources, "/Font"), names);
	forms = pdf_entry(o, resources, "/XObject");
	if (depth == PDF_FORMS || !o->is.qpdf_oh_is_dictionary(o->file, forms))
		return;
	keys = g_ptr_array_new_with_free_func(g_free);	/* one iteration at a time is all qpdf has */
	o->is.qpdf_oh_begin_dict_key_iter(o->file, forms);
	while (o->is.qpdf_oh_dict_more_keys(o->file))
		g_ptr_array_add(keys, g_strdup(o->is.qpdf_oh_dict_next_key(o->file)));
	for (guint i = 0; i < keys->len; i++) {
		qpdf_oh form = pdf_entry(o, forms, g_ptr_array_index(keys, i));

		if (o->is.qpdf_oh_is_stream(o->file, form)
		    && g_hash_table_add(names->seen,
			GINT_TO_POINTER(o->is.qpdf_oh_get_object_id(o->file, form))))
			pdf_add_resources(o, o->is.qpdf_oh_get_dict(o->file, form), names,
			    depth + 1);
	}
	g_ptr_array_free(keys, TRUE);
}

static GHashTable *
pdf_new_set(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

bool
pdf_find_names(const struct pdf_objects *o, int number, struct pdf_names *names)
{
	qpdf_oh page;

	if (!pdf_page_object(o, number, &page))
		return false;
	*names = (struct pdf_names){pdf_new_set(), pdf_new_set(), pdf_new_set(),
	    g_hash_table_new(NULL, NULL)};
	pdf_add_resources(o, page, names, 0);
	pdf_release(o);
	return true;
}

void
pdf_free_names(struct pdf_names *names)
{
	g_hash_table_destroy(names->undecodable);
	g_hash_table_destroy(names->unsure);
	g_hash_table_destroy(names->decodable);
	g_hash_table_destroy(names->seen);
}
