/* Loading: every module that must be refused is refused with the right words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static struct jy_host *
bad_host(void)
{
	const char *folder = getenv("JIYAO_BAD_PLUGINS");

	return jy_open(folder ? folder : "tests/bad");
}

static const struct jy_module *
module_of(const struct jy_host *host, const char *file)
{
	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (strcmp(strrchr(m->file, '/') + 1, file) == 0)
			return m;
	ck_abort_msg("there is no module %s", file);
	return NULL;
}

static const struct { const char *file, *words; } refusals[] = {
	{"blind.so", "no probe"},
	{"default.so", "the default is not accepted: option width takes"},
	{"future.so", "for plugin interface 2, this jiyao has 1: install a newer jiyao"},
	{"idle.so", "neither reads nor writes"},
	{"misnamed.so", "calls itself other, so its file must be other.so"},
	{"nosymbol.so", "exports no jy_plugin_1"},
	{"short.so", "rebuild the plugin"},
};

START_TEST(refused)
{
	struct jy_host *host = bad_host();
	const struct jy_module *m = module_of(host, refusals[_i].file);

	ck_assert_ptr_null(m->plugin);
	ck_assert_msg(strstr(m->reason, refusals[_i].words), "the reason is: %s", m->reason);
	jy_close(host);
}
END_TEST

/* A plugin made for a later jiyao works as far as this one knows it. */
START_TEST(longer_is_taken)
{
	struct jy_host *host = bad_host();
	struct jy_task *task = jy_begin(module_of(host, "long.so")->plugin);
	struct jy_out *out = jy_out_new();
	const struct jy_minutes none = {0};

	ck_assert_int_eq(jy_write(task, &none, out), 0);
	ck_assert_mem_eq(jy_out_bytes(out).at, "long\n", 5);
	jy_out_free(out);
	jy_end(task);
	jy_close(host);
}
END_TEST

/* A failure without a message is the plugin's bug, and said to be. */
START_TEST(silence_is_a_bug)
{
	struct jy_host *host = bad_host();
	struct jy_bytes in = {(const unsigned char *)"x", 1};
	const struct jy_plugin *mute = jy_detect(host, in, NULL);
	struct jy_task *task;

	ck_assert_ptr_nonnull(mute);
	ck_assert_str_eq(mute->name, "mute");
	task = jy_begin(mute);
	ck_assert_ptr_null(jy_read(task, in, "x"));
	ck_assert_int_eq(jy_task_status(task), JY_INTERNAL);
	ck_assert_str_eq(jy_messages(task)->code, "plugin-bug");
	ck_assert_ptr_null(jy_messages(task)->next);
	jy_end(task);
	jy_close(host);
}
END_TEST

/* The first folder of the path wins; the second module of that name is kept with its reason. */
START_TEST(first_found_wins)
{
	const char *folder = getenv("JIYAO_BAD_PLUGINS");
	struct jy_host *host;
	char *path;
	int taken = 0, twice = 0;

	ck_assert_int_ge(asprintf(&path, "%s:%s", folder ? folder : "tests/bad",
			     folder ? folder : "tests/bad"),
	    0);
	host = jy_open(path);
	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		taken += m->plugin && strcmp(m->plugin->name, "long") == 0;
		twice += !m->plugin && strstr(m->reason, "found before");
	}
	ck_assert_int_eq(taken, 1);
	ck_assert_int_eq(twice, 2);	/* long and mute */
	jy_close(host);
	free(path);
}
END_TEST

START_TEST(no_folder_no_plugins)
{
	struct jy_host *host = jy_open("/nowhere:");

	ck_assert_ptr_null(jy_modules(host));
	ck_assert_ptr_null(jy_find(host, "json"));
	jy_close(host);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("plugins");
	TCase *t = tcase_create("loading");

	tcase_add_loop_test(t, refused, 0, sizeof(refusals) / sizeof(*refusals));
	tcase_add_test(t, longer_is_taken);
	tcase_add_test(t, silence_is_a_bug);
	tcase_add_test(t, first_found_wins);
	tcase_add_test(t, no_folder_no_plugins);
	suite_add_tcase(s, t);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
