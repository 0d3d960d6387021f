/* What only shows across documents, and what is no finding. */
#include <string.h>

#include "archive.h"

#define CITY "云州市人民政府"
#define CALLED(name, organization) "person\tattending\t" name "\t" organization "\t\t1\t9\n"

struct paper { const char *number, *name; int session; const char *date, *people; };

static void
file_papers(const struct paper *papers, size_t count)
{
	struct ledger *l = archive_begin();
	char path[16];

	for (size_t i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%03zu", i);
		archive_add(l, path, path);
	}
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	for (size_t i = 0; i < count; i++) {
		const struct paper *p = &papers[i];

		snprintf(path, sizeof(path), "%03zu", i);
		put(l, path, 0, NULL,
		    minutes(i == 1 ? "" : CITY, p->number,
			p->name ? p->name : "市政府第X次常务会议", p->session, p->date,
			p->people ? p->people : ""));
	}
	archive_end(l);
	ck_assert_int_eq(report("out", "--series", NULL), 0);
}

#define FILE_PAPERS(papers) file_papers(papers, sizeof(papers) / sizeof(*(papers)))

static void
assert_nothing(void)
{
	ck_assert_int_eq(count_in("series.csv", "\r\n"), 1);
}

static void
assert_only(const char *rule, const char *subject)
{
	char wanted[256];
	int lines = count_in("series.csv", "\r\n") - 1;

	snprintf(wanted, sizeof(wanted), "\"%s\"", rule);
	ck_assert_int_ge(lines, 2);
	ck_assert_int_eq(count_in("series.csv", wanted), lines);
	snprintf(wanted, sizeof(wanted), ",\"%s\",", subject);
	ck_assert_int_eq(count_in("series.csv", wanted), lines);
}

START_TEST(test_nothing)
{
	static const struct paper papers[] = {
		{"云府纪要/2025/1", NULL, 1, "2025-01-06", NULL},
		{"云府纪要/2025/2", NULL, 2, "2025-02-06", NULL},	/* without an issuer */
		{"云府纪要/2025/2", NULL, 2, "2025-02-06", NULL},	/* a copy */
		{"", NULL, 2, "2025-02-06", NULL},			/* one without its number */
		{"云府纪要/2025/3", NULL, 3, "2025-03-06", NULL},
		{"", NULL, 0, "", NULL},
	};

	FILE_PAPERS(papers);
	assert_nothing();
}
END_TEST

START_TEST(test_session_missing)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", NULL}, {"", NULL, 2, "2025-02-06", NULL},
		{"", NULL, 5, "2025-03-06", NULL},
	};

	FILE_PAPERS(papers);
	assert_only("session-missing", "3–4");
	ck_assert_ptr_nonnull(strstr(written("report.html"), "sessions are missing"));
}
END_TEST

START_TEST(test_session_twice)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", NULL}, {"", NULL, 2, "2025-02-06", NULL},
		{"", NULL, 2, "2025-02-16", NULL},
	};

	FILE_PAPERS(papers);
	assert_only("session-twice", "2");
}
END_TEST

/* A selection of a long series is one finding, not a hundred. */
START_TEST(test_selection)
{
	struct paper papers[20] = {{0}};
	char dates[20][16];

	for (int i = 0; i < 20; i++) {
		snprintf(dates[i], sizeof(dates[i]), "2025-01-%02d", i + 1);
		papers[i] = (struct paper){"", NULL, 10 + i * 3, dates[i], NULL};
	}
	FILE_PAPERS(papers);
	assert_only("session-missing", "10–67: 38 / 58");
}
END_TEST

/* Sessions begin anew with a new term, and that is nothing. */
START_TEST(test_terms)
{
	static const struct paper papers[] = {
		{"", NULL, 98, "2021-10-01", NULL}, {"", NULL, 99, "2021-11-01", NULL},
		{"", NULL, 100, "2021-12-01", NULL}, {"", NULL, 1, "2022-01-01", NULL},
		{"", NULL, 2, "2022-02-01", NULL}, {"", NULL, 3, "2022-03-01", NULL},
	};

	FILE_PAPERS(papers);
	assert_nothing();
}
END_TEST

START_TEST(test_number)
{
	static const struct paper papers[] = {
		{"云府纪要/2025/1", NULL, 1, "2025-01-06", NULL},
		{"云府纪要/2025/3", NULL, 2, "2025-02-06", NULL},
		{"云府纪要/2025/3", NULL, 3, "2025-03-06", NULL},
		{"清府纪要/2025/3", NULL, 4, "2025-04-06", NULL},
	};

	FILE_PAPERS(papers);
	ck_assert_int_eq(count_in("series.csv", "\"number-twice\""), 2);
	ck_assert_int_eq(count_in("series.csv", "\"number-missing\""), 2);
	ck_assert_int_eq(count_in("series.csv", "\r\n"), 5);
}
END_TEST

START_TEST(test_date_order)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", NULL}, {"", NULL, 2, "2052-02-06", NULL},
		{"", NULL, 3, "2025-03-06", NULL}, {"", NULL, 4, "--04-06", NULL},
	};

	FILE_PAPERS(papers);
	assert_only("date-order", "2 > 3");
}
END_TEST

START_TEST(test_person)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", CALLED("甲乙丙", "市财政局")},
		{"", NULL, 2, "2025-02-06", CALLED("甲乙丙", "市水务局")},
		{"", NULL, 3, "2025-03-06", CALLED("甲乙丙", "市财政局")},
	};

	FILE_PAPERS(papers);
	assert_only("person", "甲乙丙");
	ck_assert_ptr_nonnull(
	    strstr(written("series.csv"), "\"001\",\"1\",\"9\",\"市水务局 2025-02-06\""));
}
END_TEST

/* Short forms, a change of office, and one who stands twice in a single document. */
START_TEST(test_person_is_well)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", CALLED("甲乙丙", "市发改委") CALLED("丁戊", "市财政局")
		    CALLED("辛壬", "市住建局")},
		{"", NULL, 2, "2025-02-06", CALLED("甲乙丙", "市发展和改革委员会") CALLED("丁戊", "市水务局")
		    CALLED("己庚", "市林业局") CALLED("己庚", "市气象局")
		    CALLED("辛壬", "市住房和城乡建设局")},
		{"", NULL, 3, "2025-03-06", CALLED("甲乙丙", "市发改委") CALLED("丁戊", "市水务局")
		    CALLED("辛壬", "市住建局")},
	};

	FILE_PAPERS(papers);
	assert_nothing();
}
END_TEST

START_TEST(test_variant)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", CALLED("甲乙丙", "市财政局") CALLED("辛壬", "市林业局")},
		{"", NULL, 2, "2025-02-06", CALLED("甲乙丙", "市财政局") CALLED("辛壬", "市林业局")},
		{"", NULL, 3, "2025-03-06", CALLED("甲乙两", "市财政局") CALLED("辛士", "市林业局")},
		{"", NULL, 4, "2025-04-06", CALLED("甲乙丙", "市财政局") CALLED("辛壬", "市林业局")},
		{"", NULL, 5, "2025-05-06", CALLED("甲丙", "市水务局") CALLED("辛壬", "市林业局")},
	};

	FILE_PAPERS(papers);
	ck_assert_int_eq(count_in("series.csv", "\"甲乙两 / 甲乙丙\""), 4);
	ck_assert_int_eq(count_in("series.csv", "\"辛士 / 辛壬\""), 4);
	ck_assert_int_eq(count_in("series.csv", "\r\n"), 9);
}
END_TEST

/* Two that sat together, two that are both rare, and one who is known elsewhere. */
START_TEST(test_variant_is_none)
{
	static const struct paper papers[] = {
		{"", NULL, 1, "2025-01-06", CALLED("甲乙丙", "市财政局") CALLED("丁戊己", "市财政局")},
		{"", NULL, 2, "2025-02-06", CALLED("甲乙丙", "市财政局") CALLED("丁戊庚", "市水务局")
		    CALLED("子丑寅", "市气象局")},
		{"", NULL, 3, "2025-03-06", CALLED("甲乙丙", "市财政局") CALLED("丁戊己", "市财政局")
		    CALLED("子丑卯", "市气象局")},
		{"", NULL, 4, "2025-04-06", CALLED("甲乙丙", "市财政局") CALLED("甲乙丁", "市财政局")
		    CALLED("丁戊庚", "市财政局")},
		{"", NULL, 5, "2025-05-06", CALLED("丁戊己", "市财政局") CALLED("壬癸", "市财政局")},
	};

	FILE_PAPERS(papers);
	assert_nothing();
}
END_TEST

TCase *
series_tests(void)
{
	TCase *tests = case_of("series");

	tcase_add_test(tests, test_nothing);
	tcase_add_test(tests, test_session_missing);
	tcase_add_test(tests, test_session_twice);
	tcase_add_test(tests, test_selection);
	tcase_add_test(tests, test_terms);
	tcase_add_test(tests, test_number);
	tcase_add_test(tests, test_date_order);
	tcase_add_test(tests, test_person);
	tcase_add_test(tests, test_person_is_well);
	tcase_add_test(tests, test_variant);
	tcase_add_test(tests, test_variant_is_none);
	return tests;
}
