/* A reader as of 0.1 that restores minutes by the table: one of everything, each value by its key. */
#include <string.h>

#include <jiyao/plugin.h>

static void make_fields(struct jy_builder *, void *object, const struct jy_shape *, int depth);

/* The first of the words that the text may have, or its key. */
static struct jy_text
make_text(struct jy_builder *b, const struct jy_field *field)
{
	size_t len = field->words ? strcspn(field->words, "|") : 0;

	if (!field->words)
		return jy_copy(b, field->name, strlen(field->name));
	if (!jy_is_word(field->words, (struct jy_text){field->words, len}))
		return (struct jy_text){0};
	return jy_copy(b, field->words, len);
}

/* Another number for another key; what later versions append does not change it. */
static int
number_of(const struct jy_field *field)
{
	int n = 0;

	for (const char *s = field->name; *s; s++)
		n = (n * 31 + *s) % 10007;
	return n;
}

static void *
make_object(struct jy_builder *b, const struct jy_shape *shape, int depth)
{
	void *object = jy_make(b, shape);

	make_fields(b, object, shape, depth);
	return object;
}

static void
make_string(struct jy_builder *b, struct jy_string **at, const struct jy_field *field)
{
	*at = jy_make(b, NULL);
	(*at)->text = make_text(b, field);
}

static void
make_field(struct jy_builder *b, void *object, const struct jy_field *field, int depth)
{
	switch (field->kind) {
	case JY_TEXT:
		*JY_FIELD(object, field, struct jy_text) = make_text(b, field);
		break;
	case JY_COUNT:
		*JY_FIELD(object, field, long) = number_of(field);
		break;
	case JY_ORDINAL:
		*JY_FIELD(object, field, int) = number_of(field);
		break;
	case JY_FLAG:
		*JY_FIELD(object, field, bool) = true;
		break;
	case JY_PLACE:
		*JY_FIELD(object, field, struct jy_place) = (struct jy_place){
		    .page = 1, .first_line = 2, .last_line = 3, .x0 = 0.5, .x1 = 1.5, .y1 = 2.5};
		break;
	case JY_TEXTS:
		make_string(b, JY_FIELD(object, field, struct jy_string *), field);
		break;
	case JY_OBJECT:
	case JY_LIST:
		if (depth < 8 && !*JY_FIELD(object, field, void *))
			*JY_FIELD(object, field, void *) = make_object(b, field->shape, depth + 1);
		else if (depth < 8)
			make_fields(b, *JY_FIELD(object, field, void *), field->shape, depth + 1);
		break;
	}
}

/* A clause holds clauses: one within another is enough. */
static void
make_fields(struct jy_builder *b, void *object, const struct jy_shape *shape, int depth)
{
	for (const struct jy_field *field = shape->fields; field->name; field++)
		if (field->shape != shape || depth < 3)
			make_field(b, object, field, depth);
}

static int
restore_probe(struct jy_bytes in)
{
	return in.size > 8 && memcmp(in.at, "%RESTORE", 8) == 0 ? 100 : 0;
}

static int
restore_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct jy_minutes *minutes = jy_minutes(b);
	struct jy_text schema = minutes->schema;

	(void)task, (void)in;
	make_fields(b, minutes, jy_minutes_shape(), 0);
	minutes->schema = schema;
	return 0;
}

JY_PLUGIN(.name = "restore", .title = "Minutes of 0.1", .probe = restore_probe, .read = restore_read);
