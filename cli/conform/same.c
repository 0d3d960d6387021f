/* The same input gives the same output: twice in a process, after other calls, and in other worlds. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conform.h"

static const struct world {
	const char *name, *locale, *zone, *home, *folder;
	long days;			/* that its clock is ahead */
} worlds[] = {
	{"as it is", NULL, NULL, NULL, NULL},
	{"in another folder", NULL, NULL, NULL, "/"},
	{"in the locale C and in Honolulu", "C", "Pacific/Honolulu", NULL, NULL},
	{"in Turkish and in Shanghai", "tr_TR.UTF-8", "Asia/Shanghai", NULL, NULL},
	{"in German", "de_DE.UTF-8", NULL, NULL, NULL},
	{"in Chinese, GB18030", "zh_CN.GB18030", NULL, NULL, NULL},
	{"next year", NULL, NULL, NULL, NULL, 400},
	{"by nobody, without a home", NULL, NULL, "/nonexistent", NULL},
};
enum { WORLDS = sizeof(worlds) / sizeof(*worlds) };

struct visit { const struct sample *sample; const struct world *world; };

/* A variable of the environment, which a world may leave as it is. */
static void
set(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
}

/* Before anything of the plugin is loaded; a locale that is not installed is only named. */
static void
enter(const struct world *w)
{
	set("LC_ALL", w->locale);
	set("LANG", w->locale);
	set("LANGUAGE", w->locale);
	set("TZ", w->zone);
	set("HOME", w->home);
	set("TMPDIR", w->home);
	set("USER", w->home ? "nobody" : NULL);
	set_clock_ahead(w->days);
	if (w->locale)
		setlocale(LC_ALL, "");
}

/* All that comes of the sample, as bytes: the minutes that are read, and what is written of them. */
static void
put_all(const struct trial *t, const struct sample *s)
{
	struct jy_minutes *minutes = s ? sample_minutes(t, s) : invent("full");
	char *text = minutes && s ? dump(minutes, true) : NULL;
	struct call call;

	if (text)
		lab_put(text, strlen(text));
	if (minutes && t->writes) {
		call = write_once(t, minutes);
		lab_put(jy_out_bytes(call.out).at, jy_out_bytes(call.out).size);
		call_end(&call);
	}
	free(text);
	jy_free(minutes);
}

/* T as it is once the plugin is loaded in this process. */
static struct trial
loaded(const struct trial *t)
{
	struct trial now = *t;

	now.plugin = load(t);
	return now;
}

static void
visit(const struct trial *t, const void *with)
{
	const struct visit *v = with;
	struct trial now;

	enter(v->world);
	now = loaded(t);
	if (v->world->folder && chdir(v->world->folder))
		return;
	lab_at("%s, %s", v->sample ? v->sample->name : "invented minutes", v->world->name);
	put_all(&now, v->sample);
}

/* In one process: once, and again when all the others have been tried. */
static void
visit_again(const struct trial *t, const void *with)
{
	const struct visit *v = with;
	struct trial now = loaded(t);

	for (size_t i = 0; i < t->count; i++) {
		struct jy_minutes *minutes = sample_minutes(&now, &t->samples[i]);

		if (minutes && t->writes) {
			struct call call = write_once(&now, minutes);

			call_end(&call);
		}
		jy_free(minutes);
	}
	lab_at("%s, after other calls", v->sample ? v->sample->name : "invented minutes");
	put_all(&now, v->sample);
}

static size_t
line_start(struct jy_bytes bytes, size_t at)
{
	while (at > 0 && bytes.at[at - 1] != '\n')
		at--;
	return at;
}

static int
line_length(struct jy_bytes bytes, size_t from)
{
	size_t n = 0;

	while (n < 120 && from + n < bytes.size && bytes.at[from + n] != '\n' && bytes.at[from + n])
		n++;
	return (int)n;
}

static void
compare(const char *name, const char *when, struct jy_bytes a, struct jy_bytes b)
{
	size_t at = 0, from;
	char text[1024];

	while (at < a.size && at < b.size && a.at[at] == b.at[at])
		at++;
	if (at == a.size && at == b.size)
		return;
	from = line_start(a, at);
	snprintf(text, sizeof(text), "%s, %s: '%.*s' instead of '%.*s'", name, when,
	    line_length(b, from), (const char *)b.at + from, line_length(a, from),
	    (const char *)a.at + from);
	report_fault(SAME, text);
}

static struct jy_bytes
copy(struct jy_bytes bytes)
{
	unsigned char *at = must(malloc(bytes.size + 1));

	if (bytes.size)
		memcpy(at, bytes.at, bytes.size);
	return (struct jy_bytes){at, bytes.size};
}

static void
try_sample(const struct trial *t, const struct sample *s)
{
	const char *name = s ? s->name : "invented minutes";
	struct visit v = {s, &worlds[0]};
	struct jy_bytes first;

	if (!lab_run(SAME, t, visit, &v))
		return;
	first = copy(lab_product());
	for (v.world = worlds + 1; v.world < worlds + WORLDS; v.world++)
		if (lab_run(SAME, t, visit, &v))
			compare(name, v.world->name, first, lab_product());
	if (lab_run(SAME, t, visit_again, &v))
		compare(name, "after other calls", first, lab_product());
	free((void *)first.at);
}

void
try_same(const struct trial *t)
{
	for (size_t i = 0; i < t->count; i++)
		try_sample(t, &t->samples[i]);
	if (t->writes)
		try_sample(t, NULL);
}
