/* Statements of the ledger: prepared once, bound, stepped; and what their errors mean. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "store.h"

enum { LONGEST_TEXT = 4096 };	/* bytes of what a child says; the ledger is no copy of the minutes */

static int
cannot_write(const struct ledger *l, int error)
{
	errno = error;
	if (error == EACCES || error == EPERM || error == EROFS)
		return complain(EX_NOPERM, l->file, "permission", "it may not be written: %m");
	if (error)
		return complain(EX_IOERR, l->file, "output", "it cannot be written: %m");
	return complain(EX_IOERR, l->file, "output", "it cannot be written: %s",
	    sqlite3_errmsg(l->db));
}

static int
explain(const struct ledger *l)
{
	switch (sqlite3_errcode(l->db)) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return complain(EX_TEMPFAIL, l->file, "busy",
		    "another program keeps it from being written");
	case SQLITE_NOMEM:
		return complain(EX_TEMPFAIL, NULL, "memory", "memory has run out");
	case SQLITE_NOTADB:
		return complain(EX_DATAERR, l->file, "no-ledger",
		    "it is no ledger of jiyao; it is left as it is");
	case SQLITE_CORRUPT:
		return complain(EX_DATAERR, l->file, "ledger-damaged",
		    "it is damaged, and left as it is: %s", sqlite3_errmsg(l->db));
	case SQLITE_FULL:
		return cannot_write(l, ENOSPC);
	case SQLITE_READONLY:
		return cannot_write(l, EROFS);
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
		return cannot_write(l, sqlite3_system_errno(l->db));
	default:
		return complain(EX_SOFTWARE, l->file, "ledger", "%s", sqlite3_errmsg(l->db));
	}
}

int
store_failed(struct ledger *l)
{
	return l->status = explain(l);
}

/* The length of what TEXT begins with: a character of UTF-8, or a byte that is part of none (0). */
static size_t
character_at(const char *text, size_t len)
{
	utf8proc_int32_t point;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
	    &point);

	return n > 0 ? (size_t)n : 0;
}

void
bind_untrusted(sqlite3_stmt *s, int place, const char *text)
{
	size_t len = text ? strlen(text) : 0, used = 0, n;
	char *clean = must(malloc(LONGEST_TEXT + 8));

	for (size_t i = 0; i < len && used < LONGEST_TEXT; i += n ? n : 1) {
		n = character_at(text + i, len - i);
		memcpy(clean + used, n ? text + i : "\xEF\xBF\xBD", n ? n : 3);
		used += n ? n : 3;
		if (used >= LONGEST_TEXT && i + n < len) {
			memcpy(clean + used, "…", 3);
			used += 3;
		}
	}
	if (text)
		sqlite3_bind_text(s, place, clean, (int)used, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(s, place);
	free(clean);
}

char *
column_copy(sqlite3_stmt *s, int column)
{
	const void *bytes = sqlite3_column_blob(s, column);
	size_t n = (size_t)sqlite3_column_bytes(s, column);

	if (sqlite3_column_type(s, column) == SQLITE_NULL)
		return NULL;
	return must(strndup(bytes ? bytes : "", n));
}

static struct statement *
find(struct ledger *l, const char *sql)
{
	struct statement *s = l->statements;

	while (s->sql && s->sql != sql)
		if (++s == l->statements + STATEMENTS)
			abort();	/* a fault of ours, which any test finds */
	return s;
}

static void
bind(sqlite3_stmt *s, const char *kinds, va_list values)
{
	for (int i = 1; *kinds; kinds++, i++) {
		const char *text;

		switch (*kinds) {
		case 'i':
			sqlite3_bind_int64(s, i, va_arg(values, int64_t));
			break;
		case 'd':
			sqlite3_bind_double(s, i, va_arg(values, double));
			break;
		case 'b':
			text = va_arg(values, const char *);
			sqlite3_bind_blob(s, i, text, (int)strlen(text), SQLITE_TRANSIENT);
			break;
		case 'u':
			bind_untrusted(s, i, va_arg(values, const char *));
			break;
		default:
			sqlite3_bind_text(s, i, va_arg(values, const char *), -1, SQLITE_TRANSIENT);
		}
	}
}

static sqlite3_stmt *
ask_with(struct ledger *l, const char *sql, const char *kinds, va_list values)
{
	struct statement *s = find(l, sql);

	if (!s->sql) {
		if (sqlite3_prepare_v3(l->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->prepared,
			NULL)) {
			store_failed(l);
			return NULL;
		}
		s->sql = sql;
	}
	sqlite3_reset(s->prepared);
	sqlite3_clear_bindings(s->prepared);
	bind(s->prepared, kinds, values);
	return s->prepared;
}

sqlite3_stmt *
ask(struct ledger *l, const char *sql, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;

	va_start(values, kinds);
	s = ask_with(l, sql, kinds, values);
	va_end(values);
	return s;
}

int
step(struct ledger *l, sqlite3_stmt *s, bool *row)
{
	int code = s ? sqlite3_step(s) : SQLITE_ERROR, status;

	*row = code == SQLITE_ROW;
	if (*row)
		return 0;
	if (!s)
		return l->status;
	/* A statement that is not reset keeps a transaction from its end. */
	status = code == SQLITE_DONE ? 0 : store_failed(l);
	sqlite3_reset(s);
	return status;
}

int
perform(struct ledger *l, const char *sql, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;
	bool row = true;
	int status = 0;

	va_start(values, kinds);
	s = ask_with(l, sql, kinds, values);
	va_end(values);
	while (!status && row)
		status = step(l, s, &row);
	return status;
}

int
ask_number(struct ledger *l, int64_t *number, const char *sql, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;
	bool row;
	int status;

	va_start(values, kinds);
	s = ask_with(l, sql, kinds, values);
	va_end(values);
	status = step(l, s, &row);
	*number = row ? sqlite3_column_int64(s, 0) : 0;
	if (row)
		sqlite3_reset(s);
	return status;
}

int
settle(struct ledger *l, int status)
{
	if (!status)
		status = perform(l, "COMMIT", "");
	if (status && !sqlite3_get_autocommit(l->db))	/* some errors have rolled back already */
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}
