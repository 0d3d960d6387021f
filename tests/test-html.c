/* The reader of web pages: what becomes a line and what it knows, what is the site's, bad input. */
#include "lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(s) ((struct jy_bytes){(const unsigned char *)(s), sizeof(s) - 1})

/* Reads IN; the lines are valid until the minutes are freed. */
static struct jy_minutes *
read_page(struct jy_bytes in, struct jy_task **task)
{
	line_count = 0;
	*task = test_task("html", NULL);
	return jy_read(*task, in, NULL);
}

static struct jy_minutes *
read_lines(const char *name, struct jy_task **task)
{
	char path[64];
	struct jy_minutes *minutes;

	snprintf(path, sizeof(path), "html/%s", name);
	minutes = read_page(test_file(path), task);
	ck_assert_msg(minutes != NULL, "%s", jy_messages(*task) ? jy_messages(*task)->text : "");
	return minutes;
}

static void
finish(struct jy_minutes *minutes, struct jy_task *task)
{
	jy_free(minutes);
	jy_end(task);
}

static void
assert_text(struct jy_text is, const char *should)
{
	ck_assert_str_eq(is.s ? is.s : "", should);
}

static bool
warns(const struct jy_task *task, const char *code)
{
	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		if (strcmp(m->code, code) == 0)
			return true;
	return false;
}

struct expected { const char *text; struct jy_line look; };

static void
assert_lines(const struct expected *expected, size_t count)
{
	for (size_t i = 0; i < count && i < line_count; i++) {
		const struct jy_line *is = lines[i], *should = &expected[i].look;

		assert_text(is->text, expected[i].text);
#define SAME(field) ck_assert_msg(is->field == should->field, "%s: " #field " is %d", \
    expected[i].text, (int)is->field)
		SAME(origin);
		SAME(align);
		SAME(heading);
		SAME(weight);
		SAME(ends_paragraph);
		SAME(table);
		SAME(row);
		SAME(column);
		ck_assert_msg(is->size + 0.01 > should->size && is->size < should->size + 0.01,
		    "%s: size is %g", expected[i].text, is->size);
		ck_assert_msg(is->indent + 0.01 > should->indent
			&& is->indent < should->indent + 0.01,
		    "%s: indent is %g", expected[i].text, is->indent);
	}
	ck_assert_uint_eq(line_count, count);
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define LINE(...) {.weight = 400, __VA_ARGS__}
#define PARAGRAPH(...) {.weight = 400, .ends_paragraph = true, __VA_ARGS__}
#define BOLD(...) {.weight = 700, .ends_paragraph = true, __VA_ARGS__}
#define CELL(t, r, c) .table = (t), .row = (r), .column = (c)

/* What is hidden, deleted, printed above; white space; characters; forms; looks. */
START_TEST(test_traps)
{
	static const struct expected expected[] = {
		{"一 个段落 and English", PARAGRAPH()},
		{"　两格\u00A0\u00A0空 格", PARAGRAPH()},
		{"甲乙 丙丁", PARAGRAPH()},
		{"一二…–\uFFFD\uFFFD&unknown;&#;&< 1 < 2 “引&rdquo", PARAGRAPH()},
		{"留下划线插入", PARAGRAPH()},
		{"删去", {.origin = JY_DELETED}},
		{"可见字", PARAGRAPH()},
		{"颺", PARAGRAPH()},
		{"第一行  甲", LINE()},
		{"\t第二行", LINE()},
		{"", {0}},
		{"第四行", PARAGRAPH()},
		{"保  留", LINE()},
		{"换行", PARAGRAPH()},
		{"前", LINE()},
		{"后", LINE()},
		{"", {0}},
		{"末", PARAGRAPH()},
		{"日期", LINE()},
		{"一月二月", PARAGRAPH(.origin = JY_FOOTER)},
		{"标题", BOLD(.heading = 2)},
		{"小标题", BOLD(.heading = 4, .align = JY_RIGHT, .size = 18)},
		{"居中", BOLD(.align = JY_CENTRE, .size = 24, .indent = 48)},
		{"居右", LINE(.align = JY_RIGHT, .indent = 18)},
		{"二行", PARAGRAPH(.align = JY_RIGHT)},
		{"词", PARAGRAPH()},
		{"义", PARAGRAPH()},
		{"引文", PARAGRAPH()},
		{"末尾", PARAGRAPH()},
	};
	static const char *const codes[] = {
		"hidden-text", "phonetic-text", "pictures", "form-fields", "embedded-document",
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("traps.html", &task);
	const struct jy_message *m = jy_messages(task);

	assert_lines(expected, COUNT(expected));
	for (size_t i = 0; i < COUNT(codes); i++, m = m->next) {
		ck_assert_ptr_nonnull(m);
		ck_assert_str_eq(m->code, codes[i]);
	}
	finish(minutes, task);
}
END_TEST

/* Spans make a grid; tables that lay a page out are none. */
START_TEST(test_tables)
{
	static const struct expected expected[] = {
		{"会议纪要", PARAGRAPH()},
		{"1,1", BOLD(CELL(1, 1, 1))},
		{"1,2", BOLD(CELL(1, 1, 2))},
		{"1,4", BOLD(CELL(1, 1, 4))},
		{"2,1", PARAGRAPH(CELL(1, 2, 1))},
		{"2,2", PARAGRAPH(CELL(1, 2, 2))},
		{"2,3", PARAGRAPH(CELL(1, 2, 3))},
		{"2,5", PARAGRAPH(CELL(1, 2, 5))},
		{"3,2", PARAGRAPH(CELL(1, 3, 2))},
		{"3,5", PARAGRAPH(CELL(1, 3, 5))},
		{"4,1", LINE(CELL(1, 4, 1))},
		{"4,1", PARAGRAPH(CELL(1, 4, 1))},
		{"4,2", PARAGRAPH(CELL(1, 4, 2))},
		{"4,2", PARAGRAPH(CELL(1, 4, 2))},
		{"布局一", PARAGRAPH()},
		{"布局二", PARAGRAPH()},
		{"1,1", PARAGRAPH(CELL(2, 1, 1))},
		{"1,2", PARAGRAPH(CELL(2, 1, 2))},
		{"2,2", PARAGRAPH(CELL(2, 2, 2))},
		{"3,2", PARAGRAPH(CELL(2, 3, 2))},
		{"布局三", PARAGRAPH()}, {"布局", PARAGRAPH()}, {"布局", PARAGRAPH()},
		{"布局四", PARAGRAPH()},
		{"段", PARAGRAPH()}, {"段", PARAGRAPH()}, {"段", PARAGRAPH()}, {"段", PARAGRAPH()},
		{"段", PARAGRAPH()},
		{"1,1", PARAGRAPH(CELL(3, 1, 1))},
		{"1,1000", PARAGRAPH(CELL(3, 1, 1000))},
		{"1,1000", PARAGRAPH(CELL(3, 1, 1000))},
		{"没有表格的格", PARAGRAPH()},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("tables.html", &task);

	assert_lines(expected, COUNT(expected));
	finish(minutes, task);
}
END_TEST

/* Every item of lists.html says the label that it must get; the first line is the title. */
START_TEST(test_labels)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("lists.html", &task);

	ck_assert_uint_ge(line_count, 30);
	for (size_t i = 1; i < line_count; i++)
		assert_text(lines[i]->label, lines[i]->text.s);
	finish(minutes, task);
}
END_TEST

/* The texts of that origin, joined by bars; the caller frees them. */
static char *
gather(enum jy_origin origin)
{
	size_t len;
	char *text;
	FILE *out = open_memstream(&text, &len);

	ck_assert_ptr_nonnull(out);
	for (size_t i = 0; i < line_count; i++)
		if (lines[i]->origin == origin && lines[i]->text.len)
			fprintf(out, "%s|", lines[i]->text.s);
	fclose(out);
	return text;
}

static void
assert_origin(enum jy_origin origin, const char *should)
{
	char *is = gather(origin);

	ck_assert_str_eq(is, should);
	free(is);
}

/* A page that calls its parts by name, two that do not; people and papers that are linked to. */
START_TEST(test_site)
{
	static const struct { const char *name, *header, *footer; } pages[] = {
		{"qinghe.html", "返回首页 English 今天是2025年1月1日|政务公开政务服务政民互动|"
		    "【字体：大 中 小】|",
		    "清河县人民政府第11次常务会议纪要 清河县人民政府第10次常务会议纪要|"
		    "主办：清河县人民政府办公室　联系我们|网站标识码：0000000000|"},
		{"bare.html", "首页 | 要闻 | 政务公开|您好，欢迎来到清河县！|县情概览|组织机构|法规文件|"
		    "会议纪要|", "关于我们 网站地图|清河县信息中心制作维护|"},
		{"linked.html", "首页 公开 服务|本站已支持无障碍阅读|要闻|通知|公告|政策原文 图解 相关解读|"
		    "您的位置：首页 > 公开 > 正文|", "网站地图|联系|求助|清河县信息中心制作维护|"},
	};
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines(pages[_i].name, &task);

	assert_origin(JY_HEADER, pages[_i].header);
	assert_origin(JY_FOOTER, pages[_i].footer);
	finish(minutes, task);
}
END_TEST

/* Where little is said no element holds most of it, but a menu before all sentences is one. */
START_TEST(test_short_text)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_page(
	    BYTES(
		"<title>纪要</title><ul><li><a href=/a>首页</a>"
		"<li><a href=/b>要闻</a><li><a href=/c>公开</a></ul><p>清河县会议纪要</p><p>会议同意，照办。</p>"
		"<p>出席</p><p><a href=/1>王翔</a> <a href=/2>李敏</a> <a href=/3>赵宁</a></p>"),
	    &task);

	ck_assert_ptr_nonnull(minutes);
	assert_origin(JY_HEADER, "首页|要闻|公开|");
	assert_origin(JY_BODY, "清河县会议纪要|会议同意，照办。|出席|王翔 李敏 赵宁|");
	assert_origin(JY_FOOTER, "");
	finish(minutes, task);
}
END_TEST

/* Minutes in parts that are called like those of a site are minutes. */
START_TEST(test_wrong_names)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("wrongclass.html", &task);

	assert_origin(JY_HEADER, "");
	assert_origin(JY_FOOTER, "");
	ck_assert_uint_eq(line_count, 9);
	ck_assert(!warns(task, "hidden-text"));
	finish(minutes, task);
}
END_TEST

START_TEST(test_metadata)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("qinghe.html", &task);
	const struct jy_metadata *m = minutes->source->metadata;

	assert_text(m->title, "清河县人民政府第12次常务会议纪要 - 清河县人民政府");
	assert_text(m->author, "清河县人民政府办公室");
	assert_text(m->producer, "Invented CMS 2.1");
	assert_text(m->created, "2024-03-07T16:05:09");
	ck_assert_ptr_null(m->modified.s);
	finish(minutes, task);
}
END_TEST

static const struct { const char *content, *date; } dates[] = {
	{"2024-03-07", "2024-03-07"}, {"2024-03-07 16:05", "2024-03-07T16:05"},
	{"2024-03-07T16:05:09+08:00", "2024-03-07T16:05:09+08:00"},
	{"2024-03-07T08:05:09.5Z", "2024-03-07T08:05:09.5Z"},
	{" 2024-03-07\n", "2024-03-07"}, {"2024-13-07", ""}, {"2024-03-07 25:00", ""},
	{"2024-03-07 16", ""}, {"2024/03/07", ""}, {"2024-03-07 16:05:09 CST", ""}, {"昨天", ""},
};

START_TEST(test_dates)
{
	char page[200];
	struct jy_task *task;
	struct jy_minutes *minutes;
	int n = snprintf(page, sizeof(page), "<meta name=PubDate content='%s'><p>会议纪要",
	    dates[_i].content);

	minutes = read_page((struct jy_bytes){(unsigned char *)page, (size_t)n}, &task);
	ck_assert_ptr_nonnull(minutes);
	assert_text(minutes->source->metadata->created, dates[_i].date);
	finish(minutes, task);
}
END_TEST

/* One page in many encodings is one page. */
static const struct { const char *name, *encoding; bool warns; } encoded[] = {
	{"qinghe-gb2312.html", "GB18030", false},
	{"qinghe-undeclared.htm", "GB18030", false},
	{"qinghe-utf8-undeclared.html", "UTF-8", false},
	{"qinghe-utf8-mark.html", "UTF-8", false},
	{"qinghe-utf16.html", "UTF-16LE", false},
	{"qinghe-utf16be.html", "UTF-16BE", false},
	{"qinghe-utf16-unmarked.html", "UTF-16LE", false},
	{"qinghe-wrong-gb2312.html", "UTF-8", true},
	{"qinghe-wrong-utf8.html", "GB18030", true},
	{"qinghe-latin1.html", "GB18030", true},
	{"qinghe-big5.html", "BIG5-HKSCS", false},
	{"qinghe.xhtml", "GB18030", false},
};

START_TEST(test_encodings)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_lines("qinghe.html", &task);
	char *should = gather(JY_BODY), *is;

	finish(minutes, task);
	minutes = read_lines(encoded[_i].name, &task);
	is = gather(JY_BODY);
	if (!strstr(encoded[_i].name, "big5"))	/* which has no simplified characters: they are &#…; */
		ck_assert_str_eq(is, should);
	assert_text(minutes->source->encoding, encoded[_i].encoding);
	ck_assert(warns(task, "wrong-charset") == encoded[_i].warns);
	ck_assert(!warns(task, "undecoded"));
	ck_assert_int_eq(minutes->account->undecoded, 0);
	free(is);
	free(should);
	finish(minutes, task);
}
END_TEST

/* Few words and many: what is valid UTF-8 throughout is not what else it declares. */
START_TEST(test_all_bytes_speak)
{
	struct jy_task *task;
	struct jy_minutes *minutes = read_page(BYTES("<meta charset=gbk><p>二〇二四年春天"), &task);

	ck_assert_ptr_nonnull(minutes);
	assert_text(minutes->source->encoding, "UTF-8");
	ck_assert(warns(task, "wrong-charset"));
	finish(minutes, task);
}
END_TEST

START_TEST(test_options)
{
	struct jy_task *task = test_task("html", "encoding", "GBK", NULL);
	struct jy_minutes *minutes = jy_read(task, test_file("html/qinghe-gb2312.html"), NULL);

	ck_assert_ptr_nonnull(minutes);
	assert_text(minutes->source->encoding, "GBK");
	finish(minutes, task);
	task = test_task("html", "max-depth", "10", NULL);
	line_count = 0;
	minutes = jy_read(task, BYTES("<p>会议纪要<b><b><b><b><b><b><b>"), NULL);
	ck_assert_ptr_null(minutes);
	ck_assert_str_eq(jy_messages(task)->code, "too-deep");
	jy_end(task);
}
END_TEST

/* COUNT times WHAT after a title, with a number and MORE if there is more. */
static struct jy_bytes
repeat(const char *what, const char *more, size_t count, char **page)
{
	size_t len;
	FILE *out = open_memstream(page, &len);

	ck_assert_ptr_nonnull(out);
	fputs("<html><p>会议纪要</p>", out);
	for (size_t i = 0; i < count; i++)
		if (more)
			fprintf(out, "%s%zu%s", what, i, more);
		else
			fputs(what, out);
	fclose(out);
	return (struct jy_bytes){(unsigned char *)*page, len};
}

/* Each of these would take a careless reader minutes, or its stack. */
static const struct { const char *what, *more; size_t count; const char *code; } floods[] = {
	{"<div>", NULL, 100000, "too-deep"},
	{"<b><i>", NULL, 100000, "too-deep"},
	{"<p><br>", NULL, 600000, "too-large"},
	{" x<a", NULL, 1000, "damaged"},
	{"<a b", "=c d='>'", 100000, "damaged"},
	{"</b>", NULL, 900000, NULL},
	{"<!--", NULL, 900000, NULL},
	{"<", NULL, 5000000, NULL},
	{"&#", NULL, 1000000, NULL},
	{"<table><tr><td rowspan=9 colspan=9>", NULL, 300, NULL},
	{"<tr><td rowspan=65534 colspan=1000>", NULL, 100000, NULL},
};

START_TEST(test_floods)
{
	char *page;
	struct jy_task *task = test_task("html", NULL);
	struct jy_minutes *minutes;

	line_count = 0;
	minutes = jy_read(task, repeat(floods[_i].what, floods[_i].more, floods[_i].count, &page),
	    NULL);
	if (floods[_i].code) {
		ck_assert_ptr_null(minutes);
		ck_assert_int_eq(jy_task_status(task), JY_BAD_INPUT);
		ck_assert(warns(task, floods[_i].code));
	} else {
		ck_assert_msg(minutes != NULL, "%s: %s", floods[_i].what, jy_messages(task)->text);
	}
	finish(minutes, task);
	free(page);
}
END_TEST

static const struct { const char *name; int sure; } probed[] = {
	{"html/qinghe.html", 100}, {"html/qinghe-utf16.html", 100}, {"html/qinghe-utf16be.html", 100},
	{"html/qinghe-utf16-unmarked.html", 100}, {"html/qinghe-utf8-mark.html", 100},
	{"html/qinghe.xhtml", 100}, {"html/suzhou-149-old.html", 100}, {"html/bare.html", 100},
	{"html/fragment.htm", 50}, {"html/opened.html", 50}, {"html/wrongclass.html", 100},
	{"text/qinghe.txt", 0}, {"text/suzhou-149.txt", 0}, {"docx/qinghe.docx", 0},
	{"text/qinghe.txt.json", 0}, {"pdf/suzhou-149.pdf", 0},
};

/* Pages are taken from the reader of plain text, and nothing else is. */
START_TEST(test_probe)
{
	const struct jy_plugin *html = jy_find(test_host(), "html");
	struct jy_bytes in = test_file(probed[_i].name);

	ck_assert_ptr_nonnull(html);
	ck_assert_int_eq(html->probe(in), probed[_i].sure);
	ck_assert((jy_detect(test_host(), in, probed[_i].name) == html) == (probed[_i].sure > 0));
	if (probed[_i].sure == 100)
		ck_assert_ptr_eq(jy_detect(test_host(), in, "page.txt"), html);
}
END_TEST

static const struct { const char *text; int sure; } pieces[] = {
	{" \n<!-- x > --><!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", 100},
	{"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", 100},
	{"<!DOCTYPE book>", 0}, {"<minutes xmlns='urn:jiyao:minutes:1'>", 0},
	{"<?xml version='1.0'?><w:document/>", 0}, {"{\"title\": \"<p><p><p><p><p><p><p><p><p><p>\"}", 0},
	{"会议纪要 1 < 2 <b", 0}, {"<请假>王　翔", 0}, {"<table >", 50}, {"<tablet>", 0}, {"<", 0},
	{"<!--", 0}, {"", 0}, {"<p", 0},
};

START_TEST(test_probe_pieces)
{
	struct jy_bytes in = {(const unsigned char *)pieces[_i].text, strlen(pieces[_i].text)};

	ck_assert_int_eq(jy_find(test_host(), "html")->probe(in), pieces[_i].sure);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("html");
	TCase *tcase = tcase_create("html");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_traps);
	tcase_add_test(tcase, test_tables);
	tcase_add_test(tcase, test_labels);
	tcase_add_loop_test(tcase, test_site, 0, 3);
	tcase_add_test(tcase, test_short_text);
	tcase_add_test(tcase, test_wrong_names);
	tcase_add_test(tcase, test_metadata);
	tcase_add_loop_test(tcase, test_dates, 0, COUNT(dates));
	tcase_add_loop_test(tcase, test_encodings, 0, COUNT(encoded));
	tcase_add_test(tcase, test_all_bytes_speak);
	tcase_add_test(tcase, test_options);
	tcase_add_loop_test(tcase, test_floods, 0, COUNT(floods));
	tcase_add_loop_test(tcase, test_probe, 0, COUNT(probed));
	tcase_add_loop_test(tcase, test_probe_pieces, 0, COUNT(pieces));
	suite_add_tcase(suite, tcase);
	return test_main(suite);
}
