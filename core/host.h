/* The plugins that were found, loaded or refused. */
#ifndef JIYAO_HOST_H
#define JIYAO_HOST_H

#include <jiyao/jiyao.h>

#include "arena.h"

struct module {
	struct jy_module shown;		/* first: what jy_modules gives out */
	struct module *next;
	const char *name;		/* of the file, without folder */
	bool loaded;			/* or refused */
};

/* Modules are found at once and loaded when they are asked for: loading costs more than most
 * conversions. */
struct jy_host {
	struct arena *arena;
	struct module *modules, *last;
};

/* The plugin of the module, loaded if it was not; NULL: refused. */
const struct jy_plugin *load_module(const struct jy_host *, struct module *);

#endif
