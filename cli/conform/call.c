/*
 * The plugin's calls.  The library is given a plugin of ours, which passes each call on and looks at
 * what changes meanwhile: so nothing that the library does is laid at the plugin's door.
 */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

static const struct jy_plugin *real;	/* whose calls are passed on */
static struct jy_plugin spy;
static struct call *current;

/* The most memory that the process has had since it was last forgotten; 0: who knows. */
static long
peak(void)
{
	FILE *status = fopen("/proc/self/status", "re");
	char line[128];
	long kibibytes = 0;

	while (status && fgets(line, sizeof(line), status))
		if (sscanf(line, "VmHWM: %ld kB", &kibibytes) == 1)
			break;
	if (status)
		fclose(status);
	return kibibytes;
}

static void
forget_peak(void)
{
	FILE *refs = fopen("/proc/self/clear_refs", "we");

	if (refs) {
		fputs("5", refs);
		fclose(refs);
	}
}

static bool
is_code(const char *code)
{
	size_t len = strlen(code);

	return len > 0 && *code >= 'a' && *code <= 'z' && code[len - 1] != '-'
	    && !strstr(code, "--") && strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

static void
judge_message(const struct jy_message *m)
{
	size_t len = strlen(m->text);

	if (!is_code(m->code))
		lab_fault(SPEAKS, "the code '%s' is not of lower case words joined by hyphens",
		    m->code);
	if (!len)
		lab_fault(SPEAKS, "the message [%s] says nothing", m->code);
	else if (m->text[len - 1] == '.' && (len < 3 || strcmp(m->text + len - 3, "...") != 0))
		lab_fault(SPEAKS, "the message '%s' ends with a full stop", m->text);
	if (m->page < 0)
		lab_fault(SPEAKS, "the message [%s] is of page %d", m->code, m->page);
}

static bool
is_status(int status)
{
	static const int known[] = {
		JY_USAGE, JY_BAD_INPUT, JY_UNAVAILABLE, JY_INTERNAL, JY_TEMPORARY, JY_PERMISSION
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (known[i] == status)
			return true;
	return false;
}

static void
judge_result(const struct jy_task *task, int result)
{
	int status = jy_task_status(task);

	for (const struct jy_message *m = jy_messages(task); m; m = m->next)
		judge_message(m);
	if (result != 0 && result != -1)
		lab_fault(SPEAKS, "it returned %d, neither 0 nor -1", result);
	else if (result && !status)
		lab_fault(SPEAKS, "it returned -1 without jy_fail");
	else if (!result && status)
		lab_fault(SPEAKS, "it returned 0 after jy_fail");
	if (status && !is_status(status))
		lab_fault(SPEAKS, "it failed with %d, which is none of enum jy_status", status);
	if (status == JY_INTERNAL)
		lab_fault(SPEAKS, "it says that it is wrong itself (JY_INTERNAL)");
}

static char *
look(void)
{
	forget_peak();
	current->kibibytes = peak();
	current->seconds = lab_clock();
	return state_now();
}

static void
look_again(char *before, const struct jy_task *task, int result)
{
	char line[256], *after;

	current->seconds = lab_clock() - current->seconds;
	current->kibibytes = peak() - current->kibibytes;
	after = state_now();
	if (state_changed(before, after, line, sizeof(line)))
		lab_fault(LEAVES, "%s", line);
	if (lab_heard(line, sizeof(line)))
		lab_fault(QUIET, "it printed '%s'", line);
	judge_result(task, result);
	free(before);
	free(after);
}

static int
pass_on_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	char *before = look();
	int result = real->read(task, in, builder);

	look_again(before, task, result);
	return result;
}

static int
pass_on_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	char *before = look();
	int result = real->write(task, minutes, out);

	look_again(before, task, result);
	return result;
}

struct call
call_begin(const struct jy_plugin *plugin)
{
	real = plugin;
	spy = *plugin;
	spy.read = plugin->read ? pass_on_read : NULL;
	spy.write = plugin->write ? pass_on_write : NULL;
	return (struct call){.task = jy_begin(&spy), .out = jy_out_new()};
}

/* What begins as minutes does and is none is read all the same: the plugin is asked, not the
 * recogniser. */
void
call_read(struct call *call, struct jy_bytes in, const char *name)
{
	current = call;
	jy_accept_any(call->task);
	call->minutes = jy_read(call->task, in, name);
	call->status = jy_task_status(call->task);
}

void
call_write(struct call *call, const struct jy_minutes *minutes)
{
	current = call;
	jy_write(call->task, minutes, call->out);
	call->status = jy_task_status(call->task);
}

const char *
call_code(const struct call *call)
{
	for (const struct jy_message *m = jy_messages(call->task); m; m = m->next)
		if (strcmp(m->severity, "error") == 0)
			return m->code;
	return "";
}

void
call_end(struct call *call)
{
	jy_free(call->minutes);
	jy_out_free(call->out);
	jy_end(call->task);
}

struct call
read_once(const struct trial *t, struct jy_bytes in, const char *name)
{
	struct call call = call_begin(t->plugin);

	call_read(&call, in, name);
	return call;
}

struct call
write_once(const struct trial *t, const struct jy_minutes *minutes)
{
	struct call call = call_begin(t->plugin);

	call_write(&call, minutes);
	return call;
}
