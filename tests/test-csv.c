/* The tables of csv: their rows, and cells that do no harm. */
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* With ' for ", so that it can be read here. */
static const char source[] =
    "{'schema': '" JY_SCHEMA "', 'source': {'pages': 3, 'ocr': {'engine': 'tesseract'}},"
    "'document': {'issuer': '云州市人民政府', 'title': '云州市人民政府常务会议纪要',"
    "  'title_supplied': true, 'number': {'text': '〔2031〕7号'}, 'disclosure': '此件公开发布', 'classification': '秘密★1年',"
    "  'compiled': {'date': '--05-08'}, 'issued': {'date': '2031-05-09'}},"
    "'meeting': {'date': '2031-05-06', 'chairs': [{'name': '甲乙丙', 'title': '市长'}],"
    "  'recorders': [{'name': '丁戊'}]},"
    "'items': [{'id': 'i1', 'ordinal': 1, 'label': '一、', 'title': '审议, \\u0022方案\\u0022',"
    "    'clauses': [{'id': 'i1.c1', 'ordinal': 1, 'label': '（一）', 'text': '=1+1',"
    "      'clauses': [{'id': 'i1.c1.c1', 'text': '－五；\\u0022六\\u0022'}]}]},"
    "  {'id': 'i2', 'label': '二、', 'title': '其他'}],"
    "'attendance': [{'role': 'present', 'label': '出席', 'scope': '第一议题',"
    "  'people': [{'organization': '清河县', 'note': '@x', 'representative': true,"
    "    'at': {'page': 2, 'lines': [1, 1], 'bbox': null, 'confidence': 80}}]}],"
    "'decisions': [{'id': 'i1.c1.d1', 'clause': 'i1.c1', 'text': '由甲局牵头。',"
    "    'verdict': '同意', 'documents': ['《甲》', '-《乙》'], 'lead': ['甲局', '乙局'],"
    "    'support': ['丙局'], 'person': {'name': '甲乙丙', 'title': '市长'},"
    "    'disposition': {'text': '报审', 'kind': 'submit', 'to': '市委'},"
    "    'deadline': {'text': '6月底前', 'kind': 'absolute', 'date': '2031-06-30'},"
    "    'actionable': true, 'at': {'page': 2, 'lines': [1, 1], 'bbox': null, 'confidence': 70}},"
    "  {'id': 'd2', 'clause': 'i2', 'text': '学习。'}, {'id': 'd3', 'clause': 'gone'},"
    "  {'id': 'd4', 'clause': 'i1.c1.c1', 'lead': ['@丁局']}]}";

static const struct { const char *table, *rows; } tables[] = {
	{"clauses",
	    "document_number,meeting_date,item_ordinal,item_label,item_title,clause_id,"
	    "clause_ordinal,clause_label,clause_title,text,ocr_confidence\r\n"
	    "〔2031〕7号,2031-05-06,1,一、,\"审议, \"\"方案\"\"\",i1.c1,1,（一）,,'=1+1,\r\n"
	    "〔2031〕7号,2031-05-06,1,一、,\"审议, \"\"方案\"\"\",i1.c1.c1,,,,"
	    "\"'－五；\"\"六\"\"\",\r\n"
	    "〔2031〕7号,2031-05-06,,二、,其他,,,,,,\r\n"},
	{"people",
	    "document_number,meeting_date,role,label,scope,organization,name,title,note,"
	    "representative,ocr_confidence\r\n"
	    "〔2031〕7号,2031-05-06,chair,,,,甲乙丙,市长,,false,\r\n"
	    "〔2031〕7号,2031-05-06,recorder,,,,丁戊,,,false,\r\n"
	    "〔2031〕7号,2031-05-06,present,出席,第一议题,清河县,,,'@x,true,80\r\n"},
	{"decisions",
	    "document_number,meeting_date,decision_id,clause_id,text,verdict,documents,lead,"
	    "support,person,person_title,disposition,disposition_kind,disposition_to,deadline,"
	    "deadline_kind,deadline_date,actionable,ocr_confidence\r\n"
	    "〔2031〕7号,2031-05-06,i1.c1.d1,i1.c1,由甲局牵头。,同意,《甲》；-《乙》,甲局；乙局,"
	    "丙局,甲乙丙,市长,报审,submit,市委,6月底前,absolute,2031-06-30,true,70\r\n"
	    "〔2031〕7号,2031-05-06,d2,i2,学习。,,,,,,,,,,,,,false,\r\n"
	    "〔2031〕7号,2031-05-06,d3,gone,,,,,,,,,,,,,,false,\r\n"
	    "〔2031〕7号,2031-05-06,d4,i1.c1.c1,,,,'@丁局,,,,,,,,,,false,\r\n"},
	{"catalogue",
	    "序号,档号,文号,责任者,题名,日期,密级,页数,备注\r\n"
	    "1,,〔2031〕7号,云州市人民政府,[云州市人民政府常务会议纪要],20310509,秘密★1年,3,"
	    "此件公开发布；OCR识读\r\n"},
	{"followup",
	    "序号,纪要文号,会议日期,议题,议定事项,牵头单位,协办单位,责任人,时限类型,时限,去向,"
	    "有无具体要求,出处,状态,备注\r\n"
	    "1,〔2031〕7号,2031-05-06,\"审议, \"\"方案\"\"\",由甲局牵头。,甲局；乙局,丙局,"
	    "甲乙丙市长,确定日期,2031-06-30,报审,有,一、（一） 第2页,,OCR识读\r\n"
	    "2,〔2031〕7号,2031-05-06,其他,学习。,,,,,,,无,二、,,\r\n"
	    "3,〔2031〕7号,2031-05-06,,,,,,,,,无,,,\r\n"
	    "4,〔2031〕7号,2031-05-06,\"审议, \"\"方案\"\"\",,'@丁局,,,,,,无,一、,,\r\n"},
};

static struct jy_minutes *
read_json(const char *quoted)
{
	struct jy_task *task = test_task("json", NULL);
	struct jy_minutes *minutes;
	char *json = strdup(quoted);

	for (char *quote = json; (quote = strchr(quote, '\''));)
		*quote = '"';
	minutes = jy_read(task, (struct jy_bytes){(unsigned char *)json, strlen(json)}, "test");
	ck_assert_msg(minutes, "%s", jy_messages(task) ? jy_messages(task)->text : "no minutes");
	jy_end(task);
	free(json);
	return minutes;
}

START_TEST(a_table_has_its_rows)
{
	struct jy_minutes *minutes = read_json(source);
	char *csv = test_write("csv", minutes, "table", tables[_i].table, NULL);

	ck_assert_str_eq(csv, tables[_i].rows);
	free(csv);
	jy_free(minutes);
}
END_TEST

/* Not even empty minutes, which have no number and no items, lack the header. */
START_TEST(empty_minutes_are_a_header)
{
	struct jy_minutes *minutes = read_json("{'schema': '" JY_SCHEMA "'}");
	char *csv = test_write("csv", minutes, NULL);

	ck_assert_ptr_eq(strstr(csv, "document_number,"), csv);
	ck_assert_ptr_eq(strstr(csv, "\r\n"), csv + strlen(csv) - 2);
	free(csv);
	csv = test_write("csv", minutes, "table", "catalogue", NULL);
	ck_assert_ptr_nonnull(strstr(csv, "\r\n1,,,,,,,,\r\n"));
	free(csv);
	jy_free(minutes);
}
END_TEST

START_TEST(delimiter_and_mark_are_chosen)
{
	struct jy_minutes *minutes = read_json(source);
	char *csv = test_write("csv", minutes, "delimiter", ";", "bom", "yes", NULL);

	ck_assert_ptr_eq(strstr(csv,
			     "\xEF\xBB\xBF"
			     "document_number;meeting_date;"),
	    csv);
	ck_assert_ptr_nonnull(strstr(csv, ";\"审议, \"\"方案\"\"\";i1.c1;1;（一）;;'=1+1;\r\n"));
	free(csv);
	csv = test_write("csv", minutes, "delimiter", "tab", NULL);
	ck_assert_ptr_nonnull(strstr(csv, "〔2031〕7号\t2031-05-06\t\t二、\t其他\t"));
	free(csv);
	jy_free(minutes);
}
END_TEST

START_TEST(columns_are_chosen)
{
	struct jy_minutes *minutes = read_json(source);
	char *csv = test_write("csv", minutes, "table", "catalogue", "columns", "日期,序号,题名",
	    NULL);

	ck_assert_str_eq(csv, "日期,序号,题名\r\n20310509,1,[云州市人民政府常务会议纪要]\r\n");
	free(csv);
	jy_free(minutes);
}
END_TEST

static const char *const wrong_columns[] = {"", "甲", "序号,", ",序号", "序号,序号", "序号, 题名",
    "all,序号"};

START_TEST(wrong_columns_are_refused)
{
	struct jy_minutes *minutes = read_json(source);
	struct jy_task *task = test_task("csv", "table", "catalogue", "columns", wrong_columns[_i],
	    NULL);
	struct jy_out *out = jy_out_new();

	ck_assert_int_eq(jy_write(task, minutes, out), -1);
	ck_assert_int_eq(jy_task_status(task), JY_USAGE);
	ck_assert_str_eq(jy_messages(task)->code, "columns");
	ck_assert_ptr_nonnull(strstr(jy_messages(task)->text, "序号, 档号, 文号"));
	jy_out_free(out);
	jy_end(task);
	jy_free(minutes);
}
END_TEST

#define TITLES "序号,文号,责任者,题名,日期,备注"

/* What is there, what it is then; or the code of the refusal. */
static const struct { const char *there, *then, *code; } continued[] = {
	{TITLES "\r\n7,〔2030〕1号,甲,\"乙\n,\"\"丙\"\"\",20300101,\"改\"\r\n",
	    "8,〔2031〕7号,云州市人民政府,[云州市人民政府常务会议纪要],20310509,此件公开发布；OCR识读\r\n", NULL},
	{"\xEF\xBB\xBF" TITLES "\r\n", "1,〔2031〕7号,云州市人民政府,"
	    "[云州市人民政府常务会议纪要],20310509,此件公开发布；OCR识读\r\n", NULL},
	{TITLES "\n9,,,,,\n2,,,,,", "\n10,〔2031〕7号,云州市人民政府,"
	    "[云州市人民政府常务会议纪要],20310509,此件公开发布；OCR识读\n", NULL},
	{"\"序号\",文号,责任者,题名,日期,备注", "\r\n1,〔2031〕7号,云州市人民政府,"
	    "[云州市人民政府常务会议纪要],20310509,此件公开发布；OCR识读\r\n", NULL},
	{"序号,文号,责任者,日期,题名,备注\r\n", NULL, "other-columns"},
	{TITLES ",状态\r\n", NULL, "other-columns"},
	{"序号\r\n", NULL, "other-columns"}, {"\n", NULL, "other-columns"}, {"\"", NULL, "other-columns"},
	{TITLES "\r\n1,\xD4\xC6,,,,\r\n", NULL, "other-columns"},
	{TITLES "\r\n1,\"", NULL, "damaged"},
	{TITLES "\r\n3,\"〔2031〕7号\",云州市人民政府,[云州市人民政府常务会议纪要],20310509,已归档\r\n", NULL,
	    "already-there"},
};

START_TEST(a_table_is_continued)
{
	struct jy_minutes *minutes = read_json(source);
	struct jy_task *task = test_task("csv", "table", "catalogue", "columns", TITLES, "bom",
	    "yes", NULL);
	struct jy_out *out = jy_out_new();
	const char *there = continued[_i].there, *then = continued[_i].then;
	int status;

	jy_puts(out, there);
	status = jy_write(task, minutes, out);
	jy_put(out, "", 1);
	if (then) {
		ck_assert_int_eq(status, 0);
		ck_assert_mem_eq(jy_out_bytes(out).at, there, strlen(there));
		ck_assert_str_eq((const char *)jy_out_bytes(out).at + strlen(there), then);
	} else {
		ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
		ck_assert_str_eq(jy_messages(task)->code, continued[_i].code);
	}
	jy_out_free(out);
	jy_end(task);
	jy_free(minutes);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("csv");
	TCase *c = tcase_create("csv");

	tcase_add_loop_test(c, a_table_has_its_rows, 0, sizeof(tables) / sizeof(tables[0]));
	tcase_add_test(c, empty_minutes_are_a_header);
	tcase_add_test(c, delimiter_and_mark_are_chosen);
	tcase_add_test(c, columns_are_chosen);
	tcase_add_loop_test(c, wrong_columns_are_refused, 0,
	    sizeof(wrong_columns) / sizeof(wrong_columns[0]));
	tcase_add_loop_test(c, a_table_is_continued, 0, sizeof(continued) / sizeof(continued[0]));
	suite_add_tcase(s, c);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
