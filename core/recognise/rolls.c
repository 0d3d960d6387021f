/* Tables of people 签到表, 名单: a row of heads (姓名 单位 职务), and under it a row a person. */
#include <stdlib.h>
#include <string.h>

#include "attendance.h"
#include "names.h"
#include "stages.h"

enum head {
	HEAD_NAME, HEAD_UNIT, HEAD_TITLE, HEAD_POST, HEAD_ROLE, HEAD_NOTE, HEAD_ASIDE, HEADS, NO_HEAD
};
enum {
	COLUMNS = 24, LONGEST_NAMES = 60,
	COLUMN_GAP = 4,		/* quarters of an em: the least between two columns */
	FIRST_TABLE = 1 << 20	/* readers number theirs from 1 */
};

/* Two sets of columns can stand side by side: 姓名 单位 姓名 单位. */
struct column { int number; size_t set; enum head head; };

struct list { struct jy_group *group; struct jy_person **end; };

struct roll {
	struct sheet *s;
	struct column columns[COLUMNS];
	size_t count, sets;
	bool known[HEADS];
	struct list here, absent;
	struct jy_text unit;	/* of the row before: a cell that spans rows is printed once */
};

/* The cells of one row, by what the heads above them say. */
struct entry { struct span row, cells[HEADS]; };

static enum head
head_of(const struct sheet *s, struct span cell)
{
	static const enum phrases words[] = {
		[HEAD_NAME] = WORDS_NAME_HEADS, [HEAD_UNIT] = WORDS_UNIT_HEADS,
		[HEAD_TITLE] = WORDS_TITLE_HEADS, [HEAD_POST] = WORDS_POST_HEADS,
		[HEAD_ROLE] = WORDS_ROLE_HEADS, [HEAD_NOTE] = WORDS_NOTE_HEADS,
		[HEAD_ASIDE] = WORDS_ASIDE_HEADS
	};

	cell.to -= ends_with(s, cell, ":");
	for (int head = 0; head < HEADS; head++)
		if (match_phrase(s, cell.from, cell.to, words[head]) == span_len(cell))
			return (enum head)head;
	return NO_HEAD;
}

/* The index after the rows of text that one row of a table is. */
static size_t
row_end(const struct sheet *s, size_t i)
{
	const struct jy_line *first = s->rows[i].line;

	for (i++; i < s->row_count; i++)
		if (s->rows[i].line->table != first->table || s->rows[i].line->row != first->row)
			break;
	return i;
}

/* A cell of several lines is one head: 单位及 / 职务. */
static struct span
cell_at(const struct sheet *s, size_t i, size_t end, size_t *next)
{
	struct span cell = s->rows[i].span;

	for (*next = i + 1; *next < end && s->rows[*next].line->column == s->rows[i].line->column; (*next)++)
		cell.to = s->rows[*next].span.to;
	return cell;
}

/* Reads a row of heads: all of its cells are known, names are among them, and what tells who they are. */
static bool
read_heads(struct roll *r, size_t from, size_t end)
{
	size_t next;

	r->count = r->sets = 0;
	for (int head = 0; head < HEADS; head++)
		r->known[head] = false;
	for (size_t i = from; i < end; i = next) {
		struct column *c = &r->columns[r->count];

		if (r->count == COLUMNS)
			return false;
		c->head = head_of(r->s, cell_at(r->s, i, end, &next));
		if (c->head == NO_HEAD)
			return false;
		c->number = r->s->rows[i].line->column;
		for (size_t k = r->count; k-- > 0 && r->columns[k].set == r->sets; )
			if (r->columns[k].head == c->head && c->head != HEAD_ASIDE) {
				r->sets++;
				break;
			}
		c->set = r->sets;
		r->known[c->head] = true;
		r->count++;
	}
	r->sets++;
	return r->known[HEAD_NAME] && (r->known[HEAD_UNIT] || r->known[HEAD_TITLE]
	    || r->known[HEAD_POST] || r->known[HEAD_ROLE]);
}

/* The head over that column: its own, or one that takes this column too and calls for unit and title,
 * which are then told apart by the cells. */
static const struct column *
column_of(const struct roll *r, int number)
{
	const struct column *before = NULL;

	for (size_t k = 0; k < r->count && r->columns[k].number <= number; k++)
		before = &r->columns[k];
	return before && (before->number == number || before->head == HEAD_POST) ? before : NULL;
}

/* The cells of that set in the rows FROM … END-1. */
static struct entry
read_entry(const struct roll *r, size_t from, size_t end, size_t set)
{
	struct entry e = {.row = {r->s->rows[from].span.from, r->s->rows[end - 1].span.to}};
	size_t next;

	for (size_t i = from; i < end; i = next) {
		struct span cell = cell_at(r->s, i, end, &next);
		const struct column *c = column_of(r, r->s->rows[i].line->column);
		enum head head = c ? c->head : NO_HEAD;

		if (head == HEAD_POST && c->number < r->s->rows[i].line->column)
			head = HEAD_TITLE;
		if (c && c->set == set && !span_len(e.cells[head]))
			e.cells[head] = cell;
	}
	return e;
}

/* A row of one cell that calls for a group of people: 列席人员. */
static bool
is_call(const struct sheet *s, struct span row)
{
	return span_len(row) <= 12 && role_of(s, row);
}

/* Does the row go on with the people: are there names in it, or a unit alone, and no sentence? */
static bool
goes_on(const struct roll *r, size_t from, size_t end)
{
	struct span row = {r->s->rows[from].span.from, r->s->rows[end - 1].span.to};
	bool any = false;

	if (find(r->s, row, "。") != NOWHERE)
		return false;
	for (size_t set = 0; set < r->sets; set++) {
		struct entry e = read_entry(r, from, end, set);

		if (span_len(e.cells[HEAD_NAME]) > LONGEST_NAMES)
			return false;
		any |= span_len(e.cells[HEAD_NAME]) || span_len(e.cells[HEAD_UNIT]);
	}
	return any || is_call(r->s, row);
}

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
	    && count_pieces(s, s->rows[i].span) == count; i++)
		;
	return i;
}

/* The glyphs know their row by its index. */
static void
number_rows(struct sheet *s)
{
	for (size_t i = 0; i < s->row_count; i++)
		for (size_t k = s->rows[i].span.from; k < s->rows[i].span.to; k++)
			s->glyphs[k].line = (uint32_t)i;
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

/* Tables whose columns are parted by white space alone become like any other. */
static void
part_columns(struct sheet *s)
{
	size_t more = count_cells(s), count = 0;
	struct row *rows;
	int table = FIRST_TABLE;

	if (!more)
		return;
	rows = must_alloc((s->row_count + more) * sizeof(*rows));
	for (size_t i = 0; i < s->row_count; ) {
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

void
find_rolls(struct sheet *s)
{
	struct roll r = {.s = s};

	part_columns(s);
	for (size_t i = 0, end; i < s->row_count; i = end) {
		size_t first = i;
		int table = s->rows[i].line->table;

		end = i + 1;
		if (!table || !read_heads(&r, i, end = row_end(s, i)))
			continue;
		while (end < s->row_count && s->rows[end].line->table == table
		    && goes_on(&r, end, row_end(s, end)))
			end = row_end(s, end);
		for (; i < end; i++) {
			s->rows[i].cue = CUE_ATTENDANCE;
			s->rows[i].roll = i == first ? ROLL_START : ROLL_REST;
		}
	}
}

/* In a column of names each is one, however rare; only what is longer or spaced has to be read. */
static bool
is_name(const struct sheet *s, struct span piece)
{
	bool dotted = false, spaced = false;

	for (size_t i = piece.from; i < piece.to; i++) {
		if (!is_middle_dot(s->glyphs[i].code) && !is_han(s->glyphs[i].code))
			return false;
		dotted |= is_middle_dot(s->glyphs[i].code);
		spaced |= i > piece.from && is_apart(s, i) && span_len(piece) > 3;
	}
	return dotted || (!spaced && span_len(piece) <= 4);
}

/* What the other cells say of everyone in the cell of names, unless that does itself. */
static void
complete(struct roll *r, struct jy_person *person, const struct entry *e)
{
	struct jy_person post = {.organization = r->unit};

	if (span_len(e->cells[HEAD_POST]))
		read_post(r->s, &post, e->cells[HEAD_POST]);
	if (span_len(e->cells[HEAD_TITLE]))
		post.title = span_solid(r->s, e->cells[HEAD_TITLE]);
	for (; person; person = person->next) {
		if (!person->organization.s)
			person->organization = post.organization;
		if (!person->title.s)
			person->title = post.title;
		if (!person->note.s)
			person->note = span_solid(r->s, e->cells[HEAD_NOTE]);
		person->at = span_place(r->s, e->row);
	}
}

/* The people of the cell, as a list of their own. */
static struct jy_person *
read_names(struct sheet *s, struct span names)
{
	struct jy_group group = {0};
	struct jy_person **end = &group.people;
	struct span piece = {names.from, names.from};

	for (size_t i = names.from; i <= names.to; i++) {
		if (i < names.to && !is_separator(s->glyphs[i].code))
			continue;
		piece.to = i;
		if (span_len(piece) && is_name(s, piece)) {
			*end = arena_alloc(s->arena, sizeof(**end));
			(*end)->name = span_solid(s, piece);
		} else if (span_len(piece)) {
			read_people(s, piece, &group);
		}
		while (*end)
			end = &(*end)->next;
		piece.from = i + 1;
	}
	return group.people;
}

/* A unit whose cell of names is empty sent somebody. */
static struct jy_person *
make_sender(struct sheet *s)
{
	struct jy_person *person = arena_alloc(s->arena, sizeof(*person));

	person->representative = true;
	return person;
}

static void
begin_list(struct roll *r, struct list *list, const char *role, struct span label, struct span place)
{
	list->group = begin_group(r->s, role, label, place);
	list->end = &list->group->people;
}

/* 请假 in the notes calls somebody away from the list; one that nothing calls for is of those present. */
static struct list *
list_of(struct roll *r, const struct entry *e)
{
	const char *role = role_of(r->s, e->cells[HEAD_NOTE]);
	bool is_away = role && strcmp(role, "absent") == 0;

	if (!is_away && !r->here.group)
		begin_list(r, &r->here, "present", (struct span){0}, e->row);
	if (!is_away)
		return &r->here;
	if (!r->absent.group)
		begin_list(r, &r->absent, role, (struct span){0}, e->row);
	return &r->absent;
}

static bool
is_ordinal(const struct sheet *s, struct span cell)
{
	int value;

	return span_len(cell) && span_len(cell) <= 3
	    && match_number(s, cell.from, cell.to, &value) == span_len(cell);
}

static void
add_people(struct roll *r, const struct entry *e)
{
	struct list *list = list_of(r, e);

	if (span_len(e->cells[HEAD_UNIT]))
		r->unit = span_solid(r->s, e->cells[HEAD_UNIT]);
	if (span_len(e->cells[HEAD_NAME]))
		*list->end = read_names(r->s, e->cells[HEAD_NAME]);
	else if (span_len(e->cells[HEAD_UNIT]))
		*list->end = make_sender(r->s);
	complete(r, *list->end, e);
	while (*list->end)
		list->end = &(*list->end)->next;
	for (int head = 0; head < HEAD_ASIDE; head++)
		claim(r->s, e->cells[head], FIELD);
	if (is_ordinal(r->s, e->cells[HEAD_ASIDE]))	/* as the numerals of a list are */
		claim(r->s, e->cells[HEAD_ASIDE], FIELD);
}

/* 出席 … 列席 … in a column of its own, or in a row of its own. */
static void
call_list(struct roll *r, struct span call, struct span place)
{
	const char *role = role_of(r->s, call);

	claim(r->s, call, FIELD);
	begin_list(r, &r->here, role ? role : "other", call, place);
	r->absent.group = NULL;
}

static void
read_row(struct roll *r, size_t from, size_t end)
{
	struct span row = {r->s->rows[from].span.from, r->s->rows[end - 1].span.to};
	struct roll again = {.s = r->s};

	if (read_heads(&again, from, end)) {	/* the heads again, at a page's top */
		claim(r->s, row, FIELD);
		return;
	}
	if (r->s->rows[from].line->column == r->s->rows[end - 1].line->column && is_call(r->s, row)) {
		call_list(r, row, row);
		return;
	}
	for (size_t set = 0; set < r->sets; set++) {
		struct entry e = read_entry(r, from, end, set);

		if (span_len(e.cells[HEAD_ROLE]))
			call_list(r, e.cells[HEAD_ROLE], row);
		add_people(r, &e);
	}
}

/* The list before the table has but a label (出席人员：); or the heads say who these are (列席人员). */
static void
begin_roll(struct roll *r, size_t from, size_t end, struct span place)
{
	struct span label = {0};
	const char *role = NULL;
	size_t next;

	for (size_t i = from; i < end && !role; i = next) {
		label = cell_at(r->s, i, end, &next);
		role = head_of(r->s, label) == HEAD_NAME ? role_of(r->s, label) : NULL;
	}
	if (r->s->last_group && !r->s->last_group->people)
		r->here = (struct list){r->s->last_group, &r->s->last_group->people};
	else if (role)
		begin_list(r, &r->here, role, label, place);
}

void
read_roll(struct sheet *s, struct span span)
{
	struct roll r = {.s = s};
	size_t i = s->glyphs[span.from].line, end = row_end(s, i), last = s->glyphs[span.to - 1].line + 1;

	read_heads(&r, i, end);
	begin_roll(&r, i, end, span);
	claim(s, (struct span){span.from, s->rows[end - 1].span.to}, FIELD);
	for (i = end; i < last; i = end) {
		end = row_end(s, i);
		read_row(&r, i, end);
	}
}
