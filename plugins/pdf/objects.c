/* qpdf, as far as it is needed here. */
#include "objects.h"

#include <dlfcn.h>

/* Only whole: a library that lacks one of the calls is none. */
static bool
pdf_load_qpdf(struct pdf_qpdf *q)
{
	bool whole = true;

	q->library = dlopen(QPDF_SONAME, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	if (!q->library)
		return false;
#define PDF_LOAD(name) \
	*(void **)&q->name = dlsym(q->library, #name); \
	whole &= q->name != NULL;
	PDF_QPDF(PDF_LOAD)
	return whole;
}

/* It prints an error that nobody asked for. */
static void
pdf_forsake(struct pdf_objects *o)
{
	if (!o->file)
		return;
	if (o->is.qpdf_has_error(o->file))
		o->is.qpdf_get_error(o->file);
	o->is.qpdf_cleanup(&o->file);
}

struct pdf_objects *
pdf_open_objects(struct jy_bytes in, const char *password)
{
	struct pdf_objects *o = g_new0(struct pdf_objects, 1);

	if (!pdf_load_qpdf(&o->is))
		return o;
	o->file = o->is.qpdf_init();
	o->is.qpdf_silence_errors(o->file);
	o->is.qpdf_set_suppress_warnings(o->file, QPDF_TRUE);
	if (o->is.qpdf_read_memory(o->file, "", (const char *)in.at, in.size, password)
		& QPDF_ERRORS
	    || o->is.qpdf_push_inherited_attributes_to_page(o->file) & QPDF_ERRORS)
		pdf_forsake(o);
	return o;
}

void
pdf_close_objects(struct pdf_objects *o)
{
	if (!o)
		return;
	pdf_forsake(o);
	if (o->is.library)
		dlclose(o->is.library);
	g_free(o);
}

bool
pdf_page_object(const struct pdf_objects *o, int number, qpdf_oh *page)
{
	if (!o->file || number > o->is.qpdf_get_num_pages(o->file))
		return false;
	*page = o->is.qpdf_get_page_n(o->file, (size_t)number - 1);
	return true;
}

void
pdf_release(const struct pdf_objects *o)
{
	o->is.qpdf_oh_release_all(o->file);
}

qpdf_oh
pdf_entry(const struct pdf_objects *o, qpdf_oh dictionary, const char *key)
{
	return o->is.qpdf_oh_get_key(o->file, dictionary, key);
}
