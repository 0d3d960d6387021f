/*
 * Continues a table.  What is there stays as it is, whatever people have filled in: it is read only
 * to see that its columns are the same, how far its numbers go, and whether it has the rows already.
 */
#include <errno.h>
#include <iconv.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

struct csv_reader {
	const char *s, *end;
	char delimiter;
	char *text;		/* the cell, without quotes; with room for all that is left */
	size_t len;
	bool ended, open;	/* its row is at its end; its quotes have none */
};

/* One more cell; false: there is none. */
static bool
csv_read_cell(struct csv_reader *r)
{
	bool quoted = false;

	if (r->s == r->end)
		return false;
	for (r->len = 0; r->s < r->end; r->s++) {
		if (*r->s == '"' && quoted && r->s + 1 < r->end && r->s[1] == '"')
			r->text[r->len++] = *r->s++;
		else if (*r->s == '"' && (quoted || r->len == 0))
			quoted = !quoted;
		else if (!quoted && (*r->s == r->delimiter || *r->s == '\n'))
			break;
		else
			r->text[r->len++] = *r->s;
	}
	r->open = quoted;
	r->ended = r->s == r->end || *r->s == '\n';
	if (r->ended && r->len && r->text[r->len - 1] == '\r')
		r->len--;
	r->text[r->len] = '\0';
	r->s += r->s < r->end;
	return true;
}

/* A reader of the first SIZE bytes of OUT, after the mark. */
static struct csv_reader
csv_open(const struct csv_writer *w, size_t size)
{
	const char *s = (const char *)jy_out_bytes(w->out).at;
	size_t mark = size >= 3 && memcmp(s, CSV_MARK, 3) == 0 ? 3 : 0;

	return (struct csv_reader){.s = s + mark,
	    .end = s + size,
	    .delimiter = w->delimiter,
	    .text = malloc(size + 1)};
}

/* Goes over the header; is it the one that would be written? */
static bool
csv_is_header(const struct csv_writer *w, struct csv_reader *r)
{
	bool same = true;
	size_t i = 0;

	for (; csv_read_cell(r); i++) {
		same = same && i < w->columns
		    && strcmp(r->text, w->table->header[w->order[i]]) == 0;
		if (r->ended)
			return same && i + 1 == w->columns;
	}
	return false;
}

/* The highest 序号: rows may have been sorted, or taken out. */
static void
csv_find_number(struct csv_writer *w, struct csv_reader *r)
{
	int column = csv_find_column(w, "序号"), at = 0;

	while (csv_read_cell(r)) {
		long number = at == column ? strtol(r->text, NULL, 10) : 0;

		if (number > w->number && number < 1000000000)
			w->number = (int)number;
		at = r->ended ? 0 : at + 1;
	}
}

/* A spreadsheet may have saved the table in the encoding of its country. */
static bool
csv_is_utf8(struct jy_bytes bytes)
{
	iconv_t cd = iconv_open("UTF-32LE", "UTF-8");
	char *from = (char *)bytes.at, sink[4096];
	size_t left = bytes.size, n = 0;

	if (cd == (iconv_t)-1)
		return true;
	do {
		char *to = sink;
		size_t room = sizeof(sink);

		n = iconv(cd, &from, &left, &to, &room);
	} while (n == (size_t)-1 && errno == E2BIG);
	iconv_close(cd);
	return n != (size_t)-1;
}

int
csv_continue(struct csv_writer *w, struct jy_task *task)
{
	struct jy_bytes there = jy_out_bytes(w->out);
	struct csv_reader r = csv_open(w, there.size);
	bool same;

	if (!r.text)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the table");
	same = csv_is_utf8(there) && csv_is_header(w, &r);
	if (same) {
		if (r.s[-1] == '\n' && r.s[-2] != '\r')
			w->line_end = "\n";
		csv_find_number(w, &r);
	}
	free(r.text);
	if (!same)
		return jy_fail(task, JY_BAD_INPUT, "other-columns",
		    "the table that is to be "
		    "continued has other columns, or another delimiter or encoding");
	if (r.open)
		return jy_fail(task, JY_BAD_INPUT, "damaged",
		    "the table that is to be continued ends within quotes");
	if (r.end[-1] != '\n')
		jy_puts(w->out, w->line_end);
	return 0;
}

/* The row's cells in the key's columns as one string, which the caller frees; NULL at the end, and
 * where there is no memory. */
static char *
csv_read_key(struct csv_reader *r, const bool is_key[static CSV_COLUMNS])
{
	char *key = NULL;
	size_t size;
	FILE *to = r->s < r->end ? open_memstream(&key, &size) : NULL;

	if (!to)
		return NULL;
	for (size_t at = 0; csv_read_cell(r); at++) {
		if (at < CSV_COLUMNS && is_key[at])
			fprintf(to, "%s\n", r->text);
		if (r->ended)
			break;
	}
	fclose(to);
	return key;
}

static int
csv_compare_keys(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Is any of the rows after the first HELD bytes among those before? */
static bool
csv_repeats(const struct csv_writer *w, const bool is_key[static CSV_COLUMNS], size_t held)
{
	struct csv_reader r = csv_open(w, jy_out_bytes(w->out).size);
	const char *before = (const char *)jy_out_bytes(w->out).at + held;
	void *keys = NULL;
	bool repeats = false;
	char *key;

	while (r.text && !repeats && (key = csv_read_key(&r, is_key))) {
		if (r.s <= before) {
			char **known = tsearch(key, &keys, csv_compare_keys);

			if (known && *known == key)
				continue;
		} else {
			repeats = tfind(key, &keys, csv_compare_keys) != NULL;
		}
		free(key);
	}
	tdestroy(keys, free);
	free(r.text);
	return repeats;
}

int
csv_check_repeats(const struct csv_writer *w, struct jy_task *task, size_t held)
{
	bool is_key[CSV_COLUMNS] = {false};

	for (const char *const *name = w->table->key; *name; name++) {
		int column = csv_find_column(w, *name);

		if (column < 0) {
			jy_warn(task, 0, "repeats-unknown",
			    "whether the table has these rows "
			    "already cannot be told without the column %s",
			    *name);
			return 0;
		}
		is_key[column] = true;
	}
	if (csv_repeats(w, is_key, held))
		return jy_fail(task, JY_BAD_INPUT, "already-there",
		    "the table has rows of this document already: nothing was added");
	return 0;
}
