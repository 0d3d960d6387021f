/* The ledger's recovery: any file in its place, opened, asked, and written on if it is one. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../cli/batch/store.h"
#include "fuzz.h"

static char *folder, *file, *remains[2];
static pid_t owner;

static void
tidy(void)
{
	unlink(file);
	unlink(remains[0]);
	unlink(remains[1]);
}

static void
leave(void)
{
	char *lock;

	if (getpid() != owner)
		return;		/* a fuzzer's child, where others follow */
	tidy();
	if (asprintf(&lock, "%s/" LEDGER_FILE "-lock", folder) > 0) {
		unlink(lock);
		free(lock);
	}
	rmdir(folder);
}

static void
begin(void)
{
	const char *above = getenv("TMPDIR");

	fuzz_must(asprintf(&folder, "%s/jiyao-fuzz-XXXXXX", above ? above : "/tmp") > 0
		&& mkdtemp(folder),
	    "there is a folder for temporary files");
	fuzz_must(asprintf(&file, "%s/" LEDGER_FILE, folder) > 0
		&& asprintf(&remains[0], "%s-wal", file) > 0
		&& asprintf(&remains[1], "%s-shm", file) > 0,
	    "there is memory");
	owner = getpid();
	atexit(leave);
	messages_to(fuzz_hear, NULL);
}

static void
put_file(struct jy_bytes in)
{
	int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	fuzz_must(fd >= 0 && write(fd, in.at, in.size) == (ssize_t)in.size && close(fd) == 0,
	    "the file is there");
}

static void
ask_sums(struct ledger *l)
{
	struct sums sums;

	if (ledger_sums(l, &sums) == 0)
		fuzz_must(sums.in
			== sums.converted + sums.with_warnings + sums.failed + sums.skipped
			    + sums.todo,
		    "the sums of a run add up");
}

/* What a batch does that goes on where another stopped. */
static void
go_on(struct ledger *l)
{
	static const struct listed a = {.path = "a.txt", .source = "a.txt", .size = 1, .mtime = 1};
	struct ending end = {.status = 65, .reason = "no-text", .record = (char *)""};
	const char *path, *source;

	if (ledger_begin(l, "0", "-t json", "recipe"))
		return;
	ledger_saw(l, a.path);
	if (ledger_list(l, &a) || ledger_plan(l, RETRY_ALL, folder)
	    || ledger_next(l, &path, &source))
		return;
	if (source && !ledger_put(l, path, NULL, &end))
		ask_sums(l);
	ledger_end(l, "done");
}

static void
run(struct jy_bytes in)
{
	struct ledger *l;

	put_file(in);
	if (ledger_open_file(&l, file) == 0) {
		ask_sums(l);
		ledger_close(l);
	}
	if (ledger_open(&l, folder, NULL, LEDGER_WRITES) == 0) {
		go_on(l);
		ledger_close(l);
	}
	tidy();
}

const struct fuzz_target fuzz_ledger = {.name = "ledger", .begin = begin, .run = run};
