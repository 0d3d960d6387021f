/* The core's small parts: text, memory, the sink, options, the table of the model, detection. */
#include "support.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the library keeps to itself. */
#include "../core/arena.c"
#include "../core/text.c"

static struct arena arena;

static const struct { const char *bytes, *clean; } texts[] = {
	{"云州 abc\t1", "云州 abc\t1"},
	{"", ""},
	{"a\x01" "b\x7F", "a\uFFFDb\uFFFD"},
	{"a\r\nb", "a\uFFFD\uFFFDb"},
	{"\xC2\x85", "\uFFFD"},			/* a control of C1 */
	{"\xE4\xBA", "\uFFFD\uFFFD"},			/* cut short */
	{"\xC0\xAF\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},	/* overlong */
	{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},	/* a surrogate */
	{"\xEF\xBF\xBE\xEF\xBF\xBF", "\uFFFD\uFFFD"},	/* no characters */
	{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},	/* beyond U+10FFFF */
	{"\xF0\xA0\x80\x80", "\U00020000"},
};

START_TEST(test_clean)
{
	struct jy_text text = text_clean(&arena, texts[_i].bytes, strlen(texts[_i].bytes));

	ck_assert_str_eq(text.s, texts[_i].clean);
	ck_assert_uint_eq(text.len, strlen(texts[_i].clean));
}
END_TEST

START_TEST(test_clean_nul)
{
	ck_assert_ptr_null(text_clean(&arena, NULL, 3).s);
	ck_assert_str_eq(text_clean(&arena, "a\0b", 3).s, "a\uFFFDb");
}
END_TEST

START_TEST(test_fold)
{
	ck_assert_uint_eq(fold(0xFF08), '(');
	ck_assert_uint_eq(fold(0xFF5E), '~');
	ck_assert_uint_eq(fold(0x301C), '~');
	ck_assert_uint_eq(fold(0x4E00), 0x4E00);
	ck_assert(is_space(0x3000) && is_space(0xA0) && !is_space(0x3001));
}
END_TEST

START_TEST(test_arena)
{
	static const unsigned char zeros[3000];
	unsigned char *pieces[3000];

	for (size_t i = 0; i < 3000; i++) {
		pieces[i] = arena_alloc(&arena, i);
		ck_assert_uint_eq((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		ck_assert_mem_eq(pieces[i], zeros, i);
		memset(pieces[i], (int)(i % 251), i);
	}
	for (size_t i = 1; i < 3000; i++)
		ck_assert_uint_eq(pieces[i][i - 1], i % 251);
}
END_TEST

START_TEST(test_sink)
{
	struct jy_out *out = jy_out_new();
	struct jy_bytes bytes;

	ck_assert_uint_eq(jy_out_bytes(out).size, 0);
	for (int i = 0; i < 100000; i++)
		jy_printf(out, "%d,", i % 10);
	jy_puts(out, "");
	jy_put(out, "\0x", 2);
	bytes = jy_out_bytes(out);
	ck_assert_uint_eq(bytes.size, 200002);
	ck_assert_mem_eq(bytes.at, "0,1,2,", 6);
	ck_assert_mem_eq(bytes.at + 199998, "9,\0x", 4);
	jy_out_free(out);
}
END_TEST

START_TEST(test_options)
{
	static const struct jy_option options[] = {
		{"size", JY_NUMBER, "3", "1..9", "how many"},
		{"kind", JY_CHOICE, "auto", "auto|yes", "which"},
		{"word", JY_STRING, "", "anything", "what"},
		{"list", JY_FILE, "", "a list", "from where"},
		{0}
	};
	static const struct jy_plugin plugin = {.size = sizeof(plugin),
	    .name = "x",
	    .title = "X",
	    .options = options};
	struct jy_task *task = jy_begin(&plugin);

	ck_assert_int_eq(jy_option_number(task, "size"), 3);
	ck_assert_ptr_null(jy_set(task, "size", "9"));
	ck_assert_ptr_null(jy_set(task, "word", "=甲"));
	ck_assert_int_eq(jy_option_number(task, "size"), 9);
	ck_assert_str_eq(jy_option(task, "word"), "=甲");
	ck_assert(jy_option_is(task, "kind", "auto") && !jy_option_is(task, "kind", "aut"));
	ck_assert_ptr_nonnull(jy_set(task, "size", "10"));
	ck_assert_ptr_nonnull(jy_set(task, "size", "4x"));
	ck_assert_ptr_nonnull(jy_set(task, "size", ""));
	ck_assert_ptr_nonnull(jy_set(task, "kind", "aut"));
	ck_assert_ptr_nonnull(jy_set(task, "kind", "auto|yes"));
	ck_assert_ptr_nonnull(strstr(jy_set(task, "other", "1"), "no option other"));
	ck_assert_int_eq(jy_option_number(task, "size"), 9);
	jy_end(task);
}
END_TEST

START_TEST(test_files)
{
	static const struct jy_option options[] = {
		{"list", JY_FILE, "", "a list", "from where"},
		{"size", JY_NUMBER, "3", "1..9", "how many"},
		{0}
	};
	static const struct jy_plugin plugin = {.size = sizeof(plugin),
	    .name = "x",
	    .title = "X",
	    .options = options};
	unsigned char bytes[] = "a\0b";
	struct jy_task *task = jy_begin(&plugin);

	ck_assert_uint_eq(jy_option_file(task, "list").size, 0);
	ck_assert_ptr_null(jy_set_file(task, "list", (struct jy_bytes){bytes, 3}));
	memset(bytes, 'x', sizeof(bytes));
	ck_assert_uint_eq(jy_option_file(task, "list").size, 3);
	ck_assert_mem_eq(jy_option_file(task, "list").at, "a\0b", 3);	/* a copy */
	ck_assert_str_eq(jy_option(task, "list"), "");
	ck_assert_ptr_nonnull(strstr(jy_set(task, "list", "/a"), "takes a file"));
	ck_assert_ptr_nonnull(
	    strstr(jy_set_file(task, "size", (struct jy_bytes){bytes, 3}), "takes no file"));
	ck_assert_ptr_nonnull(jy_set_file(task, "other", (struct jy_bytes){bytes, 3}));
	ck_assert_uint_eq(jy_option_file(task, "size").size, 0);
	ck_assert_ptr_null(jy_set(task, "list", ""));
	ck_assert_uint_eq(jy_option_file(task, "list").size, 0);
	jy_end(task);
}
END_TEST

/* By kind: how long a field is in its struct. */
static const size_t sizes[] = {
	[JY_TEXT] = sizeof(struct jy_text), [JY_COUNT] = sizeof(long), [JY_ORDINAL] = sizeof(int),
	[JY_FLAG] = sizeof(bool), [JY_PLACE] = sizeof(struct jy_place),
	[JY_TEXTS] = sizeof(void *), [JY_OBJECT] = sizeof(void *), [JY_LIST] = sizeof(void *),
};

/* A field of model.h that the table forgot leaves a hole which is no padding. */
static void
check_holes(const struct jy_shape *shape, bool listed)
{
	bool covered[512] = {0};
	size_t hole = 0;

	ck_assert_uint_le(shape->size, sizeof(covered));
	memset(covered, listed, sizeof(void *));
	for (const struct jy_field *f = shape->fields; f->name; f++)
		for (size_t i = 0; i < sizes[f->kind]; i++) {
			ck_assert_msg(!covered[f->offset + i], "%s.%s overlaps", shape->name,
			    f->name);
			covered[f->offset + i] = true;
		}
	for (size_t i = 0; i < shape->size; i++) {
		hole = covered[i] ? 0 : hole + 1;
		ck_assert_msg(hole < sizeof(void *), "%s lacks a field at %zu", shape->name, i);
	}
}

/* A person has three shapes; only the fullest has all of its fields. */
static bool
is_view(const struct jy_shape *shape)
{
	return strcmp(shape->name, "official") == 0 || strcmp(shape->name, "leader") == 0;
}

/* Every object of the table, checked once: the depth is bounded by what has been seen. */
static void
check_shape(const struct jy_shape *shape, const struct jy_shape **seen, size_t *count)
{
	for (size_t i = 0; i < *count; i++)
		if (seen[i] == shape)
			return;
	seen[(*count)++] = shape;
	for (const struct jy_field *f = shape->fields; f->name; f++) {
		ck_assert_msg(f->offset < shape->size, "%s.%s", shape->name, f->name);
		ck_assert_msg(!f->shape == (f->kind != JY_OBJECT && f->kind != JY_LIST), "%s.%s",
		    shape->name, f->name);
		ck_assert_msg(!f->each == (f->kind != JY_TEXTS && f->kind != JY_LIST), "%s.%s",
		    shape->name, f->name);
		for (const struct jy_field *g = shape->fields; g != f; g++)
			ck_assert_str_ne(f->name, g->name);
		ck_assert_msg(!f->words || f->kind == JY_TEXT, "%s.%s", shape->name, f->name);
		if (f->shape && !is_view(f->shape))	/* what stands in a list begins with its next */
			check_holes(f->shape, f->kind == JY_LIST);
		if (f->shape)
			check_shape(f->shape, seen, count);
	}
}

START_TEST(test_shapes)
{
	const struct jy_shape *seen[64];
	size_t count = 0, closed = 0;

	check_holes(jy_minutes_shape(), false);
	check_shape(jy_minutes_shape(), seen, &count);
	ck_assert_uint_eq(count, 25);
	for (size_t i = 0; i < count; i++)
		for (const struct jy_field *f = seen[i]->fields; f->name; f++)
			closed += f->words != NULL;
	ck_assert_uint_eq(closed, 4);	/* role, severity, two kinds */
}
END_TEST

/* The plugins, with one of tests/bad before them that is certain to read anything. */
static struct jy_host *
crowded_host(void)
{
	const char *bad = getenv("JIYAO_BAD_PLUGINS"), *good = getenv("JIYAO_PLUGIN_PATH");
	struct jy_host *host;
	char *path;

	ck_assert_int_ge(asprintf(&path, "%s:%s", bad ? bad : "tests/bad",
			     good ? good : "plugins/.libs"),
	    0);
	host = jy_open(path);
	free(path);
	return host;
}

static const char json[] = "{\"schema\": \"urn:jiyao:minutes:1\"}";

static const char *
detected_by(const struct jy_host *host, const char *bytes, const char *name)
{
	const struct jy_plugin *plugin = jy_detect(host,
	    (struct jy_bytes){(const unsigned char *)bytes, strlen(bytes)}, name);

	return plugin ? plugin->name : "nothing";
}

static const char *
detected(const char *bytes, const char *name)
{
	return detected_by(test_host(), bytes, name);
}

/* The content decides, whatever the name says. */
START_TEST(test_detection)
{
	ck_assert_str_eq(detected(json, "x.json"), "json");
	ck_assert_str_eq(detected(json, "x.pdf"), "json");
	ck_assert_str_eq(detected(json, NULL), "json");
	ck_assert_str_eq(detected("%PDF-1.7\n", "x.txt"), "pdf");
	ck_assert_str_eq(detected("会议纪要\n", "x.docx"), "text");
	ck_assert_str_eq(detected("\x7F"
				  "ELF\x02\x01\x01\x03\x03\x03\x03\x01",
			     "x.txt"),
	    "nothing");
}
END_TEST

/* Before there is content, only the suffix can tell the writer. */
START_TEST(test_writer)
{
	ck_assert_str_eq(jy_writer(test_host(), "a/x.json")->name, "json");
	ck_assert_str_eq(jy_writer(test_host(), "x.CSV")->name, "csv");
	ck_assert_ptr_null(jy_writer(test_host(), "x.pdf"));
	ck_assert_ptr_null(jy_writer(test_host(), "json"));
	ck_assert_ptr_null(jy_writer(test_host(), "x.json/y"));
	ck_assert_ptr_null(jy_writer(test_host(), NULL));
}
END_TEST

/* Between two that are certain the suffix decides, and else their order; it makes none surer. */
START_TEST(test_suffix)
{
	struct jy_host *host = crowded_host();

	ck_assert_str_eq(detected_by(host, json, "x.json"), "json");
	ck_assert_str_eq(detected_by(host, json, "x.JSON"), "json");
	ck_assert_str_eq(detected_by(host, json, "json"), "mute");
	ck_assert_str_eq(detected_by(host, json, NULL), "mute");
	ck_assert_str_eq(detected_by(host, "会议纪要\n", "x.txt"), "mute");
	jy_close(host);
}
END_TEST

static int
fail_silently(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	(void)task, (void)in, (void)b;
	return -1;
}

static int
warn_twice(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	(void)in;
	jy_add_line(b, 1, "甲", 3);
	jy_warn(task, 2, "first", "%s", "one\033[31m");
	jy_warn(task, 0, "second", "two");
	return 0;
}

START_TEST(test_messages)
{
	static const struct jy_plugin
	    silent = {.size = sizeof(silent), .name = "x", .title = "X", .read = fail_silently},
	    warner = {.size = sizeof(warner), .name = "y", .title = "Y", .read = warn_twice};
	struct jy_bytes in = {(const unsigned char *)"x", 1};
	struct jy_task *task = jy_begin(&silent);
	const struct jy_message *message;
	struct jy_minutes *minutes;

	ck_assert_ptr_null(jy_read(task, in, NULL));
	ck_assert_str_eq(jy_messages(task)->code, "plugin-bug");
	ck_assert_int_eq(jy_task_status(task), JY_INTERNAL);
	jy_end(task);

	task = jy_begin(&warner);
	jy_accept_any(task);
	minutes = jy_read(task, in, "n");
	message = jy_messages(task);
	ck_assert_str_eq(message->text, "one\uFFFD[31m");
	ck_assert_int_eq(message->page, 2);
	ck_assert_str_eq(message->next->code, "second");
	ck_assert_str_eq(minutes->checks->code.s, "first");	/* warnings travel with the minutes */
	ck_assert_int_eq(jy_task_status(task), 0);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

static Suite *
suite(void)
{
	Suite *suite = suite_create("core");
	TCase *tests = tcase_create("core");

	tcase_add_loop_test(tests, test_clean, 0, (int)(sizeof(texts) / sizeof(*texts)));
	tcase_add_test(tests, test_clean_nul);
	tcase_add_test(tests, test_fold);
	tcase_add_test(tests, test_arena);
	tcase_add_test(tests, test_sink);
	tcase_add_test(tests, test_options);
	tcase_add_test(tests, test_files);
	tcase_add_test(tests, test_shapes);
	tcase_add_test(tests, test_detection);
	tcase_add_test(tests, test_writer);
	tcase_add_test(tests, test_suffix);
	tcase_add_test(tests, test_messages);
	suite_add_tcase(suite, tests);
	return suite;
}

int
main(void)
{
	int status = test_main(suite());

	arena_free(&arena);
	return status;
}
