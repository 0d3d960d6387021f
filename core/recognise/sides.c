/* Tables with a list in each column, or in several: 出席 | 列席 at their heads. */
#include "attendance.h"
#include "heads.h"
#include "stages.h"

/* A list, from its column on to that of the next. */
struct side { int column; struct jy_group *group; };

bool
are_sides(const struct sheet *s, size_t from, size_t end)
{
	size_t count = 0, next;

	for (size_t i = from; i < end; i = next, count++)
		if (!is_call(s, cell_at(s, i, end, &next)))
			return false;
	return count >= 2 && count <= COLUMNS;
}

/* The people in the cells of one row that stand under the side: from row I of text on. */
static size_t
read_side(struct sheet *s, const struct side *side, const struct side *after, size_t i, size_t end)
{
	struct span people = {s->rows[i].span.from, s->rows[i].span.from};

	for (; i < end && (!after || s->rows[i].line->column < after->column); i++)
		people.to = s->rows[i].span.to;
	if (span_len(people))
		read_people(s, people, side->group);
	return i;
}

static void
read_sides_row(struct sheet *s, const struct side *sides, size_t count, size_t from, size_t end)
{
	for (size_t k = 0, i = from; k < count && i < end; k++)
		i = read_side(s, &sides[k], k + 1 < count ? &sides[k + 1] : NULL, i, end);
}

void
read_sides(struct sheet *s, size_t from, size_t end)
{
	struct side sides[COLUMNS];
	size_t count = 0, next;

	for (size_t i = from, heads = row_end(s, from); i < heads; i = next, count++) {
		struct span label = cell_at(s, i, heads, &next);

		sides[count] = (struct side){s->rows[i].line->column,
		    begin_group(s, role_of(s, label), label, label)};
		claim(s, label, FIELD);
	}
	for (size_t i = row_end(s, from); i < end; i = row_end(s, i))
		read_sides_row(s, sides, count, i, row_end(s, i));
}
