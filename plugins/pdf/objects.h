/* The objects that a document is made of, which poppler keeps to itself: through qpdf. */
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include <glib.h>
#include <jiyao/plugin.h>
#include <qpdf/qpdf-c.h>

#define PDF_QPDF(X) \
	X(qpdf_init) X(qpdf_cleanup) X(qpdf_has_error) X(qpdf_get_error) \
	X(qpdf_silence_errors) X(qpdf_set_suppress_warnings) \
	X(qpdf_read_memory) X(qpdf_push_inherited_attributes_to_page) X(qpdf_get_num_pages) \
	X(qpdf_get_page_n) X(qpdf_get_root) X(qpdf_oh_has_key) X(qpdf_oh_get_key) X(qpdf_oh_get_dict) \
	X(qpdf_oh_is_dictionary) X(qpdf_oh_is_stream) X(qpdf_oh_is_name) X(qpdf_oh_is_string) \
	X(qpdf_oh_get_name) X(qpdf_oh_get_string_value) X(qpdf_oh_get_array_item) \
	X(qpdf_oh_get_array_n_items) X(qpdf_oh_begin_dict_key_iter) X(qpdf_oh_dict_more_keys) \
	X(qpdf_oh_dict_next_key) X(qpdf_oh_get_object_id) X(qpdf_oh_release_all) \
	X(qpdf_oh_get_numeric_value) X(qpdf_oh_is_number) X(qpdf_oh_get_page_content_data) \
	X(qpdf_oh_get_stream_data)

#define PDF_POINTER(name) __typeof__(name) *name;
struct pdf_qpdf { void *library; PDF_QPDF(PDF_POINTER) };

struct pdf_objects {
	struct pdf_qpdf is;	/* library NULL: there is none here */
	qpdf_data file;		/* NULL: qpdf can't read it */
};

/* Never NULL; IN must last as long. */
struct pdf_objects *pdf_open_objects(struct jy_bytes in, const char *password);
void pdf_close_objects(struct pdf_objects *);
/* Page NUMBER, from 1; false: it can't be known.  What is got from it is released with pdf_release. */
bool pdf_page_object(const struct pdf_objects *, int number, qpdf_oh *page);
void pdf_release(const struct pdf_objects *);
/* The entry of a dictionary, null where it has none. */
qpdf_oh pdf_entry(const struct pdf_objects *, qpdf_oh dictionary, const char *key);

#endif
