/*
 * In what are these bytes encoded?
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

#include "encoding.h"

#define ENCODING_SAMPLE 65536	/* the most bytes that decide */

static const char *const encoding_words[] = {
	"会议", "會議", "纪要", "紀要", "常务", "常務", "人民政府", "市政府", "县政府", "縣政府",
	"区政府", "區政府", "办公室", "辦公室", "主持", "出席", "列席", "记录", "記錄", "审议",
	"審議", "听取", "聽取", "同意", "议定", "議定", "研究", "部门", "部門", "印发", "印發",
};
#define ENCODING_WORDS (sizeof(encoding_words) / sizeof(encoding_words[0]))

/* The unit of ENCODING is what one more A takes. */
static size_t
encoding_unit(const char *encoding)
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
encoding_convert(iconv_t cd, struct encoding_reading *r, struct jy_bytes in, bool whole, FILE *out)
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

bool
encoding_decode(struct encoding_reading *r, const char *encoding, struct jy_bytes in, bool whole)
{
	iconv_t cd = *encoding ? iconv_open("UTF-8", encoding) : (iconv_t)-1;
	bool done = false;
	FILE *out;

	*r = (struct encoding_reading){.unit = encoding_unit(encoding)};
	if (cd == (iconv_t)-1) {
		errno = EINVAL;
		return false;
	}
	snprintf(r->encoding, sizeof(r->encoding), "%s", encoding);
	if ((out = open_memstream(&r->text, &r->len))) {
		encoding_convert(cd, r, in, whole, out);
		done = !ferror(out);
		done = fclose(out) == 0 && done;
		if (!done)
			free(r->text);
	}
	iconv_close(cd);
	errno = ENOMEM;
	return done;
}

bool
encoding_has_mark(const struct encoding_reading *r)
{
	return r->len >= 3 && memcmp(r->text, "\xEF\xBB\xBF", 3) == 0;
}

/* Is the character at C one that nobody prints?  C is UTF-8 and ended by a NUL. */
static bool
encoding_is_odd(const unsigned char *c)
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
encoding_sample(struct jy_bytes in)
{
	size_t start = 0;

	while (start < in.size && in.at[start] > 0 && in.at[start] < 0x80)
		start++;
	start = start < in.size ? start - start % 4 : 0;	/* no unit is wider than 4 bytes */
	return (struct jy_bytes){in.at + start, MIN(in.size - start, ENCODING_SAMPLE)};
}

/* Reads SAMPLE in ENCODING and counts what speaks for it and against it. */
static struct encoding_reading
encoding_weigh_sample(const char *encoding, struct jy_bytes sample)
{
	struct encoding_reading r;

	if (!encoding_decode(&r, encoding, sample, sample.size < ENCODING_SAMPLE))
		return (struct encoding_reading){0};
	for (size_t i = 0; i < r.len; i++) {
		const unsigned char *c = (const unsigned char *)r.text + i;

		r.characters += (*c & 0xC0) != 0x80;
		r.odd += encoding_is_odd(c);
	}
	for (size_t i = 0; i < ENCODING_WORDS; i++)
		r.words += memmem(r.text, r.len, encoding_words[i], strlen(encoding_words[i]))
		    != NULL;
	if (encoding_has_mark(&r))
		r.words += ENCODING_WORDS;
	free(r.text);
	r.text = NULL;
	return r;
}

/* The reading that uchardet would choose. */
static struct encoding_reading
encoding_ask_uchardet(struct jy_bytes sample)
{
	uchardet_t detector = uchardet_new();
	struct encoding_reading r = {0};

	if (uchardet_handle_data(detector, (const char *)sample.at, sample.size) == 0) {
		const char *name;

		uchardet_data_end(detector);
		name = uchardet_get_charset(detector);
		r = encoding_weigh_sample(strcmp(name, "BIG5") == 0 ? "Big5" : name, sample);
	}
	uchardet_delete(detector);
	return r;
}

struct encoding_reading
encoding_weigh(const char *encoding, struct jy_bytes in)
{
	return encoding_weigh_sample(encoding, encoding_sample(in));
}

/* Any bytes pass for UTF-16, so that is believed for its mark or its words only. */
struct encoding_reading
encoding_choose(struct jy_bytes in)
{
	static const char *const encodings[] = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};
	struct jy_bytes sample = encoding_sample(in);
	struct encoding_reading best = {0}, r;

	for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++) {
		bool fits_all = strncmp(encodings[i], "UTF-16", 6) == 0;

		r = encoding_weigh_sample(encodings[i], sample);
		if (!best.characters || r.words > best.words
		    || (r.characters && !fits_all && r.words == best.words && r.odd < best.odd))
			best = r;
	}
	/* Encodings of one byte fit everything, but they make more characters of it. */
	if (best.words == 0 && (best.odd || strcmp(best.encoding, "UTF-8") != 0)) {
		r = encoding_ask_uchardet(sample);
		if (r.characters && r.odd <= best.odd && r.characters <= best.characters)
			best = r;
	}
	if (best.odd > best.characters / (best.words ? 10 : 50))
		best = (struct encoding_reading){0};
	return best;
}

int
encoding_read(struct jy_task *task, const char *encoding, struct jy_bytes in,
    struct encoding_reading *r)
{
	if (!encoding_decode(r, encoding, in, true))
		return errno == EINVAL
		    ? jy_fail(task, JY_UNAVAILABLE, "no-such-encoding",
			"iconv knows no encoding named \"%s\"", encoding)
		    : jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	if (r->bad)
		jy_warn(task, 0, "undecoded",
		    "bytes that are not valid %s: %zu, the first at offset %zu; they became U+FFFD",
		    encoding, r->bad, r->first_bad);
	return 0;
}

int
encoding_refuse(struct jy_task *task)
{
	return jy_fail(task, JY_BAD_INPUT, "unknown-encoding",
	    "this is no text in UTF-8, UTF-16, GB18030, Big5 or another encoding that is known");
}
