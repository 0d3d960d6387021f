/* The reader of Word documents: what becomes a line and what it knows, labels. */
#include "lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document as Word writes it, and the same in the strict vocabulary under other names. */
START_TEST(test_document)
{
	static const char *const names[] = {"qinghe", "strict"};
	static const struct expected expected[] = {
		{"", "清河县人民政府", {PAGE(1), .origin = JY_TEXT_BOX, .align = JY_CENTRE}},
		{"", "常务会议纪要", {PAGE(1), .origin = JY_TEXT_BOX, .align = JY_CENTRE}},
		{"", "", {PAGE(1)}},
		{"", "〔2024〕3号", {PAGE(1), .align = JY_CENTRE}},
		{"", "2024年3月5日上午，甲乙丙县长主持召开县政府第12次常务会议，"
		    "审议《清河县河道管理办法》，听取防汛工作情况汇报。", {PAGE(1)}},
		{"", "会议议定以下意见：", {PAGE(1)}},
		{"一、", "审议《清河县河道管理办法》", {PAGE(1), .heading = 1}},
		{"（一）", "原则同意《清河县河道管理办法》。由县水务局按程序发文实施。", {PAGE(1)}},
		{"（二）", "县水务局要加强巡查。", {PAGE(1)}},
		{"二、", "听取防汛工作情况汇报", {PAGE(1), .heading = 1}},
		{"（一）", "会议听取了县应急局关于2024年防汛工作情况的汇报。", {PAGE(1)}},
		{"", "出席：\t丁　戊　己庚辛", {PAGE(2)}},
		{"", "列席：", {PAGE(2), CELL(1, 1, 1)}},
		{"", "县水务局", {PAGE(2), CELL(1, 2, 1)}},
		{"", "壬　癸", {PAGE(2), CELL(1, 2, 2)}},
		{"", "记录：子丑", {PAGE(2)}},
		{"", "清河县人民政府办公室整理", {PAGE(2), .align = JY_RIGHT}},
		{"", "2024年3月6日", {PAGE(2), .align = JY_RIGHT}},
		{"", "内部资料", {.origin = JY_HEADER}},
		{"", "— 2 —", {.origin = JY_FOOTER}},
		{"", "", {.origin = JY_FOOTER}},
		{"", "每周一次。", {.origin = JY_NOTE}},
		{"", "请核对", {.origin = JY_COMMENT}},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines(names[_i], &task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	ck_assert_ptr_nonnull(jy_messages(task));
	ck_assert_str_eq(jy_messages(task)->code, "hidden-text");
	ck_assert_double_eq(lines[0]->size, 36);
	ck_assert_int_eq(lines[0]->weight, 700);
	ck_assert_double_eq(lines[4]->size, 16);
	ck_assert_double_eq(lines[4]->indent, 32);
	ck_assert_int_eq(lines[4]->weight, 400);
	ck_assert(lines[4]->ends_paragraph && !lines[16]->ends_paragraph);
	assert_text(minutes->source->metadata->title, "纪要");
	assert_text(minutes->source->metadata->author, "子丑");
	assert_text(minutes->source->metadata->producer, "Invented Writer");
	assert_text(minutes->source->metadata->created, "2024-03-06T01:02:03Z");
	ck_assert_ptr_null(minutes->source->metadata->modified.s);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Every paragraph of lists.docx says the label that it must get; the first is the title. */
START_TEST(test_labels)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("lists", &task);

	ck_assert_ptr_nonnull(minutes);
	ck_assert_uint_gt(line_count, 60);
	for (size_t i = 1; i < line_count; i++)
		assert_text(lines[i]->label, lines[i]->text.s);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Choices, word art, nested fields and tables, symbols, ruby, deleted and hidden paragraphs. */
START_TEST(test_traps)
{
	static const struct expected expected[] = {
		{"", "旧图", {PAGE(1)}},
		{"", "云州市人民政府", {PAGE(1), .origin = JY_TEXT_BOX}},
		{"", "正文", {PAGE(1)}},
		{"", "甲乙", {PAGE(1)}},
		{"", "一☑\u2011壹", {PAGE(1)}},
		{"", "外", {PAGE(1), CELL(1, 1, 1)}},
		{"", "内", {PAGE(1), CELL(2, 1, 1)}},
		{"", "后", {PAGE(1), CELL(1, 1, 2)}},
		{"", "末", {PAGE(1), CELL(1, 1, 5)}},
		{"", "三 行", {PAGE(2)}},
		{"", "留", {PAGE(2)}},
		{"", "", {PAGE(2)}},
	};
	static const char *const codes[] = {"hidden-text", "phonetic-text", "open-field"};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("traps", &task);
	const struct jy_message *message = jy_messages(task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++, message = message->next) {
		ck_assert_ptr_nonnull(message);
		ck_assert_str_eq(message->code, codes[i]);
	}
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Merged cells are seen once; what nobody sees is told. */
START_TEST(test_cells)
{
	static const struct expected expected[] = {
		{"", "序号", {PAGE(1), CELL(1, 1, 1)}},
		{"", "情况", {PAGE(1), CELL(1, 1, 2)}},
		{"", "备注", {PAGE(1), CELL(1, 1, 4)}},
		{"", "甲", {PAGE(1), CELL(1, 2, 2)}},
		{"", "乙", {PAGE(1), CELL(1, 2, 3)}},
		{"", "丙", {PAGE(1), CELL(1, 3, 3)}},
		{"", "横", {PAGE(1), CELL(2, 1, 1)}},
		{"", "末", {PAGE(1), CELL(2, 1, 3)}},
		{"", "", {PAGE(1), CELL(3, 1, 1)}},
		{"", "内", {PAGE(1), CELL(3, 1, 2)}},
		{"", "外", {PAGE(1), CELL(2, 2, 1)}},
		{"", "", {PAGE(1), CELL(2, 2, 2)}},
		{"", "表后", {PAGE(1)}},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("cells", &task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	ck_assert_str_eq(message_of(task, "hidden-text")->text,
	    "not read: 2 characters of hidden text");
	jy_free(minutes);
	jy_end(task);
}
END_TEST

#define BOX .origin = JY_TEXT_BOX

/* Boxes in all their forms, controls, fields, symbols; and what is told of the rest. */
START_TEST(test_objects)
{
	static const struct expected expected[] = {
		{"", "组一", {PAGE(1), BOX}}, {"", "组二", {PAGE(1), BOX}}, {"", "正文", {PAGE(1)}},
		{"", "格中框", {PAGE(1), BOX}}, {"", "格", {PAGE(1), CELL(1, 1, 1)}},
		{"", "内框", {PAGE(1), BOX}}, {"", "外框", {PAGE(1), BOX}}, {"", "", {PAGE(1)}},
		{"", "次选", {PAGE(1), BOX}}, {"", "", {PAGE(1)}},
		{"", "旧框", {PAGE(1), BOX}}, {"", "", {PAGE(1)}},
		{"", "画布", {PAGE(1), BOX}}, {"", "", {PAGE(1)}},
		{"", "选已选完", {PAGE(1)}}, {"", "填好", {PAGE(1)}}, {"", "链接填", {PAGE(1)}},
		{"", "≥①\uF041", {PAGE(1)}}, {"", "式x", {PAGE(1)}},
		{"", "", {PAGE(1)}}, {"", "", {PAGE(1)}}, {"", "", {PAGE(1)}},
		{"", "首页", {.origin = JY_HEADER}}, {"", "双页", {.origin = JY_HEADER}},
	};
	static const struct { const char *code, *text; } told[] = {
		{"placeholder", "not read: 9 characters of hints in controls not filled in"},
		{"picture", "not read: 2 pictures"},
		{"diagram", "not read: 2 diagrams and charts"},
		{"embedded-object", "not read: 1 objects of other programs"},
		{"computed-date", "not read: 1 dates that are those of the printing"},
		{"equation", "read as their characters only: 1 equations"},
		{"unknown-symbol", "read as the codes of their fonts: 1 symbols"},
		{"embedded-document", "not read: 2 embedded documents, the first of which is "
		    "word/chunk.html (text/html)"},
		{"missing-part", "the document points at a part word/nowhere.xml, which the "
		    "archive lacks"},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("objects", &task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(expected, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++)
		ck_assert_str_eq(message_of(task, told[i].code)->text, told[i].text);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* Puts the text of all lines of that origin, without its white space, into TEXT. */
static size_t
gather(enum jy_origin origin, char *text)
{
	size_t n = 0;

	for (size_t i = 0; i < line_count; i++) {
		if (lines[i]->origin != origin)
			continue;
		for (const char *s = lines[i]->label.s; s && *s; s++)
			text[n++] = *s;
		for (const char *s = lines[i]->text.s; *s; s++)
			if (!strchr(" \t\r\n", *s))
				text[n++] = *s;
	}
	return n;
}

/* These two seeds print the same characters as DOCX and as text. */
START_TEST(test_nothing_is_lost)
{
	static const char *const seeds[] = {"suzhou-100", "suzhou-135"};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines(seeds[_i], &task);
	char path[64], *text;
	struct jy_bytes in;
	size_t n = 0, len;

	ck_assert_ptr_nonnull(minutes);
	snprintf(path, sizeof(path), "text/%s.txt", seeds[_i]);
	in = test_file(path);
	text = malloc(2 * in.size);
	ck_assert_ptr_nonnull(text);
	for (size_t i = 0; i < in.size; i++)
		if (!strchr(" \t\r\n", in.at[i]))
			text[in.size + n++] = (char)in.at[i];
	len = gather(JY_BODY, text);
	ck_assert_uint_eq(len, n);
	ck_assert_mem_eq(text, text + in.size, n);
	free(text);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("docx");
	TCase *c = tcase_create("reader");

	tcase_add_loop_test(c, test_document, 0, 2);
	tcase_add_test(c, test_labels);
	tcase_add_test(c, test_traps);
	tcase_add_test(c, test_cells);
	tcase_add_test(c, test_objects);
	tcase_add_loop_test(c, test_nothing_is_lost, 0, 2);
	suite_add_tcase(s, c);
	suite_add_tcase(s, numbering_tests());
	suite_add_tcase(s, changes_tests());
	suite_add_tcase(s, package_tests());
	return s;
}

int
main(void)
{
	return test_main(suite());
}
