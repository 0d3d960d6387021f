/* From a row of runs to a line: its spaces and gaps by the distances, its look, its alignment. */
#include "lines.h"

#include <libxml/parserInternals.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* In ems.  How wide a character is was guessed, better for Han characters than for others; and a
 * typesetter stretches a line's characters a little to fill it.  In one run a space is a character,
 * as a rule: there are programs that set Latin letters as far apart as Han characters. */
#define OFD_SPACE 0.25		/* the least between Latin letters of two runs */
#define OFD_WIDE_SPACE 0.4	/* the least beside a Han character */
#define OFD_LOOSE_SPACE 0.8	/* the least beside a Latin letter of the same run */
#define OFD_GAP 0.75		/* wider than a space that was typed once */
#define OFD_TRACKING 0.3	/* the most that a line is stretched */
#define OFD_NOISE 0.05		/* what numbers are rounded by */
#define OFD_MARGIN 0.1		/* of the page's height: where a template has running heads */

struct ofd_spelling {
	struct ofd_lines *lines;
	const struct ofd_scene *scene;
	double tracking;
	const struct ofd_run *run;	/* of the last character that is no space … */
	uint32_t last;
	double end;			/* … and where it ended */
	size_t spaces;			/* bytes of spaces since */
	double told;			/* and how wide they are, in ems */
};

static void
ofd_put_text(struct ofd_lines *l, const void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		l->text = ofd_grow(l->text, l->len, &l->text_room, 1);
		l->text[l->len++] = ((const char *)bytes)[i];
	}
}

static void
ofd_put_character(struct ofd_lines *l, uint32_t c)
{
	xmlChar bytes[8];

	ofd_put_text(l, bytes, (size_t)xmlCopyCharMultiByte(bytes, (int)c));
}

static void
ofd_put_gap(struct ofd_lines *l, const struct ofd_line *line, double ems)
{
	l->gaps = ofd_grow(l->gaps, l->gap_count, &l->gap_room, sizeof(*l->gaps));
	l->gaps[l->gap_count++] = (struct jy_gap){NULL, l->len - line->text, ems};
}

static double
ofd_along(const struct ofd_run *r, const struct ofd_cell *c)
{
	return c->x * r->dx + c->y * r->dy;
}

/* Where cell I of the run ends: before the next, where the guess is too wide. */
static double
ofd_cell_end(const struct ofd_scene *s, const struct ofd_run *r, size_t i)
{
	const struct ofd_cell *c = &s->cells[r->cell + i];
	double end = ofd_along(r, c) + c->width;

	return i + 1 < r->cells ? fmin(end, fmax(ofd_along(r, c + 1), ofd_along(r, c))) : end;
}

/* By how much all characters of the row stand apart, in ems; few characters do not tell. */
static double
ofd_tracking(const struct ofd_scene *s, const struct ofd_piece *p, size_t n)
{
	double least = OFD_TRACKING, end = 0;
	size_t count = 0;

	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < p[k].run->cells; i++) {
			const struct ofd_cell *c = &s->cells[p[k].run->cell + i];

			if (ofd_is_space(c->c))
				continue;
			if (count++)
				least = fmin(least,
				    (ofd_along(p[k].run, c) - end) / p[k].run->size);
			end = ofd_cell_end(s, p[k].run, i);
		}
	return count < 4 ? 0 : fmax(least, 0);
}

/* The space that stands before the character where nothing says one, and the gap where it is wide. */
static void
ofd_spell_space(struct ofd_spelling *w, const struct ofd_line *line, const struct ofd_run *r,
    const struct ofd_cell *c)
{
	double ems = (ofd_along(r, c) - w->end) / fmax(r->size, w->run->size) - w->tracking;
	int wide = (ofd_halves(c->c) == 2) + (ofd_halves(w->last) == 2);
	double least = r == w->run && wide < 2 ? OFD_LOOSE_SPACE
	    : wide                             ? OFD_WIDE_SPACE
					       : OFD_SPACE;

	if (!w->spaces && ems >= least)
		ofd_put_text(w->lines, " ", 1);
	if (ems >= OFD_GAP && ems > w->told + OFD_NOISE)
		ofd_put_gap(w->lines, line, ems);
}

static void
ofd_spell_run(struct ofd_spelling *w, struct ofd_line *line, const struct ofd_run *r, bool placed)
{
	for (size_t i = 0; i < r->cells; i++) {
		const struct ofd_cell *c = &w->scene->cells[r->cell + i];
		size_t before = w->lines->len;

		if (ofd_is_space(c->c)) {
			if (w->run) {
				ofd_put_character(w->lines, c->c);
				w->spaces += w->lines->len - before;
				w->told += c->width / r->size;
			}
			continue;
		}
		if (w->run && placed)
			ofd_spell_space(w, line, r, c);
		ofd_put_character(w->lines, c->c);
		w->run = r;
		w->last = c->c;
		w->end = ofd_cell_end(w->scene, r, i);
		w->spaces = 0;
		w->told = 0;
	}
}

/* Spells the row's text without spaces around it. */
static void
ofd_spell(struct ofd_lines *l, const struct ofd_scene *s, struct ofd_line *line,
    const struct ofd_piece *p, size_t n)
{
	struct ofd_spelling w = {.lines = l, .scene = s};

	if (p->run->placed)
		w.tracking = ofd_tracking(s, p, n);
	line->text = l->len;
	line->gap = l->gap_count;
	for (size_t k = 0; k < n; k++)
		ofd_spell_run(&w, line, p[k].run, p[k].run->placed);
	l->len -= w.spaces;
	line->len = l->len - line->text;
	line->gaps = l->gap_count - line->gap;
}

/* The look of most characters: the majority, found in one pass (Boyer and Moore). */
static void
ofd_look(struct ofd_line *line, const struct ofd_piece *p, size_t n)
{
	size_t lead = 0;

	for (size_t k = 0; k < n; k++) {
		const struct ofd_run *r = p[k].run;

		if (lead && fabs(r->size - line->size) < 0.03 && r->weight == line->weight) {
			lead += r->cells;
		} else if (lead > r->cells) {
			lead -= r->cells;
		} else {
			lead = r->cells - lead;
			line->size = r->size;
			line->weight = r->weight;
		}
	}
}

/* As in every reader of pages: paragraphs begin two ems in and lists of names hang up to half the
 * page, so that only wider margins tell that a line is centred or set to the right.  A title's ems
 * are larger than those of paragraphs. */
static enum jy_align
ofd_align(const struct ofd_edges *edges, double u0, double u1, double em)
{
	double left = u0 - edges->left, right = edges->right - u1;

	em = fmin(em, (edges->right - edges->left) / 25);
	if (left < em && right < 1.5 * em)
		return JY_JUSTIFIED;
	if (left > 2.5 * em && right > 2.5 * em && fabs(left - right) < em)
		return JY_CENTRE;
	if (right < 4.5 * em && left > (edges->right - edges->left) / 2)
		return JY_RIGHT;
	return JY_LEFT;
}

/* Makes the box take a run's in. */
static void
ofd_bound(struct ofd_line *line, const struct ofd_scene *s, const struct ofd_run *r)
{
	const struct ofd_cell *first = &s->cells[r->cell], *last = first + r->cells - 1;
	const double along[] = {0, last->width}, across[] = {-0.88, 0.12};

	for (int i = 0; i < 4; i++) {
		const struct ofd_cell *c = i / 2 ? last : first;
		double u = along[i / 2], v = across[i % 2] * r->size;
		double x = c->x + u * r->dx - v * r->dy, y = c->y + u * r->dy + v * r->dx;

		line->x0 = fmin(line->x0, x);
		line->y0 = fmin(line->y0, y);
		line->x1 = fmax(line->x1, x);
		line->y1 = fmax(line->y1, y);
	}
}

/* What a template has in the margins is a running head. */
static enum jy_origin
ofd_origin(const struct ofd_line *line, const struct ofd_piece *p, size_t n,
    const struct ofd_area *area)
{
	double middle = (line->y0 + line->y1) / 2 / area->height;

	for (size_t k = 0; k < n; k++)
		if (p[k].run->fixed && area->origin == JY_BODY)
			return middle < OFD_MARGIN    ? JY_HEADER
			    : middle > 1 - OFD_MARGIN ? JY_FOOTER
						      : JY_BODY;
	return area->origin;
}

static void
ofd_place(struct ofd_line *line, const struct ofd_scene *s, const struct ofd_piece *p, size_t n,
    const struct ofd_edges *edges, const struct ofd_area *area)
{
	const struct ofd_run *first = p->run;
	size_t i = 0;

	line->x0 = line->y0 = INFINITY;
	line->x1 = line->y1 = -INFINITY;
	for (size_t k = 0; k < n; k++)
		ofd_bound(line, s, p[k].run);
	line->x0 -= area->x;
	line->x1 -= area->x;
	line->y0 -= area->y;
	line->y1 -= area->y;
	while (i + 1 < first->cells && ofd_is_space(s->cells[first->cell + i].c))
		i++;
	line->indent = ofd_along(first, &s->cells[first->cell + i]) - edges->left;
	line->align = ofd_align(edges, edges->left + line->indent, p[n - 1].u1, line->size);
	line->origin = ofd_origin(line, p, n, area);
}

void
ofd_add_row(struct ofd_lines *l, const struct ofd_scene *s, const struct ofd_piece *p, size_t n,
    const struct ofd_edges *edges, const struct ofd_area *area)
{
	struct ofd_line line = {.page = area->page, .origin = area->origin};

	ofd_spell(l, s, &line, p, n);
	ofd_look(&line, p, n);
	if (edges)
		ofd_place(&line, s, p, n, edges, area);
	l->at = ofd_grow(l->at, l->n, &l->room, sizeof(*l->at));
	l->at[l->n++] = line;
}

void
ofd_free_lines(struct ofd_lines *l)
{
	free(l->at);
	free(l->gaps);
	free(l->text);
}
