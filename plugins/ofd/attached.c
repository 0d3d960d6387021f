/*
 * Pages are for people and the attachment is for programs; whoever changes one of them must not
 * have the other believed.  So the minutes are set once more, as if they were written again, and
 * each line has to be where it is on the pages.
 */
#include "attached.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../tree/tree.h"
#include "content.h"
#include "layout.h"
#include "stream.h"

enum { OFD_MOST = 32 << 20 };	/* bytes of an attachment: a tree of them costs many times more */

/* The page of index N as it would be read. */
static void
ofd_see_page(const struct ofd_sheets *s, size_t n, struct ofd_scene *scene)
{
	ofd_clear_scene(scene);
	for (size_t i = s->pages[n]; i < ofd_page_end(s, n); i++) {
		const struct ofd_object *o = &s->objects[i];
		struct ofd_run *run;
		int x = o->x;

		scene->shapes += !o->glyphs;
		if (!o->glyphs)
			continue;
		run = ofd_add_run(scene);
		run->size = o->height / 1000.0;
		run->cells = o->glyphs;
		run->weight = 400;
		run->placed = true;
		for (size_t k = 0; k < o->glyphs; k++) {
			const struct ofd_glyph *g = &s->glyphs[o->glyph + k];
			struct ofd_cell *cell = ofd_add_cell(scene);

			cell->c = g->c < 0x20 ? ' ' : g->c;
			cell->x = x / 1000.0;
			cell->y = (o->y + o->height * 88 / 100) / 1000.0;
			cell->width = ofd_ems(cell->c) * run->size;
			x += g->advance;
		}
	}
}

/* The lines that the minutes are set in; how many rules there are between them. */
static long
ofd_set_again(struct ofd_lines *lines, const struct jy_minutes *m)
{
	struct ofd_sheets sheets = {0};
	struct ofd_scene scene = {0};
	long rules = 0;

	ofd_layout(&sheets, m);
	for (size_t i = 0; i < sheets.now.pages; i++) {
		struct ofd_area area = {.page = (int)i + 1,
		    .origin = JY_BODY,
		    .width = OFD_PAGE_WIDTH / 1000.0,
		    .height = OFD_PAGE_HEIGHT / 1000.0};

		ofd_see_page(&sheets, i, &scene);
		ofd_arrange(lines, &scene, &area);
		rules += scene.shapes;
	}
	ofd_free_scene(&scene);
	ofd_free(&sheets);
	return rules;
}

static bool
ofd_is_near(double a, double b)
{
	return fabs(a - b) < 0.01;
}

static bool
ofd_is_same(const struct ofd_lines *l, const struct ofd_line *a, const struct ofd_lines *m,
    const struct ofd_line *b)
{
	return a->page == b->page && a->origin == b->origin && a->len == b->len
	    && memcmp(l->text + a->text, m->text + b->text, a->len) == 0
	    && ofd_is_near(a->size, b->size) && ofd_is_near(a->x0, b->x0)
	    && ofd_is_near(a->x1, b->x1) && ofd_is_near(a->y0, b->y0) && ofd_is_near(a->y1, b->y1);
}

/* 0, or the first page that is not as the minutes would be set. */
static int
ofd_find_difference(const struct ofd_sight *seen, const struct jy_minutes *m)
{
	const struct ofd_lines *lines = seen->lines;
	struct ofd_lines again = {0};
	long rules = ofd_set_again(&again, m);
	int page = 0;
	size_t i = 0;

	while (
	    i < lines->n && i < again.n && ofd_is_same(lines, &lines->at[i], &again, &again.at[i]))
		i++;
	if (i < lines->n)
		page = lines->at[i].page;
	else if (i < again.n)
		page = again.at[i].page;
	else if (seen->pictures || seen->hidden || seen->shapes != rules)
		page = 1;
	ofd_free_lines(&again);
	return page;
}

/* A root of minutes that is not the builder's, for what may turn out not to be believed. */
static struct jy_minutes *
ofd_make_minutes(struct jy_builder *b)
{
	struct jy_minutes *m = jy_make(b, jy_minutes_shape());

	for (const struct jy_field *f = jy_minutes_shape()->fields; f->name; f++)
		if (f->kind == JY_OBJECT)
			*JY_FIELD(m, f, void *) = jy_make(b, f->shape);
	return m;
}

static bool
ofd_judge(struct ofd_archive *a, struct jy_bytes text, const struct ofd_sight *seen,
    struct jy_builder *b)
{
	struct jy_minutes *m = ofd_make_minutes(b);
	struct tree_fault fault = {.task = a->task};
	int page;

	if (text.size > OFD_MOST) {
		jy_warn(a->task, 0, "attachment-differs",
		    "the minutes that are attached are larger than any, so the pages were read");
		return false;
	}
	if (tree_read(text, b, m, NULL, &fault)) {
		jy_warn(a->task, 0, "attachment-differs",
		    "the minutes that are attached cannot be read, so the pages were: %-s",
		    fault.text);
		return false;
	}
	page = ofd_find_difference(seen, m);
	if (page) {
		jy_warn(a->task, page, "attachment-differs",
		    "this page and the minutes that are "
		    "attached differ: one of them was changed, and the pages were read");
		return false;
	}
	return tree_read(text, b, jy_minutes(b), a->task, &fault) == 0;
}

bool
ofd_restore(struct ofd_archive *a, const struct ofd_entry *attachment, const struct ofd_sight *seen,
    struct jy_builder *b)
{
	size_t size;
	char *text = ofd_read_bytes(a, attachment, &size);
	bool restored = text
	    && ofd_judge(a, (struct jy_bytes){(const unsigned char *)text, size}, seen, b);

	free(text);
	return restored;
}
