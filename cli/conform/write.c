/* Minutes are written: invented ones, and those of the samples. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

/* Is what it writes a text, by its media type? */
static bool
is_textual(const struct jy_plugin *p)
{
	const char *type = p->media_type ? p->media_type : "";
	static const char *const ends[] = {"json", "xml", "yaml", "javascript", "csv"};
	size_t len = strlen(type);

	if (strncmp(type, "text/", 5) == 0)
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (len > strlen(ends[i]) && strcmp(type + len - strlen(ends[i]), ends[i]) == 0)
			return true;
	return false;
}

/* Where TEXT, of SIZE bytes and without a NUL at its end, is no UTF-8; SIZE: nowhere. */
static size_t
spoiled_at(const unsigned char *bytes, size_t size)
{
	char *text = must(malloc(size + 1));
	unsigned int point;
	size_t at = 0, n;

	memcpy(text, bytes, size);
	text[size] = '\0';
	for (; at < size; at += n) {
		n = character(text + at, &point);
		if (!n)
			break;
	}
	free(text);
	return at;
}

static void
judge(const struct trial *t, const struct call *call)
{
	struct jy_bytes out = jy_out_bytes(call->out);
	size_t at;

	if (call->status) {
		lab_fault(WRITES, "it fails [%s]", call_code(call));
		return;
	}
	if (!out.size)
		lab_fault(WRITES, "it writes nothing, and does not fail");
	at = is_textual(t->plugin) ? spoiled_at(out.at, out.size) : out.size;
	if (at < out.size)
		lab_fault(WRITES, "it says %s and is no UTF-8 at byte %zu", t->plugin->media_type,
		    at);
}

static void
write_minutes(const struct trial *t, struct jy_minutes *minutes, const char *name)
{
	struct call call;

	lab_at("%s", name);
	call = write_once(t, minutes);
	judge(t, &call);
	call_end(&call);
	jy_free(minutes);
}

void
try_writing(const struct trial *t, const void *with)
{
	char name[64];

	(void)with;
	for (const char *const *kind = invented; *kind; kind++) {
		snprintf(name, sizeof(name), "invented minutes, %s", *kind);
		write_minutes(t, invent(*kind), name);
	}
	for (size_t i = 0; i < t->count; i++) {
		struct jy_minutes *minutes = sample_minutes(t, &t->samples[i]);

		if (minutes)
			write_minutes(t, minutes, t->samples[i].name);
	}
}

/* To what is there, BEFORE, other minutes are added. */
static void
append(const struct trial *t, struct jy_bytes before, const char *name, bool must_go_on)
{
	struct jy_minutes *minutes = invent("7");
	struct call call = call_begin(t->plugin);
	struct jy_bytes after;

	lab_at("%s", name);
	jy_put(call.out, before.at, before.size);
	call_write(&call, minutes);
	after = jy_out_bytes(call.out);
	if (call.status && must_go_on)
		lab_fault(APPENDS, "it does not continue it [%s]", call_code(&call));
	if (call.status ? after.size != before.size : after.size <= before.size)
		lab_fault(APPENDS,
		    call.status ? "it fails [%s] after it has put something" : "it adds nothing%s",
		    call_code(&call));
	call_end(&call);
	jy_free(minutes);
}

void
try_appending(const struct trial *t, const void *with)
{
	static const unsigned char other[] = "\x7f\xff what another program wrote\n";
	struct jy_minutes *minutes = invent("full");
	struct call call = write_once(t, minutes);
	struct jy_bytes own = jy_out_bytes(call.out);

	(void)with;
	append(t, own, "its own output", true);
	append(t, (struct jy_bytes){own.at, own.size / 2}, "half of its own output", false);
	append(t, (struct jy_bytes){other, sizeof(other)}, "the output of another program", false);
	call_end(&call);
	jy_free(minutes);
}
