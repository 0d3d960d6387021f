/*
 * Rows to paragraphs.  Where lines have places, by the page's look: indent, fullness, leading.
 * Where they have none, by the text itself: is the source wrapped at a width, does a row reach it,
 * how does it end, what does the next announce itself as.
 */
#include "setting.h"
#include "stages.h"

enum { TITLE = 120 };	/* no 《title》 is longer, in glyphs */

static bool
is_block(enum cue cue)
{
	return cue == CUE_ATTENDANCE || cue == CUE_DISTRIBUTION;
}

/* Set apart from both edges, or pushed to the right one. */
static enum jy_align
row_align(const struct row *row)
{
	double left, right;

	if (!has_box(row))
		return row->line->align;
	left = row->line->at.x0 - row->left;
	right = row->right - row->line->at.x1;
	if (left < 3 * em(row))
		return JY_LEFT;
	if (left - right < 2 * em(row) && right - left < 2 * em(row))
		return JY_CENTRE;
	return right < 4 * em(row) ? JY_RIGHT : JY_LEFT;
}

/* FIRST is the paragraph's first row, P the last so far, N the row after it. */
static bool
page_parts(const struct setting *set, const struct row *first, const struct row *p,
    const struct row *n)
{
	const struct jy_place *at = &n->line->at, *before = &p->line->at;
	double indent = at->x0 - n->left, short_by = p->right - before->x1;
	enum jy_align align = row_align(n), align_before = row_align(p);
	double size = em(n) / em(p);

	if (align != align_before && (align >= JY_CENTRE || align_before >= JY_CENTRE))
		return p != first || !is_block(first->cue);
	if (align == JY_CENTRE || align == JY_RIGHT || size > 1.2 || size < 0.83)
		return true;
	if (at->page == before->page && at->y1 - before->y1 > 1.7 * set->pitch)
		return true;
	if (short_by > 4 * em(p))
		return true;
	if (indent > 0.8 * em(n))	/* a hanging block is indented from its second row on */
		return p == first || at->x0 - before->x0 > em(n) || before->x0 - at->x0 > em(n);
	return false;
}

/* How many columns the next row needs at least to be begun: words, numbers and the marks around
 * them are not split. */
static int
unbreakable(const struct sheet *s, const struct row *n)
{
	int columns = 0;

	for (size_t i = n->span.from; i < n->span.to && columns < 16; i++) {
		if (is_han(s->glyphs[i].code))
			return columns ? columns : 2;
		columns += s->glyphs[i].code < 0x80 && s->glyphs[i].code != '(' ? 1 : 2;
	}
	return columns;
}

/* Is the paragraph in the middle of a 《title》 that the next row closes? */
static bool
is_within_title(const struct sheet *s, const struct row *first, const struct row *p,
    const struct row *n)
{
	struct span start = {n->span.from, n->span.to};
	size_t open = NOWHERE, close, again, from = first->span.from;

	if (p->span.to - from > TITLE)
		from = p->span.to - TITLE;
	for (size_t i = from; i < p->span.to; i++) {
		if (s->glyphs[i].code == TITLE_OPEN)
			open = i;
		else if (s->glyphs[i].code == TITLE_CLOSE)
			open = NOWHERE;
	}
	if (open == NOWHERE)
		return false;
	close = find(s, start, "》");
	again = find(s, start, "《");
	return close != NOWHERE && (again == NOWHERE || close < again);
}

/* 一、关于甲、乙和 / 丙的报告: an item's title goes on with a short row that is no sentence. */
static bool
is_title_rest(const struct sheet *s, const struct row *first, const struct row *p,
    const struct row *n)
{
	struct enumerator e = match_enumerator(s, first->span.from, first->span.to);
	size_t len;

	return (e.style == STYLE_ITEM || e.style == STYLE_TOPIC) && first == p && p->width >= 28
	    && n->cue == CUE_NONE && span_len(n->span) <= 20 && !ends_well(s, p) && !ends_well(s, n)
	    && find_any(s, n->span, "。|,|:|;", &len) == NOWHERE && n + 1 < s->rows + s->row_count
	    && (n[1].cue == CUE_ENUMERATED || begins_statement(s, n[1].span) || n[1].indent > 0);
}

static bool
text_parts(const struct sheet *s, const struct setting *set, const struct row *first,
    const struct row *p, const struct row *n)
{
	struct enumerator e = match_enumerator(s, first->span.from, first->span.to);
	uint32_t last = s->glyphs[p->span.to - 1].code;

	if (set->wrap && set->indents_part && first->indent >= 4 && n->indent < 2
	    && p->width + 4 >= set->wrap)
		return false;	/* a full line, and no indent: the paragraph goes on */
	if (begins_statement(s, n->span) && (ends_well(s, p) || (!set->wrap && last != ',')))
		return true;
	if (set->indents_part && n->indent >= 4 && n->indent - first->indent < 4)
		return true;
	if (set->blanks_part && n->blank_before && (ends_well(s, p) || !set->wrap))
		return true;
	if (set->wrap && p->width <= 2 * set->wrap)
		return p->width + 4 + unbreakable(s, n) < set->wrap && last != ','
		    && last != LIST_COMMA;
	if (ends_well(s, p))
		return true;
	if (last == ',' || last == LIST_COMMA)
		return false;
	if (e.style >= STYLE_CLAUSE)
		return !set->clauses_stop;
	return e.style == STYLE_ITEM || p->width < 60;
}

/* Does the row reach the edge, so that nothing but its width ended it? */
static bool
fills_line(const struct setting *set, const struct row *row)
{
	if (has_box(row))
		return row->right - row->line->at.x1 < 1.5 * em(row);
	return set->wrap && row->width + 6 >= set->wrap;
}

/* In ems, where it is known. */
static double
indent_of(const struct setting *set, const struct row *row)
{
	if (has_box(row))
		return (row->line->at.x0 - row->left) / em(row);
	return set->indents_part ? row->indent / 2.0 : 0;
}

/* A numeral in mid-sentence that a wrap brought to a row's start is none. */
static bool
is_stray_numeral(const struct sheet *s, const struct setting *set, const struct row *first,
    const struct row *p, const struct row *n, int expected)
{
	struct enumerator e = match_enumerator(s, n->span.from, n->span.to);
	bool full = fills_line(set, p);
	bool heading = !full && first == p
	    && (first->cue == CUE_ENUMERATED || first->cue == CUE_TITLE);

	if (heading)
		return false;
	if ((full && indent_of(set, first) >= 1.5 && indent_of(set, n) < 1)
	    || s->glyphs[p->span.to - 1].code == ORDINAL_MARK)
		return true;
	return e.style != STYLE_NONE && e.ordinal != 1 && e.ordinal != expected;
}

/* Nor is anything else a cue that goes on with a sentence: 经研究， / 会议决定： and 现将会议 / 议定事项如下： */
static bool
is_stray(const struct sheet *s, const struct setting *set, const struct row *first,
    const struct row *p, const struct row *n, int expected)
{
	bool running = fills_line(set, p) && !is_block(first->cue) && first->cue != CUE_TITLE;

	if (ends_well(s, p))
		return false;
	if (n->cue == CUE_ENUMERATED)
		return is_stray_numeral(s, set, first, p, n, expected);
	return running && (n->cue == CUE_LEAD_IN || n->cue == CUE_REMARK)
	    && (s->glyphs[p->span.to - 1].code == ',' || indent_of(set, n) < 1);
}

/* A cell that holds but a label goes with the cell after it. */
static bool
labels_cell(const struct row *p, const struct row *n)
{
	return (p->cue == CUE_LABEL || p->cue == CUE_RECORDER || p->cue == CUE_ATTENDANCE)
	    && span_len(p->span) <= 8 && p->line->table && n->line->table == p->line->table
	    && n->line->row == p->line->row && n->cue == CUE_NONE;
}

/* Does more than a line's white space stand before the row? */
static bool
is_set_off(const struct setting *set, const struct row *p, const struct row *n)
{
	if (!has_box(p) || !has_box(n))
		return set->blanks_part && n->blank_before;
	return n->line->at.page == p->line->at.page
	    && n->line->at.y1 - p->line->at.y1 > 1.5 * set->pitch;
}

static bool
parts(const struct sheet *s, const struct setting *set, const struct row *first,
    const struct row *p, const struct row *n, int expected)
{
	if (p->roll || n->roll)
		return n->roll != ROLL_REST;
	if (labels_cell(p, n))
		return false;
	if ((p->line->ends_paragraph && !set->ends_are_lines) || p->line->origin != n->line->origin
	    || p->line->table != n->line->table || p->line->column != n->line->column
	    || p->line->row != n->line->row)
		return !is_block(first->cue) || n->cue != CUE_NONE || is_of_page(s, n->span)
		    || n->line->origin != p->line->origin;
	if (is_within_title(s, first, p, n))
		return false;
	if (first->cue == CUE_ATTENDANCE && n->cue == CUE_ENUMERATED
	    && lists_people(s, first, p, n))
		return false;
	if (n->cue != CUE_NONE && !is_stray(s, set, first, p, n, expected))
		return n->cue != CUE_DATE || ends_well(s, p) || p->cue != CUE_NONE || p->width < 60;
	if (first->cue == CUE_ATTENDANCE)
		return ends_attendance(s, p, n)
		    || (is_set_off(set, p, n)
			&& match_phrase(s, n->span.from, n->span.to, WORDS_OPENERS));
	if (first->cue == CUE_DISTRIBUTION)
		return s->glyphs[p->span.to - 1].code == FULL_STOP && !are_recipients(s, n->span);
	if (p->cue == CUE_ISSUED && ends_with(s, p->span, "印")
	    && match(s, n->span.from, n->span.to, "发"))
		return false;	/* the word is cut by a wrap */
	if (p->cue >= CUE_RECORDER && p->cue != CUE_DISTRIBUTION && p->cue != CUE_LABEL)
		return true;
	if (first->cue == CUE_TITLE || first->cue == CUE_NUMBER || first->cue == CUE_LEAD_IN)
		return true;
	if (is_title_rest(s, first, p, n))
		return false;
	if (has_box(p) && has_box(n))
		return page_parts(set, first, p, n)
		    || (!fills_line(set, p) && begins_statement(s, n->span));
	return text_parts(s, set, first, p, n);
}

static void
add_paragraph(struct sheet *s, size_t from, size_t to)
{
	const struct row *first = &s->rows[from];

	if (first->line->origin == JY_NOTE)	/* no part of the text; it stays residue */
		return;
	s->paragraphs[s->paragraph_count++] = (struct paragraph){
		.span = {first->span.from, s->rows[to - 1].span.to},
		.cue = first->cue,
		.align = row_align(first),
		.table = first->line->table != 0,
		.roll = first->roll != NO_ROLL,
	};
}

/* The document's first row that begins with the meeting's date opens it; later ones are text. */
static void
keep_first_opening(struct sheet *s)
{
	bool seen = false;

	for (size_t i = 0; i < s->row_count; i++) {
		if (s->rows[i].cue == CUE_OPENING && seen)
			s->rows[i].cue = CUE_NONE;
		else if (s->rows[i].cue == CUE_OPENING)
			seen = true;
	}
}

void
join_rows(struct sheet *s)
{
	struct setting set = measure(s);
	size_t first = 0;
	int expected[STYLE_OTHER + 1] = {0};

	s->text_width = set.wrap;
	keep_first_opening(s);
	s->paragraphs = must_alloc((s->row_count + 1) * sizeof(*s->paragraphs));
	for (size_t i = 1; i <= s->row_count; i++) {
		struct enumerator e = {0};

		if (i < s->row_count)
			e = match_enumerator(s, s->rows[i].span.from, s->rows[i].span.to);
		if (i < s->row_count
		    && !parts(s, &set, &s->rows[first], &s->rows[i - 1], &s->rows[i],
			expected[e.style] + 1))
			continue;
		add_paragraph(s, first, i);
		first = i;
		expected[e.style] = e.ordinal;
	}
}
