/*
 * A thousand synthetic minutes, read back: 99 % of people, 99.5 % of the boundaries of items and
 * all accounts must come out as they went in.
 *
 *	JIYAO_SHUFFLE_SEED	makes the same documents again; else the clock gives the seed
 *	JIYAO_SHUFFLE_COUNT	how many; 1000
 *	JIYAO_SHUFFLE_ONE	only the document of that number, with its text
 *	JIYAO_SHUFFLE_SHOW	how many documents with differences are shown; 5
 */
#include "../support.h"
#include "shuffle.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct run {
	long seed, count, one, show;
	struct score all, layouts[LAYOUTS], bodies[BODIES], lists[LISTS];
} run;

static long
number_from(const char *variable, long otherwise)
{
	const char *value = getenv(variable);

	return value && *value ? strtol(value, NULL, 10) : otherwise;
}

static void
sum(struct score *to, struct score score)
{
	to->people.right += score.people.right;
	to->people.all += score.people.all;
	to->items.right += score.items.right;
	to->items.all += score.items.all;
	to->account.right += score.account.right;
	to->account.all += score.account.all;
}

static double
percent(struct tally t)
{
	return t.all ? 100.0 * (double)t.right / (double)t.all : 100;
}

static void
print_score(const char *kind, const char *name, struct score s)
{
	if (s.account.all)
		printf("# %-8s people %.2f %%  items %.2f %%  accounts %.2f %%  of %ld  %s\n", kind,
		    percent(s.people), percent(s.items), percent(s.account), s.account.all, name);
}

/* TAP takes lines that begin with # for remarks. */
static void
print_remark(const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\r\n");

		printf("#   %.*s\n", (int)n, text);
		text += n;
		text += *text == '\r';
		text += *text == '\n';
	}
}

static struct score
read_back(struct document *d, FILE *differences)
{
	struct jy_task *task = test_task("text", NULL);
	struct jy_bytes in = {(const unsigned char *)d->text, strlen(d->text)};
	struct jy_minutes *minutes = jy_read(task, in, "shuffle.txt");
	struct score score;

	ck_assert_ptr_nonnull(minutes);
	score = compare(d, minutes, differences);
	jy_free(minutes);
	jy_end(task);
	return score;
}

static bool
is_perfect(struct score s)
{
	return s.people.right == s.people.all && s.items.right == s.items.all && s.account.right;
}

static void
read_one(long number)
{
	struct document *d = compose((uint64_t)run.seed << 20 ^ (uint64_t)number);
	struct score score;
	char *differences;
	size_t size;
	FILE *out = open_memstream(&differences, &size);

	lay_out(d);
	score = read_back(d, out);
	fclose(out);
	sum(&run.all, score);
	sum(&run.layouts[d->layout], score);
	sum(&run.bodies[d->body], score);
	sum(&run.lists[d->list], score);
	if (run.one >= 0 || (!is_perfect(score) && run.show > 0)) {
		run.show--;
		printf("# JIYAO_SHUFFLE_SEED=%ld JIYAO_SHUFFLE_ONE=%ld: %s, %s, %s\n", run.seed,
		    number, layout_names[d->layout], body_names[d->body], list_names[d->list]);
		if (run.one >= 0)
			print_remark(d->text);
		print_remark(differences);
	}
	free(differences);
	release_document(d);
}

/* Once and in the first process, so that every test has the same figures. */
static void
read_all(void)
{
	run.seed = number_from("JIYAO_SHUFFLE_SEED", (long)time(NULL));
	run.count = number_from("JIYAO_SHUFFLE_COUNT", 1000);
	run.one = number_from("JIYAO_SHUFFLE_ONE", -1);
	run.show = number_from("JIYAO_SHUFFLE_SHOW", 5);
	printf("# JIYAO_SHUFFLE_SEED=%ld, %ld documents\n", run.seed, run.one < 0 ? run.count : 1);
	fflush(stdout);
	for (long i = 0; i < run.count; i++)
		if (run.one < 0 || run.one == i)
			read_one(i);
	print_score("all", "", run.all);
	for (int i = 0; i < LAYOUTS; i++)
		print_score("layout", layout_names[i], run.layouts[i]);
	for (int i = 0; i < BODIES; i++)
		print_score("items", body_names[i], run.bodies[i]);
	for (int i = 0; i < LISTS; i++)
		print_score("people", list_names[i], run.lists[i]);
	fflush(stdout);
}

START_TEST(people)
{
	ck_assert_double_ge(percent(run.all.people), 99);
}
END_TEST

START_TEST(items)
{
	ck_assert_double_ge(percent(run.all.items), 99.5);
}
END_TEST

START_TEST(accounts)
{
	ck_assert_int_eq(run.all.account.right, run.all.account.all);
}
END_TEST

static Suite *
suite(void)
{
	Suite *suite = suite_create("shuffle");
	TCase *tests = tcase_create("read back");

	tcase_add_unchecked_fixture(tests, read_all, NULL);
	tcase_add_test(tests, people);
	tcase_add_test(tests, items);
	tcase_add_test(tests, accounts);
	suite_add_tcase(suite, tests);
	return suite;
}

int
main(void)
{
	return test_main(suite());
}
