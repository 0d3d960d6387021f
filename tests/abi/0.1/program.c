/* A program as of 0.1 that uses all of jiyao.h: program FOLDER, with the plugins of this version. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jiyao/jiyao.h>

#define BYTES(text) ((struct jy_bytes){(const unsigned char *)(text), strlen(text)})

static const char input[] = "%LINES\n"
			    "云州市人民政府常务会议纪要\n"
			    "〔2025〕2号\n"
			    "2025年1月8日，市长赵一山主持召开市政府第7次常务会议。\n"
			    "一、审议《云州市河道管理办法》\n"
			    "会议原则同意《云州市河道管理办法》。\n";

static void
say(const char *what, const char *why)
{
	printf("%s: %s\n", what, why ? why : "yes");
}

/* What is no sentence of the catalogue stays English. */
static void
print_sentence(const char *format, ...)
{
	va_list args;
	char *sentence;

	va_start(args, format);
	sentence = jy_sentence(format, args);
	va_end(args);
	printf("sentence: %s\n", sentence ? sentence : jy_word("none in another language"));
	free(sentence);
}

static void
print_messages(const struct jy_task *task)
{
	printf("status %d\n", jy_task_status(task));
	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		printf("%s, page %d: %s [%s] %d\n", m->severity, m->page, m->text, m->code,
		    strcmp(m->text, m->shown) == 0);
}

static void
write_by(const struct jy_plugin *writer, const struct jy_minutes *minutes)
{
	struct jy_task *task = jy_begin(writer);
	struct jy_out *out = jy_out_new();

	jy_puts(out, "before\n");
	printf("written: %d\n", jy_write(task, minutes, out));
	printf("appended: %d\n", jy_out_bytes(out).size > 7);
	jy_out_free(out);
	jy_end(task);
}

static struct jy_minutes *
read_by(const struct jy_plugin *reader)
{
	struct jy_task *task = jy_begin(reader);
	struct jy_minutes *minutes;

	say("title", jy_set(task, "title", "A title"));
	say("pages", jy_shown(task, jy_set(task, "pages", "99")));
	say("words", jy_set_file(task, "words", BYTES("%last")));
	say("words taught", jy_teach(task, BYTES("organizations: 数谷\n")));
	say("nonsense taught", jy_teach(task, BYTES("nonsense: 数谷\n")) ? "no" : NULL);
	jy_accept_any(task);
	minutes = jy_read(task, BYTES(input), "an input");
	print_messages(task);
	jy_end(task);
	return minutes;
}

static void
print_modules(const struct jy_host *host)
{
	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		printf("%s: %s\n", strrchr(m->file, '/') + 1,
		    m->plugin ? m->plugin->title : m->shown);
}

int
main(int argc, char **argv)
{
	struct jy_host *host;
	struct jy_minutes *minutes;

	jy_speak();
	host = jy_open(argc > 1 ? argv[1] : NULL);
	printf("version: %d\n", jy_version() != NULL);
	print_sentence("a %s sentence", "new");
	print_modules(host);
	if (jy_detect(host, BYTES(input), NULL) != jy_find(host, "lines"))
		return 1;
	minutes = read_by(jy_find(host, "lines"));
	if (!minutes)
		return 1;
	printf("number: %s\n", minutes->document->number->text.s);
	write_by(jy_writer(host, "x.table"), minutes);
	jy_free(minutes);
	jy_close(host);
	return 0;
}
