/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * jiyao.h: for programs that convert minutes.
 *
 *	struct jy_host *host = jy_open(NULL);
 *	const struct jy_plugin *reader = jy_detect(host, bytes, "council.pdf");
 *	struct jy_task *task = reader ? jy_begin(reader) : NULL;
 *	struct jy_minutes *minutes = task ? jy_read(task, bytes, "council.pdf") : NULL;
 *
 * Nothing here is global: two hosts do not know of each other.  One task is one call of one plugin.
 * When memory runs out the process ends with status 75.
 */
#ifndef JIYAO_JIYAO_H
#define JIYAO_JIYAO_H

#include <jiyao/plugin.h>
#include <stdarg.h>

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

/* The library's version: "0.1.0". */
const char *jy_version(void);

/* From now on messages are also given in the language that the environment asks for (LC_ALL, LC_MESSAGES,
 * LANG, LANGUAGE), where there is a catalogue of it: the fields `shown`, beside the English text, which
 * programs and outputs get.  It is for programs of one thread, and before all else.  The process's locale
 * stays as it is. */
void jy_speak(void);
/* A word or a sentence of the catalogue (domain "jiyao") in that language, else itself. */
__attribute__((format_arg(1)))
const char *jy_word(const char *english);
/* A sentence in that language, to be freed; NULL where it is English.  What "%-s" inserts is translated,
 * too; errno is kept, so that "%m" can stand in it. */
__attribute__((format(printf, 1, 0)))
char *jy_sentence(const char *format, va_list);

/* Finds every plugin of PATH (folders joined by ':'); NULL: JIYAO_PLUGIN_PATH, else the folder of
 * the installation.  Never NULL.  A plugin is loaded when it is first asked for; modules that do
 * not load are kept with their reasons.  What a host gives out lives as long as the host. */
struct jy_host *jy_open(const char *path);
void jy_close(struct jy_host *);

struct jy_module {
	const struct jy_module *next;	/* by folder, then by file name */
	const char *file;		/* the module's path */
	const struct jy_plugin *plugin;	/* NULL: it was refused */
	const char *reason;		/* why, with the remedy; NULL where it was loaded */
	const char *shown;		/* the same for people, see jy_speak */
};
const struct jy_module *jy_modules(const struct jy_host *);

/* The plugin of that name, or NULL. */
const struct jy_plugin *jy_find(const struct jy_host *, const char *name);
/* The reader that is surest of IN, or NULL; NAME (or NULL) decides between equals by its suffix. */
const struct jy_plugin *jy_detect(const struct jy_host *, struct jy_bytes in, const char *name);
/* The writer that has the suffix of NAME; or NULL. */
const struct jy_plugin *jy_writer(const struct jy_host *, const char *name);

/* A task for that plugin, which is not NULL. */
struct jy_task *jy_begin(const struct jy_plugin *);
void jy_end(struct jy_task *);
/* Sets an option.  NULL, or why not (owned by the task): unknown name, or a value out of range. */
const char *jy_set(struct jy_task *, const char *name, const char *value);
/* The same for an option that takes a file: what is in it, which is copied. */
const char *jy_set_file(struct jy_task *, const char *name, struct jy_bytes);

/* The same reason for people, see jy_speak. */
const char *jy_shown(const struct jy_task *, const char *why);

/* For readers whose lines go to the recogniser; no other task minds.
 * Adds words to its lists, for this task: UTF-8, "list: word word", # begins a comment; jiyao-lexicon(5)
 * has the lists.  NULL, or why not (owned by the task); then none is added. */
const char *jy_teach(struct jy_task *, struct jy_bytes words);
/* What does not look like minutes is read all the same: everything becomes paragraphs. */
void jy_accept_any(struct jy_task *);

/* Reads IN, whose NAME is only reported.  NULL after an error: see jy_messages, jy_task_status. */
struct jy_minutes *jy_read(struct jy_task *, struct jy_bytes in, const char *name);
/* Frees the minutes and everything they point to. */
void jy_free(struct jy_minutes *);
/* Writes; 0, or -1 after an error. */
int jy_write(struct jy_task *, const struct jy_minutes *, struct jy_out *);

struct jy_message {
	const struct jy_message *next;	/* in order */
	const char *severity;		/* "error", "warning" */
	int page;			/* from 1; 0: none */
	const char *code, *text;
	const char *shown;		/* the text for people, see jy_speak; never NULL */
};
const struct jy_message *jy_messages(const struct jy_task *);
/* 0, or the exit status (enum jy_status) of the error that ended the task. */
int jy_task_status(const struct jy_task *);

/* A sink in memory; plugin.h has what it takes and holds.  Where the plugin appends, what is put
 * there before jy_write is continued. */
struct jy_out *jy_out_new(void);
void jy_out_free(struct jy_out *);

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
