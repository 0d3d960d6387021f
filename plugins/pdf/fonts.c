/*
 * Fonts that nothing says how to decode.
 *
 * A font whose codes are numbers of glyphs, and that has no table from them to characters, prints
 * well and reads as nonsense: poppler takes the number of a glyph for a character's, and does not
 * tell which fonts are so.
 */
#include "fonts.h"

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
	static const char *const known[] = {"GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR", "UCS"};
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

static bool
pdf_is_undecodable(const struct pdf_objects *o, qpdf_oh font)
{
	qpdf_oh descendants;

	if (!o->is.qpdf_oh_is_dictionary(o->file, font)
	    || !pdf_is_named(o, pdf_entry(o, font, "/Subtype"), "/Type0")
	    || o->is.qpdf_oh_has_key(o->file, font, "/ToUnicode"))
		return false;
	descendants = pdf_entry(o, font, "/DescendantFonts");
	if (o->is.qpdf_oh_get_array_n_items(o->file, descendants) < 1)
		return false;
	return !pdf_is_known_collection(o, pdf_entry(o,
	    o->is.qpdf_oh_get_array_item(o->file, descendants, 0), "/CIDSystemInfo"));
}

/* Poppler names a font without the tag of its subset: ABCDEF+FangSong (ISO 32000-1, 9.6.4). */
static const char *
pdf_font_name(const struct pdf_objects *o, qpdf_oh font)
{
	qpdf_oh base = pdf_entry(o, font, "/BaseFont");
	const char *name = o->is.qpdf_oh_is_name(o->file, base)
	    ? o->is.qpdf_oh_get_name(o->file, base) + 1 : "";
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
			g_hash_table_add(pdf_is_undecodable(o, font) ? names->undecodable
			    : names->decodable, g_strdup(pdf_font_name(o, font)));
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

		if (o->is.qpdf_oh_is_stream(o->file, form) && g_hash_table_add(names->seen,
		    GINT_TO_POINTER(o->is.qpdf_oh_get_object_id(o->file, form))))
			pdf_add_resources(o, o->is.qpdf_oh_get_dict(o->file, form), names,
			    depth + 1);
	}
	g_ptr_array_free(keys, TRUE);
}

bool
pdf_find_names(const struct pdf_objects *o, int number, struct pdf_names *names)
{
	qpdf_oh page;

	if (!pdf_page_object(o, number, &page))
		return false;
	*names = (struct pdf_names){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), g_hash_table_new(NULL, NULL)};
	pdf_add_resources(o, page, names, 0);
	pdf_release(o);
	return true;
}

void
pdf_free_names(struct pdf_names *names)
{
	g_hash_table_destroy(names->undecodable);
	g_hash_table_destroy(names->decodable);
	g_hash_table_destroy(names->seen);
}
