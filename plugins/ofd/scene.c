/* Scenes grow; points move; numbers are read. */
#include "scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

struct ofd_cell *
ofd_add_cell(struct ofd_scene *s)
{
	s->cells = ofd_grow(s->cells, s->cell_count, &s->cell_room, sizeof(*s->cells));
	s->cells[s->cell_count] = (struct ofd_cell){0};
	return &s->cells[s->cell_count++];
}

struct ofd_run *
ofd_add_run(struct ofd_scene *s)
{
	s->runs = ofd_grow(s->runs, s->run_count, &s->run_room, sizeof(*s->runs));
	s->runs[s->run_count] = (struct ofd_run){.cell = s->cell_count, .dx = 1};
	return &s->runs[s->run_count++];
}

struct ofd_use *
ofd_add_use(struct ofd_scene *s)
{
	s->uses = ofd_grow(s->uses, s->use_count, &s->use_room, sizeof(*s->uses));
	s->uses[s->use_count] = (struct ofd_use){0};
	return &s->uses[s->use_count++];
}

void
ofd_clear_scene(struct ofd_scene *s)
{
	for (size_t i = 0; i < s->use_count; i++)
		free(s->uses[i].id);
	s->cell_count = s->run_count = s->use_count = 0;
	s->pictures = s->shapes = 0;
}

void
ofd_free_scene(struct ofd_scene *s)
{
	ofd_clear_scene(s);
	free(s->cells);
	free(s->runs);
	free(s->uses);
	*s = (struct ofd_scene){0};
}

struct ofd_matrix
ofd_combine(struct ofd_matrix p, struct ofd_matrix q)
{
	return (struct ofd_matrix){
		p.a * q.a + p.b * q.c, p.a * q.b + p.b * q.d,
		p.c * q.a + p.d * q.c, p.c * q.b + p.d * q.d,
		p.e * q.a + p.f * q.c + q.e, p.e * q.b + p.f * q.d + q.f,
	};
}

/* No page is as large as a kilometre. */
static double
ofd_round(double mm)
{
	if (!isfinite(mm))
		return 0;
	return nearbyint(fmin(fmax(mm, -1e6), 1e6) * 1000) / 1000;
}

void
ofd_move(const struct ofd_matrix *m, double x, double y, double *to_x, double *to_y)
{
	*to_x = ofd_round(m->a * x + m->c * y + m->e);
	*to_y = ofd_round(m->b * x + m->d * y + m->f);
}

static const char *
ofd_digits(const char *s, double *value, int *places)
{
	for (; *s >= '0' && *s <= '9'; s++, ++*places)
		*value = *value * 10 + (*s - '0');
	return s;
}

bool
ofd_number(const char **text, double *number)
{
	const char *s = *text + strspn(*text, " \t\r\n,");
	bool minus = *s == '-';
	int whole = 0, places = 0;
	double value = 0;

	s = ofd_digits(s + (*s == '-' || *s == '+'), &value, &whole);
	if (*s == '.')
		s = ofd_digits(s + 1, &value, &places);
	if (whole + places == 0)
		return false;
	value /= pow(10, places);
	if ((*s == 'e' || *s == 'E') && s[1]) {
		char *end;
		long power = strtol(s + 1, &end, 10);

		value *= pow(10, (double)power);
		s = end;
	}
	if (!isfinite(value))
		return false;
	*number = minus ? -value : value;
	*text = s;
	return true;
}

size_t
ofd_numbers(const char *text, double *numbers, size_t n)
{
	size_t i = 0;

	while (text && i < n && ofd_number(&text, &numbers[i]))
		i++;
	return i;
}
