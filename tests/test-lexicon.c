/* A user's own words, and documents that are no minutes. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PEOPLE "出席：赵甲\n列席：市数谷周己庚、缈乙\n"

static struct jy_bytes
bytes_of(const char *text)
{
	return (struct jy_bytes){(const unsigned char *)text, strlen(text)};
}

/* The text as the task reads it, as one line of JSON, or NULL; to be freed. */
static char *
read_as_json(struct jy_task *task, const char *text)
{
	struct jy_minutes *minutes = jy_read(task, bytes_of(text), "test.txt");
	char *json = minutes ? test_write("json", minutes, "indent", "0", NULL) : NULL;

	jy_free(minutes);
	return json;
}

/* With these words, what the text gives must hold that. */
static void
assert_taught(const char *words, const char *text, const char *expected)
{
	struct jy_task *task = test_task("text", NULL);
	const char *why = jy_teach(task, bytes_of(words));
	char *json;

	ck_assert_msg(!why, "%s", why);
	json = read_as_json(task, text);
	ck_assert_ptr_nonnull(json);
	ck_assert_msg(strstr(json, expected) != NULL, "not\n%s\nbut\n%s", expected, json);
	free(json);
	jy_end(task);
}

static void
assert_refused(const char *words, const char *reason)
{
	struct jy_task *task = test_task("text", NULL);
	const char *why = jy_teach(task, bytes_of(words));

	ck_assert_ptr_nonnull(why);
	ck_assert_str_eq(why, reason);
	jy_end(task);
}

START_TEST(words_are_added)
{
	assert_taught("\xEF\xBB\xBF# ours\norganizations: 数谷\n", PEOPLE,
	    "{\"name\": \"周己庚\", \"organization\": \"市数谷\"");
	assert_taught("titles: 首席数据师 # one\n  轮值主席\n", "列席：轮值主席周己庚\n",
	    "{\"name\": \"周己庚\", \"organization\": null, \"title\": \"轮值主席\"");
	assert_taught("surnames: 缈\r\n", "记录：缈乙\n", "\"name\": \"缈乙\"");
}
END_TEST

START_TEST(phrases_are_added)
{
	const char *text = "会议指出，要快。准予立项《云州市章程》。\n";

	assert_taught("", text, "\"decisions\": []");
	assert_taught("verdicts: 准予立项\nverdicts: 准予立项 准予\n", text,
	    "\"verdict\": \"准予立项\"");
	/* traditional characters and full-width forms, as the recogniser meets them */
	assert_taught("verdicts: 準予立項\n", text, "\"verdict\": \"准予立项\"");
}
END_TEST

START_TEST(many_words_are_added)
{
	char *words = malloc(20000 * 16), *end = words;

	end += sprintf(end, "organizations:");
	for (int i = 0; i < 10000; i++)	/* 丁丁 to … */
		end += sprintf(end, " \xE4%c%c\xE5%c%c", 0xB8 + i % 8, 0x80 + i / 8 % 64,
		    0x80 + i / 512, 0x81);
	strcpy(end, " 数谷\n");
	assert_taught(words, PEOPLE, "\"organization\": \"市数谷\"");
	free(words);
}
END_TEST

START_TEST(bad_words_are_refused)
{
	assert_refused("titles: 首席\norganisations: 数谷\n",
	    "line 2: there is no list organisations");
	assert_refused("数谷\n", "line 1: no list is named before 数谷");
	assert_refused("titles: \xFF\n", "line 1: no word can hold the character after ");
	assert_refused("titles: 首\xF0\xA0\x80\x80\n",
	    "line 1: no word can hold the character after 首");
	assert_refused("titles: 一二三四五六七八九十一二三四五六七\n",
	    "line 1: too long for a word: 一二三四五六七八九十一二三四五六七");
}
END_TEST

static const char *const others[] = {
	"五月的风轻轻地吹，小河弯弯向南流。\n",
	"{\"a\": 1}\n",
	"<html><body>1</body></html>\n",
	"第一条 为了规范档案工作，制定本办法。\n1．甲。\n2．乙。\n一、丙。\n",
	"Dear all,\n\n1. Please find attached the list.\n2. Thank you.\n",
};

START_TEST(others_are_refused)
{
	struct jy_task *task = jy_begin(jy_find(test_host(), "text"));

	ck_assert_ptr_null(read_as_json(task, others[_i]));
	ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
	ck_assert_str_eq(jy_messages(task)->code, "not-minutes");
	jy_end(task);
}
END_TEST

/* … unless they are wanted: then each paragraph is one. */
START_TEST(others_become_paragraphs)
{
	struct jy_task *task = test_task("text", NULL);
	char *json;

	json = read_as_json(task, others[_i]);
	ck_assert_ptr_nonnull(json);
	ck_assert_ptr_nonnull(strstr(json, "\"title\": null, \"action\": null"));
	ck_assert_ptr_nonnull(strstr(json, "\"residue\": []"));
	ck_assert_ptr_nonnull(strstr(json, "\"code\": \"not-minutes\""));
	ck_assert_ptr_null(strstr(json, "\"id\": \"i2\""));
	free(json);
	jy_end(task);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lexicon");
	TCase *words = tcase_create("words"), *any = tcase_create("any");

	tcase_add_test(words, words_are_added);
	tcase_add_test(words, phrases_are_added);
	tcase_add_test(words, many_words_are_added);
	tcase_add_test(words, bad_words_are_refused);
	suite_add_tcase(suite, words);
	tcase_add_loop_test(any, others_are_refused, 0, sizeof(others) / sizeof(*others));
	tcase_add_loop_test(any, others_become_paragraphs, 0, sizeof(others) / sizeof(*others));
	suite_add_tcase(suite, any);
	return test_main(suite);
}
