/* JSON to minutes, by the table of the model: what is wrong is named by its path. */
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "tree.h"

#define TREE_DEPTH 200		/* keys and indices in the path of an object */
#define TREE_UNKNOWN 50		/* unknown keys that are named */
#define TREE_VALUES 500000	/* an empty object takes jansson seventy times its text */

struct tree_reader {
	struct jy_task *task;		/* NULL: nothing is said of doubts */
	struct tree_fault *fault;
	struct jy_builder *builder;
	json_t *unknown;	/* the keys that were warned of */
	bool replaced;		/* and the characters */
};

/* The way to a value, kept on the stack and only printed when something is wrong with it. */
struct tree_path { const struct tree_path *up; const char *key; size_t index; int depth; };

static size_t
tree_print_path(const struct tree_path *path, char *to, size_t size)
{
	size_t used = path->up ? tree_print_path(path->up, to, size) : 0;
	int n = 0;

	if (path->key)
		n = snprintf(to + used, size - used, "%s%s", used ? "." : "", path->key);
	else if (path->up)
		n = snprintf(to + used, size - used, "[%zu]", path->index);
	return n < 0 || (size_t)n >= size - used ? size - 1 : used + (size_t)n;
}

/* Always returns -1. */
static int
tree_fail(struct tree_reader *r, const char *code, const char *text)
{
	r->fault->code = code;
	r->fault->text = text;
	return -1;
}

/* Fails: what stands at PATH is not what it MUST be. */
static int
tree_wrong(struct tree_reader *r, const struct tree_path *path, const char *code, const char *must)
{
	char where[8192] = "";

	tree_print_path(path, where, sizeof(where));
	return tree_fail(r, code, jy_words(r->fault->task, "%s must be %-s", where, must));
}

/* Each key is said once, and not without end. */
static void
tree_warn_unknown(struct tree_reader *r, const char *key)
{
	size_t n = json_object_size(r->unknown);

	if (!r->task || n > TREE_UNKNOWN || json_object_get(r->unknown, key))
		return;
	json_object_set_new(r->unknown, key, json_true());
	if (n == TREE_UNKNOWN)
		jy_warn(r->task, 0, "unknown-key", "more keys are not known and were passed over");
	else
		jy_warn(r->task, 0, "unknown-key",
		    "the key \"%s\" is not known and was passed over", key);
}

static int
tree_read_text(struct tree_reader *r, json_t *value, const char *words, struct jy_text *text,
    const struct tree_path *path)
{
	size_t len = json_string_length(value);

	if (!json_is_string(value))
		return tree_wrong(r, path, "wrong-type", JY_WORD("a text"));
	*text = jy_copy(r->builder, json_string_value(value), len);
	if (words && !jy_is_word(words, *text))
		return tree_wrong(r, path, "wrong-value", words);
	if (r->task && !r->replaced
	    && (text->len != len || memcmp(text->s, json_string_value(value), len) != 0)) {
		r->replaced = true;
		jy_warn(r->task, 0, "replaced", "control characters were replaced by U+FFFD");
	}
	return 0;
}

static int
tree_read_number(struct tree_reader *r, json_t *value, long least, long most, long *number,
    const struct tree_path *path)
{
	json_int_t n = json_integer_value(value);

	if (!json_is_integer(value))
		return tree_wrong(r, path, "wrong-type", JY_WORD("a whole number"));
	if (n < least || n > most)
		return tree_wrong(r, path, "wrong-value",
		    jy_words(r->fault->task, "a number from %ld to %ld", least, most));
	*number = (long)n;
	return 0;
}

static int
tree_read_place(struct tree_reader *r, json_t *value, struct jy_place *at,
    const struct tree_path *path)
{
	json_int_t page, first, last, confidence = 0;
	json_t *box = NULL, *part;
	const char *key;

	json_object_foreach(value, key, part)
		if (strcmp(key, "page") != 0 && strcmp(key, "lines") != 0
		    && strcmp(key, "bbox") != 0 && strcmp(key, "confidence") != 0)
			tree_warn_unknown(r, key);
	if (json_unpack(value, "{s:I, s:[I,I!], s?o, s?I}", "page", &page, "lines", &first, &last,
		"bbox", &box, "confidence", &confidence)
	    || (box && !json_is_null(box)
		&& json_unpack(box, "[F,F,F,F!]", &at->x0, &at->y0, &at->x1, &at->y1)))
		return tree_wrong(r, path, "wrong-type",
		    JY_WORD("a place with page, lines and bbox"));
	if (page < 1 || page > INT_MAX || first < 0 || last < first || last > INT_MAX)
		return tree_wrong(r, path, "wrong-value",
		    JY_WORD("a place whose page counts from 1 "
			    "and whose lines rise"));
	if (confidence < 0 || confidence > 100)
		return tree_wrong(r, path, "wrong-value",
		    JY_WORD("a place whose confidence is up to 100"));
	at->page = (int)page;
	at->first_line = (int)first;
	at->last_line = (int)last;
	at->confidence = (int)confidence;
	return 0;
}

static int tree_read_object(struct tree_reader *, json_t *, const struct jy_shape *, void *,
    const struct tree_path *);

/* Reads a list of objects, or of texts where SHAPE is NULL, and links it from TAIL on. */
static int
tree_read_list(struct tree_reader *r, json_t *value, const struct jy_shape *shape, void **tail,
    const struct tree_path *path)
{
	size_t i;
	json_t *part;

	if (!json_is_array(value))
		return tree_wrong(r, path, "wrong-type", JY_WORD("a list"));
	json_array_foreach(value, i, part) {
		struct tree_path here = {path, NULL, i, path->depth + 1};
		void *each = jy_make(r->builder, shape);

		if (shape ? tree_read_object(r, part, shape, each, &here)
			  : tree_read_text(r, part, NULL, &((struct jy_string *)each)->text, &here))
			return -1;
		*tail = each;
		tail = each;
	}
	return 0;
}

static int
tree_read_field(struct tree_reader *r, json_t *value, const struct jy_field *field, void *object,
    const struct tree_path *path)
{
	void **slot = JY_FIELD(object, field, void *);
	long number;

	if (json_is_null(value))
		return 0;
	switch (field->kind) {
	case JY_TEXT:
		return tree_read_text(r, value, field->words,
		    JY_FIELD(object, field, struct jy_text), path);
	case JY_COUNT:
		return tree_read_number(r, value, 0, LONG_MAX, JY_FIELD(object, field, long), path);
	case JY_ORDINAL:
		if (tree_read_number(r, value, 1, INT_MAX, &number, path))
			return -1;
		*JY_FIELD(object, field, int) = (int)number;
		return 0;
	case JY_FLAG:
		if (!json_is_boolean(value))
			return tree_wrong(r, path, "wrong-type", JY_WORD("true or false"));
		*JY_FIELD(object, field, bool) = json_is_true(value);
		return 0;
	case JY_PLACE:
		return tree_read_place(r, value, JY_FIELD(object, field, struct jy_place), path);
	case JY_OBJECT:
		if (!*slot)
			*slot = jy_make(r->builder, field->shape);
		return tree_read_object(r, value, field->shape, *slot, path);
	case JY_TEXTS:
	case JY_LIST:
		return tree_read_list(r, value, field->shape, slot, path);
	}
	return 0;
}

static int
tree_read_object(struct tree_reader *r, json_t *value, const struct jy_shape *shape, void *object,
    const struct tree_path *path)
{
	const struct jy_field *field;
	const char *key;
	json_t *part;

	if (!json_is_object(value))
		return tree_wrong(r, path, "wrong-type", JY_WORD("an object"));
	if (path->depth > TREE_DEPTH)
		return tree_fail(r, "too-deep", JY_WORD("objects are nested too deep"));
	json_object_foreach(value, key, part) {
		struct tree_path here = {path, key, 0, path->depth + 1};

		for (field = shape->fields; field->name && strcmp(field->name, key) != 0;)
			field++;
		if (!field->name)
			tree_warn_unknown(r, key);
		else if (tree_read_field(r, part, field, object, &here))
			return -1;
	}
	return 0;
}

static int
tree_read_root(struct tree_reader *r, json_t *json, struct jy_minutes *root)
{
	const char *schema = json_string_value(json_object_get(json, "schema"));
	struct tree_path path = {0};

	if (!schema || strcmp(schema, JY_SCHEMA) != 0)
		return tree_fail(r, "wrong-schema",
		    jy_words(r->fault->task, "the schema is \"%s\" and not \"%s\"",
			schema ? schema : "", JY_SCHEMA));
	return tree_read_object(r, json, jy_minutes_shape(), root, &path);
}

/* The end of the string that begins at S. */
static const unsigned char *
tree_skip_string(const unsigned char *s, const unsigned char *end)
{
	for (s++; s < end && *s != '"'; s++)
		s += *s == '\\';
	return s;
}

static bool
tree_is_crowded(struct jy_bytes in)
{
	const unsigned char *end = in.at + in.size;
	long values = 0;

	for (const unsigned char *s = in.at; s < end && values <= TREE_VALUES; s++) {
		if (*s == '"')
			s = tree_skip_string(s, end);
		else	/* each value but the first of its object or list stands behind a comma */
			values += *s == '{' || *s == '[' || *s == ',';
	}
	return values > TREE_VALUES;
}

static json_t *
tree_parse(struct tree_reader *r, struct jy_bytes in)
{
	json_error_t error;
	json_t *json;

	if (tree_is_crowded(in)) {
		tree_fail(r, "too-large",
		    jy_words(r->fault->task, "there are more than %d values", TREE_VALUES));
		return NULL;
	}
	json = json_loadb((const char *)in.at, in.size, JSON_REJECT_DUPLICATES, &error);
	if (!json)
		tree_fail(r,
		    json_error_code(&error) == json_error_stack_overflow ? "too-deep" : "damaged",
		    jy_words(r->fault->task, "line %d, column %d: %s", error.line, error.column,
			error.text));
	return json;
}

int
tree_read(struct jy_bytes in, struct jy_builder *builder, struct jy_minutes *root,
    struct jy_task *task, struct tree_fault *fault)
{
	struct tree_reader r = {.task = task, .fault = fault, .builder = builder};
	json_t *json;
	int result;

	fault->code = NULL;
	json = tree_parse(&r, in);
	if (!json)
		return -1;
	r.unknown = json_object();
	result = tree_read_root(&r, json, root);
	json_decref(r.unknown);
	json_decref(json);
	return result;
}
