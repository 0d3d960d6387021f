/* Opening a document: its password, its limits, what it says of itself. */
#include <stdlib.h>
#include <string.h>

#include "pdf.h"

/* How many objects the file says that it has: the greatest /Size of its trailers (ISO 32000-1, 7.5.5),
 * which no file may compress. */
static long
pdf_object_count(struct jy_bytes in)
{
	static const char size[] = "/Size";
	const unsigned char *s = in.at, *end = in.at + in.size;
	long most = 0;

	while ((s = memchr(s, '/', (size_t)(end - s)))) {
		char digits[24] = "";

		if ((size_t)(end - s) > sizeof(size) && memcmp(s, size, sizeof(size) - 1) == 0) {
			const unsigned char *number = s + sizeof(size) - 1;

			memcpy(digits, number, MIN((size_t)(end - number), sizeof(digits) - 1));
			most = MAX(most, strtol(digits, NULL, 10));
		}
		s++;
	}
	return most;
}

static int
pdf_limit(struct jy_task *task, const char *option, long count, const char *things)
{
	if (count <= jy_option_number(task, option))
		return 0;
	return jy_fail(task, JY_BAD_INPUT, "too-large",
	    "it has %ld %-s, and the limit is %s: -O %s= sets another", count, things,
	    jy_option(task, option), option);
}

/* Poppler 22.12 dies of a wrong password for a document in bytes, but not for one in a stream. */
static PopplerDocument *
pdf_unlock(GBytes *bytes, const char *password, GError **error)
{
	GInputStream *stream = g_memory_input_stream_new_from_bytes(bytes);
	PopplerDocument *document = poppler_document_new_from_stream(stream,
	    (goffset)g_bytes_get_size(bytes), password, NULL, error);

	g_object_unref(stream);
	return document;
}

static int
pdf_load(struct pdf_reading *r)
{
	GBytes *bytes = g_bytes_new_static(r->in.at, r->in.size);
	const char *password = jy_option(r->task, "password");
	GError *error = NULL;
	bool encrypted;

	if (*password)
		r->document = pdf_unlock(bytes, password, &error);
	else
		r->document = poppler_document_new_from_bytes(bytes, NULL, &error);
	g_bytes_unref(bytes);
	if (r->document)
		return 0;
	encrypted = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
	g_clear_error(&error);
	if (!encrypted)
		return jy_fail(r->task, JY_BAD_INPUT, "damaged",
		    "the PDF is damaged beyond reading");
	return jy_fail(r->task, JY_BAD_INPUT, "encrypted",
	    *password ? JY_WORD("the PDF is encrypted, and the password is wrong")
		      : JY_WORD("the PDF is encrypted: give its password with -O password="));
}

/* Takes TEXT. */
static struct jy_text
pdf_take(struct jy_builder *b, char *text)
{
	struct jy_text copy = {0};

	if (text && *text)
		copy = jy_copy(b, text, strlen(text));
	g_free(text);
	return copy;
}

static struct jy_text
pdf_take_date(struct jy_builder *b, GDateTime *date)
{
	struct jy_text copy = {0};

	if (date) {
		copy = pdf_take(b, g_date_time_format_iso8601(date));
		g_date_time_unref(date);
	}
	return copy;
}

void
pdf_describe(PopplerDocument *document, struct jy_builder *b)
{
	struct jy_source *source = jy_source(b);
	struct jy_metadata *metadata = source->metadata;

	source->pages = poppler_document_get_n_pages(document);
	metadata->title = pdf_take(b, poppler_document_get_title(document));
	metadata->author = pdf_take(b, poppler_document_get_author(document));
	metadata->producer = pdf_take(b, poppler_document_get_producer(document));
	metadata->created = pdf_take_date(b, poppler_document_get_creation_date_time(document));
	metadata->modified = pdf_take_date(b,
	    poppler_document_get_modification_date_time(document));
}

/* A catalogue that is compressed is not looked for: tags help, but nothing hangs on them. */
static bool
pdf_says_tagged(struct jy_bytes in)
{
	static const char root[] = "/StructTreeRoot";

	return memmem(in.at, in.size, root, sizeof(root) - 1) != NULL;
}

int
pdf_open(struct pdf_reading *r)
{
	long seconds = jy_option_number(r->task, "max-time");

	r->deadline = seconds ? g_get_monotonic_time() + seconds * G_USEC_PER_SEC : 0;
	if (pdf_limit(r->task, "max-objects", pdf_object_count(r->in), JY_WORD("objects"))
	    || pdf_load(r))
		return -1;
	r->is_tagged = pdf_says_tagged(r->in);
	return pdf_limit(r->task, "max-pages", poppler_document_get_n_pages(r->document),
	    JY_WORD("pages"));
}

const struct pdf_objects *
pdf_objects(struct pdf_reading *r)
{
	if (!r->objects)
		r->objects = pdf_open_objects(r->in, jy_option(r->task, "password"));
	return r->objects;
}

int
pdf_check_text(struct pdf_reading *r)
{
	long most = jy_option_number(r->task, "max-text");

	if (pdf_shown_text(pdf_objects(r), r->page, (size_t)most) <= (size_t)most)
		return 0;
	return jy_fail(r->task, JY_BAD_INPUT, "too-large",
	    "page %d shows more than %ld bytes of text, which is the limit that -O max-text= sets",
	    r->page, most);
}

int
pdf_check_time(const struct pdf_reading *r)
{
	if (!r->deadline || g_get_monotonic_time() <= r->deadline)
		return 0;
	return jy_fail(r->task, JY_TEMPORARY, "timeout",
	    "page %d was not begun within %s seconds: -O max-time= sets another limit", r->page + 1,
	    jy_option(r->task, "max-time"));
}
