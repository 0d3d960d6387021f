/* Tracked changes, accepted, rejected and shown. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#define BODY(text) {"", text, {PAGE(1)}}
#define LISTED(label, text) {label, text, {PAGE(1)}}
#define GONE(text) {"", text, {PAGE(1), .origin = JY_DELETED}}
#define NOTE(text) {"", text, {.origin = JY_NOTE}}

static const struct expected accepted[] = {
	BODY("由县水务局牵头落实。"), BODY("甲丙"), BODY("上下移"), BODY("前半后半"), BODY("左"),
	BODY("右"), BODY("留下"), BODY("页码"), BODY("真实"), LISTED("1.", "编号"),
	LISTED("2.", "新编号"), BODY("露"), LISTED("3.", "样式"), BODY("框外"),
	{"", "一", {PAGE(1), CELL(1, 1, 1)}}, {"", "三", {PAGE(1), CELL(1, 1, 3)}},
	{"4.", "增", {PAGE(1), CELL(1, 3, 1)}}, NOTE("新注"),
};

static const struct expected rejected[] = {
	BODY("由县发改委牵头办理落实。"), BODY("甲丙"), BODY("上移下"), BODY("前半"), BODY("后半"),
	BODY("左右"), BODY("整段"), BODY("留下"), BODY("页7\t"), BODY("码"), BODY("真假实"),
	LISTED("一、", "编号"), BODY("新编号"), BODY("藏露"),
	{"", "样式", {PAGE(1), .align = JY_RIGHT}}, {"", "框", {PAGE(1), .origin = JY_TEXT_BOX}},
	BODY("框外"), {"", "一", {PAGE(1), CELL(1, 1, 1)}}, {"", "二", {PAGE(1), CELL(1, 1, 2)}},
	{"1.", "删", {PAGE(1), CELL(1, 2, 1)}}, NOTE("旧注"), NOTE("新注"),
};

static const struct expected shown[] = {
	BODY("由县水务局牵头落实。"), GONE("发改委"), GONE("办理"), BODY("甲丙"), GONE("乙"),
	BODY("上下移"), GONE("移"), BODY("前半后半"), BODY("左"), BODY("右"), BODY("留下"),
	GONE("整段"), BODY("页码"), GONE("7\t"), BODY("真实"), GONE("假"), LISTED("1.", "编号"),
	LISTED("2.", "新编号"), BODY("露"), LISTED("3.", "样式"), GONE("框"), BODY("框外"),
	{"", "一", {PAGE(1), CELL(1, 1, 1)}},
	{"", "二", {PAGE(1), CELL(1, 1, 2), .origin = JY_DELETED}},
	{"", "三", {PAGE(1), CELL(1, 1, 3)}},
	{"", "删", {PAGE(1), CELL(1, 2, 1), .origin = JY_DELETED}},
	{"4.", "增", {PAGE(1), CELL(1, 3, 1)}}, {"", "旧注", {.origin = JY_DELETED}}, NOTE("新注"),
};

static const struct {
	const char *value;
	const struct expected *expected;
	size_t count;
	const char *told;
} ways[] = {
	{"accept", accepted, sizeof(accepted) / sizeof(*accepted),
	    "tracked changes are taken as accepted: 7 insertions, 13 deletions, 3 of properties; "
	    "16 characters are not read"},
	{"reject", rejected, sizeof(rejected) / sizeof(*rejected),
	    "tracked changes are taken as rejected: 7 insertions, 12 deletions, 3 of properties; "
	    "7 characters are not read"},
	{"show", shown, sizeof(shown) / sizeof(*shown),
	    "tracked changes are taken as accepted: 7 insertions, 13 deletions, 3 of properties; "
	    "16 characters are shown as deleted"},
};

START_TEST(test_changes)
{
	struct jy_task *task = test_task("docx", "changes", ways[_i].value, NULL);
	struct jy_minutes *minutes = read_into_lines("changes", task);

	ck_assert_ptr_nonnull(minutes);
	assert_lines(ways[_i].expected, ways[_i].count);
	ck_assert_str_eq(message_of(task, "tracked-changes")->text, ways[_i].told);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

/* In whole minutes: what is deleted is furniture, and in none of the fields. */
START_TEST(test_deleted_is_no_field)
{
	struct jy_task *task = test_task("docx", "changes", "show", NULL);
	struct jy_minutes *minutes = read_into_lines("qinghe", task);
	const struct jy_scrap *scrap;
	char *json;

	ck_assert_ptr_nonnull(minutes);
	for (scrap = minutes->furniture; scrap && strcmp(scrap->text.s, "发改委") != 0;)
		scrap = scrap->next;
	ck_assert_ptr_nonnull(scrap);
	json = test_write("json", minutes, NULL);
	ck_assert_ptr_null(strstr(strstr(json, "发改委") + 1, "发改委"));
	free(json);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

TCase *
changes_tests(void)
{
	TCase *c = tcase_create("changes");

	tcase_add_loop_test(c, test_changes, 0, sizeof(ways) / sizeof(*ways));
	tcase_add_test(c, test_deleted_is_no_field);
	return c;
}
