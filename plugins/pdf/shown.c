/*
 * How much text a page shows, told before poppler lays it out.
 *
 * Poppler takes more than a kilobyte for a glyph that stands alone, which a single byte may be, before
 * anything can be asked of it.  So strings are counted where they stand, in the page's content and in
 * the forms that it draws, as often as they are drawn.
 */
#include <stdlib.h>
#include <string.h>

#include "content.h"
#include "pdf.h"

enum { PDF_DEEPEST = 100 };	/* forms in forms: poppler draws none that are deeper */

struct pdf_count {
	const struct pdf_objects *objects;
	size_t most;		/* above it nothing is counted */
	GHashTable *forms;	/* what each shows, by the numbers of their objects */
	int depth;
};

/* The content at hand: a page's or a form's. */
struct pdf_shown {
	qpdf_oh resources;
	GHashTable *drawn;	/* what each operation shows that draws a form, by its words */
	size_t bytes;
};

static void pdf_count_content(struct pdf_count *, struct pdf_shown *, const unsigned char *content,
    size_t len);

/* Goes through CONTENT, and frees it. */
static size_t
pdf_content_text(struct pdf_count *c, qpdf_oh resources, unsigned char *content, size_t len)
{
	struct pdf_shown shown = {resources,
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), 0};

	pdf_count_content(c, &shown, content, len);
	g_hash_table_destroy(shown.drawn);
	free(content);
	return shown.bytes;
}

/* A form without resources of its own has those of what draws it (ISO 32000-1, 7.8.3). */
static size_t
pdf_read_form(struct pdf_count *c, qpdf_oh form, qpdf_oh resources)
{
	const struct pdf_objects *o = c->objects;
	qpdf_oh own = pdf_entry(o, o->is.qpdf_oh_get_dict(o->file, form), "/Resources");
	unsigned char *content = NULL;
	size_t len = 0, bytes;

	if (o->is.qpdf_oh_get_stream_data(o->file, form, qpdf_dl_specialized, NULL, &content, &len)
	    & QPDF_ERRORS)
		return 0;
	c->depth++;
	bytes = pdf_content_text(c, o->is.qpdf_oh_is_dictionary(o->file, own) ? own : resources,
	    content, len);
	c->depth--;
	return bytes;
}

/* A form that draws itself shows nothing more by that. */
static size_t
pdf_form_text(struct pdf_count *c, qpdf_oh form, qpdf_oh resources)
{
	const struct pdf_objects *o = c->objects;
	gpointer number, known;

	if (!o->is.qpdf_oh_is_stream(o->file, form) || c->depth == PDF_DEEPEST)
		return 0;
	number = GINT_TO_POINTER(o->is.qpdf_oh_get_object_id(o->file, form));
	if (!g_hash_table_lookup_extended(c->forms, number, NULL, &known)) {
		g_hash_table_insert(c->forms, number, NULL);
		known = GSIZE_TO_POINTER(pdf_read_form(c, form, resources));
		g_hash_table_insert(c->forms, number, known);
	}
	return GPOINTER_TO_SIZE(known);
}

/* The form that Do draws, or that is drawn to make the mask which gs sets (11.6.5.3). */
static qpdf_oh
pdf_drawn_form(const struct pdf_objects *o, qpdf_oh resources, const char *name, bool is_mask)
{
	qpdf_oh of = pdf_entry(o, resources, is_mask ? "/ExtGState" : "/XObject");

	of = pdf_entry(o, of, name);
	return is_mask ? pdf_entry(o, pdf_entry(o, of, "/SMask"), "/G") : of;
}

static bool
pdf_is_picture(const struct pdf_objects *o, qpdf_oh form)
{
	qpdf_oh kind = pdf_entry(o, o->is.qpdf_oh_get_dict(o->file, form), "/Subtype");

	return o->is.qpdf_oh_is_name(o->file, kind)
	    && strcmp(o->is.qpdf_oh_get_name(o->file, kind), "/Image") == 0;
}

static size_t
pdf_drawn_text(struct pdf_count *c, struct pdf_shown *shown, const struct pdf_operation *op)
{
	char *words = g_strndup(op->resource, (gsize)(op->name + op->len - op->resource)), *name;
	gpointer known;
	size_t bytes = 0;
	qpdf_oh form;

	if (g_hash_table_lookup_extended(shown->drawn, words, NULL, &known)) {
		g_free(words);
		return GPOINTER_TO_SIZE(known);
	}
	name = g_strndup(op->resource, op->resource_len);
	form = pdf_drawn_form(c->objects, shown->resources, name, pdf_is_operator(op, "gs"));
	g_free(name);
	if (!pdf_is_picture(c->objects, form))
		bytes = pdf_form_text(c, form, shown->resources);
	g_hash_table_insert(shown->drawn, words, GSIZE_TO_POINTER(bytes));
	return bytes;
}

static void
pdf_count_content(struct pdf_count *c, struct pdf_shown *shown, const unsigned char *content,
    size_t len)
{
	const char *at = len ? (const char *)content : "", *end = at + len;
	struct pdf_operation op;

	while (shown->bytes <= c->most && pdf_next_operation(&at, end, &op)) {
		shown->bytes += op.shown;
		if (op.resource && (pdf_is_operator(&op, "Do") || pdf_is_operator(&op, "gs")))
			shown->bytes += pdf_drawn_text(c, shown, &op);
	}
}

size_t
pdf_shown_text(const struct pdf_objects *o, int number, size_t most)
{
	struct pdf_count count = {.objects = o, .most = most};
	unsigned char *content = NULL;
	size_t len = 0, bytes = 0;
	qpdf_oh page;

	if (!pdf_page_object(o, number, &page))
		return 0;
	count.forms = g_hash_table_new(NULL, NULL);
	if (!(o->is.qpdf_oh_get_page_content_data(o->file, page, &content, &len) & QPDF_ERRORS))
		bytes = pdf_content_text(&count, pdf_entry(o, page, "/Resources"), content, len);
	g_hash_table_destroy(count.forms);
	pdf_release(o);
	return bytes;
}
