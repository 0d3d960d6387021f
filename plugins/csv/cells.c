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

/* A spreadsheet takes a cell that begins so for a formula; in East Asia the wide signs too. */
static bool
csv_would_run(struct jy_text text)
{
	static const char *const signs[] = {
		"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t n = strlen(signs[i]);

		if (text.len >= n && memcmp(text.s, signs[i], n) == 0)
			return true;
	}
	return false;
}

static bool
csv_is_quoted(const struct csv_writer *w, const struct jy_string *parts)
{
	const char special[] = {w->delimiter, '"', '\r', '\n', '\0'};

	for (; parts; parts = parts->next)
		if (parts->text.len && parts->text.s[strcspn(parts->text.s, special)])
			return true;
	return false;
}

static void
csv_put_part(struct csv_writer *w, struct jy_text text, bool first)
{
	const char *s = text.s;

	if (first && csv_would_run(text))
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
	bool quoted = csv_is_quoted(w, parts), first = true;

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
