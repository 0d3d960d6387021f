/* The words of reports: English, Chinese. */
#include <stddef.h>
#include <string.h>

#include "words.h"

static const char *const words[WORDS][LANGUAGES] = {
	[W_NONE] = {"", ""},
	[W_LANGUAGE] = {"en", "zh-Hans"},
	[W_OTHER] = {"中文", "English"},
	[W_TITLE] = {"Report of a batch", "批量转换报告"},
	[W_MEMBERS] = {"On this page", "本页内容"},

	[W_BEGAN] = {"Began (UTC)", "开始（协调世界时）"},
	[W_ENDED] = {"Ended (UTC)", "结束（协调世界时）"},
	[W_STATE] = {"State", "状态"},
	[W_DONE] = {"done", "已完成"},
	[W_STOPPED] = {"stopped", "已中止"},
	[W_RUNNING] = {"running, or killed", "运行中（或已被强行终止）"},
	[W_VERSION] = {"jiyao", "jiyao 版本"},
	[W_OPTIONS] = {"Options", "选项"},
	[W_SHARD] = {"Shard", "分片"},
	[W_UNFINISHED] = {"This batch is not finished: the same command goes on where it stopped.",
	    "本批尚未完成：再次执行同一命令即可从中断处继续。"},
	[W_EARLIER] = {"of them as an earlier run left them", "其中沿用以前运行的结果"},

	[W_SUMS] = {"Sums", "总数"},
	[W_IN] = {"in", "输入"},
	[W_CONVERTED] = {"converted", "已转换"},
	[W_WARNINGS] = {"with warnings", "已转换，有警告"},
	[W_FAILED] = {"failed", "失败"},
	[W_SKIPPED] = {"skipped", "跳过"},
	[W_TODO] = {"still to do", "待处理"},
	[W_EMPTY] = {"There was no input.", "没有输入文件。"},

	[W_ACTIONS] = {"What to do next", "下一步怎么办"},
	[W_ACTION] = {"What to do", "处理办法"},
	[W_FILES] = {"Files", "文件数"},
	[W_REASONS] = {"Reasons", "原因代码"},
	[W_ALL_WELL] = {"Nothing: every file was converted without a warning.",
	    "无需处理：所有文件均已转换，没有警告。"},
	[W_PASSWORD] = {"Find the password", "查找密码"},
	[W_PASSWORD_DO] = {"They are locked. Give the password with -O password=… and "
	    "--retry=failed, or ask who made them for open copies.",
	    "文件已加密。用 -O password=… 和 --retry=failed 给出密码，或向制发单位索取未加密的文"
	    "件。"},
	[W_RESCAN] = {"Scan again", "重新扫描"},
	[W_RESCAN_DO] = {"There is something on the pages, but nothing that can be read. Scan the "
	    "paper again: straight, in grey, with 300 dpi.",
	    "页面上有内容，但无法识读。请重新扫描纸质原件：摆正，灰度，300 dpi。"},
	[W_OCR] = {"Read by OCR", "用 OCR 识读"},
	[W_OCR_DO] = {"Pages are pictures, or their fonts tell no characters. Convert them with "
	    "--retry=all where OCR is installed (tesseract with chi_sim).",
	    "页面是图像，或其字体不含字符信息。请在装有 OCR（tesseract 及 chi_sim）的机器上用 --retry=all 再次转换。"},
	[W_DAMAGED] = {"Find another copy", "另找副本"},
	[W_DAMAGED_DO] = {"They are damaged, cut short or empty. Fetch them again from where they "
	    "came from, or from a backup.",
	    "文件已损坏、不完整或为空。请从来源处重新获取，或从备份恢复。"},
	[W_FOREIGN] = {"Sort out: no minutes", "剔除：不是会议纪要"},
	[W_FOREIGN_DO] = {"They are something else. If they are minutes all the same, convert "
	    "them with --any, and tell us.",
	    "这些文件不是会议纪要。如果确是纪要，请用 --any 转换，并告知开发者。"},
	[W_ACCESS] = {"Make them readable", "解决读取问题"},
	[W_ACCESS_DO] = {"They are gone, or may not be read. See to their permissions, or to the "
	    "disk, and run the same command with --retry=failed.",
	    "文件不存在或无权读取。请检查权限或磁盘，再加 --retry=failed 执行同一命令。"},
	[W_SETUP] = {"Complete the installation", "补全安装"},
	[W_SETUP_DO] = {"Something that reading them needs is not installed here; the message "
	    "names it. Then --retry=failed.",
	    "本机缺少读取所需的组件，见说明。安装后用 --retry=failed 再次执行。"},
	[W_SETTINGS] = {"Change the options", "调整选项"},
	[W_SETTINGS_DO] = {"An option does not fit them; the message says which. Convert them on "
	    "their own, with another value.",
	    "某个选项不适合这些文件，见说明。请换用其他取值，单独转换。"},
	[W_RETRY] = {"Try again", "重试"},
	[W_RETRY_DO] = {"Time, memory or disk did not suffice. Run the same command with "
	    "--retry=failed, and with a larger --time or --memory.",
	    "时间、内存或磁盘不足。请加 --retry=failed 并放宽 --time 或 --memory，再次执行同一命"
	    "令。"},
	[W_TELL] = {"Tell us", "告知开发者"},
	[W_TELL_DO] = {"That is a fault of jiyao. Tell its authors, with the file if you may; "
	    "nothing else of the batch was touched by it.",
	    "这是 jiyao 的缺陷。请告知开发者，如允许请附上该文件；本批其他文件不受影响。"},
	[W_COMPARE] = {"Compare with the source", "与原件核对"},
	[W_COMPARE_DO] = {"They are converted, with a doubt. Compare the places that the messages "
	    "name.",
	    "已转换，但有疑点。请按说明所指之处与原件核对。"},
	[W_NOTHING] = {"Nothing", "无需处理"},
	[W_NOTHING_DO] = {"They are no files, and were skipped: symbolic links, devices.",
	    "不是普通文件，已跳过：符号链接、设备等。"},
	[W_WAITING] = {"Go on", "继续执行"},
	[W_WAITING_DO] = {"They were not reached. Run the same command again.",
	    "尚未处理到。请再次执行同一命令。"},

	[W_EXCEPTIONS] = {"Exceptions", "例外文件"},
	[W_FILE] = {"File", "文件"},
	[W_REASON] = {"Reason", "原因"},
	[W_SENTENCE] = {"Message", "说明"},
	[W_OUTPUT] = {"Output", "输出"},
	[W_PAGE] = {"Page", "页"},
	[W_PAGES] = {"Pages", "页数"},
	[W_LINE] = {"line", "行"},
	[W_MORE] = {"more: all are in", "项未列出，全部见"},

	[W_DOUBTS] = {"Checks across the batch", "全批检查结果"},
	[W_DOUBTS_DO] = {"Doubts about the documents themselves, as they stand in the outputs.",
	    "对文件内容本身的疑问，同样记录在各输出文件中。"},
	[W_CHECK] = {"Check", "检查"},
	[W_SEVERITY] = {"Severity", "程度"},
	[W_TIMES] = {"Times", "次数"},
	[W_EXAMPLE] = {"For example", "例如"},
	[W_ERROR] = {"error", "错误"},
	[W_WARNING] = {"warning", "警告"},
	[W_NOTE] = {"note", "提示"},
	[W_NO_DOUBTS] = {"No document gave cause for doubt.", "没有发现疑问。"},

	[W_PLOTS] = {"Time and size", "时间与大小"},
	[W_PLOT_TIME] = {"Files by the time that they took", "按所用时间统计的文件数"},
	[W_PLOT_SIZE] = {"Files by their size", "按大小统计的文件数"},
	[W_PLOT_SAYS] = {"The figures", "具体数字"},
	[W_FROM] = {"From", "从"},
	[W_BELOW] = {"to below", "到（不含）"},
	[W_SLOWEST] = {"The ten slowest", "最慢的十个文件"},
	[W_SECONDS] = {"Seconds", "秒"},
	[W_SIZE] = {"Size", "大小"},
	[W_MEMORY] = {"Memory", "内存"},

	[W_SERIES] = {"Across documents", "跨文件比对"},
	[W_SERIES_DO] = {"What no single document shows. A finding is a question, not a fault: "
	    "the archive may be right.",
	    "单看一份文件发现不了的问题。以下只是疑问，不一定是差错：档案本身可能无误。"},
	[W_NO_SERIES] = {"Nothing was found.", "没有发现问题。"},
	[W_RULE] = {"Finding", "问题"},
	[W_WHAT] = {"What", "内容"},
	[W_PLACES] = {"Places", "位置"},
	[W_SESSION_TWICE] = {"the same session twice", "会次重复"},
	[W_SESSION_MISSING] = {"sessions are missing", "会次缺失"},
	[W_NUMBER_TWICE] = {"the same number twice", "发文字号重复"},
	[W_NUMBER_MISSING] = {"numbers are missing", "发文字号缺失"},
	[W_DATE_ORDER] = {"dates out of order", "日期与次序不符"},
	[W_PERSON] = {"one person in two organisations", "同一人同期属于两个单位"},
	[W_VARIANT] = {"spelling variants of a name", "人名疑有异写"},

	[W_ALSO] = {"Beside this page", "其他文件"},
	[W_CATALOGUE] = {"every input once, with its SHA-256 and what was read; opens in a "
	    "spreadsheet",
	    "每个输入文件一行，含 SHA-256 和读出的要素；可用电子表格打开"},
	[W_EXCEPTIONS_CSV] = {"those of them that something is to be done about",
	    "其中需要处理的文件"},
	[W_MANIFEST] = {"SHA-256 of every output", "全部输出文件的 SHA-256"},
	[W_SOURCES_MANIFEST] = {"SHA-256 of every input, by the path that it was opened by",
	    "全部输入文件的 SHA-256，按打开时的路径"},
	[W_SERIES_CSV] = {"the findings across documents, a place a line",
	    "跨文件比对的结果，每个位置一行"},
	[W_VERIFY] = {"In this folder, this command says whether an output has changed since:",
	    "在本文件夹内执行以下命令，可知输出文件此后是否被改动："},

	[W_SAMPLE] = {"Sample for checking by hand", "人工抽查表"},
	[W_SAMPLE_HOW] = {"Share, seed, drawn of converted files:",
	    "比例、种子、抽取数与已转换文件数："},
	[W_SAMPLE_DO] = {"Compare each source with its outputs; tick what is right, and say what "
	    "is not.",
	    "逐份对照原件与输出：正确的打勾，不正确的写明。"},
	[W_TURN] = {"No.", "序号"},
	[W_SOURCE] = {"Source", "原件"},
	[W_NUMBER] = {"Number", "发文字号"},
	[W_DATE] = {"Date", "日期"},
	[W_HEADING] = {"Title", "标题"},
	[W_COMPLETE] = {"Complete", "完整"},
	[W_PEOPLE_RIGHT] = {"People", "人员"},
	[W_ITEMS_RIGHT] = {"Items", "议题"},
	[W_REMARKS] = {"Remarks", "备注"},
	[W_CHECKED_BY] = {"Checked by", "检查人"},
	[W_SIGNED] = {"Day, signature", "日期、签名"},
};

/* Of codes, which messages explain in English only. */
static const struct gloss { const char *code, *chinese; } glosses[] = {
	{"encrypted", "已加密"}, {"damaged", "已损坏"}, {"empty", "空文件"},
	{"missing-part", "缺少部件"}, {"content-type", "部件类型不符"}, {"too-deep", "嵌套过深"},
	{"too-large", "超出限制"}, {"needs-ocr", "需要 OCR"}, {"no-ocr", "未安装 OCR"},
	{"no-text", "没有文字"}, {"ocr-blank", "OCR 识读不出文字"},
	{"ocr-text", "由其他程序识读的文字"}, {"ocr-proposal", "识读疑有误字"},
	{"from-ocr", "由 OCR 识读"}, {"low-confidence", "识读可信度低"},
	{"doubtful-fonts", "字体无法解码"}, {"undecoded", "有字符无法解码"},
	{"extraction-forbidden", "作者禁止提取文字"}, {"not-minutes", "不是会议纪要"},
	{"unknown-format", "格式不明"}, {"not-docx", "不是 Word 文档"},
	{"not-ofd", "不是 OFD 文件"}, {"wrong-schema", "模式不符"}, {"no-input", "文件不存在"},
	{"directory", "文件夹无法读取"}, {"permission", "没有权限"}, {"unreadable", "无法读取"},
	{"no-poppler-data", "缺少 poppler-data"}, {"no-plugins", "没有插件"},
	{"plugin-refused", "插件未能加载"}, {"no-such-encoding", "系统不识此编码"},
	{"unknown-encoding", "编码不明"}, {"wrong-charset", "所声明的编码有误"},
	{"no-such-page", "没有该页"}, {"timeout", "超时"}, {"memory", "内存不足"},
	{"no-memory", "内存不足"}, {"resources", "资源不足"}, {"killed", "被强行终止"},
	{"output", "无法写入"}, {"crashed", "程序崩溃"}, {"forbidden", "越权操作被拦截"},
	{"protocol", "内部通信出错"}, {"plugin-bug", "插件缺陷"}, {"warnings", "有警告"},
	{"symlink", "符号链接"}, {"special", "设备、管道或套接字"}, {"todo", "待处理"},
	{"no-chair", "未见主持人"}, {"no-date", "未见会议日期"},
	{"year-inferred", "会议年份系从他处推知"},
	{"ordinal-missing", "序号缺漏"}, {"ordinal-twice", "序号重复"},
	{"ordinal-order", "序号颠倒"}, {"item-empty", "议题无内容"},
	{"agenda-mismatch", "导语与议题不一致"}, {"date-order", "日期先后有误"},
	{"person-twice", "同名者分属两个单位"}, {"close-reading", "单位与姓名的分界存疑"},
	{"residue", "有未识别的内容"}, {"more-checks", "另有更多疑问"},
	{"attachment-differs", "与所附数据不一致"}, {"embedded-document", "有内嵌文件未读"},
	{"hidden-text", "有隐藏文字未读"}, {"open-markup", "标记未结束"},
	{"replaced", "有字符被替换"}, {"tracked-changes", "含修订记录"},
	{"unknown-element", "有未知元素"}, {"unknown-key", "有未知的键"},
	{"unknown-numerals", "有未知的编号样式"}, {"residue-left-out", "未写出未识别的内容"},
	{"pages-left-out", "有页未读"},
};

const char *
word(enum language language, enum word w)
{
	return words[w][language];
}

const char *
gloss(enum language language, const char *code)
{
	for (size_t i = 0; language == CHINESE && i < sizeof(glosses) / sizeof(*glosses); i++)
		if (strcmp(glosses[i].code, code) == 0)
			return glosses[i].chinese;
	return "";
}
