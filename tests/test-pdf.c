/* The reader of PDF: the order of lines, their spaces and gaps, and what can't be read. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builder.h"

#define BODY \
	"清河县人民政府常务会议纪要\n" \
	"2024年3月5日上午，甲乙丙县长主持召开县政府第12次常务\n" \
	"会议，审议《清河县河道管理办法》。会议议定以下意见：\n" \
	"一、审议《清河县河道管理办法》\n" \
	"原则同意《清河县河道管理办法》。由县水务局按程序发文实施。\n" \
	"出席：丁 ~戊 ~己庚辛\n"

/* The minutes in FILE and, in *TASK, the messages; the caller ends both. */
static struct jy_minutes *
read_pdf(const char *file, const char *password, struct jy_task **task)
{
	*task = test_task("pdf", "password", password, "ocr", "never", NULL);
	return jy_read(*task, test_file(file), file);
}

/* The code of the first message that is the reader's own; empty where it says nothing. */
static const char *
said(const struct jy_task *task)
{
	static const char codes[] = "damaged encrypted extraction-forbidden needs-ocr";

	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		if (strstr(codes, m->code))
			return m->code;
	return "";
}

static const struct jy_line *
lines(const struct jy_minutes *minutes)
{
	return ((const struct jy_builder *)minutes)->lines;
}

/* The lines of PAGE, each with its end, and a tilde where a gap ends; the caller frees it. */
static char *
page_text(const struct jy_minutes *minutes, int page)
{
	size_t size;
	char *text;
	FILE *out = open_memstream(&text, &size);

	for (const struct jy_line *l = lines(minutes); l; l = l->next) {
		const struct jy_gap *gap = l->gaps;

		for (size_t i = 0; i < l->text.len && l->at.page == page; i++) {
			if (gap && gap->offset == i) {
				fputc('~', out);
				gap = gap->next;
			}
			fputc(l->text.s[i], out);
		}
		if (l->at.page == page)
			fputc('\n', out);
	}
	fclose(out);
	return text;
}

/* The reader says CODE of FILE (or nothing), and its PAGE reads so. */
static void
assert_page(const char *file, const char *code, int page, const char *expected)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf(file, "yunzhou", &task);
	char *text;

	ck_assert_ptr_nonnull(minutes);
	ck_assert_str_eq(said(task), code);
	text = page_text(minutes, page);
	ck_assert_str_eq(text, expected);
	free(text);
	jy_free(minutes);
	jy_end(task);
}

static void
assert_refused(const char *file, const char *password, const char *code)
{
	struct jy_task *task;

	ck_assert_ptr_null(read_pdf(file, password, &task));
	ck_assert_str_eq(said(task), code);
	ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
	jy_end(task);
}

START_TEST(test_columns)
{
	assert_page("pdf/columns.pdf", "", 1,
	    "云州市人民政府常务会议纪要\n"
	    "左栏第1行的文字排满了整整一栏宽\n左栏第2行的文字排满了整整一栏宽\n"
	    "左栏第3行的文字排满了整整一栏宽\n左栏第4行的文字排满了整整一栏宽\n"
	    "左栏第5行的文字排满了整整一栏宽\n左栏第6行的文字排满了整整一栏宽\n"
	    "右栏第1行的文字排满了整整一栏宽\n右栏第2行的文字排满了整整一栏宽\n"
	    "右栏第3行的文字排满了整整一栏宽\n右栏第4行的文字排满了整整一栏宽\n"
	    "右栏第5行的文字排满了整整一栏宽\n右栏第6行的文字排满了整整一栏宽\n"
	    "以下各行不分栏而是横贯全页的文字\n"
	    "出席：甲 ~乙 ~丙丁戊\n列席：己庚辛 ~壬 ~癸\n");
}
END_TEST

START_TEST(test_names_in_columns)
{
	assert_page("pdf/scattered.pdf", "", 1,
	    "云州 市 第 12 次 会议 Yun Zhou\n"
	    "出席： ~甲 ~乙 ~丙丁戊\n列席： ~己庚辛 ~壬 ~癸\n请假： ~子丑 ~寅 ~卯辰巳\n"
	    "签发： ~午未\n9\n云州市档案馆\n");
}
END_TEST

/* A line that sticks out alone is not where the text begins. */
START_TEST(test_edge)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/scattered.pdf", "", &task);

	ck_assert_double_eq_tol(lines(minutes)->indent, 0, 0.1);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* The first page is turned by its own entry, the others by their text. */
START_TEST(test_turned_pages)
{
	assert_page("pdf/turned.pdf", "", _i, BODY);
}
END_TEST

/* The place is the page's as it is read: turned so that its text stands upright. */
START_TEST(test_turned_place)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/turned.pdf", "", &task);
	const struct jy_line *line = lines(minutes);

	while (line->at.page != 2)
		line = line->next;
	ck_assert_double_eq_tol(line->at.x0, 80, 1);
	ck_assert_double_eq_tol(line->at.x1, 80 + 13 * 16, 1);
	ck_assert_double_eq_tol(line->at.y0, 86, 1);
	ck_assert_double_eq_tol(line->at.y1, 102, 1);
	ck_assert_double_eq_tol(line->next->indent, 32, 0.1);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Fonts with nothing but their names, by the codes of GBK and of UCS-2. */
START_TEST(test_predefined_maps)
{
	assert_page("pdf/predefined.pdf", "", 1,
	    "清河县人民政府常务会议纪要\n"
	    "２０２４年３月５日上午，甲乙丙县长主持召开县政府第１２次常务\n"
	    "会议，审议《清河县河道管理办法》。会议议定以下意见：\n"
	    "一、审议《清河县河道管理办法》\n"
	    "原则同意《清河县河道管理办法》。由县水务局按程序发文实施。\n"
	    "出席：丁 ~戊 ~己庚辛\n");
}
END_TEST

/* Two pages on one sheet: the left one first, though the right one ends early. */
START_TEST(test_sheet)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/sheet.pdf", "", &task);
	char *text = page_text(minutes, 1);
	const char *left = strstr(text, "按程序发文\n"), *right = strstr(text, "实施。\n");

	ck_assert_ptr_nonnull(left);
	ck_assert_ptr_eq(right, left + strlen("按程序发文\n"));
	ck_assert_str_eq(minutes->items->clauses->next->text.s,
	    "原则同意《清河县河道管理办法》。由县水务局"
	    "会同县财政局根据会议讨论意见修改完善后，按程序发文实施。");
	free(text);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* What runs askew over the text is none of it, and comes last. */
START_TEST(test_watermark)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/watermark.pdf", "", &task);
	const struct jy_line *last = lines(minutes);
	char *text = page_text(minutes, 1);

	ck_assert_int_eq(strncmp(text, BODY, sizeof(BODY) - 1), 0);
	free(text);
	while (last->next)
		last = last->next;
	ck_assert_int_eq(last->origin, JY_FOOTER);
	ck_assert_uint_eq(last->text.len, 8 * 3);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* What was printed, not the radicals that the file has for it. */
START_TEST(test_radicals)
{
	assert_page("pdf/radicals.pdf", "", 1, BODY);
}
END_TEST

/* Numbers of glyphs are no characters; what stands beside them in another font is read. */
START_TEST(test_glyph_numbers)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/glyphs.pdf", "", &task);

	ck_assert_ptr_nonnull(minutes);
	ck_assert_int_eq(minutes->account->undecoded, 16);
	ck_assert_str_eq(lines(minutes)->text.s,
	    "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
	    "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
	ck_assert_str_eq(minutes->meeting->chairs->name.s, "甲乙丙");
	ck_assert_str_eq(jy_messages(task)->code, "undecoded");
	ck_assert_int_eq(jy_messages(task)->page, 1);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* The same where the document draws the glyphs itself, and names them by their numbers. */
START_TEST(test_drawn_glyphs)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/drawn.pdf", "", &task);

	ck_assert_ptr_nonnull(minutes);
	ck_assert_int_eq(minutes->account->undecoded, 13);
	ck_assert_str_eq(minutes->meeting->chairs->name.s, "甲乙丙");
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* The lines of the ruled tables in FILE as "table.row.column text", one each; the caller frees it. */
static char *
cells(const char *file)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf(file, "", &task);
	size_t size;
	char *text;
	FILE *out = open_memstream(&text, &size);

	for (const struct jy_line *l = lines(minutes); l; l = l->next)
		if (l->table)
			fprintf(out, "%d.%d.%d %s\n", l->table, l->row, l->column, l->text.s);
	fclose(out);
	jy_free(minutes);
	jy_end(task);
	return text;
}

/* By their lines, strokes or thin boxes, in whatever unit they are drawn. */
START_TEST(test_ruled_tables)
{
	char *text = cells("pdf/table.pdf");

	ck_assert_str_eq(text,
	    "1.1.1 单位\n1.1.2 姓名\n1.1.3 职务\n1.1.4 备注\n"
	    "1.2.1 云州市发展和改革委\n1.2.1 员会\n1.2.2 甲乙丙\n"
	    "1.2.3 党组书记、主任，市粮食和物\n1.2.3 资储备局局长，市能源局局长\n1.2.3 ，市价格局局长\n"
	    "1.3.1 清河县人民政府驻云\n1.3.1 州市联络处\n1.3.2 丁 戊\n1.3.3 主任\n"
	    "1.3.4 因公外出\n1.3.4 请假\n"
	    "1.4.1 云州大学\n1.4.2 己庚\n1.4.3 教授\n1.5.2 辛壬癸\n1.5.3 副教授\n"
	    "2.1.1 记录\n2.1.2 子丑\n2.2.1 列席\n"
	    "2.2.2 县水务局、县财政局、县发展和改革局、县教育局、县民政\n2.2.2 局有关负责人\n");
	free(text);
}
END_TEST

/* By the tags of the document, where no line parts the cells. */
START_TEST(test_tagged_tables)
{
	char *text = cells("pdf/tagged.pdf");

	ck_assert_str_eq(text,
	    "1.1.1 姓名\n1.1.2 单位及职务\n1.2.1 甲乙丙\n"
	    "1.2.2 云州市发展和改革委\n1.2.2 员会\n1.2.3 主任\n1.3.1 丁 戊\n"
	    "1.3.2 清河县人民政府驻云\n1.3.2 州市联络处\n"
	    "1.3.3 党组书记、\n1.3.3 联络处处长、\n1.3.3 一级调研员\n");
	free(text);
}
END_TEST

/* … and what of it is no content. */
START_TEST(test_artifacts)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/tagged.pdf", "", &task);
	const struct jy_line *line = lines(minutes);

	ck_assert_str_eq(line->text.s, "内部资料");
	ck_assert_int_eq(line->origin, JY_HEADER);
	ck_assert_int_eq(line->next->origin, JY_BODY);
	while (line->next)
		line = line->next;
	ck_assert_str_eq(line->text.s, "7");
	ck_assert_int_eq(line->origin, JY_FOOTER);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Lists of names have no lines between them, and stay lines. */
START_TEST(test_no_table)
{
	char *text = cells("pdf/scattered.pdf");

	ck_assert_str_eq(text, "");
	free(text);
}
END_TEST

START_TEST(test_pages)
{
	struct jy_task *task = test_task("pdf", "pages", "6,1-1,4-5", "ocr", "never", NULL);
	struct jy_minutes *minutes = jy_read(task, test_file("pdf/pictures.pdf"), NULL);
	const struct jy_line *line = lines(minutes);

	ck_assert_int_eq(minutes->source->pages, 6);
	ck_assert_str_eq(jy_messages(task)->code, "pages-left-out");
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, "pages 2-3 were"));
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->next->text, "pages 4-5 have"));
	for (int page = 1; line; line = line->next) {
		ck_assert(line->at.page == page || (page == 1 && line->at.page == 6));
		page = line->at.page;
	}
	jy_free(minutes);
	jy_end(task);
}
END_TEST

START_TEST(test_pictures)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/pictures.pdf", "", &task);

	ck_assert_int_eq(minutes->source->pages, 6);
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, "pages 2, 4-5 have"));
	jy_free(minutes);
	jy_end(task);
	assert_page("pdf/pictures.pdf", "needs-ocr", 1, BODY);
	assert_page("pdf/pictures.pdf", "needs-ocr", 6,
	    "原则同意《清河县河道管理办法》。由县水务局按程序发文实施。\n出席：丁 ~戊 ~己庚辛\n");
	assert_refused("pdf/picture.pdf", "", "needs-ocr");
}
END_TEST

/* A page of a scanner's has its picture, and a few words of its program. */
START_TEST(test_stamped_picture)
{
	struct jy_task *task = test_task("pdf", "ocr", "never", NULL);
	struct jy_minutes *minutes = jy_read(task, test_file("pdf/stamped.pdf"), NULL);
	char *text;

	ck_assert_str_eq(jy_messages(task)->code, "needs-ocr");
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, "page 2 has"));
	text = page_text(minutes, 2);
	ck_assert_str_eq(text, "扫描第2页\n");
	free(text);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

START_TEST(test_encrypted)
{
	assert_refused("pdf/locked.pdf", "", "encrypted");
	assert_refused("pdf/locked.pdf", "wrong", "encrypted");
	assert_page("pdf/locked.pdf", "", 1, BODY);
}
END_TEST

START_TEST(test_extraction_forbidden)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/forbidden.pdf", "", &task);

	ck_assert_str_eq(said(task), "extraction-forbidden");
	jy_free(minutes);
	jy_end(task);
	assert_page("pdf/forbidden.pdf", "", 1, BODY);	/* the owner may */
}
END_TEST

/* However little is left, it is read with a warning, or refused. */
START_TEST(test_cut_short)
{
	struct jy_bytes whole = test_file("pdf/turned.pdf");

	for (size_t size = 1; size < whole.size - 8; size += 97) {
		struct jy_task *task = test_task("pdf", NULL);
		struct jy_minutes *minutes = jy_read(task, (struct jy_bytes){whole.at, size}, NULL);

		ck_assert_str_eq(said(task), "damaged");
		ck_assert_int_eq(jy_task_status(task), minutes ? 0 : JY_BAD_INPUT);
		jy_free(minutes);
		jy_end(task);
	}
}
END_TEST

static const char *const seeds[] = {
	"pdf/suzhou-100.pdf", "pdf/suzhou-120.pdf", "pdf/suzhou-128.pdf", "pdf/suzhou-135.pdf",
	"pdf/suzhou-149.pdf",
};

/* In running text nothing is printed between two characters, so that no space is read; and where
 * one is read it is a gap, as between names. */
START_TEST(test_no_invented_space)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf(seeds[_i], "", &task);
	size_t gaps = 0;

	ck_assert_str_eq(said(task), "");
	for (const struct jy_line *l = lines(minutes); l; l = l->next) {
		const struct jy_gap *gap = l->gaps;
		const char *space = memchr(l->text.s, ' ', l->text.len);

		if (memmem(l->text.s, l->text.len, "—", 3))	/* a page's number */
			continue;
		for (; space; space = strchr(space + 1, ' '), gap = gap->next) {
			ck_assert_msg(gap && l->text.s + gap->offset == space + 1, "%s", l->text.s);
			gaps++;
		}
	}
	ck_assert_uint_ge(gaps, 20);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* What the page shows beside the text: size, alignment, indent, metadata. */
START_TEST(test_look)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_pdf("pdf/suzhou-149.pdf", "", &task);
	const struct jy_line *title = lines(minutes), *opening = title->next->next->next;

	ck_assert_double_eq_tol(title->size, 36, 0.1);
	ck_assert_int_eq(title->align, JY_CENTRE);
	ck_assert_double_eq_tol(opening->size, 16, 0.1);
	ck_assert_double_eq_tol(opening->indent, 32, 0.1);
	ck_assert_double_eq_tol(opening->next->indent, 0, 0.1);
	ck_assert_int_eq(opening->next->align, JY_JUSTIFIED);
	ck_assert_int_eq(minutes->source->pages, 7);
	ck_assert_ptr_null(minutes->source->metadata->title.s);
	ck_assert_str_eq(minutes->source->metadata->producer.s, "LibreOffice 7.4");
	ck_assert_str_eq(minutes->source->metadata->created.s, "2026-11-21T02:09:16Z");
	jy_free(minutes);
	jy_end(task);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("pdf");
	TCase *t = tcase_create("pdf");

	tcase_set_timeout(t, 60);	/* sanitizers and valgrind take their time */
	tcase_add_test(t, test_columns);
	tcase_add_test(t, test_names_in_columns);
	tcase_add_test(t, test_edge);
	tcase_add_loop_test(t, test_turned_pages, 1, 4);
	tcase_add_test(t, test_turned_place);
	tcase_add_test(t, test_predefined_maps);
	tcase_add_test(t, test_radicals);
	tcase_add_test(t, test_sheet);
	tcase_add_test(t, test_watermark);
	tcase_add_test(t, test_glyph_numbers);
	tcase_add_test(t, test_drawn_glyphs);
	tcase_add_test(t, test_ruled_tables);
	tcase_add_test(t, test_tagged_tables);
	tcase_add_test(t, test_artifacts);
	tcase_add_test(t, test_no_table);
	tcase_add_test(t, test_pages);
	tcase_add_test(t, test_pictures);
	tcase_add_test(t, test_stamped_picture);
	tcase_add_test(t, test_encrypted);
	tcase_add_test(t, test_extraction_forbidden);
	tcase_add_test(t, test_cut_short);
	tcase_add_loop_test(t, test_no_invented_space, 0, (int)(sizeof(seeds) / sizeof(*seeds)));
	tcase_add_test(t, test_look);
	suite_add_tcase(s, t);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
