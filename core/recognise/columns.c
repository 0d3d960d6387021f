/* Tables of people whose columns are parted by white space alone. */
#include <stdlib.h>

#include "heads.h"

enum {
	COLUMN_GAP = 4,		/* quarters of an em: the least between two columns */
	FIRST_TABLE = 1 << 20	/* readers number theirs from 1 */
};

/* In a line of text columns are parted by wide white space. */
static size_t
piece_end(const struct sheet *s, size_t i, size_t end)
{
	for (i++; i < end && s->glyphs[i].gap < COLUMN_GAP; i++)
		;
	return i;
}

static size_t
count_pieces(const struct sheet *s, struct span row)
{
	size_t count = 0;

	for (size_t i = row.from; i < row.to; i = piece_end(s, i, row.to))
		count++;
	return count;
}

static bool
are_heads(const struct sheet *s, struct span row)
{
	bool names = false;
	size_t end;

	for (size_t i = row.from; i < row.to; i = end) {
		enum head head;

		end = piece_end(s, i, row.to);
		head = head_of(s, (struct span){i, end});
		if (head == NO_HEAD)
			return false;
		names |= head == HEAD_NAME;
	}
	return names && count_pieces(s, row) >= 2;
}

/* Each piece of the row becomes a row of its own, a cell of the table. */
static void
split_row(struct sheet *s, struct row *cells, const struct row *row, int table)
{
	int column = 0;
	size_t end;

	for (size_t i = row->span.from; i < row->span.to; i = end, column++) {
		struct jy_line *line = arena_alloc(s->arena, sizeof(*line));

		end = piece_end(s, i, row->span.to);
		*line = *row->line;
		line->table = table;
		line->row = line->at.first_line;
		line->column = column + 1;
		cells[column] = *row;
		cells[column].line = line;
		cells[column].span = (struct span){i, end};
		cells[column].cue = CUE_NONE;
	}
}

/* The rows of a table without rules: its heads, and the rows after it of as many pieces. */
static size_t
columns_end(const struct sheet *s, size_t i)
{
	size_t count = count_pieces(s, s->rows[i].span);

	for (i++; i < s->row_count && !s->rows[i].line->table
	     && count_pieces(s, s->rows[i].span) == count;
	     i++)
		;
	return i;
}

static bool
starts_columns(const struct sheet *s, size_t i)
{
	return !s->rows[i].line->table && are_heads(s, s->rows[i].span);
}

/* How many rows more it takes to give each cell one. */
static size_t
count_cells(const struct sheet *s)
{
	size_t more = 0;

	for (size_t i = 0, end; i < s->row_count; i = end) {
		bool starts = starts_columns(s, i);

		end = starts ? columns_end(s, i) : i + 1;
		more += starts ? (end - i) * count_pieces(s, s->rows[i].span) : 0;
	}
	return more;
}

void
part_columns(struct sheet *s)
{
	size_t more = count_cells(s), count = 0;
	struct row *rows;
	int table = FIRST_TABLE;

	if (!more)
		return;
	rows = must_alloc((s->row_count + more) * sizeof(*rows));
	for (size_t i = 0; i < s->row_count;) {
		size_t end, pieces;

		if (!starts_columns(s, i)) {
			rows[count++] = s->rows[i++];
			continue;
		}
		end = columns_end(s, i);
		pieces = count_pieces(s, s->rows[i].span);
		for (table++; i < end; i++, count += pieces)
			split_row(s, rows + count, &s->rows[i], table);
	}
	free(s->rows);
	s->rows = rows;
	s->row_count = s->row_room = count;
	number_rows(s);
}
