/* Which plugin reads, which one writes, and what to say when there is none. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static bool
is_known(const struct jy_plugin *plugin, const char *word)
{
	(void)word;
	return plugin != NULL;
}

static bool
can_read(const struct jy_plugin *plugin, const char *word)
{
	(void)word;
	return plugin->read != NULL;
}

static bool
can_write(const struct jy_plugin *plugin, const char *word)
{
	(void)word;
	return plugin->write != NULL;
}

const struct jy_option *
declared(const struct jy_plugin *plugin, const char *option)
{
	for (const struct jy_option *o = plugin->options; o && o->name; o++)
		if (strcmp(o->name, option) == 0)
			return o;
	return NULL;
}

char *
names_of(const struct jy_host *host, bool (*wanted)(const struct jy_plugin *, const char *),
    const char *word)
{
	const char *comma = "";
	char *names;
	size_t size;
	FILE *to = must(open_memstream(&names, &size));

	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		if (m->plugin && wanted(m->plugin, word)) {
			fprintf(to, "%s%s", comma, m->plugin->name);
			comma = ", ";
		}
	}
	fclose(to);
	return must(names);
}

/* The module whose file is NAME.so but which did not load; or NULL. */
static const struct jy_module *
refused(const struct jy_host *host, const char *name)
{
	size_t len = strlen(name);

	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		const char *slash = strrchr(m->file, '/'), *file = slash ? slash + 1 : m->file;

		if (!m->plugin && strncmp(file, name, len) == 0 && strcmp(file + len, ".so") == 0)
			return m;
	}
	return NULL;
}

/* What to say of instead where nothing was loaded at all: the first module, or NULL. */
static const struct jy_module *
first_of_none(const struct jy_host *host)
{
	for (const struct jy_module *m = jy_modules(host); m; m = m->next)
		if (m->plugin)
			return NULL;
	return jy_modules(host);
}

static int
no_plugins(void)
{
	return complain(EX_UNAVAILABLE, NULL, "no-plugins",
	    "no plugin was found: set JIYAO_PLUGIN_PATH to their folder, or install jiyao again");
}

static int
not_loaded(const struct jy_module *m)
{
	char *text = NULL, *shown = NULL;
	int status;

	if (asprintf(&text, "%s was not loaded: %s", m->file, m->reason) < 0
	    || asprintf(&shown, _("%s was not loaded: %s"), m->file, m->shown) < 0)
		must(NULL);
	status = complain_of(EX_UNAVAILABLE, NULL, "plugin-refused", text, shown);
	free(shown);
	free(text);
	return status;
}

/* USE says what the names listed instead have in common: "can be read". */
static int
no_such_format(const struct jy_host *host, const char *name, const char *use,
    bool (*able)(const struct jy_plugin *, const char *))
{
	const struct jy_module *module = refused(host, name);
	char *names;
	int status;

	if (!module)
		module = first_of_none(host);
	if (module)
		return not_loaded(module);
	if (!jy_modules(host))
		return no_plugins();
	names = names_of(host, able, NULL);
	status = complain(EX_USAGE, NULL, "usage", "%s is no format that %-s; those are: %s%-s",
	    name, use, names, *names ? "" : N_("none"));
	free(names);
	return status;
}

int
find_module(const struct jy_host *host, const char *name, const struct jy_module **found)
{
	for (*found = jy_modules(host); *found; *found = (*found)->next)
		if ((*found)->plugin && strcmp((*found)->plugin->name, name) == 0)
			return 0;
	return no_such_format(host, name, N_("is known"), is_known);
}

int
find_writer(const struct jy_host *host, const char *name, const struct jy_plugin **found)
{
	*found = jy_find(host, name);
	if (*found && (*found)->write)
		return 0;
	return no_such_format(host, name, N_("can be written"), can_write);
}

int
find_writers(const struct jy_host *host, struct job *job)
{
	for (struct output *o = job->outputs; o; o = o->next) {
		int status = find_writer(host, o->format, &o->plugin);

		if (status)
			return status;
		if (o->append && !o->plugin->appends)
			return complain(EX_USAGE, NULL, "no-append",
			    "a file of the format %s cannot be continued: write another one",
			    o->format);
		o->task = jy_begin(o->plugin);
	}
	return 0;
}

/* A module that did not load may be the very one; so its reason belongs to the answer.  In English, or
 * for people; to be freed. */
static char *
with_refused(const struct jy_host *host, const char *what, bool shown)
{
	const char *before = N_("; not loaded: ");
	char *text;
	size_t size;
	FILE *to = must(open_memstream(&text, &size));

	fputs(shown ? _(what) : what, to);
	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		if (!m->plugin) {
			fprintf(to, "%s%s (%s)", shown ? _(before) : before, m->file,
			    shown ? m->shown : m->reason);
			before = ", ";
		}
	}
	fclose(to);
	return must(text);
}

static int
unknown_format(const struct jy_host *host, const char *source, const char *what)
{
	char *text = with_refused(host, what, false), *shown = with_refused(host, what, true);
	int status = complain_of(EX_DATAERR, source, "unknown-format", text, shown);

	free(shown);
	free(text);
	return status;
}

int
find_reader(const struct jy_host *host, const char *name, const char *source, struct jy_bytes bytes,
    const struct jy_plugin **found)
{
	if (name) {
		*found = jy_find(host, name);
		if (*found && (*found)->read)
			return 0;
		return no_such_format(host, name, N_("can be read"), can_read);
	}
	*found = jy_detect(host, bytes, source);
	return *found ? 0 : unknown_format(host, source, N_("nothing here reads this file"));
}

int
find_written(const struct jy_host *host, const char *format, const char *path,
    struct jy_bytes bytes, const struct jy_plugin **found)
{
	if (format)
		return find_writer(host, format, found);
	*found = jy_writer(host, path);
	if (!*found)
		*found = jy_detect(host, bytes, path);
	if (*found && (*found)->write)
		return 0;
	if (!jy_modules(host))
		return no_plugins();
	return unknown_format(host, path,
	    N_("neither its name nor its content tells which "
	       "format was written: name it with -t (and the source comes last)"));
}
