/* The reader of plain text: what it is decoded from, where its lines stand, what is not lost. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define BYTES(s) ((struct jy_bytes){(const unsigned char *)(s), sizeof(s) - 1})

/* IN read as text, with the option encoding. */
static struct jy_minutes *
read_text(struct jy_bytes in, const char *encoding)
{
	struct jy_task *task = test_task("text", "encoding", encoding, NULL);
	struct jy_minutes *minutes = jy_read(task, in, "test.txt");

	ck_assert_msg(minutes != NULL, "%s", jy_messages(task) ? jy_messages(task)->text : "");
	jy_end(task);
	return minutes;
}

static void
assert_encoding(struct jy_bytes in, const char *expected)
{
	struct jy_minutes *minutes = read_text(in, "auto");

	ck_assert_str_eq(minutes->source->encoding.s, expected);
	jy_free(minutes);
}

/* All that was read from IN, and nothing of the file itself; the caller frees it. */
static char *
content(struct jy_bytes in)
{
	struct jy_minutes *minutes = read_text(in, "auto");
	char *json = test_write("json", minutes, NULL), *document = strstr(json, "\"document\"");

	ck_assert_ptr_nonnull(document);
	memmove(json, document, strlen(document) + 1);
	jy_free(minutes);
	return json;
}

/* One text in many encodings is one text. */
static const struct { const char *file, *encoding, *same_as; } encoded[] = {
	{"text/qinghe.txt", "UTF-8", "text/qinghe.txt"},
	{"text/qinghe-crlf.txt", "UTF-8", "text/qinghe.txt"},
	{"text/qinghe-gb18030.txt", "GB18030", "text/qinghe.txt"},
	{"text/qinghe-utf16le.txt", "UTF-16LE", "text/qinghe.txt"},
	{"text/qinghe-utf16be.txt", "UTF-16BE", "text/qinghe.txt"},
	{"text/qinghe-utf16-unmarked.txt", "UTF-16LE", "text/qinghe.txt"},
	{"text/yunzhou-big5.txt", "Big5", "text/yunzhou.txt"},
};

START_TEST(test_encodings)
{
	struct jy_bytes in = test_file(encoded[_i].file);
	char *is = content(in), *should = content(test_file(encoded[_i].same_as));

	assert_encoding(in, encoded[_i].encoding);
	ck_assert_str_eq(is, should);
	free(is);
	free(should);
}
END_TEST

START_TEST(test_short_texts)
{
	assert_encoding(BYTES("\xBB\xE1\xD2\xE9"), "GB18030");	/* 会议; uchardet: Windows-1256 */
	assert_encoding(BYTES("\xCD\xAC\xD2\xE2"), "GB18030");	/* 同意; is valid UTF-8 too */
	assert_encoding(BYTES("\xB7\x7C\xC4\xB3"), "Big5");	/* 會議; uchardet: Windows-1252 */
	assert_encoding(BYTES("2021\xC4\xEA"), "GB18030");	/* 年: no word of minutes */
	assert_encoding(BYTES("plain"), "UTF-8");
}
END_TEST

/* The first bytes decide, but not while they are ASCII, and not by half a character. */
START_TEST(test_sample)
{
	enum { SIZE = 300001 };
	unsigned char *text = malloc(SIZE + 4);
	struct jy_minutes *minutes;

	ck_assert_ptr_nonnull(text);
	memset(text, 'x', SIZE);
	memcpy(text + SIZE, "\xBB\xE1\xD2\xE9", 4);
	assert_encoding((struct jy_bytes){text, SIZE + 4}, "GB18030");
	for (size_t i = 2; i + 3 < SIZE; i += 3)
		memcpy(text + i, "\xE9\xBE\x98", 3);
	minutes = read_text((struct jy_bytes){text, SIZE - 2}, "auto");
	ck_assert_str_eq(minutes->source->encoding.s, "UTF-8");
	ck_assert_int_eq(minutes->account->undecoded, 0);
	jy_free(minutes);
	free(text);
}
END_TEST

START_TEST(test_lines)
{
	struct jy_minutes *minutes =
	    read_text(BYTES("清河县人民政府常务会议纪要\r\n\r\v\xC2\x85"
			    "〔2023〕4号\xE2\x80\xA8\xE2\x80\xA9\n"
			    "2023年3月6日，赵一山县长主持召开县政府第17次常务会议。\n\f"
			    "一、审议《清河县农村道路养护办法》\n\n（一）原则同意。\n\f"),
		"auto");

	ck_assert_int_eq(minutes->source->pages, 2);
	ck_assert_int_eq(minutes->document->number->at.page, 1);
	ck_assert_int_eq(minutes->document->number->at.first_line, 5);
	ck_assert_int_eq(minutes->meeting->at.first_line, 8);
	ck_assert_ptr_nonnull(minutes->items);
	ck_assert_int_eq(minutes->items->at.page, 2);
	ck_assert_int_eq(minutes->items->at.first_line, 1);
	ck_assert_ptr_nonnull(minutes->items->clauses);
	ck_assert_int_eq(minutes->items->clauses->at.first_line, 3);
	jy_free(minutes);
}
END_TEST

START_TEST(test_damage_is_counted)
{
	struct jy_task *task = test_task("text", NULL);
	struct jy_minutes *minutes = jy_read(task, test_file("text/qinghe-damaged.txt"), "x");

	ck_assert_ptr_nonnull(minutes);
	ck_assert_str_eq(minutes->source->encoding.s, "GB18030");
	ck_assert_int_eq(minutes->account->undecoded, 2);
	ck_assert_ptr_nonnull(jy_messages(task));
	ck_assert_str_eq(jy_messages(task)->code, "undecoded");
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, ": 2, the first at offset 115"));
	jy_free(minutes);
	jy_end(task);
}
END_TEST

START_TEST(test_encoding_is_obeyed)
{
	struct jy_minutes *minutes = read_text(BYTES("\xBB\xE1\xD2\xE9"), "ISO-8859-1");

	ck_assert_str_eq(minutes->source->encoding.s, "ISO-8859-1");
	ck_assert_int_eq(minutes->account->undecoded, 0);
	jy_free(minutes);
}
END_TEST

static void
assert_refused(struct jy_bytes in, const char *encoding, int status, const char *code)
{
	struct jy_task *task = test_task("text", "encoding", encoding, NULL);

	ck_assert_ptr_null(jy_read(task, in, "x"));
	ck_assert_int_eq(jy_task_status(task), status);
	ck_assert_str_eq(jy_messages(task)->code, code);
	jy_end(task);
}

START_TEST(test_refusals)
{
	assert_refused(test_file("text/noise.txt"), "auto", JY_BAD_INPUT, "unknown-encoding");
	assert_refused(BYTES("纪要"), "klingon", JY_UNAVAILABLE, "no-such-encoding");
	assert_refused(BYTES("纪要"), "", JY_UNAVAILABLE, "no-such-encoding");
}
END_TEST

START_TEST(test_probe)
{
	int (*probe)(struct jy_bytes) = jy_find(test_host(), "text")->probe;

	ck_assert_int_eq(probe(BYTES("")), 0);
	ck_assert_int_eq(probe(BYTES("plain")), 25);
	ck_assert_int_eq(probe(BYTES("{\"kind\": \"常务会议纪要\"}")), 50);
	ck_assert_int_eq(probe(BYTES("%PDF-1.7 会议纪要")), 0);
	ck_assert_int_eq(probe(BYTES("\x7F"
				     "ELF\2\1\1\0\0\0\0\0\0\0\0\0")),
	    0);
	ck_assert_int_eq(probe(test_file("text/noise.txt")), 0);
	ck_assert_int_eq(probe(test_file("text/qinghe-utf16-unmarked.txt")), 50);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("text");
	TCase *encodings = tcase_create("encodings"), *lines = tcase_create("lines");

	tcase_add_loop_test(encodings, test_encodings, 0, sizeof(encoded) / sizeof(encoded[0]));
	tcase_add_test(encodings, test_short_texts);
	tcase_add_test(encodings, test_sample);
	tcase_add_test(encodings, test_damage_is_counted);
	tcase_add_test(encodings, test_encoding_is_obeyed);
	tcase_add_test(encodings, test_refusals);
	tcase_add_test(encodings, test_probe);
	tcase_add_test(lines, test_lines);
	suite_add_tcase(s, encodings);
	suite_add_tcase(s, lines);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
