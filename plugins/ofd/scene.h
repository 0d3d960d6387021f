/* What a page (or a piece of one) shows: characters with their places, in runs of one look. */
#ifndef JIYAO_OFD_SCENE_H
#define JIYAO_OFD_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* x' = a x + c y + e, y' = b x + d y + f: the CTM of the standard. */
struct ofd_matrix { double a, b, c, d, e, f; };
#define OFD_UNIT ((struct ofd_matrix){1, 0, 0, 1, 0, 0})

/* A character, the point on the base line where it begins, and how wide it is; in millimetres. */
struct ofd_cell { uint32_t c; double x, y, width; };
struct ofd_run {
	size_t cell, cells;		/* the first, and how many */
	double dx, dy;			/* the direction it runs in, of length 1 */
	double size;
	int weight;
	bool placed;			/* it is known where; else the cells' places mean nothing */
	bool hidden;
	bool fixed;			/* it stands in a template */
};
/* A piece that the resources define, and the scene shows. */
struct ofd_use { char *id; struct ofd_matrix matrix; bool hidden, fixed; };
struct ofd_scene {
	struct ofd_cell *cells;
	struct ofd_run *runs;
	struct ofd_use *uses;
	size_t cell_count, run_count, use_count, cell_room, run_room, use_room;
	long pictures, shapes;		/* shown besides, but for those of templates */
	bool busy;			/* it is being shown: no piece can be within itself */
};

struct ofd_cell *ofd_add_cell(struct ofd_scene *);
struct ofd_run *ofd_add_run(struct ofd_scene *);
struct ofd_use *ofd_add_use(struct ofd_scene *);
void ofd_free_scene(struct ofd_scene *);
/* Empties it, and keeps its room. */
void ofd_clear_scene(struct ofd_scene *);

/* The matrix that does FIRST and then THEN. */
struct ofd_matrix ofd_combine(struct ofd_matrix first, struct ofd_matrix then);
/* A point moved, and rounded to a whole micrometre. */
void ofd_move(const struct ofd_matrix *, double x, double y, double *to_x, double *to_y);

/* Reads the number at *TEXT in the form of the standard, in every locale; false: there is none. */
bool ofd_number(const char **text, double *number);
/* As many numbers as there are, N at most. */
size_t ofd_numbers(const char *text, double *numbers, size_t n);

#endif
