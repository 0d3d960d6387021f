/* A task from beginning to end, and the messages that it gathers. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "task.h"
#include "text.h"

struct jy_task *
jy_begin(const struct jy_plugin *plugin)
{
	struct jy_task *task = must_alloc(sizeof(*task));

	task->plugin = plugin;
	task->lexicon = &built_in_lexicon;
	return task;
}

const char *
jy_teach(struct jy_task *task, struct jy_bytes words)
{
	const char *why = NULL;
	const struct lexicon *lexicon = lexicon_extend(&task->arena, task->lexicon,
	    (const char *)words.at, words.size, &why);

	if (lexicon)
		task->lexicon = lexicon;
	return why;
}

void
jy_accept_any(struct jy_task *task)
{
	task->any = true;
}

void
jy_end(struct jy_task *task)
{
	if (!task)
		return;
	arena_free(&task->arena);
	free(task);
}

__attribute__((format(printf, 5, 0)))
static void
say(struct jy_task *task, const char *severity, int page, const char *code, const char *format,
    va_list args)
{
	struct jy_message *message = arena_alloc(&task->arena, sizeof(*message));
	char *text = NULL;
	int n = vasprintf(&text, format, args);

	if (n < 0)
		text = NULL;
	message->severity = severity;
	message->page = page;
	message->code = arena_text(&task->arena, code, strlen(code)).s;
	message->text = text ? text_clean(&task->arena, text, (size_t)n).s : "";
	free(text);
	if (task->last)
		task->last->next = message;
	else
		task->messages = message;
	task->last = message;
}

void
jy_warn(struct jy_task *task, int page, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(task, "warning", page, code, format, args);
	va_end(args);
}

int
jy_fail(struct jy_task *task, enum jy_status status, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(task, "error", 0, code, format, args);
	va_end(args);
	if (!task->status)
		task->status = (int)status;
	return -1;
}

const struct jy_message *
jy_messages(const struct jy_task *task)
{
	return task->messages;
}

int
jy_task_status(const struct jy_task *task)
{
	return task->status;
}
