// SPDX-License-Identifier: 0BSD
/*
 * Reads RTF, by the specification 1.9.1: what programs before Word 2007 left, and many still write.
 * An example of a plugin that is built out of jiyao's tree: all of it is here, and in jiyao-rtf(5).
 */
#include <stdlib.h>
#include <string.h>

#include "rtf.h"

/* What a control word does; all others say how things look. */
static const struct rtf_word {
	const char *name;
	enum rtf_deed {
		RTF_CHARACTER, RTF_SKIP, RTF_SHOW, RTF_ASIDE, RTF_LINE, RTF_PARAGRAPH, RTF_CELL, RTF_ROW,
		RTF_PARD, RTF_PLAIN, RTF_IN_TABLE, RTF_LEVEL, RTF_ALIGN, RTF_HIDDEN, RTF_UNICODE,
		RTF_FALLBACKS, RTF_FONT, RTF_CHARSET, RTF_DEFAULT, RTF_CODEPAGE, RTF_BIN, RTF_PICTURE
	} deed;
	unsigned value;			/* the character, the origin or the alignment */
} rtf_words[] = {
	{"tab", RTF_CHARACTER, '\t'}, {"emdash", RTF_CHARACTER, 0x2014},
	{"endash", RTF_CHARACTER, 0x2013}, {"bullet", RTF_CHARACTER, 0x2022},
	{"lquote", RTF_CHARACTER, 0x2018}, {"rquote", RTF_CHARACTER, 0x2019},
	{"ldblquote", RTF_CHARACTER, 0x201C}, {"rdblquote", RTF_CHARACTER, 0x201D},
	{"emspace", RTF_CHARACTER, 0x2003}, {"enspace", RTF_CHARACTER, 0x2002},
	{"~", RTF_CHARACTER, 0xA0}, {"_", RTF_CHARACTER, 0x2011}, {"{", RTF_CHARACTER, '{'},
	{"}", RTF_CHARACTER, '}'}, {"\\", RTF_CHARACTER, '\\'},
	{"*", RTF_SKIP, 0}, {"colortbl", RTF_SKIP, 0}, {"fonttbl", RTF_SKIP, 0},
	{"stylesheet", RTF_SKIP, 0}, {"info", RTF_SKIP, 0}, {"filetbl", RTF_SKIP, 0},
	{"revtbl", RTF_SKIP, 0}, {"nonshppict", RTF_SKIP, 0}, {"nonesttables", RTF_SKIP, 0},
	{"shprslt", RTF_SKIP, 0}, {"tc", RTF_SKIP, 0}, {"xe", RTF_SKIP, 0}, {"fldinst", RTF_SKIP, 0},
	{"shppict", RTF_SHOW, 0}, {"pict", RTF_PICTURE, 0},
	{"header", RTF_ASIDE, JY_HEADER}, {"headerl", RTF_ASIDE, JY_HEADER},
	{"headerr", RTF_ASIDE, JY_HEADER}, {"headerf", RTF_ASIDE, JY_HEADER},
	{"footer", RTF_ASIDE, JY_FOOTER}, {"footerl", RTF_ASIDE, JY_FOOTER},
	{"footerr", RTF_ASIDE, JY_FOOTER}, {"footerf", RTF_ASIDE, JY_FOOTER},
	{"footnote", RTF_ASIDE, JY_NOTE}, {"annotation", RTF_ASIDE, JY_COMMENT},
	{"shptxt", RTF_ASIDE, JY_TEXT_BOX},
	{"line", RTF_LINE, 0}, {"par", RTF_PARAGRAPH, 0}, {"\n", RTF_PARAGRAPH, 0},
	{"\r", RTF_PARAGRAPH, 0}, {"sect", RTF_PARAGRAPH, 0}, {"page", RTF_PARAGRAPH, 0},
	{"cell", RTF_CELL, 0}, {"nestcell", RTF_CELL, 0}, {"row", RTF_ROW, 0}, {"nestrow", RTF_ROW, 0},
	{"pard", RTF_PARD, 0}, {"plain", RTF_PLAIN, 0}, {"intbl", RTF_IN_TABLE, 0},
	{"outlinelevel", RTF_LEVEL, 0}, {"ql", RTF_ALIGN, JY_LEFT}, {"qc", RTF_ALIGN, JY_CENTRE},
	{"qr", RTF_ALIGN, JY_RIGHT}, {"qj", RTF_ALIGN, JY_JUSTIFIED}, {"v", RTF_HIDDEN, 0},
	{"deleted", RTF_HIDDEN, 0}, {"u", RTF_UNICODE, 0}, {"uc", RTF_FALLBACKS, 0},
	{"f", RTF_FONT, 0}, {"fcharset", RTF_CHARSET, 0}, {"deff", RTF_DEFAULT, 0},
	{"ansicpg", RTF_CODEPAGE, 0}, {"bin", RTF_BIN, 0},
};

static bool
rtf_is_font(long number)
{
	return number >= 0 && number < FONTS;
}

/* A group whose text stands elsewhere, even if a group around it is passed over. */
static void
rtf_set_aside(struct rtf_reader *r, enum jy_origin origin)
{
	r->now.skipped = r->now.in_table = false;
	r->now.origin = origin;
	r->now.start = r->len;
	r->now.heading = 0;
}

static void
rtf_set_look(struct rtf_state *now, const struct rtf_word *w, long number, bool given)
{
	if (w->deed == RTF_PARD)
		now->in_table = false, now->heading = 0, now->align = JY_UNKNOWN;
	else if (w->deed == RTF_IN_TABLE)
		now->in_table = true;
	else if (w->deed == RTF_LEVEL)
		now->heading = number >= 0 && number < 9 ? (int)number + 1 : 0;
	else if (w->deed == RTF_ALIGN)
		now->align = (enum jy_align)w->value;
	else if (w->deed == RTF_HIDDEN)
		now->hidden = !given || number;
}

static void
rtf_set_encoding(struct rtf_reader *r, const struct rtf_word *w, long number)
{
	if (w->deed == RTF_FONT && rtf_is_font(number))
		r->now.font = (int)number;
	else if (w->deed == RTF_CHARSET && rtf_is_font(number))
		r->charset[r->now.font] = (unsigned char)number;
	else if (w->deed == RTF_DEFAULT && rtf_is_font(number))
		r->now.font = r->default_font = (int)number;
	else if (w->deed == RTF_CODEPAGE && number > 0 && number < 65536)
		r->codepage = (int)number;
	else if (w->deed == RTF_FALLBACKS)
		r->now.fallbacks = number >= 0 && number < 100 ? (int)number : 1;
}

static void
rtf_end_row(struct rtf_reader *r)
{
	if (r->row)
		r->row++, r->column = 1;
}

static void
rtf_do(struct rtf_reader *r, const struct rtf_word *w, long number, bool given)
{
	switch (w->deed) {
	case RTF_CHARACTER: rtf_put_point(r, w->value); break;
	case RTF_SKIP: r->now.skipped = true; break;
	case RTF_SHOW: r->now.skipped = r->groups[r->depth - 1].skipped; break;
	case RTF_PICTURE: r->pictures += !r->now.skipped; r->now.skipped = true; break;
	case RTF_ASIDE: rtf_set_aside(r, (enum jy_origin)w->value); break;
	case RTF_LINE: rtf_end_line(r, false, false); break;
	case RTF_PARAGRAPH: rtf_end_line(r, true, false); break;
	case RTF_CELL: rtf_end_line(r, true, true); r->column++; break;
	case RTF_ROW: rtf_end_row(r); break;
	case RTF_PLAIN: r->now.hidden = false; r->now.font = r->default_font; break;
	case RTF_UNICODE: rtf_unicode(r, number); break;
	case RTF_BIN:
		if (number > 0)
			r->s += number < r->end - r->s ? number : r->end - r->s;
		break;
	default:
		rtf_set_look(&r->now, w, number, given);
		rtf_set_encoding(r, w, number);
	}
}

static bool
rtf_is_letter(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The number of a control word, which need not have one. */
static bool
rtf_number(struct rtf_reader *r, long *number)
{
	const char *s = r->s;
	bool minus = s < r->end && *s == '-';

	s += minus;
	if (s == r->end || *s < '0' || *s > '9')
		return false;
	for (*number = 0; s < r->end && *s >= '0' && *s <= '9'; s++)
		if (*number < 100000000)
			*number = *number * 10 + (*s - '0');
	*number = minus ? -*number : *number;
	r->s = s;
	return true;
}

static void
rtf_control(struct rtf_reader *r, const char *name, size_t len, long number, bool given)
{
	if (r->to_skip > 0 && !(len == 1 && *name == 'u')) {
		r->to_skip--;
		return;
	}
	if (!(len == 1 && *name == 'u'))
		rtf_settle(r);
	for (size_t i = 0; i < sizeof(rtf_words) / sizeof(*rtf_words); i++) {
		const struct rtf_word *w = &rtf_words[i];

		if (strncmp(w->name, name, len) != 0 || w->name[len])
			continue;
		if (r->now.skipped && w->deed >= RTF_LINE && w->deed <= RTF_ROW)
			return;
		rtf_do(r, w, number, given);
		return;
	}
}

static int
rtf_hex(int c)
{
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'a' && c <= 'f'  ? c - 'a' + 10
	    : c >= 'A' && c <= 'F'  ? c - 'A' + 10
				    : -1;
}

/* After a backslash: \'hh is a byte; a word has letters, a number, and a space that is no text. */
static void
rtf_escape(struct rtf_reader *r)
{
	const char *name = r->s;
	long number = 0;
	size_t len;
	bool given;

	if (r->s == r->end)
		return;
	if (*name == '\'' && r->end - name > 2 && rtf_hex(name[1]) >= 0 && rtf_hex(name[2]) >= 0) {
		r->s += 3;
		rtf_byte(r, rtf_hex(name[1]) << 4 | rtf_hex(name[2]));
		return;
	}
	while (r->s < r->end && rtf_is_letter(*r->s))
		r->s++;
	if (r->s == name) {
		r->s++;
		rtf_control(r, name, 1, 0, false);
		return;
	}
	len = (size_t)(r->s - name);
	given = rtf_number(r, &number);
	if (r->s < r->end && *r->s == ' ')
		r->s++;
	rtf_control(r, name, len, number, given);
}

static int
rtf_begin_group(struct rtf_reader *r)
{
	if (r->depth == DEEPEST)
		return jy_fail(r->task, JY_BAD_INPUT, "nesting",
		    "groups are nested more than %d deep", DEEPEST);
	r->groups[r->depth++] = r->now;
	return 0;
}

/* What stood aside is a line now; what it interrupted goes on. */
static void
rtf_end_group(struct rtf_reader *r)
{
	const struct rtf_state *before = &r->groups[--r->depth];

	if (before->start != r->now.start || before->origin != r->now.origin)
		if (r->len > r->now.start)
			rtf_end_line(r, true, false);
	r->now = *before;
}

/* One character or control; -1 after jy_fail. */
static int
rtf_step(struct rtf_reader *r)
{
	char c = *r->s++;

	if (c == '\\') {
		rtf_escape(r);
	} else if (c == '{' || c == '}') {
		rtf_settle(r);
		r->to_skip = 0;
		if (c == '{')
			return rtf_begin_group(r);
		rtf_end_group(r);
	} else if (c != '\n' && c != '\r') {
		rtf_byte(r, (unsigned char)c);
	}
	return 0;
}

static void
rtf_report(struct rtf_reader *r)
{
	if (r->depth)
		jy_warn(r->task, 0, "truncated", "it ends within a group");
	if (r->undecoded)
		jy_warn(r->task, 0, "undecoded", "%ld characters are not valid in their encoding",
		    r->undecoded);
	if (r->pictures)
		jy_warn(r->task, 0, "picture", "%ld pictures are not read", r->pictures);
	if (r->hidden)
		jy_warn(r->task, 0, "hidden", "%ld hidden or deleted characters are left out",
		    r->hidden);
}

static int
rtf_probe(struct jy_bytes in)
{
	return in.size > 6 && memcmp(in.at, "{\\rtf1", 6) == 0 ? 100 : 0;
}

static int
rtf_read_all(struct rtf_reader *r)
{
	do
		if (rtf_step(r))
			return -1;
	while (r->depth && r->s < r->end);
	rtf_settle(r);
	while (r->depth > 1)
		rtf_end_group(r);
	if (r->len > r->now.start)
		rtf_end_line(r, true, false);
	rtf_report(r);
	return 0;
}

static int
rtf_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct rtf_reader *r;
	int failed;

	if (!rtf_probe(in))
		return jy_fail(task, JY_BAD_INPUT, "not-rtf", "it does not begin as RTF does");
	r = calloc(1, sizeof(*r));
	if (!r || !(r->text = malloc(in.size * 3 + sizeof(r->bytes)))) {
		free(r);
		return jy_fail(task, JY_TEMPORARY, "resources", "there is no memory for its text");
	}
	r->task = task, r->to = b;
	r->s = (const char *)in.at, r->end = r->s + in.size;
	r->encoding = (iconv_t)-1, r->codepage = 1252, r->now.fallbacks = 1;
	failed = rtf_read_all(r);
	if (r->encoding != (iconv_t)-1)
		iconv_close(r->encoding);
	free(r->text);
	free(r);
	return failed;
}

JY_PLUGIN(.name = "rtf", .title = "RTF documents", .suffixes = "rtf",
    .media_type = "application/rtf", .probe = rtf_probe, .read = rtf_read);
