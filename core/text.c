/* Characters of UTF-8: decoded, cleaned and sorted into classes. */
#include <string.h>
#include <utf8proc.h>

#include "text.h"

#include <jiyao/plugin.h>

uint32_t
utf8_next(const char *s, size_t n, size_t *size)
{
	const unsigned char *u = (const unsigned char *)s;
	utf8proc_int32_t c;
	utf8proc_ssize_t used;

	*size = 1;
	if (u[0] < 0x80)
		return u[0];
	if ((u[0] & 0xF0) == 0xE0 && u[0] > 0xE0 && u[0] != 0xED && n >= 3 && (u[1] & 0xC0) == 0x80
	    && (u[2] & 0xC0) == 0x80) { /* nearly all there is */
		*size = 3;
		return (u[0] & 0x0Fu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
	}
	used = utf8proc_iterate(u, n > 4 ? 4 : (utf8proc_ssize_t)n, &c);
	if (used <= 0)
		return REPLACEMENT;
	*size = (size_t)used;
	return (uint32_t)c;
}

size_t
utf8_put(char *s, uint32_t c)
{
	if (c >= 0x800 && c < 0xD800) {	/* nearly all there is */
		s[0] = (char)(0xE0 | c >> 12);
		s[1] = (char)(0x80 | (c >> 6 & 0x3F));
		s[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)s);
}

static bool
allowed(uint32_t c)
{
	return c == '\t' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c != 0xFFFE && c != 0xFFFF);
}

/* In the usual case all is allowed and one copy does; each replaced byte may need three. */
struct jy_text
text_clean(struct arena *a, const char *s, size_t n)
{
	size_t i, size, bad = 0, len = 0;
	char *copy;

	if (!s)
		return (struct jy_text){0};
	for (i = 0; i < n; i += size) {
		uint32_t c = utf8_next(s + i, n - i, &size);
		bad += !allowed(c) || (c == REPLACEMENT && size == 1);
	}
	if (!bad)
		return arena_text(a, s, n);
	copy = arena_alloc(a, n + 3 * bad + 1);
	for (i = 0; i < n; i += size) {
		uint32_t c = utf8_next(s + i, n - i, &size);
		len += utf8_put(copy + len, allowed(c) ? c : REPLACEMENT);
	}
	return (struct jy_text){copy, len};
}

bool
text_is(struct jy_text t, const char *s)
{
	return t.s && t.len == strlen(s) && memcmp(t.s, s, t.len) == 0;
}

bool
is_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F
	    || c == 0x205F || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x1680;
}

bool
is_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007
	    || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF)
	    || (c >= 0xE000 && c <= 0xF8FF); /* private use: rare names in old fonts */
}

bool
is_wide(uint32_t c)
{
	return is_han(c) || (c >= 0x2E80 && c <= 0x33FF) || (c >= 0xFE30 && c <= 0xFE4F)
	    || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x2014 && c <= 0x2026);
}

uint32_t
fold(uint32_t c)
{
	if (c < 0x80)
		return c;
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	if (c == 0x301C || c == 0x223C || c == 0x2053)
		return '~';
	if (c == 0xFF61 || c == 0xFF64)	/* ｡ ､ */
		return c == 0xFF61 ? 0x3002 : 0x3001;
	return jy_unified(c);
}
