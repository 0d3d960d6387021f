/* What went wrong, one line each on standard error: for people as text, for programs as JSON. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli.h"

#define ERROR N_("error")
#define WARNING N_("warning")

static bool as_json;
static long warnings;
static void (*take)(void *with, const struct jy_message *);	/* NULL: standard error does */
static void *take_with;

int
messages_style(const char *style)
{
	as_json = strcmp(style, "json") == 0;
	return as_json || strcmp(style, "text") == 0 ? 0 : -1;
}

void
messages_to(void (*with_take)(void *, const struct jy_message *), void *with)
{
	take = with_take;
	take_with = with;
}

long
messages_warnings(void)
{
	return warnings;
}

size_t
character(const char *text, unsigned int *point)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

	if (len <= 0)
		return 0;
	*point = (unsigned int)c;
	return (size_t)len;
}

/* What Unicode keeps for characters that nobody will see; utf8proc tells it of those that are there. */
static bool
is_reserved(unsigned int point)
{
	return point == 0x2065 || (point >= 0xfff0 && point <= 0xfff8) || point >> 12 == 0xe0;
}

/* What chooses the form of a Han character is not seen either, but its form is: that stays. */
bool
is_unsafe(unsigned int point)
{
	switch (utf8proc_category((utf8proc_int32_t)point)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	case UTF8PROC_CATEGORY_CN:
		return is_reserved(point);
	default:
		return false;
	}
}

/* As JSON has it: beyond four digits in two halves. */
static void
put_escape(FILE *to, unsigned int c)
{
	if (c > 0xffff)
		fprintf(to, "\\u%04x", 0xd7c0 + (c >> 10));
	fprintf(to, "\\u%04x", c > 0xffff ? 0xdc00 + (c & 0x3ff) : c);
}

static void
put_text(FILE *to, const char *text, bool json)
{
	unsigned int c;

	for (size_t len; *text; text += len) {
		len = character(text, &c);
		if (len && is_unsafe(c))
			put_escape(to, c);
		else if (len && json && (c == '"' || c == '\\'))
			fprintf(to, "\\%c", *text);
		else if (len)
			fwrite(text, 1, len, to);
		else if (json)
			fputs("\\ufffd", to);
		else
			fprintf(to, "\\x%02x", (unsigned char)*text);
		len += !len;
	}
}

void
put_harmless(FILE *to, const char *text)
{
	put_text(to, text, false);
}

void
put_quoted(FILE *to, const char *text)
{
	if (!text) {
		fputs("null", to);
		return;
	}
	putc('"', to);
	put_text(to, text, true);
	putc('"', to);
}

static void
put_member(FILE *to, const char *before, const char *value)
{
	fputs(before, to);
	put_quoted(to, value);
}

static void
show_json(FILE *to, const char *source, const struct jy_message *m)
{
	put_member(to, "{\"severity\":", m->severity);
	put_member(to, ",\"source\":", source);
	if (m->page > 0)
		fprintf(to, ",\"page\":%d", m->page);
	else
		fputs(",\"page\":null", to);
	put_member(to, ",\"code\":", m->code);
	put_member(to, ",\"message\":", m->text);
	fputs("}\n", to);
}

const char standard_output[] = N_("standard output");

static void
show_text(FILE *to, const char *source, const struct jy_message *m)
{
	put_harmless(to, !source ? "jiyao" : source == standard_output ? _(source) : source);
	if (m->page > 0)
		tell(to, ":p%d", m->page);
	tell(to, ": %-s: ", m->severity);
	put_harmless(to, m->shown);
	fprintf(to, " [%s]\n", m->code);
}

static void
put_line(FILE *to, const char *source, const struct jy_message *m)
{
	(as_json ? show_json : show_text)(to, source, m);
}

static void
show(const char *source, const struct jy_message *m)
{
	if (take)
		take(take_with, m);
	else
		put_line(stderr, source, m);
}

void
show_messages(const char *source, const struct jy_task *task)
{
	for (const struct jy_message *m = jy_messages(task); m; m = m->next) {
		warnings += strcmp(m->severity, "warning") == 0;
		show(source, m);
	}
}

/* TO is NULL for whoever takes messages. */
__attribute__((format(printf, 5, 0)))
static void
say(FILE *to, const char *severity, const char *source, const char *code, const char *format,
    va_list args)
{
	struct jy_message m = {.severity = severity, .code = code};
	int error = errno;
	char *text, *shown;
	va_list copy;

	va_copy(copy, args);
	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	errno = error;
	shown = jy_sentence(format, copy);
	va_end(copy);
	m.text = text ? text : "memory has run out";
	m.shown = shown ? shown : m.text;
	if (to)
		put_line(to, source, &m);
	else
		show(source, &m);
	free(shown);
	free(text);
}

int
vcomplain(int status, const char *source, const char *code, const char *format, va_list args)
{
	say(NULL, ERROR, source, code, format, args);
	return status;
}

int
complain_of(int status, const char *source, const char *code, const char *text, const char *shown)
{
	show(source,
	    &(struct jy_message){.severity = ERROR, .code = code, .text = text, .shown = shown});
	return status;
}

int
complain(int status, const char *source, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vcomplain(status, source, code, format, args);
	va_end(args);
	return status;
}

void
mention(const char *source, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(NULL, WARNING, source, code, format, args);
	va_end(args);
}

void
tell(FILE *to, const char *format, ...)
{
	char *shown;
	va_list args, copy;

	va_start(args, format);
	va_copy(copy, args);
	shown = jy_sentence(format, copy);
	va_end(copy);
	if (shown)
		fputs(shown, to);
	else
		vfprintf(to, format, args);
	va_end(args);
	free(shown);
}

char *
complaint(const char *source, const char *code, const char *format, ...)
{
	char *line = NULL;
	size_t len;
	FILE *to = must(open_memstream(&line, &len));
	va_list args;

	va_start(args, format);
	say(to, ERROR, source, code, format, args);
	va_end(args);
	fclose(to);
	return must(line);
}

void *
must(void *memory)
{
	if (!memory) {
		guard_end();	/* it has its last word here */
		exit(complain(EX_TEMPFAIL, NULL, "memory", "memory has run out"));
	}
	return memory;
}
