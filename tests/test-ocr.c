/*
 * What OCR reads: how pages that are pictures become lines, and how all that comes of them is marked.
 *
 * Recognition differs between Tesseract's versions, so what it reads is compared with a tolerance;
 * where there is none, or no data of Chinese, that part is passed over, and it is said so.
 */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jiyao/plugin.h>

#include "builder.h"

#define SECOND \
	"出席：钱明远孙志强李方周文静列席：吴国平郑红市发改委冯建军市财政局陈晓东市水务局许大海" \
	"市应急局何亮市气象局吕小燕记录：张晨云州市人民政府办公室整理2024年5月27日" \
	"分送：各县、区人民政府，市各有关部门和单位。"

static const struct jy_line *
lines(const struct jy_minutes *minutes)
{
	return ((const struct jy_builder *)minutes)->lines;
}

static const struct jy_check *
find_check(const struct jy_minutes *minutes, const char *code)
{
	for (const struct jy_check *c = minutes->checks; c; c = c->next)
		if (strcmp(c->code.s, code) == 0)
			return c;
	return NULL;
}

/* A reader of plain lines that says it has them from a picture: "90 text", 90 the confidence; at
 * "90@2 text" at the foot of page 2. */
static int
picture_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	const char *s = (const char *)in.at, *end = s + in.size, *stop;

	(void)task;
	for (; s < end; s = stop + 1) {
		char *text;
		int confidence = (int)strtol(s, &text, 10);
		int page = *text == '@' ? (int)strtol(text + 1, &text, 10) : 0;
		struct jy_line *line;

		stop = memchr(s, '\n', (size_t)(end - s));
		ck_assert_ptr_nonnull(stop);
		line = jy_add_line(b, page ? page : 1, text + 1, (size_t)(stop - text - 1));
		line->at.confidence = confidence;
		if (page) {
			line->at.y0 = 760;
			line->at.y1 = 776;
		}
	}
	return 0;
}

static int
picture_probe(struct jy_bytes in)
{
	return in.size > 0;
}

static const struct jy_plugin picture = {.size = sizeof(picture),
    .name = "picture",
    .title = "Lines",
    .probe = picture_probe,
    .read = picture_read};

static struct jy_minutes *
read_picture(const char *text)
{
	struct jy_task *task = jy_begin(&picture);
	struct jy_minutes *minutes = jy_read(task,
	    (struct jy_bytes){(const unsigned char *)text, strlen(text)}, "picture");

	ck_assert_ptr_nonnull(minutes);
	jy_end(task);
	return minutes;
}

#define MASTHEAD(c) c " 云州市人民政府常务会议纪要\n" c " 〔2024〕18号\n" \
	c " 2024年5月20日上午，钱明远市长主持召开市政府第37次常务会议。\n" \
	c " 一、审议《云州市城市供水管理办法》\n" c " 原则同意《云州市城市供水管理办法》。\n"

START_TEST(test_marks)
{
	struct jy_minutes *m = read_picture(MASTHEAD("0") "97 出席：钱明远  孙志强\n"
							  "70 列席：吴国平\n0 记录：张晨\n");
	const struct jy_group *present = m->attendance, *attending;
	char *json = test_write("json", m, NULL);

	ck_assert_int_eq(m->document->at.confidence, 0);
	ck_assert_int_eq(m->items->at.confidence, 0);
	ck_assert_ptr_nonnull(present);
	attending = present->next;
	ck_assert_int_eq(present->at.confidence, 97);
	ck_assert_int_eq(present->people->at.confidence, 97);
	ck_assert_ptr_nonnull(attending);
	ck_assert_int_eq(attending->people->at.confidence, 70);
	ck_assert_ptr_nonnull(m->source->ocr);
	ck_assert_int_eq(m->source->ocr->confidence, (97 + 70) / 2);
	ck_assert_int_eq(m->source->ocr->lines->at.first_line, 6);
	ck_assert_int_eq(m->source->ocr->lines->next->at.confidence, 70);
	ck_assert_ptr_null(m->source->ocr->lines->next->next);
	ck_assert_ptr_nonnull(strstr(json, "\"confidence\": 70"));
	ck_assert_int_eq(find_check(m, "low-confidence")->line, 7);
	free(json);
	jy_free(m);
}
END_TEST

START_TEST(test_no_marks)
{
	struct jy_minutes *m = read_picture(MASTHEAD("0") "0 出席：钱明远  孙志强\n");
	char *json = test_write("json", m, NULL);

	ck_assert_ptr_null(m->source->ocr);
	ck_assert_ptr_null(strstr(json, "confidence"));
	ck_assert_ptr_null(find_check(m, "low-confidence"));
	free(json);
	jy_free(m);
}
END_TEST

START_TEST(test_masthead)
{
	struct jy_minutes *m = read_picture(MASTHEAD("91") "0 出席：钱明远  孙志强\n");

	ck_assert_int_eq(m->document->at.confidence, 91);
	ck_assert_int_eq(m->document->at.page, 1);
	jy_free(m);
}
END_TEST

/* The misreadings are understood, and kept. */
START_TEST(test_proposals)
{
	struct jy_minutes *m = read_picture(
	    MASTHEAD("98") "95 岀席：钱明远  孙志强\n"
			   "95 刘席：吴国平  刘列\n95 记灵：张晨\n");
	const struct jy_check *c = find_check(m, "ocr-proposal");

	ck_assert_str_eq(m->attendance->role.s, "present");
	ck_assert_str_eq(m->attendance->label.s, "岀席");
	ck_assert_str_eq(m->attendance->next->role.s, "attending");
	ck_assert_str_eq(m->attendance->next->label.s, "刘席");
	ck_assert_str_eq(m->attendance->next->people->next->name.s, "刘列");
	ck_assert_str_eq(m->meeting->recorders->name.s, "张晨");
	ck_assert_ptr_nonnull(c);
	ck_assert_ptr_nonnull(strstr(c->message.s, "\"岀席：钱明\""));
	ck_assert_ptr_nonnull(strstr(c->message.s, "\"出席：钱明\""));
	jy_free(m);
}
END_TEST

/* What is text says what it says. */
START_TEST(test_no_proposals)
{
	struct jy_minutes *m = read_picture(MASTHEAD("0") "0 出席：钱明远\n0 刘席：吴国平\n");

	ck_assert_ptr_null(find_check(m, "ocr-proposal"));
	ck_assert_ptr_null(m->attendance->next);
	jy_free(m);
}
END_TEST

/* The numbers of the pages, whatever OCR made of them. */
START_TEST(test_misread_numbers)
{
	struct jy_minutes *m = read_picture(
	    MASTHEAD("99") "95@1 一 1 一\n"
			   "95@2 会议还研究了其他事项。\n95@2 全 王\n");

	ck_assert_ptr_nonnull(m->furniture);
	ck_assert_str_eq(m->furniture->text.s, "一 1 一");
	ck_assert_str_eq(m->furniture->next->text.s, "全 王");
	jy_free(m);
}
END_TEST

/* Is there no OCR here?  Then a test is passed over, and says so. */
static bool
is_absent(void)
{
	struct jy_task *task = test_task("pdf", "ocr", "always", NULL);
	struct jy_minutes *m = jy_read(task, test_file("pdf/picture.pdf"), "x");
	bool absent = jy_messages(task) && strcmp(jy_messages(task)->code, "no-ocr") == 0;

	if (absent)
		fprintf(stderr, "# not tested: %s\n", jy_messages(task)->text);
	jy_free(m);
	jy_end(task);
	return absent;
}

static struct jy_minutes *
read_pdf(const char *file, const char *ocr, struct jy_task **task)
{
	*task = test_task("pdf", "ocr", ocr, NULL);
	return jy_read(*task, test_file(file), file);
}

/* The text of a page without white space, and with full-width signs as they are; to be freed. */
static char *
page_text(const struct jy_minutes *minutes, int page)
{
	size_t size;
	char *text;
	FILE *out = open_memstream(&text, &size);

	for (const struct jy_line *l = lines(minutes); l; l = l->next)
		for (size_t i = 0; l->at.page == page && i < l->text.len; i++)
			if (l->text.s[i] != ' ')
				fputc(l->text.s[i], out);
	fclose(out);
	return text;
}

/* How many bytes have to change (Levenshtein). */
static size_t
distance(const char *a, const char *b)
{
	size_t n = strlen(b), *row = calloc(n + 1, sizeof(*row)), result;

	ck_assert_ptr_nonnull(row);
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t corner = row[0]++;

		for (size_t j = 0; j < n; j++) {
			size_t change = corner + (a[i] != b[j]),
			       best = row[j] < row[j + 1] ? row[j] : row[j + 1];

			corner = row[j + 1];
			row[j + 1] = change < best + 1 ? change : best + 1;
		}
	}
	result = row[n];
	free(row);
	return result;
}

static bool
has_person(const struct jy_minutes *m, const char *name)
{
	for (const struct jy_group *g = m->attendance; g; g = g->next)
		for (const struct jy_person *p = g->people; p; p = p->next)
			if (p->name.s && strcmp(p->name.s, name) == 0)
				return true;
	return false;
}

/* The second page was laid a little askew; of its characters, and of its names, one may be misread. */
START_TEST(test_scanned)
{
	if (is_absent())
		return;
	static const char *const names[] = {"钱明远", "孙志强", "李方", "周文静", "吴国平", "郑红",
	    "冯建军", "陈晓东", "许大海"};
	struct jy_task *task;
	struct jy_minutes *m = read_pdf("pdf/scanned.pdf", "auto", &task);
	size_t found = 0;
	char *text;

	ck_assert_ptr_nonnull(m);
	text = page_text(m, 2);
	ck_assert_uint_le(20 * distance(text, SECOND), strlen(SECOND));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		found += has_person(m, names[i]);
	ck_assert_uint_ge(found, 7);
	ck_assert_str_eq(m->meeting->date.s, "2024-05-20");
	ck_assert_str_eq(m->document->issuer.s, "云州市人民政府");
	ck_assert_ptr_nonnull(m->items->next);
	free(text);
	jy_free(m);
	jy_end(task);
}
END_TEST

START_TEST(test_places)
{
	if (is_absent())
		return;
	struct jy_task *task;
	struct jy_minutes *m = read_pdf("pdf/scanned.pdf", "auto", &task);
	size_t count = 0;

	for (const struct jy_line *l = lines(m); l; l = l->next, count++) {
		const struct jy_place *at = &l->at;

		ck_assert(at->x0 >= 0 && at->x0 < at->x1 && at->x1 <= 596);
		ck_assert(at->y0 >= 0 && at->y0 < at->y1 && at->y1 <= 843);
		ck_assert(at->confidence >= 1 && at->confidence <= 100);
		ck_assert(l->size > 8 && l->size < 40);
	}
	ck_assert_uint_ge(count, 20);
	ck_assert_ptr_nonnull(strstr(m->source->ocr->engine.s, "tesseract"));
	ck_assert_str_eq(m->source->ocr->language.s, "chi_sim");
	jy_free(m);
	jy_end(task);
}
END_TEST

/* A space stands where names are parted, and in no running text. */
START_TEST(test_spaces)
{
	if (is_absent())
		return;
	struct jy_task *task;
	struct jy_minutes *m = read_pdf("pdf/scanned.pdf", "auto", &task);

	for (const struct jy_line *l = lines(m); l; l = l->next) {
		if (l->at.page == 1)
			ck_assert_msg(!strchr(l->text.s, ' '), "%s", l->text.s);
		if (l->at.page == 2 && strstr(l->text.s, "钱明远"))
			ck_assert_ptr_nonnull(l->gaps);
	}
	jy_free(m);
	jy_end(task);
}
END_TEST

START_TEST(test_half_scanned)
{
	if (is_absent())
		return;
	struct jy_task *task;
	struct jy_minutes *m = read_pdf("pdf/half-scanned.pdf", "auto", &task);
	const struct jy_check *c = find_check(m, "from-ocr");

	for (const struct jy_line *l = lines(m); l; l = l->next)
		ck_assert_int_eq(l->at.confidence > 0, l->at.page == 2);
	ck_assert_ptr_nonnull(c);
	ck_assert_ptr_nonnull(strstr(c->message.s, "page 2 was"));
	ck_assert_int_eq(m->items->at.confidence, 0);
	ck_assert_int_gt(m->attendance->at.confidence, 0);
	jy_free(m);
	jy_end(task);
}
END_TEST

START_TEST(test_always)
{
	if (is_absent())
		return;
	struct jy_task *task;
	struct jy_minutes *m = read_pdf("pdf/half-scanned.pdf", "always", &task);

	for (const struct jy_line *l = lines(m); l; l = l->next)
		ck_assert_int_gt(l->at.confidence, 0);
	ck_assert_str_eq(m->meeting->date.s, "2024-05-20");
	jy_free(m);
	jy_end(task);
}
END_TEST

START_TEST(test_same_again)
{
	if (is_absent())
		return;
	char *json[2];

	for (int i = 0; i < 2; i++) {
		struct jy_task *task;
		struct jy_minutes *m = read_pdf("pdf/scanned.pdf", "auto", &task);

		json[i] = test_write("json", m, NULL);
		jy_free(m);
		jy_end(task);
	}
	ck_assert_str_eq(json[0], json[1]);
	free(json[0]);
	free(json[1]);
}
END_TEST

/* The code of the last message, and the status of the failure, of a language that there is not. */
START_TEST(test_no_language)
{
	if (is_absent())
		return;
	struct jy_task *task = test_task("pdf", "ocr-language", "chi_sim+no_such", NULL);
	struct jy_minutes *m = jy_read(task, test_file("pdf/half-scanned.pdf"), "x");

	ck_assert_ptr_nonnull(m);
	ck_assert_str_eq(jy_messages(task)->code, "needs-ocr");
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, "tesseract-ocr-no-such"));
	jy_free(m);
	jy_end(task);
	task = test_task("pdf", "ocr-language", "../chi_sim", "ocr", "always", NULL);
	ck_assert_ptr_null(jy_read(task, test_file("pdf/half-scanned.pdf"), "x"));
	ck_assert_str_eq(jy_messages(task)->code, "no-ocr");
	jy_end(task);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("ocr");
	TCase *marks = tcase_create("marks"), *pages = tcase_create("pages");

	tcase_add_test(marks, test_marks);
	tcase_add_test(marks, test_no_marks);
	tcase_add_test(marks, test_masthead);
	tcase_add_test(marks, test_proposals);
	tcase_add_test(marks, test_no_proposals);
	tcase_add_test(marks, test_misread_numbers);
	suite_add_tcase(s, marks);
	tcase_add_test(pages, test_scanned);
	tcase_add_test(pages, test_places);
	tcase_add_test(pages, test_spaces);
	tcase_add_test(pages, test_half_scanned);
	tcase_add_test(pages, test_always);
	tcase_add_test(pages, test_same_again);
	tcase_add_test(pages, test_no_language);
	tcase_set_timeout(pages, 240);
	suite_add_tcase(s, pages);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
