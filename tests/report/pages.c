/* What a batch came to: pages, tables, checksums, samples. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../cli/report/report.h"
#include "archive.h"

/* The first four of them in the order of paths, as sha256sum and sort tell, too. */
#define SAMPLE_OF_SEED_7 \
    "\"00010\",\"00010\",,,,,,,,\r\n" \
    "\"00020\",\"00020\",,,,,,,,\r\n" \
    "\"00030\",\"00030\",,,,,,,,\r\n" \
    "\"00032\",\"00032\",,,,,,,,\r\n"

static struct ledger *
planned_archive(const char *const *paths)
{
	struct ledger *l = archive_begin();

	for (; *paths; paths++)
		archive_add(l, *paths, *paths);
	list_as(l, "link", 1, 1, "symlink");
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	return l;
}

/* One of each outcome, and one that was not reached. */
static void
make_archive(void)
{
	static const char *const paths[] = {"good", "doubtful", "locked", "broken", "odd", "late",
	    NULL};
	struct ledger *l = planned_archive(paths);

	put(l, "good", 0, NULL,
	    minutes("云州市人民政府", "云府纪要/2025/2", "市政府第3次常务会议", 3, "2025-03-01",
		PERSON));
	put(l, "doubtful", 0, NULL,
	    GOOD "message\twarning\t\tlost-text\t甲\n"
		 "message\twarning\t2\tocr-blank\t乙\n" CHECK);
	put(l, "locked", 65, "encrypted",
	    "input\t" HASH_A "\t1\nmessage\terror\t\tencrypted\t它有密码\n");
	put(l, "broken", 65, "a-new-code", "");
	put(l, "odd", 70, "crashed", "");
	archive_end(l);
}

START_TEST(test_actions)
{
	static const struct { const char *outcome, *code; int status; const char *action; } cases[] = {
		{"failed", "encrypted", 65, "password"}, {"failed", "needs-ocr", 65, "ocr"},
		{"failed", "no-text", 65, "rescan"}, {"failed", "damaged", 65, "another-copy"},
		{"failed", "not-minutes", 65, "not-minutes"}, {"failed", "no-input", 66, "access"},
		{"failed", "timeout", 75, "try-again"}, {"failed", "crashed", 70, "tell-us"},
		{"failed", "forbidden", 70, "tell-us"}, {"failed", "no-ocr", 69, "ocr"},
		{"failed", "new", 65, "another-copy"}, {"failed", "new", 69, "install"},
		{"failed", "new", 77, "access"}, {"failed", "new", 73, "try-again"},
		{"failed", "new", 70, "tell-us"}, {"failed", NULL, 0, "tell-us"},
		{"warnings", "new", 0, "compare"}, {"warnings", "ocr-blank", 0, "rescan"},
		{"skipped", "symlink", 0, "nothing"}, {"todo", NULL, 0, "go-on"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ck_assert_str_eq(actions[action_of(cases[i].outcome, cases[i].code,
					     cases[i].status)]
				     .name,
		    cases[i].action);
	for (int l = 0; l < LANGUAGES; l++)
		for (int w = W_NONE + 1; w < WORDS; w++)
			ck_assert_msg(word(l, w) && *word(l, w), "word %d lacks language %d", w, l);
}
END_TEST

START_TEST(test_every_input_once)
{
	make_archive();
	ck_assert_int_eq(report("out", NULL), 0);
	ck_assert_int_eq(count_in("catalogue.csv", "\r\n"), 1 + 7);
	ck_assert_int_eq(count_in("exceptions.csv", "\r\n"), 1 + 6);
	ck_assert_int_eq(strncmp(written("exceptions.csv"), "\xEF\xBB\xBFpath,outcome,", 16), 0);
	ck_assert_ptr_nonnull(
	    strstr(written("catalogue.csv"), "\"good\",\"converted\",,,,,,,\"good\""));
	ck_assert_ptr_nonnull(strstr(written("report.html"), "<b>7</b>in"));
	for (int i = 0; i < 4; i++)
		ck_assert_ptr_nonnull(strstr(written("report.html"), (const char *[]){
		    "</small> 1</b>converted", "</small> 1</b>with warnings",
		    "</small> 3</b>failed", "</small> 1</b>still to do"}[i]));
	ck_assert_ptr_nonnull(strstr(written("report.zh.html"), "<html lang=\"zh-Hans\">"));
	ck_assert_ptr_nonnull(strstr(written("report.zh.html"), "查找密码"));
}
END_TEST

/* In the order of what to do; of two warnings the one that asks for more is the reason. */
START_TEST(test_exceptions_in_order)
{
	static const char *const order[] = {"\"locked\",\"failed\",\"password\"",
	    "\"doubtful\",\"warnings\",\"rescan\"", "\"broken\",\"failed\",\"another-copy\"",
	    "\"odd\",\"failed\",\"tell-us\"", "\"link\",\"skipped\",\"nothing\"",
	    "\"late\",\"todo\",\"go-on\""};
	const char *s;

	make_archive();
	ck_assert_int_eq(report("out", NULL), 0);
	s = written("exceptions.csv");
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		s = strstr(s, order[i]);
		ck_assert_msg(s != NULL, "%s", order[i]);
	}
	ck_assert_ptr_nonnull(strstr(written("exceptions.csv"), "\"ocr-blank\",\"乙\",\"2\""));
	ck_assert_ptr_nonnull(strstr(written("exceptions.csv"), "\"encrypted\",\"它有密码\""));
}
END_TEST

START_TEST(test_hostile_names)
{
	static const char *const paths[] = {"=cmd", "a\\b", NULL};
	struct ledger *l = archive_begin();

	archive_add(l, "=cmd", "=cmd");
	archive_add(l, "x", "in/<script>\"&'\n\xff \xe2\x80\xae#?%\\");
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	put(l, paths[0], 65, "damaged", "");
	put(l, "x", 65, "damaged", "input\t" HASH_A "\t1\n");
	archive_end(l);
	ck_assert_int_eq(report("out", NULL), 0);
	ck_assert_ptr_nonnull(strstr(written("exceptions.csv"), "\"'=cmd\","));
	ck_assert_ptr_nonnull(strstr(written("exceptions.csv"),
	    "\"in/<script>\"\"&'\\u000a\\xff \\u202e#?%\\\""));
	ck_assert_ptr_null(strstr(written("report.html"), "<script"));
	ck_assert_ptr_nonnull(strstr(written("report.html"),
	    "href=\"./../in/%3Cscript%3E%22%26%27%0A%FF%20%E2%80%AE%23%3F%25%5C\""));
	ck_assert_ptr_nonnull(strstr(written("report.html"), "<span class=\"u\">U+202E</span>"));
	ck_assert_str_eq(written("sources-sha256.txt"),
	    "\\" HASH_A "  in/<script>\"&'\\n\xff \xe2\x80\xae#?%\\\\\n");
}
END_TEST

START_TEST(test_manifest)
{
	make_archive();
	ck_assert_int_eq(report("out", NULL), 0);
	ck_assert_str_eq(written("manifest-sha256.txt"),
	    HASH_0 "  doubtful.json\n" HASH_0 "  good.json\n");
}
END_TEST

START_TEST(test_page_is_self_contained)
{
	make_archive();
	ck_assert_int_eq(report("out", "--series", NULL), 0);
	ck_assert_int_eq(count_in("report.html", "default-src 'none'"), 1);
	ck_assert_int_eq(count_in("report.html", "<script"), 0);
	ck_assert_int_eq(count_in("report.html", "http:"), 0);
	ck_assert_int_eq(count_in("report.html", "https:"), 0);
	ck_assert_int_eq(count_in("report.html", "src="), 0);
	ck_assert_int_eq(count_in("report.html", "<svg"), 2);
	ck_assert_int_eq(count_in("report.html", "role=\"img\" aria-labelledby="), 2);
}
END_TEST

static void
make_many(int from, int count)
{
	struct ledger *l = begin("r");
	char path[16];

	for (int i = from; i < from + count; i++) {
		snprintf(path, sizeof(path), "%05d", i);
		list(l, path);
	}
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	for (int i = from; i < from + count; i++) {
		snprintf(path, sizeof(path), "%05d", i);
		ck_assert_int_eq(try_put(l, path, i % 2 ? 65 : 0, i % 2 ? "damaged" : NULL,
		    i % 2 ? "" : GOOD), 0);
	}
	archive_end(l);
}

START_TEST(test_page_stays_usable)
{
	make_many(0, 1000);
	ck_assert_int_eq(report("out", NULL), 0);
	ck_assert_int_eq(count_in("exceptions.csv", "another-copy"), 500);
	ck_assert_int_eq(count_in("report.html", "<td class=\"name\">"), 200 + 10);
	ck_assert_ptr_nonnull(strstr(written("report.html"), "… 300 more"));
}
END_TEST

START_TEST(test_same_bytes)
{
	char *first;

	make_archive();
	ck_assert_int_eq(report("out", "--series", NULL), 0);
	first = strdup(written("report.html"));
	setenv("TZ", "Asia/Shanghai", 1);
	setenv("LC_ALL", "zh_CN.UTF-8", 1);
	ck_assert_int_eq(report("out", "--series", NULL), 0);
	ck_assert_str_eq(written("report.html"), first);
	free(first);
}
END_TEST

START_TEST(test_sample)
{
	char *first;

	make_many(0, 1000);
	ck_assert_int_eq(report("out", "--sample=20%", "--seed=7", NULL), 0);
	ck_assert_int_eq(count_in("sample.csv", "\r\n"), 1 + 100);
	ck_assert_int_eq(count_in("sample.html", "<tr><td class=\"n\">"), 100);
	ck_assert_ptr_nonnull(strstr(written("sample.csv"), SAMPLE_OF_SEED_7));
	first = strdup(written("sample.csv"));
	ck_assert_int_eq(report("out", "--sample=20", "--seed=7", NULL), 0);
	ck_assert_str_eq(written("sample.csv"), first);
	/* Another seed would replace a sheet that may have been filled in. */
	ck_assert_int_eq(report("out", "--sample=20%", "--seed=8", NULL), EX_CANTCREAT);
	ck_assert_str_eq(written("sample.csv"), first);
	ck_assert_int_ne(access("out/.sample.csv.part", F_OK), 0);
	ck_assert_int_eq(unlink("out/sample.csv"), 0);
	ck_assert_int_eq(report("out", "--sample=20%", "--seed=8", NULL), 0);
	ck_assert_str_ne(written("sample.csv"), first);
	free(first);
}
END_TEST

START_TEST(test_sample_of_few)
{
	make_many(0, 3);
	ck_assert_int_eq(report("out", "--sample=0.1", NULL), 0);
	ck_assert_int_eq(count_in("sample.csv", "\r\n"), 1 + 1);
}
END_TEST

START_TEST(test_usage)
{
	make_many(0, 1);
	ck_assert_int_eq(report("--", NULL), EX_USAGE);
	ck_assert_int_eq(report("out", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("--sample=none", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("--sample=nan", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("--sample=101", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("--seed=1", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("--nonsense", "out", NULL), EX_USAGE);
	ck_assert_int_eq(report("nowhere", NULL), EX_NOINPUT);
	ck_assert_int_eq(report(".", NULL), EX_NOINPUT);	/* no ledger */
	ck_assert_int_eq(report("--sources=nowhere", "out", NULL), EX_NOINPUT);
}
END_TEST

TCase *
page_tests(void)
{
	TCase *tests = case_of("pages");

	tcase_add_test(tests, test_actions);
	tcase_add_test(tests, test_every_input_once);
	tcase_add_test(tests, test_exceptions_in_order);
	tcase_add_test(tests, test_hostile_names);
	tcase_add_test(tests, test_manifest);
	tcase_add_test(tests, test_page_is_self_contained);
	tcase_add_test(tests, test_page_stays_usable);
	tcase_add_test(tests, test_same_bytes);
	tcase_add_test(tests, test_sample);
	tcase_add_test(tests, test_sample_of_few);
	tcase_add_test(tests, test_usage);
	return tests;
}
