/* Words that users give to the recogniser (--lexicon), and a meeting that is read with them. */
#include "fuzz.h"

static const char meeting[] =
    "云州市人民政府常务会议纪要\n2025年3月1日，甲市长主持召开市政府第3次常务会议。\n"
    "出席：甲乙丙 丁戊己\n一、听取了汇报\n会议听取了市财政局的汇报。\n";

static void
begin(void)
{
	fuzz_must(jy_find(fuzz_host(), "text"), "the plugin text is there");
}

static void
run(struct jy_bytes words)
{
	struct jy_task *task = jy_begin(jy_find(fuzz_host(), "text"));
	struct jy_bytes in = {(const unsigned char *)meeting, sizeof(meeting) - 1};

	jy_accept_any(task);
	jy_teach(task, words);
	jy_free(jy_read(task, in, "meeting"));
	jy_end(task);
}

const struct fuzz_target fuzz_words = {.name = "words", .begin = begin, .run = run};
