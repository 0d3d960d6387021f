/* Reading OFD: where lines come from, whether attached minutes are believed, limits, damage. */
#include "lines.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

/* Reads fixtures/ofd/NAME; the lines are valid until the minutes are freed. */
static struct jy_minutes *
read_lines(const char *name)
{
	struct jy_task *task = test_task("ofd", NULL);
	struct jy_minutes *minutes;
	char path[64];

	snprintf(path, sizeof(path), "ofd/%s.ofd", name);
	line_count = 0;
	minutes = jy_read(task, test_file(path), path);
	ck_assert_ptr_nonnull(minutes);
	jy_end(task);
	return minutes;
}

/* A line, and its box in millimetres from the page's corner. */
struct expected { const char *text; double x0, y0, x1, y1, size; };

static void
assert_near(double points, double mm, const char *text)
{
	ck_assert_msg(fabs(points / 72 * 25.4 - mm) < 0.05, "%s: %.2f is not %.2f", text,
	    points / 72 * 25.4, mm);
}

/* The page's corner is at 10, 10, and each base line 12 per cent of the size above the box's end. */
START_TEST(places_are_found)
{
	static const struct expected expected[] = {
		{"一二三四五", 18, 10.6, 47, 15.6, 5},
		{"二短列表", 18, 20.6, 41, 25.6, 5},
		{"三无位移", 18, 30.6, 38, 35.6, 5},
		{"四甲 乙丙", 18, 40.6, 58, 45.6, 5},
		{"五按磅数", 18, 49.97, 40.58, 55.61, 5.645},
		{"六第一行", 18, 60.6, 38, 65.6, 5},
		{"六第二行", 18, 68.6, 38, 73.6, 5},
		{"七字形", 18, 80.6, 33, 85.6, 5},
		{"WTO 与No.5号", 18, 90.6, 50.6, 95.6, 5},
		{"坏", 18, 100, 23, 105, 5},
		{"八在最下", 18, 190, 40.4, 195.6, 5.6},
		{"竖排从右", 89.4, 245, 94.4, 268, 5},
		{"到左成行", 79.4, 245, 84.4, 268, 5},
		{"水印", 41.09, 232.82, 83.52, 275.24, 20},
		{"没有位置", 0, 0, 0, 0, 5},
	};
	struct jy_minutes *minutes = read_lines("places");

	for (size_t i = 0; i < line_count && i < sizeof(expected) / sizeof(*expected); i++) {
		const struct expected *e = &expected[i];

		ck_assert_str_eq(lines[i]->text.s, e->text);
		ck_assert_int_eq(lines[i]->at.page, 1);
		assert_near(lines[i]->at.x0, e->x0, e->text);
		assert_near(lines[i]->at.y0, e->y0, e->text);
		assert_near(lines[i]->at.x1, e->x1, e->text);
		assert_near(lines[i]->at.y1, e->y1, e->text);
		assert_near(lines[i]->size, e->size, e->text);
	}
	ck_assert_uint_eq(line_count, sizeof(expected) / sizeof(*expected));
	jy_free(minutes);
}
END_TEST

static const struct jy_line *
find_line(const char *text)
{
	for (size_t i = 0; i < line_count; i++)
		if (strcmp(lines[i]->text.s, text) == 0)
			return lines[i];
	ck_abort_msg("there is no line %s", text);
	return NULL;
}

START_TEST(lines_know_their_look)
{
	struct jy_minutes *minutes = read_lines("qinghe");
	const struct jy_line *title = find_line("清河县人民政府常务会议纪要");
	const struct jy_line *item = find_line("一、审议《清河县河道管理办法》");
	const struct jy_line *people = find_line("出席：丁 戊 己庚辛 壬　癸");

	ck_assert_int_eq(title->weight, 700);
	ck_assert_int_eq(item->weight, 400);
	assert_near(item->indent, 11.2, "the indent");
	assert_near(find_line("汇报。")->indent, 0, "no indent");
	ck_assert_int_eq(find_line("内部资料")->origin, JY_HEADER);
	ck_assert_int_eq(find_line("— 1 —")->origin, JY_FOOTER);
	ck_assert_int_eq(find_line("2024年3月6日")->align, JY_RIGHT);
	ck_assert_ptr_nonnull(people->gaps);
	ck_assert_uint_eq(people->gaps->offset, strlen("出席：丁 "));
	ck_assert(fabs(people->gaps->ems - 1) < 0.01);
	ck_assert(fabs(people->gaps->next->ems - 2) < 0.01);
	ck_assert(fabs(people->gaps->next->next->ems - 2) < 0.01);
	ck_assert_ptr_null(people->gaps->next->next->next);
	jy_free(minutes);
	minutes = read_lines("suzhou-149");
	ck_assert_int_eq(lines[0]->align, JY_CENTRE);
	ck_assert_int_eq(lines[4]->align, JY_JUSTIFIED);
	jy_free(minutes);
	minutes = read_lines("pieces");
	ck_assert_int_eq(find_line("收讫")->origin, JY_COMMENT);
	ck_assert_int_eq(find_line("请核对")->origin, JY_COMMENT);
	jy_free(minutes);
}
END_TEST

static struct jy_minutes *
read_bytes(const char *plugin, const void *bytes, size_t size, struct jy_task **task)
{
	*task = test_task(plugin, NULL);
	return jy_read(*task, (struct jy_bytes){bytes, size}, "x");
}

static bool
was_told(const struct jy_task *task, const char *code)
{
	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		if (strcmp(m->code, code) == 0)
			return true;
	return false;
}

static const char *const sources[] = {
	"pdf/suzhou-149.pdf", "docx/suzhou-128.docx", "text/suzhou-100.txt", "docx/traps.docx",
};

/* With places, residue and all. */
START_TEST(minutes_come_back)
{
	struct jy_bytes in = test_file(sources[_i]);
	struct jy_task *reader = test_task(strchr(sources[_i], '.')[1] == 't' ? "text"
			       : strchr(sources[_i], '.')[1] == 'p'           ? "pdf"
									      : "docx",
			   NULL),
		       *task;
	struct jy_minutes *minutes = jy_read(reader, in, "x"), *again;
	char *before = test_write("json", minutes, "provenance", "yes", NULL), *after;

	for (int flat = 0; flat < 2; flat++) {
		struct jy_task *writer = test_task("ofd", "package", flat ? "flat" : "zip", NULL);
		struct jy_out *out = jy_out_new();

		ck_assert_int_eq(jy_write(writer, minutes, out), 0);
		again = read_bytes("ofd", jy_out_bytes(out).at, jy_out_bytes(out).size, &task);
		ck_assert_ptr_nonnull(again);
		ck_assert_ptr_null(jy_messages(task));
		after = test_write("json", again, "provenance", "yes", NULL);
		ck_assert_str_eq(before, after);
		free(after);
		jy_free(again);
		jy_end(task);
		jy_end(writer);
		jy_out_free(out);
	}
	free(before);
	jy_free(minutes);
	jy_end(reader);
}
END_TEST

/* TEXT with NEW for the first OLD after the first AFTER. */
static char *
replaced(const char *text, const char *after, const char *old, const char *new)
{
	const char *at = strstr(text, after);
	char *copy;

	ck_assert_msg(at && (at = strstr(at, old)), "%s is not in the package", old);
	ck_assert_int_ge(asprintf(&copy, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old)),
	    0);
	return copy;
}

#define PAGE "Pages/Page_0/Content.xml\">"
#define ATTACHED "Attachs/minutes.json\">"

static const struct { const char *after, *old, *new; bool believed; } edits[] = {
	{PAGE, "审计", "审汁", false},			/* a word on a page */
	{ATTACHED, "审计", "审汁", false},		/* a word in the attachment */
	{PAGE, "</ofd:Layer>", "<ofd:TextObject Boundary=\"30 10 9 9\" Size=\"5\"><ofd:TextCode "
	    "X=\"0\" Y=\"5\">增</ofd:TextCode></ofd:TextObject></ofd:Layer>", false},
	{PAGE, "</ofd:Layer>", "<ofd:TextObject Boundary=\"30 10 9 9\" Size=\"5\" Alpha=\"0\">"
	    "<ofd:TextCode X=\"0\" Y=\"5\">隐</ofd:TextCode></ofd:TextObject></ofd:Layer>", false},
	{PAGE, "</ofd:Layer>", "<ofd:ImageObject Boundary=\"30 30 99 99\"/></ofd:Layer>", false},
	{PAGE, "</ofd:Layer>", "<ofd:PathObject Boundary=\"30 30 99 99\"/></ofd:Layer>", false},
	{PAGE, "Boundary=\"", "Boundary=\"1", false},	/* moved far to the right */
	{PAGE, "<ofd:TextObject ", "<ofd:TextObject Visible=\"false\" ", false},
	{ATTACHED, "{", "[", false},			/* no JSON any more */
	{ATTACHED, "minutes:1", "minutes:2", false},	/* another schema */
	{PAGE, "</ofd:Layer>", "</ofd:Layer><!-- signed -->", true},
	{PAGE, "http://www.ofdspec.org/2016", "http://www.ofdspec.org", true},
	{"<package", "", "<!-- a copy -->", true},
};

START_TEST(edited_packages_are_not_believed)
{
	struct jy_bytes in = test_file("text/suzhou-149.txt");
	struct jy_task *task;
	struct jy_minutes *minutes = read_bytes("text", in.at, in.size, &task);
	char *flat = test_write("ofd", minutes, "package", "flat", NULL), *edited;

	edited = replaced(flat, edits[_i].after, edits[_i].old, edits[_i].new);
	if (!*edits[_i].old)
		edited = (free(edited), strdup(flat));
	jy_free(minutes);
	jy_end(task);
	minutes = read_bytes("ofd", edited, strlen(edited), &task);
	ck_assert_ptr_nonnull(minutes);
	ck_assert_int_eq(was_told(task, "attachment-differs"), !edits[_i].believed);
	ck_assert_str_eq(minutes->source->format.s, edits[_i].believed ? "text" : "ofd");
	if (!edits[_i].believed)
		ck_assert_str_eq(minutes->source->metadata->title.s, "苏州市人民政府常务会议纪要");
	free(edited);
	free(flat);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* A package that is made here: a page's text is padded to a size, and there may be more parts. */
struct made { size_t padding; bool packed; int more; };

static const char *const parts[][2] = {
	{"OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"},
	{"D.xml", "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>"},
	{"P.xml", "<Page><Content><Layer><TextObject Boundary='20 20 90 9' Size='5'>"
	    "<TextCode X='0' Y='5'>会议议定</TextCode></TextObject></Layer></Content></Page>"},
};

static void
add_part(zip_t *zip, const char *name, const char *text, size_t size, bool packed)
{
	char *bytes = malloc(size + 1);
	zip_source_t *source;
	zip_int64_t at;

	memset(bytes, ' ', size);
	memcpy(bytes, text, strlen(text));
	source = zip_source_buffer(zip, bytes, size, 1);
	at = zip_file_add(zip, name, source, 0);
	ck_assert_int_ge(at, 0);
	zip_set_file_compression(zip, (zip_uint64_t)at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9);
}

static struct jy_bytes
make(struct made m)
{
	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(archive, ZIP_TRUNCATE, NULL);
	static unsigned char bytes[1 << 23];
	struct jy_bytes made = {bytes, 0};
	char name[32];

	ck_assert_ptr_nonnull(zip);
	zip_source_keep(archive);
	for (size_t i = 0; i < 3; i++)
		add_part(zip, parts[i][0], parts[i][1],
		    strlen(parts[i][1]) + (i == 2 ? m.padding : 0), m.packed);
	for (int i = 0; i < m.more; i++) {
		snprintf(name, sizeof(name), "more-%d", i);
		add_part(zip, name, "", 1, false);
	}
	ck_assert_int_eq(zip_close(zip), 0);
	ck_assert_int_eq(zip_source_open(archive), 0);
	made.size = (size_t)zip_source_read(archive, bytes, sizeof(bytes));
	zip_source_close(archive);
	zip_source_free(archive);
	return made;
}

/* Bytes that the three parts have in all; the page is padded to a mebibyte less or more. */
static size_t
parts_size(void)
{
	return strlen(parts[0][1]) + strlen(parts[1][1]) + strlen(parts[2][1]);
}

static const struct { const char *option, *value; struct made made; int more; bool over; } limits[] = {
	{"max-size", "1", {0}, -1, false},
	{"max-size", "1", {0}, 0, false},
	{"max-size", "1", {0}, 1, true},
	{"max-size", "2", {0}, 1, false},
	{"max-entries", "9", {.more = 5}, 0, false},
	{"max-entries", "9", {.more = 6}, 0, false},
	{"max-entries", "9", {.more = 7}, 0, true},
	{"max-ratio", "1", {0}, 4096, false},
	{"max-ratio", "1", {.packed = true}, 0, false},		/* too small to say much */
	{"max-ratio", "1", {.packed = true}, 4096, true},
	{"max-ratio", "500", {.packed = true}, 4096, true},
	{"max-ratio", "2000", {.packed = true}, 4096, false},
};

START_TEST(limits_are_kept)
{
	struct made m = limits[_i].made;
	struct jy_task *task = test_task("ofd", limits[_i].option, limits[_i].value, NULL);
	struct jy_minutes *minutes;

	m.padding = (size_t)((1 << 20) + limits[_i].more) - parts_size();
	minutes = jy_read(task, make(m), "x.ofd");
	ck_assert_int_eq(minutes == NULL, limits[_i].over);
	ck_assert_int_eq(was_told(task, "too-large"), limits[_i].over);
	ck_assert_int_eq(jy_task_status(task), limits[_i].over ? JY_BAD_INPUT : 0);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* The default limit is met by fixtures/ofd/deep.ofd, and passed by too-deep.ofd. */
START_TEST(depth_can_be_set)
{
	struct jy_task *over = test_task("ofd", "max-depth", "255", NULL);
	struct jy_task *more = test_task("ofd", "max-depth", "257", NULL);
	struct jy_minutes *minutes;

	ck_assert_ptr_null(jy_read(over, test_file("ofd/deep.ofd"), "x"));
	ck_assert(was_told(over, "too-deep"));
	minutes = jy_read(more, test_file("ofd/too-deep.ofd"), "x");
	ck_assert_ptr_nonnull(minutes);
	jy_free(minutes);
	jy_end(over);
	jy_end(more);
}
END_TEST

static const char *const victims[] = {
	"ofd/qinghe.ofd", "ofd/flat.ofd", "ofd/suzhou-100.ofd", "ofd/pieces.ofd", "ofd/tidy.ofd",
};

static void
read_damaged(const unsigned char *bytes, size_t size)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_bytes("ofd", bytes, size, &task);

	line_count = 0;
	jy_find(test_host(), "ofd")->probe((struct jy_bytes){bytes, size});
	ck_assert_int_eq(minutes == NULL, jy_task_status(task) != 0);
	jy_free(minutes);
	jy_end(task);
}

START_TEST(damage_is_survived)
{
	struct jy_bytes whole = test_file(victims[_i]);
	const char *seed = getenv("JIYAO_DAMAGE_SEED");
	unsigned state = seed ? (unsigned)strtoul(seed, NULL, 10) : (unsigned)time(NULL);
	unsigned char *bytes = malloc(whole.size + 1);

	fprintf(stderr, "# %s: JIYAO_DAMAGE_SEED=%u\n", victims[_i], state);
	for (size_t i = 1; i <= 64; i++)
		read_damaged(whole.at, whole.size * i / 65 + 1);
	for (int i = 0; i < 150; i++) {
		memcpy(bytes, whole.at, whole.size);
		for (int k = 0; k < 1 + i % 7; k++)
			bytes[(size_t)rand_r(&state) % whole.size] = (unsigned char)rand_r(&state);
		read_damaged(bytes, whole.size);
	}
	free(bytes);
}
END_TEST

START_TEST(packages_are_known)
{
	const struct jy_plugin *ofd = jy_find(test_host(), "ofd");
	static const struct { const char *name; int sure; } files[] = {
		{"ofd/qinghe.ofd", 100}, {"ofd/lenient.ofd", 100}, {"ofd/flat.ofd", 100},
		{"ofd/sealed.ofd", 100}, {"ofd/truncated.ofd", 50}, {"docx/qinghe.docx", 0},
		{"docx/truncated.docx", 0}, {"text/suzhou-100.txt", 0},
	};

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		struct jy_bytes in = test_file(files[i].name);

		ck_assert_msg(ofd->probe(in) == files[i].sure, "%s", files[i].name);
		if (files[i].sure == 100)
			ck_assert_ptr_eq(jy_detect(test_host(), in, NULL), ofd);
	}
	ck_assert_int_eq(ofd->probe((struct jy_bytes){(const unsigned char *)"P", 1}), 0);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("ofd-read");
	TCase *c = tcase_create("ofd-read");

	tcase_set_timeout(c, 120);
	tcase_add_test(c, places_are_found);
	tcase_add_test(c, lines_know_their_look);
	tcase_add_loop_test(c, minutes_come_back, 0, sizeof(sources) / sizeof(*sources));
	tcase_add_loop_test(c, edited_packages_are_not_believed, 0, sizeof(edits) / sizeof(*edits));
	tcase_add_loop_test(c, limits_are_kept, 0, sizeof(limits) / sizeof(*limits));
	tcase_add_test(c, depth_can_be_set);
	tcase_add_loop_test(c, damage_is_survived, 0, sizeof(victims) / sizeof(*victims));
	tcase_add_test(c, packages_are_known);
	suite_add_tcase(s, c);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
