/* Options are a declared table; here they are found, checked and asked for. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "task.h"

const struct jy_option *
option_find(const struct jy_plugin *plugin, const char *name)
{
	for (const struct jy_option *o = plugin->options; o && o->name; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}

/* Is VALUE a whole number within "1..99"? */
static bool
is_number_of(const char *range, const char *value)
{
	char *end;
	const char *dots = strstr(range, "..");
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (errno || end == value || *end)
		return false;
	return !dots || (n >= strtol(range, NULL, 10) && n <= strtol(dots + 2, NULL, 10));
}

const struct said *
option_refuses(struct arena *a, const struct jy_option *option, const char *value)
{
	struct jy_text text = {value, strlen(value)};

	if (option->type == JY_CHOICE && !jy_is_word(option->accepts, text))
		return said(a, NULL, "option %s takes %s, not '%s'", option->name, option->accepts,
		    value);
	if (option->type == JY_NUMBER && !is_number_of(option->accepts, value))
		return said(a, NULL, "option %s takes a whole number %s, not '%s'", option->name,
		    option->accepts, value);
	if (option->type == JY_FILE && *value)
		return said(a, NULL, "option %s takes a file, not '%s'", option->name, value);
	return NULL;
}

static const char *
no_such_option(struct jy_task *task, const char *name)
{
	return task_says(task,
	    said(&task->arena, NULL, "%s has no option %s", task->plugin->name, name));
}

static void
keep_setting(struct jy_task *task, const struct jy_option *option, const char *value,
    struct jy_bytes file)
{
	struct setting *setting = arena_alloc(&task->arena, sizeof(*setting));
	unsigned char *bytes;

	setting->name = option->name;
	setting->value = arena_text(&task->arena, value, strlen(value)).s;
	if (file.size) {
		bytes = arena_alloc(&task->arena, file.size);
		setting->file = (struct jy_bytes){memcpy(bytes, file.at, file.size), file.size};
	}
	setting->next = task->settings;
	task->settings = setting;
}

const char *
jy_set(struct jy_task *task, const char *name, const char *value)
{
	const struct jy_option *option = option_find(task->plugin, name);
	const struct said *why;

	if (!option)
		return no_such_option(task, name);
	why = option_refuses(&task->arena, option, value);
	if (!why)
		keep_setting(task, option, value, (struct jy_bytes){0});
	return task_says(task, why);
}

const char *
jy_set_file(struct jy_task *task, const char *name, struct jy_bytes file)
{
	const struct jy_option *option = option_find(task->plugin, name);

	if (!option)
		return no_such_option(task, name);
	if (option->type != JY_FILE)
		return task_says(task, said(&task->arena, NULL, "option %s takes no file", name));
	keep_setting(task, option, "", file);
	return NULL;
}

/* What was set last, or NULL. */
static const struct setting *
find_setting(const struct jy_task *task, const char *name)
{
	for (const struct setting *s = task->settings; s; s = s->next)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

const char *
jy_option(const struct jy_task *task, const char *name)
{
	const struct setting *set = find_setting(task, name);
	const struct jy_option *option = option_find(task->plugin, name);

	if (set)
		return set->value;
	return option && option->value ? option->value : "";
}

bool
jy_option_is(const struct jy_task *task, const char *name, const char *value)
{
	return strcmp(jy_option(task, name), value) == 0;
}

long
jy_option_number(const struct jy_task *task, const char *name)
{
	return strtol(jy_option(task, name), NULL, 10);
}

struct jy_bytes
jy_option_file(const struct jy_task *task, const char *name)
{
	const struct setting *set = find_setting(task, name);

	return set ? set->file : (struct jy_bytes){0};
}
