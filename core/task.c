/* A task from beginning to end, and the messages that it gathers. */
#include <stdarg.h>
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
	const struct said *why = NULL;
	const struct lexicon *lexicon = lexicon_extend(&task->arena, task->lexicon,
	    (const char *)words.at, words.size, &why);

	if (lexicon)
		task->lexicon = lexicon;
	return task_says(task, why);
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

const char *
task_says(struct jy_task *task, const struct said *words)
{
	struct said *kept;

	if (!words)
		return NULL;
	kept = arena_alloc(&task->arena, sizeof(*kept));
	*kept = (struct said){task->said, words->text, words->shown};
	task->said = kept;
	return kept->text;
}

const char *
jy_words(struct jy_task *task, const char *format, ...)
{
	const struct said *words;
	va_list args;

	va_start(args, format);
	words = say_both(&task->arena, task->said, format, args);
	va_end(args);
	return task_says(task, words);
}

const char *
jy_shown(const struct jy_task *task, const char *why)
{
	return shown_of(task->said, why);
}

static void
add_message(struct jy_task *task, const char *severity, int page, const char *code,
    const struct said *both)
{
	struct jy_message *message = arena_alloc(&task->arena, sizeof(*message));

	message->severity = severity;
	message->page = page;
	message->code = arena_text(&task->arena, code, strlen(code)).s;
	message->text = text_clean(&task->arena, both->text, strlen(both->text)).s;
	message->shown = both->shown ? text_clean(&task->arena, both->shown, strlen(both->shown)).s
				     : message->text;
	if (task->last)
		task->last->next = message;
	else
		task->messages = message;
	task->last = message;
}

__attribute__((format(printf, 5, 0)))
static void
say(struct jy_task *task, const char *severity, int page, const char *code, const char *format,
    va_list args)
{
	add_message(task, severity, page, code, say_both(&task->arena, task->said, format, args));
}

void
task_warn(struct jy_task *task, int page, const char *code, const struct said *both)
{
	add_message(task, "warning", page, code, both);
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
