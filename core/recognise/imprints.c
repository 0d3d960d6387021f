/* 落款 and 版记: who wrote the minutes down and who printed them, with the day. */
#include "names.h"
#include "stages.h"

size_t
without_seal(const struct sheet *s, struct span span)
{
	size_t n = ends_with(s, span, "(盖章)|(代章)|(印章)|(公章)") ? 4
	    : ends_with(s, span, "(章)")                             ? 3
								     : 0;

	return span.to - n;
}

bool
ends_as_office(const struct sheet *s, struct span span)
{
	size_t n;

	span.to = without_seal(s, span);

	return span_len(span) >= 4 && is_han(s->glyphs[span.from].code)
	    && find_any(s, span, "。|,|:|;|、", &n) == NOWHERE
	    && (ends_with_phrase(s, span, WORDS_OFFICES)
		|| ends_listed(s, ORGANIZATIONS, span.from, span.to));
}

/* An office right before the last word of an imprint. */
static bool
names_office(const struct sheet *s, struct span by, enum phrases verbs)
{
	for (size_t n = 1; n <= 2 && n < span_len(by); n++)
		if (match_phrase(s, by.to - n, by.to, verbs) == n
		    && ends_as_office(s, (struct span){by.from, by.to - n}))
			return true;
	return false;
}

/* Where the date begins that the row ends with, in brackets or not; or NOWHERE. */
static size_t
last_date(const struct sheet *s, struct span row)
{
	enum { DATE = 20 };
	bool bracket = ends_with(s, row, ")");
	struct date d;

	row.to -= bracket;
	for (size_t i = span_len(row) > DATE ? row.to - DATE : row.from; i < row.to; i++)
		if (i + match_date(s, i, row.to, &d) == row.to) {
			bool opened = i > row.from && match(s, i - 1, i, "(");

			if (bracket != opened)
				return NOWHERE;
			return opened ? i - 1 : i;
		}
	return NOWHERE;
}

struct span
within_brackets(const struct sheet *s, struct span row)
{
	if (span_len(row) > 2 && match(s, row.from, row.to, "(") && ends_with(s, row, ")"))
		return (struct span){row.from + 1, row.to - 1};
	return row;
}

bool
is_imprint(const struct sheet *s, struct span row, enum phrases verbs)
{
	struct span by = within_brackets(s, row);
	size_t date = last_date(s, row), n;
	bool dated = date != NOWHERE;
	struct date d;

	by.to = dated ? date : by.to;
	if (span_len(row) > 60 || !ends_with_phrase(s, by, verbs)
	    || find_any(s, row, "。|:|;|,", &n) != NOWHERE)
		return false;
	for (size_t i = by.from; i < by.to; i++)
		dated |= match_date(s, i, by.to, &d) > 0;
	return dated
	    || (match_phrase(s, by.from, by.to, verbs) == span_len(by)
		|| names_office(s, by, verbs));
}

bool
is_dated_office(const struct sheet *s, struct span row)
{
	size_t date = last_date(s, row);

	return span_len(row) <= 40 && date != NOWHERE
	    && ends_as_office(s, (struct span){row.from, date});
}
