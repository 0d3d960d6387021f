/* The plugins that were found, loaded or refused. */
#ifndef JIYAO_HOST_H
#define JIYAO_HOST_H

#include <jiyao/jiyao.h>

#include "arena.h"

struct jy_host {
	struct arena arena;
	struct jy_module *modules, *last;
};

/* NULL, or why the plugin that FILE (its name without folder) defines can't be used. */
const char *plugin_refusal(struct arena *, const struct jy_plugin *, const char *file);

#endif
