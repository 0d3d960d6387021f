/*
 * HarfBuzz cuts a font down to what the pages need.  It is loaded only where a font is given: few
 * packages have one, and its libraries cost more to load than minutes to write.
 */
#include "font.h"

#include <dlfcn.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <libxml/xmlstring.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OFD_HARFBUZZ(X) \
	X(hb_blob_create) X(hb_blob_destroy) X(hb_blob_get_data) X(hb_face_create) \
	X(hb_face_destroy) X(hb_face_get_glyph_count) X(hb_face_reference_table) \
	X(hb_face_reference_blob) X(hb_face_collect_unicodes) X(hb_ot_name_get_utf8) \
	X(hb_set_create) X(hb_set_destroy) X(hb_set_add) X(hb_set_union) X(hb_set_subtract) \
	X(hb_set_next) X(hb_set_get_population) X(hb_subset_input_create_or_fail) \
	X(hb_subset_input_destroy) X(hb_subset_input_unicode_set) X(hb_subset_input_set) \
	X(hb_subset_or_fail)

#define OFD_POINTER(name) __typeof__(name) *name;
struct ofd_harfbuzz { void *library; OFD_HARFBUZZ(OFD_POINTER) };

enum { OFD_SHOWN = 20 };	/* characters that a message names */

/* Only whole: a library that lacks one of the calls is none. */
static bool
ofd_load_harfbuzz(struct ofd_harfbuzz *is)
{
	bool whole = true;

	is->library = dlopen(HARFBUZZ_SONAME, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	if (!is->library)
		return false;
#define OFD_LOAD(name) \
	*(void **)&is->name = dlsym(is->library, #name); \
	whole &= is->name != NULL;
	OFD_HARFBUZZ(OFD_LOAD)
	return whole;
}

/* The characters that FACES have on the sheets. */
static void
ofd_collect(const struct ofd_harfbuzz *is, const struct ofd_sheets *s, unsigned faces,
    hb_set_t *set)
{
	for (size_t i = 0; i < s->now.objects; i++) {
		const struct ofd_object *o = &s->objects[i];

		for (size_t k = 0; k < o->glyphs && faces & 1u << o->face; k++)
			is->hb_set_add(set, s->glyphs[o->glyph + k].c);
	}
}

/* fsType of the table OS/2: may the font go into documents, and only a part of it? */
static bool
ofd_may_embed(const struct ofd_harfbuzz *is, hb_face_t *face)
{
	hb_blob_t *table = is->hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	unsigned size, rights = 0;
	const unsigned char *os2 = (const unsigned char *)is->hb_blob_get_data(table, &size);

	if (size >= 10)
		rights = (unsigned)(os2[8] << 8 | os2[9]);
	is->hb_blob_destroy(table);
	return (rights & 0xE) != 2 && !(rights & 0x300);
}

/* Shapes are not asked of the font: each character is set by itself. */
static void
ofd_drop_layout(const struct ofd_harfbuzz *is, hb_subset_input_t *input)
{
	static const hb_tag_t tables[] = {
		HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
		HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('k', 'e', 'r', 'n'),
		HB_TAG('m', 'o', 'r', 'x'),
	};
	hb_set_t *drop = is->hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		is->hb_set_add(drop, tables[i]);
}

/* Names what the font has no glyph for, spaces and marks that are not seen aside. */
static void
ofd_tell_missing(const struct ofd_harfbuzz *is, struct jy_task *task, hb_face_t *face,
    const hb_set_t *wanted, const char *font)
{
	hb_set_t *missing = is->hb_set_create(), *there = is->hb_set_create();
	hb_codepoint_t c = HB_SET_VALUE_INVALID;
	char list[OFD_SHOWN * 10] = "";
	size_t used = 0, n = 0;

	is->hb_set_union(missing, wanted);
	is->hb_face_collect_unicodes(face, there);
	is->hb_set_subtract(missing, there);
	while (is->hb_set_next(missing, &c)) {
		if (ofd_is_space(c) || ofd_halves(c) == 0)
			continue;
		if (n++ < OFD_SHOWN)
			used += (size_t)snprintf(list + used, sizeof(list) - used, " U+%04X", c);
	}
	if (n)
		jy_warn(task, 0, "font-lacks",
		    "the font %s lacks %zu characters that the pages have:%s%-s", font, n, list,
		    n > OFD_SHOWN ? JY_WORD(" and more") : "");
	is->hb_set_destroy(missing);
	is->hb_set_destroy(there);
}

static char *
ofd_font_name(const struct ofd_harfbuzz *is, hb_face_t *face)
{
	char name[128];
	unsigned size = sizeof(name);

	is->hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FULL_NAME, HB_LANGUAGE_INVALID, &size, name);
	for (unsigned i = 0; i < size; i++)
		if ((unsigned char)name[i] < ' ' || !xmlCheckUTF8(BAD_CAST name))
			size = 0;
	return ofd_must(strdup(size ? name : "unnamed"));
}

static int
ofd_cut(const struct ofd_harfbuzz *is, struct jy_task *task, hb_face_t *face,
    hb_subset_input_t *input, struct ofd_font_file *file)
{
	hb_face_t *cut;
	hb_blob_t *blob;
	const char *bytes;
	unsigned size;

	ofd_drop_layout(is, input);
	cut = is->hb_subset_or_fail(face, input);
	if (!cut)
		return jy_fail(task, JY_USAGE, "bad-font",
		    "the font %s cannot be cut down to the characters of the pages", file->name);
	blob = is->hb_face_reference_blob(cut);
	bytes = is->hb_blob_get_data(blob, &size);
	file->size = size;
	file->bytes = memcpy(ofd_must(malloc(size ? size : 1)), bytes, size);
	is->hb_blob_destroy(blob);
	is->hb_face_destroy(cut);
	return 0;
}

static int
ofd_subset_face(const struct ofd_harfbuzz *is, struct jy_task *task, hb_face_t *face,
    const struct ofd_sheets *s, unsigned faces, struct ofd_font_file *file)
{
	hb_subset_input_t *input;
	hb_set_t *wanted;
	int result;

	if (!is->hb_face_get_glyph_count(face))
		return jy_fail(task, JY_USAGE, "bad-font",
		    "a file that was given as a font is no TrueType or OpenType font");
	file->name = ofd_font_name(is, face);
	if (!ofd_may_embed(is, face))
		return jy_fail(task, JY_USAGE, "font-rights",
		    "the font %s does not allow to put a part of it into documents", file->name);
	input = ofd_must(is->hb_subset_input_create_or_fail());
	wanted = is->hb_subset_input_unicode_set(input);
	ofd_collect(is, s, faces, wanted);
	ofd_tell_missing(is, task, face, wanted, file->name);
	result = ofd_cut(is, task, face, input, file);
	is->hb_subset_input_destroy(input);
	return result;
}

int
ofd_subset(struct jy_task *task, struct jy_bytes in, const struct ofd_sheets *s, unsigned faces,
    struct ofd_font_file *file)
{
	struct ofd_harfbuzz is;
	hb_blob_t *blob;
	hb_face_t *face;
	int result;

	if (!ofd_load_harfbuzz(&is))
		return jy_fail(task, JY_UNAVAILABLE, "no-fonts",
		    "HarfBuzz, which puts fonts into a "
		    "package, is not there: install libharfbuzz-subset0");
	blob = is.hb_blob_create((const char *)in.at, (unsigned)in.size, HB_MEMORY_MODE_READONLY,
	    NULL, NULL);
	face = is.hb_face_create(blob, 0);
	result = ofd_subset_face(&is, task, face, s, faces, file);
	is.hb_face_destroy(face);
	is.hb_blob_destroy(blob);
	dlclose(is.library);
	return result;
}
