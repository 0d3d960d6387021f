/* Tables for spreadsheets: RFC 4180 with a byte order mark, and no cell that would be run. */
#include <stdlib.h>
#include <string.h>

#include "../batch/store.h"
#include "report.h"

/* A spreadsheet takes a cell that begins so for a formula; in East Asia the wide signs too. */
static bool
would_run(const char *cell)
{
	static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

	while (*cell == ' ' || strncmp(cell, "　", strlen("　")) == 0)	/* some go over white space */
		cell += *cell == ' ' ? 1 : strlen("　");
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(cell, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

/* In quotes, for then no program has to guess; controls are made visible, so a line is a row. */
static void
put_cell(FILE *to, const char *cell)
{
	putc('"', to);
	if (would_run(cell))
		putc('\'', to);
	for (size_t n; *cell; cell += n + (cell[n] == '"')) {
		char *part;

		n = strcspn(cell, "\"");
		part = must(strndup(cell, n));
		put_harmless(to, part);
		free(part);
		if (cell[n] == '"')
			fputs("\"\"", to);
	}
	putc('"', to);
}

void
csv_put(FILE *to, const char *cell)
{
	if (*cell)
		put_cell(to, cell);
	putc(',', to);
}

void
csv_end(FILE *to, const char *cell)
{
	if (*cell)
		put_cell(to, cell);
	fputs("\r\n", to);
}

FILE *
csv_begin(struct report *r, const char *name, const char *heads)
{
	FILE *to = file_begin(r, name);

	fprintf(to, "\xEF\xBB\xBF%s\r\n", heads);
	return to;
}

/* The columns are the same in each language, for programs; advice stands in both, for people. */
#define HEADS "path,outcome,action,what to do,处理办法,reason,message,page,source,size,sha256," \
    "reader,pages,seconds,issuer,kind,title,number,date,meeting,session"

static void
put_row(FILE *to, sqlite3_stmt *s)
{
	const struct action *a = is_null(s, 2) ? NULL : &actions[sqlite3_column_int(s, 2)];
	int last = sqlite3_column_count(s) - 1;

	csv_put(to, column(s, 0));
	csv_put(to, column(s, 1));
	csv_put(to, a ? a->name : "");
	csv_put(to, a ? word(ENGLISH, a->title) : "");
	csv_put(to, a ? word(CHINESE, a->title) : "");
	for (int i = 3; i < last; i++)
		csv_put(to, column(s, i));
	csv_end(to, column(s, last));
}

static void
write_catalogue(struct report *r, const char *name, sqlite3_stmt *s)
{
	FILE *to = csv_begin(r, name, HEADS);

	while (next_row(r, s))
		put_row(to, s);
	file_end(r, name, to);
}

#define COLUMNS "SELECT path, outcome, action, reason, sentence, page, source, size, sha256," \
    " reader, pages, printf('%.3f', seconds), issuer, kind, title, number, date, name, session" \
    " FROM fate LEFT JOIN document USING (path)"

void
write_catalogues(struct report *r)
{
	write_catalogue(r, "catalogue.csv", ask(r->ledger, COLUMNS " ORDER BY path", ""));
	write_catalogue(r, "exceptions.csv",
	    ask(r->ledger, COLUMNS " WHERE action IS NOT NULL ORDER BY action, reason, path", ""));
}
