/* Where a line ends, with or without the rules for punctuation and numbers. */
#include "layout.h"

#include <string.h>

size_t
glyph_size(const char *s)
{
	size_t n = 1;

	while (s[n] && ((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

int
glyph_width(const char *s)
{
	return (unsigned char)*s < 0x80 ? 1 : 2;
}

bool
is_blank(const char *s)
{
	return *s == ' ' || strncmp(s, "　", 3) == 0;
}

static bool
is_one(const char *s, const char *set)
{
	size_t n = glyph_size(s);

	for (; *set; set += glyph_size(set))
		if (strncmp(s, set, n) == 0)
			return true;
	return false;
}

/* The end of the line that begins at S with ROOM columns; never at its start. */
const char *
line_end(const struct setting *set, const char *s, int room)
{
	const char *p = s, *last = s;

	for (; *p && glyph_width(p) <= room; p += glyph_size(p)) {
		room -= glyph_width(p);
		last = p;
	}
	if (!*p || p == s)
		return p;
	if (set->hang && is_one(p, "，。、；：）》”,.;:)"))
		return p + glyph_size(p);
	if (set->pull && is_one(p, "，。、；：）》”,.;:)") && last > s)
		return last;
	if (set->pull && is_one(last, "（《“") && last > s)
		return last;
	if (set->whole_numbers)
		while (p > s + 1 && strspn(p, "0123456789.%") && strspn(p - 1, "0123456789."))
			p--;
	return p;
}

const char *
skip_blanks(const char *s)
{
	while (is_blank(s))
		s += glyph_size(s);
	return s;
}
