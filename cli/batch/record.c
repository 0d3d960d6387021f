/* A record: lines of UTF-8 that a child writes and its parent takes apart. */
#include <stdarg.h>
#include <string.h>

#include "record.h"

/* File names may be any bytes; a record is UTF-8. */
static void
put_value(FILE *to, const char *value)
{
	unsigned int point;

	for (size_t len; *value; value += len) {
		len = character(value, &point);
		if (*value == '\t')
			fputs("\\t", to);
		else if (*value == '\n')
			fputs("\\n", to);
		else if (*value == '\\')
			fputs("\\\\", to);
		else if (len)
			fwrite(value, 1, len, to);
		else
			fputs("\xef\xbf\xbd", to);
		len += !len;
	}
}

void
record_put(FILE *to, const char *kind, ...)
{
	const char *value;
	va_list values;

	fputs(kind, to);
	va_start(values, kind);
	while ((value = va_arg(values, const char *))) {
		putc('\t', to);
		put_value(to, value);
	}
	va_end(values);
	putc('\n', to);
}

struct number { char digits[24]; };

/* Counts, pages, years: 0 is null. */
static struct number
number(long n)
{
	struct number text = {""};

	if (n)
		snprintf(text.digits, sizeof(text.digits), "%ld", n);
	return text;
}

static const char *
or_empty(struct jy_text text)
{
	return text.s ? text.s : "";
}

static void
put_document(FILE *to, const struct jy_document *d, const struct jy_meeting *m)
{
	static const struct jy_number none;
	const struct jy_number *n = d->number ? d->number : &none;

	record_put(to, "document", or_empty(d->issuer), or_empty(d->kind), or_empty(d->title),
	    or_empty(n->text), or_empty(n->prefix), number(n->year).digits,
	    number(n->sequence).digits, or_empty(m->name), or_empty(m->term),
	    number(m->session).digits, or_empty(m->date), NULL);
}

static void
put_people(FILE *to, const char *role, const struct jy_person *people)
{
	for (const struct jy_person *p = people; p; p = p->next)
		if (p->name.s)
			record_put(to, "person", role, p->name.s, or_empty(p->organization),
			    or_empty(p->title), number(p->at.page).digits,
			    number(p->at.first_line).digits, NULL);
}

void
record_put_minutes(FILE *to, const struct jy_minutes *minutes)
{
	for (const struct jy_check *c = minutes->checks; c; c = c->next)
		record_put(to, "check", or_empty(c->severity), or_empty(c->code),
		    number(c->page).digits, number(c->line).digits, or_empty(c->message), NULL);
	put_document(to, minutes->document, minutes->meeting);
	put_people(to, "chair", minutes->meeting->chairs);
	put_people(to, "recorder", minutes->meeting->recorders);
	put_people(to, "signer", minutes->document->signers);
	for (const struct jy_group *g = minutes->attendance; g; g = g->next)
		put_people(to, or_empty(g->role), g->people);
}

/* The text of a value, in its own place: it only ever gets shorter. */
static void
unescape(char *value)
{
	char *to = value;

	for (; *value; value++) {
		if (*value == '\\' && value[1]) {
			value++;
			*to++ = *value == 't' ? '\t' : *value == 'n' ? '\n' : *value;
		} else {
			*to++ = *value;
		}
	}
	*to = '\0';
}

/* What stands before the next tab of *REST, or its end: then *REST is NULL. */
static const char *
next_value(char **rest)
{
	char *value = strsep(rest, "\t");

	unescape(value);
	return value;
}

bool
record_next(char **at, struct record_line *line)
{
	char *rest = *at;

	if (!rest || !*rest)
		return false;
	for (size_t i = 0; i < RECORD_VALUES; i++)
		line->values[i] = "";
	strsep(at, "\n");
	line->kind = next_value(&rest);
	for (line->count = 0; rest && line->count < RECORD_VALUES; line->count++)
		line->values[line->count] = next_value(&rest);
	return true;
}
