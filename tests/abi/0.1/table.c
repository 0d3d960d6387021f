/* A writer as of 0.1 that walks the minutes by the table; it continues what was written before. */
#include <string.h>

#include <jiyao/plugin.h>

/* The way to a value, from the root. */
struct way { const struct way *before; const char *key; int depth; };

static void put_object(struct jy_out *, const void *object, const struct jy_shape *,
    const struct way *);

static void
put_way(struct jy_out *out, const struct way *way)
{
	if (!way)
		return;
	put_way(out, way->before);
	jy_puts(out, ".");
	jy_puts(out, way->key);
}

static void
put_text(struct jy_out *out, struct jy_text text)
{
	if (text.s)
		jy_put(out, text.s, text.len);
	else
		jy_puts(out, "null");
	jy_puts(out, "\n");
}

static void
put_place(struct jy_out *out, const struct jy_place *at)
{
	jy_printf(out, "%d %d %d %.1f %.1f %.1f %.1f %d\n", at->page, at->first_line, at->last_line,
	    at->x0, at->y0, at->x1, at->y1, at->confidence);
}

static void
put_list(struct jy_out *out, const void *first, const struct jy_field *field, const struct way *way)
{
	jy_printf(out, "%s\n", first ? field->each ? field->each : field->shape->name : "null");
	/* Whatever can stand in a list begins with its next. */
	for (const void *e = first; e; e = field->kind == JY_LIST ? *(const void *const *)e : NULL)
		put_object(out, e, field->shape, way);
}

static void
put_texts(struct jy_out *out, const struct jy_string *s)
{
	jy_puts(out, "texts\n");
	for (; s; s = s->next)
		put_text(out, s->text);
}

static void
put_field(struct jy_out *out, const void *object, const struct jy_field *field,
    const struct way *way)
{
	put_way(out, way);
	jy_puts(out, " = ");
	switch (field->kind) {
	case JY_TEXT:
		put_text(out, *JY_CONST_FIELD(object, field, struct jy_text));
		break;
	case JY_COUNT:
		jy_printf(out, "%ld\n", *JY_CONST_FIELD(object, field, long));
		break;
	case JY_ORDINAL:
		jy_printf(out, "%d\n", *JY_CONST_FIELD(object, field, int));
		break;
	case JY_FLAG:
		jy_printf(out, "%d\n", *JY_CONST_FIELD(object, field, bool));
		break;
	case JY_PLACE:
		put_place(out, JY_CONST_FIELD(object, field, struct jy_place));
		break;
	case JY_TEXTS:
		put_texts(out, *JY_CONST_FIELD(object, field, struct jy_string *));
		break;
	case JY_OBJECT:
	case JY_LIST:
		put_list(out, *JY_CONST_FIELD(object, field, void *), field, way);
		break;
	}
}

static void
put_object(struct jy_out *out, const void *object, const struct jy_shape *shape,
    const struct way *way)
{
	for (const struct jy_field *field = shape->fields; field->name; field++)
		put_field(out, object, field,
		    &(struct way){way, field->name, way ? way->depth + 1 : 1});
}

static int
table_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task;
	if (jy_out_bytes(out).size)
		jy_puts(out, "continued\n");
	put_object(out, minutes, jy_minutes_shape(), NULL);
	return 0;
}

JY_PLUGIN(.name = "table", .title = "The table of 0.1", .suffixes = "table", .write = table_write,
    .lossy = "it is not read back", .schema = "a schema\n", .appends = true);
