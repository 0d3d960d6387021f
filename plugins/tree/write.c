/*
 * Minutes to JSON, by the table of the model: no key is named here but those of a place.  Text is
 * streamed, since a tree of a long document would cost more than the rest of its conversion.
 */
#include <jansson.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tree.h"

struct tree_writer {
	struct tree_sink sink;
	int indent, depth;
	bool provenance, failed;
};

static void
tree_put(struct tree_writer *w, const char *bytes, size_t size)
{
	w->sink.put(w->sink.to, bytes, size);
}

static void
tree_puts(struct tree_writer *w, const char *text)
{
	tree_put(w, text, strlen(text));
}

/* For numbers, which are short. */
__attribute__((format(printf, 2, 3)))
static void
tree_printf(struct tree_writer *w, const char *format, ...)
{
	char text[128];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	tree_puts(w, text);
}

/* Starts a line, or in a document without lines puts what stands between two values. */
static void
tree_line(struct tree_writer *w, const char *between)
{
	static const char line[] =
	    "\n                                                                ";
	size_t width = (size_t)w->indent * (size_t)w->depth, most = sizeof(line) - 2;

	if (w->indent == 0) {
		tree_puts(w, between);
		return;
	}
	tree_put(w, line, 1 + (width < most ? width : most));
	for (; width > most; width -= most)
		tree_put(w, line + 1, width - most < most ? width - most : most);
}

static void
tree_open(struct tree_writer *w, const char *bracket)
{
	tree_puts(w, bracket);
	w->depth++;
	tree_line(w, "");
}

static void
tree_next(struct tree_writer *w)
{
	tree_put(w, ",", 1);
	tree_line(w, " ");
}

static void
tree_close(struct tree_writer *w, const char *bracket)
{
	w->depth--;
	tree_line(w, "");
	tree_puts(w, bracket);
}

static int
tree_take(const char *bytes, size_t size, void *writer)
{
	tree_put(writer, bytes, size);
	return 0;
}

/* Is there nothing to escape?  Nearly all texts go as they are. */
static bool
tree_is_plain(struct jy_text text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
			return false;
	}
	return text.s != NULL;
}

static void
tree_write_text(struct tree_writer *w, struct jy_text text)
{
	json_t *string;

	if (tree_is_plain(text)) {
		tree_put(w, "\"", 1);
		tree_put(w, text.s, text.len);
		tree_put(w, "\"", 1);
		return;
	}
	string = text.s ? json_stringn_nocheck(text.s, text.len) : json_null();
	if (json_dump_callback(string, tree_take, w, JSON_ENCODE_ANY))
		w->failed = true;
	json_decref(string);
}

/* At most two decimals, and a point in every locale. */
static void
tree_write_decimal(struct tree_writer *w, double value)
{
	long long hundredths = llround(value * 100);
	unsigned long long n = (unsigned long long)hundredths;

	if (hundredths < 0)
		n = -n;
	tree_printf(w, "%s%llu", hundredths < 0 ? "-" : "", n / 100);
	if (n % 10)
		tree_printf(w, ".%02llu", n % 100);
	else if (n % 100)
		tree_printf(w, ".%llu", n % 100 / 10);
}

/* Places are written where they are asked for, and where OCR has read: that must be told. */
static bool
tree_omits(const struct tree_writer *w, const struct jy_field *field, const void *object)
{
	return field->kind == JY_PLACE && !w->provenance
	    && !JY_CONST_FIELD(object, field, struct jy_place)->confidence;
}

static void
tree_write_place(struct tree_writer *w, const struct jy_place *at)
{
	const double box[] = {at->x0, at->y0, at->x1, at->y1};

	if (!at->page) {
		tree_puts(w, "null");
		return;
	}
	tree_printf(w, "{\"page\": %d, \"lines\": [%d, %d], \"bbox\": ", at->page, at->first_line,
	    at->last_line);
	if (box[0] == 0 && box[1] == 0 && box[2] == 0 && box[3] == 0)
		tree_puts(w, "null");
	for (int i = 0; i < 4 && (box[0] || box[1] || box[2] || box[3]); i++) {
		tree_puts(w, i ? ", " : "[");
		tree_write_decimal(w, box[i]);
		tree_puts(w, i == 3 ? "]" : "");
	}
	if (at->confidence)
		tree_printf(w, ", \"confidence\": %d", at->confidence);
	tree_puts(w, "}");
}

static void tree_write_object(struct tree_writer *, const struct jy_shape *, const void *);

/* A list of objects, or of texts where SHAPE is NULL. */
static void
tree_write_list(struct tree_writer *w, const struct jy_shape *shape, const void *first)
{
	if (!first) {
		tree_puts(w, "[]");
		return;
	}
	tree_open(w, "[");
	for (const void *each = first; each; each = *(const void *const *)each) {
		if (each != first)
			tree_next(w);
		if (shape)
			tree_write_object(w, shape, each);
		else
			tree_write_text(w, ((const struct jy_string *)each)->text);
	}
	tree_close(w, "]");
}

static void
tree_write_value(struct tree_writer *w, const struct jy_field *field, const void *object)
{
	const void *pointer;
	int ordinal;

	switch (field->kind) {
	case JY_TEXT:
		tree_write_text(w, *JY_CONST_FIELD(object, field, struct jy_text));
		break;
	case JY_COUNT:
		tree_printf(w, "%ld", *JY_CONST_FIELD(object, field, long));
		break;
	case JY_ORDINAL:
		ordinal = *JY_CONST_FIELD(object, field, int);
		if (ordinal)
			tree_printf(w, "%d", ordinal);
		else
			tree_puts(w, "null");
		break;
	case JY_FLAG:
		tree_puts(w, *JY_CONST_FIELD(object, field, bool) ? "true" : "false");
		break;
	case JY_PLACE:
		tree_write_place(w, JY_CONST_FIELD(object, field, struct jy_place));
		break;
	case JY_OBJECT:
		pointer = *JY_CONST_FIELD(object, field, void *);
		if (pointer)
			tree_write_object(w, field->shape, pointer);
		else
			tree_puts(w, "null");
		break;
	case JY_TEXTS:
	case JY_LIST:
		tree_write_list(w, field->shape, *JY_CONST_FIELD(object, field, void *));
		break;
	}
}

static void
tree_write_object(struct tree_writer *w, const struct jy_shape *shape, const void *object)
{
	bool first = true;

	tree_open(w, "{");
	for (const struct jy_field *field = shape->fields; field->name; field++) {
		if (tree_omits(w, field, object))
			continue;
		if (!first)
			tree_next(w);
		first = false;
		tree_put(w, "\"", 1);
		tree_puts(w, field->name);
		tree_put(w, "\": ", 3);
		tree_write_value(w, field, object);
	}
	tree_close(w, "}");
}

bool
tree_write(const struct jy_minutes *minutes, int indent, bool provenance, struct tree_sink sink)
{
	struct tree_writer w = {.sink = sink, .indent = indent, .provenance = provenance};

	tree_write_object(&w, jy_minutes_shape(), minutes);
	tree_put(&w, "\n", 1);
	return !w.failed;
}
