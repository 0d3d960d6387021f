/*
 * libxml2 compares each attribute of a tag with all before it.  An attribute has an = before its
 * quote, and no < stands in one: so these are counted from < to <, whatever else the bytes are.
 * That holds in encodings which write these characters as ASCII does, with NULs in UTF-16; so no
 * part may be in another.
 */
#include "watch.h"

#include <string.h>
#include <strings.h>

enum { OFD_ATTRIBUTES = 2000 };		/* no element of the standard has twenty */

static bool
ofd_is_known(const char *encoding)
{
	static const char *const known[] = {
		"UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312",
		"GB_2312-80", "CP936", "Big5", "US-ASCII", "ASCII", "ISO-8859-1",
	};
	size_t len = strcspn(encoding + 1, "\"'");

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i]) == len && strncasecmp(known[i], encoding + 1, len) == 0)
			return true;
	return false;
}

/* Whether the head, which may not be all there yet, is that of XML in such an encoding. */
static bool
ofd_is_readable(const struct ofd_watch *w)
{
	const char *start = w->head, *end = strchr(start, '>'), *encoding;

	if (strncmp(start, "\xEF\xBB\xBF", 3) == 0)
		start += 3;
	else if (strncmp(start, "\xFF\xFE", 2) == 0 || strncmp(start, "\xFE\xFF", 2) == 0)
		start += 2;
	start += strspn(start, " \t\r\n");
	if (strncmp(start, "<?xml", 5))
		return *start == '<' || w->len < 4;
	if (!end)
		return w->len < sizeof(w->head) - 1;
	encoding = strstr(start, "encoding");
	if (!encoding || encoding > end)
		return true;
	encoding = strpbrk(encoding, "\"'");
	return encoding && encoding < end && ofd_is_known(encoding);
}

static void
ofd_count(struct ofd_watch *w, char c)
{
	bool quote = c == '"' || c == '\'';

	if (c == '<')
		w->attributes = 0;
	w->attributes += quote && w->equals;
	if (c && !strchr(" \t\r\n", c))
		w->equals = c == '=';
}

const char *
ofd_watched(struct ofd_watch *w, const char *bytes, size_t n)
{
	bool fresh = w->len < sizeof(w->head) - 1;

	for (size_t i = 0; i < n; i++) {
		if (bytes[i] && w->len < sizeof(w->head) - 1)
			w->head[w->len++] = bytes[i];
		ofd_count(w, bytes[i]);
		if (w->attributes > OFD_ATTRIBUTES)
			return "has a tag with thousands of attributes";
	}
	return !fresh || ofd_is_readable(w) ? NULL : "is not XML in an encoding that is read";
}
