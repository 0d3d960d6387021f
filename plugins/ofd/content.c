/* Objects and resources.  Layers and blocks only group them: whatever is in one is walked. */
#include "content.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum {
	OFD_MOST = 4 << 20,	/* characters of a page */
	OFD_NESTED = 8,		/* pieces within pieces */
	OFD_SHOW = 64		/* bytes that a character of a piece is counted as when it is shown */
};

bool
ofd_is_hidden(const struct ofd_stream *s)
{
	return ofd_get_is(s, "Visible", "false") || ofd_get_is(s, "Visible", "0")
	    || ofd_get_is(s, "Alpha", "0");
}

struct ofd_matrix
ofd_object_matrix(const struct ofd_stream *s, struct ofd_matrix outer, bool *bounded)
{
	struct ofd_matrix corner = OFD_UNIT, own = OFD_UNIT;
	double box[4], m[6];

	*bounded = ofd_numbers(ofd_get(s, "Boundary"), box, 4) >= 2;
	if (*bounded) {
		corner.e = box[0];
		corner.f = box[1];
	}
	if (ofd_numbers(ofd_get(s, "CTM"), m, 6) == 6)
		own = (struct ofd_matrix){m[0], m[1], m[2], m[3], m[4], m[5]};
	return ofd_combine(ofd_combine(own, corner), outer);
}

bool
ofd_may_grow(struct ofd_archive *a, const struct ofd_scene *scene, size_t n)
{
	if (n > OFD_MOST - scene->cell_count)
		ofd_exceed(a, jy_words(a->task, "a page has more than %d characters", OFD_MOST));
	return !a->over;
}

static void
ofd_read_use(struct ofd_stream *s, struct ofd_scene *scene, struct ofd_pen pen)
{
	const char *id = ofd_get(s, "ResourceID");
	struct ofd_use *use;
	bool bounded;

	if (!id)
		return;
	use = ofd_add_use(scene);
	use->id = ofd_must(strdup(id));
	use->matrix = ofd_object_matrix(s, pen.matrix, &bounded);
	use->hidden = pen.hidden || ofd_is_hidden(s);
	use->fixed = pen.fixed;
}

bool
ofd_read_object(struct ofd_stream *s, const struct ofd_resources *resources,
    struct ofd_scene *scene, struct ofd_pen pen)
{
	if (ofd_is(s, "TextObject")) {
		ofd_read_text(s, resources, scene, pen);
		return true;
	}
	if (ofd_is(s, "CompositeObject"))
		ofd_read_use(s, scene, pen);
	else if (ofd_is(s, "ImageObject"))
		scene->pictures += !pen.fixed;
	else if (ofd_is(s, "PathObject"))
		scene->shapes += !pen.fixed;
	else
		return false;
	ofd_pass(s);
	return true;
}

static void
ofd_show_run(struct ofd_scene *to, const struct ofd_scene *unit, const struct ofd_run *from,
    const struct ofd_use *use)
{
	const struct ofd_matrix *m = &use->matrix;
	double dx = m->a * from->dx + m->c * from->dy, dy = m->b * from->dx + m->d * from->dy;
	double along = hypot(dx, dy);
	struct ofd_run *run = ofd_add_run(to);
	size_t first = run->cell;

	*run = *from;
	run->cell = first;
	run->hidden |= use->hidden;
	run->fixed = use->fixed;
	run->placed &= along > 0;
	run->size *= hypot(m->c, m->d);
	if (along > 0) {
		run->dx = dx / along;
		run->dy = dy / along;
	}
	for (size_t i = 0; i < from->cells; i++) {
		struct ofd_cell *cell = ofd_add_cell(to);

		*cell = unit->cells[from->cell + i];
		ofd_move(m, cell->x, cell->y, &cell->x, &cell->y);
		cell->width *= along;
	}
}

static void
ofd_show(struct ofd_archive *a, const struct ofd_resources *resources, struct ofd_scene *to,
    const struct ofd_use *use, int depth)
{
	struct ofd_scene *unit = xmlHashLookup(resources->units, BAD_CAST use->id);
	char id[41];

	to->shapes += !use->fixed;
	if (!unit || unit->busy || depth > OFD_NESTED) {
		snprintf(id, sizeof(id), "%s", use->id);
		ofd_tell_fault_of(a, JY_WORD("drawing "), id,
		    unit ? JY_WORD("is within itself, or too deep in others")
			 : JY_WORD("is not in the resources"));
		return;
	}
	if (!ofd_may_grow(a, to, unit->cell_count)
	    || !ofd_spend(a, OFD_SHOW * (long long)(1 + unit->cell_count + unit->use_count)))
		return;
	for (size_t i = 0; i < unit->run_count; i++)
		ofd_show_run(to, unit, &unit->runs[i], use);
	to->pictures += use->fixed ? 0 : unit->pictures;
	unit->busy = true;
	for (size_t i = 0; i < unit->use_count && !a->over; i++) {
		struct ofd_use inner = unit->uses[i];

		inner.matrix = ofd_combine(inner.matrix, use->matrix);
		inner.hidden |= use->hidden;
		inner.fixed = use->fixed;
		ofd_show(a, resources, to, &inner, depth + 1);
	}
	unit->busy = false;
}

void
ofd_show_uses(struct ofd_archive *a, const struct ofd_resources *resources, struct ofd_scene *scene)
{
	for (size_t i = 0; i < scene->use_count && !a->over; i++)
		ofd_show(a, resources, scene, &scene->uses[i], 1);
}

void
ofd_open_resources(struct ofd_resources *r)
{
	r->fonts = ofd_must(xmlHashCreate(0));
	r->units = ofd_must(xmlHashCreate(0));
}

static void
ofd_release_font(void *font, const xmlChar *id)
{
	(void)id;
	free(font);
}

static void
ofd_release_unit(void *unit, const xmlChar *id)
{
	(void)id;
	ofd_free_scene(unit);
	free(unit);
}

void
ofd_free_resources(struct ofd_resources *r)
{
	xmlHashFree(r->fonts, ofd_release_font);
	xmlHashFree(r->units, ofd_release_unit);
}

/* A font says its weight by a flag or by its name. */
static void
ofd_read_font(struct ofd_resources *r, const struct ofd_stream *s, const char *id)
{
	const char *name = ofd_get(s, "FontName"), *family = ofd_get(s, "FamilyName");
	int *weight = ofd_must(malloc(sizeof(*weight)));
	bool bold = ofd_get_is(s, "Bold", "true") || ofd_get_is(s, "Bold", "1")
	    || (name && strcasestr(name, "bold")) || (family && strcasestr(family, "bold"));

	*weight = bold ? 700 : 400;
	xmlHashUpdateEntry(r->fonts, BAD_CAST id, weight, ofd_release_font);
}

static void
ofd_read_unit(struct ofd_resources *r, struct ofd_stream *s, const char *id)
{
	struct ofd_scene *unit = ofd_must(calloc(1, sizeof(*unit)));
	int depth = s->depth;

	xmlHashUpdateEntry(r->units, BAD_CAST id, unit, ofd_release_unit);
	while (ofd_inside(s, depth))
		ofd_read_object(s, r, unit, (struct ofd_pen){OFD_UNIT, false, false});
}

void
ofd_read_resources(struct ofd_resources *r, struct ofd_stream *s)
{
	while (ofd_inside(s, -1)) {
		const char *id = ofd_get(s, "ID");

		if (id && ofd_is(s, "Font"))
			ofd_read_font(r, s, id);
		else if (id && (ofd_is(s, "CompositeGraphicUnit") || ofd_is(s, "VectorG")))
			ofd_read_unit(r, s, id);
	}
}
