/* The module: does it load, and what does it show of itself? */
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

const struct jy_plugin *
load(const struct trial *t)
{
	static const struct jy_host *host;

	if (!host)
		host = jy_open(t->folders);
	return jy_find(host, t->name);
}

static const char *
reason_of(const struct trial *t)
{
	struct jy_host *host = jy_open(t->folders);
	size_t len = strlen(t->name);

	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		const char *file = base_name(m->file);

		if (strncmp(file, t->name, len) == 0 && strcmp(file + len, ".so") == 0 && m->reason)
			return m->reason;
	}
	return "there is no such plugin: 'jiyao plugins' lists what there is";
}

/* Puts three bytes: whether it reads, writes, appends. */
void
try_loading(const struct trial *t, const void *with)
{
	const struct jy_plugin *p;
	char *before = state_now(), *after, line[256];

	(void)with;
	p = load(t);
	after = state_now();
	if (!p)
		lab_fault(LOADS, "%s", reason_of(t));
	else if (state_changed(before, after, line, sizeof(line)))
		lab_fault(LEAVES, "%s", line);
	if (p)
		lab_put((const char[]){p->read != NULL, p->write != NULL, p->appends}, 3);
	free(before);
	free(after);
}

void
try_exports(const struct trial *t, const void *with)
{
	const struct jy_plugin *p = load(t);
	char names[256];
	Dl_info info;
	void *inside = NULL;

	(void)with;
	if (p->read)
		memcpy(&inside, &p->read, sizeof(inside));
	else
		memcpy(&inside, &p->write, sizeof(inside));
	if (dladdr(inside, &info) && is_unwanted(info.dli_fname, names, sizeof(names)))
		lab_fault(EXPORTS, "%s", names);
}
