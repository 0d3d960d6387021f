/*
 * Minutes to JSON, by the table of the model: no key is named here but those of a place.  Text is
 * streamed, since a tree of a long document would cost more than the rest of its conversion.
 */
#include <jansson.h>
#include <math.h>

#include "json.h"

struct json_writer {
	struct jy_out *out;
	int indent, depth;
	bool provenance, failed;
};

/* Starts a line, or in a document without lines puts what stands between two values. */
static void
json_line(struct json_writer *w, const char *between)
{
	static const char line[] = "\n                                                                ";
	size_t width = (size_t)(w->indent * w->depth), most = sizeof(line) - 2;

	if (w->indent == 0) {
		jy_puts(w->out, between);
		return;
	}
	jy_put(w->out, line, 1 + (width < most ? width : most));
	for (; width > most; width -= most)
		jy_put(w->out, line + 1, width - most < most ? width - most : most);
}

static void
json_open(struct json_writer *w, const char *bracket)
{
	jy_puts(w->out, bracket);
	w->depth++;
	json_line(w, "");
}

static void
json_next(struct json_writer *w)
{
	jy_put(w->out, ",", 1);
	json_line(w, " ");
}

static void
json_close(struct json_writer *w, const char *bracket)
{
	w->depth--;
	json_line(w, "");
	jy_puts(w->out, bracket);
}

static int
json_put(const char *bytes, size_t size, void *out)
{
	jy_put(out, bytes, size);
	return 0;
}

/* Is there nothing to escape?  Nearly all texts go as they are. */
static bool
json_is_plain(struct jy_text text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
			return false;
	}
	return text.s != NULL;
}

static void
json_write_text(struct json_writer *w, struct jy_text text)
{
	json_t *string;

	if (json_is_plain(text)) {
		jy_put(w->out, "\"", 1);
		jy_put(w->out, text.s, text.len);
		jy_put(w->out, "\"", 1);
		return;
	}
	string = text.s ? json_stringn_nocheck(text.s, text.len) : json_null();
	if (json_dump_callback(string, json_put, w->out, JSON_ENCODE_ANY))
		w->failed = true;
	json_decref(string);
}

/* At most two decimals, and a point in every locale. */
static void
json_write_decimal(struct json_writer *w, double value)
{
	long long hundredths = llround(value * 100);
	unsigned long long n = (unsigned long long)hundredths;

	if (hundredths < 0)
		n = -n;
	jy_printf(w->out, "%s%llu", hundredths < 0 ? "-" : "", n / 100);
	if (n % 10)
		jy_printf(w->out, ".%02llu", n % 100);
	else if (n % 100)
		jy_printf(w->out, ".%llu", n % 100 / 10);
}

/* Places are written where they are asked for, and where OCR has read: that must be told. */
static bool
json_omits(const struct json_writer *w, const struct jy_field *field, const void *object)
{
	return field->kind == JY_PLACE && !w->provenance &&
	    !JY_CONST_FIELD(object, field, struct jy_place)->confidence;
}

static void
json_write_place(struct json_writer *w, const struct jy_place *at)
{
	const double box[] = {at->x0, at->y0, at->x1, at->y1};

	if (!at->page) {
		jy_puts(w->out, "null");
		return;
	}
	jy_printf(w->out, "{\"page\": %d, \"lines\": [%d, %d], \"bbox\": ", at->page,
	    at->first_line, at->last_line);
	if (box[0] == 0 && box[1] == 0 && box[2] == 0 && box[3] == 0)
		jy_puts(w->out, "null");
	for (int i = 0; i < 4 && (box[0] || box[1] || box[2] || box[3]); i++) {
		jy_puts(w->out, i ? ", " : "[");
		json_write_decimal(w, box[i]);
		jy_puts(w->out, i == 3 ? "]" : "");
	}
	if (at->confidence)
		jy_printf(w->out, ", \"confidence\": %d", at->confidence);
	jy_puts(w->out, "}");
}

static void json_write_object(struct json_writer *, const struct jy_shape *, const void *);

/* A list of objects, or of texts where SHAPE is NULL. */
static void
json_write_list(struct json_writer *w, const struct jy_shape *shape, const void *first)
{
	if (!first) {
		jy_puts(w->out, "[]");
		return;
	}
	json_open(w, "[");
	for (const void *each = first; each; each = *(const void *const *)each) {
		if (each != first)
			json_next(w);
		if (shape)
			json_write_object(w, shape, each);
		else
			json_write_text(w, ((const struct jy_string *)each)->text);
	}
	json_close(w, "]");
}

static void
json_write_value(struct json_writer *w, const struct jy_field *field, const void *object)
{
	const void *pointer;
	int ordinal;

	switch (field->kind) {
	case JY_TEXT:
		json_write_text(w, *JY_CONST_FIELD(object, field, struct jy_text));
		break;
	case JY_COUNT:
		jy_printf(w->out, "%ld", *JY_CONST_FIELD(object, field, long));
		break;
	case JY_ORDINAL:
		ordinal = *JY_CONST_FIELD(object, field, int);
		if (ordinal)
			jy_printf(w->out, "%d", ordinal);
		else
			jy_puts(w->out, "null");
		break;
	case JY_FLAG:
		jy_puts(w->out, *JY_CONST_FIELD(object, field, bool) ? "true" : "false");
		break;
	case JY_PLACE:
		json_write_place(w, JY_CONST_FIELD(object, field, struct jy_place));
		break;
	case JY_OBJECT:
		pointer = *JY_CONST_FIELD(object, field, void *);
		if (pointer)
			json_write_object(w, field->shape, pointer);
		else
			jy_puts(w->out, "null");
		break;
	case JY_TEXTS:
	case JY_LIST:
		json_write_list(w, field->shape, *JY_CONST_FIELD(object, field, void *));
		break;
	}
}

static void
json_write_object(struct json_writer *w, const struct jy_shape *shape, const void *object)
{
	bool first = true;

	json_open(w, "{");
	for (const struct jy_field *field = shape->fields; field->name; field++) {
		if (json_omits(w, field, object))
			continue;
		if (!first)
			json_next(w);
		first = false;
		jy_put(w->out, "\"", 1);
		jy_puts(w->out, field->name);
		jy_put(w->out, "\": ", 3);
		json_write_value(w, field, object);
	}
	json_close(w, "}");
}

int
json_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	struct json_writer w = {
		.out = out,
		.indent = (int)jy_option_number(task, "indent"),
		.provenance = jy_option_is(task, "provenance", "yes"),
	};

	json_write_object(&w, jy_minutes_shape(), minutes);
	jy_put(out, "\n", 1);
	if (w.failed)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	return 0;
}
