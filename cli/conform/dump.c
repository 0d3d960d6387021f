/*
 * Minutes as lines of text, by the table of the model: what two readings are compared by.  Without
 * decimals, for which locales have their own sign.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { DEEPEST = 200 };

struct pen {
	FILE *to;
	bool places;
	char path[4096];		/* "items[0].clauses[2]." */
};

static void put_object(struct pen *, size_t at, const struct jy_shape *, const void *, int depth);

static void
put_text(struct pen *pen, size_t at, const char *name, struct jy_text text)
{
	if (!text.s)
		return;
	fprintf(pen->to, "%.*s%s = \"", (int)at, pen->path, name);
	for (size_t i = 0; i < text.len; i++)
		if (text.s[i] == '\n')
			fputs("\\n", pen->to);
		else
			putc(text.s[i], pen->to);
	fputs("\"\n", pen->to);
}

static void
put_place(struct pen *pen, size_t at, const struct jy_place *p)
{
	if (pen->places || p->confidence)
		fprintf(pen->to,
		    "%.*sat = page %d, lines %d to %d, hundredths of a point %ld %ld %ld "
		    "%ld, confidence %d\n",
		    (int)at, pen->path, p->page, p->first_line, p->last_line, lround(p->x0 * 100),
		    lround(p->y0 * 100), lround(p->x1 * 100), lround(p->y1 * 100), p->confidence);
}

static void
put_list(struct pen *pen, size_t at, const struct jy_field *f, const void *list, int depth)
{
	for (long i = 0; list; i++, list = *(const void *const *)list) {
		int n = snprintf(pen->path + at, sizeof(pen->path) - at, "%s[%ld]", f->name, i);

		if (n < 0 || (size_t)n + 1 >= sizeof(pen->path) - at || depth > DEEPEST)
			return;
		fprintf(pen->to, "%s\n", pen->path);
		strcat(pen->path, ".");
		if (f->shape)
			put_object(pen, at + (size_t)n + 1, f->shape, list, depth + 1);
		else
			put_text(pen, at + (size_t)n + 1, "text",
			    ((const struct jy_string *)list)->text);
	}
}

static void
put_nested(struct pen *pen, size_t at, const struct jy_field *f, const void *object, int depth)
{
	int n = snprintf(pen->path + at, sizeof(pen->path) - at, "%s.", f->name);

	if (!object || n < 0 || (size_t)n >= sizeof(pen->path) - at)
		return;
	fprintf(pen->to, "%s\n", pen->path);
	put_object(pen, at + (size_t)n, f->shape, object, depth + 1);
}

static void
put_field(struct pen *pen, size_t at, const struct jy_field *f, const void *object, int depth)
{
	const void *p = JY_CONST_FIELD(object, f, void);

	switch (f->kind) {
	case JY_TEXT: put_text(pen, at, f->name, *(const struct jy_text *)p); break;
	case JY_PLACE: put_place(pen, at, p); break;
	case JY_OBJECT: put_nested(pen, at, f, *(const void *const *)p, depth); break;
	case JY_TEXTS:
	case JY_LIST: put_list(pen, at, f, *(const void *const *)p, depth); break;
	case JY_COUNT:
		fprintf(pen->to, "%.*s%s = %ld\n", (int)at, pen->path, f->name, *(const long *)p);
		break;
	case JY_ORDINAL:
		fprintf(pen->to, "%.*s%s = %d\n", (int)at, pen->path, f->name, *(const int *)p);
		break;
	case JY_FLAG:
		fprintf(pen->to, "%.*s%s = %d\n", (int)at, pen->path, f->name, *(const bool *)p);
		break;
	}
}

static void
put_object(struct pen *pen, size_t at, const struct jy_shape *shape, const void *object, int depth)
{
	for (const struct jy_field *f = shape->fields; f->name; f++)
		put_field(pen, at, f, object, depth);
}

char *
dump(const struct jy_minutes *minutes, bool places)
{
	struct pen pen = {.places = places};
	char *text;
	size_t size;

	pen.to = must(open_memstream(&text, &size));
	put_object(&pen, 0, jy_minutes_shape(), minutes, 0);
	fclose(pen.to);
	return must(text);
}

bool
dumps_differ(const char *a, const char *b, char *buffer, size_t size)
{
	const char *line_a = a, *line_b = b;

	for (; *a && *a == *b; a++, b++)
		if (*a == '\n') {
			line_a = a + 1;
			line_b = b + 1;
		}
	if (*a == *b)
		return false;
	snprintf(buffer, size, "first '%.*s', then '%.*s'", (int)strcspn(line_a, "\n"), line_a,
	    (int)strcspn(line_b, "\n"), line_b);
	return true;
}
