/* What a page is encoded in: its mark, the option, what it declares, what its words say. */
#include "html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HTML_DECLARED = 8192 };	/* declarations stand within so many bytes */

/* Names that mean more than they say (https://encoding.spec.whatwg.org/#names-and-labels). */
static const struct { const char *label, *name; } html_labels[] = {
	{"utf8", "UTF-8"}, {"utf-8", "UTF-8"}, {"unicode-1-1-utf-8", "UTF-8"},
	/* what is read as ASCII is not in UTF-16 */
	{"utf-16", "UTF-8"}, {"utf-16le", "UTF-8"}, {"utf-16be", "UTF-8"}, {"unicode", "UTF-8"},
	{"gb2312", "GB18030"}, {"gbk", "GB18030"}, {"gb18030", "GB18030"}, {"x-gbk", "GB18030"},
	{"gb_2312-80", "GB18030"}, {"gb_2312", "GB18030"}, {"csgb2312", "GB18030"},
	{"chinese", "GB18030"}, {"csiso58gb231280", "GB18030"}, {"iso-ir-58", "GB18030"},
	{"cp936", "GB18030"}, {"ms936", "GB18030"}, {"windows-936", "GB18030"},
	{"euc-cn", "GB18030"}, {"gb2312-80", "GB18030"}, {"hz-gb-2312", "HZ"},
	{"big5", "BIG5-HKSCS"}, {"cn-big5", "BIG5-HKSCS"}, {"csbig5", "BIG5-HKSCS"},
	{"x-x-big5", "BIG5-HKSCS"}, {"big5-hkscs", "BIG5-HKSCS"},
	{"iso-8859-1", "WINDOWS-1252"}, {"iso8859-1", "WINDOWS-1252"}, {"latin1", "WINDOWS-1252"},
	{"ascii", "WINDOWS-1252"}, {"us-ascii", "WINDOWS-1252"},
	{"shift_jis", "CP932"}, {"sjis", "CP932"}, {"x-sjis", "CP932"},
	{"euc-kr", "CP949"}, {"ks_c_5601-1987", "CP949"},
};

static const struct { const char *mark; size_t len; const char *name; } html_marks[] = {
	{"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"},
	{"\x84\x31\x95\x33", 4, "GB18030"},
};

static const char *
html_mark(struct jy_bytes in)
{
	for (size_t i = 0; i < sizeof(html_marks) / sizeof(*html_marks); i++)
		if (in.size >= html_marks[i].len
		    && memcmp(in.at, html_marks[i].mark, html_marks[i].len) == 0)
			return html_marks[i].name;
	return NULL;
}

/* Where WORD, in whatever case, begins between S and END; NULL: nowhere. */
static const char *
html_find(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	for (; (size_t)(end - s) >= n; s++)
		if (strncasecmp(s, word, n) == 0)
			return s;
	return NULL;
}

/* What stands after WORD and = between S and END, as a name that iconv may know. */
static bool
html_value_of(const char *s, const char *end, const char *word, char name[40])
{
	size_t n = 0;

	while ((s = html_find(s, end, word))) {
		s += strlen(word);
		while (s < end && html_is_space(*s))
			s++;
		if (s < end && *s == '=')
			break;
	}
	if (!s)
		return false;
	for (s++; s < end && (html_is_space(*s) || *s == '"' || *s == '\'');)
		s++;
	while (s < end && n < 39
	    && (strchr("-_.:", *s) || (*s >= '0' && *s <= '9')
		|| ((*s | 32) >= 'a' && (*s | 32) <= 'z'))
	    && *s)
		name[n++] = *s++;
	name[n] = '\0';
	for (size_t i = 0; i < sizeof(html_labels) / sizeof(*html_labels); i++)
		if (strcasecmp(name, html_labels[i].label) == 0)
			snprintf(name, 40, "%s", html_labels[i].name);
	return n > 0;
}

/* What <meta charset=…>, its http-equiv form, or the XML declaration says. */
static bool
html_declared(struct jy_bytes in, char name[40])
{
	const char *s = (const char *)in.at, *stop;
	const char *end = s + (in.size < HTML_DECLARED ? in.size : HTML_DECLARED);

	if (end - s > 5 && memcmp(s, "<?xml", 5) == 0 && (stop = memchr(s, '>', (size_t)(end - s)))
	    && html_value_of(s, stop, "encoding", name))
		return true;
	while (s < end && (s = memchr(s, '<', (size_t)(end - s)))) {
		if (end - s > 4 && memcmp(s, "<!--", 4) == 0) {
			stop = html_find(s, end, "-->");
			s = stop ? stop + 3 : end;
			continue;
		}
		stop = memchr(s, '>', (size_t)(end - s));
		if (stop && stop - s > 5 && strncasecmp(s, "<meta", 5) == 0 && html_is_space(s[5])
		    && html_value_of(s, stop, "charset", name))
			return true;
		s++;
	}
	return false;
}

/* Reads IN as the page declares, unless more of its words, or all its bytes, speak for another. */
static int
html_decode_declared(struct jy_task *task, const char *declared, struct jy_bytes in,
    struct encoding_reading *r)
{
	struct encoding_reading is = encoding_weigh(declared, in), other = encoding_choose(in);

	if (other.characters && (!is.characters || other.words > is.words)) {
		jy_warn(task, 0, "wrong-charset",
		    "the page declares %s but is in %s, as its words tell", declared,
		    other.encoding);
		return encoding_read(task, other.encoding, in, r);
	}
	if (encoding_decode(&is, declared, in, true)) {
		free(is.text);
		if (is.bad && encoding_decode(&other, "UTF-8", in, true)) {
			free(other.text);
			if (!other.bad) {
				jy_warn(task, 0, "wrong-charset",
				    "the page declares %s but is in UTF-8, which all its bytes fit",
				    declared);
				declared = "UTF-8";
			}
		}
	}
	return encoding_read(task, declared, in, r);
}

int
html_decode(struct jy_task *task, struct jy_bytes in, struct encoding_reading *r)
{
	const char *mark = html_mark(in);
	struct encoding_reading choice;
	char declared[40];

	if (mark)
		return encoding_read(task, mark, in, r);
	if (!jy_option_is(task, "encoding", "auto"))
		return encoding_read(task, jy_option(task, "encoding"), in, r);
	if (html_declared(in, declared))
		return html_decode_declared(task, declared, in, r);
	choice = encoding_choose(in);
	if (!choice.characters)
		return encoding_refuse(task);
	return encoding_read(task, choice.encoding, in, r);
}
