/* What would break a ledger: other files, other programs, kills, full disks. */
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "steps.h"

/* The same bytes as COPY? */
static bool
is_untouched(const char *file, const char *copy)
{
	char command[100];

	snprintf(command, sizeof(command), "cmp -s %s %s", file, copy);
	return system(command) == 0;
}

static void
assert_refused(const char *command, int status)
{
	struct ledger *l = NULL;

	run_five();
	ck_assert_int_eq(system(command), 0);
	ck_assert_int_eq(system("cp out/jiyao-ledger.sqlite copy"), 0);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_WRITES), status);
	ck_assert_ptr_null(l);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), status);
	ck_assert(is_untouched("out/jiyao-ledger.sqlite", "copy"));
}

static void
alter(const char *sql)
{
	sqlite3 *db;

	mkdir("out", 0777);
	ck_assert_int_eq(sqlite3_open("out/jiyao-ledger.sqlite", &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* Its pages are sound, but an input is done that has no result. */
START_TEST(test_does_not_add_up)
{
	struct ledger *l;
	struct sums sums;

	run_five();
	alter("DELETE FROM result WHERE path = 'a'");
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);
	ck_assert_int_eq(ledger_sums(l, &sums), EX_DATAERR);
	ledger_close(l);
}
END_TEST

START_TEST(test_refused)
{
	struct ledger *l;

	assert_refused("echo 这是别的文件，不是账本，谁也不能动它。 > out/jiyao-ledger.sqlite",
	    EX_DATAERR);
	ck_assert_int_eq(system("rm out/jiyao-ledger.sqlite"), 0);
	assert_refused("head -c 100 out/jiyao-ledger.sqlite > x && mv x out/jiyao-ledger.sqlite",
	    EX_DATAERR);
	ck_assert_int_eq(system("rm out/jiyao-ledger.sqlite"), 0);
	assert_refused("head -c 9000 out/jiyao-ledger.sqlite > x && mv x out/jiyao-ledger.sqlite",
	    EX_DATAERR);
	ck_assert_int_eq(system("rm out/jiyao-ledger.sqlite"), 0);
	run_five();
	alter("PRAGMA user_version = 2");
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_WRITES), EX_UNAVAILABLE);
	alter("PRAGMA user_version = 0; PRAGMA application_id = 0");
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_WRITES), EX_DATAERR);
	ck_assert_int_eq(ledger_open(&l, "out", "2/3", LEDGER_READS), EX_NOINPUT);
	ck_assert_int_eq(ledger_open(&l, "nowhere", NULL, LEDGER_WRITES), EX_CANTCREAT);
}
END_TEST

static int
open_there(void)
{
	struct ledger *l;
	int status = ledger_open(&l, "out", NULL, LEDGER_WRITES);

	if (!status)
		ledger_close(l);
	return status;
}

static int
open_shard(void)
{
	struct ledger *l;

	return ledger_open(&l, "out", "2/3", LEDGER_WRITES);
}

START_TEST(test_busy)
{
	struct ledger *l = begin("r"), *reader;

	ck_assert_int_eq(in_child(open_there), EX_TEMPFAIL);
	ck_assert_int_eq(in_child(open_shard), 0);	/* killed, as it were */
	ck_assert_int_eq(in_child(open_shard), 0);
	ck_assert_int_eq(ledger_open(&reader, "out", NULL, LEDGER_READS), 0);
	end(l);
	assert_sums(reader, 0, 0, 0, 0, 0, 0, 0);
	ledger_close(reader);
	ck_assert_int_eq(in_child(open_there), 0);
}
END_TEST

static int
open_as_nobody(void)
{
	if (getuid() == 0 && setuid(65534))
		return -1;
	return open_there();
}

static int
read_as_nobody(void)
{
	struct ledger *l;

	if (getuid() == 0 && setuid(65534))
		return -1;
	return ledger_open(&l, "out", NULL, LEDGER_READS);
}

/* What is at rest can be read where nothing can be written. */
START_TEST(test_read_only)
{
	run_five();
	ck_assert_int_eq(chmod(".", 0755), 0);
	ck_assert_int_eq(chmod("out", 0555), 0);
	ck_assert_int_eq(in_child(open_as_nobody), EX_NOPERM);
	ck_assert_int_eq(in_child(read_as_nobody), 0);
	ck_assert_int_eq(chmod("out", 0755), 0);
	ck_assert_int_eq(chmod("out/jiyao-ledger.sqlite", 0444), 0);
	if (getuid() != 0)
		ck_assert_int_eq(in_child(open_as_nobody), EX_NOPERM);
}
END_TEST

static void
assert_whole(struct ledger *l)
{
	ck_assert_str_eq(value(l, "PRAGMA integrity_check"), "ok");
	ck_assert_str_eq(value(l, "PRAGMA foreign_key_check"), "");
	ck_assert_str_eq(
	    value(l,
		"SELECT count(*) FROM result WHERE"
		" (SELECT count(*) FROM message WHERE message.path = result.path) <> 2 OR"
		" (SELECT count(*) FROM doubt WHERE doubt.path = result.path) <> 1 OR"
		" (SELECT count(*) FROM output WHERE output.path = result.path) <> 1 OR"
		" (SELECT count(*) FROM person WHERE person.path = result.path) <> 2"),
	    "0");
}

static int
fill_the_disk(void)
{
	struct rlimit limit = {200000, 200000};
	struct ledger *l = begin("r");
	int done, status;

	list_many(l, 2000);
	ledger_plan(l, RETRY_NONE, "out");
	setrlimit(RLIMIT_FSIZE, &limit);
	status = put_many(l, 2000, &done);
	ledger_close(l);
	return status;
}

START_TEST(test_full_disk)
{
	struct ledger *l;

	ck_assert_int_eq(in_child(fill_the_disk), EX_IOERR);
	l = begin("r");
	assert_whole(l);
	list_many(l, 2000);
	ck_assert_int_eq(ledger_plan(l, RETRY_NONE, NULL), 0);
	ledger_close(l);
}
END_TEST

enum { MANY = 3000 };

/* One run of those that are killed: lists, plans, puts, ends. */
static int
run_until_killed(void)
{
	struct ledger *l = begin("r");
	char path[24];
	int done;

	if (access("out/000000.json", F_OK))
		for (int i = 0; i < MANY; i++) {
			snprintf(path, sizeof(path), "out/%06d.json", i);
			write_file(path, "abc");
		}
	list_many(l, MANY);
	if (ledger_plan(l, RETRY_ALL, "out") || put_many(l, MANY, &done))
		return 1;
	end(l);
	return 0;
}

/* JIYAO_KILLS: how often; the seed is the clock's, and printed when it fails. */
START_TEST(test_killed)
{
	long kills = getenv("JIYAO_KILLS") ? strtol(getenv("JIYAO_KILLS"), NULL, 10) : 25;
	unsigned seed = (unsigned)time(NULL), state = seed;
	struct ledger *l;

	for (long i = 0; i < kills; i++) {
		pid_t pid = fork();
		int status;

		if (pid == 0)
			_exit(run_until_killed());
		usleep((useconds_t)(rand_r(&state) % 400000));
		kill(pid, SIGKILL);
		ck_assert_int_eq(waitpid(pid, &status, 0), pid);
		ck_assert_msg(WIFSIGNALED(status) || WEXITSTATUS(status) == 0, "seed %u", seed);
		mkdir("out", 0777);
		ck_assert_msg(ledger_open(&l, "out", NULL, LEDGER_WRITES) == 0, "seed %u, kill %ld",
		    seed, i);
		assert_whole(l);
		ledger_close(l);
	}
	ck_assert_int_eq(in_child(run_until_killed), 0);
	ck_assert_int_eq(ledger_open(&l, "out", NULL, LEDGER_READS), 0);
	assert_sums(l, MANY, 0, MANY, 0, 0, 0, 0);
	ledger_close(l);
}
END_TEST

TCase *
broken_tests(void)
{
	TCase *tests = case_of("broken");

	tcase_add_test(tests, test_does_not_add_up);
	tcase_add_test(tests, test_refused);
	tcase_add_test(tests, test_busy);
	tcase_add_test(tests, test_read_only);
	tcase_add_test(tests, test_full_disk);
	tcase_add_test(tests, test_killed);
	return tests;
}
