/* Two minutes, value by value, along the table of the model. */
#include <stdio.h>
#include <string.h>

#include "verify.h"

static void compare_objects(struct tally *, const struct step *, const struct jy_shape *,
    const void *, const void *);

static void
compare_texts(struct tally *t, const struct step *step, struct jy_text a, struct jy_text b)
{
	t->values++;
	if (!a.s != !b.s || a.len != b.len || (a.s && memcmp(a.s, b.s, a.len) != 0))
		differ_in_text(t, step, a, b);
}

static void
compare_words(struct tally *t, const struct step *step, const char *a, const char *b)
{
	t->values++;
	if (strcmp(a, b) != 0)
		differ_in_word(t, step, a, b);
}

static void
compare_numbers(struct tally *t, const struct step *step, long a, long b, bool nullable)
{
	char words[2][24] = {"null", "null"};

	if (a || !nullable)
		snprintf(words[0], sizeof(words[0]), "%ld", a);
	if (b || !nullable)
		snprintf(words[1], sizeof(words[1]), "%ld", b);
	compare_words(t, step, words[0], words[1]);
}

/* Outputs hold two decimals of a point; no page is a million points wide.  (libm would round, too, but
 * a program is slower to start for each library.) */
static long
hundredths(double points)
{
	return points < -1e6 || points > 1e6 ? (points < 0 ? -100000000 : 100000000)
					     : (long)(points * 100 + (points < 0 ? -0.5 : 0.5));
}

static bool
is_same_point(double a, double b)
{
	return hundredths(a) == hundredths(b);
}

static void
compare_places(struct tally *t, const struct step *step, const struct jy_place *a,
    const struct jy_place *b)
{
	t->placed += a->page > 0;
	if (!t->places && !a->confidence && !b->confidence)	/* what OCR has read is placed always */
		return;
	t->values++;
	if (a->confidence != b->confidence || a->page != b->page || a->first_line != b->first_line
	    || a->last_line != b->last_line || !is_same_point(a->x0, b->x0)
	    || !is_same_point(a->y0, b->y0) || !is_same_point(a->x1, b->x1)
	    || !is_same_point(a->y1, b->y1))
		differ_in_place(t, step, a, b);
}

/* One element of a list, or an object; a text where there is no shape.  Either may be NULL. */
static void
compare_each(struct tally *t, struct step *step, const struct jy_shape *shape, const void *a,
    const void *b)
{
	step->shape = shape;
	step->object = shape ? b : NULL;
	if (!a || !b)
		differ_in_presence(t, step, shape, a, b);
	else if (shape)
		compare_objects(t, step, shape, a, b);
	else
		compare_texts(t, step, ((const struct jy_string *)a)->text,
		    ((const struct jy_string *)b)->text);
}

static bool
is_same(const struct tally *t, const struct jy_shape *shape, const void *a, const void *b)
{
	struct tally quiet = {.places = t->places, .quiet = true};

	compare_each(&quiet, &(struct step){0}, shape, a, b);
	return quiet.differences == 0;
}

/* Every struct that can stand in a list begins with its next. */
static const void *
next_of(const void *element)
{
	return *(const void *const *)element;
}

static size_t
length(const void *list)
{
	size_t n = 0;

	for (; list; list = next_of(list))
		n++;
	return n;
}

/* Where in the shorter list the longer one has EXTRA elements more: where the fewest of the others
 * differ then. */
static size_t
find_gap(const struct tally *t, const struct jy_shape *shape, const void *shorter,
    const void *longer, size_t extra)
{
	const void *after = longer;
	size_t gap = 0;
	long best = 0, now = 0;

	while (extra--)
		after = next_of(after);
	for (size_t i = 1; shorter; i++) {
		now += is_same(t, shape, shorter, longer);
		now -= is_same(t, shape, shorter, after);
		if (now > best) {
			best = now;
			gap = i;
		}
		shorter = next_of(shorter);
		longer = next_of(longer);
		after = next_of(after);
	}
	return gap;
}

/* A step is counted in the output, but for what only the source has. */
static void
compare_lists(struct tally *t, const struct step *up, const struct jy_field *f, const void *a,
    const void *b)
{
	size_t n = length(a), m = length(b), missing = m > n ? m - n : 0, more = n > m ? n - m : 0;
	size_t gap = 0;

	if (missing && !t->quiet)
		gap = find_gap(t, f->shape, a, b, missing);
	else if (more && !t->quiet)
		gap = find_gap(t, f->shape, b, a, more);
	for (size_t i = 0, j = 0; (a || b) && !(t->quiet && t->differences);) {
		bool lacks = missing && i >= gap, exceeds = more && j >= gap;
		struct step step = {.up = up,
		    .name = f->name,
		    .listed = true,
		    .index = lacks ? j : i};

		compare_each(t, &step, f->shape, lacks ? NULL : a, exceeds ? NULL : b);
		if (!lacks) {
			a = next_of(a);
			i++;
		}
		if (!exceeds) {
			b = next_of(b);
			j++;
		}
		missing -= lacks;
		more -= exceeds;
	}
}

static void
compare_fields(struct tally *t, const struct step *up, const struct jy_field *f, const void *a,
    const void *b)
{
	struct step step = {.up = up, .name = f->name};
	const void *p = JY_CONST_FIELD(a, f, void), *q = JY_CONST_FIELD(b, f, void);

	switch (f->kind) {
	case JY_TEXT:
		compare_texts(t, &step, *(const struct jy_text *)p, *(const struct jy_text *)q);
		break;
	case JY_COUNT:
		compare_numbers(t, &step, *(const long *)p, *(const long *)q, false);
		break;
	case JY_ORDINAL:
		compare_numbers(t, &step, *(const int *)p, *(const int *)q, true);
		break;
	case JY_FLAG:
		compare_words(t, &step, *(const bool *)p ? "true" : "false",
		    *(const bool *)q ? "true" : "false");
		break;
	case JY_PLACE:
		compare_places(t, &step, p, q);
		break;
	case JY_OBJECT:
		p = *(const void *const *)p;
		q = *(const void *const *)q;
		if (p || q)
			compare_each(t, &step, f->shape, p, q);
		break;
	case JY_TEXTS:
	case JY_LIST:
		compare_lists(t, up, f, *(const void *const *)p, *(const void *const *)q);
		break;
	}
}

static void
compare_objects(struct tally *t, const struct step *up, const struct jy_shape *shape, const void *a,
    const void *b)
{
	for (const struct jy_field *f = shape->fields; f->name; f++)
		if (!t->quiet || !t->differences)
			compare_fields(t, up, f, a, b);
}

struct tally
compare_minutes(const struct jy_minutes *output, const struct jy_minutes *source, bool places)
{
	struct tally tally = {.places = places};
	struct step root = {.shape = jy_minutes_shape(), .object = source};

	compare_objects(&tally, &root, jy_minutes_shape(), output, source);
	count_unshown(&tally);
	return tally;
}
