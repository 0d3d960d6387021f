/* What went wrong, one line each on standard error: for people as text, for programs as JSON. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

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
	const unsigned char *s = (const unsigned char *)text;
	static const unsigned int least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len = s[0] < 0x80 ? 1
	    : s[0] < 0xc0        ? 0
	    : s[0] < 0xe0        ? 2
	    : s[0] < 0xf0        ? 3
	    : s[0] < 0xf8        ? 4
				 : 0;
	unsigned int c = len > 1 ? s[0] & (0x7fu >> len) : s[0];

	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	if (!len || c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	*point = c;
	return len;
}

bool
is_unsafe(unsigned int c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f)
	    || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
	    || c == 0x61c || c == 0x180e || (c >= 0xfff9 && c <= 0xfffb)
	    || (c >= 0xe0000 && c < 0xe0080);
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
