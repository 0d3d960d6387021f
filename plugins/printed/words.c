/* What the model says in words of its own, as people say it. */
#include <stdio.h>
#include <string.h>

#include "printed.h"

struct printed_word { const char *word, *said; };

static const char *
printed_say(const struct printed_word *words, size_t n, struct jy_text word)
{
	for (size_t i = 0; word.s && i < n; i++)
		if (strcmp(word.s, words[i].word) == 0)
			return words[i].said;
	return "";
}

const char *
printed_role(struct jy_text role)
{
	static const struct printed_word words[] = {
		{"present", "出席"}, {"attending", "列席"}, {"absent", "请假"}, {"invited", "邀请"},
	};
	const char *said = printed_say(words, sizeof(words) / sizeof(*words), role);

	return *said ? said : "参加";
}

const char *
printed_deadline(struct jy_text kind)
{
	static const struct printed_word words[] = {
		{"absolute", "确定日期"}, {"recurring", "定期"}, {"relative", "相对期限"},
		{"vague", "未定期限"},
	};

	return printed_say(words, sizeof(words) / sizeof(*words), kind);
}

const char *
printed_severity(struct jy_text severity)
{
	static const struct printed_word words[] = {
		{"error", "错误"}, {"warning", "存疑"}, {"note", "提示"},
	};

	return printed_say(words, sizeof(words) / sizeof(*words), severity);
}

const char *
printed_check(struct jy_text code)
{
	static const struct printed_word words[] = {
		{"not-minutes", "不似会议纪要"}, {"no-chair", "未见主持人"}, {"no-date", "未见会议日期"},
		{"year-inferred", "会议年份系从他处推知"}, {"ordinal-missing", "序号缺漏"},
		{"ordinal-twice", "序号重复"}, {"ordinal-order", "序号颠倒"},
		{"item-empty", "议题无内容"}, {"agenda-mismatch", "导语与议题不一致"},
		{"date-order", "日期先后有误"}, {"person-twice", "同名者分属两个单位"},
		{"close-reading", "单位与姓名的分界存疑"}, {"low-confidence", "识读可信度低"},
		{"ocr-proposal", "识读疑有误字"}, {"residue", "有未识别的内容"},
		{"undecoded", "有无法解码的字符"},
	};

	return printed_say(words, sizeof(words) / sizeof(*words), code);
}

void
printed_place(char *to, size_t size, const struct jy_minutes *m, int page, int line)
{
	char of_page[24] = "", of_line[24] = "";

	if (page && m->source->pages)
		snprintf(of_page, sizeof(of_page), "第%d页", page);
	if (page && line)
		snprintf(of_line, sizeof(of_line), "第%d行", line);
	snprintf(to, size, "%s%s", of_page, of_line);
}

struct jy_text
printed_date(char *to, size_t size, struct jy_text date)
{
	int year, month, day, n = 0;

	if (date.s && sscanf(date.s, "%4d-%2d-%2d", &year, &month, &day) == 3)
		n = snprintf(to, size, "%d年%d月%d日", year, month, day);
	else if (date.s && sscanf(date.s, "--%2d-%2d", &month, &day) == 2)
		n = snprintf(to, size, "%d月%d日", month, day);
	return n > 0 && (size_t)n < size ? (struct jy_text){to, (size_t)n} : date;
}
