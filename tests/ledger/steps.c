/* The steps of a batch, with invented results. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "steps.h"

static char folder[] = "/tmp/jiyao-ledger-XXXXXX";

static void
setup(void)
{
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	signal(SIGXFSZ, SIG_IGN);
}

static void
teardown(void)
{
	char command[128];

	snprintf(command, sizeof(command), "chmod -R u+rwx %s && rm -rf %s", folder, folder);
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(system(command), 0);
	strcpy(strrchr(folder, '-') + 1, "XXXXXX");
}

TCase *
case_of(const char *name)
{
	TCase *tests = tcase_create(name);

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 600);
	return tests;
}

void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	ck_assert_int_eq(fclose(file), 0);
}

/* The folder "out", with a ledger that has begun a run. */
struct ledger *
begin_shard(const char *recipe, const char *shard)
{
	struct ledger *l;

	mkdir("out", 0777);
	ck_assert_int_eq(ledger_open(&l, "out", shard, LEDGER_WRITES), 0);
	ck_assert_int_eq(ledger_begin(l, "1", "-t json", recipe), 0);
	return l;
}

struct ledger *
begin(const char *recipe)
{
	return begin_shard(recipe, NULL);
}

void
list_as(struct ledger *l, const char *path, int64_t size, int64_t mtime, const char *skipped)
{
	struct listed in = {path, path, skipped, size, mtime};

	ck_assert_int_eq(ledger_list(l, &in), 0);
}

void
list(struct ledger *l, const char *path)
{
	list_as(l, path, 1, 1000, NULL);
}

int
try_put(struct ledger *l, const char *path, int status, const char *reason, const char *record)
{
	struct ending end = {.status = status,
	    .reason = reason,
	    .seconds = 0.5,
	    .processor = 0.25,
	    .kibibytes = 1024};
	char *files[] = {NULL, NULL};
	int failed;

	strcpy(end.sentence, status ? "a sentence" : "");
	end.record = strdup(record);
	ck_assert_int_ge(asprintf(&files[0], "%s.json", path), 0);
	failed = ledger_put(l, path, files, &end);
	free(files[0]);
	free(end.record);
	return failed;
}

void
put(struct ledger *l, const char *path, int status, const char *reason, const char *record)
{
	char output[64];

	snprintf(output, sizeof(output), "out/%s.json", path);
	if (!status)
		write_file(output, "abc");
	ck_assert_int_eq(try_put(l, path, status, reason, record), 0);
}

void
end(struct ledger *l)
{
	ck_assert_int_eq(ledger_end(l, "done"), 0);
	ledger_close(l);
}

/* What is to be done, joined by spaces. */
const char *
planned(struct ledger *l, enum retry retry)
{
	static char all[1024];
	const char *path, *source;

	*all = '\0';
	ck_assert_int_eq(ledger_plan(l, retry, "out"), 0);
	while (!ledger_next(l, &path, &source) && path) {
		ck_assert_str_eq(path, source);
		strcat(strcat(all, *all ? " " : ""), path);
	}
	return all;
}

void
assert_sums(struct ledger *l, long in, long converted, long with_warnings, long failed,
    long skipped, long unchanged, long todo)
{
	struct sums s;

	ck_assert_int_eq(ledger_sums(l, &s), 0);
	ck_assert_int_eq(s.in, in);
	ck_assert_int_eq(s.converted, converted);
	ck_assert_int_eq(s.with_warnings, with_warnings);
	ck_assert_int_eq(s.failed, failed);
	ck_assert_int_eq(s.skipped, skipped);
	ck_assert_int_eq(s.unchanged, unchanged);
	ck_assert_int_eq(s.todo, todo);
}

/* What one value in the database is, as text. */
const char *
value(struct ledger *l, const char *sql)
{
	static char text[8192];
	sqlite3_stmt *s;

	ck_assert_int_eq(sqlite3_prepare_v2(ledger_database(l), sql, -1, &s, NULL), SQLITE_OK);
	*text = '\0';
	if (sqlite3_step(s) == SQLITE_ROW && sqlite3_column_text(s, 0))
		snprintf(text, sizeof(text), "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return text;
}

/* Calls WHAT in a process of its own; its exit status. */
int
in_child(int (*what)(void))
{
	pid_t pid = fork();
	int status;

	ck_assert_int_ge(pid, 0);
	if (pid == 0)
		_exit(what());
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void
list_many(struct ledger *l, int count)
{
	char path[16];

	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%06d", i);
		list(l, path);
	}
}

/* Puts COUNT of them, as long as that goes: the status of the first that does not. */
int
put_many(struct ledger *l, int count, int *done)
{
	char path[16];
	int status = 0;

	for (*done = 0; *done < count && !status; *done += !status) {
		snprintf(path, sizeof(path), "%06d", *done);
		status = try_put(l, path, 0, NULL,
		    GOOD WARNING WARNING CHECK DOCUMENT PERSON PERSON);
	}
	return status;
}

void
run_five(void)
{
	static const char *const paths[] = {"a", "b", "c", "d", "e"};
	struct ledger *l = begin("r");

	for (int i = 0; i < 5; i++)
		list(l, paths[i]);
	ck_assert_str_eq(planned(l, RETRY_NONE), "a b c d e");
	for (int i = 0; i < 4; i++)
		put(l, paths[i], 0, NULL, GOOD PERSON);
	put(l, "e", 65, "damaged", "");
	end(l);
}
