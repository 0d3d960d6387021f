/* The heads of a table of people 签到表, 名单, and the cells under them. */
#ifndef JIYAO_HEADS_H
#define JIYAO_HEADS_H

#include "match.h"

enum head {
	HEAD_NAME, HEAD_UNIT, HEAD_TITLE, HEAD_POST, HEAD_ROLE, HEAD_NOTE, HEAD_ASIDE, HEADS, NO_HEAD
};
enum { COLUMNS = 24 };

/* Two sets of columns can stand side by side: 姓名 单位 姓名 单位. */
struct column { int number; size_t set; enum head head; };

struct heads {
	const struct sheet *s;
	struct column columns[COLUMNS];
	size_t count, sets;
	bool known[HEADS];
};

/* The cells of one row, by what the heads above them say. */
struct entry { struct span row, cells[HEADS]; };

/* What the cell says of the column under it. */
enum head head_of(const struct sheet *, struct span cell);
/* The index after the rows of text that one row of a table is. */
size_t row_end(const struct sheet *, size_t row);
/* The cell that begins with row I of text, of those before END; *NEXT is the row after it. */
struct span cell_at(const struct sheet *, size_t i, size_t end, size_t *next);
/* Reads a row of heads: all of its cells are known, names are among them, and what tells who they
 * are. */
bool read_heads(struct heads *, size_t from, size_t end);
/* guess.c: tells the columns of a table without heads by what stands in them: names in one, units or titles in
 * others; false: they are not so.  Its rows are FROM … END-1. */
bool guess_heads(struct heads *, size_t from, size_t end);
/* The cells of that set in the rows FROM … END-1. */
struct entry read_entry(const struct heads *, size_t from, size_t end, size_t set);
/* Is it a row of one cell that calls for a group of people: 列席人员? */
bool is_call(const struct sheet *, struct span row);

/* sides.c: 出席 | 列席 as the heads of columns, each over its own list. */
bool are_sides(const struct sheet *, size_t from, size_t end);
void read_sides(struct sheet *, size_t from, size_t end);

/* columns.c: tables whose columns are parted by white space alone become like any other. */
void part_columns(struct sheet *);

#endif
