// SPDX-License-Identifier: 0BSD
/* Text: bytes in the encoding of their font, or numbers of Unicode; and the lines that it makes. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "rtf.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* The encodings that Windows has by the name of a font's charset. */
static const struct { int charset, codepage; } rtf_charsets[] = {
	{77, 10000}, {128, 932}, {129, 949}, {134, 936}, {136, 950}, {161, 1253}, {162, 1254},
	{163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250},
};

static int
rtf_codepage(const struct rtf_reader *r)
{
	for (size_t i = 0; i < sizeof(rtf_charsets) / sizeof(*rtf_charsets); i++)
		if (rtf_charsets[i].charset == r->charset[r->now.font])
			return rtf_charsets[i].codepage;
	return r->codepage;
}

/* The name by which iconv knows a code page; GB18030 and Big5-HKSCS have all of their older ones. */
static iconv_t
rtf_open(int codepage)
{
	char name[32];

	switch (codepage) {
	case 936: case 54936: return iconv_open("UTF-8", "GB18030");
	case 950: return iconv_open("UTF-8", "BIG5-HKSCS");
	case 10000: return iconv_open("UTF-8", "MACINTOSH");
	case 65001: return iconv_open("UTF-8", "UTF-8");
	}
	snprintf(name, sizeof(name), "CP%d", codepage);
	return iconv_open("UTF-8", name);
}

/* Text has three bytes for each of the input, which is more than any character becomes. */
static void
rtf_put(struct rtf_reader *r, const char *text, size_t len)
{
	if (r->now.skipped)
		return;
	if (r->now.hidden) {
		r->hidden++;
		return;
	}
	memcpy(r->text + r->len, text, len);
	r->len += len;
}

static void
rtf_put_undecoded(struct rtf_reader *r)
{
	r->undecoded++;
	rtf_put(r, REPLACEMENT, strlen(REPLACEMENT));
}

void
rtf_settle(struct rtf_reader *r)
{
	for (; r->waiting; r->waiting--)
		rtf_put_undecoded(r);
	if (r->high)
		rtf_put_undecoded(r);
	r->high = 0;
}

static void
rtf_decode(struct rtf_reader *r)
{
	char text[16], *from = r->bytes, *to = text;
	size_t left = r->waiting, room = sizeof(text);

	if (r->opened != rtf_codepage(r)) {
		if (r->encoding != (iconv_t)-1)
			iconv_close(r->encoding);
		r->opened = rtf_codepage(r);
		r->encoding = rtf_open(r->opened);
	}
	if (r->encoding != (iconv_t)-1
	    && iconv(r->encoding, &from, &left, &to, &room) != (size_t)-1) {
		r->waiting = 0;
		rtf_put(r, text, (size_t)(to - text));
	} else if (r->encoding == (iconv_t)-1 || errno != EINVAL
	    || r->waiting == sizeof(r->bytes)) {
		rtf_put_undecoded(r);
		memmove(r->bytes, r->bytes + 1, --r->waiting);
		if (r->waiting)		/* the second byte can be a character of its own */
			rtf_decode(r);
	}
}

void
rtf_byte(struct rtf_reader *r, int byte)
{
	if (r->to_skip > 0) {
		r->to_skip--;
		return;
	}
	if (r->now.skipped)
		return;
	if (r->high)
		rtf_settle(r);
	r->bytes[r->waiting++] = (char)byte;
	if (r->waiting == 1 && byte < 0x80)
		r->waiting = 0, rtf_put(r, (char[]){(char)byte}, 1);
	else
		rtf_decode(r);
}

void
rtf_put_point(struct rtf_reader *r, unsigned c)
{
	char utf8[4];
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		utf8[i] = (char)(0x80 | (c & 0x3F));
	utf8[0] = (char)(n == 1 ? c : (0xF00U >> n & 0xFF) | c);	/* C0, E0 or F0 */
	rtf_put(r, utf8, n);
}

/* \u has a number of 16 bits with a sign; two of them make a character beyond U+FFFF. */
void
rtf_unicode(struct rtf_reader *r, long number)
{
	unsigned c = (unsigned)number & 0xFFFF;
	int high = r->high;

	if (high && c >> 10 == 0xDC00 >> 10) {
		r->high = 0;
		rtf_put_point(r, 0x10000 + (((unsigned)high & 0x3FF) << 10) + (c & 0x3FF));
	} else {
		rtf_settle(r);
		if (c >> 10 == 0xD800 >> 10)
			r->high = (int)c;
		else if (c >> 10 == 0xDC00 >> 10)
			rtf_put_undecoded(r);
		else
			rtf_put_point(r, c);
	}
	r->to_skip = r->now.fallbacks;
}

void
rtf_end_line(struct rtf_reader *r, bool ends_paragraph, bool in_cell)
{
	size_t len = r->len - r->now.start;
	bool in_table = r->now.origin == JY_BODY && (in_cell || r->now.in_table);
	struct jy_line *line;

	if (in_table && !r->row)
		r->table++, r->row = r->column = 1;
	else if (!in_table && r->now.origin == JY_BODY)
		r->row = 0;
	r->len = r->now.start;
	if (!len && (in_table || r->now.origin != JY_BODY))
		return;
	line = jy_add_line(r->to, 1, r->text + r->now.start, len);
	line->ends_paragraph = ends_paragraph;
	line->origin = r->now.origin;
	line->heading = r->now.heading;
	line->align = r->now.align;
	if (in_table)
		line->table = r->table, line->row = r->row, line->column = r->column;
}
