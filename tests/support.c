/* What every unit test needs; see support.h. */
#include "support.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Fixtures stay reachable, so that a leak detector has nothing to say about them. */
struct fixture { struct fixture *next; size_t size; unsigned char bytes[]; };

static struct fixture *fixtures;

struct jy_host *
test_host(void)
{
	static struct jy_host *host;

	if (!host)
		host = jy_open(NULL);
	return host;
}

struct jy_bytes
test_file(const char *path)
{
	const char *folder = getenv("JIYAO_FIXTURES");
	struct fixture *f;
	char *name;
	FILE *file;
	long size;

	ck_assert_int_ge(asprintf(&name, "%s/%s", folder ? folder : "fixtures", path), 0);
	file = fopen(name, "rb");
	ck_assert_msg(file && fseek(file, 0, SEEK_END) == 0, "%s: %m", name);
	size = ftell(file);
	ck_assert_int_ge(size, 0);
	rewind(file);
	f = malloc(sizeof(*f) + (size_t)size);
	ck_assert_ptr_nonnull(f);
	f->size = fread(f->bytes, 1, (size_t)size, file);
	ck_assert_msg(f->size == (size_t)size, "%s is cut short", name);
	f->next = fixtures;
	fixtures = f;
	fclose(file);
	free(name);
	return (struct jy_bytes){f->bytes, f->size};
}

static struct jy_task *
begin(const char *name, va_list options)
{
	const struct jy_plugin *plugin = jy_find(test_host(), name);
	struct jy_task *task;
	const char *option;

	ck_assert_msg(plugin, "there is no plugin %s in JIYAO_PLUGIN_PATH", name);
	task = jy_begin(plugin);
	while ((option = va_arg(options, const char *))) {
		const char *why = jy_set(task, option, va_arg(options, const char *));

		ck_assert_msg(!why, "%s", why);
	}
	return task;
}

struct jy_task *
test_task(const char *plugin, ...)
{
	struct jy_task *task;
	va_list options;

	va_start(options, plugin);
	task = begin(plugin, options);
	va_end(options);
	jy_accept_any(task);
	return task;
}

char *
test_write(const char *plugin, const struct jy_minutes *minutes, ...)
{
	struct jy_out *out = jy_out_new();
	struct jy_task *task;
	struct jy_bytes bytes;
	va_list options;
	char *text;

	va_start(options, minutes);
	task = begin(plugin, options);
	va_end(options);
	ck_assert_msg(jy_write(task, minutes, out) == 0, "%s: %s", plugin,
	    jy_messages(task) ? jy_messages(task)->text : "failed without a message");
	bytes = jy_out_bytes(out);
	text = malloc(bytes.size + 1);
	ck_assert_ptr_nonnull(text);
	if (bytes.size)
		memcpy(text, bytes.at, bytes.size);
	text[bytes.size] = '\0';
	jy_end(task);
	jy_out_free(out);
	return text;
}

int
test_main(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	int failed;

	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
