/*
 * The same minutes are the same from whatever they are read.
 *
 * Every file fixtures/FORMAT/suzhou-NNN* that a reader takes is compared with suzhou-NNN.txt: all
 * that the minutes say, but not where it was printed, nor what is furniture.  White space and the
 * width of punctuation are the typist's, and do not count.  A new reader joins by its fixtures.
 */
#include "support.h"

#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { SEEDS = 5, READERS = 3 };	/* at least so many must be there */

static const char *
fixtures(void)
{
	const char *folder = getenv("JIYAO_FIXTURES");

	return folder ? folder : "fixtures";
}

/* The paths below the fixtures that match; the caller frees them. */
static glob_t
find(const char *pattern)
{
	glob_t found;
	char *path;

	ck_assert_int_ge(asprintf(&path, "%s/%s", fixtures(), pattern), 0);
	ck_assert_msg(glob(path, 0, NULL, &found) == 0, "there is nothing like %s", path);
	free(path);
	return found;
}

static const char *
below_fixtures(const char *path)
{
	return path + strlen(fixtures()) + 1;
}

/* Expectations are no inputs, though some of them are minutes. */
static bool
is_input(const char *path)
{
	static const char *const ends[] = {".json", ".messages", ".status", ".options"};
	const char *end = strrchr(path, '.');

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (strcmp(end, ends[i]) == 0)
			return false;
	return true;
}

/* Takes places out of all that is in VALUE. */
static void
forget_places(json_t *value)
{
	const char *key;
	json_t *part;
	size_t i;

	json_object_del(value, "page");
	json_object_del(value, "line");
	json_object_foreach(value, key, part)
		forget_places(part);
	json_array_foreach(value, i, part)
		forget_places(part);
}

/* TEXT without white space, punctuation at half its width. */
static void
fold(char *text)
{
	unsigned char *to = (unsigned char *)text;

	for (const unsigned char *c = to; *c; c++) {
		if (*c <= ' ')
			continue;
		if (c[0] == 0xC2 && c[1] == 0xA0) {
			c++;
		} else if (c[0] == 0xE3 && c[1] == 0x80 && c[2] == 0x80) {
			c += 2;
		} else if (c[0] == 0xEF && (c[1] == 0xBC || (c[1] == 0xBD && c[2] < 0x9F))) {
			*to++ = (unsigned char)(c[2] - 0x60 + (c[1] == 0xBD ? 0x40 : 0));
			c += 2;
		} else {
			*to++ = *c;
		}
	}
	*to = '\0';
}

/* What the minutes at PATH say, as JSON; the caller frees it.  *FORMAT is how they were read. */
static char *
read_said(const char *path, const char **format)
{
	static const char *const aside[] = {"generator", "source", "furniture", "account"};
	struct jy_bytes in = test_file(path);
	const struct jy_plugin *reader = jy_detect(test_host(), in, path);
	struct jy_task *task;
	struct jy_minutes *minutes;
	char *text;
	json_t *root;

	ck_assert_msg(reader != NULL, "nothing reads %s", path);
	*format = reader->name;
	task = jy_begin(reader);
	minutes = jy_read(task, in, path);
	ck_assert_msg(minutes != NULL, "%s: %s", path, jy_messages(task)->text);
	text = test_write("json", minutes, NULL);
	root = json_loads(text, 0, NULL);
	ck_assert_ptr_nonnull(root);
	free(text);
	for (size_t i = 0; i < sizeof(aside) / sizeof(*aside); i++)
		json_object_del(root, aside[i]);
	forget_places(root);
	text = json_dumps(root, JSON_COMPACT);
	fold(text);
	json_decref(root);
	jy_free(minutes);
	jy_end(task);
	return text;
}

static void
assert_same(const char *is, const char *should, const char *path)
{
	size_t at = 0, from;

	while (is[at] && is[at] == should[at])
		at++;
	if (is[at] == should[at])
		return;
	for (from = at > 60 ? at - 60 : 0; (is[from] & 0xC0) == 0x80;)
		from++;
	ck_abort_msg("%s says %.150s, not %.150s", path, is + from, should + from);
}

/* Compares all readings of one seed; how many formats there were. */
static size_t
compare(const char *seed)
{
	const char *name = strrchr(seed, '/') + 1, *format, *last = "text";
	char *should = read_said(below_fixtures(seed), &format), *pattern;
	size_t formats = 1;
	glob_t found;

	ck_assert_str_eq(format, "text");
	ck_assert_int_ge(asprintf(&pattern, "*/%.*s*", (int)strcspn(name, "."), name), 0);
	found = find(pattern);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *path = below_fixtures(found.gl_pathv[i]);
		char *is;

		if (!is_input(path) || strncmp(path, "text/", 5) == 0)
			continue;
		is = read_said(path, &format);
		assert_same(is, should, path);
		formats += strcmp(format, last) != 0;
		last = format;
		free(is);
	}
	globfree(&found);
	free(pattern);
	free(should);
	return formats;
}

START_TEST(test_seeds)
{
	glob_t seeds = find("text/suzhou-*.txt");

	ck_assert_uint_ge(seeds.gl_pathc, SEEDS);
	for (size_t i = 0; i < seeds.gl_pathc; i++)
		ck_assert_uint_gt(compare(seeds.gl_pathv[i]), READERS);
	globfree(&seeds);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("same");
	TCase *tcase = tcase_create("same");

	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_seeds);
	suite_add_tcase(suite, tcase);
	return test_main(suite);
}
