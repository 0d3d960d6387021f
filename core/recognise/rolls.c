/* Tables of people 签到表, 名单: a row of heads, and under it a row a person. */
#include <string.h>

#include "attendance.h"
#include "heads.h"
#include "names.h"
#include "stages.h"

enum { LONGEST_NAMES = 60 };

struct list { struct jy_group *group; struct jy_person **end; };

struct roll {
	struct sheet *s;
	struct heads heads;
	struct list here, absent;
	struct jy_text unit;	/* of the row before: a cell that spans rows is printed once */
};

/* Does the row go on with the people: are there names in it, or a unit alone, and no sentence? */
static bool
goes_on(const struct heads *h, size_t from, size_t end)
{
	struct span row = {h->s->rows[from].span.from, h->s->rows[end - 1].span.to};
	bool any = false;

	if (find(h->s, row, "。") != NOWHERE)
		return false;
	for (size_t set = 0; set < h->sets; set++) {
		struct entry e = read_entry(h, from, end, set);

		if (span_len(e.cells[HEAD_NAME]) > LONGEST_NAMES)
			return false;
		any |= span_len(e.cells[HEAD_NAME]) || span_len(e.cells[HEAD_UNIT]);
	}
	return any || is_call(h->s, row);
}

/* The index after the last row of the table that row I begins. */
static size_t
table_end(const struct sheet *s, size_t i)
{
	int table = s->rows[i].line->table;

	for (i++; i < s->row_count && s->rows[i].line->table == table; i++)
		;
	return i;
}

/* The index after the people whose heads are row I, or whose first row it is; I: there are none. */
static size_t
roll_end(struct heads *h, size_t i)
{
	size_t end = row_end(h->s, i), table = table_end(h->s, i);

	if (read_heads(h, i, end)) {
		while (end < table && goes_on(h, end, row_end(h->s, end)))
			end = row_end(h->s, end);
		return end;
	}
	if (i > 0 && h->s->rows[i - 1].line->table == h->s->rows[i].line->table)
		return i;
	return are_sides(h->s, i, end) || guess_heads(h, i, table) ? table : i;
}

void
find_rolls(struct sheet *s)
{
	struct heads h = {.s = s};

	part_columns(s);
	for (size_t i = 0, end; i < s->row_count; i = end) {
		size_t first = i;

		end = s->rows[i].line->table ? roll_end(&h, i) : i;
		for (; i < end; i++) {
			s->rows[i].cue = CUE_ATTENDANCE;
			s->rows[i].roll = i == first ? ROLL_START : ROLL_REST;
		}
		end = end > first                ? end
		    : s->rows[first].line->table ? row_end(s, first)
						 : first + 1;
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
begin_list(struct roll *r, struct list *list, const char *role, struct span label,
    struct span place)
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
	struct heads again = {.s = r->s};

	if (read_heads(&again, from, end)) {	/* the heads again, at a page's top */
		claim(r->s, row, FIELD);
		return;
	}
	if (r->s->rows[from].line->column == r->s->rows[end - 1].line->column
	    && is_call(r->s, row)) {
		call_list(r, row, row);
		return;
	}
	for (size_t set = 0; set < r->heads.sets; set++) {
		struct entry e = read_entry(&r->heads, from, end, set);

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

static void
read_rows(struct roll *r, size_t from, size_t last)
{
	for (size_t i = from, end; i < last; i = end) {
		end = row_end(r->s, i);
		read_row(r, i, end);
	}
}

void
read_roll(struct sheet *s, struct span span)
{
	struct roll r = {.s = s, .heads = {.s = s}};
	size_t first = s->glyphs[span.from].line, last = s->glyphs[span.to - 1].line + 1;
	size_t end = row_end(s, first);
	bool headed = read_heads(&r.heads, first, end);

	if (!headed && are_sides(s, first, end)) {
		read_sides(s, first, last);
		return;
	}
	if (!headed)
		guess_heads(&r.heads, first, last);
	begin_roll(&r, first, headed ? end : first, span);
	if (headed)
		claim(s, (struct span){span.from, s->rows[end - 1].span.to}, FIELD);
	read_rows(&r, headed ? end : first, last);
}
