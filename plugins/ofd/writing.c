/* Text objects: from numbers in several systems of coordinates to characters on the page. */
#include <libxml/parserInternals.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "content.h"
#include "deltas.h"
#include "text.h"

struct ofd_writing {
	struct ofd_matrix matrix;	/* from the object to the page */
	double size, stretch;		/* of a character: how high, and how much wider */
	int direction;			/* 0, 90, 180, 270: where the next character is */
	int weight;
	double x, y;			/* where the last TextCode began */
	bool placed, hidden, fixed;
};

double
ofd_ems(uint32_t c)
{
	if (ofd_halves(c) != 1)
		return ofd_halves(c) / 2.0;
	if (c < 0x80 && strchr("ijlIt.,:;'!|()[]{}/ ", (int)c))
		return 0.3;
	if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%')
		return 0.85;
	return c >= 'A' && c <= 'Z' ? 0.7 : 0.5;
}

static double
ofd_attribute_number(const struct ofd_stream *s, const char *name, double otherwise)
{
	double number;

	return ofd_numbers(ofd_get(s, name), &number, 1) ? number : otherwise;
}

/* The text without the line ends and indents that a tidied file has around it. */
static void
ofd_trim(const char **text, size_t *len)
{
	size_t before = strspn(*text, " \t\r\n"), after;

	if (memchr(*text, '\n', before)) {
		*text += before;
		*len -= before;
	}
	while (after = *len, after && strchr(" \t\r\n", (*text)[after - 1]))
		(*len)--;
	after = strspn(*text + *len, " \t\r\n");
	if (!memchr(*text + *len, '\n', after))
		*len += after;
}

/* Adds the characters, placed in the object's own system. */
static void
ofd_write(const struct ofd_writing *w, struct ofd_scene *scene, const char *text, size_t len,
    struct ofd_deltas dx, struct ofd_deltas dy)
{
	static const double steps[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
	const double *step = steps[w->direction / 90];
	double x = w->x, y = w->y, by_x, by_y;
	bool moved;

	while (len) {
		int size = (int)(len < 4 ? len : 4), c = xmlGetUTF8Char(BAD_CAST text, &size);
		struct ofd_cell *cell = ofd_add_cell(scene);

		if (c < 0)
			size = 1;
		cell->c = c < 0 ? 0xFFFD : c < 0x20 ? ' ' : (uint32_t)c;
		cell->x = x;
		cell->y = y;
		cell->width = ofd_ems(cell->c) * w->size * w->stretch;
		by_x = by_y = 0;
		moved = ofd_next_delta(&dx, &by_x);
		moved |= ofd_next_delta(&dy, &by_y);
		if (moved) {
			x += by_x;
			y += by_y;
		} else {
			x += cell->width * step[0];
			y += cell->width * step[1];
		}
		text += size;
		len -= (size_t)size;
	}
}

/* The direction that N cells run in: along an axis, if most of what lies between them does. */
static void
ofd_direct(const struct ofd_writing *w, const struct ofd_cell *cells, size_t n, double *dx,
    double *dy)
{
	static const double ahead[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
	double x = 0, y = 0, all_x = 0, all_y = 0;

	for (size_t i = 1; i < n; i++) {
		x += cells[i].x - cells[i - 1].x;
		y += cells[i].y - cells[i - 1].y;
		all_x += fabs(cells[i].x - cells[i - 1].x);
		all_y += fabs(cells[i].y - cells[i - 1].y);
	}
	*dx = ahead[w->direction / 90][0];
	*dy = ahead[w->direction / 90][1];
	if (all_x == 0 && all_y == 0)
		return;
	if (all_y <= 0.3 * all_x) {
		*dx = x < -0.5 * all_x ? -1 : 1;
		*dy = 0;
	} else if (all_x <= 0.3 * all_y) {
		*dx = 0;
		*dy = y < -0.5 * all_y ? -1 : 1;
	} else if (hypot(x, y) > 0) {
		*dx = x / hypot(x, y);
		*dy = y / hypot(x, y);
	}
}

/* Begins a run as the object has it. */
static struct ofd_run *
ofd_begin_run(const struct ofd_writing *w, struct ofd_scene *scene, size_t cell)
{
	struct ofd_run *run = ofd_add_run(scene);

	run->cell = cell;
	run->size = w->size * hypot(w->matrix.c, w->matrix.d);
	run->weight = w->weight;
	run->placed = w->placed && run->size > 0.01;
	run->hidden = w->hidden;
	run->fixed = w->fixed;
	return run;
}

/* Whether B, half a size or more beside the base line of A or before it, stands on another line. */
static bool
ofd_turns(const struct ofd_cell *a, const struct ofd_cell *b, const struct ofd_run *run)
{
	double x = b->x - a->x, y = b->y - a->y;

	return fabs(y * run->dx - x * run->dy) > run->size / 2
	    || x * run->dx + y * run->dy < -run->size / 2;
}

/* Makes runs of the cells from FIRST on, and moves these to the page. */
static void
ofd_make_runs(const struct ofd_writing *w, struct ofd_scene *scene, size_t first)
{
	const struct ofd_matrix *m = &w->matrix;
	struct ofd_run *run = NULL;
	double dx, dy, x, y, along;

	if (first == scene->cell_count)
		return;
	ofd_direct(w, scene->cells + first, scene->cell_count - first, &dx, &dy);
	x = m->a * dx + m->c * dy;
	y = m->b * dx + m->d * dy;
	along = hypot(x, y);
	for (size_t i = first; i < scene->cell_count; i++) {
		struct ofd_cell *cell = &scene->cells[i];

		ofd_move(m, cell->x, cell->y, &cell->x, &cell->y);
		cell->width *= along;
		if (!run || (run->placed && ofd_turns(cell - 1, cell, run))) {
			run = ofd_begin_run(w, scene, i);
			run->placed &= along > 0 && isfinite(along);
			if (run->placed) {
				run->dx = x / along;
				run->dy = y / along;
			}
		}
		run->cells++;
	}
}

static void
ofd_read_code(struct ofd_stream *s, struct ofd_writing *w, struct ofd_scene *scene, bool bounded)
{
	const char *dx = ofd_get(s, "DeltaX"), *dy = ofd_get(s, "DeltaY");
	double x, y;
	bool at = ofd_numbers(ofd_get(s, "X"), &x, 1), on = ofd_numbers(ofd_get(s, "Y"), &y, 1);
	char *copy_x = dx ? ofd_must(strdup(dx)) : NULL, *copy_y = dy ? ofd_must(strdup(dy)) : NULL;
	char *text = ofd_get_text(s);
	const char *start = text;
	size_t len = strlen(text), first = scene->cell_count;

	w->x = at ? x : w->x;
	w->y = on ? y : w->y;
	w->placed |= bounded || (at && on);
	ofd_trim(&start, &len);
	if (ofd_may_grow(s->archive, scene, len))
		ofd_write(w, scene, start, len, ofd_deltas(copy_x), ofd_deltas(copy_y));
	ofd_make_runs(w, scene, first);
	free(copy_x);
	free(copy_y);
	free(text);
}

static int
ofd_weight(const struct ofd_stream *s, const struct ofd_resources *resources)
{
	const char *font = ofd_get(s, "Font");
	const int *weight = font ? xmlHashLookup(resources->fonts, BAD_CAST font) : NULL;
	double own = ofd_attribute_number(s, "Weight", 0);

	if (own >= 100 && own <= 1000 && own != 400)
		return (int)own;
	return weight ? *weight : 400;
}

/* What the writing looks like, by the text object just opened. */
static struct ofd_writing
ofd_begin_writing(const struct ofd_stream *s, const struct ofd_resources *resources,
    struct ofd_pen pen, bool *bounded)
{
	struct ofd_writing w = {
		.size = ofd_attribute_number(s, "Size", 0),
		.stretch = ofd_attribute_number(s, "HScale", 1),
		.weight = ofd_weight(s, resources),
		.hidden = pen.hidden || ofd_is_hidden(s),
		.fixed = pen.fixed,
	};
	double direction = ofd_attribute_number(s, "ReadDirection", 0);

	w.hidden |= ofd_get_is(s, "Fill", "false") && !ofd_get_is(s, "Stroke", "true");
	w.direction = direction == 90 ? 90 : direction == 180 ? 180 : direction == 270 ? 270 : 0;
	w.matrix = ofd_object_matrix(s, pen.matrix, bounded);
	if (w.size <= 0)
		w.size = 5;
	if (w.stretch <= 0)
		w.stretch = 1;
	w.y = w.size * 0.88;	/* the base of a Han character, where its text does not say */
	return w;
}

void
ofd_read_text(struct ofd_stream *s, const struct ofd_resources *resources, struct ofd_scene *scene,
    struct ofd_pen pen)
{
	size_t first = scene->run_count;
	int depth = s->depth;
	bool bounded, hidden = false;
	struct ofd_writing w = ofd_begin_writing(s, resources, pen, &bounded);

	while (ofd_inside(s, depth)) {
		if (ofd_is(s, "TextCode")) {
			ofd_read_code(s, &w, scene, bounded);
			continue;
		}
		hidden |= ofd_is(s, "FillColor") && ofd_get_is(s, "Alpha", "0");
		ofd_pass(s);
	}
	for (size_t i = first; i < scene->run_count; i++)
		scene->runs[i].hidden |= hidden;
}

void
ofd_write_plain(struct ofd_archive *a, struct ofd_scene *scene, const char *text)
{
	struct ofd_writing w = {.matrix = OFD_UNIT, .size = 5, .stretch = 1, .weight = 400};
	size_t first = scene->cell_count;

	if (!ofd_may_grow(a, scene, strlen(text)))
		return;
	ofd_write(&w, scene, text, strlen(text), ofd_deltas(NULL), ofd_deltas(NULL));
	ofd_make_runs(&w, scene, first);
}
