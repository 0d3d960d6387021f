/* Rows of cells: RFC 4180, and no cell that a spreadsheet would run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

/* A row is kept until it ends, since its cells may be wanted in another order. */
static void
csv_keep(struct csv_writer *w, const char *bytes, size_t size)
{
	if (w->room - w->used < size) {
		size_t room = 2 * (w->used + size);
		char *row = realloc(w->row, room);

		if (!row) {
			w->failed = true;
			return;
		}
		w->row = row;
		w->room = room;
	}
	if (size)
		memcpy(w->row + w->used, bytes, size);
	w->used += size;
}

/* How long the one of MARKS is that S begins with; 0: it begins with none. */
static size_t
csv_begins(const char *s, const char *const *marks)
{
	for (; *marks; marks++)
		if (strncmp(s, *marks, strlen(*marks)) == 0)
			return strlen(*marks);
	return 0;
}

/* A spreadsheet takes a cell that begins so for a formula; in East Asia the wide signs too, and some go
 * over white space. */
static bool
csv_would_run(const char *s)
{
	static const char *const blanks[] = {" ", "\u00a0", "\u3000", "\u200b", "\ufeff", NULL};
	static const char *const signs[] = {
		"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", NULL
	};

	for (size_t n; (n = csv_begins(s, blanks)); s += n)
		;
	return csv_begins(s, signs);
}

/* Spreadsheets may take each of the usual delimiters for one, and what stands behind it for a formula. */
static bool
csv_is_quoted(const struct jy_string *parts)
{
	static const char special[] = ",;\t|\"\r\n";

	for (; parts; parts = parts->next)
		if (parts->text.len && parts->text.s[strcspn(parts->text.s, special)])
			return true;
	return false;
}

static void
csv_put_part(struct csv_writer *w, struct jy_text text, bool first)
{
	const char *s = text.s;

	if (first && csv_would_run(s))
		csv_keep(w, "'", 1);
	for (size_t n; n = strcspn(s, "\""), s[n]; s += n + 1) {
		csv_keep(w, s, n);
		csv_keep(w, "\"\"", 2);
	}
	csv_keep(w, s, strlen(s));
}

void
csv_cell(struct csv_writer *w, const struct jy_string *parts, const char *between)
{
	bool quoted = csv_is_quoted(parts), first = true;

	if (quoted)
		csv_keep(w, "\"", 1);
	for (; parts; parts = parts->next) {
		if (!parts->text.len)
			continue;
		if (!first)
			csv_keep(w, between, strlen(between));
		csv_put_part(w, parts->text, first);
		first = false;
	}
	if (quoted)
		csv_keep(w, "\"", 1);
	w->ends[w->cells++] = w->used;
}

void
csv_text(struct csv_writer *w, struct jy_text text)
{
	csv_cell(w, &(struct jy_string){.text = text}, "");
}

void
csv_word(struct csv_writer *w, const char *word)
{
	csv_text(w, (struct jy_text){word, strlen(word)});
}

void
csv_ordinal(struct csv_writer *w, int ordinal)
{
	char digits[16] = "";

	if (ordinal)
		snprintf(digits, sizeof(digits), "%d", ordinal);
	csv_word(w, digits);
}

void
csv_end_row(struct csv_writer *w)
{
	for (size_t i = 0; i < w->columns && !w->failed; i++) {
		size_t column = w->order[i], start = column ? w->ends[column - 1] : 0;

		if (i)
			jy_put(w->out, &w->delimiter, 1);
		jy_put(w->out, w->row + start, w->ends[column] - start);
	}
	jy_puts(w->out, w->line_end);
	w->used = w->cells = 0;
}
