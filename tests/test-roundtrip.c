/*
 * JSON and XML: what is read is what was written, for every field of the model.
 *
 * The minutes are made by walking the model's table, so a field that is added to it is tested.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define JSON_START "{\"schema\": \"" JY_SCHEMA "\", "
#define JSON(rest) JSON_START rest "}"
#define XML_START "<minutes xmlns='" JY_SCHEMA "'>"
#define XML(rest) XML_START rest "</minutes>"

enum { NESTING = 3 };		/* of lists in lists, where a shape contains itself */

static void print_object(FILE *, const struct jy_shape *, int depth, int *count);

/* A text like no other, with all that white space and marks of either format can break. */
static void
print_text(FILE *out, int *count)
{
	fprintf(out, "\"  第%d项\\t<&>]]>\\\"'  云州市   \"", ++*count);
}

static void
print_list(FILE *out, const struct jy_shape *shape, int depth, int *count)
{
	fputs("[", out);
	for (int i = 0; i < 2 && depth < NESTING; i++) {
		fputs(i ? ", " : "", out);
		if (shape)
			print_object(out, shape, depth + 1, count);
		else
			print_text(out, count);
	}
	fputs("]", out);
}

/* Whether OCR is said to have read the minutes that full_json makes. */
static bool from_pictures;

static void
print_value(FILE *out, const struct jy_field *field, int depth, int *count)
{
	switch (field->kind) {
	case JY_TEXT:
		if (strcmp(field->name, "schema") == 0)
			fprintf(out, "\"%s\"", JY_SCHEMA);
		else if (field->words)
			fprintf(out, "\"%s\"", strrchr(field->words, '|') + 1);
		else
			print_text(out, count);
		break;
	case JY_COUNT:
	case JY_ORDINAL:
		fprintf(out, "%d", ++*count);
		break;
	case JY_FLAG:
		fputs("true", out);
		break;
	case JY_PLACE:
		++*count;
		fprintf(out, "{\"page\": %d, \"lines\": [%d, %d], \"bbox\": [%d, -0.5, 90.07, 0]",
		    *count, *count + 1, *count + 2, *count);
		if (from_pictures)
			fprintf(out, ", \"confidence\": %d", 1 + *count % 100);
		fputs("}", out);
		break;
	case JY_OBJECT:
		print_object(out, field->shape, depth, count);
		break;
	case JY_TEXTS:
	case JY_LIST:
		print_list(out, field->shape, depth, count);
		break;
	}
}

static void
print_object(FILE *out, const struct jy_shape *shape, int depth, int *count)
{
	fputs("{", out);
	for (const struct jy_field *field = shape->fields; field->name; field++) {
		fprintf(out, "%s\"%s\": ", field == shape->fields ? "" : ", ", field->name);
		print_value(out, field, depth, count);
	}
	fputs("}", out);
}

/* Minutes with every field set, as the plugin json writes them on one line with provenance. */
static char *
full_json(void)
{
	char *json = NULL;
	size_t size;
	int count = 0;
	FILE *out = open_memstream(&json, &size);

	ck_assert_ptr_nonnull(out);
	print_object(out, jy_minutes_shape(), 0, &count);
	fputs("\n", out);
	ck_assert_int_eq(fclose(out), 0);
	return json;
}

/* HEAD; N times BEFORE, a number from 1 on, and AFTER; N times CLOSE; TAIL. */
static char *
repeat(const char *head, int n, const char *before, const char *after, const char *close,
    const char *tail)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	ck_assert_ptr_nonnull(out);
	fputs(head, out);
	for (int i = 1; i <= n; i++)
		fprintf(out, "%s%d%s", before, i, after);
	for (int i = 1; i <= n; i++)
		fputs(close, out);
	fputs(tail, out);
	ck_assert_int_eq(fclose(out), 0);
	return text;
}

/* Clauses in clauses. */
#define NESTED_JSON(n) repeat(JSON_START "\"items\": [{\"id\": \"i1\"", n, \
	", \"clauses\": [{\"ordinal\": ", "", "}]", "}]}")
#define NESTED_XML(n) repeat(XML_START "<items><item>", n, "<clauses><clause><ordinal>", \
	"</ordinal>", "</clause></clauses>", "</item></items></minutes>")

static struct jy_minutes *
parse(struct jy_task *task, const char *text)
{
	struct jy_bytes bytes = {(const unsigned char *)text, strlen(text)};

	return jy_read(task, bytes, "test");
}

/* Reads TEXT, which must be read without a message. */
static struct jy_minutes *
must_parse(const char *plugin, const char *text)
{
	struct jy_task *task = test_task(plugin, NULL);
	struct jy_minutes *minutes = parse(task, text);

	ck_assert_msg(!jy_messages(task), "%s: %s", plugin,
	    minutes ? "a warning" : jy_messages(task)->text);
	jy_end(task);
	return minutes;
}

/* JSON, through XML with that indent, as JSON again. */
static char *
through_xml(const char *json, const char *indent)
{
	struct jy_minutes *first = must_parse("json", json), *second;
	char *xml = test_write("xml", first, "provenance", "yes", "indent", indent, NULL), *again;

	second = must_parse("xml", xml);
	again = test_write("json", second, "provenance", "yes", "indent", "0", NULL);
	free(xml);
	jy_free(first);
	jy_free(second);
	return again;
}

/* Fails with the place where the two part; both are too long for check to print. */
static void
expect_same(const char *actual, const char *expected)
{
	size_t i = 0, from;

	while (actual[i] && actual[i] == expected[i])
		i++;
	from = i < 60 ? 0 : i - 60;
	ck_assert_msg(!actual[i] && !expected[i], "after %zu bytes: \"%.120s\" is not \"%.120s\"",
	    i, actual + from, expected + from);
}

START_TEST(every_field_survives)
{
	char *json = full_json();
	struct jy_minutes *minutes = must_parse("json", json);
	char *again = test_write("json", minutes, "provenance", "yes", "indent", "0", NULL);
	char *xml_flat = through_xml(json, "0"), *xml_deep = through_xml(json, "8");

	expect_same(again, json);
	expect_same(xml_flat, json);
	expect_same(xml_deep, json);
	free(xml_deep);
	free(xml_flat);
	free(again);
	jy_free(minutes);
	free(json);
}
END_TEST

START_TEST(null_is_not_empty)
{
	static const char json[] = JSON("\"document\": {\"title\": \"\", \"number\": null, "
					"\"issued\": {}}, \"remarks\": [{}], \"agenda\": []");
	struct jy_minutes *minutes = must_parse("json", json);
	char *direct = test_write("json", minutes, "provenance", "yes", "indent", "0", NULL);
	char *again = through_xml(json, "2");

	expect_same(again, direct);
	ck_assert_ptr_nonnull(
	    strstr(direct, "\"title\": \"\", \"title_supplied\": false, \"number\": null, "));
	ck_assert_ptr_nonnull(strstr(direct, "\"compiled\": null, \"issued\": {\"by\": null, "));
	ck_assert_ptr_nonnull(strstr(direct,
	    "\"agenda\": [], \"items\": [], \"remarks\": [{\"text\": null, \"at\": null}]"));
	free(again);
	free(direct);
	jy_free(minutes);
}
END_TEST

START_TEST(provenance_is_asked_for)
{
	char *json = full_json();
	struct jy_minutes *minutes = must_parse("json", json);
	char *plain = test_write("json", minutes, NULL), *xml = test_write("xml", minutes, NULL);

	ck_assert_ptr_null(strstr(plain, "\"at\""));
	ck_assert_ptr_null(strstr(xml, "<at>"));
	ck_assert_ptr_nonnull(strstr(plain,
	    "{\n  \"schema\": \"" JY_SCHEMA "\",\n  \"generator\": "
	    "{\n    \"name\": "));
	ck_assert_ptr_nonnull(strstr(xml, "\n  <schema>" JY_SCHEMA "</schema>\n"));
	free(xml);
	free(plain);
	jy_free(minutes);
	free(json);
}
END_TEST

/* All that provenance would add is there without it, since OCR has read it. */
START_TEST(what_ocr_read_is_marked)
{
	char *json, *plain, *places, *xml, *again;
	struct jy_minutes *minutes, *restored;

	from_pictures = true;
	json = full_json();
	from_pictures = false;
	minutes = must_parse("json", json);
	plain = test_write("json", minutes, "indent", "0", NULL);
	places = test_write("json", minutes, "indent", "0", "provenance", "yes", NULL);
	xml = test_write("xml", minutes, NULL);
	restored = must_parse("xml", xml);
	again = test_write("json", restored, "indent", "0", NULL);
	ck_assert_str_eq(plain, json);
	ck_assert_str_eq(places, json);
	ck_assert_str_eq(again, json);
	jy_free(restored);
	jy_free(minutes);
	free(again);
	free(xml);
	free(places);
	free(plain);
	free(json);
}
END_TEST

static void
refuse(const char *plugin, char *text, const char *code)
{
	struct jy_task *task = test_task(plugin, NULL);

	ck_assert_ptr_null(parse(task, text));
	ck_assert_str_eq(jy_messages(task)->code, code);
	/* libraries' sentences end with one, ours do not */
	ck_assert_int_ne(jy_messages(task)->text[strlen(jy_messages(task)->text) - 1], '.');
	jy_end(task);
	free(text);
}

/* What one of the formats can say the other can too, and neither follows a text down for ever. */
START_TEST(nesting_is_bounded)
{
	char *json = NESTED_JSON(99), *xml = NESTED_XML(99), *again = through_xml(json, "0");

	ck_assert_ptr_nonnull(strstr(again, "\"ordinal\": 99, "));
	jy_free(must_parse("xml", xml));
	free(again);
	free(xml);
	free(json);
	refuse("json", NESTED_JSON(100), "too-deep");
	refuse("xml", NESTED_XML(100), "too-deep");
	refuse("json", NESTED_JSON(100000), "too-deep");
	refuse("xml", NESTED_XML(100000), "too-deep");
	refuse("xml", strdup("<minutes xmlns='" JY_SCHEMA "'><a></b></minutes>"), "damaged");
}
END_TEST

static int
count_warnings(const char *plugin, char *text)
{
	struct jy_task *task = test_task(plugin, NULL);
	int n = 0;

	jy_free(parse(task, text));
	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		n++;
	jy_end(task);
	free(text);
	return n;
}

START_TEST(floods_end)
{
	int n = count_warnings("json",
	    repeat(JSON_START, 1000, "\"k", "\": 1, ", "", "\"items\": []}"));

	ck_assert_msg(n > 1 && n < 100, "%d warnings", n);
	n = count_warnings("xml", repeat(XML_START, 1000, "<k", "/>", "", "</minutes>"));
	ck_assert_msg(n > 1 && n < 100, "%d warnings", n);
	refuse("xml", repeat("<minutes xmlns='" JY_SCHEMA "'", 3000, " k", "='1'", "", "/>"),
	    "damaged");
}
END_TEST

START_TEST(forbidden_characters_are_replaced)
{
	struct jy_minutes *minutes = must_parse("json", "{\"schema\": \"" JY_SCHEMA "\"}");
	char *xml;

	minutes->document->title = (struct jy_text){"\x01甲\x02乙\xEF\xBF\xBE", 11};
	xml = test_write("xml", minutes, NULL);
	ck_assert_ptr_nonnull(strstr(xml, "<title>\uFFFD甲\uFFFD乙\uFFFD</title>"));
	jy_free(must_parse("xml", xml));
	free(xml);
	jy_free(minutes);
}
END_TEST

static const struct { const char *plugin, *text, *code, *says; bool fails; } messages[] = {
	{"json", "{\"schema\": \"urn:jiyao:minutes:9\"}", "wrong-schema", "minutes:9", true},
	{"json", "[]", "wrong-schema", JY_SCHEMA, true},
	{"json", JSON("\"items\": ["), "damaged", "line 1, column", true},
	{"json", JSON("\"items\": [], \"items\": []"), "damaged", "duplicate", true},
	{"json", JSON("\"items\": {}"), "wrong-type", "items must be a list", true},
	{"json", JSON("\"items\": [{\"documents\": [\"甲\", null]}]"), "wrong-type",
	    "items[0].documents[1] must be a text", true},
	{"json", JSON("\"items\": [{}, {\"clauses\": [{\"text\": 1}]}]"), "wrong-type",
	    "items[1].clauses[0].text must be a text", true},
	{"json", JSON("\"meeting\": {\"session\": 0}"), "wrong-value", "meeting.session", true},
	{"json", JSON("\"meeting\": {\"session\": 3000000000}"), "wrong-value", "2147483647", true},
	{"json", JSON("\"meeting\": {\"at\": {\"page\": 1}}"), "wrong-type", "meeting.at", true},
	{"json", JSON("\"account\": {\"fields\": 1.5}"), "wrong-type", "account.fields", true},
	{"json", JSON("\"document\": {\"title_supplied\": 1}"), "wrong-type", "true or", true},
	{"json", JSON("\"checks\": [{\"severity\": \"odd\"}]"), "wrong-value", "error|", true},
	{"json", JSON("\"remarks\": [{\"mood\": 1}, {\"mood\": 2}]"), "unknown-key", "mood", false},
	{"json", JSON("\"remarks\": [{\"text\": \"a\\u0001\"}]"), "replaced", "U+FFFD", false},
	{"xml", "<minutes/>", "wrong-schema", JY_SCHEMA, true},
	{"xml", XML("<schema>urn:jiyao:minutes:9</schema>"), "wrong-schema", "minutes:9", true},
	{"xml", XML("<items>"), "damaged", "line 1: ", true},
	{"xml", XML("<items/><items/>"), "damaged", "<items> in line 1", true},
	{"xml", "<!DOCTYPE minutes [<!ENTITY a 'b'>]>" XML(""), "doctype", "document type", true},
	{"xml", XML("<remarks>甲</remarks>"), "wrong-type", "<remarks> in line 1", true},
	{"xml", XML("<meeting><name><b/></name></meeting>"), "wrong-type", "<name>", true},
	{"xml", XML("<meeting>\n<session>x</session></meeting>"), "wrong-type", "line 2", true},
	{"xml", XML("<meeting><session>0</session></meeting>"), "wrong-value", "from 1 to", true},
	{"xml", XML("<meeting><at><lines>1 2</lines></at></meeting>"), "wrong-value", "<at>", true},
	{"xml", XML("<meeting><at><bbox>1 2 3</bbox></at></meeting>"), "wrong-type", "four", true},
	{"xml", XML("<document><title_supplied>1</title_supplied></document>"), "wrong-value",
	    "true|false", true},
	{"xml", XML("<checks><check><severity/></check></checks>"), "wrong-value", "error|", true},
	{"xml", XML("<remarks><remark><mood/></remark><remark><mood/></remark></remarks>"),
	    "unknown-element", "<mood>", false},
	{"xml", XML("<items xmlns=''/>"), "unknown-element", "<items>", false},
};

/* Each text brings about exactly one message. */
START_TEST(what_is_wrong_is_said)
{
	struct jy_task *task = test_task(messages[_i].plugin, NULL);
	struct jy_minutes *minutes = parse(task, messages[_i].text);
	const struct jy_message *message = jy_messages(task);

	ck_assert_ptr_nonnull(message);
	ck_assert_str_eq(message->code, messages[_i].code);
	ck_assert_msg(strstr(message->text, messages[_i].says), "%s", message->text);
	ck_assert_ptr_null(message->next);
	ck_assert_int_eq(minutes == NULL, messages[_i].fails);
	ck_assert_int_eq(jy_task_status(task), messages[_i].fails ? JY_BAD_INPUT : 0);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

static const struct { const char *text, *plugin; } heads[] = {
	{"\xEF\xBB\xBF \n" JSON("\"items\": []"), "json"},
	{"<?xml version='1.0'?><!-- 甲 --><m:minutes xmlns:m='" JY_SCHEMA "'/>", "xml"},
	{"{\"items\": [], \"schema\": \"" JY_SCHEMA "\"}", "json"},
	{"{\"schema\": \"urn:jiyao:minutes:99\"}", "json"},	/* it knows best why not */
	{"<minutes xmlns='urn:jiyao:minutes:99'/>", "xml"},
	{"{\"schema\": \"other\"}", NULL},
	{"<minutes xmlns='other'/>", NULL},
};

START_TEST(the_start_tells_the_format)
{
	struct jy_bytes in = {(const unsigned char *)heads[_i].text, strlen(heads[_i].text)};

	for (const char *const *name = (const char *const[]){"json", "xml", NULL}; *name; name++) {
		int sure = jy_find(test_host(), *name)->probe(in);

		ck_assert_int_eq(sure,
		    heads[_i].plugin && strcmp(heads[_i].plugin, *name) == 0 ? 100 : 0);
	}
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("roundtrip");
	TCase *c = tcase_create("roundtrip");

	tcase_add_test(c, every_field_survives);
	tcase_add_test(c, null_is_not_empty);
	tcase_add_test(c, provenance_is_asked_for);
	tcase_add_test(c, what_ocr_read_is_marked);
	tcase_add_test(c, nesting_is_bounded);
	tcase_add_test(c, floods_end);
	tcase_add_test(c, forbidden_characters_are_replaced);
	tcase_add_loop_test(c, what_is_wrong_is_said, 0, sizeof(messages) / sizeof(messages[0]));
	tcase_add_loop_test(c, the_start_tells_the_format, 0, sizeof(heads) / sizeof(heads[0]));
	suite_add_tcase(s, c);
	return s;
}

int
main(void)
{
	return test_main(suite());
}
