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
	return complain(EX_UNAVAILABLE, NULL, "no-plugins", "no plugin was found: set "
	    "JIYAO_PLUGIN_PATH to their folder, or install jiyao again");
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
		return complain(EX_UNAVAILABLE, NULL, "plugin-refused", "%s was not loaded: %s",
		    module->file, module->reason);
	if (!jy_modules(host))
		return no_plugins();
	names = names_of(host, able, NULL);
	status = complain(EX_USAGE, NULL, "usage", "%s is no format that %s; those are: %s", name,
	    use, *names ? names : "none");
	free(names);
	return status;
}

int
find_module(const struct jy_host *host, const char *name, const struct jy_module **found)
{
	for (*found = jy_modules(host); *found; *found = (*found)->next)
		if ((*found)->plugin && strcmp((*found)->plugin->name, name) == 0)
			return 0;
	return no_such_format(host, name, "is known", is_known);
}

int
find_writer(const struct jy_host *host, const char *name, const struct jy_plugin **found)
{
	*found = jy_find(host, name);
	if (*found && (*found)->write)
		return 0;
	return no_such_format(host, name, "can be written", can_write);
}

int
find_writers(const struct jy_host *host, struct job *job)
{
	for (struct output *o = job->outputs; o; o = o->next) {
		int status = find_writer(host, o->format, &o->plugin);

		if (status)
			return status;
		if (o->append && !o->plugin->appends)
			return complain(EX_USAGE, NULL, "no-append", "a file of the format %s cannot "
			    "be continued: write another one", o->format);
		o->task = jy_begin(o->plugin);
	}
	return 0;
}

/* A module that did not load may be the very one; so its reason belongs to the answer. */
static int
unknown_format(const struct jy_host *host, const char *source, const char *what)
{
	const char *before = "; not loaded: ";
	char *text;
	size_t size;
	FILE *to = must(open_memstream(&text, &size));
	int status;

	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		if (!m->plugin) {
			fprintf(to, "%s%s (%s)", before, m->file, m->reason);
			before = ", ";
		}
	}
	fclose(to);
	must(text);
	status = complain(EX_DATAERR, source, "unknown-format", "%s%s", what, text);
	free(text);
	return status;
}

int
find_reader(const struct jy_host *host, const char *name, const char *source,
    struct jy_bytes bytes, const struct jy_plugin **found)
{
	if (name) {
		*found = jy_find(host, name);
		if (*found && (*found)->read)
			return 0;
		return no_such_format(host, name, "can be read", can_read);
	}
	*found = jy_detect(host, bytes, source);
	return *found ? 0 : unknown_format(host, source, "nothing here reads this file");
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
	return unknown_format(host, path, "neither its name nor its content tells which format "
	    "was written: name it with -t (and the source comes last)");
}
