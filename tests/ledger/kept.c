/* What is kept of a batch, and what of it is done again. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "steps.h"

START_TEST(test_life)
{
	struct ledger *l = begin("r");

	list(l, "b");
	list(l, "a");
	list_as(l, "link", 0, 0, "symlink");
	list(l, "c");
	list(l, "b");			/* met twice */
	ck_assert_str_eq(planned(l, RETRY_NONE), "a b c");
	assert_sums(l, 4, 0, 0, 0, 1, 0, 3);
	put(l, "a", 0, NULL, GOOD CHECK DOCUMENT PERSON PERSON);
	put(l, "b", 0, NULL, GOOD WARNING CHECK);
	put(l, "c", 65, "encrypted", "input\t" HASH_A "\t1\nmessage\terror\t\tencrypted\tlocked\n");
	assert_sums(l, 4, 1, 1, 1, 1, 0, 0);
	ck_assert_str_eq(value(l, "SELECT count(*) FROM person"), "2");
	ck_assert_str_eq(value(l, "SELECT path || file || size FROM output LIMIT 1"), "aa.json3");
	ck_assert_str_eq(value(l, "SELECT sha256 || reader || pages FROM result"), HASH_A "text2");
	ck_assert_str_eq(value(l, "SELECT year || date || session FROM document"),
	    "20252025-03-013");
	ck_assert_str_eq(value(l, "SELECT count(*) FROM document WHERE title IS NULL"), "1");
	ck_assert_str_eq(value(l, "SELECT outcome || reason FROM last WHERE path = 'c'"),
	    "failedencrypted");
	end(l);
	ck_assert_int_ne(access("out/jiyao-ledger.sqlite-wal", F_OK), 0);
	ck_assert_int_ne(access("out/jiyao-ledger.sqlite-lock", F_OK), 0);

	l = begin("r");			/* the second run does nothing */
	list(l, "a");
	list(l, "b");
	list(l, "c");
	list_as(l, "link", 0, 0, "symlink");
	ck_assert_str_eq(planned(l, RETRY_NONE), "");
	assert_sums(l, 4, 1, 1, 1, 1, 4, 0);
	end(l);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);	/* for a report */
	assert_sums(l, 4, 1, 1, 1, 1, 4, 0);
	ledger_close(l);
}
END_TEST

START_TEST(test_changes)
{
	struct ledger *l;

	run_five();
	write_file("c", "a");
	write_file("d", "b");
	unlink("out/b.json");
	l = begin("r");
	list_as(l, "a", 2, 1000, NULL);		/* its size has changed */
	list(l, "b");				/* its output has gone */
	list_as(l, "c", 1, 999, NULL);		/* its time alone, and backwards */
	list_as(l, "d", 1, 1001, NULL);		/* its content, too */
	list(l, "e");
	ck_assert_str_eq(planned(l, RETRY_NONE), "a b d");
	ck_assert_str_eq(value(l, "SELECT group_concat(path) FROM result"), "c,e");
	ck_assert_str_eq(value(l, "SELECT group_concat(path) FROM person"), "c");
	ck_assert_str_eq(value(l, "SELECT mtime FROM result WHERE path = 'c'"), "999");
	ledger_close(l);			/* interrupted: what it has not done is still to do */

	l = begin("r");
	list_as(l, "c", 1, 999, NULL);
	list(l, "a");
	list_as(l, "e", 1, 7, NULL);		/* a failure without a hash */
	ck_assert_str_eq(planned(l, RETRY_NONE), "a e");
	ck_assert_str_eq(value(l, "SELECT group_concat(state) FROM run"), "done,stopped,running");
	put(l, "a", 0, NULL, GOOD);
	end(l);

	write_file("out/a.json", "longer");
	l = begin("r");
	list(l, "a");
	list_as(l, "c", 1, 999, NULL);
	ck_assert_str_eq(planned(l, RETRY_NONE), "a");
	put(l, "a", 0, NULL, GOOD);
	end(l);
	l = begin("other");
	list(l, "a");
	ck_assert_str_eq(planned(l, RETRY_NONE), "a");
	ledger_close(l);
}
END_TEST

/* What is not listed any more is kept, but not of the run; and is known when it comes back. */
START_TEST(test_unlisted)
{
	struct ledger *l;

	run_five();
	l = begin("r");
	list(l, "a");
	ck_assert_str_eq(planned(l, RETRY_NONE), "");
	assert_sums(l, 1, 1, 0, 0, 0, 1, 0);
	ck_assert_str_eq(value(l, "SELECT count(*) FROM result"), "5");
	end(l);
	l = begin("r");
	list(l, "a");
	list(l, "b");
	ck_assert_str_eq(planned(l, RETRY_NONE), "");
	ledger_close(l);
}
END_TEST

/* A dry run knows what there is, and changes nothing. */
START_TEST(test_rehearsal)
{
	struct ledger *l;

	run_five();
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_REHEARSES), 0);
	ck_assert_int_eq(ledger_begin(l, "1", "-t json", "r"), 0);
	list(l, "a");
	list(l, "new");
	ck_assert_str_eq(planned(l, RETRY_NONE), "new");
	ledger_close(l);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);
	assert_sums(l, 5, 4, 0, 1, 0, 0, 0);
	ledger_close(l);
	ck_assert_int_eq(ledger_open(&l, "out", "2/3", LEDGER_REHEARSES), 0);
	ck_assert_int_ne(access("out/jiyao-ledger-2-of-3.sqlite", F_OK), 0);
	ledger_close(l);
}
END_TEST

static const struct { int status; const char *reason, *again[4]; } retries[] = {
	/* none, failed, timeout, all */
	{0, NULL, {"", "", "", "a"}},
	{65, "damaged", {"", "a", "", "a"}},
	{70, "crashed", {"", "a", "", "a"}},
	{75, "timeout", {"", "a", "a", "a"}},
	{75, "memory", {"", "a", "a", "a"}},
	{75, "killed", {"", "a", "a", "a"}},
	{74, "output", {"a", "a", "a", "a"}},	/* tells nothing of the file */
	{77, "permission", {"a", "a", "a", "a"}},
	{66, "no-input", {"a", "a", "a", "a"}},
	{69, "no-data", {"a", "a", "a", "a"}},
};

START_TEST(test_retry)
{
	for (int retry = RETRY_NONE; retry <= RETRY_ALL; retry++) {
		struct ledger *l = begin("r");

		list(l, "a");
		planned(l, RETRY_ALL);
		put(l, "a", retries[_i].status, retries[_i].reason, retries[_i].status ? "" : GOOD);
		end(l);
		l = begin("r");
		list(l, "a");
		ck_assert_str_eq(planned(l, (enum retry)retry), retries[_i].again[retry]);
		ledger_close(l);
	}
}
END_TEST

static void
count_reason(void *said, const char *reason, long count)
{
	char *all = said;

	sprintf(all + strlen(all), "%s %ld;", reason, count);
}

START_TEST(test_reasons)
{
	struct ledger *l = begin("r");
	char said[100] = "";

	list(l, "a");
	list(l, "b");
	list(l, "c");
	planned(l, RETRY_NONE);
	put(l, "a", 65, "damaged", "");
	put(l, "b", 75, "timeout", "");
	put(l, "c", 75, "timeout", "");
	ck_assert_int_eq(ledger_reasons(l, count_reason, said), 0);
	ck_assert_str_eq(said, "timeout 2;damaged 1;");
	ledger_close(l);
}
END_TEST

/* Any bytes can be a source. */
START_TEST(test_source)
{
	struct ledger *l = begin("r");
	struct listed in = {"a%FF", "a\xff\n", NULL, 1, 1};
	const char *path, *source;

	ck_assert_int_eq(ledger_list(l, &in), 0);
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	ck_assert_int_eq(ledger_next(l, &path, &source), 0);
	ck_assert_str_eq(source, "a\xff\n");
	in.source = "b";		/* two files cannot be one output */
	ck_assert_int_eq(ledger_list(l, &in), EX_USAGE);
	ledger_close(l);
}
END_TEST

TCase *
kept_tests(void)
{
	TCase *tests = case_of("kept");

	tcase_add_test(tests, test_life);
	tcase_add_test(tests, test_changes);
	tcase_add_test(tests, test_unlisted);
	tcase_add_test(tests, test_rehearsal);
	tcase_add_loop_test(tests, test_retry, 0, sizeof(retries) / sizeof(*retries));
	tcase_add_test(tests, test_reasons);
	tcase_add_test(tests, test_source);
	return tests;
}
