/* Finding and loading plugins.  A module that can't be used is kept with its reason. */
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "task.h"

/* The least that every ABI 1 plugin has. */
#define LEAST (offsetof(struct jy_plugin, write) + sizeof(((struct jy_plugin *)0)->write))

static const char *
option_table_refusal(struct arena *a, const struct jy_plugin *p)
{
	for (const struct jy_option *o = p->options; o && o->name; o++) {
		const char *why;

		if (!o->value || !o->accepts || !o->help)
			return arena_printf(a, "option %s lacks its default, what it accepts or "
			    "its help", o->name).s;
		why = option_refuses(a, o, o->value);
		if (why)
			return arena_printf(a, "the default is not accepted: %s", why).s;
	}
	return NULL;
}

const char *
plugin_refusal(struct arena *a, const struct jy_plugin *p, const char *file)
{
	size_t len;

	if (!p->name || !p->title)
		return "it has no name or no title";
	len = strlen(p->name);
	if (strncmp(file, p->name, len) != 0 || strcmp(file + len, ".so") != 0)
		return arena_printf(a, "it calls itself %s, so its file must be %s.so", p->name,
		    p->name).s;
	if (!p->read && !p->write)
		return "it neither reads nor writes";
	if (p->read && !p->probe)
		return "it reads but has no probe";
	return option_table_refusal(a, p);
}

/* Another ABI's symbol tells which jiyao the module was made for. */
static const char *
no_symbol(struct arena *a, void *module)
{
	char symbol[32];

	for (int abi = 1; abi < 100; abi++) {
		snprintf(symbol, sizeof(symbol), "jy_plugin_%d", abi);
		if (abi != JY_ABI && dlsym(module, symbol))
			return arena_printf(a, "it was built for plugin interface %d, this jiyao has "
			    "%d: %s", abi, JY_ABI, abi > JY_ABI ?
			    "install a newer jiyao or rebuild the plugin with this one's headers" :
			    "rebuild the plugin with this one's headers").s;
	}
	return arena_printf(a, "it exports no jy_plugin_%d: not a plugin of jiyao, or JY_PLUGIN "
	    "is missing", JY_ABI).s;
}

/* The prefix that both sides know; fields that the plugin does not have are NULL. */
static struct jy_plugin *
known_prefix(struct arena *a, const struct jy_plugin *theirs)
{
	struct jy_plugin *ours = arena_alloc(a, sizeof(*ours));

	memcpy(ours, theirs, theirs->size < sizeof(*ours) ? theirs->size : sizeof(*ours));
	return ours;
}

/* Never unloaded: what a library leaves behind in the process (atexit, threads) must stay valid. */
static void
load(struct jy_host *host, struct jy_module *module, const char *file)
{
	struct arena *a = &host->arena;
	void *handle = dlopen(module->file, RTLD_NOW | RTLD_LOCAL);
	struct jy_plugin *plugin;
	const struct jy_plugin *theirs;
	char symbol[32];

	if (!handle) {
		module->reason = arena_printf(a, "%s", dlerror()).s;
		return;
	}
	snprintf(symbol, sizeof(symbol), "jy_plugin_%d", JY_ABI);
	theirs = dlsym(handle, symbol);
	if (!theirs) {
		module->reason = no_symbol(a, handle);
		return;
	}
	if (theirs->size < LEAST) {
		module->reason = arena_printf(a, "its struct jy_plugin has %zu bytes, not at least "
		    "%zu: rebuild the plugin with this jiyao's headers", theirs->size, LEAST).s;
		return;
	}
	plugin = known_prefix(a, theirs);
	module->reason = plugin_refusal(a, plugin, file);
	if (!module->reason && jy_find(host, plugin->name))
		module->reason = "a plugin of that name was found before it";
	if (!module->reason)
		module->plugin = plugin;
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

static void
scan(struct jy_host *host, const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_module, by_bytes);

	for (int i = 0; i < n; i++) {
		struct jy_module *module = arena_alloc(&host->arena, sizeof(*module));

		module->file = arena_printf(&host->arena, "%s/%s", folder, entries[i]->d_name).s;
		load(host, module, entries[i]->d_name);
		if (host->last)
			host->last->next = module;
		else
			host->modules = module;
		host->last = module;
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
	arena_free(&host->arena);
	free(host);
}

const struct jy_module *
jy_modules(const struct jy_host *host)
{
	return host->modules;
}

const struct jy_plugin *
jy_find(const struct jy_host *host, const char *name)
{
	for (const struct jy_module *m = host->modules; m; m = m->next)
		if (m->plugin && strcmp(m->plugin->name, name) == 0)
			return m->plugin;
	return NULL;
}
