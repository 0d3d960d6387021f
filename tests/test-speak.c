/* The language of people: nobody speaks it unasked, and the process stays in its locale. */
#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* The C library always has this locale, and takes the language for it. */
static void
want_chinese(void)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("LANGUAGE", "zh_CN", 1);
}

/* Does it speak Chinese now?  Without catalogues, or in another C library, there is nothing to test. */
static bool
speaks(void)
{
	want_chinese();
	jy_speak();
	return strcmp(jy_word("error"), "error") != 0;
}

__attribute__((format(printf, 1, 2)))
static char *
sentence(const char *format, ...)
{
	char *text;
	va_list args;

	va_start(args, format);
	text = jy_sentence(format, args);
	va_end(args);
	return text;
}

static void
expect(char *said, const char *expected)
{
	ck_assert_str_eq(said, expected);
	free(said);
}

START_TEST(unasked)
{
	struct jy_task *task = test_task("json", NULL);
	const char *why;

	want_chinese();
	ck_assert_str_eq(jy_word("error"), "error");
	ck_assert_ptr_null(sentence("it is empty"));
	why = jy_set(task, "indent", "99");
	ck_assert_str_eq(jy_shown(task, why), why);
	jy_warn(task, 0, "test", "it is empty");
	ck_assert_str_eq(jy_messages(task)->shown, "it is empty");
	jy_end(task);
}
END_TEST

START_TEST(both)
{
	struct jy_task *task = test_task("json", NULL);
	const struct jy_message *m;

	if (!speaks())
		return;
	jy_warn(task, 3, "test", "%ld characters were not understood", 7L);
	m = jy_messages(task);
	ck_assert_str_eq(m->text, "7 characters were not understood");
	ck_assert_str_eq(m->shown, "有 7 个字符未识别");
	ck_assert_str_eq(m->severity, "warning");
	jy_warn(task, 0, "test", "a sentence of somebody else: %s", "error");
	ck_assert_str_eq(m->next->shown, "a sentence of somebody else: error");
	jy_end(task);
}
END_TEST

START_TEST(inserted)
{
	struct jy_task *task = test_task("json", NULL);
	const char *pages = jy_words(task, "pages %s", "2, 5-7"), *why;

	if (!speaks())
		return;
	expect(sentence("%-s: %ld %-s", "not read", 2L, "pictures"), "未读取：2 张图片");
	expect(sentence("%-s %s; %zu, %lld, %.1f, %-s%%", "error", "error", (size_t)1, 2LL, .5,
		   "100%n"),
	    "错误 error; 1, 2, 0.5, 100%n%");
	expect(sentence("<%s> in line %ld must be %-s", "a", 4L, "a whole number"),
	    "第 4 行的 <a> 须是整数");
	expect(sentence("%-s: \"%.*s\"; the table %s has: %s", "there is no such column", 2, "xyz",
		   "t", "c"),
	    "没有这个列：“xy”；表 t 的列有：c");
	ck_assert_str_eq(pages, "pages 2, 5-7");
	pages = jy_words(task, "pages %s", "2, 5-7");
	jy_warn(task, 0, "test", "there is no OCR: %-s", pages);
	ck_assert_str_eq(jy_messages(task)->text, "there is no OCR: pages 2, 5-7");
	ck_assert_str_eq(jy_messages(task)->shown, "没有 OCR：第 2, 5-7 页");
	why = jy_set(task, "nonsense", "1");
	ck_assert_str_eq(why, "json has no option nonsense");
	ck_assert_str_eq(jy_shown(task, why), "json 没有选项 nonsense");
	jy_end(task);
}
END_TEST

/* What stands before the word is of every type, and all of its argument is passed over; where that is
 * not known, the word stays English, and no other argument is taken for it. */
START_TEST(passed)
{
	int here = 0;
	char pointed[32];

	if (!speaks())
		return;
	expect(sentence("%A %F %E %G %-s", 1., .5, 2., 3., "error"),
	    "0X1P+0 0.500000 2.000000E+00 3 错误");
	expect(sentence("%jd %hhd %*d %X %c %% %-s", (intmax_t)1, (signed char)2, 3, 4, 10U, 'c',
		   "error"),
	    "1 2   4 A c % 错误");
	expect(sentence("%.1Lf %-s", 1.5L, "error"), "1.5 error");
	expect(sentence("%ls %-s", L"a", "error"), "a error");
	expect(sentence("%2$-s %1$d", 1, "error"), "error 1");
	snprintf(pointed, sizeof(pointed), "%p error", (void *)&here);
	expect(sentence("%p %-s", (void *)&here, "error"), pointed);
}
END_TEST

START_TEST(locale_stays)
{
	char *said;

	if (!speaks())
		return;
	errno = ENOENT;
	said = sentence("it cannot be read: %m");
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_ptr_nonnull(strstr(said, "无法读取："));
	free(said);
	ck_assert_str_eq(setlocale(LC_ALL, NULL), "C");
	ck_assert(uselocale((locale_t)0) == LC_GLOBAL_LOCALE);
	ck_assert_str_eq(strerror(ENOENT), "No such file or directory");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("speak");
	TCase *tests = tcase_create("speak");

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, unasked);		/* each in a process of its own */
	tcase_add_test(tests, both);
	tcase_add_test(tests, inserted);
	tcase_add_test(tests, passed);
	tcase_add_test(tests, locale_stays);
	return test_main(suite);
}
