/* The ledger of a batch. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "steps.h"

static double
seconds_since(const struct timespec *then)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

/* Not one that fails: JIYAO_LEDGER_BENCH=100000 tests/test-ledger says what so many inputs cost. */
START_TEST(test_bench)
{
	int count = getenv("JIYAO_LEDGER_BENCH") ? atoi(getenv("JIYAO_LEDGER_BENCH")) : 10, done;
	struct timespec start;
	struct rusage usage;
	struct ledger *l = begin("r");
	double listed, planned_at, put_at;
	struct sums sums;

	clock_gettime(CLOCK_MONOTONIC, &start);
	list_many(l, count);
	listed = seconds_since(&start);
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	planned_at = seconds_since(&start);
	ck_assert_int_eq(put_many(l, count, &done), 0);
	put_at = seconds_since(&start);
	end(l);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);
	clock_gettime(CLOCK_MONOTONIC, &start);
	ck_assert_int_eq(ledger_sums(l, &sums), 0);
	getrusage(RUSAGE_SELF, &usage);
	if (count > 10)
		fprintf(stderr,
		    "# %d: listed in %.2f s, planned in %.2f s, put in %.2f s, summed "
		    "up in %.3f s, %ld KiB\n",
		    count, listed, planned_at - listed, put_at - planned_at, seconds_since(&start),
		    usage.ru_maxrss);
	ledger_close(l);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("ledger");
	TCase *tests = case_of("bench");

	tcase_add_test(tests, test_bench);
	suite_add_tcase(suite, kept_tests());
	suite_add_tcase(suite, record_tests());
	suite_add_tcase(suite, broken_tests());
	suite_add_tcase(suite, merge_tests());
	suite_add_tcase(suite, tests);
	return test_main(suite);
}
