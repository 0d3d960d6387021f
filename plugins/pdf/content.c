/* The syntax of content streams (ISO 32000-1, 7.2 and 7.8.2), as far as numbers and operators go. */
#include "content.h"

#include <string.h>

static bool
pdf_is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
pdf_is_delimiter(char c)
{
	return c != '\0' && strchr("()<>[]{}/%", c);
}

/* The end of (a string (with brackets) in it), whose characters are counted: \\, \) and \040 are one. */
static const char *
pdf_skip_string(const char *s, const char *end, size_t *shown)
{
	int depth = 0;

	for (; s < end; s++, ++*shown) {
		if (*s == '\\' && s + 1 < end) {
			for (int i = 0; i < 3 && s + 1 < end && s[1] >= '0' && s[1] <= '7'; i++)
				s++;
			s += *s == '\\';
		} else if (*s == '(') {
			depth++;
		} else if (*s == ')' && --depth == 0) {
			--*shown;	/* the brackets around it */
			return s + 1;
		}
	}
	return end;
}

static const char *
pdf_skip_to(const char *s, const char *end, const char *stops)
{
	while (s < end && !(*s && strchr(stops, *s)))
		s++;
	return s;
}

static const char *
pdf_skip_hex(const char *s, const char *end, size_t *shown)
{
	size_t digits = 0;

	for (; s < end && *s != '>'; s++)
		digits += *s && strchr("0123456789ABCDEFabcdef", *s);
	*shown += (digits + 1) / 2;
	return s;
}

static const char *
pdf_skip_name(const char *s, const char *end, struct pdf_operation *o)
{
	o->resource = s++;
	while (s < end && !pdf_is_white(*s) && !pdf_is_delimiter(*s))
		s++;
	o->resource_len = (size_t)(s - o->resource);
	return s;
}

/* What stands between two words: white space, comments, strings, names, brackets. */
static const char *
pdf_skip(const char *s, const char *end, struct pdf_operation *o)
{
	while (s < end) {
		if (pdf_is_white(*s) || strchr("[]{}>)", *s))
			s++;
		else if (*s == '%')
			s = pdf_skip_to(s, end, "\r\n");
		else if (*s == '(')
			s = pdf_skip_string(s, end, &o->shown);
		else if (*s == '<' && s + 1 < end && s[1] != '<')
			s = pdf_skip_hex(s, end, &o->shown);
		else if (*s == '<')
			s += 2;
		else if (*s == '/')
			s = pdf_skip_name(s, end, o);
		else
			break;
	}
	return s < end ? s : end;
}

/* Numbers have no exponents here, and the C library's heed the locale. */
static bool
pdf_number_of(const char *s, size_t len, double *number)
{
	double value = 0, scale = 1;
	bool digits = false, point = false;
	size_t i = len && (*s == '-' || *s == '+');

	for (; i < len; i++) {
		if (s[i] == '.' && !point) {
			point = true;
		} else if (s[i] >= '0' && s[i] <= '9') {
			value = value * 10 + (s[i] - '0');
			scale *= point ? 10 : 1;
			digits = true;
		} else {
			return false;
		}
	}
	*number = (*s == '-' ? -value : value) / scale;
	return digits;
}

static void
pdf_push(struct pdf_operation *o, double number)
{
	if (o->count == PDF_OPERANDS)
		memmove(o->operands, o->operands + 1, --o->count * sizeof(*o->operands));
	o->operands[o->count++] = number;
}

/* A picture from BI on is none of the content: its bytes end where EI stands alone.  An ID without BI begins
 * none (ISO 32000-1, 8.9.7). */
static const char *
pdf_skip_picture(const char *s, const char *end)
{
	for (; s + 3 < end; s++)
		if (pdf_is_white(s[0]) && s[1] == 'E' && s[2] == 'I' && pdf_is_white(s[3]))
			return s + 3;
	return end;
}

bool
pdf_is_operator(const struct pdf_operation *o, const char *name)
{
	return strlen(name) == o->len && memcmp(name, o->name, o->len) == 0;
}

bool
pdf_next_operation(const char **at, const char *end, struct pdf_operation *o)
{
	const char *s = *at;

	*o = (struct pdf_operation){.from = s};
	while ((s = pdf_skip(s, end, o)) < end) {
		double number;

		o->name = s;
		while (s < end && !pdf_is_white(*s) && !pdf_is_delimiter(*s))
			s++;
		o->len = (size_t)(s - o->name);
		if (pdf_number_of(o->name, o->len, &number)) {
			pdf_push(o, number);
			continue;
		}
		*at = pdf_is_operator(o, "BI") ? pdf_skip_picture(s, end) : s;
		return true;
	}
	*at = end;
	return false;
}
