/* The ledgers of shards, joined; and what keeps them from being joined. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "steps.h"
#include "../../cli/batch/shard.h"

/* A path for each of the three shards. */
static const char *const shard_paths[] = {"a", "b", "c", "d", "e", "f", "g", "h"};

struct oddity { const char *recipe, *state, *extra; bool unseen, twice; };

static void
run_shard(unsigned index, unsigned count, struct oddity odd)
{
	struct shard shard = {index, count};
	char name[16];
	struct ledger *l;

	snprintf(name, sizeof(name), "%u/%u", index, count);
	l = begin_shard(odd.recipe ? odd.recipe : "r", name);
	for (size_t i = 0; i < sizeof(shard_paths) / sizeof(*shard_paths); i++) {
		if (odd.unseen && i == 0)
			continue;
		ledger_saw(l, shard_paths[i]);
		if (shard_has(&shard, shard_paths[i]))
			list(l, shard_paths[i]);
	}
	if (odd.extra)
		list(l, odd.extra);
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, "out"), 0);
	for (size_t i = 0; i < sizeof(shard_paths) / sizeof(*shard_paths); i++)
		if (shard_has(&shard, shard_paths[i]) && !(odd.unseen && i == 0))
			put(l, shard_paths[i], 0, NULL, GOOD PERSON);
	if (odd.extra)
		put(l, odd.extra, 65, "damaged", "");
	ck_assert_int_eq(ledger_end(l, odd.state ? odd.state : "done"), 0);
	ledger_close(l);
}

static void
run_shards(void)
{
	for (unsigned i = 1; i <= 3; i++)
		run_shard(i, 3, (struct oddity){0});
}

/* Standard output goes into a file: ours is for TAP. */
static int
merge_here(void)
{
	char *words[] = {(char[]){"merge"}, (char[]){"--out=out"}, NULL};

	return freopen("said", "w", stdout) ? command_merge(2, words) | fclose(stdout) : -1;
}

static const char *
said(void)
{
	static char line[200];
	FILE *file = fopen("said", "r");

	*line = '\0';
	ck_assert_ptr_nonnull(file);
	if (!fgets(line, sizeof(line), file))
		*line = '\0';
	fclose(file);
	return line;
}

START_TEST(test_merge)
{
	struct ledger *l;

	run_shards();
	ck_assert_int_eq(in_child(merge_here), 0);
	ck_assert_str_eq(said(),
	    "3 shards, 8 in: 8 converted, 0 with warnings, 0 failed, 0 skipped\n");
	ck_assert_int_eq(in_child(merge_here), 0);	/* a merge replaces a merge */
	l = begin("r");
	ck_assert_str_eq(value(l, "SELECT count(*) FROM person"), "8");
	ck_assert_str_eq(value(l,
			     "SELECT shard || state FROM run ORDER BY id DESC LIMIT 1 OFFSET 1"),
	    "all/3done");
	ck_assert_str_eq(value(l, "PRAGMA integrity_check"), "ok");
	ck_assert_str_eq(value(l, "PRAGMA foreign_key_check"), "");
	for (size_t i = 0; i < sizeof(shard_paths) / sizeof(*shard_paths); i++)
		list(l, shard_paths[i]);
	ck_assert_str_eq(planned(l, RETRY_NONE), "");	/* and a batch goes on from there */
	end(l);
	ck_assert_int_eq(in_child(merge_here), EX_CANTCREAT);	/* which no merge replaces */
}
END_TEST

static const struct oddity oddities[] = {
	{.recipe = "other"}, {.state = "stopped"}, {.state = "running"}, {.unseen = true},
	{.extra = "stray"}, {.extra = "a"}, {.extra = "b"}, {.extra = "c"},
};

START_TEST(test_merge_faults)
{
	struct ledger *l;

	run_shards();
	ck_assert_int_eq(unlink("out/jiyao-ledger-1-of-3.sqlite"), 0);
	ck_assert_int_eq(in_child(merge_here), EX_DATAERR);
	run_shard(1, 3, oddities[_i]);
	if (oddities[_i].extra && strlen(oddities[_i].extra) == 1
	    && shard_has(&(struct shard){1, 3}, oddities[_i].extra))
		return;		/* its own */
	ck_assert_int_eq(in_child(merge_here), EX_DATAERR);
	ck_assert_str_eq(said(), "");
	ck_assert_int_ne(access("out/jiyao-ledger.sqlite", F_OK), 0);
	ck_assert_int_ne(access("out/jiyao-ledger.sqlite.part", F_OK), 0);
	ck_assert_int_eq(unlink("out/jiyao-ledger-1-of-3.sqlite"), 0);
	run_shard(1, 3, (struct oddity){0});
	ck_assert_int_eq(in_child(merge_here), 0);
	ck_assert_int_eq(system("cp out/jiyao-ledger-1-of-3.sqlite out/jiyao-ledger-7-of-3.sqlite"),
	    0);
	ck_assert_int_eq(in_child(merge_here), EX_DATAERR);
	/* The good one is still there. */
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);
	assert_sums(l, 8, 8, 0, 0, 0, 8, 0);
	ledger_close(l);
}
END_TEST

TCase *
merge_tests(void)
{
	TCase *tests = case_of("merge");

	tcase_add_test(tests, test_merge);
	tcase_add_loop_test(tests, test_merge_faults, 0, sizeof(oddities) / sizeof(*oddities));
	return tests;
}
