/* One difference, one line: the way to it, what the output says, what the source says and where. */
#include <string.h>

#include "verify.h"

enum {
	MOST_SHOWN = 50,	/* differences */
	BEFORE = 24,		/* bytes of a text before its difference */
	BEHIND = 48
};

static void
put_path(const struct step *step)
{
	if (!step->name)
		return;
	put_path(step->up);
	printf("%s%s", step->up->name ? "." : "", step->name);
	if (step->listed)
		printf("[%zu]", step->index);
}

/* Where the object was read: its place, or the page and line that scraps and checks have. */
static struct jy_place
place_of(const struct jy_shape *shape, const void *object)
{
	struct jy_place at = {0};

	for (const struct jy_field *f = shape->fields; f->name; f++) {
		if (f->kind == JY_PLACE)
			return *JY_CONST_FIELD(object, f, struct jy_place);
		if (f->kind == JY_ORDINAL && strcmp(f->name, "page") == 0)
			at.page = *JY_CONST_FIELD(object, f, int);
		else if (f->kind == JY_ORDINAL && strcmp(f->name, "line") == 0)
			at.first_line = at.last_line = *JY_CONST_FIELD(object, f, int);
	}
	return at;
}

static void
put_lines(const struct jy_place *at)
{
	tell(stdout, "page %d", at->page);
	if (at->first_line > 0 && at->last_line > at->first_line)
		tell(stdout, ", lines %d-%d", at->first_line, at->last_line);
	else if (at->first_line > 0)
		tell(stdout, ", line %d", at->first_line);
}

/* Counts a difference and begins its line; false: it is not to be shown. */
static bool
begin(struct tally *t, const struct step *step)
{
	if (++t->differences > MOST_SHOWN || t->quiet)
		return false;
	put_path(step);
	fputs(": ", stdout);
	return true;
}

static void
put_between(void)
{
	fputs(_(" in the output, "), stdout);
}

/* Ends a line with the place of the nearest object that has one. */
static void
end(const struct step *step)
{
	struct jy_place at = {0};

	for (; step && !at.page; step = step->up)
		if (step->object)
			at = place_of(step->shape, step->object);
	fputs(_(" in the source"), stdout);
	if (at.page) {
		fputs(_(", "), stdout);
		put_lines(&at);
	}
	putchar('\n');
}

/* The start of the character that byte I belongs to. */
static size_t
start_of_character(const char *s, size_t i)
{
	while (i > 0 && ((unsigned char)s[i] & 0xc0) == 0x80)
		i--;
	return i;
}

void
put_excerpt(struct jy_text text, size_t i)
{
	char part[BEFORE + BEHIND + 4];
	size_t from, to;

	if (!text.s) {
		fputs("null", stdout);
		return;
	}
	from = i > BEFORE ? start_of_character(text.s, i - BEFORE) : 0;
	to = text.len - i > BEHIND ? start_of_character(text.s, i + BEHIND) : text.len;
	if (to <= from || to - from >= sizeof(part))	/* only bytes that are no UTF-8 come so far */
		to = from + BEFORE < text.len ? from + BEFORE : text.len;
	memcpy(part, text.s + from, to - from);
	part[to - from] = '\0';
	printf("\"%s", from > 0 ? "…" : "");
	put_harmless(stdout, part);
	printf("%s\"", to < text.len ? "…" : "");
}

void
differ_in_text(struct tally *t, const struct step *step, struct jy_text a, struct jy_text b)
{
	size_t i = 0;

	if (!begin(t, step))
		return;
	while (a.s && b.s && i < a.len && i < b.len && a.s[i] == b.s[i])
		i++;
	put_excerpt(a, i);
	put_between();
	put_excerpt(b, i);
	end(step);
}

void
differ_in_word(struct tally *t, const struct step *step, const char *a, const char *b)
{
	if (!begin(t, step))
		return;
	fputs(a, stdout);
	put_between();
	fputs(b, stdout);
	end(step);
}

static void
put_place(const struct jy_place *at)
{
	if (!at->page) {
		fputs("null", stdout);
		return;
	}
	put_lines(at);
	if (at->x0 != 0 || at->y0 != 0 || at->x1 != 0 || at->y1 != 0)
		tell(stdout, ", box %.2f %.2f %.2f %.2f", at->x0, at->y0, at->x1, at->y1);
	if (at->confidence)
		tell(stdout, ", confidence %d", at->confidence);
}

void
differ_in_place(struct tally *t, const struct step *step, const struct jy_place *a,
    const struct jy_place *b)
{
	if (!begin(t, step))
		return;
	put_place(a);
	put_between();
	put_place(b);
	fputs(_(" in the source"), stdout);
	putchar('\n');
}

/* An object by its texts, a text by itself. */
static void
put_object(const struct jy_shape *shape, const void *object)
{
	const char *before = "{";

	if (!object) {
		fputs(_("nothing"), stdout);
		return;
	}
	if (!shape) {
		put_excerpt(((const struct jy_string *)object)->text, 0);
		return;
	}
	for (const struct jy_field *f = shape->fields; f->name; f++) {
		if (f->kind != JY_TEXT || !JY_CONST_FIELD(object, f, struct jy_text)->s)
			continue;
		printf("%s%s ", before, f->name);
		put_excerpt(*JY_CONST_FIELD(object, f, struct jy_text), 0);
		before = ", ";
	}
	fputs(*before == '{' ? "{}" : "}", stdout);
}

void
differ_in_presence(struct tally *t, const struct step *step, const struct jy_shape *shape,
    const void *a, const void *b)
{
	t->values++;
	if (!begin(t, step))
		return;
	put_object(shape, a);
	put_between();
	put_object(shape, b);
	end(step);
}

void
count_unshown(const struct tally *t)
{
	if (t->differences > MOST_SHOWN)
		tell(stdout, "... and %ld more differences\n", t->differences - MOST_SHOWN);
}
