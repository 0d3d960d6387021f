/* Bytes to minutes and minutes to bytes: a plugin is called, with what the host does around it. */
#include <gcrypt.h>
#include <string.h>

#include "builder.h"
#include "recognise/recognise.h"
#include "recognise/sheet.h"
#include "task.h"
#include "text.h"

#include <jiyao/jiyao.h>

enum { MOST_WARNINGS = 50 };	/* of one document's checks */

const char *
jy_version(void)
{
	return PACKAGE_VERSION;
}

static struct jy_text
fingerprint(struct arena *a, struct jy_bytes in)
{
	static const char hex[] = "0123456789abcdef";
	unsigned char digest[32];
	char text[2 * sizeof(digest)];

	if (!gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P)) {	/* the program may have done it */
		gcry_check_version(NULL);
		gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
		gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
	}
	gcry_md_hash_buffer(GCRY_MD_SHA256, digest, in.at, in.size);
	for (size_t i = 0; i < sizeof(digest); i++) {
		text[2 * i] = hex[digest[i] >> 4];
		text[2 * i + 1] = hex[digest[i] & 15];
	}
	return arena_text(a, text, sizeof(text));
}

static void
describe(struct jy_builder *b, const struct jy_plugin *plugin, struct jy_bytes in, const char *name)
{
	struct jy_source *source = b->minutes.source;
	struct jy_generator *generator = b->minutes.generator;

	generator->name = arena_printf(&b->arena, "jiyao");
	generator->version = arena_printf(&b->arena, "%s", jy_version());
	source->name = name ? text_clean(&b->arena, name, strlen(name)) : (struct jy_text){0};
	source->format = arena_printf(&b->arena, "%s", plugin->name);
	source->bytes = (long)in.size;
	source->sha256 = fingerprint(&b->arena, in);
}

static bool
is_empty(struct jy_text text)
{
	size_t size;

	for (size_t i = 0; i < text.len; i += size)
		if (!is_space(utf8_next(text.s + i, text.len - i, &size)))
			return false;
	return true;
}

static bool
has_text(const struct jy_builder *b)
{
	for (const struct jy_line *l = b->lines; l; l = l->next)
		if (!is_empty(l->text) || !is_empty(l->label))
			return true;
	return false;
}

/* A plugin that fails must say why, and one that succeeds must not have failed. */
static int
verdict(struct jy_task *task, int result)
{
	if (result && !task->status)
		return jy_fail(task, JY_INTERNAL, "plugin-bug",
		    "the plugin %s failed without saying why: please report this to its author",
		    task->plugin->name);
	return task->status ? -1 : 0;
}

static int
read_into(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	if (!task->plugin->read)
		return jy_fail(task, JY_INTERNAL, "cannot-read", "%s cannot be read, only written",
		    task->plugin->name);
	if (in.size == 0)
		return jy_fail(task, JY_BAD_INPUT, "empty", "the input is empty");
	if (verdict(task, task->plugin->read(task, in, b)))
		return -1;
	if (b->count > MOST_LINES)
		return jy_fail(task, JY_BAD_INPUT, "too-large", "it has more than %d lines",
		    MOST_LINES);
	if (!b->restored && !has_text(b))
		return jy_fail(task, JY_BAD_INPUT, "no-text", "there is no text in it");
	return 0;
}

/* The recogniser's first checks are messages too; the rest are counted. */
static void
warn_of(struct jy_task *task, const struct jy_check *checks)
{
	long shown = 0, more = 0;

	for (const struct jy_check *c = checks; c; c = c->next) {
		if (text_is(c->severity, "note"))
			continue;
		if (++shown <= MOST_WARNINGS)
			task_warn(task, c->page, c->code.s,
			    &(struct said){NULL, c->message.s, ((const struct doubt *)c)->shown});
		else
			more++;
	}
	if (more)
		jy_warn(task, 0, "more-checks", "%ld more checks stand in the minutes", more);
}

/* The reader's warnings travel with the minutes, before the recogniser's checks; and those are
 * messages like the reader's. */
static void
share_doubts(struct jy_task *task, struct jy_builder *b)
{
	const struct jy_message *last = task->last;
	struct jy_check *checks = b->minutes.checks, **end = &b->minutes.checks;

	for (const struct jy_message *m = task->messages; m; m = m->next) {
		struct jy_check *c = arena_alloc(&b->arena, sizeof(*c));

		c->severity = arena_text(&b->arena, m->severity, strlen(m->severity));
		c->code = arena_text(&b->arena, m->code, strlen(m->code));
		c->message = arena_text(&b->arena, m->text, strlen(m->text));
		c->page = m->page;
		*end = c;
		end = &c->next;
		if (m == last)
			break;
	}
	*end = checks;
	warn_of(task, checks);
}

struct jy_minutes *
jy_read(struct jy_task *task, struct jy_bytes in, const char *name)
{
	struct jy_builder *b = builder_new();

	if (read_into(task, in, b)) {
		builder_free(b);
		return NULL;
	}
	if (!b->restored) {
		describe(b, task->plugin, in, name);
		if (!recognise(b, task->lexicon) && !task->any) {
			jy_fail(task, JY_BAD_INPUT, "not-minutes",
			    "this does not look like minutes");
			builder_free(b);
			return NULL;
		}
		share_doubts(task, b);
	}
	return &b->minutes;
}

int
jy_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	if (!task->plugin->write)
		return jy_fail(task, JY_INTERNAL, "cannot-write", "%s cannot be written, only read",
		    task->plugin->name);
	return verdict(task, task->plugin->write(task, minutes, out));
}
