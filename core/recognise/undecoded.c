/* What a reader could not decode (U+FFFD), told by page and by field: it is in names and numbers that
 * it does harm, and these hold few characters. */
#include <stdlib.h>
#include <string.h>

#include "stages.h"

/* Characters of one text of the model, or (no path) the glyphs of one page. */
struct loss { int page; const char *path; long count; };
struct losses { struct arena *arena; struct loss *at; size_t count, room; };

static void
add_loss(struct losses *l, int page, const char *path, long count)
{
	if (l->count == l->room) {
		l->room = l->room * 2 + 16;
		l->at = must_realloc(l->at, l->room, sizeof(*l->at));
	}
	l->at[l->count++] = (struct loss){page, path, count};
}

static void
add_text_loss(struct losses *l, int page, const char *path, struct jy_text text)
{
	static const char mark[] = "\xEF\xBF\xBD";
	const char *s = text.s, *end = s ? s + text.len : NULL;
	long count = 0;

	while (s && (s = memmem(s, (size_t)(end - s), mark, sizeof(mark) - 1))) {
		s += sizeof(mark) - 1;
		count++;
	}
	if (count)
		add_loss(l, page, path, count);
}

static void lose_object(struct losses *, int page, const char *path, const struct jy_shape *,
    const void *object);

static void
lose_field(struct losses *l, int page, const char *path, const struct jy_field *f,
    const void *object)
{
	switch (f->kind) {
	case JY_TEXT:
		add_text_loss(l, page, path, *JY_CONST_FIELD(object, f, struct jy_text));
		break;
	case JY_TEXTS:
		for (const struct jy_string *t = *JY_CONST_FIELD(object, f, struct jy_string *); t;
		     t = t->next)
			add_text_loss(l, page, path, t->text);
		break;
	case JY_OBJECT:
		lose_object(l, page, path, f->shape, *JY_CONST_FIELD(object, f, void *));
		break;
	case JY_LIST:	/* every struct that stands in one begins with its next */
		for (void *const *o = *JY_CONST_FIELD(object, f, void *); o; o = *o)
			lose_object(l, page, path, f->shape, o);
		break;
	default:
		break;
	}
}

/* The page of the object itself, or of the one that it stands in. */
static int
page_of(const struct jy_shape *shape, const void *object, int page)
{
	for (const struct jy_field *f = shape->fields; f->name; f++)
		if (f->kind == JY_PLACE && JY_CONST_FIELD(object, f, struct jy_place)->page)
			return JY_CONST_FIELD(object, f, struct jy_place)->page;
	return page;
}

/* What tells of the file or only repeats (a decision its clause) is no loss of its own. */
static bool
is_aside(const char *path)
{
	return strcmp(path, "source") == 0 || strcmp(path, "checks") == 0
	    || strcmp(path, "furniture") == 0 || strcmp(path, "residue") == 0
	    || strcmp(path, "decisions.text") == 0;
}

static void
lose_object(struct losses *l, int page, const char *path, const struct jy_shape *shape,
    const void *object)
{
	if (!object)
		return;
	page = page_of(shape, object, page);
	for (const struct jy_field *f = shape->fields; f->name; f++) {
		const char *name = *path ? arena_printf(l->arena, "%s.%s", path, f->name).s
					 : f->name;

		if (!is_aside(name))
			lose_field(l, page, name, f, object);
	}
}

static int
by_page(const void *a, const void *b)
{
	const struct loss *x = a, *y = b;

	if (x->page != y->page)
		return x->page - y->page;
	return strcmp(x->path, y->path);
}

/* The checks of the page whose losses begin at AT, its own sum (no path) first; how many they are. */
static size_t
tell_page(struct sheet *s, const struct losses *l, size_t at)
{
	const char *between = "", *fields = "";
	size_t i = at, n;
	long sum = 0;

	for (; i < l->count && l->at[i].page == l->at[at].page; i += n) {
		long count = 0;

		for (n = 0; i + n < l->count && by_page(&l->at[i], &l->at[i + n]) == 0; n++)
			count += l->at[i + n].count;
		if (!*l->at[i].path) {
			sum = count;
			continue;
		}
		fields =
		    arena_printf(s->arena, "%s%s%s %ld", fields, between, l->at[i].path, count).s;
		between = ", ";
	}
	check(s, "warning", "undecoded", NOWHERE,
	    sum ? JY_WORD("%ld of this page's characters could not be decoded%-s%s")
		: JY_WORD("%ld here, but more of what begins here could not be decoded%-s%s"),
	    sum, *fields ? JY_WORD(": ") : "", fields)
	    ->page = l->at[at].page;
	return i;
}

void
tell_undecoded(struct sheet *s)
{
	struct losses losses = {.arena = s->arena};
	const struct jy_minutes *m = s->m;

	if (!m->account->undecoded)
		return;
	lose_object(&losses, 1, "", jy_minutes_shape(), m);
	for (size_t i = 0; i < s->count; i++)
		if (s->glyphs[i].code == REPLACEMENT && s->glyphs[i].owner != FURNITURE)
			add_loss(&losses, s->rows[s->glyphs[i].line].line->at.page, "", 1);
	for (const struct jy_scrap *f = m->furniture; f; f = f->next)
		add_text_loss(&losses, f->page, "", f->text);
	if (losses.count)
		qsort(losses.at, losses.count, sizeof(*losses.at), by_page);
	for (size_t i = 0; i < losses.count;)
		i = tell_page(s, &losses, i);
	free(losses.at);
}
