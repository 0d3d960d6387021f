/*
 * How a child ended.  What it says itself counts only where all of it fits together: a record that
 * is one, its last line, and the exit status.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "inside.h"

static bool
is_text(const char *text, size_t len)
{
	unsigned int point;
	size_t n;

	for (const char *end = text + len; text < end; text += n)
		if (!*text || !(n = character(text, &point)))
			return false;
	return true;
}

static bool
is_code(const char *code)
{
	size_t len = strlen(code);

	return len > 0 && len < 64 && strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

/* Takes the last line off the record, if it is one that ends it; and what is no whole line.  NULL:
 * the record has no end.  A text, behind that of the record. */
static char *
cut_end(struct child *c)
{
	char *last;

	while (c->len > 0 && c->text[c->len - 1] != '\n')
		c->len--;
	if (!is_text(c->text, c->len))
		c->len = 0;
	if (c->len == 0)
		return NULL;
	c->text[c->len - 1] = '\0';
	last = strrchr(c->text, '\n');
	last = last ? last + 1 : c->text;
	if (strncmp(last, "end\t", 4) != 0) {
		c->text[c->len - 1] = '\n';
		return NULL;
	}
	c->len = (size_t)(last - c->text);
	return last;
}

void
ending_vsay(struct ending *end, const char *format, va_list args)
{
	int error = errno;
	char *shown;
	va_list copy;

	va_copy(copy, args);
	vsnprintf(end->sentence, sizeof(end->sentence), format, args);
	errno = error;
	shown = jy_sentence(format, copy);
	va_end(copy);
	snprintf(end->shown, sizeof(end->shown), "%s", shown ? shown : "");
	free(shown);
}

void
ending_say(struct ending *end, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	ending_vsay(end, format, args);
	va_end(args);
}

/* Counts warnings, and takes over what the last error said. */
static void
read_messages(const char *record, struct ending *end)
{
	char *copy = must(strdup(record)), *at = copy;
	struct record_line line;
	bool taken = false;

	while (record_next(&at, &line)) {
		if (taken && strcmp(line.kind, "shown") == 0)
			snprintf(end->shown, sizeof(end->shown), "%s", line.values[0]);
		taken = false;
		if (strcmp(line.kind, "message") != 0)
			continue;
		if (strcmp(line.values[0], "warning") == 0)
			end->warnings = end->status == 0;
		else if ((taken = end->status && *line.values[3])) {
			snprintf(end->sentence, sizeof(end->sentence), "%s", line.values[3]);
			*end->shown = '\0';
		}
	}
	free(copy);
}

/* Does LAST, the end line, say what the child's exit status says, and in the right form? */
static bool
take_account(struct ending *end, char *last, int wait_status)
{
	struct record_line line;
	char digits[16];
	int status;

	if (!last || !WIFEXITED(wait_status) || !record_next(&last, &line) || line.count != 2)
		return false;
	status = WEXITSTATUS(wait_status);
	snprintf(digits, sizeof(digits), "%d", status);
	if (strcmp(line.values[0], digits) != 0
	    || (status && (status < EX__BASE || status > EX__MAX))
	    || (status ? !is_code(line.values[1]) : *line.values[1]))
		return false;
	*end = (struct ending){.status = status, .reason = status ? line.values[1] : NULL};
	return true;
}

struct ending
ending_of(struct child *c, int wait_status, const struct rusage *usage)
{
	char *last = cut_end(c);
	struct ending end;

	if (!take_account(&end, last, wait_status)) {
		c->text[c->len] = '\0';
		return death_of(&(struct evidence){c, wait_status, usage});
	}
	last[0] = '\0';	/* where the record ends; the code stands behind it */
	read_messages(c->text, &end);
	return end;
}
