/* The heads of tables of people: 姓名 单位 职务. */
#include "heads.h"

#include "attendance.h"

enum head
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

size_t
row_end(const struct sheet *s, size_t i)
{
	const struct jy_line *first = s->rows[i].line;

	for (i++; i < s->row_count; i++)
		if (s->rows[i].line->table != first->table || s->rows[i].line->row != first->row)
			break;
	return i;
}

/* A cell of several lines is one head: 单位及 / 职务. */
struct span
cell_at(const struct sheet *s, size_t i, size_t end, size_t *next)
{
	struct span cell = s->rows[i].span;

	for (*next = i + 1; *next < end && s->rows[*next].line->column == s->rows[i].line->column;
	     (*next)++)
		cell.to = s->rows[*next].span.to;
	return cell;
}

bool
read_heads(struct heads *h, size_t from, size_t end)
{
	size_t next;

	h->count = h->sets = 0;
	for (int head = 0; head < HEADS; head++)
		h->known[head] = false;
	for (size_t i = from; i < end; i = next) {
		struct column *c = &h->columns[h->count];

		if (h->count == COLUMNS)
			return false;
		c->head = head_of(h->s, cell_at(h->s, i, end, &next));
		if (c->head == NO_HEAD)
			return false;
		c->number = h->s->rows[i].line->column;
		for (size_t k = h->count; k-- > 0 && h->columns[k].set == h->sets;)
			if (h->columns[k].head == c->head && c->head != HEAD_ASIDE) {
				h->sets++;
				break;
			}
		c->set = h->sets;
		h->known[c->head] = true;
		h->count++;
	}
	h->sets++;
	return h->known[HEAD_NAME]
	    && (h->known[HEAD_UNIT] || h->known[HEAD_TITLE] || h->known[HEAD_POST]
		|| h->known[HEAD_ROLE]);
}

/* The head over that column: its own, or one that takes this column too and calls for unit and title,
 * which are then told apart by the cells. */
static const struct column *
column_of(const struct heads *h, int number)
{
	const struct column *before = NULL;

	for (size_t k = 0; k < h->count && h->columns[k].number <= number; k++)
		before = &h->columns[k];
	return before && (before->number == number || before->head == HEAD_POST) ? before : NULL;
}

struct entry
read_entry(const struct heads *h, size_t from, size_t end, size_t set)
{
	struct entry e = {.row = {h->s->rows[from].span.from, h->s->rows[end - 1].span.to}};
	size_t next;

	for (size_t i = from; i < end; i = next) {
		struct span cell = cell_at(h->s, i, end, &next);
		const struct column *c = column_of(h, h->s->rows[i].line->column);
		enum head head = c ? c->head : NO_HEAD;

		if (head == HEAD_POST && c->number < h->s->rows[i].line->column)
			head = HEAD_TITLE;
		if (c && c->set == set && !span_len(e.cells[head]))
			e.cells[head] = cell;
	}
	return e;
}

bool
is_call(const struct sheet *s, struct span row)
{
	return span_len(row) <= 12 && role_of(s, row);
}
