/* JSON to minutes, by the table of the model: what is wrong is named by its path. */
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "json.h"

#define JSON_DEPTH 200		/* keys and indices in the path of an object */
#define JSON_UNKNOWN 50		/* unknown keys that are named */

struct json_reader {
	struct jy_task *task;
	struct jy_builder *builder;
	json_t *unknown;	/* the keys that were warned of */
	bool replaced;		/* and the characters */
};

/* The way to a value, kept on the stack and only printed when something is wrong with it. */
struct json_path { const struct json_path *up; const char *key; size_t index; int depth; };

static size_t
json_print_path(const struct json_path *path, char *to, size_t size)
{
	size_t used = path->up ? json_print_path(path->up, to, size) : 0;
	int n = 0;

	if (path->key)
		n = snprintf(to + used, size - used, "%s%s", used ? "." : "", path->key);
	else if (path->up)
		n = snprintf(to + used, size - used, "[%zu]", path->index);
	return n < 0 || (size_t)n >= size - used ? size - 1 : used + (size_t)n;
}

/* Fails: what stands at PATH is not what it MUST be. */
static int
json_wrong(struct json_reader *r, const struct json_path *path, const char *code, const char *must)
{
	char where[8192] = "";

	json_print_path(path, where, sizeof(where));
	return jy_fail(r->task, JY_BAD_INPUT, code, "%s must be %s", where, must);
}

/* Each key is said once, and not without end. */
static void
json_warn_unknown(struct json_reader *r, const char *key)
{
	size_t n = json_object_size(r->unknown);

	if (n > JSON_UNKNOWN || json_object_get(r->unknown, key))
		return;
	json_object_set_new(r->unknown, key, json_true());
	if (n == JSON_UNKNOWN)
		jy_warn(r->task, 0, "unknown-key", "more keys are not known and were passed over");
	else
		jy_warn(r->task, 0, "unknown-key", "the key \"%s\" is not known and was passed "
		    "over", key);
}

static int
json_read_text(struct json_reader *r, json_t *value, const char *words, struct jy_text *text,
    const struct json_path *path)
{
	size_t len = json_string_length(value);

	if (!json_is_string(value))
		return json_wrong(r, path, "wrong-type", "a text");
	*text = jy_copy(r->builder, json_string_value(value), len);
	if (words && !jy_is_word(words, *text))
		return json_wrong(r, path, "wrong-value", words);
	if (!r->replaced && (text->len != len || memcmp(text->s, json_string_value(value), len))) {
		r->replaced = true;
		jy_warn(r->task, 0, "replaced", "control characters were replaced by U+FFFD");
	}
	return 0;
}

static int
json_read_number(struct json_reader *r, json_t *value, long least, long most, long *number,
    const struct json_path *path)
{
	json_int_t n = json_integer_value(value);
	char range[80];

	if (!json_is_integer(value))
		return json_wrong(r, path, "wrong-type", "a whole number");
	if (n < least || n > most) {
		snprintf(range, sizeof(range), "a number from %ld to %ld", least, most);
		return json_wrong(r, path, "wrong-value", range);
	}
	*number = (long)n;
	return 0;
}

static int
json_read_place(struct json_reader *r, json_t *value, struct jy_place *at,
    const struct json_path *path)
{
	json_int_t page, first, last, confidence = 0;
	json_t *box = NULL, *part;
	const char *key;

	json_object_foreach(value, key, part)
		if (strcmp(key, "page") && strcmp(key, "lines") && strcmp(key, "bbox") &&
		    strcmp(key, "confidence"))
			json_warn_unknown(r, key);
	if (json_unpack(value, "{s:I, s:[I,I!], s?o, s?I}", "page", &page, "lines", &first, &last,
	    "bbox", &box, "confidence", &confidence) || (box && !json_is_null(box) && json_unpack(box, "[F,F,F,F!]", &at->x0,
	    &at->y0, &at->x1, &at->y1)))
		return json_wrong(r, path, "wrong-type", "a place with page, lines and bbox");
	if (page < 1 || page > INT_MAX || first < 0 || last < first || last > INT_MAX)
		return json_wrong(r, path, "wrong-value", "a place whose page counts from 1 and "
		    "whose lines rise");
	if (confidence < 0 || confidence > 100)
		return json_wrong(r, path, "wrong-value", "a place whose confidence is up to 100");
	at->page = (int)page;
	at->first_line = (int)first;
	at->last_line = (int)last;
	at->confidence = (int)confidence;
	return 0;
}

static int json_read_object(struct json_reader *, json_t *, const struct jy_shape *, void *,
    const struct json_path *);

/* Reads a list of objects, or of texts where SHAPE is NULL, and links it from TAIL on. */
static int
json_read_list(struct json_reader *r, json_t *value, const struct jy_shape *shape, void **tail,
    const struct json_path *path)
{
	size_t i;
	json_t *part;

	if (!json_is_array(value))
		return json_wrong(r, path, "wrong-type", "a list");
	json_array_foreach(value, i, part) {
		struct json_path here = {path, NULL, i, path->depth + 1};
		void *each = jy_make(r->builder, shape);

		if (shape ? json_read_object(r, part, shape, each, &here) :
		    json_read_text(r, part, NULL, &((struct jy_string *)each)->text, &here))
			return -1;
		*tail = each;
		tail = each;
	}
	return 0;
}

static int
json_read_field(struct json_reader *r, json_t *value, const struct jy_field *field, void *object,
    const struct json_path *path)
{
	void **slot = JY_FIELD(object, field, void *);
	long number;

	if (json_is_null(value))
		return 0;
	switch (field->kind) {
	case JY_TEXT:
		return json_read_text(r, value, field->words,
		    JY_FIELD(object, field, struct jy_text), path);
	case JY_COUNT:
		return json_read_number(r, value, 0, LONG_MAX, JY_FIELD(object, field, long),
		    path);
	case JY_ORDINAL:
		if (json_read_number(r, value, 1, INT_MAX, &number, path))
			return -1;
		*JY_FIELD(object, field, int) = (int)number;
		return 0;
	case JY_FLAG:
		if (!json_is_boolean(value))
			return json_wrong(r, path, "wrong-type", "true or false");
		*JY_FIELD(object, field, bool) = json_is_true(value);
		return 0;
	case JY_PLACE:
		return json_read_place(r, value, JY_FIELD(object, field, struct jy_place), path);
	case JY_OBJECT:
		if (!*slot)
			*slot = jy_make(r->builder, field->shape);
		return json_read_object(r, value, field->shape, *slot, path);
	case JY_TEXTS:
	case JY_LIST:
		return json_read_list(r, value, field->shape, slot, path);
	}
	return 0;
}

static int
json_read_object(struct json_reader *r, json_t *value, const struct jy_shape *shape, void *object,
    const struct json_path *path)
{
	const struct jy_field *field;
	const char *key;
	json_t *part;

	if (!json_is_object(value))
		return json_wrong(r, path, "wrong-type", "an object");
	if (path->depth > JSON_DEPTH)
		return jy_fail(r->task, JY_BAD_INPUT, "too-deep", "objects are nested too deep");
	json_object_foreach(value, key, part) {
		struct json_path here = {path, key, 0, path->depth + 1};

		for (field = shape->fields; field->name && strcmp(field->name, key); )
			field++;
		if (!field->name)
			json_warn_unknown(r, key);
		else if (json_read_field(r, part, field, object, &here))
			return -1;
	}
	return 0;
}

static int
json_read_root(struct json_reader *r, json_t *root)
{
	const char *schema = json_string_value(json_object_get(root, "schema"));
	struct json_path path = {0};

	if (!schema || strcmp(schema, JY_SCHEMA))
		return jy_fail(r->task, JY_BAD_INPUT, "wrong-schema",
		    "the schema is \"%s\" and not \"" JY_SCHEMA "\"", schema ? schema : "");
	return json_read_object(r, root, jy_minutes_shape(), jy_minutes(r->builder), &path);
}

int
json_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct json_reader r = {.task = task, .builder = builder};
	json_error_t error;
	json_t *root;
	int result;

	in = json_bare(in);
	root = json_loadb((const char *)in.at, in.size, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		return jy_fail(task, JY_BAD_INPUT, "damaged", "line %d, column %d: %s", error.line,
		    error.column, error.text);
	r.unknown = json_object();
	result = json_read_root(&r, root);
	json_decref(r.unknown);
	json_decref(root);
	return result;
}
