/* Words at a place of the sheet, and where they stand. */
#include <string.h>

#include "match.h"

/* The next character of a word in this source: known to be UTF-8, so no byte is checked.  This is
 * what recognition spends most of its time on. */
static inline uint32_t
next_of(const char **word)
{
	const unsigned char *w = (const unsigned char *)*word;

	if (w[0] < 0x80) {
		*word += 1;
		return w[0];
	}
	if (w[0] < 0xE0) {
		*word += 2;
		return (w[0] & 0x1Fu) << 6 | (w[1] & 0x3Fu);
	}
	*word += 3;
	return (w[0] & 0x0Fu) << 12 | (w[1] & 0x3Fu) << 6 | (w[2] & 0x3Fu);
}

size_t
match(const struct sheet *s, size_t at, size_t end, const char *word)
{
	size_t i = at;

	for (; *word; i++)
		if (i >= end || s->glyphs[i].code != next_of(&word))
			return 0;
	return i - at;
}

size_t
match_any(const struct sheet *s, size_t at, size_t end, const char *words)
{
	size_t best = 0;

	while (*words) {
		size_t i = at;
		bool same = true;

		while (same && *words && *words != '|') {
			same = i < end && s->glyphs[i].code == next_of(&words);
			i += same;
		}
		if (same && i - at > best)
			best = i - at;
		while (*words && *words != '|')
			words++;
		words += *words == '|';
	}
	return best;
}

size_t
match_listed(const struct sheet *s, size_t at, size_t end, enum phrases list)
{
	const struct phrase_list *phrases = &s->lexicon->phrases[list];
	size_t low = 0, high = phrases->count;
	uint32_t code = s->glyphs[at].code;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (phrases->list[middle].first < code)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < phrases->count && phrases->list[low].first == code; low++)
		if (match(s, at, end, phrases->list[low].words))
			return phrases->list[low].count;
	return 0;
}

/* How many characters the first word of "a|b|c" has; *REST: where the next begins. */
static size_t
count_word(const char *words, const char **rest)
{
	size_t n = 0;

	for (; *words && *words != '|'; words++)
		n += ((unsigned char)*words & 0xC0) != 0x80;
	*rest = words + (*words == '|');
	return n;
}

bool
ends_with(const struct sheet *s, struct span span, const char *words)
{
	for (const char *rest; *words; words = rest) {
		size_t n = count_word(words, &rest), i = span.to - n;

		if (!n || n > span_len(span))
			continue;
		while (i < span.to && s->glyphs[i].code == next_of(&words))
			i++;
		if (i == span.to)
			return true;
	}
	return false;
}

bool
ends_with_phrase(const struct sheet *s, struct span span, enum phrases list)
{
	const struct phrase_list *phrases = &s->lexicon->phrases[list];

	if (span.from >= span.to || !(phrases->last >> (s->glyphs[span.to - 1].code & 63) & 1))
		return false;
	for (size_t i = 0; i < phrases->count; i++) {
		const struct phrase *p = &phrases->list[i];

		if (p->count <= span_len(span) && s->glyphs[span.to - p->count].code == p->first
		    && match(s, span.to - p->count, span.to, p->words))
			return true;
	}
	return false;
}

/* A bit for the low six bits of the first character of each word of "a|b|c", like that of phrases. */
static uint64_t
first_of(const char *words)
{
	uint64_t first = 0;

	while (*words) {
		first |= (uint64_t)1 << (next_of(&words) & 63);
		while (*words && *words != '|')
			words++;
		words += *words == '|';
	}
	return first;
}

size_t
find_any(const struct sheet *s, struct span span, const char *words, size_t *len)
{
	uint64_t first = first_of(words);

	*len = 0;
	for (size_t i = span.from; i < span.to; i++)
		if (first >> (s->glyphs[i].code & 63) & 1
		    && (*len = match_any(s, i, span.to, words)))
			return i;
	return NOWHERE;
}

size_t
find(const struct sheet *s, struct span span, const char *word)
{
	const char *rest = word;
	uint32_t first = next_of(&rest);

	for (size_t i = span.from; i < span.to; i++)
		if (s->glyphs[i].code == first && match(s, i, span.to, word))
			return i;
	return NOWHERE;
}

bool
is_terminal(uint32_t c)
{
	return c == FULL_STOP || c == '!' || c == '?' || c == ':' || c == ';';
}

int
depth_change(uint32_t c)
{
	switch (c) {
	case TITLE_OPEN: case QUOTE_OPEN: case '(': case 0x300C: case 0x3008:
		return 1;
	case TITLE_CLOSE: case QUOTE_CLOSE: case ')': case 0x300D: case 0x3009:
		return -1;
	}
	return 0;
}

/* 。 and its kin; or the dot of a document that has no other: after a Han character, before no digit. */
static bool
is_stop(const struct sheet *s, size_t i, size_t end)
{
	uint32_t c = s->glyphs[i].code;

	if (c == FULL_STOP || c == '!' || c == '?')
		return true;
	return c == '.' && i > 0 && is_han(s->glyphs[i - 1].code)
	    && (i + 1 == end || s->glyphs[i + 1].code > '9' || s->glyphs[i + 1].code < '0');
}

size_t
sentence_end(const struct sheet *s, size_t at, size_t end)
{
	int depth = 0;

	for (size_t i = at; i < end; i++) {
		depth += depth_change(s->glyphs[i].code);
		if (depth < 0)
			depth = 0;
		if (depth == 0 && is_stop(s, i, end))
			return i + 1;
	}
	return end;
}
