/* Reads plain text, in whatever encoding a Chinese office left it; encoding/ finds out which. */
#include <stdlib.h>
#include <string.h>

#include "encoding/encoding.h"

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
	struct encoding_reading r;

	if (text_is_other(in))
		return 0;
	r = encoding_choose(in);
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
	struct encoding_reading choice, r;

	if (strcmp(encoding, "auto") == 0) {
		choice = encoding_choose(in);
		if (!choice.characters)
			return encoding_refuse(task);
		encoding = choice.encoding;
	}
	if (encoding_read(task, encoding, in, &r) != 0)
		return -1;
	text_add_lines(b, r.text + (encoding_has_mark(&r) ? 3 : 0), r.text + r.len);
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
