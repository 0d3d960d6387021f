/* What a child tells becomes a result.  It may have been taken over by what it read: nothing in its
 * record is taken for granted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

/*
 * The lines of a record.  A letter a value: t text, T text that may not be empty; n a number or empty,
 * N a number; h a SHA-256.  What is empty, or the number 0 where a number may be missing, is null.
 * The parameters of SQL are the path, the place among lines of its kind, the file, and the values.
 */
static const struct kind {
	const char *name, *values, *sql;
} kinds[] = {
	{"input", "hN", NULL},
	{"reader", "T", NULL},
	{"pages", "n", NULL},
	{"output", "TNh", "INSERT INTO output (path, format, file, size, sha256)"
	    " VALUES (?1, ?4, ?3, ?5, ?6)"},
	{"message", "TnTt", "INSERT INTO message (path, place, severity, page, code, text)"
	    " VALUES (?1, ?2, ?4, ?5, ?6, ifnull(?7, ''))"},
	{"check", "TTnnt", "INSERT INTO doubt (path, place, severity, code, page, line, text)"
	    " VALUES (?1, ?2, ?4, ?5, ?6, ?7, ifnull(?8, ''))"},
	{"document", "tttttnnttnt", "INSERT OR IGNORE INTO document (path, issuer, kind, title, number,"
	    " prefix, year, sequence, name, term, session, date)"
	    " VALUES (?1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"},
	{"person", "ttttnn", "INSERT INTO person (path, place, role, name, organization, title,"
	    " page, line) VALUES (?1, ?2, ifnull(?4, 'other'), ifnull(?5, ''), ?6, ?7, ?8, ?9)"},
};
enum { INPUT, READER, PAGES, OUTPUT, MESSAGE, CHECK, DOCUMENT, PERSON, KINDS };

/* What the lines of a record come to. */
struct gist {
	char sha256[65];		/* of the input; "": not told */
	char *reader;			/* NULL: not told */
	int64_t pages;
	long lines[KINDS], warnings, unsound;
};

/* A number of digits alone; -1: it is none. */
static int64_t
number(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits && digits <= 18 && !text[digits] ? strtoll(text, NULL, 10) : -1;
}

static bool
is_sound(char letter, const char *value)
{
	switch (letter) {
	case 'T':
		return *value != '\0';
	case 'N':
		return number(value) >= 0;
	case 'n':
		return !*value || number(value) >= 0;
	case 'h':
		return strspn(value, "0123456789abcdef") == 64 && !value[64];
	default:
		return true;
	}
}

/* Its place in the table; KINDS: a later jiyao's, which is no concern of ours. */
static size_t
kind_of(const struct record_line *line)
{
	size_t k = 0;

	while (k < KINDS && strcmp(kinds[k].name, line->kind) != 0)
		k++;
	return k;
}

static bool
is_sound_line(const struct record_line *line, size_t k)
{
	for (int i = 0; kinds[k].values[i]; i++)
		if (!is_sound(kinds[k].values[i], line->values[i]))
			return false;
	return true;
}

static void
take(struct gist *g, const struct record_line *line, size_t k)
{
	g->lines[k]++;
	if (k == INPUT)
		memcpy(g->sha256, line->values[0], sizeof(g->sha256));
	else if (k == READER && !g->reader)
		g->reader = must(strdup(line->values[0]));
	else if (k == PAGES)
		g->pages = number(line->values[0]);
	else if (k == MESSAGE)
		g->warnings += strcmp(line->values[0], "warning") == 0;
}

static void
take_all(struct gist *g, const char *record)
{
	char *text = must(strdup(record)), *at = text;
	struct record_line line;

	*g = (struct gist){0};
	while (record_next(&at, &line)) {
		size_t k = kind_of(&line);

		if (k < KINDS && is_sound_line(&line, k))
			take(g, &line, k);
		else
			g->unsound += k < KINDS;
	}
	free(text);
}

/* Of one that fails, no more than its words is at stake: it may have died in the middle of a line. */
static bool
is_believed(const struct gist *g, const struct ending *end, long outputs)
{
	return end->status
	    || (!g->unsound && g->lines[INPUT] == 1 && g->lines[READER] <= 1
		&& g->lines[DOCUMENT] <= 1 && g->lines[OUTPUT] == outputs);
}

bool
ledger_believes(const struct ending *end, size_t count)
{
	struct gist gist;

	take_all(&gist, end->record);
	free(gist.reader);
	return is_believed(&gist, end, (long)count);
}

static void
bind_value(sqlite3_stmt *s, int place, char letter, const char *value)
{
	bool numeric = letter == 'n' || letter == 'N';

	if (!*value || (letter == 'n' && number(value) == 0))
		return;		/* null */
	if (numeric)
		sqlite3_bind_int64(s, place, number(value));
	else
		bind_untrusted(s, place, value);
}

static int
put_row(struct ledger *l, const char *path, const char *file, const struct record_line *line,
    size_t k, int64_t place)
{
	sqlite3_stmt *s = ask(l, kinds[k].sql, "tit", path, place, file);
	bool row;

	for (int i = 0; s && kinds[k].values[i]; i++)
		bind_value(s, i + 4, kinds[k].values[i], line->values[i]);
	return step(l, s, &row);
}

/* The rows of what it tells; outputs only with FILES, whose names it has no say in. */
static int
put_rows(struct ledger *l, const char *path, char *const *files, const char *record)
{
	char *text = must(strdup(record)), *at = text;
	int64_t places[KINDS] = {0};
	struct record_line line;
	int status = 0;

	while (!status && record_next(&at, &line)) {
		size_t k = kind_of(&line);

		if (k < KINDS && kinds[k].sql && is_sound_line(&line, k)
		    && (k != OUTPUT || (files && *files)))
			status = put_row(l, path, k == OUTPUT ? *files++ : NULL, &line, k,
			    ++places[k]);
	}
	free(text);
	return status;
}

/* Size and time are those of the listing: if the file has changed since, they differ at the next. */
static int
put_result(struct ledger *l, const char *path, const struct ending *end, const struct gist *g,
    const char *outcome)
{
	int status = perform(l, "DELETE FROM result WHERE path = ?", "t", path);

	return status
	    ? status
	    : perform(l,
		"INSERT INTO result (path, run, recipe, size, mtime,"
		" sha256, outcome, status, reason, sentence, reader, pages, seconds, processor, memory)"
		" SELECT path, ?2, ?3, size, mtime, nullif(?4, ''), ?5, ?6, ?7, ?8, ?9, nullif(?10, 0),"
		" ?11, ?12, ?13 FROM input WHERE path = ?1",
		"titttiuuuiddi", path, l->run, l->recipe, g->sha256, outcome, (int64_t)end->status,
		end->status ? end->reason : NULL, end->status ? end->sentence : NULL, g->reader,
		g->pages, end->seconds, end->processor, (int64_t)end->kibibytes);
}

static int
put_all(struct ledger *l, const char *path, char *const *files, const struct ending *end,
    const struct gist *g)
{
	int status = put_result(l, path, end, g,
	    end->status       ? "failed"
		: g->warnings ? "warnings"
			      : "converted");

	if (!status)
		status = put_rows(l, path, end->status ? NULL : files, end->record);
	return status ? status
		      : perform(l, "UPDATE input SET plan = 'done' WHERE path = ?", "t", path);
}

static long
count_files(char *const *files)
{
	long n = 0;

	while (files[n])
		n++;
	return n;
}

int
ledger_put(struct ledger *l, const char *path, char *const *files, const struct ending *end)
{
	struct ending lie = {.status = EX_SOFTWARE,
	    .reason = "protocol",
	    .sentence = "what its child told of it is no record",
	    .seconds = end->seconds,
	    .processor = end->processor,
	    .kibibytes = end->kibibytes,
	    .record = (char[]){""}};
	struct gist gist;
	int status = perform(l, "BEGIN IMMEDIATE", "");

	take_all(&gist, end->record);
	if (!is_believed(&gist, end, files ? count_files(files) : gist.lines[OUTPUT])) {
		free(gist.reader);
		gist = (struct gist){0};
		end = &lie;
	}
	if (!status)
		status = settle(l, put_all(l, path, files, end, &gist));
	free(gist.reader);
	return status;
}
