/* A child a file: what becomes of it, whatever it does; and that nothing gets out. */
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

#include "../cli/batch/inside.h"
#include "rogue/forbidden.h"
#include "support.h"

static long seconds = 2, mebibytes = 192;

static struct output json = {.format = "json"};
static struct job job = {.any = true, .outputs = &json};
static int output;

/* All plugins, and the rogue. */
static const struct jy_host *
host(void)
{
	static struct jy_host *host;
	const char *good = getenv("JIYAO_PLUGIN_PATH"), *rogue = getenv("JIYAO_ROGUE_PLUGINS");
	char *path;

	if (host)
		return host;
	ck_assert_int_ge(asprintf(&path, "%s:%s", good ? good : "plugins/.libs",
			     rogue ? rogue : "tests/rogue"),
	    0);
	host = jy_open(path);
	jy_modules(host);
	free(path);
	return host;
}

static void
attend(struct child *c)
{
	struct timespec now;
	struct pollfd polled;

	do {
		polled = (struct pollfd){.fd = c->record, .events = POLLIN};
		poll(&polled, 1, 50);
		clock_gettime(CLOCK_MONOTONIC, &now);
		child_check(c, now);
	} while (!polled.revents || !child_listen(c));
}

static void
start(struct child *c, const char *source)
{
	static struct recipe recipe;
	const struct task task = {.source = source, .name = "test", .outputs = &output};

	recipe = (struct recipe){.host = host(),
	    .job = &job,
	    .seconds = seconds,
	    .mebibytes = mebibytes};
	output = memfd_create("output", MFD_CLOEXEC);
	ck_assert_int_ge(output, 0);
	ck_assert_int_eq(child_start(c, &recipe, &task), 0);
}

static struct ending
run(const char *source)
{
	struct child c;

	start(&c, source);
	attend(&c);
	return child_end(&c);
}

/* A file that holds TEXT; the caller removes it. */
static char *
file_of(const char *text)
{
	char *name = strdup("/tmp/jiyao-test-XXXXXX");
	int fd = mkstemp(name);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	return name;
}

static struct ending
run_rogue(const char *deed)
{
	char *text, *name;
	struct ending end;

	ck_assert_int_ge(asprintf(&text, "rogue %s", deed), 0);
	name = file_of(text);
	end = run(name);
	unlink(name);
	free(name);
	free(text);
	return end;
}

static const struct { const char *deed, *reason; int status; const char *words; } deaths[] = {
	{"abort", "crashed", EX_SOFTWARE, "SIGABRT"},
	{"close", "protocol", EX_SOFTWARE, "did not end"},
	{"contradict", "protocol", EX_SOFTWARE, "status 3"},
	{"crash", "crashed", EX_SOFTWARE, "SIGSEGV"},
	{"exec", "forbidden", EX_SOFTWARE, "a process"},
	{"exit", "protocol", EX_SOFTWARE, "in the middle"},
	{"flood", "protocol", EX_SOFTWARE, "longer than 8 MiB"},
	{"fork", "forbidden", EX_SOFTWARE, "a process"},
	{"garble", "protocol", EX_SOFTWARE, "status 0"},
	{"hoard", "memory", EX_TEMPFAIL, "192 MiB"},
#ifdef __x86_64__
	{"i386", "forbidden", EX_SOFTWARE, "a process"},
#endif
	{"kill", "forbidden", EX_SOFTWARE, "a process"},
	{"killed", "killed", EX_TEMPFAIL, "SIGKILL"},
	{"loop", "timeout", EX_TEMPFAIL, "2 s"},
	{"mumble", "protocol", EX_SOFTWARE, "status 0"},
	{"namespace", "forbidden", EX_SOFTWARE, "a process"},
	{"network", "forbidden", EX_SOFTWARE, "the network"},
	{"nonsense", "no-deed", EX_DATAERR, "no deed is called so"},
	{"system", "forbidden", EX_SOFTWARE, "a process"},
	{"throw", "memory", EX_TEMPFAIL, "(  what():  std::bad_alloc)"},
	{"trace", "forbidden", EX_SOFTWARE, "a process"},
	{"wait", "timeout", EX_TEMPFAIL, "2 s"},
};

START_TEST(dies)
{
	const char *reason = deaths[_i].reason, *deed = deaths[_i].deed;
	struct ending end;

	if (strcmp(reason, "forbidden") == 0 && !filter_works())
		return;		/* what nothing here forbids */
	if (strcmp(deed, "hoard") == 0 && !limits_memory())
		return;
	end = run_rogue(deed);
	ck_assert_msg(end.reason && strcmp(end.reason, reason) == 0, "%s: %s: %s", deed,
	    end.reason ? end.reason : "none", end.sentence);
	ck_assert_int_eq(end.status, deaths[_i].status);
	ck_assert_msg(strstr(end.sentence, deaths[_i].words), "%s: %s", deed, end.sentence);
	free(end.record);
}
END_TEST

/* The file is known, whatever happened to it. */
START_TEST(input_is_named)
{
	struct ending end = run_rogue("crash");

	ck_assert_str_eq(end.record,
	    "input\t"
	    "fe275be4afcb08ae104bb6a14366936fe6d189636f05f5b23db56d9d01a807b1\t11\n");
	free(end.record);
}
END_TEST

/* It ends well, and what it tried was refused, each of COUNT times. */
static void
assert_refused(const char *deed, int count)
{
	struct ending end = run_rogue(deed);
	char *at = end.record;
	struct record_line line;
	int tried = 0;

	ck_assert_msg(end.status == 0 && end.warnings, "%s", end.sentence);
	while (record_next(&at, &line)) {
		ck_assert_msg(strcmp(line.values[2], "done") != 0, "%s", line.values[3]);
		tried += strcmp(line.values[2], "refused") == 0;
	}
	ck_assert_int_eq(tried, count);
	free(end.record);
}

START_TEST(files_stay_closed)
{
	const char *lacks = sandbox_lacks();
	char *victim = file_of("secret");
	struct stat st;

	setenv("JIYAO_ROGUE_VICTIM", victim, 1);
	if (lacks)
		fprintf(stderr, "%s\n", lacks);
	else
		assert_refused("files", 33);
	ck_assert_int_eq(stat(victim, &st), 0);
	ck_assert_int_eq(st.st_size, 6);
	unlink(victim);
	free(victim);
}
END_TEST

START_TEST(calls_are_refused)
{
	if (filter_works())
		assert_refused("calls", 10);
}
END_TEST

#ifdef HAVE_SECCOMP
START_TEST(call_is_deadly)
{
	int number = seccomp_syscall_resolve_name(deadly[_i]);
	struct ending end;
	char deed[96];

	if (!filter_works() || number < 0)
		return;
	snprintf(deed, sizeof(deed), "call %s %d", deadly[_i], number);
	end = run_rogue(deed);
	ck_assert_msg(end.reason && strcmp(end.reason, "forbidden") == 0, "%s: %s: %s", deed,
	    end.reason ? end.reason : "none", end.sentence);
	free(end.record);
}
END_TEST

/* The same call by another number, for programs of another kind (x32). */
START_TEST(call_of_another_kind)
{
#ifdef __x86_64__
	struct ending end;

	if (!filter_works())
		return;
	end = run_rogue("call getpid 1073741863");
	ck_assert_str_eq(end.reason ? end.reason : "none", "forbidden");
	free(end.record);
#endif
}
END_TEST

START_TEST(calls_are_futile)
{
	char *deed;
	size_t size;
	FILE *words = open_memstream(&deed, &size);
	int count = 0;

	fputs("call", words);
	for (size_t i = 0; i < sizeof(futile) / sizeof(*futile); i++) {
		int number = seccomp_syscall_resolve_name(futile[i]);

		if (number >= 0)
			count += fprintf(words, " %s %d", futile[i], number) > 0;
	}
	for (int number = 453; number < 1000; number++)		/* what kernels have gained since, and will */
		count += fprintf(words, " new %d", number) > 0;
	fclose(words);
	if (filter_works())
		assert_refused(deed, count);
	free(deed);
}
END_TEST
#endif

/* Whatever its parent left open, even for programs that it might run. */
START_TEST(inherits_no_descriptor)
{
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(dup2(ends[0], 1000), 1000);
	assert_refused("descriptors", 1);
}
END_TEST

/* Programs are told secrets by their environment; a reader needs none. */
START_TEST(inherits_no_secret)
{
	char address[32];

	setenv("ROGUE_SECRET", "secret", 1);
	snprintf(address, sizeof(address), "%p", (void *)getenv("ROGUE_SECRET"));
	setenv("JIYAO_ROGUE_SECRET", address, 1);
	assert_refused("environment", 1);
	ck_assert_str_eq(getenv("ROGUE_SECRET"), "secret");
}
END_TEST

/* What the parent has mapped for others to see, as SQLite does, is not the child's to write. */
START_TEST(shares_no_memory)
{
	char address[32],
	    *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct ending end;

	ck_assert_ptr_ne(page, MAP_FAILED);
	snprintf(address, sizeof(address), "%p", (void *)page);
	setenv("JIYAO_ROGUE_PAGE", address, 1);
	end = run_rogue("shared");
	ck_assert_str_eq(end.reason ? end.reason : "none", "crashed");
	ck_assert_int_eq(*page, 0);
	free(end.record);
	munmap(page, 4096);
}
END_TEST

/* Standard output is nobody's, and standard input is at its end. */
START_TEST(prints_to_nobody)
{
	int ends[2], before = dup(STDOUT_FILENO);
	char byte;

	fflush(stdout);
	ck_assert_int_eq(pipe(ends), 0);
	dup2(ends[1], STDOUT_FILENO);
	close(ends[1]);
	assert_refused("print", 1);
	dup2(before, STDOUT_FILENO);
	ck_assert_int_eq(read(ends[0], &byte, 1), 0);
}
END_TEST

START_TEST(noise_is_heard_to_the_end)
{
	struct ending end = run_rogue("noise");

	ck_assert_msg(end.status == 0, "%s", end.sentence);
	free(end.record);
}
END_TEST

/* A good file: its record in full, and its output. */
START_TEST(converts)
{
	char *source, *at, json_text[8];
	struct ending end;
	struct record_line line;
	int outputs = 0, people = 0, documents = 0;

	ck_assert_int_ge(asprintf(&source, "%s/text/suzhou-149.txt", getenv("JIYAO_FIXTURES")), 0);
	end = run(source);
	ck_assert_msg(end.status == 0, "%s: %s", end.reason, end.sentence);
	ck_assert(end.seconds > 0 && end.processor > 0 && end.kibibytes > 0);
	for (at = end.record; record_next(&at, &line);) {
		ck_assert_str_ne(line.kind, "end");
		outputs += strcmp(line.kind, "output") == 0 && strcmp(line.values[0], "json") == 0
		    && atol(line.values[1]) == (long)lseek(output, 0, SEEK_END)
		    && strlen(line.values[2]) == 64;
		people += strcmp(line.kind, "person") == 0;
		documents += strcmp(line.kind, "document") == 0;
	}
	ck_assert_int_eq(outputs, 1);
	ck_assert_int_eq(documents, 1);
	ck_assert_int_gt(people, 10);
	ck_assert_int_eq(pread(output, json_text, 1, 0), 1);
	ck_assert_int_eq(json_text[0], '{');
	free(end.record);
	free(source);
}
END_TEST

/* What convert does with it, into FILE: without limits, sandbox and record. */
static int
convert(const char *source, int file)
{
	struct input in = {0};
	struct jy_minutes *minutes = NULL;
	int status;

	json.path = job.path = "test";
	if ((status = find_writers(host(), &job)) || (status = input_read(&in, source))
	    || (status = job_begin(&job, host(), in.bytes))
	    || (status = job_read(&job, in.bytes, "test", &minutes))
	    || (status = job_write(&job, minutes)))
		return status;
	return write_all(file, jy_out_bytes(json.out)) ? EX_IOERR : 0;
}

/* In a process that leaves nothing behind, whatever libraries leak; its exit status. */
static int
convert_apart(const char *source, int file)
{
	pid_t pid = fork();
	int status;

	if (pid == 0)
		_exit(convert(source, file));
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
say_nothing(void *with, const struct jy_message *message)
{
	(void)with, (void)message;
}

static void
assert_same(const char *source)
{
	static unsigned char ours[1 << 22], right[1 << 22];
	struct ending end = run(source);
	int file = memfd_create("right", MFD_CLOEXEC), status = convert_apart(source, file);
	ssize_t size = pread(file, right, sizeof(right), 0);

	ck_assert_msg(end.status == status, "%s: %s: %s", source, end.reason, end.sentence);
	if (status == 0)
		ck_assert_msg(pread(output, ours, sizeof(ours), 0) == size
			&& memcmp(ours, right, (size_t)size) == 0,
		    "%s: other bytes", source);
	free(end.record);
	close(output);
	close(file);
}

/* All readers and all that they load late, within the sandbox: the same as without. */
START_TEST(same_as_convert)
{
	const char *fixtures = getenv("JIYAO_FIXTURES");
	char *pattern;
	glob_t found;

	seconds = 100;
	mebibytes = 2048;
	messages_to(say_nothing, NULL);
	ck_assert_int_ge(asprintf(&pattern, "%s/*/*", fixtures ? fixtures : "fixtures"), 0);
	ck_assert_int_eq(glob(pattern, 0, NULL, &found), 0);
	ck_assert_int_gt(found.gl_pathc, 100);
	for (size_t i = 0; i < found.gl_pathc; i++)
		assert_same(found.gl_pathv[i]);
	globfree(&found);
	free(pattern);
}
END_TEST

START_TEST(no_input)
{
	struct ending end = run("/nowhere/at-all");

	ck_assert_int_eq(end.status, EX_NOINPUT);
	ck_assert_str_eq(end.reason, "no-input");
	ck_assert_str_eq(end.sentence, "there is no such file");
	free(end.record);
}
END_TEST

/* A full disk, or a closed pipe: the output fails, and not the reader. */
START_TEST(output_fails)
{
	char *source;
	struct child c;
	struct recipe recipe = {
		.host = host(), .job = &job, .seconds = seconds, .mebibytes = mebibytes
	};
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
	struct task task = {.name = "test", .outputs = &full};
	struct ending end;

	ck_assert_int_ge(asprintf(&source, "%s/text/suzhou-149.txt", getenv("JIYAO_FIXTURES")), 0);
	task.source = source;
	ck_assert_int_eq(child_start(&c, &recipe, &task), 0);
	attend(&c);
	end = child_end(&c);
	ck_assert_int_eq(end.status, EX_IOERR);
	ck_assert_str_eq(end.reason, "output");
	free(end.record);
	free(source);
}
END_TEST

/* Killed from outside while it works; and when its parent dies, it does. */
START_TEST(dies_with_its_parent)
{
	char *name = file_of("rogue wait");
	struct child c;
	int ends[2];
	pid_t parent;

	ck_assert_int_eq(pipe(ends), 0);
	parent = fork();
	if (parent == 0) {
		start(&c, name);
		usleep(200000);
		_exit(write(ends[1], &c.pid, sizeof(c.pid)) != sizeof(c.pid));
	}
	waitpid(parent, NULL, 0);
	ck_assert_int_eq(read(ends[0], &c.pid, sizeof(c.pid)), sizeof(c.pid));
	for (int i = 0; i < 100 && kill(c.pid, 0) == 0; i++)
		usleep(20000);
	ck_assert_int_ne(kill(c.pid, 0), 0);
	unlink(name);
	free(name);
}
END_TEST

START_TEST(records_round)
{
	char *text, *at;
	size_t size;
	FILE *to = open_memstream(&text, &size);
	struct record_line line;

	record_put(to, "message", "a\tb\\t\nc", "", "\xff\xe4\xba\x91", NULL);
	record_put(to, "end", NULL);
	fclose(to);
	ck_assert_str_eq(text, "message\ta\\tb\\\\t\\nc\t\t\xef\xbf\xbd\xe4\xba\x91\nend\n");
	at = text;
	ck_assert(record_next(&at, &line));
	ck_assert_str_eq(line.kind, "message");
	ck_assert_int_eq(line.count, 3);
	ck_assert_str_eq(line.values[0], "a\tb\\t\nc");
	ck_assert_str_eq(line.values[1], "");
	ck_assert_str_eq(line.values[2], "\xef\xbf\xbd\xe4\xba\x91");
	ck_assert_str_eq(line.values[RECORD_VALUES - 1], "");
	ck_assert(record_next(&at, &line));
	ck_assert_int_eq(line.count, 0);
	ck_assert(!record_next(&at, &line));
	free(text);
}
END_TEST

/* More values than there may be, a backslash at the end, an empty line, no end of the last. */
START_TEST(records_are_not_trusted)
{
	char text[] = "k\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\n\n\\\ta\\", *at = text;
	struct record_line line;

	ck_assert(record_next(&at, &line));
	ck_assert_int_eq(line.count, RECORD_VALUES);
	ck_assert_str_eq(line.values[RECORD_VALUES - 1], "12");
	ck_assert(record_next(&at, &line));
	ck_assert_str_eq(line.kind, "");
	ck_assert_int_eq(line.count, 0);
	ck_assert(record_next(&at, &line));
	ck_assert_str_eq(line.kind, "\\");
	ck_assert_str_eq(line.values[0], "a\\");
	ck_assert(!record_next(&at, &line));
}
END_TEST

/* One byte under what a record may have, as much, and one over. */
START_TEST(record_is_limited)
{
	static const char bytes[32768];
	const long most = RECORD_LIMIT + (long)_i;
	long left = most;
	int record[2], said[2];
	struct child c = {.pid = fork()};

	if (c.pid == 0)
		for (;;)
			pause();
	ck_assert_int_ge(c.pid, 1);
	ck_assert_int_eq(pipe2(record, O_CLOEXEC | O_NONBLOCK), 0);
	ck_assert_int_eq(pipe2(said, O_CLOEXEC | O_NONBLOCK), 0);
	c.record = record[0];
	c.said = said[0];
	while (left > 0) {
		long n = left < (long)sizeof(bytes) ? left : (long)sizeof(bytes);

		ck_assert_int_eq(write(record[1], bytes, (size_t)n), n);
		ck_assert(!child_listen(&c) || c.overfull);
		left -= n;
	}
	ck_assert_int_eq(c.overfull, _i > 0);
	ck_assert_int_eq((long)c.len, most);
	kill(c.pid, SIGKILL);
	ck_assert_int_eq(waitpid(c.pid, NULL, 0), c.pid);
	for (int i = 0; i < 2; i++) {
		close(record[i]);
		close(said[i]);
	}
	free(c.text);
}
END_TEST

/* What gets out of a child that does what its input says. */
static TCase *
sandbox(void)
{
	TCase *t = tcase_create("sandbox");

	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, dies, 0, sizeof(deaths) / sizeof(*deaths));
	tcase_add_test(t, files_stay_closed);
	tcase_add_test(t, calls_are_refused);
#ifdef HAVE_SECCOMP
	tcase_add_loop_test(t, call_is_deadly, 0, sizeof(deadly) / sizeof(*deadly));
	tcase_add_test(t, call_of_another_kind);
	tcase_add_test(t, calls_are_futile);
#endif
	tcase_add_test(t, inherits_no_descriptor);
	tcase_add_test(t, inherits_no_secret);
	tcase_add_test(t, shares_no_memory);
	tcase_add_test(t, prints_to_nobody);
	tcase_add_test(t, noise_is_heard_to_the_end);
	tcase_add_test(t, dies_with_its_parent);
	return t;
}

static Suite *
suite(void)
{
	Suite *s = suite_create("child");
	TCase *t = tcase_create("child");

	tcase_set_timeout(t, 120);
	tcase_add_test(t, records_round);
	tcase_add_test(t, records_are_not_trusted);
	tcase_add_loop_test(t, record_is_limited, -1, 2);
	tcase_add_test(t, converts);
	tcase_add_test(t, same_as_convert);
	tcase_add_test(t, no_input);
	tcase_add_test(t, output_fails);
	tcase_add_test(t, input_is_named);
	suite_add_tcase(s, t);
	suite_add_tcase(s, sandbox());
	return s;
}

int
main(void)
{
	return test_main(suite());
}
