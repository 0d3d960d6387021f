/* OFD: a package whose parts are sound, and pages that hold all of the minutes on the grid. */
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "support.h"

#define PARAGRAPH "各镇、各部门要“守土有责”，于2031年12月31日前完成《清河县水系连通规划" \
	"（2031～2035年）》，并将整改情况报县政府；逾期未报的，由县督查室通报。"

enum { PARAGRAPHS = 28 };

/* What has to stand on the pages, each exactly once. */
static const char *const expected[] = {
	"清河县人民政府常务会议纪要清府纪要〔2031〕7号",
	"2031年6月3日上午，甲乙丙县长主持召开会议。会议议定以下事项：",
	"一、审议《清河县水系连通规划》（一）原则同意。1.由县水务局牵头。",
	"二、研究<雨污&分流>工作", "会议还听取了其他汇报。", "出席：甲乙丙赵甲",
	"列席（第一议题）：县水务局局长钱乙（列席一天）县工商联代表", "记录：孙丙",
	"清河县人民政府办公室整理2031年6月5日（此件公开发布）",
	"抄送：县委办公室；县人大常委会办公室。清河县政府办2031年6月6日印发",
};

static const char json[] =
    "{\"schema\":\"" JY_SCHEMA "\",\"generator\":{\"name\":\"jiyao\",\"version\":\"1\"},"
    "\"source\":{\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"},"
    "\"document\":{\"issuer\":\"清河县人民政府\",\"title\":\"清河县人民政府常务会议纪要\","
    "\"number\":{\"text\":\"清府纪要〔2031〕7号\"},\"disclosure\":\"此件公开发布\","
    "\"compiled\":{\"by\":\"清河县人民政府办公室\",\"date\":\"2031-06-05\"},"
    "\"issued\":{\"by\":\"清河县政府办\",\"date\":\"2031-06-06\"},"
    "\"distribution\":[{\"recipients\":[\"县委办公室\",\"县人大常委会办公室\"]}]},"
    "\"meeting\":{\"preamble\":\"2031年6月3日上午，甲乙丙县长主持召开会议。\","
    "\"lead_in\":\"会议议定以下事项：\",\"recorders\":[{\"name\":\"孙丙\"}]},"
    "\"items\":[{\"label\":\"一、\",\"title\":\"审议《清河县水系连通规划》\",\"clauses\":["
    "{\"label\":\"（一）\",\"text\":\"原则同意。\",\"clauses\":["
    "{\"label\":\"1.\",\"text\":\"由县水务局牵头。\"}]}]},"
    "{\"label\":\"二、\",\"title\":\"研究<雨污&分流>工作\",\"clauses\":[%s]}],"
    "\"remarks\":[{\"text\":\"会议还听取了其他汇报。\"}],"
    "\"attendance\":[{\"role\":\"present\",\"people\":[{\"name\":\"甲乙丙\"},{\"name\":\"赵甲\"}]},"
    "{\"role\":\"attending\",\"scope\":\"第一议题\",\"people\":[{\"organization\":\"县水务局\","
    "\"title\":\"局长\",\"name\":\"钱乙\",\"note\":\"列席一天\"},"
    "{\"organization\":\"县工商联\",\"representative\":true}]}]}";

static struct jy_minutes *
read_json(const char *text)
{
	struct jy_task *task = test_task("json", NULL);
	struct jy_minutes *m = jy_read(task,
	    (struct jy_bytes){(const unsigned char *)text, strlen(text)}, "invented.json");

	ck_assert_msg(m, "%s", m ? "" : jy_messages(task)->text);
	jy_end(task);
	return m;
}

static struct jy_out *
write_zip(const struct jy_minutes *m)
{
	struct jy_task *task = test_task("ofd", NULL);
	struct jy_out *out = jy_out_new();

	ck_assert_int_eq(jy_write(task, m, out), 0);
	jy_end(task);
	return out;
}

static xmlDoc *
parse(const void *bytes, size_t size, const char *name)
{
	xmlDoc *doc = xmlReadMemory(bytes, (int)size, name, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOBLANKS);

	ck_assert_msg(doc, "%s is not well-formed", name);
	return doc;
}

static xmlDoc *
parse_flat(const struct jy_minutes *m)
{
	char *text = test_write("ofd", m, "package", "flat", NULL);
	xmlDoc *doc = parse(text, strlen(text), "flat");

	ck_assert_str_eq((const char *)xmlDocGetRootElement(doc)->ns->href, "urn:jiyao:ofd-flat:1");
	free(text);
	return doc;
}

static xmlXPathObject *
find(xmlNode *from, const char *path)
{
	xmlXPathContext *context = xmlXPathNewContext(from->doc);
	xmlXPathObject *found;

	xmlXPathRegisterNs(context, BAD_CAST "f", BAD_CAST "urn:jiyao:ofd-flat:1");
	xmlXPathRegisterNs(context, BAD_CAST "o", BAD_CAST "http://www.ofdspec.org/2016");
	found = xmlXPathNodeEval(from, BAD_CAST path, context);
	ck_assert(found && found->nodesetval);
	xmlXPathFreeContext(context);
	return found;
}

/* The text of a node that was found. */
static const char *
content(const xmlXPathObject *found, int i)
{
	return (const char *)found->nodesetval->nodeTab[i]->children->content;
}

/* The text of the pages without spaces and page numbers. */
static xmlBuffer *
text_of(xmlDoc *doc)
{
	xmlXPathObject *lines = find((xmlNode *)doc, "//o:TextCode[not(starts-with(., '— '))]");
	xmlBuffer *text = xmlBufferCreate();

	for (int i = 0; i < lines->nodesetval->nodeNr; i++)
		for (const char *at = content(lines, i); *at; at++)
			if (strncmp(at, "　", 3) == 0)
				at += 2;
			else
				xmlBufferAdd(text, BAD_CAST at, 1);
	xmlXPathFreeObject(lines);
	return text;
}

static struct jy_minutes *sample;	/* several pages of minutes … */
static xmlDoc *flat;			/* … and what is written */

/* Each paragraph begins one character further, so every character comes to a line's end. */
static void
setup(void)
{
	char *clauses = NULL, *text;
	size_t size;
	FILE *f = open_memstream(&clauses, &size);

	for (int i = 0; i < PARAGRAPHS; i++)
		fprintf(f, "%s{\"text\":\"%.*s%s\"}", i ? "," : "", i * 3,
		    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁", PARAGRAPH);
	fclose(f);
	ck_assert_int_ge(asprintf(&text, json, clauses), 0);
	sample = read_json(text);
	flat = parse_flat(sample);
	free(text);
	free(clauses);
}

static void
teardown(void)
{
	xmlFreeDoc(flat);
	jy_free(sample);
}

START_TEST(all_is_printed_once)
{
	xmlBuffer *text = text_of(flat);
	const char *all = (const char *)xmlBufferContent(text), *at = all;

	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		const char *once = strstr(all, expected[i]);

		ck_assert_msg(once && !strstr(once + 1, expected[i]), "%s", expected[i]);
	}
	for (int i = 0; i < PARAGRAPHS; i++) {
		at = strstr(at, PARAGRAPH);
		ck_assert_msg(at++, "%d paragraphs of %d", i, PARAGRAPHS);
	}
	xmlBufferFree(text);
}
END_TEST

struct line { double x, y, width, height, advance; const char *text; };

/* A text object; advance is the sum of its DeltaX, where "g 3 5.571" stands for three. */
static struct line
line_of(xmlNode *object)
{
	xmlNode *code = xmlLastElementChild(object);
	char *boundary = (char *)xmlGetProp(object, BAD_CAST "Boundary");
	char *delta = (char *)xmlGetProp(code, BAD_CAST "DeltaX");
	struct line l = {.text = (char *)code->children->content};

	ck_assert_int_eq(sscanf(boundary, "%lf %lf %lf %lf", &l.x, &l.y, &l.width, &l.height), 4);
	for (char *at = delta; at && *at;) {
		double times = *at == 'g' ? strtod(at + 1, &at) : 1;

		l.advance += times * strtod(at, &at);
		at += strspn(at, " ");
	}
	xmlFree(boundary);
	xmlFree(delta);
	return l;
}

static bool
begins_with_closing(const char *text)
{
	char first[4] = "";

	strncpy(first, text, 3);
	return strlen(first) == 3 && strstr("，。、；：）》”～", first);
}

/* Lines are within the type area and at least 10 mm apart, so not more than 22 on a page. */
static void
check_page(xmlNode *page)
{
	xmlXPathObject *lines = find(page, ".//o:TextObject");
	double above = 0;

	for (int i = 0; i < lines->nodesetval->nodeNr; i++) {
		struct line l = line_of(lines->nodesetval->nodeTab[i]);
		bool is_number = i + 1 == lines->nodesetval->nodeNr;

		ck_assert(l.x >= 28 && l.x + l.width <= 28 + 156);
		ck_assert(l.advance > l.width - l.height - 1 && l.advance < l.width);
		ck_assert(l.y >= 37 && (l.y + l.height <= 37 + 225) == !is_number);
		ck_assert(l.y == above || l.y > above + 9.9);
		ck_assert_msg(!begins_with_closing(l.text), "%s", l.text);
		above = l.y;
	}
	xmlXPathFreeObject(lines);
}

START_TEST(lines_keep_the_grid)
{
	xmlXPathObject *pages = find((xmlNode *)flat, "//o:Page[o:Content]");

	ck_assert_int_gt(pages->nodesetval->nodeNr, 4);
	for (int i = 0; i < pages->nodesetval->nodeNr; i++)
		check_page(pages->nodesetval->nodeTab[i]);
	xmlXPathFreeObject(pages);
}
END_TEST

START_TEST(identifiers_are_unique)
{
	xmlXPathObject *ids = find((xmlNode *)flat, "//@ID[not(parent::o:Attachment)]");
	xmlXPathObject *max = find((xmlNode *)flat, "//o:MaxUnitID");
	int n = ids->nodesetval->nodeNr;
	char *seen = calloc((size_t)n + 1, 1);

	ck_assert_int_eq(atoi(content(max, 0)), n);	/* none is left out */
	for (int i = 0; i < n; i++) {
		int id = atoi(content(ids, i));

		ck_assert(id >= 1 && id <= n);
		ck_assert_int_eq(seen[id]++, 0);
	}
	free(seen);
	xmlXPathFreeObject(ids);
	xmlXPathFreeObject(max);
}
END_TEST

static zip_t *
open_zip(const struct jy_out *out)
{
	struct jy_bytes b = jy_out_bytes(out);
	zip_source_t *source = zip_source_buffer_create(b.at, b.size, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

	ck_assert_ptr_nonnull(zip);
	return zip;
}

static xmlDoc *
read_part(zip_t *zip, zip_uint64_t at)
{
	static char bytes[1 << 20];
	zip_file_t *file = zip_fopen_index(zip, at, 0);
	zip_int64_t n;

	ck_assert_ptr_nonnull(file);
	n = zip_fread(file, bytes, sizeof(bytes));
	zip_fclose(file);
	return parse(bytes, (size_t)n, zip_get_name(zip, at, 0));
}

static xmlBuffer *
print(xmlNode *node)
{
	xmlBuffer *buffer = xmlBufferCreate();

	xmlNodeDump(buffer, node->doc, node, 0, 0);
	return buffer;
}

/* Both forms of a part that is no XML. */
static void
compare_text(zip_t *zip, const char *path, const xmlNode *part)
{
	static char bytes[1 << 20];
	zip_file_t *file = zip_fopen(zip, path, 0);
	zip_int64_t n = zip_fread(file, bytes, sizeof(bytes) - 1);

	ck_assert_int_gt(n, 1000);
	bytes[n] = '\0';
	ck_assert_str_eq(bytes, (const char *)part->children->content);
	zip_fclose(file);
}

static void
compare_part(zip_t *zip, const char *path, const xmlNode *part)
{
	zip_int64_t at = zip_name_locate(zip, path, 0);
	xmlDoc *alone = read_part(zip, (zip_uint64_t)at);
	xmlBuffer *one = print(xmlDocGetRootElement(alone)), *other = print(part->children);

	ck_assert_str_eq((char *)xmlBufferContent(one), (char *)xmlBufferContent(other));
	xmlBufferFree(one);
	xmlBufferFree(other);
	xmlFreeDoc(alone);
}

START_TEST(archive_and_flat_hold_the_same_parts)
{
	struct jy_out *out = write_zip(sample);
	zip_t *zip = open_zip(out);
	xmlXPathObject *parts = find((xmlNode *)flat, "/f:package/f:part");

	ck_assert_int_eq(zip_get_num_entries(zip, 0), parts->nodesetval->nodeNr);
	for (int i = 0; i < parts->nodesetval->nodeNr; i++) {
		const xmlNode *part = parts->nodesetval->nodeTab[i];
		char *path = (char *)xmlGetProp(part, BAD_CAST "path");

		if (strstr(path, ".json"))
			compare_text(zip, path, part);
		else
			compare_part(zip, path, part);
		xmlFree(path);
	}
	xmlXPathFreeObject(parts);
	zip_discard(zip);
	jy_out_free(out);
}
END_TEST

START_TEST(same_minutes_are_the_same_bytes)
{
	struct jy_out *one = write_zip(sample), *other;

	setenv("TZ", "Asia/Shanghai", 1);
	tzset();
	other = write_zip(sample);
	ck_assert_uint_eq(jy_out_bytes(one).size, jy_out_bytes(other).size);
	ck_assert_mem_eq(jy_out_bytes(one).at, jy_out_bytes(other).at, jy_out_bytes(one).size);
	ck_assert_mem_eq(jy_out_bytes(one).at + 10, "\0\0\x21\0", 4);	/* no clock's time */
	jy_out_free(one);
	jy_out_free(other);
}
END_TEST

START_TEST(what_is_not_there_leaves_no_trace)
{
	struct jy_minutes *sparse = read_json(
	    "{\"schema\":\"" JY_SCHEMA "\","
	    "\"remarks\":[{\"text\":\"会议还研究了其他事项。\"}]}");
	xmlDoc *page = parse_flat(sparse);
	xmlXPathObject *objects = find((xmlNode *)page, "//o:Layer/*");

	ck_assert_int_eq(objects->nodesetval->nodeNr, 2);	/* it and the page number */
	ck_assert(line_of(objects->nodesetval->nodeTab[0]).y < 37 + 10);
	xmlXPathFreeObject(objects);
	xmlFreeDoc(page);
	jy_free(sparse);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("ofd");
	TCase *c = tcase_create("ofd");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, all_is_printed_once);
	tcase_add_test(c, lines_keep_the_grid);
	tcase_add_test(c, identifiers_are_unique);
	tcase_add_test(c, archive_and_flat_hold_the_same_parts);
	tcase_add_test(c, same_minutes_are_the_same_bytes);
	tcase_add_test(c, what_is_not_there_leaves_no_trace);
	suite_add_tcase(s, c);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
