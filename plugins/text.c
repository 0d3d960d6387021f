/*
 * Reads plain text, in whatever encoding a Chinese office left it.
 *
 * The bytes of short texts say little: statistics take GBK for Windows-1252 and even for UTF-8.
 * But minutes have their words, so the start of the file is decoded in every way in question, and
 * the reading in which most of the words stand wins.  Only where none does is uchardet asked.
 */
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/param.h>
#include <uchardet.h>

#include <jiyao/plugin.h>

#define TEXT_SAMPLE 65536	/* the most bytes that decide */

/* What IN reads like in one encoding. */
struct text_reading {
	char encoding[40];
	size_t unit;		/* bytes that all of it is made of: 2 in UTF-16 */
	char *text;		/* UTF-8, malloc'd */
	size_t len;
	size_t bad, first_bad;	/* bytes that fit nowhere, and where the first stands */
	size_t words;		/* of the genre that occur; a byte order mark outdoes them all */
	size_t characters, odd;	/* odd: replaced, private or control, so printed nowhere */
};

static const char *const text_words[] = {
	"会议", "會議", "纪要", "紀要", "常务", "常務", "人民政府", "市政府", "县政府", "縣政府",
	"区政府", "區政府", "办公室", "辦公室", "主持", "出席", "列席", "记录", "記錄", "审议",
	"審議", "听取", "聽取", "同意", "议定", "議定", "研究", "部门", "部門", "印发", "印發",
};
#define TEXT_WORDS (sizeof(text_words) / sizeof(text_words[0]))

/* The unit of ENCODING is what one more A takes. */
static size_t
text_unit(const char *encoding)
{
	char in[] = "AA", out[32], *from = in, *to = out, *first;
	size_t left = 1, room = sizeof(out);
	iconv_t cd = iconv_open(encoding, "UTF-8");

	if (cd == (iconv_t)-1)
		return 1;
	iconv(cd, &from, &left, &to, &room);
	first = to;
	left = 1;
	iconv(cd, &from, &left, &to, &room);
	iconv_close(cd);
	return to > first ? (size_t)(to - first) : 1;
}

/* Writes IN as UTF-8.  What fits nowhere is replaced unit by unit; so is a last character that is
 * cut off, if IN is the WHOLE text. */
static void
text_convert(iconv_t cd, struct text_reading *r, struct jy_bytes in, bool whole, FILE *out)
{
	char *from = (char *)(size_t)in.at, chunk[32768];
	size_t left = in.size;
	bool ended = false;

	while (!ended) {
		char *to = chunk;
		size_t room = sizeof(chunk), skip;
		bool stuck;

		ended = left == 0;	/* then iconv gives what it still holds */
		stuck = iconv(cd, ended ? NULL : &from, &left, &to, &room) == (size_t)-1;
		fwrite(chunk, 1, (size_t)(to - chunk), out);
		if (!stuck || errno == E2BIG)
			continue;
		if (ended || (errno == EINVAL && !whole))
			return;
		if (!r->bad)
			r->first_bad = in.size - left;
		fputs("\xEF\xBF\xBD", out);
		skip = left < r->unit ? left : r->unit;
		r->bad += skip;
		from += skip;
		left -= skip;
	}
}

/* Makes R the reading of IN in ENCODING; false with errno, EINVAL where iconv knows no such. */
static bool
text_decode(struct text_reading *r, const char *encoding, struct jy_bytes in, bool whole)
{
	iconv_t cd = *encoding ? iconv_open("UTF-8", encoding) : (iconv_t)-1;
	bool done = false;
	FILE *out;

	*r = (struct text_reading){.unit = text_unit(encoding)};
	if (cd == (iconv_t)-1) {
		errno = EINVAL;
		return false;
	}
	snprintf(r->encoding, sizeof(r->encoding), "%s", encoding);
	if ((out = open_memstream(&r->text, &r->len))) {
		text_convert(cd, r, in, whole, out);
		done = !ferror(out);
		done = fclose(out) == 0 && done;
		if (!done)
			free(r->text);
	}
	iconv_close(cd);
	errno = ENOMEM;
	return done;
}

/* Does it begin with a byte order mark? */
static bool
text_has_mark(const struct text_reading *r)
{
	return r->len >= 3 && memcmp(r->text, "\xEF\xBB\xBF", 3) == 0;
}

/* Is the character at C one that nobody prints?  C is UTF-8 and ended by a NUL. */
static bool
text_is_odd(const unsigned char *c)
{
	if (c[0] < 0x20)
		return c[0] < '\t' || c[0] > '\r';
	if (c[0] == 0xC2)
		return c[1] < 0xA0 && c[1] != 0x85;
	if (c[0] == 0xEF)	/* U+F000 to U+F8FF; U+FFFD and after */
		return c[1] < 0xA4 || (c[1] == 0xBF && c[2] >= 0xBD);
	return c[0] == 0x7F || c[0] == 0xEE || c[0] > 0xF0;
}

/* The part of IN that tells how to read it: from the first byte on that is not ASCII. */
static struct jy_bytes
text_sample(struct jy_bytes in)
{
	size_t start = 0;

	while (start < in.size && in.at[start] > 0 && in.at[start] < 0x80)
		start++;
	start = start < in.size ? start - start % 4 : 0;	/* no unit is wider than 4 bytes */
	return (struct jy_bytes){in.at + start, MIN(in.size - start, TEXT_SAMPLE)};
}

/* Reads SAMPLE in ENCODING and counts what speaks for it and against it. */
static struct text_reading
text_weigh(const char *encoding, struct jy_bytes sample)
{
	struct text_reading r;

	if (!text_decode(&r, encoding, sample, sample.size < TEXT_SAMPLE))
		return (struct text_reading){0};
	for (size_t i = 0; i < r.len; i++) {
		const unsigned char *c = (const unsigned char *)r.text + i;

		r.characters += (*c & 0xC0) != 0x80;
		r.odd += text_is_odd(c);
	}
	for (size_t i = 0; i < TEXT_WORDS; i++)
		r.words += memmem(r.text, r.len, text_words[i], strlen(text_words[i])) != NULL;
	if (text_has_mark(&r))
		r.words += TEXT_WORDS;
	free(r.text);
	r.text = NULL;
	return r;
}

/* The reading that uchardet would choose. */
static struct text_reading
text_ask_uchardet(struct jy_bytes sample)
{
	uchardet_t detector = uchardet_new();
	struct text_reading r = {0};

	if (uchardet_handle_data(detector, (const char *)sample.at, sample.size) == 0) {
		const char *name;

		uchardet_data_end(detector);
		name = uchardet_get_charset(detector);
		r = text_weigh(strcmp(name, "BIG5") == 0 ? "Big5" : name, sample);
	}
	uchardet_delete(detector);
	return r;
}

/* How IN is to be read: the reading's `characters` is 0 where it does not look like text at all.
 * Any bytes pass for UTF-16, so that is believed for its mark or its words only. */
static struct text_reading
text_choose(struct jy_bytes in)
{
	static const char *const encodings[] = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};
	struct jy_bytes sample = text_sample(in);
	struct text_reading best = {0}, r;

	for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++) {
		bool fits_all = strncmp(encodings[i], "UTF-16", 6) == 0;

		r = text_weigh(encodings[i], sample);
		if (!best.characters || r.words > best.words || (r.characters && !fits_all
		    && r.words == best.words && r.odd < best.odd))
			best = r;
	}
	/* Encodings of one byte fit everything, but they make more characters of it. */
	if (best.words == 0 && (best.odd || strcmp(best.encoding, "UTF-8") != 0)) {
		r = text_ask_uchardet(sample);
		if (r.characters && r.odd <= best.odd && r.characters <= best.characters)
			best = r;
	}
	if (best.odd > best.characters / (best.words ? 10 : 50))
		best = (struct text_reading){0};
	return best;
}

/* Formats that hold stretches of plain text and would be read as such. */
static bool
text_is_other(struct jy_bytes in)
{
	static const char *const signatures[] = {
		"%PDF-", "PK\3\4", "\xD0\xCF\x11\xE0", "{\\rtf",
	};

	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
		size_t len = strlen(signatures[i]);

		if (in.size >= len && memcmp(in.at, signatures[i], len) == 0)
			return true;
	}
	return false;
}

static int
text_probe(struct jy_bytes in)
{
	struct text_reading r;

	if (text_is_other(in))
		return 0;
	r = text_choose(in);
	return r.characters == 0 ? 0 : r.words ? 50 : 25;
}

/* Where the line at S ends, and in *WIDTH the bytes of its end; 0: the text ends. */
static const char *
text_line_end(const char *s, const char *end, size_t *width)
{
	for (; s < end; s++) {
		size_t left = (size_t)(end - s);

		switch ((unsigned char)*s) {
		case '\n': case '\v': case '\f':
			return *width = 1, s;
		case '\r':
			return *width = left > 1 && s[1] == '\n' ? 2 : 1, s;
		case 0xC2:	/* U+0085, next line */
			if (left > 1 && s[1] == '\x85')
				return *width = 2, s;
			break;
		case 0xE2:	/* U+2028 and U+2029, the ends of a line and of a paragraph */
			if (left > 2 && s[1] == '\x80' && (s[2] == '\xA8' || s[2] == '\xA9'))
				return *width = 3, s;
		}
	}
	return *width = 0, s;
}

/* A form feed ends a page, and where it stands alone it ends no line. */
static void
text_add_lines(struct jy_builder *b, const char *s, const char *end)
{
	int page = 1;

	while (s < end) {
		size_t width;
		const char *stop = text_line_end(s, end, &width);
		bool feed = stop < end && *stop == '\f';

		if (stop > s || !feed)
			jy_add_line(b, page, s, (size_t)(stop - s));
		s = stop + width;
		page += feed && s < end;
	}
	if (page > 1)
		jy_source(b)->pages = page;
}

static int
text_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	const char *encoding = jy_option(task, "encoding");
	struct text_reading choice, r;

	if (strcmp(encoding, "auto") == 0) {
		choice = text_choose(in);
		if (!choice.characters)
			return jy_fail(task, JY_BAD_INPUT, "unknown-encoding", "this is no text in "
			    "UTF-8, UTF-16, GB18030, Big5 or another encoding that is known");
		encoding = choice.encoding;
	}
	if (!text_decode(&r, encoding, in, true))
		return errno == EINVAL
		    ? jy_fail(task, JY_UNAVAILABLE, "no-such-encoding",
		    "iconv knows no encoding named \"%s\"", encoding)
		    : jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	if (r.bad)
		jy_warn(task, 0, "undecoded", "bytes that are not valid %s: %zu, the first at "
		    "offset %zu; they became U+FFFD", encoding, r.bad, r.first_bad);
	text_add_lines(b, r.text + (text_has_mark(&r) ? 3 : 0), r.text + r.len);
	jy_source(b)->encoding = jy_copy(b, encoding, strlen(encoding));
	free(r.text);
	return 0;
}

static const struct jy_option text_options[] = {
	{"encoding", JY_STRING, "auto", "a name that iconv knows, or auto",
	    "what the text is encoded in"},
	{0}
};

JY_PLUGIN(.name = "text", .title = "Plain text", .suffixes = "txt text md",
    .media_type = "text/plain", .options = text_options, .probe = text_probe, .read = text_read);
