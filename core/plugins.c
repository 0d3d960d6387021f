/* Finding and loading plugins.  A module that can't be used is kept with its reason. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "host.h"
#include "task.h"

/* What is shown to people must not be able to do anything else, as control a terminal. */
static bool
is_plain(const char *s)
{
	utf8proc_int32_t c = 0;

	for (utf8proc_ssize_t n; s && *s; s += n) {
		utf8proc_category_t kind;

		n = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &c);
		kind = utf8proc_category(c);
		if (n <= 0 || kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF
		    || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP)
			return false;
	}
	return true;
}

static bool
is_shown_plainly(const struct jy_plugin *p)
{
	for (const struct jy_option *o = p->options; o && o->name; o++)
		if (!is_plain(o->name) || !is_plain(o->value) || !is_plain(o->accepts)
		    || !is_plain(o->help))
			return false;
	return is_plain(p->name) && is_plain(p->title) && is_plain(p->suffixes)
	    && is_plain(p->media_type) && is_plain(p->lossy);
}

static const struct said *
option_table_refusal(struct arena *a, const struct jy_plugin *p)
{
	for (const struct jy_option *o = p->options; o && o->name; o++) {
		const struct said *why;

		if (!o->value || !o->accepts || !o->help)
			return said(a, NULL,
			    "option %s lacks its default, what it accepts or its help", o->name);
		if ((unsigned)o->type > JY_FILE)
			return said(a, NULL,
			    "option %s is of a type that this jiyao does not know: "
			    "install a newer one",
			    o->name);
		why = option_refuses(a, o, o->value);
		if (why)
			return said(a, why, "the default is not accepted: %-s", why->text);
	}
	return NULL;
}

static const struct said *
plugin_refusal(struct arena *a, const struct jy_plugin *p, const char *file)
{
	size_t len;

	if (!p->name || !p->title)
		return said(a, NULL, "it has no name or no title");
	if (!is_shown_plainly(p))
		return said(a, NULL, "its name, title or options hold controls, or are no UTF-8");
	len = strlen(p->name);
	if (strncmp(file, p->name, len) != 0 || strcmp(file + len, ".so") != 0)
		return said(a, NULL, "it calls itself %s, so its file must be %s.so", p->name,
		    p->name);
	if (!p->read && !p->write)
		return said(a, NULL, "it neither reads nor writes");
	if (p->read && !p->probe)
		return said(a, NULL, "it reads but has no probe");
	return option_table_refusal(a, p);
}

/* Another ABI's symbol tells which jiyao the module was made for. */
static const struct said *
no_symbol(struct arena *a, void *module)
{
	static const char rebuild[] = JY_WORD("rebuild the plugin with this one's headers");
	static const char install[] = JY_WORD(
	    "install a newer jiyao or rebuild the plugin with this one's headers");
	char symbol[32];

	for (int abi = 0; abi < 100; abi++) {
		const char *remedy = abi > JY_ABI ? install : rebuild;

		snprintf(symbol, sizeof(symbol), "jy_plugin_%d", abi);
		if (abi != JY_ABI && dlsym(module, symbol))
			return said(a, NULL,
			    "it was built for plugin interface %d, this jiyao has %d: %-s", abi,
			    JY_ABI, remedy);
	}
	return said(a, NULL,
	    "it exports no jy_plugin_%d: not a plugin of jiyao, or JY_PLUGIN is missing", JY_ABI);
}

/* The prefix that both sides know; fields that the plugin does not have are NULL. */
static struct jy_plugin *
known_prefix(struct arena *a, const struct jy_plugin *theirs)
{
	struct jy_plugin *ours = arena_alloc(a, sizeof(*ours));

	memcpy(ours, theirs, theirs->size < sizeof(*ours) ? theirs->size : sizeof(*ours));
	return ours;
}

/* Was a plugin of the same file name found before? */
static bool
is_hidden(const struct jy_host *host, const struct module *module)
{
	for (const struct module *m = host->modules; m != module; m = m->next)
		if (strcmp(m->name, module->name) == 0 && m->shown.plugin)
			return true;
	return false;
}

/* Was the module linked with -z now, so that a function it lacks stops it from being opened? */
static bool
binds_itself(void *handle)
{
#ifdef RTLD_DI_LINKMAP
	struct link_map *map;

	if (dlinfo(handle, RTLD_DI_LINKMAP, &map) == 0)
		for (const ElfW(Dyn) *d = map->l_ld; d->d_tag != DT_NULL; d++)
			if (d->d_tag == DT_FLAGS_1 && d->d_un.d_val & DF_1_NOW)
				return true;
#else
	(void)handle;
#endif
	return false;
}

/* A module must have all its functions; to bind those of its libraries among themselves too would
 * cost a good part of a conversion. */
static void *
open_module(const char *file)
{
	void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);

	if (handle && !binds_itself(handle))
		handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	return handle;
}

/* Never unloaded: what a library leaves behind in the process (atexit, threads) must stay valid. */
static const struct said *
load(struct arena *a, struct module *module)
{
	const struct said *reason = file_refusal(a, module->shown.file);
	void *handle = reason ? NULL : open_module(module->shown.file);
	struct jy_plugin *plugin;
	const struct jy_plugin *theirs;
	char symbol[32];

	if (reason)
		return reason;
	if (!handle)
		return loader_refusal(a, module->shown.file, dlerror());
	snprintf(symbol, sizeof(symbol), "jy_plugin_%d", JY_ABI);
	theirs = dlsym(handle, symbol);
	if (!theirs)
		return no_symbol(a, handle);
	reason = size_refusal(a, theirs);
	if (reason)
		return reason;
	plugin = known_prefix(a, theirs);
	reason = plugin_refusal(a, plugin, module->name);
	if (!reason)
		module->shown.plugin = plugin;
	return reason;
}

static void
refuse(struct module *module, const struct said *reason)
{
	module->shown.reason = reason->text;
	module->shown.shown = reason->shown ? reason->shown : reason->text;
}

const struct jy_plugin *
load_module(const struct jy_host *host, struct module *module)
{
	const struct said *reason;

	if (module->loaded)
		return module->shown.plugin;
	module->loaded = true;
	reason = is_hidden(host, module)
	    ? said(host->arena, NULL, "a plugin of that name was found before it")
	    : load(host->arena, module);
	if (reason)
		refuse(module, reason);
	return module->shown.plugin;
}

static int
is_module(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return entry->d_name[0] != '.' && dot && strcmp(dot, ".so") == 0;
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static struct module *
add_module(struct jy_host *host, struct jy_text file, const char *name)
{
	struct module *module = arena_alloc(host->arena, sizeof(*module));

	module->shown.file = file.s;
	module->name = name;
	if (host->last) {
		host->last->next = module;
		host->last->shown.next = &module->shown;
	} else {
		host->modules = module;
	}
	return host->last = module;
}

/* A folder that is there and cannot be used is kept as a module would be: with its reason. */
static void
add_refused(struct jy_host *host, const char *folder, const struct said *reason)
{
	struct module *module = add_module(host, arena_text(host->arena, folder, strlen(folder)),
	    "");

	module->loaded = true;
	refuse(module, reason);
}

static void
scan(struct jy_host *host, const char *folder)
{
	const struct said *reason = folder_refusal(host->arena, folder);
	struct dirent **entries;
	int n = reason ? 0 : scandir(folder, &entries, is_module, by_bytes);

	if (n < 0 && errno != ENOENT)
		reason = said(host->arena, NULL, "this folder cannot be read: %m");
	if (reason) {
		add_refused(host, folder, reason);
		return;
	}
	for (int i = 0; i < n; i++) {
		struct jy_text file = arena_printf(host->arena, "%s/%s", folder,
		    entries[i]->d_name);

		add_module(host, file, file.s + strlen(folder) + 1);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
}

struct jy_host *
jy_open(const char *path)
{
	struct jy_host *host = must_alloc(sizeof(*host));
	char *copy, *rest, *folder;

	host->arena = must_alloc(sizeof(*host->arena));
	if (!path)
		path = secure_getenv("JIYAO_PLUGIN_PATH");
	if (!path)
		path = PLUGINDIR;
	copy = rest = must_alloc(strlen(path) + 1);
	memcpy(copy, path, strlen(path));
	while ((folder = strsep(&rest, ":")))
		if (*folder)
			scan(host, folder);
	free(copy);
	return host;
}

void
jy_close(struct jy_host *host)
{
	if (!host)
		return;
	arena_free(host->arena);
	free(host->arena);
	free(host);
}

const struct jy_module *
jy_modules(const struct jy_host *host)
{
	for (struct module *m = host->modules; m; m = m->next)
		load_module(host, m);
	return host->modules ? &host->modules->shown : NULL;
}

/* A plugin's file bears its name, so no other has to be loaded. */
const struct jy_plugin *
jy_find(const struct jy_host *host, const char *name)
{
	size_t len = strlen(name);

	for (struct module *m = host->modules; m; m = m->next)
		if (strncmp(m->name, name, len) == 0 && strcmp(m->name + len, ".so") == 0
		    && load_module(host, m))
			return m->shown.plugin;
	return NULL;
}
