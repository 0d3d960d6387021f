/* One call of one plugin: its options and what it had to say. */
#ifndef JIYAO_TASK_H
#define JIYAO_TASK_H

#include <jiyao/jiyao.h>

#include "arena.h"
#include "lexicon.h"
#include "speak.h"

struct setting {
	struct setting *next;
	const char *name, *value;
	struct jy_bytes file;		/* of a JY_FILE, whose value is empty */
};

struct jy_task {
	const struct jy_plugin *plugin;
	struct arena arena;
	struct setting *settings;	/* the newest first */
	const struct lexicon *lexicon;	/* what the recogniser leans on */
	bool any;			/* what does not look like minutes is read too */
	struct jy_message *messages, *last;
	const struct said *said;	/* words put together, the newest first */
	int status;
};

/* NULL, or what is wrong with VALUE for that option, in the arena. */
const struct said *option_refuses(struct arena *, const struct jy_option *, const char *value);
/* A warning whose words are put together already. */
void task_warn(struct jy_task *, int page, const char *code, const struct said *);
/* Keeps WORDS (or NULL), and gives them in English. */
const char *task_says(struct jy_task *, const struct said *words);
const struct jy_option *option_find(const struct jy_plugin *, const char *name);

#endif
