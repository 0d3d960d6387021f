/* The recogniser, stage by stage, on short invented texts: what each must give as JSON. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPENING "2023年5月6日上午，赵甲市长主持召开市政府第7次常务会议，"
#define ITEM OPENING "审议《云州市章程》。\n一、审议《云州市章程》\n"

static struct jy_bytes
bytes_of(const char *text)
{
	return (struct jy_bytes){(const unsigned char *)text, strlen(text)};
}

/* What the task reads in a text, as one line of JSON; the caller frees it. */
static char *
json_of(struct jy_task *task, const char *text)
{
	struct jy_minutes *minutes = jy_read(task, bytes_of(text), "test.txt");
	char *json;

	ck_assert_ptr_nonnull(minutes);
	ck_assert_int_eq(minutes->account->characters,
	    minutes->account->fields + minutes->account->furniture + minutes->account->residue);
	json = test_write("json", minutes, "indent", "0", NULL);
	jy_free(minutes);
	return json;
}

static void
assert_holds(const char *text, const char *expected)
{
	struct jy_task *task = test_task("text", NULL);
	char *json = json_of(task, text);

	jy_end(task);
	ck_assert_msg(strstr(json, expected) != NULL, "of\n%s\nnot\n%s\nbut\n%s", text, expected,
	    json);
	free(json);
}

struct pair { const char *text, *expected; };

#define TEST_PAIRS(name, ...) \
	static const struct pair name##_pairs[] = {__VA_ARGS__}; \
	START_TEST(name) \
	{ \
		assert_holds(name##_pairs[_i].text, name##_pairs[_i].expected); \
	} \
	END_TEST
#define ADD_PAIRS(tests, name) \
	tcase_add_loop_test(tests, name, 0, (int)(sizeof(name##_pairs) / sizeof(*name##_pairs)))

TEST_PAIRS(masthead,
    {"云州市人民政府\n常务会议纪要\n〔2023〕12号\n" OPENING "听取汇报。\n",
	"\"issuer\": \"云州市人民政府\", \"kind\": \"常务会议纪要\", \"title\": \"云州市人民政府常务会议纪要\""},
    {"云州市人民政府常务会议纪要\n云府纪要[2023] 12 号\n" OPENING "听取汇报。\n",
	"\"text\": \"云府纪要[2023]12号\", \"prefix\": \"云府纪要\", \"year\": 2023, \"sequence\": 12"},
    {"【转载】清河县人民政府第9次常务会议纪要\n" OPENING "听取汇报。\n",
	"\"issuer\": \"清河县人民政府\", \"kind\": \"常务会议纪要\""},
    {"县政府常务会议纪要\n" OPENING "听取汇报。\n清河县人民政府办公室  2023年5月8日印发\n",
	"\"issuer\": \"清河县人民政府\", \"kind\": \"常务会议纪要\""},
    {OPENING "听取汇报。\n云州市人民政府办公室整理\n",
	"\"title\": \"云州市人民政府常务会议纪要\", \"title_supplied\": true"})

/* What is printed about the paper itself. */
TEST_PAIRS(production,
    {"000017\n机密★1年\n特急\n云州市人民政府\n常务会议纪要\n" OPENING "听取汇报。\n",
	"\"classification\": \"机密★1年\", \"urgency\": \"特急\", \"copy\": \"000017\", \"signers\": []"},
    {"内部资料\n注意保存\n云州市人民政府常务会议纪要\n云州市人民政府办公室    签发人：赵甲\n" OPENING
     "听取汇报。\n",
	"\"compiled\": {\"by\": \"云州市人民政府办公室\", \"date\": null}"},
    {"云州市人民政府常务会议纪要\n云州市人民政府办公室    签发人：赵甲\n" OPENING "听取汇报。\n",
	"\"signers\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": null}]"},
    {ITEM "（一）甲。\n签发：赵甲　　核稿：钱乙　　拟稿：孙丙\n（共印30份）\n", "\"residue\": []"},
    {ITEM "（一）甲。\n签发：赵甲　　核稿：钱乙　　拟稿：孙丙\n（共印30份）\n",
	"\"furniture\": [{\"text\": \"核稿：钱乙　　拟稿：孙丙\", \"page\": 1, \"line\": 4}, {\"text\": \"（共印30份）\""},
    {ITEM "（一）甲。\n云州市人民政府办公室编    2023年5月9日\n",
	"\"compiled\": {\"by\": \"云州市人民政府办公室\", \"date\": \"2023-05-09\"}"})

TEST_PAIRS(opening,
    {OPENING "听取汇报。\n", "\"session\": 7, \"date\": \"2023-05-06\", \"period\": \"上午\""},
    {OPENING "听取汇报。\n",
	"\"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": \"市长\"}]"},
    {"2023年5月6日，县委副书记、代县长钱乙丙在县政府三楼会议室主持召开县十六届政府第12次常务会议。\n",
	"\"term\": \"十六届\", \"session\": 12, \"date\": \"2023-05-06\", \"period\": null, "
	"\"place\": \"县政府三楼会议室\", \"chairs\": [{\"name\": \"钱乙丙\", \"organization\": null, "
	"\"title\": \"县委副书记、代县长\"}]"},
    {"清河县政府常务会议纪要\n（二〇二三 年 十一 月 三 日）\n11月3日，县长孙丁主持召开县政府第一百零二次常务会议。\n",
	"\"session\": 102, \"date\": \"2023-11-03\""},
    {"12月28日，县长孙丁主持召开县政府第3次常务会议。\n一、听取汇报\n会议指出，好。\n"
     "清河县人民政府办公室\n2024年1月5日印发\n",
	"\"date\": \"2023-12-28\""},
    {OPENING
	"传达上级会议精神，审议《甲办法》《乙办法》和《丙方案（2023～2025年）》，听取丁、戊工作情况的汇报。\n",
	"\"agenda\": [{\"action\": \"传达\", \"subjects\": [\"上级会议精神\"]}, {\"action\": \"审议\", "
	"\"subjects\": [\"《甲办法》\", \"《乙办法》\", \"《丙方案（2023～2025年）》\"]}, "
	"{\"action\": \"听取\", \"subjects\": [\"丁、戊工作情况的汇报\"]}]"},
    {OPENING "听取汇报。\n会议议定以下事项：\n一、听取汇报\n会议指出，好。\n",
	"\"lead_in\": \"会议议定以下事项：\""},
    {OPENING "听取汇报。现将会议研究确定事项纪要如下：\n一、听取汇报\n会议指出，好。\n",
	"\"lead_in\": \"现将会议研究确定事项纪要如下：\""})

#define HEADER "清河县人民政府第9次常务会议纪要\n时间：2024年3月5日（星期二）上午9:00\n地点：县政府三楼会议室\n" \
	"主持人：钱乙丙  县委副书记、县长\n出席：孙丁\n记录：王癸\n会议听取了档案工作汇报。会议指出，要快。\n"

TEST_PAIRS(header,
    {HEADER,
	"\"name\": \"清河县人民政府第9次常务会议\", \"term\": null, \"session\": 9, \"date\": \"2024-03-05\", "
	"\"period\": \"上午\", \"place\": \"县政府三楼会议室\", \"chairs\": [{\"name\": \"钱乙丙\", \"organization\": null, "
	"\"title\": \"县委副书记、县长\"}], \"recorders\": [{\"name\": \"王癸\""},
    {HEADER, "\"title\": \"会议听取了档案工作汇报。\", \"action\": \"听取\""},
    {HEADER, "\"role\": \"present\", \"label\": \"出席\""},
    {"云州市水利局会议纪要\n会议名称：2024年第3次局长办公会\n会议时间：2024年3月5日\n一、听取工作汇报\n会议听取了汇报。\n",
	"\"name\": \"2024年第3次局长办公会\", \"term\": null, \"session\": 3"},
    {"2024年3月5日，县政府召开第3次常务会议。会议由常务副县长孙丁主持。\n",
	"\"chairs\": [{\"name\": \"孙丁\", \"organization\": null, \"title\": \"常务副县长\"}]"},
    {"3月5日，受县长钱乙丙委托，常务副县长孙丁主持召开县政府第3次常务会议。\n",
	"\"chairs\": [{\"name\": \"孙丁\""},
    {"2024年3月5日，县委书记钱乙、县长孙丁共同主持召开县政府第3次常务会议。\n",
	"{\"name\": \"孙丁\", \"organization\": null, \"title\": \"县长\"}]"})

/* The same block as a table of text. */
#define TABLE "清河县医院院长办公会会议纪要\n会议时间 | 2024年10月14日 | 会议地点 | 行政楼五楼会议室\n" \
	"主持人 | 钱乙丙（院长） | 记录人 | 王癸\n列席人员 | 医务科 库尔班江、信息科 吴辛\n一、听取汇报\n好。\n"

TEST_PAIRS(cells,
    {TABLE,
	"\"date\": \"2024-10-14\", \"period\": null, \"place\": \"行政楼五楼会议室\", \"chairs\": "
	"[{\"name\": \"钱乙丙\", \"organization\": null, \"title\": \"院长\"}], \"recorders\": [{\"name\": \"王癸\""},
    {TABLE, "{\"name\": \"吴辛\", \"organization\": \"信息科\""}, {TABLE, "\"residue\": []"})

TEST_PAIRS(body,
    {ITEM "（一）甲。\n（二）乙。\n",
	"\"id\": \"i1.c2\", \"ordinal\": 2, \"label\": \"（二）\", \"title\": null, \"text\": \"乙。\""},
    {ITEM "(一)甲。\n1.子。\n2.丑。\n(二)乙。\n",
	"\"id\": \"i1.c1.c2\", \"ordinal\": 2, \"label\": \"2.\""},
    {ITEM "(一)甲。\n1.子。\n2.丑。\n(二)乙。\n",
	"\"id\": \"i1.c2\", \"ordinal\": 2, \"label\": \"(二)\""},
    {OPENING
	"研究工作。\n一\n会议听取了甲工作汇报。\n会议指出，要抓紧。\n二\n会议听取了乙工作汇报。\n会议指出，要抓紧。\n",
	"\"id\": \"i2\", \"ordinal\": 2, \"label\": \"二\", \"title\": \"会议听取了乙工作汇报。\""},
    {OPENING
	"研究工作。\n会议听取甲局的汇报。会议指出，一是要快。二是要好。\n会议听取乙局的汇报。会议指出，要稳。\n",
	"\"ordinal\": 2, \"label\": null, \"title\": \"会议听取乙局的汇报。\", \"action\": \"听取\""},
    {OPENING
	"研究工作。\n一、会议听取甲局的汇报。会议强调，要快。\n二、会议听取乙局的汇报。会议强调，要稳。\n",
	"\"title\": \"会议听取甲局的汇报。\", \"action\": \"听取\", \"documents\": [], \"clauses\": "
	"[{\"id\": \"i1.c1\", \"ordinal\": null, \"label\": null, \"title\": null, \"text\": \"会议强调，要快。\""},
    {ITEM "（一）甲。\n会议还研究了其他事项。\n",
	"\"remarks\": [{\"text\": \"会议还研究了其他事项。\"}]"})

/* A source that is wrapped at 28 characters, and one whose every line is followed by an empty one. */
TEST_PAIRS(paragraphs,
    {OPENING
	"审议\n《云州市城市建设管理暂行办法》。\n一、审议《云州市城市建设管理暂行\n办法》\n"
	"（一）原则同意《云州市城市建设管理暂行办法》。由市住建局根据\n本次会议讨论意见作进一步修改完善后按程序发文实施。各地各部门\n"
	"要认真做好各项工作，确保取得实效。要加强宣传，营造良好的氛围\n，让群众满意。\n（二）各地要抓好落实。\n",
	"确保取得实效。要加强宣传，营造良好的氛围，让群众满意。\""},
    {"甲市人民政府\n\n常务会议纪要\n\n" OPENING
     "听取甲\n\n乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥工作情况，审议《云州市\n\n章程》。\n",
	"\"subjects\": [\"《云州市章程》\"]"},
    {ITEM
	"（一）会议传达学习了有关会议\n精神。各地要落实。\n（二）乙。\n（三）丙。\n（四）丁。\n（五）戊。\n",
	"\"text\": \"会议传达学习了有关会议精神。各地要落实。\""})

TEST_PAIRS(furniture,
    {ITEM "（一）甲乙丙丁戊己庚辛壬癸，\n— 3 —\n子丑寅卯。\n",
	"\"text\": \"甲乙丙丁戊己庚辛壬癸，子丑寅卯。\""},
    {ITEM "（一）甲乙丙丁戊己庚辛壬癸，\n— 3 —\n子丑寅卯。\n",
	"\"furniture\": [{\"text\": \"— 3 —\", \"page\": 1, \"line\": 4}]"},
    {"# 云州市人民政府 常务会议纪要\n" OPENING
     "审议《云州市章程》。\n## **一、审议《云州市章程》**\n（一）甲。\n",
	"\"label\": \"一、\", \"title\": \"审议《云州市章程》\""},
    {"# 云州市人民政府 常务会议纪要\n" OPENING
     "审议《云州市章程》。\n## **一、审议《云州市章程》**\n（一）甲。\n",
	"\"residue\": []"})

/* The page around the text is no residue. */
TEST_PAIRS(surroundings,
    {"首页\n索引号：1234/2023-1\n" OPENING
     "听取汇报。\n一、听取汇报\n好。\n记录：周己庚\n扫一扫在手机打开当前页面\n",
	"\"furniture\": [{\"text\": \"首页\", \"page\": 1, \"line\": 1}, {\"text\": \"索引号：1234/2023-1\", \"page\": "
	"1, \"line\": 2}, {\"text\": \"扫一扫在手机打开当前页面\", \"page\": 1, \"line\": 7}], \"residue\": []"})

#define PERSON(name, organization) \
	"{\"name\": \"" name "\", \"organization\": " organization ", \"title\": null, \"note\": "

/* Who is who where nothing parts organisation and name, and padding looks like a separator. */
TEST_PAIRS(people,
    {"出席：赵  甲  钱乙丙  孙  丁\n",
	PERSON("赵甲", "null") "null, \"representative\": false}, " PERSON("钱乙丙",
	    "null") "null, \"representative\": false}, " PERSON("孙丁", "null")},
    {"出席：赵 甲 钱乙丙 孙 丁\n", PERSON("孙丁", "null")},
    {"列席：李戊  市档案局周己庚  市粮食和储备局吴辛  云州海关郑壬\n",
	PERSON("周己庚", "\"市档案局\"")},
    {"列席：李戊  市档案局周己庚  市粮食和储备局吴辛  云州海关郑壬\n",
	PERSON("吴辛", "\"市粮食和储备局\"")},
    {"列席：李戊  市档案局周己庚  市粮食和储\n备局吴辛  云州海关郑\n壬\n",
	PERSON("郑壬", "\"云州海关\"")},
    {"列席：市档案局周己庚、欧阳癸  北原区万辛\n", PERSON("欧阳癸", "\"市档案局\"")},
    {"列席：市档案局周己庚、欧阳癸  北原区万辛\n", PERSON("万辛", "\"北原区\"")},
    {"列席：市档案局周己庚、市史志办吴辛、北原区万壬。\n", PERSON("吴辛", "\"市史志办\"")},
    {"列席  县史志办  周己庚\n县档案局  吴辛\n", PERSON("吴辛", "\"县档案局\"")},
    {"请 假：赵甲（出差）\n钱乙丙（ 学习 ）\n", PERSON("钱乙丙", "null") "\"学习\""},
    {"列席：周己庚  吴辛\n市档案局、市史志办的代表\n",
	"{\"name\": null, \"organization\": \"市史志办\", "
	"\"title\": null, \"note\": null, \"representative\": true}"},
    {"出席：副市长钱乙，北原新区管委会副主任孙丁。\n",
	"{\"name\": \"孙丁\", \"organization\": \"北原新区管委会\", \"title\": \"副主任\""},
    {"列席：县史志办艾力·吐尔逊  县档案局吴辛\n", PERSON("艾力·吐尔逊", "\"县史志办\"")},
    {"列席：县史志办吴辛\n第一至二议题：县档案局周己庚\n",
	"\"role\": \"attending\", \"label\": \"第一至二议题\", \"scope\": \"第一至二议题\""})

/* Attendance in the sentences of the opening; what names nobody stays text. */
TEST_PAIRS(prose,
    {OPENING
	"研究工作。市委副书记、副市长钱乙，副市长孙丁、李戊，市政府党组成员、办公室主任周己庚出席会议。各县区主要负责人列席会议。\n",
	"{\"name\": \"李戊\", \"organization\": null, \"title\": \"副市长\", \"note\": null, \"representative\": false}, "
	"{\"name\": \"周己庚\", \"organization\": null, \"title\": \"市政府党组成员、办公室主任\""},
    {OPENING "研究工作。副市长钱乙出席会议。各县区主要负责人列席会议。\n",
	"\"representative\": false}]}], \"decisions\""},
    {OPENING "研究工作。市人大常委会副主任吴辛应邀列席会议。\n",
	"\"role\": \"invited\", \"label\": \"应邀列席会议\""})

TEST_PAIRS(tail, {ITEM "（一）甲。\n记 录：周己庚\n", "\"recorders\": [{\"name\": \"周己庚\""},
    {ITEM "（一）甲。\n云州市人民政府办公室整理\n2023年5月9日\n（此件公开发布）\n",
	"\"disclosure\": \"此件公开发布\", \"compiled\": {\"by\": \"云州市人民政府办公室\", \"date\": \"2023-05-09\"}"},
    {ITEM "（一）甲。\n分送：各县、区人民政府，云州新区管委会；市各有\n关部门和单位。\n",
	"\"label\": \"分送\", \"recipients\": [\"各县、区人民政府，云州新区管委会\", \"市各有关部门和单位\"]"},
    {ITEM "（一）甲。\n云州市人民政府办公室            20 23 年 5 月10 日印发\n",
	"\"issued\": {\"by\": \"云州市人民政府办公室\", \"date\": \"2023-05-10\"}"},
    {ITEM "（一）甲。\n云州市人民政府办公室\n2023年5月10日印发\n",
	"\"issued\": {\"by\": \"云州市人民政府办公室\", \"date\": \"2023-05-10\"}"})

#define CLAUSE(text) ITEM "（一）" text "\n"

TEST_PAIRS(decisions,
    {CLAUSE(
	 "原则同意《云州市章程》（以下简称《章程》）。由市档案局会市史志办修改完善后，按程序提请市委常委会审议。"),
	"\"verdict\": \"原则同意\", \"documents\": [\"《云州市章程》\"], \"lead\": [\"市档案局\"], \"support\": "
	"[\"市史志办\"], \"person\": null, \"disposition\": {\"text\": \"按程序提请市委常委会审议\", \"kind\": "
	"\"submit\", \"to\": \"市委常委会\"}, \"deadline\": null, \"actionable\": true"},
    {CLAUSE("做好档案工作具有重要意义。各地各部门要高度重视。"),
	"\"text\": \"各地各部门要高度重视。\", \"verdict\": null, \"documents\": [], \"lead\": [\"各地各部门\"]"},
    {CLAUSE("市审计、财政等部门要每月25日前报送进展。"),
	"\"lead\": [\"市审计部门\", \"市财政部门\"], \"support\": [], \"person\": null, \"disposition\": {\"text\": "
	"\"报送\", \"kind\": \"report\", \"to\": null}, \"deadline\": {\"text\": \"每月25日前\", \"kind\": \"recurring\""},
    {CLAUSE("请钱乙副市长牵头组织实施。"),
	"\"person\": {\"name\": \"钱乙\", \"title\": \"副市长\"}"},
    {CLAUSE("副县长钱乙丙牵头，县档案局要抓紧整理。"),
	"\"person\": {\"name\": \"钱乙丙\", \"title\": \"副县长\"}"},
    {CLAUSE("市档案局要在2023年6月30日前完成整理。"),
	"\"kind\": \"absolute\", \"date\": \"2023-06-30\""},
    {CLAUSE("原则通过《云州市章程》，由市档案局印发实施。"), "\"lead\": [\"市档案局\"]"},
    {CLAUSE("会议听取了情况汇报。工作取得了成效。"), "\"decisions\": []"})

/* Who has to act. */
#define LEAD(units) "\"lead\": [" units "], "
#define SUPPORT(units) "\"support\": [" units "], "

TEST_PAIRS(duties,
    {CLAUSE("市防指办要加强值守，市气象局、市水利局要及时会商。"),
	LEAD("\"市防指办\", \"市气象局\", \"市水利局\"") SUPPORT("")},
    {CLAUSE("由市档案局牵头，市史志办、市财政局配合，抓紧整理。"),
	LEAD("\"市档案局\"") SUPPORT("\"市史志办\", \"市财政局\"")},
    {CLAUSE("市档案局要抓紧整理，市史志办要积极配合。"),
	LEAD("\"市档案局\"") SUPPORT("\"市史志办\"")},
    {CLAUSE("由市档案局约谈施工单位。"), LEAD("\"市档案局\"")},
    {CLAUSE("所需经费由市财政局据实列支。"), LEAD("\"市财政局\"")},
    {CLAUSE("由市公安局交警支队核发证照。"), LEAD("\"市公安局交警支队\"")},
    {CLAUSE("会议明确，市财政局在8月20日前拨付资金。"), LEAD("\"市财政局\"")},
    {CLAUSE("会议要求市档案局尽快整理。"), LEAD("\"市档案局\"")},
    {CLAUSE("各村（社区）要做好登记。"), LEAD("\"各村（社区）\"")},
    {CLAUSE("不同意采用邀请招标，要求市交通运输局依法公开招标。"), LEAD("\"市交通运输局\"")},
    {CLAUSE("同意由市档案局承办。"),
	"\"verdict\": \"同意\", \"documents\": [], " LEAD("\"市档案局\"")},
    {CLAUSE("由副市长钱乙牵头，市档案局具体负责。"),
	LEAD("\"市档案局\"") SUPPORT("") "\"person\": {\"name\": \"钱乙\", \"title\": \"副市长\"}"},
    {CLAUSE("加快库房建设。（责任单位：市档案局、市住建局；配合单位：市财政局；责任领导：钱乙）"),
	"\"text\": \"加快库房建设。（责任单位：市档案局、市住建局；配合单位：市财政局；责任领导：钱乙）\", \"verdict\": null, "
	"\"documents\": [], " LEAD("\"市档案局\", \"市住建局\"")
	    SUPPORT("\"市财政局\"") "\"person\": {\"name\": \"钱乙\""},
    {CLAUSE("市应急局关于防汛工作的汇报。督促企业要按期复工。"), "\"decisions\": []"},
    {CLAUSE("市档案局要抓紧整理；市史志办做好编目，带头归档。"),
	"\"text\": \"市史志办做好编目，带头归档。\", \"verdict\": null, \"documents\": [], " LEAD(
	    "\"市史志办\"")},
    {CLAUSE("由于市场变化，理由由甲说明。"), "\"decisions\": []"})

/* Forms of lists that other governments use. */
TEST_PAIRS(forms,
    {"出席：钱　乙　县政府副县长\n　　　孙　丁　县政府副县长\n　　　李　戊　县水利局局长\n",
	"{\"name\": \"孙丁\", \"organization\": null, \"title\": \"县政府副县长\", \"note\": null, \"representative\": false}, "
	"{\"name\": \"李戊\", \"organization\": \"县水利局\", \"title\": \"局长\""},
    {"列席：\n市  水  利  局：  沐  春  江\n市应急局：    雷  震\n",
	"{\"name\": \"沐春江\", \"organization\": \"市水利局\""},
    {"列席：党委办公室（校长办公室）曾乙、纪委综合室赵丙\n",
	"{\"name\": \"曾乙\", \"organization\": \"党委办公室（校长办公室）\""},
    {"列席：（第一项）市档案局周己庚；（第二、三项）市史志办吴辛\n",
	"\"scope\": \"第二、三项\", \"people\": [{\"name\": \"吴辛\", \"organization\": \"市史志办\""},
    {"请假：周己庚（副县长，出差）\n", "\"title\": \"副县长\", \"note\": \"出差\""},
    {"列席单位：区府办、市档案局\n", "{\"name\": null, \"organization\": \"区府办\""},
    {"出席　赵甲　钱乙\n邀　请　孙丁\n",
	"\"role\": \"invited\", \"label\": \"邀请\", \"scope\": null, \"people\": [{\"name\": \"孙丁\""},
    {"列席：县交通局有\n志刚、县住建局全\n小林、县自然资源\n局宓秋、县粮食\n中心危立\n",
	"\"organization\": \"县自然资源局\""},
    {OPENING "研究工作。副市长钱乙出席会议。\n一、听取甲\n（一）子。\n出席：钱乙、孙丁\n",
	"\"attendance\": [{\"role\": \"present\", \"label\": \"出席\", \"scope\": null, \"people\": [{\"name\": \"钱乙\", "
	"\"organization\": null, \"title\": \"副市长\""},
    {"2023年5月6日，市委书记赵甲和市长钱乙丙主持召开市规委会第7次会议。\n",
	"\"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": \"市委书记\"}, {\"name\": \"钱乙丙\""},
    {"会议时间  2023年5月6日 晚7点\n主 持 人  社区主任  赵甲\n会议指出，好。\n",
	"\"date\": \"2023-05-06\", \"period\": \"晚\""},
    {"云州市人民政府\n关于协调热电项目\n建设问题的会议纪要\n" OPENING "听取汇报。\n",
	"\"issuer\": \"云州市人民政府\", \"kind\": \"会议纪要\", \"title\": \"云州市人民政府关于协调热电项目建设问题的会议纪要\""},
    {"云州港口股份有限公司\n第五届董事会第十三次会议纪要\n会议指出，好。\n",
	"\"issuer\": \"云州港口股份有限公司\", \"kind\": \"董事会会议纪要\""},
    {OPENING
	"听取汇报。\n第一项  学习章程\n会议指出，好。\n第二项  研究招标\n会议同意.由市档案局承办.\n",
	"\"label\": \"第二项\", \"title\": \"研究招标\""},
    {OPENING
	"听取汇报。\n第一项  学习章程\n会议指出，好。\n第二项  研究招标\n会议同意采购.由市档案局承办.\n",
	"\"verdict\": \"同意\", \"documents\": [], " LEAD("\"市档案局\"")})

/* Forms of lists that still others use. */
TEST_PAIRS(more_forms,
    {"列席：麦敏儿（市人大常委会），招国华（市政协）\n",
	"{\"name\": \"麦敏儿\", \"organization\": \"市人大常委会\", \"title\": null, \"note\": null"},
    {"请假：区炳辉（在省委党校学习）\n",
	"\"organization\": null, \"title\": null, \"note\": \"在省委党校学习\""},
    {"参会人员名单\n县政府办：苏呷子沙  罗尔布\n县林草局：安静\n",
	"{\"name\": \"安静\", \"organization\": \"县林草局\""},
    {"出席人员：\n1.市档案局：周己庚、吴辛\n2.市史志办：李戊\n",
	"{\"name\": \"吴辛\", \"organization\": \"市档案局\", \"title\": null, \"note\": null, \"representative\": false}, "
	"{\"name\": \"李戊\", \"organization\": \"市史志办\""},
    {"应到委员7人,实到3人:皋伟、郝晴、沃建国\n",
	"\"role\": \"present\", \"label\": \"应到委员7人,实到3人\", "
	"\"scope\": null, \"people\": [{\"name\": \"皋伟\""},
    {"出席委员（共三人）：闻人岳、端木翠、展红兵\n", "{\"name\": \"展红兵\""},
    {"列席人：党建工作办公室　种亚男\n　　　　社会事务办公室　古丽扎提·木合塔尔\n　　　　财政所　　　　　逯海军\n　　　　三连　缑满仓\n",
	"{\"name\": \"缑满仓\", \"organization\": \"三连\""},
    {"参加：侍文博　　县委副书记(援藏)、政府常务副县长\n　　　尼玛顿珠　县委副书记\n　　　平措　　　组织部部长(住院)\n",
	"\"title\": \"县委副书记(援藏)、政府常务副县长\""},
    {"2023年5月6日，县委副书记、县长吉克木呷率县级有关部门赴现场察看，并在则拉乡政府会议室召开现场办公会议。\n",
	"\"chairs\": [{\"name\": \"吉克木呷\", \"organization\": null, \"title\": \"县委副书记、县长\""},
    {"2023年5月6日，副区长贺鸣岐主持召开专题会议。区教育局张忆、区财政局於慧敏等参加会议。\n",
	"{\"name\": \"於慧敏\", \"organization\": \"区财政局\""},
    {"云州市联席会议纪要\n一、会议基本情况\n时间：2022年4月21日\n记录：赵甲\n二、会议要求\n由市档案局负责。\n",
	"\"label\": \"二、\", \"title\": \"会议要求\""},
    {"云州市重点项目推进调度会会议纪要\n" OPENING "听取汇报。\n", "\"issuer\": null"},
    {"南葵区议会会议记录\n会议指出，好。\n", "\"title\": \"南葵区议会会议记录\""})

/* A review's finds: each was a crash, or a wrong reading. */
TEST_PAIRS(hostile,
    {"2024年6月3日，由市财政局的代表、市长赵明主持召开市政府第6次常务会议。第二项议题由副市长钱乙主持。\n",
	"\"chairs\": [{\"name\": \"赵明\", \"organization\": null, \"title\": \"市长\"}, {\"name\": \"钱乙\""},
    {CLAUSE("专项资金共计\n300\n万元，由市财政局拨付。"), "\"furniture\": []"},
    {CLAUSE("此项工作由各村（社区）。"),
	"\"decisions\": [{\"id\": \"i1.c1.d1\", \"clause\": \"i1.c1\", \"text\": "
	"\"此项工作由各村（社区）。\", \"verdict\": null, \"documents\": [], \"lead\": [\"各村（社区）\"]"},
    {"云州市人民政府常务会议纪要\n云府办〔2024〕3号        签发人：赵明\n" OPENING "听取汇报。\n",
	"\"number\": {\"text\": \"云府办〔2024〕3号\", \"prefix\": \"云府办\", \"year\": 2024, \"sequence\": 3}"},
    {CLAUSE("此项工作由任明负责。"), "\"person\": {\"name\": \"任明\""})

/* A list of people that no reading can be cheap for: as long as costs must be able to grow. */
START_TEST(endless)
{
	size_t size = 600000;
	char *text = malloc(size + 64),
	     *end = text + sprintf(text, "云州市人民政府常务会议纪要\n列席：");
	struct jy_task *task = test_task("text", NULL);

	memset(end, 'a', size);
	strcpy(end + size, "\n");
	free(json_of(task, text));
	jy_end(task);
	free(text);
}
END_TEST

/* What documents that nobody had seen when it was written did otherwise. */
TEST_PAIRS(other_governments,
    {"2023年5月6日，区长贺鸣岐主持召开专题会议。周甲庚、吴乙辛副区长出席会议。\n会议指出，好。\n",
	"\"people\": [{\"name\": \"周甲庚\", \"organization\": null, \"title\": \"副区长\""},
    {"云州市人民政府会议纪要\n到会领导：周己庚、吴辛\n",
	"\"role\": \"present\", \"label\": \"到会领导\""},
    {"密级：内部\n云州市人民政府会议纪要\n会议指出，好。\n", "\"classification\": \"内部\""},
    {"2023年5月6日，联席会议召集人、副市长贺鸣岐主持召开第3次联席会议。\n会议指出，好。\n",
	"\"chairs\": [{\"name\": \"贺鸣岐\", \"organization\": null, \"title\": \"联席会议召集人、副市长\""},
    {CLAUSE("市档案局要不定期通报。"), "\"deadline\": null"},
    {CLAUSE("各乡镇办场要抓紧整改。"), LEAD("\"各乡镇办场\"")},
    {CLAUSE("市档案局会同市财政局制定办法。"), LEAD("\"市档案局\"")},
    {CLAUSE("市公安局交警支队要加强巡查。"), LEAD("\"市公安局交警支队\"")})

#define PRESIDED(who) "2024年3月5日，" who "主持召开县政府第3次常务会议。\n会议指出，好。\n"
#define CHAIRS(people) "\"chairs\": [" people "], \"recorders\""
#define CHAIR(name, title) "{\"name\": \"" name "\", \"organization\": null, \"title\": " title "}"

#define SENT(unit) "{\"name\": null, \"organization\": \"" unit "\", \"title\": null, \"note\": null, \"representative\": true}"
#define LAST_PERSON(name) "{\"name\": \"" name "\", \"organization\": null, \"title\": null, \"note\": null, \"representative\": false}]"

/* Posts and offices without a name are nobody's. */
TEST_PAIRS(unnamed, {PRESIDED("县长"), CHAIRS("")}, {PRESIDED("代县长"), CHAIRS("")},
    {PRESIDED("常务副县长"), CHAIRS("")}, {PRESIDED("县委书记"), CHAIRS("")},
    {PRESIDED("纪委书记"), CHAIRS("")}, {PRESIDED("党委书记"), CHAIRS("")},
    {PRESIDED("管委会主任"), CHAIRS("")}, {PRESIDED("村党支部书记"), CHAIRS("")},
    {PRESIDED("区长助理"), CHAIRS("")}, {PRESIDED("石油局局长"), CHAIRS("")},
    {PRESIDED("市副市长"), CHAIRS("")}, {PRESIDED("县长和副县长"), CHAIRS("")},
    {PRESIDED("县委书记、县长"), CHAIRS("")}, {PRESIDED("县委、县政府主要领导"), CHAIRS("")},
    {PRESIDED("县委主要负责同志"), CHAIRS("")}, {PRESIDED("县政府分管负责人"), CHAIRS("")},
    {PRESIDED("张副县长"), CHAIRS(CHAIR("张副县长", "null"))},
    {PRESIDED("李县长"), CHAIRS(CHAIR("李县长", "null"))},
    {PRESIDED("张港市长"), CHAIRS(CHAIR("张港", "\"市长\""))},
    {PRESIDED("扎西县长"), CHAIRS(CHAIR("扎西", "\"县长\""))},
    {PRESIDED("欧阳副县长"), CHAIRS(CHAIR("欧阳", "\"副县长\""))},
    {PRESIDED("党委书记纪明"), CHAIRS(CHAIR("纪明", "\"党委书记\""))},
    {ITEM "（一）甲。\n列席：县人大常委会、各副县长、县政府党组成员\n",
	SENT("县人大常委会") ", " SENT("各副县长") ", " SENT("县政府党组成员") "]"},
    {ITEM "（一）甲。\n由代县长负责。\n", "\"person\": null"})

#define NAMED(unit, title, name, note) "{\"name\": " name ", \"organization\": " unit ", \"title\": " title ", \"note\": " note
#define LISTED(people) ITEM "（一）甲。\n列席：" people "\n"

/* Names that were masked, offices with a name in brackets, and those who are only counted. */
TEST_PAIRS(masked, {LISTED("李××、王×明"), NAMED("null", "null", "\"李××\"", "null")},
    {LISTED("李××、王×明"), NAMED("null", "null", "\"王×明\"", "null")},
    {LISTED("镇长陈某某，副镇长黄XX"), NAMED("null", "\"副镇长\"", "\"黄XX\"", "null")},
    {PRESIDED("镇长黄XX"), CHAIRS(CHAIR("黄XX", "\"镇长\""))},
    {LISTED("市档案局（周己庚）、市水利局（请假）"),
	NAMED("\"市档案局\"", "null", "\"周己庚\"", "null")},
    {LISTED("市档案局（周己庚）、市水利局（请假）"),
	NAMED("\"市水利局\"", "null", "null", "\"请假\"")},
    {LISTED("县直有关部门负责同志"), SENT("县直有关部门")},
    {LISTED("县直有关单位"), SENT("县直有关单位")},
    {LISTED("周己庚、吴辛等县领导"), LAST_PERSON("吴辛")},
    {LISTED("周己庚、吴辛等县领导"), "\"residue\": [{\"text\": \"等县领导\""},
    {LISTED("周己庚等12人"), LAST_PERSON("周己庚")},
    {LISTED("高等专科学校吴辛"), NAMED("\"高等专科学校\"", "null", "\"吴辛\"", "null")})

#define ATTENDED ITEM "（一）甲。\n出席：周己庚、吴辛"
#define ROOM "\"县政府三楼会议室\""
#define ROLE(role, label) "\"role\": \"" role "\", \"label\": \"" label "\""
#define ATTENDING(people) "\"role\": \"attending\", \"label\": \"列席\", \"scope\": null, \"people\": [" people
#define NOBODYS NAMED("null", "null", "\"周己庚\"", "null") ", \"representative\": false}"

/* How lists are set elsewhere. */
TEST_PAIRS(lists,
    {LISTED("周己庚书记、吴辛镇长、郑壬癸副镇长"),
	NAMED("null", "\"副镇长\"", "\"郑壬癸\"", "null")},
    {LISTED("市档案局周己庚局长"), NAMED("\"市档案局\"", "\"局长\"", "\"周己庚\"", "null")},
    {LISTED("周己庚同志、吴辛同志"), ATTENDING(NOBODYS)},
    {LISTED("周己庚  市档案局\n吴　辛  市财政局"),
	NAMED("\"市档案局\"", "null", "\"周己庚\"", "null")},
    {LISTED("周己庚  市档案局局长\n吴　辛  市财政局副局长"),
	NAMED("\"市财政局\"", "\"副局长\"", "\"吴辛\"", "null")},
    {LISTED("周己庚（市档案局局长）、吴辛（公务外出）、郑壬癸"),
	NAMED("null", "null", "\"吴辛\"", "\"公务外出\"")},
    {LISTED("周己庚（市档案局局长）、吴辛（公务外出）、郑壬癸"), LAST_PERSON("郑壬癸")},
    {LISTED("市档案局（周己庚、吴辛）"), NAMED("\"市档案局\"", "null", "\"吴辛\"", "null")},
    {LISTED("县发改局、石塘镇、水管站"), SENT("石塘镇") ", " SENT("水管站")},
    {LISTED("区财政局  区审计局"), SENT("区财政局") ", " SENT("区审计局")},
    {LISTED("县人大常委会闵江会"), NAMED("\"县人大常委会\"", "null", "\"闵江会\"", "null")},
    {ITEM
	"（一）甲。\n参加：镇党委书记周己庚、副书记吴辛\n      人大主席郑壬癸、副镇长王癸\n      各站所负责人\n",
	NAMED("null", "\"副书记\"", "\"吴辛\"", "null")},
    {ITEM "（一）甲。\n出席：周己庚、吴辛。列席：郑壬癸。请假：王癸。记录：孙丁。\n",
	ROLE("absent", "请假") ", \"scope\": null, \"people\": [{\"name\": \"王癸\""},
    {ITEM "（一）甲。\n出席：周己庚、吴辛  列席：郑壬癸  记录：孙丁\n",
	"\"recorders\": [{\"name\": \"孙丁\", \"organization\": null, \"title\": null}]"},
    {ITEM "（一）甲。\n列席：固定列席：市档案局吴辛\n", ROLE("attending", "固定列席")},
    {ITEM "（一）甲。\n出席人员名单（共2人）：周己庚､吴辛\n",
	ROLE("present", "出席人员名单（共2人）")},
    {ITEM "（一）甲。\n出席人员名单（共2人）：周己庚､吴辛\n", LAST_PERSON("吴辛")},
    {ITEM "（一）甲。\n列席（第一项议题）：周己庚\n", ROLE("attending", "列席（第一项议题）")},
    {ITEM "（一）甲。\n会议参加人员：周己庚\n", ROLE("present", "会议参加人员")},
    {LISTED("市档案局周己庚及相关科室负责人"), NAMED("\"市档案局\"", "null", "\"周己庚\"", "null")},
    {LISTED("市档案局周己庚及相关科室负责人"), SENT("相关科室")},
    {LISTED("县法院院长周己庚，县检察院检察长吴  辛\n      县委办公室、县档案局主要负责人"),
	NAMED("\"县检察院\"", "\"检察长\"", "\"吴辛\"", "null")},
    {LISTED("周己庚（市水利局）  关长青（市档案局）"),
	NAMED("\"市档案局\"", "null", "\"关长青\"", "null")},
    {LISTED("详见签到表"), "\"residue\": [{\"text\": \"详见签到表\""},
    {ITEM "（一）甲。\n未到会：周己庚\n", ROLE("absent", "未到会")},
    {ITEM "（一）甲。\n参会人员：应到15人，实到13人。周己庚、吴辛\n", LAST_PERSON("吴辛")},
    {ATTENDED "\n汇报人：孙丁\n", LAST_PERSON("吴辛")},
    {ATTENDED "\n责任科室：综合科\n", LAST_PERSON("吴辛")},
    {"云州市人民政府会议纪要\n2023年5月6日，会议召开。\n一、听取甲\n（一）子。\n主持：周己庚\n",
	"\"chairs\": [{\"name\": \"周己庚\""},
    {OPENING "听取汇报。\n出席：周己庚\n一、听取甲\n（一）子。\n", "\"title\": \"听取甲\""},
    {OPENING "听取汇报。\n出席：周己庚\n一、听取甲\n（一）子。\n", ROLE("present", "出席")})

#define TOLD(sentence) "2023年5月6日，县长钱乙丙主持召开会议。" sentence "。\n一、听取甲\n（一）子。\n"

/* Who came, in words. */
TEST_PAIRS(told,
    {TOLD("参加会议的有：市档案局局长周己庚、吴辛；列席会议的有郑壬癸"),
	ROLE("attending", "列席会议的有") ", \"scope\": null, \"people\": [{\"name\": \"郑壬癸\""},
    {TOLD("参加会议的有：市档案局局长周己庚、吴辛；列席会议的有郑壬癸"),
	NAMED("\"市档案局\"", "\"局长\"", "\"周己庚\"", "null")},
    {TOLD("县水务局局长周己庚、县财政局局长吴辛及相关单位负责人参加会议"),
	NAMED("\"县财政局\"", "\"局长\"", "\"吴辛\"", "null")},
    {TOLD("周己庚、吴辛等县政府领导出席会议"), LAST_PERSON("吴辛")},
    {TOLD("周己庚出席会议，吴辛因公请假"), ROLE("absent", "因公请假")},
    {TOLD("县政府办、县财政局主要负责人参加会议"), SENT("县政府办") ", " SENT("县财政局") "]"},
    {TOLD("县政府办、县直有关部门负责人参加会议"), "\"attendance\": []"},
    {TOLD("各乡镇主要负责人参加会议"), "\"attendance\": []"})

#define BY(who) "2023年5月6日，" who "主持召开会议。\n会议指出，好。\n"
#define ALONE(people) "\"chairs\": [" people "], \"recorders\""
#define QIAN(title) "{\"name\": \"钱乙丙\", \"organization\": null, \"title\": \"" title "\"}"

/* What stands between who presides and the verb, and where. */
TEST_PAIRS(manners, {BY("副县长钱乙丙到石塘镇调研并"), ALONE(QIAN("副县长"))},
    {BY("副县长钱乙丙连夜"), ALONE(QIAN("副县长"))},
    {BY("副县长钱乙丙代表县长孙丁"), ALONE(QIAN("副县长"))},
    {BY("县公安局局长、督察长钱乙丙"), ALONE(QIAN("县公安局局长、督察长"))},
    {BY("副县长钱乙丙，县政协副主席孙丁"),
	ALONE(QIAN(
	    "副县长") ", {\"name\": \"孙丁\", \"organization\": \"县政协\", \"title\": \"副主席\"}")},
    {BY("在县政府三楼会议室，副县长钱乙丙"), "\"place\": " ROOM ", " ALONE(QIAN("副县长"))},
    {BY("副县长钱乙丙在县政府三楼会议室，"), "\"place\": " ROOM ", " ALONE(QIAN("副县长"))},
    {"2023年5月7—8日，副县长钱乙丙主持召开会议。\n会议指出，好。\n", "\"date\": \"2023-05-07\""},
    {"一九九六年三月五日至六日，局长钱乙丙同志主持召开会议。\n会议指出，好。\n",
	ALONE(QIAN("局长"))},
    {"县政府2018年第5次常务会议纪要\n1月3日，县长钱乙丙主持召开会议。会议指出，好。\n",
	"\"date\": \"2018-01-03\""},
    {"云州公司会议纪要\n公司第三次会议于2023年5月6日以通讯方式召开。会议由董事长钱乙丙先生主持。\n会议指出，好。\n",
	ALONE(QIAN("董事长"))},
    {"钱乙丙同志2023年5月6日主持召开会议。\n会议指出，好。\n",
	ALONE("{\"name\": \"钱乙丙\", \"organization\": null, \"title\": null}")},
    {"县政府会议纪要\n〔2018〕30号\n12月28日，县长钱乙丙主持召开会议。会议指出，好。\n"
     "县政府办公室　2019年1月4日印发\n",
	"\"date\": \"2018-12-28\""},
    {"县政府会议纪要\n〔2019〕1号\n12月28日，县长钱乙丙主持召开会议。会议指出，好。\n"
     "县政府办公室　2019年1月4日印发\n",
	"\"date\": \"2018-12-28\""})

#define HELD(opening) opening "，现将会议确定事项纪要如下：\n一、听取甲\n（一）子。\n"
#define MET(name, session, date, period, place) "\"name\": \"" name "\", \"term\": null, \"session\": " session \
	", \"date\": \"" date "\", \"period\": " period ", \"place\": " place ", \"chairs\": [{\"name\": \"钱乙丙\""

/* Who, when, where and what can stand in any order. */
TEST_PAIRS(convened,
    {HELD("2023年5月6日上午，县政府第9次常务会议在县政府三楼会议室召开，县长钱乙丙主持会议"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "\"上午\"", ROOM)},
    {HELD("县政府第9次常务会议于2023年5月6日上午在县政府三楼会议室举行，县长钱乙丙主持"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "\"上午\"", ROOM)},
    {HELD("县长钱乙丙于2023年5月6日在县政府三楼会议室主持召开县政府第9次常务会议"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "null", ROOM)},
    {HELD("2023.5.6下午，县长钱乙丙主持召开县政府第9次常务会议"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "\"下午\"", "null")},
    {HELD("今天（2023年5月6日）上午，县长钱乙丙主持召开县政府第9次常务会议"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "\"上午\"", "null")},
    {HELD(
	 "5月6日上午，县长钱乙丙召集县档案局、县财政局等单位负责人，在县政府三楼会议室召开项目推进会"),
	MET("项目推进会", "null", "--05-06", "\"上午\"", ROOM)},
    {HELD(
	 "2023年5月6日，县政府第9次常务会议召开。会议由县长钱乙丙主持，副县长赵一山、孙二海出席会议"),
	MET("县政府第9次常务会议", "9", "2023-05-06", "null", "null")},
    {HELD(
	 "2023年5月6日，县政府第9次常务会议召开。会议由县长钱乙丙主持，副县长赵一山、孙二海出席会议"),
	"\"lead_in\": \"现将会议确定事项纪要如下：\""},
    {HELD(
	 "2023年5月6日，县政府第9次常务会议召开。会议由县长钱乙丙主持，副县长赵一山、孙二海出席会议"),
	"\"name\": \"孙二海\", \"organization\": null, \"title\": \"副县长\""},
    {"2023年5月6日，县政府第9次常务会议召开。\n县长钱乙丙主持会议。会议听取工作汇报。\n会议指出，好。\n",
	MET("县政府第9次常务会议", "9", "2023-05-06", "null", "null")},
    {OPENING "会议审定了《甲》《乙》等3个文件。\n", "\"subjects\": [\"《甲》\", \"《乙》\"]"},
    {OPENING "会议听取《甲》等落实情况汇报。\n", "\"subjects\": [\"《甲》等落实情况汇报\"]"})

#define HEADED(label) "云州市人民政府会议纪要\n" label "\n出席：孙丁\n会议听取了档案工作汇报。会议指出，要快。\n"

/* Of a label's value only what is told elsewhere is understood. */
TEST_PAIRS(values, {HEADED("时间：2024年3月5日（星期二）上午9:00—11:30"), "\"residue\": []"},
    {HEADED("时间：2024-03-05 14时30分至16时"), "\"date\": \"2024-03-05\""},
    {HEADED("时间：2024年3月5日 记得带笔"), "\"residue\": [{\"text\": \"记得带笔\""},
    {HEADED("主持人：市委主要领导"), "\"residue\": [{\"text\": \"市委主要领导\""})

/* What a web page says after the names. */

TEST_PAIRS(page_after, {ATTENDED "\n相关文章\n", LAST_PERSON("吴辛")},
    {ATTENDED "\n打印  关闭\n", LAST_PERSON("吴辛")},
    {ATTENDED "\n【关闭】\n", LAST_PERSON("吴辛")},
    {ATTENDED "。\n微信  微博\n", LAST_PERSON("吴辛")},
    {ATTENDED "。\n微信  微博\n", "\"residue\": [{\"text\": \"微信  微博\""},
    {ATTENDED "。\n郑壬癸、王癸。\n", LAST_PERSON("王癸")},
    {ATTENDED "。\n市档案局郑壬癸\n", "\"name\": \"郑壬癸\", \"organization\": \"市档案局\""},
    {ATTENDED "。\n郑壬癸（出差）。\n", "\"name\": \"郑壬癸\""},
    {ITEM "（一）甲。\n打印\n分享\n返回列表\n", "\"furniture\": [{\"text\": \"打印\""},
    {ITEM "（一）甲。\n打印\n分享\n返回列表\n", "\"issued\": null"})

TEST_PAIRS(terms,
    {CLAUSE("市档案局要在百日内整改。"),
	"\"deadline\": {\"text\": \"百日内\", \"kind\": \"relative\""},
    {CLAUSE("市档案局要每天下午5时前报送情况。"),
	"\"deadline\": {\"text\": \"每天下午5时前\", \"kind\": \"recurring\""},
    {CLAUSE("市档案局要每周五前通报。"), "\"deadline\": {\"text\": \"每周五前\""},
    {CLAUSE("市档案局要每周一次通报。"), "\"deadline\": {\"text\": \"每周\""},
    {CLAUSE("市档案局要每半月通报。"), "\"deadline\": {\"text\": \"每半月\""},
    {CLAUSE("由市档案局按程序以市政府名义印发。"),
	"\"disposition\": {\"text\": \"按程序以市政府名义印发\", \"kind\": \"issue\", \"to\": null}"},
    {CLAUSE("市水利局要完成检查，结果报省政府。"),
	"\"disposition\": {\"text\": \"报省政府\", \"kind\": \"report\", \"to\": \"省政府\"}"},
    {CLAUSE("州教育、卫健等部门要抓紧整改。"), LEAD("\"州教育部门\", \"州卫健部门\"")})

#define HEADS ITEM "（一）甲。\n列席人员：\n"
#define IN(unit, name, title) "\"name\": \"" name "\", \"organization\": \"" unit "\", \"title\": \"" title "\""

#define AGENDA OPENING "现将会议事项纪要如下：\n| 序号 | 议题 | 列席单位 |\n| 1 | 审议《甲办法》 | 市水利局 |\n| 2 | 听取工作汇报 | " \
	"市档案局 |\n一、审议《甲办法》\n（一）子。\n二、听取工作汇报\n（一）丑。\n"

/* A table of what is to come ends no body. */
TEST_PAIRS(listed, {AGENDA, "\"title\": \"听取工作汇报\""},
    {AGENDA, "\"subjects\": [\"《甲办法》\"]}, {\"action\": \"听取\""},
    {AGENDA, "\"text\": \"市水利局\", \"page\""})

/* Radicals for the characters that they look like: understood, and kept as they are. */
TEST_PAIRS(radicals,
    {"2023年5⽉6⽇上午，赵甲市⻓主持召开市政府第7次常务会议，研究⼯作。\n⼀、听取甲\n（⼀）⼦。\n",
	"\"date\": \"2023-05-06\""},
    {"2023年5⽉6⽇上午，赵甲市⻓主持召开市政府第7次常务会议，研究⼯作。\n⼀、听取甲\n（⼀）⼦。\n",
	"\"label\": \"⼀、\""})

TEST_PAIRS(rolls,
    {HEADS "| 姓名 | 单位 | 职务 |\n| 周己庚 | 市档案局 | 局长 |\n",
	IN("市档案局", "周己庚", "局长")},
    {HEADS "| 姓名 | 单位 | 职务 |\n| 周己庚 | 市档案局 | 局长 |\n", "\"role\": \"attending\""},
    {HEADS "姓名    单位      职务\n周己庚  市水利局  局长\n额尔敦  市档案局  副局长\n记录：吴辛\n",
	IN("市档案局", "额尔敦", "副局长")},
    {HEADS "单位 | 姓名 | 职务\n市水利局 | 周己庚 | 局长\n", IN("市水利局", "周己庚", "局长")},
    {HEADS "| 市水利局 | 周己庚 | 局长 |\n| 市档案局 | 吴辛 | 副局长 |\n",
	IN("市档案局", "吴辛", "副局长")},
    {HEADS "| 1 | 周己庚 | 市水利局 | 局长 |\n| 2 | 吴辛 | 市档案局 | 副局长 |\n",
	IN("市水利局", "周己庚", "局长")},
    {ITEM "（一）甲。\n| 出席 | 列席 |\n| 周己庚 | 市水利局吴辛 |\n",
	"\"role\": \"attending\", \"label\": \"列席\", \"scope\": null, "
	"\"people\": [{\"name\": \"吴辛\", \"organization\": \"市水利局\""},
    {HEADS "|姓名|单位|职务|\n|周己庚|市水利局|局长|\n", IN("市水利局", "周己庚", "局长")},
    {HEADS "| 序号 | 单位 | 姓名 | 职务 |\n| 1 | 市水利局 | 吴 辛、郑壬癸 | 副局长 |\n",
	IN("市水利局", "郑壬癸", "副局长")},
    {HEADS "| 单位 | 姓名 |\n| 市水利局 | 周己庚 |\n| | 吴辛 |\n",
	"\"name\": \"吴辛\", \"organization\": \"市水利局\""},
    {HEADS "| 姓名 | 单位及职务 |\n| 额尔敦 | 市水利局副局长 |\n",
	IN("市水利局", "额尔敦", "副局长")},
    {HEADS "| 姓名 | 单位 | 姓名 | 单位 |\n| 周己庚 | 市水利局 | 吴辛 | 市档案局 |\n",
	"\"name\": \"吴辛\", \"organization\": \"市档案局\""},
    {HEADS "| 类别 | 姓名 | 单位 |\n| 请假 | 周己庚 | 市水利局 |\n",
	"\"role\": \"absent\", \"label\": \"请假\""},
    {HEADS "| 姓名 | 单位 | 备注 |\n| 周己庚 | 市水利局 | 病假缺席 |\n",
	"\"role\": \"absent\", \"label\": null"},
    {HEADS "| 姓名 | 单位 |\n| 周己庚 | 市水利局 |\n| 特邀专家 |\n| 吴辛 | 云州大学 |\n",
	"\"role\": \"invited\", \"label\": \"特邀专家\""},
    {HEADS "| 姓名 | 单位 |\n| | 市水利局 |\n",
	"\"organization\": \"市水利局\", \"title\": null, \"note\": null, \"representative\": true"},
    {HEADS "| 姓名 | 单位 | 联系电话 |\n| 周己庚 | 市水利局 | 12345 |\n",
	"\"residue\": [{\"text\": \"12345\""},
    {ITEM
	"（一）甲。\n| 姓名 | 单位 |\n| 周己庚 | 市水利局 |\n| 姓名 | 单位 |\n| 吴辛 | 市档案局 |\n",
	"\"residue\": []"},
    {ITEM "（一）甲。\n| 姓名 | 单位 |\n| 周己庚 | 市水利局 |\n记录：吴辛\n",
	"\"recorders\": [{\"name\": \"吴辛\""})

#define BODY OPENING "现将会议事项纪要如下：\n一、听取汇报\n由市档案局承办。\n"
#define TITLED "清河县人民政府专题会议纪要\n"
#define IMPRINT "清河县人民政府办公室    2023年5月8日印发"

/* Several fields on one line. */
TEST_PAIRS(fields,
    {TITLED "主持：赵甲    记录：孙丁\n" BODY, "\"recorders\": [{\"name\": \"孙丁\""},
    {TITLED "地点：县政府三楼会议室  记录人：孙丁\n" BODY,
	"\"place\": \"县政府三楼会议室\", \"chairs\": [{\"name\": \"赵甲\", \"organization\": null, "
	"\"title\": \"市长\"}], \"recorders\": [{\"name\": \"孙丁\""},
    {TITLED "主持人\t县委书记、县长 赵甲\t记录人\t孙丁\n会议指出，好。\n",
	"\"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": \"县委书记、县长\"}]"},
    {BODY "记录：孙丁  整理：李戊  审核：周己庚\n",
	"{\"name\": \"李戊\", \"organization\": null, \"title\": null}]"},
    {BODY "报：县委。  送：县人大、县政协。  发：各乡镇。\n",
	"{\"label\": \"送\", \"recipients\": [\"县人大、县政协\"]}, {\"label\": \"发\""},
    {TITLED "第8期     清河县人民政府办公室     2023年5月8日\n" BODY,
	"\"number\": {\"text\": \"第8期\", \"prefix\": null, \"year\": null, \"sequence\": 8}"},
    {TITLED "第8期     清河县人民政府办公室     2023年5月8日\n" BODY,
	"\"compiled\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {TITLED "2023年5月8日　　　　〔2023〕8号\n" BODY,
	"\"text\": \"〔2023〕8号\", \"prefix\": null"},
    {"秘密★1年          特急\n" TITLED BODY,
	"\"classification\": \"秘密★1年\", \"urgency\": \"特急\""},
    {BODY IMPRINT "    （共印30份）\n",
	"\"issued\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {BODY "出席：赵甲、孙丁\n责任科室：综合科    联系人：孙丁    联系电话：12345\n",
	"\"name\": \"孙丁\", \"organization\": null, \"title\": null, \"note\": null, \"representative\": false}]}]"},
    {BODY "出席：赵甲、孙丁\n（作者：李戊  编辑：周己庚）\n", "\"residue\": []"},
    {BODY "清河县人民政府\n2023年5月8日（印章）\n",
	"\"compiled\": {\"by\": \"清河县人民政府\", \"date\": \"2023-05-08\"}"},
    {BODY "抄送：县委办公室。          （印三十份）\n", "\"recipients\": [\"县委办公室\"]"})

/* Labels and imprints in other words and other places. */
TEST_PAIRS(labels,
    {TITLED "召集人：赵甲\n开会时间：2023年5月6日\n主 持 者：钱乙\n会议指出，好。\n",
	"\"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": null}, {\"name\": \"钱乙\""},
    {TITLED "主持：赵甲\n" BODY,
	"\"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": \"市长\"}]"},
    {TITLED "时间：2023年5月6日\n出席：钱乙\n议题：1、研究供暖  2、研究低保\n会议指出，好。\n",
	"{\"action\": \"研究\", \"subjects\": [\"供暖\"]}, {\"action\": \"研究\", \"subjects\": [\"低保\"]}"},
    {BODY "出席：钱乙\n议题：供暖问题\n", "\"subjects\": [\"供暖问题\"]"},
    {BODY "出席：钱乙\n清河县人民政府办公室\n二O二三年五月八日\n",
	"\"compiled\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {TITLED "清河县人民政府办公室    二00六年六月九日\n" BODY,
	"\"compiled\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2006-06-09\"}"},
    {BODY "（清河县人民政府办公室整理）\n", "\"compiled\": {\"by\": \"清河县人民政府办公室\""},
    {TITLED IMPRINT "\n" BODY,
	"\"issued\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {TITLED "清河县人民政府办公室印发    2023-05-08\n" BODY,
	"\"issued\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {TITLED "清河县人民政府办公室    （2023年5月8日）\n" BODY,
	"\"compiled\": {\"by\": \"清河县人民政府办公室\", \"date\": \"2023-05-08\"}"},
    {BODY "信息公开选项：依申请公开\n分发：各乡镇。\n", "\"disclosure\": \"依申请公开\""},
    {BODY "信息公开选项：依申请公开\n分发：各乡镇。\n", "\"label\": \"分发\""},
    {BODY "校长办公室\n2023-5-8\n", "\"issuer\": \"校长办公室\""},
    {"2023年5月6日，赵甲校长主持召开第7次校长办公会议，研究以下事项：\n一、供暖\n好。\n",
	"\"agenda\": []"},
    {TITLED "时间：2023年5月6日\n会议决议：\n一、供暖\n好。\n", "\"lead_in\": \"会议决议：\""})

#define NUMBERED(text, year, sequence) "\"number\": {\"text\": \"" text "\", \"prefix\": null, \"year\": " year ", \"sequence\": " sequence

/* Titles with a subject, brackets, a session; and numbers of other forms. */
TEST_PAIRS(titles,
    {"清河县人民政府关于研究供暖问题的专题会议纪要\n" BODY,
	"\"issuer\": \"清河县人民政府\", \"kind\": \"专题会议纪要\""},
    {"关于研究供暖问题的会议纪要\n" BODY, "\"issuer\": null, \"kind\": \"会议纪要\""},
    {"清河县人民政府常务会议纪要（2023年第8次）\n" BODY,
	"\"issuer\": \"清河县人民政府\", \"kind\": \"常务会议纪要\", \"title\": \"清河县人民政府常务会议纪要（2023年第8次）\""},
    {"清河县人民政府常务会议纪要（第58次）\n会议指出，好。\n",
	NUMBERED("（第58次）", "null", "58")},
    {"清河县人民政府常务会议纪要（〔2023〕8号）\n会议指出，好。\n",
	NUMBERED("〔2023〕8号", "2023", "8")},
    {"第十八届县人民政府第62次常务会议纪要\n会议指出，好。\n", "\"issuer\": null"},
    {"清河县人民政府常务会议纪要（2023年5月6日）\n会议指出，好。\n", "\"date\": \"2023-05-06\""},
    {"清河县人民政府\n第十六届第45次\n常务会议纪要\n会议指出，好。\n",
	"\"issuer\": \"清河县人民政府\", \"kind\": \"常务会议纪要\", \"title\": \"清河县人民政府第十六届第45次常务会议纪要\""},
    {"2023年清河县政府第8次专题会议纪要\n" BODY, "\"issuer\": \"清河县政府\""},
    {"清河县人民政府文件\n清府纪〔2023〕5号\n关于研究供暖问题的会议纪要\n" BODY,
	"\"issuer\": \"清河县人民政府\""},
    {"清河县人民政府公报\n2023年第3期\n" TITLED BODY, "\"number\": null"},
    {TITLED "（41）\n" BODY, NUMBERED("（41）", "null", "41")},
    {TITLED "（二十三）\n" BODY, "\"title\": \"听取汇报\""},
    {TITLED "2023年第3次会议\n会议指出，好。\n", "\"session\": 3"},
    {TITLED "文号：清政纪〔2023〕8号\n" BODY,
	"\"text\": \"清政纪〔2023〕8号\", \"prefix\": \"清政纪\""},
    {TITLED "编号：2023-08\n" BODY, NUMBERED("2023-08", "2023", "8")},
    {TITLED "第（12）号\n" BODY, NUMBERED("第（12）号", "null", "12")},
    {TITLED "2023年（第5期）\n" BODY, NUMBERED("2023年（第5期）", "2023", "5")},
    {TITLED "第2023-3期\n" BODY, NUMBERED("第2023-3期", "2023", "3")},
    {TITLED "NO.12\n" BODY, NUMBERED("NO.12", "null", "12")},
    {TITLED "[2023] 8\n" BODY, NUMBERED("[2023]8", "2023", "8")},
    {TITLED "总第45期\n" BODY, NUMBERED("总第45期", "null", "45")},
    {TITLED "第5期（总第45期）2023年5月6日\n" BODY, NUMBERED("第5期（总第45期）", "null", "5")})

/* Labels apart from what they tell, and what is no item though it is numbered. */
TEST_PAIRS(apart,
    {TITLED "会议地点：\n县政府三楼会议室\n主持人：\n赵甲\n记录人：\n孙丁\n会议指出，好。\n",
	"\"place\": \"县政府三楼会议室\", \"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": null}], "
	"\"recorders\": [{\"name\": \"孙丁\""},
    {BODY "记录：\n清河县人民政府办公室\n2023年5月8日\n", "\"recorders\": []"},
    {TITLED
	"一、时间：2023年5月6日上午\n二、地点：县政府\n三、主持人：赵甲\n四、参加人员：李戊、孙丁\n五、会议议定事项：\n一、由县住建局承办。\n",
	"\"date\": \"2023-05-06\", \"period\": \"上午\", \"place\": \"县政府\", \"chairs\": [{\"name\": \"赵甲\""},
    {TITLED
	"一、会议时间\n2023年5月6日上午\n二、参会人员\n县住建局：李戊、孙丁\n三、会议内容\n（一）由县住建局承办。\n",
	"\"items\": [{\"id\": \"i1\", \"ordinal\": 1, \"label\": \"（一）\""},
    {TITLED
	"会议议程：\n一、传达文件；\n二、研究供暖。\n会议内容：\n（一）传达了文件。\n（二）同意供暖。\n",
	"\"agenda\": [{\"action\": \"传达\", \"subjects\": [\"文件\"]}, {\"action\": \"研究\", \"subjects\": [\"供暖\"]}]"},
    {TITLED
	"会议议程：\n一、传达文件；\n二、研究供暖。\n会议内容：\n（一）传达了文件。\n（二）同意供暖。\n",
	"\"items\": [{\"id\": \"i1\", \"ordinal\": 1, \"label\": \"（一）\""},
    {TITLED
	"会议时间\n2023年5月6日上午\n主持人\n赵甲\n记录人\n孙丁\n会议议定事项如下：\n一、供暖\n好。\n",
	"\"date\": \"2023-05-06\", \"period\": \"上午\", \"place\": null, \"chairs\": [{\"name\": \"赵甲\""},
    {TITLED "【地点】县政府\n【主持】赵甲\n【记录】孙丁\n会议指出，好。\n",
	"\"place\": \"县政府\", \"chairs\": [{\"name\": \"赵甲\", \"organization\": null, \"title\": null}], "
	"\"recorders\": [{\"name\": \"孙丁\""},
    {BODY "报：市政府办公室\n县委书记、副书记\n发：各乡镇\n",
	"\"recipients\": [\"市政府办公室\", \"县委书记、副书记\"]"},
    {TITLED "〔十七届第38次〕\n" BODY, "\"session\": 38"},
    {TITLED "一、议题：供暖\n会议同意。\n二、议题：低保\n会议同意。\n", "\"label\": \"二、\""},
    {TITLED "时间：2023-05-09\n" BODY, "\"residue\": [{\"text\": \"2023-05-09\""})

#define CHECK(code) "\"code\": \"" code "\""

TEST_PAIRS(checks,
    {OPENING "研究工作。\n一、听取甲\n（一）子。\n三、听取乙\n（一）丑。\n",
	CHECK("ordinal-missing")},
    {OPENING "研究工作。\n一、听取甲\n（一）子。\n一、听取乙\n（一）丑。\n",
	CHECK("ordinal-twice")},
    {OPENING "审议《甲办法》。\n一、审议《乙办法》\n（一）子。\n", CHECK("agenda-mismatch")},
    {OPENING "听取全市档案馆建设情况的汇报。\n一、审议《甲办法》\n（一）子。\n",
	CHECK("agenda-mismatch")},
    {ITEM "（一）甲。\n云州市人民政府办公室整理\n2023年5月1日\n", CHECK("date-order")},
    {"列席：市档案局周己庚  市史志办周己庚\n", CHECK("person-twice")},
    {ITEM "（一）甲。\n列席：市档案局周己庚\uFFFD\n市水利局吴\uFFFD\n",
	"2 of this page's characters"},
    {OPENING "审议\uFFFD法。\n\f一、审议《\uFFFD法》\n（一）子\uFFFD\uFFFD。\n",
	"1 of this page's "
	"characters could not be decoded: agenda.subjects 1, meeting.preamble 1\", \"page\": 1"},
    {OPENING "审议\uFFFD法。\n\f一、审议《\uFFFD法》\n（一）子\uFFFD\uFFFD。\n",
	"3 of this page's "
	"characters could not be decoded: items.clauses.text 2, items.documents 1, items.title 1\", \"page\": 2"},
    {"甲乙丙丁\n" OPENING "听取汇报。\n", CHECK("residue")})

#define PERSON_IS(name, title) "\"person\": {\"name\": \"" name "\", \"title\": \"" title "\"}"

/* Who acts: administrations by what they administer, persons with their posts, and what joins no name. */
TEST_PAIRS(actors, {CLAUSE("所需资金由区财政统筹解决。"), LEAD("\"区财政\"")},
    {CLAUSE("由区教育牵头，县级财政配合。"), LEAD("\"区教育\"") SUPPORT("\"县级财政\"")},
    {CLAUSE("由分管副县长牵头。"), "\"person\": null"},
    {CLAUSE("由副县长钱乙总负责。"), PERSON_IS("钱乙", "副县长")},
    {CLAUSE("由纪检书记钱乙同志负责监督检查。"), PERSON_IS("钱乙", "纪检书记")},
    {CLAUSE("由县档案局局长钱乙同志牵头负责。"),
	LEAD("") SUPPORT("") PERSON_IS("钱乙", "县档案局局长")},
    {CLAUSE("请县政府办钱乙副主任牵头。"), LEAD("") SUPPORT("") PERSON_IS("钱乙", "副主任")},
    {CLAUSE("由党委委员、宣传委员钱乙同志负责落实。"), PERSON_IS("钱乙", "党委委员、宣传委员")},
    {CLAUSE("由市档案局牵头、市史志办、市财政局配合。"),
	LEAD("\"市档案局\"") SUPPORT("\"市史志办\", \"市财政局\"")},
    {CLAUSE("加快建设（市档案局牵头，市财政局配合，6月底前完成）。"),
	LEAD("\"市档案局\"") SUPPORT("\"市财政局\"")},
    {CLAUSE("加快建设。（市档案局牵头，市财政局配合，6月底前完成）"),
	"\"text\": \"加快建设。（市档案局牵头，市财政局配合，6月底前完成）\""},
    {CLAUSE("加快建设。【责任单位：市档案局、市财政局】"), LEAD("\"市档案局\", \"市财政局\"")},
    {CLAUSE("加快建设。（牵头单位：市档案局 配合单位：市财政局 完成时间：9月底）"),
	LEAD("\"市档案局\"") SUPPORT("\"市财政局\"")},
    {CLAUSE("由清溪乡梳理后报县政府办。"), LEAD("\"清溪乡\"")},
    {CLAUSE("由市财政局会办后报市政府审批。"), LEAD("\"市财政局\"") SUPPORT("")},
    {CLAUSE("由市档案局牵头，商请市史志办参加。"), SUPPORT("\"市史志办\"")},
    {CLAUSE("由市档案局牵头，负责督促某某置业有限公司于11月30日前补缴。"), LEAD("\"市档案局\"")},
    {CLAUSE("由市档案局牵头，市史志办、市财政局参加，成立工作组。"),
	LEAD("\"市档案局\"") SUPPORT("\"市史志办\", \"市财政局\"")},
    {CLAUSE("市档案局要抓紧整理，市史志办要参加会议。"),
	LEAD("\"市档案局\", \"市史志办\"") SUPPORT("")},
    {CLAUSE("市档案局作为牵头部门，要抓紧整改。"), LEAD("\"市档案局\"")},
    {CLAUSE("请各位副市长按照分工抓好落实。"), LEAD("\"各位副市长\"")},
    {CLAUSE("要求相关科室限期整改。"), LEAD("\"相关科室\"")},
    {CLAUSE("会议审议并原则同意，市档案局根据会议意见修改后报市委常委会审议。"),
	LEAD("\"市档案局\"")},
    {CLAUSE("由施工方承担全部损失。"), LEAD("\"施工方\"")},
    {CLAUSE("由社区牵头成立筹备组。"), LEAD("\"社区\"")},
    {CLAUSE("由市档案局每月向市政府报告。"), LEAD("\"市档案局\"")},
    {CLAUSE("由市档案局及时报告市政府。"), LEAD("\"市档案局\"")},
    {CLAUSE("会议强调各村要抓好落实。"), LEAD("\"各村\"")})

#define DISPOSITION(text, kind, to) "\"disposition\": {\"text\": \"" text "\", \"kind\": \"" kind "\", \"to\": " to "}"

/* 报告 as a thing, and steps that are none; the body that a matter goes to, alone. */
TEST_PAIRS(dispositions,
    {CLAUSE("由市档案局在30日内完成可行性研究报告修编。"), "\"disposition\": null"},
    {CLAUSE("由市档案局将整改报告于7月31日前交信息科。"), "\"disposition\": null"},
    {CLAUSE("由市档案局将自查报告报市政府。"), DISPOSITION("报市政府", "report", "\"市政府\"")},
    {CLAUSE("由市档案局及时报告市政府。"), DISPOSITION("报告市政府", "report", "\"市政府\"")},
    {CLAUSE("由市档案局在本纪要印发之日起15个工作日内支付到位。"),
	"\"disposition\": null, \"deadline\": {\"text\": \"本纪要印发之日起15个工作日内\", \"kind\": "
	"\"relative\""},
    {CLAUSE("由市档案局报送至县政府办。"), DISPOSITION("报送至县政府办", "report", "\"县政府办\"")},
    {CLAUSE("由市档案局修改后报市政府备案。"), DISPOSITION("报市政府备案", "report", "\"市政府\"")},
    {CLAUSE("由市档案局提交县政府常务会议讨论。"),
	DISPOSITION("提交县政府常务会议讨论", "submit", "\"县政府常务会议\"")},
    {CLAUSE("由市档案局修改后以市政府文件下发。"),
	DISPOSITION("以市政府文件下发", "issue", "null")},
    {CLAUSE("由市档案局修改后印发执行。"), DISPOSITION("印发执行", "issue", "null")},
    {CLAUSE("由市档案局提请市政府另行研究。"),
	DISPOSITION("提请市政府另行研究", "submit", "\"市政府\"")})

#define TOPICS(first, second) OPENING "现纪要如下：\n" first "研究车辆管理。由市档案局牵头。\n" second "研究食堂采购。会议同意采购。\n"
#define SECOND(label) "\"ordinal\": 2, \"label\": \"" label "\", \"title\": \"研究食堂采购。\""

/* Topics by their number, and people by the topics that they came for. */
TEST_PAIRS(topics, {TOPICS("第一个议题：", "第二个议题："), SECOND("第二个议题：")},
    {TOPICS("第一个议题：", "第二个议题："), "\"attendance\": []"},
    {TOPICS("第一议题：", "第二议题："), SECOND("第二议题：")},
    {TOPICS("议题（一）：", "议题（二）："), SECOND("议题（二）：")},
    {TOPICS("【议题一】", "【议题二】"), SECOND("【议题二】")},
    {TOPICS("事项一：", "事项二："), SECOND("事项二：")},
    {"列席：县史志办吴辛\n第一议题：县档案局周己庚\n", "\"scope\": \"第一议题\""})

#define SECOND_CLAUSE(label, text) "\"ordinal\": 2, \"label\": \"" label "\", \"title\": null, \"text\": \"" text "\""

/* Numerals that are one character, and other signs after them. */
TEST_PAIRS(numerals, {ITEM "㈠甲乙。\n㈡丙丁。\n", SECOND_CLAUSE("㈡", "丙丁。")},
    {ITEM "⑴甲乙。\n⑵丙丁。\n", SECOND_CLAUSE("⑵", "丙丁。")},
    {ITEM "⒈甲乙。\n⒉丙丁。\n", SECOND_CLAUSE("⒉", "丙丁。")},
    {ITEM "1）甲乙。\n2）丙丁。\n", SECOND_CLAUSE("2）", "丙丁。")},
    {ITEM "（一）、甲乙。\n（二）、丙丁。\n", SECOND_CLAUSE("（二）、", "丙丁。")})

#define VERDICT_NONE(text) "\"text\": \"" text "\", \"verdict\": null"
#define VERDICT(text, verdict) "\"text\": \"" text "\", \"verdict\": \"" verdict "\""

/* How else a meeting decides. */
TEST_PAIRS(verdicts,
    {CLAUSE("会议决定：从9月1日起实行新办法。"),
	VERDICT("会议决定：从9月1日起实行新办法。", "决定")},
    {CLAUSE("会议决定：由市档案局承办。"), VERDICT_NONE("由市档案局承办。")},
    {ITEM "会议决定：\n从9月1日起实行新办法。\n", VERDICT("从9月1日起实行新办法。", "决定")},
    {ITEM "会议同意：\n1．增加编制5名。\n2．增加经费10万元。\n",
	VERDICT("增加经费10万元。", "同意")},
    {CLAUSE("会议同意：\n1．增加编制5名。\n2．增加经费10万元。\n（二）其他工作很重要。"),
	VERDICT("增加经费10万元。", "同意")},
    {CLAUSE("会议同意：\n1．增加编制5名。\n（二）从9月1日起实行。"),
	"\"disposition\": null, \"deadline\": null, \"actionable\": false}], "},
    {CLAUSE("由于资金缺口较大，会议决定分期实施。"),
	VERDICT("由于资金缺口较大，会议决定分期实施。", "决定")},
    {CLAUSE("经研究决定，从9月1日起实行新办法。"),
	VERDICT("经研究决定，从9月1日起实行新办法。", "决定")},
    {CLAUSE("会议研究决定：1.由市档案局牵头。2.所需资金由市财政局解决。"),
	VERDICT_NONE("2.所需资金由市财政局解决。")},
    {CLAUSE("决议：同意实施该项目。"), VERDICT("同意实施该项目。", "同意")},
    {CLAUSE("审议结果：通过。"), VERDICT("通过。", "通过")},
    {CLAUSE("会议原则上同意该方案。"), VERDICT("会议原则上同意该方案。", "原则上同意")},
    {CLAUSE("会议批准该方案。"), VERDICT("会议批准该方案。", "批准")},
    {CLAUSE("会议审定了该方案。"), VERDICT("会议审定了该方案。", "审定")},
    {CLAUSE("该方案未予通过。"), VERDICT("该方案未予通过。", "未予通过")},
    {CLAUSE("该方案会议讨论通过。"), VERDICT("该方案会议讨论通过。", "讨论通过")},
    {CLAUSE("该方案已经县政府常务会议审议通过。"), "\"decisions\": []"},
    {CLAUSE("经研究，同意后勤中心提出的方案。"),
	VERDICT("经研究，同意后勤中心提出的方案。", "同意")})

#define DUE(text, kind, date) "\"deadline\": {\"text\": \"" text "\", \"kind\": \"" kind "\", \"date\": " date "}"

/* The meeting's date settles the days of its year that are not over. */
TEST_PAIRS(deadlines,
    {CLAUSE("市档案局要在本月底前完成。"), DUE("本月底前", "absolute", "\"2023-05-31\"")},
    {CLAUSE("市档案局要在下月底前完成。"), DUE("下月底前", "absolute", "\"2023-06-30\"")},
    {CLAUSE("市档案局要于2023年5月24日17:00前完成。"),
	DUE("2023年5月24日17:00前", "absolute", "\"2023-05-24\"")},
    {CLAUSE("市档案局要于2024年2月底前完成。"), DUE("2024年2月底前", "absolute", "\"2024-02-29\"")},
    {CLAUSE("市档案局要于6月30日前完成。"), DUE("6月30日前", "absolute", "\"2023-06-30\"")},
    {CLAUSE("市档案局要于3月底前完成。"), DUE("3月底前", "absolute", "null")},
    {CLAUSE("市档案局要于年底前完成。"), DUE("年底前", "absolute", "\"2023-12-31\"")},
    {CLAUSE("市档案局要在春节前完成。"), DUE("春节前", "absolute", "null")},
    {CLAUSE("市档案局要在汛期前完成。"), DUE("汛期前", "relative", "null")},
    {CLAUSE("市档案局要在下次常务会议前完成。"), DUE("下次常务会议前", "relative", "null")},
    {CLAUSE("市档案局要在本周五前完成。"), DUE("本周五前", "relative", "null")},
    {CLAUSE("市档案局要每季度第一个月10日前报送。"),
	DUE("每季度第一个月10日前", "recurring", "null")},
    {CLAUSE("市档案局要每月5日、20日前报送。"), DUE("每月5日、20日前", "recurring", "null")})

#define NOTHING(text) {CLAUSE(text), "\"decisions\": []"}

/* What was done already is no decision. */
TEST_PAIRS(done, NOTHING("会议由市档案局汇报了进展。"), NOTHING("会议由市长钱乙丙同志领学。"),
    NOTHING("前期，由市档案局牵头，市财政局配合，完成了编制。"),
    NOTHING("该项目由市档案局负责建设，于2019年6月开工。"),
    NOTHING("市档案局牵头编制的《云州规划》已通过评审。"),
    {CLAUSE("由市档案局对已建成的项目进行验收。"), LEAD("\"市档案局\"")},
    {CLAUSE("由市档案局负责，已开工项目年底前完工。"), LEAD("\"市档案局\"")})

#define RESOLVED(title) OPENING "现纪要如下：\n一、" title "\n二、其他工作。\n"

/* Items that are one sentence, topic and result. */
TEST_PAIRS(resolved,
    {RESOLVED("会议听取了市档案局汇报，决定成立工作专班，由市档案局牵头。"),
	VERDICT("会议听取了市档案局汇报，决定成立工作专班，由市档案局牵头。", "决定")},
    {RESOLVED("研究了经费问题，明确由市财政局安排80万元。"),
	VERDICT_NONE("明确由市财政局安排80万元。")},
    {RESOLVED("听取档案工作情况，由市档案局汇报。"), "\"decisions\": []"},
    {RESOLVED("会议听取了汇报，会议议定：由市档案局牵头；原则同意方案，由市财政局安排资金。"),
	VERDICT_NONE("由市档案局牵头；")},
    {RESOLVED("会议听取了汇报，会议议定：由市档案局牵头；原则同意方案，由市财政局安排资金。"),
	VERDICT("原则同意方案，由市财政局安排资金。", "原则同意")},
    {RESOLVED("与会代表一致同意东线方案。"), VERDICT("与会代表一致同意东线方案。", "一致同意")},
    {OPENING "会议听取了档案工作汇报，经过讨论，现纪要如下：\n一、其他工作。\n",
	"\"subjects\": [\"档案工作汇报\"]"},
    {OPENING "研究档案工作，市水利局负责人参加会议。\n一、其他工作。\n",
	"\"subjects\": [\"档案工作\"]"})

#define LINES CLAUSE("加快建设。\n责任科室：信息科\n责任人：钱乙\n完成时限：6月25日")

/* Labels on lines of their own belong to what is before them. */
TEST_PAIRS(labelled,
    {LINES, "\"text\": \"加快建设。\", \"verdict\": null, \"documents\": [], " LEAD("\"信息科\"")},
    {LINES, DUE("6月25日", "absolute", "\"2023-06-25\"")},
    {LINES, "\"id\": \"i1.c1.d1\", \"clause\": \"i1.c1\""},
    {CLAUSE("请市档案局牵头办理。责任单位：市档案局；配合单位：市财政局；责任人：钱乙。"),
	LEAD("\"市档案局\"") SUPPORT("\"市财政局\"") "\"person\": {\"name\": \"钱乙\""},
    {ITEM "会议听取了汇报，会议决定：\n1．增加编制5名。\n2．增加经费10万元。\n",
	VERDICT("增加编制5名。", "决定")},
    NOTHING("表决结果：同意7票，反对0票，弃权0票。"))

static Suite *
suite(void)
{
	Suite *suite = suite_create("recognise");
	TCase *tests = tcase_create("stages");

	ADD_PAIRS(tests, masthead);
	ADD_PAIRS(tests, production);
	ADD_PAIRS(tests, opening);
	ADD_PAIRS(tests, header);
	ADD_PAIRS(tests, cells);
	ADD_PAIRS(tests, body);
	ADD_PAIRS(tests, paragraphs);
	ADD_PAIRS(tests, furniture);
	ADD_PAIRS(tests, surroundings);
	ADD_PAIRS(tests, people);
	ADD_PAIRS(tests, prose);
	ADD_PAIRS(tests, listed);
	ADD_PAIRS(tests, radicals);
	ADD_PAIRS(tests, rolls);
	ADD_PAIRS(tests, tail);
	ADD_PAIRS(tests, decisions);
	ADD_PAIRS(tests, duties);
	ADD_PAIRS(tests, forms);
	ADD_PAIRS(tests, more_forms);
	ADD_PAIRS(tests, hostile);
	tcase_add_test(tests, endless);
	tcase_set_timeout(tests, 60);
	ADD_PAIRS(tests, other_governments);
	ADD_PAIRS(tests, unnamed);
	ADD_PAIRS(tests, page_after);
	ADD_PAIRS(tests, masked);
	ADD_PAIRS(tests, lists);
	ADD_PAIRS(tests, told);
	ADD_PAIRS(tests, manners);
	ADD_PAIRS(tests, convened);
	ADD_PAIRS(tests, values);
	ADD_PAIRS(tests, terms);
	ADD_PAIRS(tests, fields);
	ADD_PAIRS(tests, labels);
	ADD_PAIRS(tests, titles);
	ADD_PAIRS(tests, apart);
	ADD_PAIRS(tests, checks);
	ADD_PAIRS(tests, actors);
	ADD_PAIRS(tests, numerals);
	ADD_PAIRS(tests, labelled);
	ADD_PAIRS(tests, done);
	ADD_PAIRS(tests, resolved);
	ADD_PAIRS(tests, deadlines);
	ADD_PAIRS(tests, verdicts);
	ADD_PAIRS(tests, topics);
	ADD_PAIRS(tests, dispositions);
	suite_add_tcase(suite, tests);
	return suite;
}

int
main(void)
{
	return test_main(suite());
}
