/*
 * One changed character is found by `jiyao verify`: 1000 random changes of outputs in JSON and XML,
 * each of which the program itself ($JIYAO) has to refuse.
 *
 * Every text fixture is written in both formats, with and without places.  A character is replaced,
 * deleted, inserted, or changes its place with the next.  The seed is printed; JIYAO_TAMPER_SEED
 * repeats it.
 */
#include <fcntl.h>
#include <glob.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "support.h"

enum { CHANGES = 1000 };

static const struct { const char *format, *provenance; } forms[] = {
	{"json", "no"}, {"json", "yes"}, {"xml", "no"}, {"xml", "yes"},
};
enum { FORMS = sizeof(forms) / sizeof(*forms) };

/* What takes the place of a character: what documents hold, what the formats are made of, what is
 * easily not seen. */
static const char *const characters[] = {
	"0", "1", "9", "a", "Z", "_", "-", "市", "一", "会", "，", "。", "“", "（", "〔", "　", ",", "(",
	" ", "\t", "\n", "\r", "\"", "\\", "/", "{", "}", "[", "]", ":", "<", ">", "&", ";", "'", "=",
	"#", "!", "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xef\xbf\xbd", "\xf0\xa0\x80\x80", "\x01",
};

static uint64_t state;

/* A number below N, the same on every system for one seed. */
static size_t
pick(size_t n)
{
	state = state * 6364136223846793005U + 1442695040888963407U;
	return (size_t)(state >> 33) % n;
}

static size_t
size_at(const char *s)
{
	size_t size = 1;

	while (((unsigned char)s[size] & 0xc0) == 0x80)
		size++;
	return size;
}

/* A copy of TEXT in which one character is not as it was; WHAT says which. */
static char *
tampered(const char *text, char **what)
{
	size_t i = pick(strlen(text)), size, next, way = pick(4);
	const char *c = characters[pick(sizeof(characters) / sizeof(*characters))];
	const char *names[] = {"replaced by", "deleted, not", "preceded by", "swapped, not"};
	char *result;

	while (((unsigned char)text[i] & 0xc0) == 0x80)
		i--;
	size = size_at(text + i);
	next = text[i + size] ? size_at(text + i + size) : 0;
	if ((way == 0 && strncmp(text + i, c, strlen(c)) == 0)
	    || (way == 3 && next == size && strncmp(text + i, text + i + size, size) == 0)
	    || (way == 3 && !next))
		return tampered(text, what);	/* no change */
	ck_assert_int_ge(asprintf(&result, "%.*s%.*s%s%.*s%s", (int)i, text,
			     way == 3 ? (int)next : 0, text + i + size,
			     way == 0 || way == 2 ? c : "", way >= 2 ? (int)size : 0, text + i,
			     text + i + size + (way == 3 ? next : 0)),
	    0);
	ck_assert_int_ge(asprintf(what, "byte %zu, '%.*s', %s '%s'", i, (int)size, text + i,
			     names[way], c),
	    0);
	return result;
}

static void
save(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	ck_assert_msg(file && fputs(text, file) >= 0 && fclose(file) == 0, "%s: %m", path);
}

/* What a conversion of the file would print, in every form; false: it cannot be read. */
static bool
write_forms(const char *path, char *texts[FORMS])
{
	const char *name = strrchr(path, '/') + 1;
	struct jy_task *task = jy_begin(jy_find(test_host(), "text"));
	struct jy_minutes *minutes;
	char *below;

	ck_assert_int_ge(asprintf(&below, "text/%s", name), 0);
	minutes = jy_read(task, test_file(below), name);
	for (int i = 0; minutes && i < FORMS; i++)
		texts[i] = test_write(forms[i].format, minutes, "provenance", forms[i].provenance,
		    NULL);
	free(below);
	jy_end(task);
	jy_free(minutes);
	return minutes != NULL;
}

/* The status of `jiyao verify OUTPUT SOURCE`, which prints into the file SAID. */
static int
verify(const char *output, const char *source, const char *said)
{
	const char *program = getenv("JIYAO");
	const char *words[] = {"jiyao", "verify", "-f", "text", output, source, NULL};
	posix_spawn_file_actions_t actions;
	pid_t child;
	int status, error;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_adddup2(&actions, 1, 2);
	error = posix_spawn(&child, program ? program : "./jiyao", &actions, NULL,
	    (char *const *)words, environ);
	posix_spawn_file_actions_destroy(&actions);
	ck_assert_msg(error == 0, "%s: %s", program, strerror(error));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct place { char folder[32], output[64], said[64]; };

static bool
is_said(const struct place *place, const char *words)
{
	char text[65536] = "";		/* 50 differences and more */
	FILE *file = fopen(place->said, "rb");

	ck_assert_ptr_nonnull(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return strstr(text, words) != NULL;
}

/* Is the change found: the status of bad data, an error, and no word of agreement? */
static bool
is_found(const struct place *place, const char *source, const char *format, const char *text)
{
	char *what, *bad = tampered(text, &what);
	bool found;

	save(place->output, bad);
	found = verify(place->output, source, place->said) == JY_BAD_INPUT
	    && is_said(place, ": error: ") && !is_said(place, "agrees");
	if (!found)
		printf("# not found in %s as %s: %s\n", source, format, what);
	free(what);
	free(bad);
	return found;
}

/* N changes of the outputs of one source; how many are found. */
static long
tamper_with(struct place *place, const char *source, long n)
{
	char *texts[FORMS];
	long found = 0;

	if (!write_forms(source, texts))
		return -1;
	for (int i = 0; i < FORMS; i++) {
		snprintf(place->output, sizeof(place->output), "%s/out.%s", place->folder,
		    forms[i].format);
		save(place->output, texts[i]);
		ck_assert_msg(verify(place->output, source, place->said) == 0,
		    "%s does not agree with itself", source);
		for (long k = i; k < n; k += FORMS)
			found += is_found(place, source, forms[i].format, texts[i]);
		unlink(place->output);
		free(texts[i]);
	}
	return found;
}

START_TEST(every_change_is_found)
{
	const char *folder = getenv("JIYAO_FIXTURES"), *seed = getenv("JIYAO_TAMPER_SEED");
	struct place place = {.folder = "/tmp/jiyao-tamper-XXXXXX"};
	long changes = 0, found = 0;
	char *pattern;
	glob_t files;

	state = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL) << 16 ^ (uint64_t)getpid();
	printf("# JIYAO_TAMPER_SEED=%llu\n", (unsigned long long)state);
	ck_assert_ptr_nonnull(mkdtemp(place.folder));
	snprintf(place.said, sizeof(place.said), "%s/said", place.folder);
	ck_assert_int_ge(asprintf(&pattern, "%s/text/*.txt", folder ? folder : "fixtures"), 0);
	ck_assert_int_eq(glob(pattern, 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		long n = (CHANGES - changes) / (long)(files.gl_pathc - i);
		long now = tamper_with(&place, files.gl_pathv[i], n);

		changes += now < 0 ? 0 : n;
		found += now < 0 ? 0 : now;
	}
	globfree(&files);
	free(pattern);
	unlink(place.said);
	rmdir(place.folder);
	printf("# %ld of %ld changes found\n", found, changes);
	fflush(stdout);
	ck_assert_int_eq(changes, CHANGES);
	ck_assert_int_eq(found, changes);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("tamper");
	TCase *tests = tcase_create("tamper");

	tcase_set_timeout(tests, 600);
	tcase_add_test(tests, every_change_is_found);
	suite_add_tcase(suite, tests);
	return test_main(suite);
}
