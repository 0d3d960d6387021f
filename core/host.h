/* The plugins that were found, loaded or refused. */
#ifndef JIYAO_HOST_H
#define JIYAO_HOST_H

#include <jiyao/jiyao.h>
#include <sys/stat.h>

#include "arena.h"
#include "speak.h"

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

/* NULL, or why plugins are not taken from FOLDER; there need be none. */
const struct said *folder_refusal(struct arena *, const char *folder);
/* NULL, or who else could have changed the folder or the module at PATH. */
const struct said *trust_refusal(struct arena *, const char *path, const struct stat *);
/* NULL, or why FILE cannot be given to the loader. */
const struct said *file_refusal(struct arena *, const char *file);
/* What the loader said of FILE, with what to do about it where that does not tell. */
const struct said *loader_refusal(struct arena *, const char *file, const char *words);
/* NULL, or why the symbol that a module exports cannot be a plugin. */
const struct said *size_refusal(struct arena *, const struct jy_plugin *);

#endif
