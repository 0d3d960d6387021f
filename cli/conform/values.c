/* Every option with every value that it accepts, as far as these can be counted. */
#include <stdlib.h>
#include <string.h>

#include "conform.h"

/* The plugin is called with the option set; what for, and on what. */
struct use {
	const struct trial *trial;
	enum rule rule;
	const struct sample *sample;	/* to read; or */
	const struct jy_minutes *minutes;	/* to write */
};

/* A value may need another option, if the refusal names that. */
static bool
names_another(const struct use *use, const struct jy_option *o, const struct call *call)
{
	for (const struct jy_message *m = jy_messages(call->task); m; m = m->next)
		for (const struct jy_option *other = use->trial->plugin->options; other->name;
		     other++)
			if (other != o && strstr(m->text, other->name))
				return true;
	return false;
}

static void
judge(const struct use *use, const struct jy_option *o, const struct call *call)
{
	if (o->type != JY_STRING && call->status == JY_USAGE && !names_another(use, o, call))
		lab_fault(use->rule, "it refuses what its table accepts [%s]", call_code(call));
}

static void
call_with(const struct use *use, struct call *call)
{
	if (use->sample)
		call_read(call, lab_input(use->sample->bytes.at, use->sample->bytes.size),
		    use->sample->name);
	else
		call_write(call, use->minutes);
}

static void
use_value(const struct use *use, const struct jy_option *o, const char *value)
{
	struct call call = call_begin(use->trial->plugin);
	const char *why;

	lab_at("%.40s=%.60s, %s", o->name, value,
	    use->sample ? use->sample->name : "invented minutes");
	why = jy_set(call.task, o->name, value);
	if (why) {
		lab_fault(use->rule, "the host refuses it: %s", why);
	} else {
		call_with(use, &call);
		judge(use, o, &call);
	}
	call_end(&call);
}

static void
use_words(const struct use *use, const struct jy_option *o)
{
	char *copy = must(strdup(o->accepts)), *rest = copy, *word;

	while ((word = strsep(&rest, "|")))
		if (*word)
			use_value(use, o, word);
	free(copy);
}

static void
use_numbers(const struct use *use, const struct jy_option *o)
{
	const char *dots = strstr(o->accepts, "..");
	long ends[2], middle;
	char value[32];

	if (!dots)
		return;
	ends[0] = strtol(o->accepts, NULL, 10);
	ends[1] = strtol(dots + 2, NULL, 10);
	middle = ends[0] / 2 + ends[1] / 2;
	for (int i = 0; i < 3; i++) {
		snprintf(value, sizeof(value), "%ld", i < 2 ? ends[i] : middle);
		use_value(use, o, value);
	}
}

/* Only the plugin knows which strings it likes: others it refuses. */
static void
use_strings(const struct use *use, const struct jy_option *o)
{
	static const char *const values[] = {
		"", " ", "0", "-1", "云州市", "%s%n%d", "../../etc/passwd", "\"<&>'", "a,b;c|d"
	};
	char *much = must(malloc(10001));

	memset(much, 'x', 10000);
	much[10000] = '\0';
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		use_value(use, o, values[i]);
	use_value(use, o, much);
	free(much);
}

static void
use_files(const struct use *use, const struct jy_option *o)
{
	static const char *const contents[] = {"", "云州市\n", "\xFF\xFE\x01\x80"};

	for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); i++) {
		struct call call = call_begin(use->trial->plugin);

		lab_at("%s with a file of %zu bytes", o->name, strlen(contents[i]));
		jy_set_file(call.task, o->name, (struct jy_bytes){
		    (const unsigned char *)contents[i], strlen(contents[i])});
		call_with(use, &call);
		call_end(&call);
	}
}

static void
use_option(const struct use *use, const struct jy_option *o)
{
	switch (o->type) {
	case JY_CHOICE: use_words(use, o); break;
	case JY_NUMBER: use_numbers(use, o); break;
	case JY_STRING: use_strings(use, o); break;
	case JY_FILE: use_files(use, o); break;
	}
}

void
try_read_options(const struct trial *t, const void *with)
{
	const struct use use = {.trial = t, .rule = READ_OPTIONS, .sample = with};

	for (const struct jy_option *o = t->plugin->options; o && o->name; o++)
		use_option(&use, o);
}

void
try_write_options(const struct trial *t, const void *with)
{
	struct jy_minutes *minutes = invent("full");
	const struct use use = {.trial = t, .rule = WRITE_OPTIONS, .minutes = minutes};

	(void)with;
	for (const struct jy_option *o = t->plugin->options; o && o->name; o++)
		use_option(&use, o);
	jy_free(minutes);
}
