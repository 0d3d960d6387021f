/* Tables of people without heads: what each column is, by what stands in it. */
#include <stdlib.h>

#include "attendance.h"
#include "heads.h"
#include "names.h"
#include "stages.h"

/* How many cells of a column could be what. */
struct tally { int number, cells, names, units, titles, calls, ordinals; };

static bool
is_named(const struct sheet *s, struct span cell)
{
	struct spots spots;
	bool name;

	if (span_len(cell) < 2 || span_len(cell) > 4)
		return false;
	spots = describe_spots(s, cell);
	name = name_cost(&spots, 0, span_len(cell)) < COST_RARE + COST_SPLIT_NAME;
	free(spots.at);
	return name;
}

static bool
count_cell(const struct sheet *s, struct tally *tallies, size_t *count, int column,
    struct span cell)
{
	struct tally *t = tallies;
	int value;

	while (t < tallies + *count && t->number != column)
		t++;
	if (t == tallies + *count) {
		if (*count == COLUMNS)
			return false;
		t->number = column;
		++*count;
	}
	t->cells++;
	t->names += is_named(s, cell);
	t->titles += ends_listed(s, TITLES, cell.from, cell.to);
	t->units += ends_listed(s, ORGANIZATIONS, cell.from, cell.to);
	t->calls += is_call(s, cell);
	t->ordinals += match_number(s, cell.from, cell.to, &value) == span_len(cell);
	return true;
}

static enum head
guess(const struct tally *t, bool named)
{
	if (t->calls == t->cells)
		return HEAD_ROLE;
	if (t->ordinals == t->cells)
		return HEAD_ASIDE;
	if (t->titles * 3 >= t->cells * 2)
		return HEAD_TITLE;
	if (!named && t->names * 4 >= t->cells * 3 && t->names > t->units)
		return HEAD_NAME;
	return t->units * 2 >= t->cells ? HEAD_UNIT : NO_HEAD;
}

bool
guess_heads(struct heads *h, size_t from, size_t end)
{
	struct tally tallies[COLUMNS] = {0};
	size_t count = 0, next, rows = 0;

	for (size_t i = from, last = from; i < end; i = next) {
		struct span cell = cell_at(h->s, i, row_end(h->s, i), &next);

		rows += i == from || h->s->rows[i].line->row != h->s->rows[last].line->row;
		last = i;
		if (!count_cell(h->s, tallies, &count, h->s->rows[i].line->column, cell))
			return false;
	}
	*h = (struct heads){.s = h->s, .sets = 1};
	for (size_t i = 0; i < count; i++) {
		enum head head = guess(&tallies[i], h->known[HEAD_NAME]);

		if (head == NO_HEAD || h->known[head])
			return false;
		h->known[head] = true;
		h->columns[h->count++] = (struct column){tallies[i].number, 0, head};
	}
	return rows >= 2 && h->known[HEAD_NAME] && h->known[HEAD_TITLE] && h->known[HEAD_UNIT];
}
