/* Measures characters, and says where a line may break. */
#include "text.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <jiyao/plugin.h>

/* Kinsoku (避头尾): what no line begins with, and what none ends with. */
static const wchar_t ofd_closing[] = L"、。，．：；？！）》〉」』】〕〗］｝”’…—·～〜‰℃々!,.:;?)]}%";
static const wchar_t ofd_opening[] = L"（《〈「『【〔〖［｛“‘￥([{";

void *
ofd_must(void *p)
{
	if (!p)
		_Exit(JY_TEMPORARY);
	return p;
}

void *
ofd_grow(void *array, size_t used, size_t *room, size_t size)
{
	if (used < *room)
		return array;
	*room = *room ? *room * 2 : 64;
	return ofd_must(reallocarray(array, *room, size));
}

bool
ofd_is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

unsigned char
ofd_halves(uint32_t c)
{
	if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F)
	    || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0100)
		return 0;
	if (c <= 0xA0 || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
	    || (c >= 0xFF61 && c <= 0xFFDC))
		return 1;
	return 2;
}

/* Whether a line may end with A and the next begin with B. */
static bool
ofd_may_part(struct ofd_letter a, struct ofd_letter b)
{
	if (ofd_is_space(a.c) || ofd_is_space(b.c))
		return true;
	if (b.halves == 0 || wcschr(ofd_closing, (wchar_t)b.c) || wcschr(ofd_opening, (wchar_t)a.c))
		return false;
	return a.halves == 2 || b.halves == 2;	/* else within a Latin word or a number */
}

void
ofd_say(struct ofd_text *t, enum ofd_face face, const char *s)
{
	size_t left = s ? strlen(s) : 0;

	while (left) {
		int size = (int)(left < 4 ? left : 4);
		int c = xmlGetUTF8Char((const unsigned char *)s, &size);
		struct ofd_letter new = {.c = c < 0 ? 0xFFFD : (uint32_t)c, .tag = t->tag};

		if (c < 0)
			size = 1;
		new.face = (unsigned char)face;
		new.halves = ofd_halves(new.c);
		new.may_begin = t->n == 0 || ofd_may_part(t->at[t->n - 1], new);
		t->at = ofd_grow(t->at, t->n, &t->room, sizeof(*t->at));
		t->at[t->n++] = new;
		s += size;
		left -= (size_t)size;
	}
}

void
ofd_bind(struct ofd_text *t, size_t from)
{
	for (size_t i = from + 1; i < t->n; i++)
		t->at[i].may_begin = false;
}

int
ofd_width(const struct ofd_letter *at, size_t n)
{
	int width = 0;

	for (size_t i = 0; i < n; i++)
		width += at[i].halves;
	return width;
}

size_t
ofd_skip(const struct ofd_text *t, size_t from)
{
	while (from < t->n && ofd_is_space(t->at[from].c))
		from++;
	return from;
}

/* As many letters as fit; then back to where the next line may begin, unless that is nowhere. */
size_t
ofd_fit(const struct ofd_text *t, size_t from, int halves)
{
	size_t end = from, at;

	while (end < t->n && (end == from || !t->at[end].must_begin)
	    && (halves -= t->at[end].halves) >= 0)
		end++;
	if (end == t->n || t->at[end].must_begin)
		return end;
	for (at = end; at > from && !t->at[at].may_begin; at--)
		;
	return at > from ? at : end > from ? end : from + 1;
}
