/* Tables of minutes for spreadsheets: RFC 4180, and no cell that a spreadsheet would run. */
#include <stdio.h>
#include <string.h>

#include "csv.h"

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
		jy_put(w->out, "'", 1);
	for (size_t n; n = strcspn(s, "\""), s[n]; s += n + 1) {
		jy_put(w->out, s, n);
		jy_put(w->out, "\"\"", 2);
	}
	jy_puts(w->out, s);
}

void
csv_cell(struct csv_writer *w, const struct jy_string *parts, const char *between)
{
	bool quoted = csv_is_quoted(w, parts), first = true;

	if (w->started)
		jy_put(w->out, &w->delimiter, 1);
	w->started = true;
	if (quoted)
		jy_put(w->out, "\"", 1);
	for (; parts; parts = parts->next) {
		if (!parts->text.len)
			continue;
		if (!first)
			jy_puts(w->out, between);
		csv_put_part(w, parts->text, first);
		first = false;
	}
	if (quoted)
		jy_put(w->out, "\"", 1);
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
	jy_put(w->out, "\r\n", 2);
	w->started = false;
}

static int
csv_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	const char *delimiter = jy_option(task, "delimiter");
	struct csv_writer w = {.out = out, .delimiter = delimiter[1] ? '\t' : delimiter[0]};
	const struct csv_table *table = csv_tables;

	while (!jy_option_is(task, "table", table->name))
		table++;
	if (jy_option_is(task, "bom", "yes"))
		jy_puts(out, "\xEF\xBB\xBF");
	for (const char *const *name = table->header; *name; name++)
		csv_word(&w, *name);
	csv_end_row(&w);
	if (table->rows(&w, minutes))
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the table");
	return 0;
}

static const struct jy_option csv_options[] = {
	{"table", JY_CHOICE, "clauses", "clauses|people|decisions|catalogue|followup",
	    "which table to write"},
	{"delimiter", JY_CHOICE, ",", ",|;|tab", "what stands between two cells"},
	{"bom", JY_CHOICE, "auto", "auto|yes|no",
	    "whether to begin with a byte order mark, as Excel wants; auto: in files named by -o"},
	{0}
};

JY_PLUGIN(.name = "csv", .title = "Tables of minutes as CSV", .suffixes = "csv",
    .media_type = "text/csv", .options = csv_options, .write = csv_write,
    .lossy = "one table holds one part of the minutes; places, furniture, residue and checks are in none");
