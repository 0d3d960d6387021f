/*
 * libxml2 compares each attribute of a tag with all before it.  An attribute has an = before its
 * quote, and no < stands in one: so these are counted from < to <, whatever else the text is.  That
 * holds in encodings which write these characters as ASCII does, or as UTF-16; so no part may be in
 * another, nor claim the one and be the other.
 */
#include "watch.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	PACKAGE_ATTRIBUTES = 2000,	/* no element of OFD or Word has a hundred */
	PACKAGE_LOOK = 4096		/* characters that have fewer attributes than may be */
};

static bool
package_is_known(const char *encoding, enum package_width width)
{
	static const struct { const char *name; bool narrow, little, big; } known[] = {
		{"UTF-8", true, true, true}, {"UTF8", true, true, true},
		{"UTF-16", false, true, true}, {"UTF-16LE", false, true, false},
		{"UTF-16BE", false, false, true}, {"GB18030", .narrow = true},
		{"GBK", .narrow = true}, {"GB2312", .narrow = true},
		{"GB_2312-80", .narrow = true}, {"CP936", .narrow = true},
		{"Big5", .narrow = true}, {"US-ASCII", .narrow = true}, {"ASCII", .narrow = true},
		{"ISO-8859-1", .narrow = true},
	};
	size_t len = strcspn(encoding, "\"'");

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].name) == len && strncasecmp(known[i].name, encoding, len) == 0)
			return width == PACKAGE_NARROW ? known[i].narrow
			    : width == PACKAGE_LITTLE  ? known[i].little
						       : known[i].big;
	return false;
}

/* Whether the head, which may not be all there yet, is that of XML in such an encoding. */
static bool
package_is_readable(const struct package_watch *w)
{
	const char *start = w->head, *end = strchr(start, '>'), *encoding;

	start += strncmp(start, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	start += strspn(start, " \t\r\n");
	if (strncmp(start, "<?xml", 5) != 0)
		return *start == '<' || w->len < 4;
	if (!end)
		return w->len < sizeof(w->head) - 1;
	encoding = strstr(start, "encoding");
	if (!encoding || encoding > end)
		return true;
	encoding = strpbrk(encoding, "\"'");
	return encoding && encoding < end && package_is_known(encoding + 1, w->width);
}

/* As libxml2 tells it: by a mark, or by <? written so. */
static enum package_width
package_measure(const char *s, size_t n)
{
	if (n >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0))
		return *s == '\xFF' ? PACKAGE_LITTLE : PACKAGE_BIG;
	if (n >= 4 && memcmp(s, "<\0?", 4) == 0)
		return PACKAGE_LITTLE;
	return n >= 4 && memcmp(s, "\0<\0?", 4) == 0 ? PACKAGE_BIG : PACKAGE_NARROW;
}

static void
package_count(struct package_watch *w, const char *s, const char *end)
{
	for (; s < end; s++) {
		w->attributes += w->equals && (*s == '"' || *s == '\'');
		if (*s != ' ' && *s != '\t' && *s != '\r' && *s != '\n')
			w->equals = *s == '=';
	}
}

/* At most PACKAGE_LOOK characters: a tag has too many attributes only if it began before them. */
static bool
package_is_crowded(struct package_watch *w, const char *s, size_t n)
{
	const char *first = memchr(s, '<', n), *last = first ? memrchr(s, '<', n) : NULL;
	bool crowded;

	package_count(w, s, first ? first : s + n);
	crowded = w->attributes > PACKAGE_ATTRIBUTES;
	if (last) {
		w->attributes = 0;
		w->equals = false;
		package_count(w, last, s + n);
	}
	return crowded;
}

static enum package_flaw
package_look(struct package_watch *w, const char *s, size_t n)
{
	size_t room = sizeof(w->head) - 1 - w->len, more = n < room ? n : room;

	memcpy(w->head + w->len, s, more);
	w->len += more;
	if (more && (strlen(w->head) < w->len || !package_is_readable(w)))
		return PACKAGE_CODED;
	return package_is_crowded(w, s, n) ? PACKAGE_CROWDED : PACKAGE_SOUND;
}

/* Makes TO of UTF-16 what is ASCII of it, and a letter of all else; its length. */
static size_t
package_narrow(struct package_watch *w, const char *s, size_t n, char *to)
{
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		char low = w->width == PACKAGE_LITTLE ? w->half : s[i];
		char high = w->width == PACKAGE_LITTLE ? s[i] : w->half;

		if (w->split)
			to[len++] = high || low & 0x80 ? 'x' : low;
		w->half = s[i];
		w->split = !w->split;
	}
	return len;
}

enum package_flaw
package_watched(struct package_watch *w, const char *s, size_t n)
{
	enum package_flaw flaw = PACKAGE_SOUND;
	char narrow[PACKAGE_LOOK];
	size_t some;

	if (w->width == PACKAGE_UNKNOWN) {
		w->width = package_measure(s, n);
		some = w->width != PACKAGE_NARROW && (*s == '\xFF' || *s == '\xFE') ? 2 : 0;
		s += some;
		n -= some;
	}
	for (; n && !flaw; s += some, n -= some) {
		some = n < PACKAGE_LOOK ? n : PACKAGE_LOOK;
		flaw = w->width == PACKAGE_NARROW
		    ? package_look(w, s, some)
		    : package_look(w, narrow, package_narrow(w, s, some, narrow));
	}
	return flaw;
}
