/* The package: which part is what, limits, and what is no Word document. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

static const struct { const char *name, *code; int sure; const char *word; } bad[] = {
	{"truncated", "damaged", 25, "cut short"},
	{"corrupt", "damaged", 100, "document.xml cannot be unpacked"},
	{"entities", "damaged", 100, "document type"},
	{"deep", "too-deep", 100, "256"},
	{"crowded", "damaged", 100, "attributes"},
	{"crowded-wide", "damaged", 100, "attributes"},
	{"crowded-ebcdic", "damaged", 100, "encoding"},
	{"disguised", "damaged", 100, "encoding"},
	{"endless", "damaged", 100, "too long"},
	{"sheet", "not-docx", 25, "no Word document"},
	{"locked", "encrypted", 50, "password"},
	{"old", "old-word", 50, "old Word"},
	{"old-book", "not-docx", 50, "Excel"},
	{"twice", "damaged", 100, "more than once"},
	{"workbook", "not-docx", 25, "Excel"},
	{"opendocument", "not-docx", 25, "OpenDocument"},
	{"rich", "rich-text", 75, "Rich Text"},
	{"flat", "flat-word", 75, "one XML file"},
};

START_TEST(test_bad_input)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines(bad[_i].name, &task);
	const struct jy_message *last = jy_messages(task);
	char path[64];

	ck_assert_ptr_null(minutes);
	ck_assert_ptr_nonnull(last);
	while (last->next)
		last = last->next;
	ck_assert_str_eq(last->code, bad[_i].code);
	ck_assert_msg(strstr(last->text, bad[_i].word), "%s", last->text);
	ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
	jy_end(task);
	snprintf(path, sizeof(path), "docx/%s.docx", bad[_i].name);
	ck_assert_int_eq(jy_find(test_host(), "docx")->probe(test_file(path)), bad[_i].sure);
}
END_TEST

START_TEST(test_probe)
{
	const struct jy_plugin *docx = jy_find(test_host(), "docx");

	ck_assert_ptr_nonnull(docx);
	ck_assert_int_eq(docx->probe(test_file("docx/qinghe.docx")), 100);
	ck_assert_int_eq(docx->probe(test_file("docx/strict.docx")), 100);
	ck_assert_int_eq(docx->probe(test_file("text/suzhou-100.txt")), 0);
	ck_assert_int_eq(docx->probe((struct jy_bytes){(const unsigned char *)"PK", 2}), 0);
}
END_TEST

/* The relationships say which parts count, whatever they are called. */
START_TEST(test_names)
{
	static const struct expected expected[] = {
		{"一、", "云州市人民政府", {PAGE(1)}}, {"", "页眉", {.origin = JY_HEADER}},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("odd-names", &task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* In UTF-16 a character of text may have the byte that < has. */
START_TEST(test_wide)
{
	static const struct expected expected[] = {
		{"", "云州市人民政府", {PAGE(1)}}, {"", "㰼∼", {PAGE(1)}},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("wide", &task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* A package that does not say what its parts are is read, and the doubt told. */
START_TEST(test_types)
{
	static const char *const names[] = {"untyped", "mistyped"};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines(names[_i], &task);

	ck_assert_ptr_nonnull(minutes);
	assert_text(lines[0]->text, "云州市人民政府");
	message_of(task, "content-type");
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Each limit below what the file has, and at it.  full.docx unpacks to 3 MiB to the byte, and its
 * main part is 912 times and some its packed size. */
static const struct { const char *name, *option, *value, *code; } limits[] = {
	{"full", "max-size", "2", "too-large"},
	{"full", "max-size", "3", NULL},
	{"overfull", "max-size", "3", "too-large"},
	{"overfull", "max-size", "4", NULL},
	{"full", "max-entries", "2", "too-large"},
	{"full", "max-entries", "3", NULL},
	{"full", "max-ratio", "912", "too-large"},
	{"full", "max-ratio", "913", NULL},
	{"nested-256", "max-depth", "255", "too-deep"},
	{"nested-256", "max-depth", "256", NULL},
	{"nested-257", "max-depth", "256", "too-deep"},
	{"nested-257", "max-depth", "257", NULL},
	{"nested-400", "max-depth", "399", "too-deep"},
	{"nested-400", "max-depth", "400", NULL},
};

START_TEST(test_limits)
{
	struct jy_task *task = test_task("docx", limits[_i].option, limits[_i].value, NULL);
	struct jy_minutes *minutes = read_into_lines(limits[_i].name, task);

	if (limits[_i].code) {
		ck_assert_ptr_null(minutes);
		ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
		ck_assert_ptr_nonnull(
		    strstr(message_of(task, limits[_i].code)->text, limits[_i].option));
	} else {
		ck_assert_ptr_nonnull(minutes);
		jy_free(minutes);
	}
	jy_end(task);
}
END_TEST

TCase *
package_tests(void)
{
	TCase *c = tcase_create("package");

	tcase_add_loop_test(c, test_bad_input, 0, sizeof(bad) / sizeof(*bad));
	tcase_add_test(c, test_probe);
	tcase_add_test(c, test_names);
	tcase_add_test(c, test_wide);
	tcase_add_loop_test(c, test_types, 0, 2);
	tcase_add_loop_test(c, test_limits, 0, sizeof(limits) / sizeof(*limits));
	return c;
}
