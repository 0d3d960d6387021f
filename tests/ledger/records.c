/* What children tell, honest ones and others. */
#include <stdio.h>
#include <string.h>

#include "steps.h"

static const struct { const char *record, *reason; } records[] = {
	{GOOD "future\tthing\n", ""},
	{GOOD "person\n", ""},
	{GOOD "document\t\t\t\t\t\t\t\t\n", ""},
	{"", "protocol"},				/* success without a word */
	{"input\t" HASH_A "\t1\n", "protocol"},		/* without its output */
	{GOOD "output\tjson\t3\t" HASH_0 "\n", "protocol"},	/* with one that nobody wanted */
	{GOOD GOOD, "protocol"},
	{"input\t" HASH_A "\t-1\noutput\tjson\t3\t" HASH_0 "\n", "protocol"},
	{"input\t" HASH_A "\t1\noutput\tjson\t\t" HASH_0 "\n", "protocol"},
	{"input\t" HASH_A "\t1\noutput\tjson\t1e9\t" HASH_0 "\n", "protocol"},
	{"input\t" HASH_A "\t99999999999999999999\noutput\tjson\t3\t" HASH_0 "\n", "protocol"},
	{"input\tnonsense\t1\noutput\tjson\t3\t" HASH_0 "\n", "protocol"},
	{"input\t" HASH_A "x\t1\noutput\tjson\t3\t" HASH_0 "\n", "protocol"},
	{GOOD "person\tchair\t甲乙丙\t\t\tx\t1\n", "protocol"},
	{GOOD "message\twarning\t1\t\t\n", "protocol"},
	{GOOD DOCUMENT DOCUMENT, "protocol"},
};

START_TEST(test_records)
{
	struct ledger *l = begin("r");
	struct ending e = {.record = (char *)(uintptr_t)records[_i].record};

	ck_assert(ledger_believes(&e, 1) == !*records[_i].reason);
	list(l, "a");
	planned(l, RETRY_NONE);
	put(l, "a", 0, NULL, records[_i].record);
	ck_assert_str_eq(value(l, "SELECT ifnull(reason, '') FROM result"), records[_i].reason);
	if (*records[_i].reason) {
		ck_assert_str_eq(value(l, "SELECT status || outcome FROM result"), "70failed");
		ck_assert_str_eq(
		    value(l,
			"SELECT (SELECT count(*) FROM output) +"
			" (SELECT count(*) FROM person) + (SELECT count(*) FROM document)"),
		    "0");
	}
	ledger_close(l);
}
END_TEST

/* A child that dies in the middle of a line keeps its reason, and its other words. */
START_TEST(test_broken_off)
{
	struct ledger *l = begin("r");

	list(l, "a");
	planned(l, RETRY_NONE);
	put(l, "a", 70, "crashed", GOOD WARNING DOCUMENT DOCUMENT PERSON "message\twarn");
	ck_assert_str_eq(value(l, "SELECT reason || sha256 FROM result"), "crashed" HASH_A);
	ck_assert_str_eq(value(l, "SELECT count(*) FROM message"), "1");
	ck_assert_str_eq(value(l, "SELECT count(*) FROM output"), "0");
	ledger_close(l);
}
END_TEST

/* No text is without end, or without sense. */
START_TEST(test_texts)
{
	struct ledger *l = begin("r");
	static char record[100000] = GOOD "message\twarning\t\tlong\t";
	size_t used = strlen(record);

	while (used < 50000)
		used += (size_t)sprintf(record + used, "云");
	sprintf(record + used,
	    "\nmessage\twarning\t0\tbad\ta\xff"
	    "b\xe4\xba\n");
	list(l, "a");
	planned(l, RETRY_NONE);
	put(l, "a", 0, NULL, record);
	ck_assert_str_eq(value(l, "SELECT length(CAST(text AS BLOB)) < 4110 FROM message"), "1");
	ck_assert_str_eq(value(l, "SELECT text FROM message WHERE place = 2"),
	    "a\uFFFDb\uFFFD\uFFFD");
	ck_assert_str_eq(value(l, "SELECT substr(text, -1) FROM message"), "…");
	ck_assert_str_eq(value(l, "SELECT count(*) FROM message WHERE page IS NULL"), "2");
	ledger_close(l);
}
END_TEST

TCase *
record_tests(void)
{
	TCase *tests = case_of("records");

	tcase_add_loop_test(tests, test_records, 0, sizeof(records) / sizeof(*records));
	tcase_add_test(tests, test_broken_off);
	tcase_add_test(tests, test_texts);
	return tests;
}
