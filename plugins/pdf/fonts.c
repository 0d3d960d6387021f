/*
 * Fonts that nothing says how to decode.
 *
 * A font whose codes are numbers of glyphs, and that has no table from them to characters, prints
 * well and reads as nonsense: poppler takes the number of a glyph for a character's.  Poppler's
 * interface does not tell which fonts are so, qpdf does; but only a page that looks like it is worth
 * the question, so the library is not loaded before.
 */
#include "fonts.h"

#include <dlfcn.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

enum { PDF_FORMS = 8 };		/* deeper forms in forms are not looked into */

#define PDF_QPDF(X) \
	X(qpdf_init) X(qpdf_cleanup) X(qpdf_silence_errors) X(qpdf_set_suppress_warnings) \
	X(qpdf_read_memory) X(qpdf_push_inherited_attributes_to_page) X(qpdf_get_num_pages) \
	X(qpdf_get_page_n) X(qpdf_oh_has_key) X(qpdf_oh_get_key) X(qpdf_oh_get_dict) \
	X(qpdf_oh_is_dictionary) X(qpdf_oh_is_stream) X(qpdf_oh_is_name) X(qpdf_oh_is_string) \
	X(qpdf_oh_get_name) X(qpdf_oh_get_string_value) X(qpdf_oh_get_array_item) \
	X(qpdf_oh_get_array_n_items) X(qpdf_oh_begin_dict_key_iter) X(qpdf_oh_dict_more_keys) \
	X(qpdf_oh_dict_next_key) X(qpdf_oh_get_object_id) X(qpdf_oh_release_all)

#define PDF_POINTER(name) __typeof__(name) *name;
struct pdf_qpdf { void *library; PDF_QPDF(PDF_POINTER) };

struct pdf_fonts {
	struct pdf_qpdf is;	/* library NULL: there is none here */
	qpdf_data file;		/* NULL: qpdf can't read it */
};

/* Only whole: a library that lacks one of the calls is none. */
static bool
pdf_load_qpdf(struct pdf_qpdf *q)
{
	bool whole = true;

	q->library = dlopen(QPDF_LIBRARY, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	if (!q->library)
		return false;
#define PDF_LOAD(name) \
	*(void **)&q->name = dlsym(q->library, #name); \
	whole &= q->name != NULL;
	PDF_QPDF(PDF_LOAD)
	return whole;
}

struct pdf_fonts *
pdf_open_fonts(struct jy_bytes in, const char *password)
{
	struct pdf_fonts *f = g_new0(struct pdf_fonts, 1);

	if (!pdf_load_qpdf(&f->is))
		return f;
	f->file = f->is.qpdf_init();
	f->is.qpdf_silence_errors(f->file);
	f->is.qpdf_set_suppress_warnings(f->file, QPDF_TRUE);
	if (f->is.qpdf_read_memory(f->file, "", (const char *)in.at, in.size, password) & QPDF_ERRORS
	    || f->is.qpdf_push_inherited_attributes_to_page(f->file) & QPDF_ERRORS)
		f->is.qpdf_cleanup(&f->file);
	return f;
}

void
pdf_close_fonts(struct pdf_fonts *f)
{
	if (!f)
		return;
	if (f->file)
		f->is.qpdf_cleanup(&f->file);
	if (f->is.library)
		dlclose(f->is.library);
	g_free(f);
}

static qpdf_oh
pdf_entry(const struct pdf_fonts *f, qpdf_oh dictionary, const char *key)
{
	return f->is.qpdf_oh_get_key(f->file, dictionary, key);
}

static bool
pdf_is_named(const struct pdf_fonts *f, qpdf_oh object, const char *name)
{
	return f->is.qpdf_oh_is_name(f->file, object)
	    && strcmp(f->is.qpdf_oh_get_name(f->file, object), name) == 0;
}

/* The character collections whose numbers stand for characters (ISO 32000-1, 9.7.5.2). */
static bool
pdf_is_known_collection(const struct pdf_fonts *f, qpdf_oh system)
{
	static const char *const known[] = {"GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR", "UCS"};
	qpdf_oh ordering;

	if (!f->is.qpdf_oh_is_dictionary(f->file, system))
		return false;
	ordering = pdf_entry(f, system, "/Ordering");
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (f->is.qpdf_oh_is_string(f->file, ordering)
		    && strcmp(f->is.qpdf_oh_get_string_value(f->file, ordering), known[i]) == 0)
			return true;
	return false;
}

static bool
pdf_is_undecodable(const struct pdf_fonts *f, qpdf_oh font)
{
	qpdf_oh descendants;

	if (!f->is.qpdf_oh_is_dictionary(f->file, font)
	    || !pdf_is_named(f, pdf_entry(f, font, "/Subtype"), "/Type0")
	    || f->is.qpdf_oh_has_key(f->file, font, "/ToUnicode"))
		return false;
	descendants = pdf_entry(f, font, "/DescendantFonts");
	if (f->is.qpdf_oh_get_array_n_items(f->file, descendants) < 1)
		return false;
	return !pdf_is_known_collection(f, pdf_entry(f,
	    f->is.qpdf_oh_get_array_item(f->file, descendants, 0), "/CIDSystemInfo"));
}

/* Poppler names a font without the tag of its subset: ABCDEF+FangSong (ISO 32000-1, 9.6.4). */
static const char *
pdf_font_name(const struct pdf_fonts *f, qpdf_oh font)
{
	qpdf_oh base = pdf_entry(f, font, "/BaseFont");
	const char *name = f->is.qpdf_oh_is_name(f->file, base)
	    ? f->is.qpdf_oh_get_name(f->file, base) + 1 : "";
	size_t tag = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return tag == 6 && name[tag] == '+' ? name + tag + 1 : name;
}

static void
pdf_add_fonts(const struct pdf_fonts *f, qpdf_oh fonts, struct pdf_names *names)
{
	if (!f->is.qpdf_oh_is_dictionary(f->file, fonts))
		return;
	f->is.qpdf_oh_begin_dict_key_iter(f->file, fonts);
	while (f->is.qpdf_oh_dict_more_keys(f->file)) {
		qpdf_oh font = pdf_entry(f, fonts, f->is.qpdf_oh_dict_next_key(f->file));

		if (f->is.qpdf_oh_is_dictionary(f->file, font))
			g_hash_table_add(pdf_is_undecodable(f, font) ? names->undecodable
			    : names->decodable, g_strdup(pdf_font_name(f, font)));
	}
}

/* The fonts of a page or a form, and of the forms that it is made of. */
static void
pdf_add_resources(const struct pdf_fonts *f, qpdf_oh owner, struct pdf_names *names, int depth)
{
	qpdf_oh resources = pdf_entry(f, owner, "/Resources"), forms;
	GPtrArray *keys;

	if (!f->is.qpdf_oh_is_dictionary(f->file, resources))
		return;
	pdf_add_fonts(f, pdf_entry(f, resources, "/Font"), names);
	forms = pdf_entry(f, resources, "/XObject");
	if (depth == PDF_FORMS || !f->is.qpdf_oh_is_dictionary(f->file, forms))
		return;
	keys = g_ptr_array_new_with_free_func(g_free);	/* one iteration at a time is all qpdf has */
	f->is.qpdf_oh_begin_dict_key_iter(f->file, forms);
	while (f->is.qpdf_oh_dict_more_keys(f->file))
		g_ptr_array_add(keys, g_strdup(f->is.qpdf_oh_dict_next_key(f->file)));
	for (guint i = 0; i < keys->len; i++) {
		qpdf_oh form = pdf_entry(f, forms, g_ptr_array_index(keys, i));

		if (f->is.qpdf_oh_is_stream(f->file, form) && g_hash_table_add(names->seen,
		    GINT_TO_POINTER(f->is.qpdf_oh_get_object_id(f->file, form))))
			pdf_add_resources(f, f->is.qpdf_oh_get_dict(f->file, form), names,
			    depth + 1);
	}
	g_ptr_array_free(keys, TRUE);
}

bool
pdf_find_names(const struct pdf_fonts *f, int page, struct pdf_names *names)
{
	if (!f->file || page > f->is.qpdf_get_num_pages(f->file))
		return false;
	*names = (struct pdf_names){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), g_hash_table_new(NULL, NULL)};
	pdf_add_resources(f, f->is.qpdf_get_page_n(f->file, (size_t)page - 1), names, 0);
	f->is.qpdf_oh_release_all(f->file);
	return true;
}

void
pdf_free_names(struct pdf_names *names)
{
	g_hash_table_destroy(names->undecodable);
	g_hash_table_destroy(names->decodable);
	g_hash_table_destroy(names->seen);
}
