/* The parts of the program: messages, formats, options, input, output, and the commands. */
#ifndef JIYAO_CLI_H
#define JIYAO_CLI_H

#include <jiyao/jiyao.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sysexits.h>

/* What stands in a sentence of the catalogue: translated here; only marked, to be translated where it is
 * shown (by %-s, or by the one who gets it). */
#define _(text) jy_word(text)
#define N_(text) text

/* messages.c: one line on standard error each, as text or as JSON.  A SOURCE of NULL is the
 * program itself. */
int messages_style(const char *style);		/* "text", "json"; -1: neither */
/* Hands every message to TAKE from now on, instead of printing it. */
void messages_to(void (*take)(void *with, const struct jy_message *), void *with);
long messages_warnings(void);			/* how many warnings were shown */
/* The line that complain would print, for who cannot print it any more; never NULL. */
__attribute__((format(printf, 3, 4)))
char *complaint(const char *source, const char *code, const char *format, ...);
void show_messages(const char *source, const struct jy_task *);
__attribute__((format(printf, 4, 5)))		/* prints an error and returns STATUS */
int complain(int status, const char *source, const char *code, const char *format, ...);
__attribute__((format(printf, 4, 0)))
int vcomplain(int status, const char *source, const char *code, const char *format, va_list);
/* The same of a text that was put together before: in English, and for people. */
int complain_of(int status, const char *source, const char *code, const char *text,
    const char *shown);
__attribute__((format(printf, 3, 4)))		/* prints a warning */
void mention(const char *source, const char *code, const char *format, ...);
__attribute__((format(printf, 2, 3)))		/* prints a sentence for people */
void tell(FILE *to, const char *format, ...);
extern const char standard_output[];		/* a source of messages */
void put_harmless(FILE *to, const char *text);	/* without what a terminal would obey */
void put_quoted(FILE *to, const char *text);	/* as JSON; NULL is null */
/* The length of the UTF-8 character at TEXT and its code point; 0 where it is none. */
size_t character(const char *text, unsigned int *point);
/* Controls, and the characters that turn or break a line, or that nobody sees: a file's name may hold
 * any of them. */
bool is_unsafe(unsigned int point);
void *must(void *memory);			/* or the program ends with status 75 */

/* job.c: what the command line of one conversion asks for. */
struct output {			/* one -t FORMAT [-o FILE] */
	struct output *next;
	const char *format;
	const char *path;		/* as given; NULL: standard output */
	char *target;			/* the file behind path; NULL: written in place */
	char *temporary;		/* what becomes the target */
	const struct jy_plugin *plugin;
	struct jy_task *task;
	struct jy_out *out;
	bool append;
	int lock;			/* of the target's folder, or -1 */
};
struct setting {		/* one -O name=value */
	struct setting *next;
	const char *name, *value;
	struct output *after;		/* the -t it follows; NULL: it comes first */
};
struct job {
	const char *format, *path;	/* -f, or NULL; INPUT or "-" */
	struct output *outputs;
	struct setting *settings;
	const char *lexicon;		/* a file of words, or NULL */
	bool any, fail_on_warning, help;
	long seconds, mebibytes;	/* that one input may take */
	bool listed;			/* the last -t has several formats: -O is for all that have it */
	bool mixed;			/* inputs of many formats: -O may be for another reader */
	const struct jy_plugin *reader;
	struct jy_task *task;
};

const char *base_name(const char *path);
/* Finds the reader of BYTES and gives every setting to its format, the outputs having their tasks;
 * 0, or a status after a message. */
int job_begin(struct job *, const struct jy_host *, struct jy_bytes bytes);
/* Reads BYTES, of a file that is to be called NAME; 0, or a status after a message. */
int job_read(const struct job *, struct jy_bytes bytes, const char *name, struct jy_minutes **);
/* Writes them in every format, into memory; the same. */
int job_write(const struct job *, const struct jy_minutes *);
void job_end(struct job *);

/* arguments.c: the command line into a job; 0, or a status after a message. */
int parse_convert(struct job *, int argc, char **argv);
int parse_verify(struct job *, int argc, char **argv);	/* the only output's path is OUTPUT */
enum { MOST_SECONDS = 1000000, MOST_MEBIBYTES = 1 << 20 };	/* that --time and --memory give */
/* The value that getopt has found for OPTION, a number from LEAST to MOST; the same. */
int take_number(long *number, const char *option, long least, long most);

/* formats.c: plugins by name or by content; 0, or a status after a message. */
int find_module(const struct jy_host *, const char *name, const struct jy_module **);
int find_writer(const struct jy_host *, const char *name, const struct jy_plugin **);
int find_writers(const struct jy_host *, struct job *);	/* of its outputs, with a task for each */
int find_reader(const struct jy_host *, const char *name, const char *source, struct jy_bytes,
    const struct jy_plugin **);
/* The format that a file was written in: FORMAT, or else its suffix or its content tells. */
int find_written(const struct jy_host *, const char *format, const char *path, struct jy_bytes,
    const struct jy_plugin **);
const struct jy_option *declared(const struct jy_plugin *, const char *option);
/* The names of all plugins that WANTED picks, joined by commas; to be freed. */
char *names_of(const struct jy_host *, bool (*wanted)(const struct jy_plugin *, const char *word),
    const char *word);

/* settings.c: gives every -O to the format it is meant for; 0, or a status after a message. */
int give_settings(const struct jy_host *, const struct job *);
/* The file that a setting names, if that is what some format takes there; or NULL. */
const char *path_in(const struct jy_host *, const struct setting *);
/* Gives a reader's task the words of the file (none: NULL); 0, or a status after a message. */
int teach(struct jy_task *, const char *lexicon);
/* Sets an option of an output, if its format has one that takes that; what is given later wins. */
void suggest(const struct output *, const char *name, const char *value);

/* guard.c: from here on, what an input makes its reader do ends with a message and a status, be it
 * without end, a crash or an exit; 0, or a status after a message. */
int guard_begin(const struct job *);
void guard_end(void);			/* time counts no more, and the program may end */

/* input.c: a whole file, pipe or standard input ("-"). */
struct input { struct jy_bytes bytes; struct stat stat; };
int input_read(struct input *, const char *path);
/* The same of what is open, and closed then; FD may be -1 and errno say why. */
int input_take(struct input *, const char *path, int fd);
void input_free(struct input *);

/* output.c: files that appear whole or not at all. */
void die_cleanly(void);			/* of signals: no temporary file is left, SIGTERM is 75 */
void outputs_drop(void);		/* what is staged is removed; a handler of signals may call it */
/* The open descriptor that a path like /dev/fd/3 or /dev/stdout names; else -1. */
int descriptor_of(const char *path);
int outputs_open(struct output *, const struct stat *input);
int outputs_deliver(struct output *);
int finish_stdout(void);
int write_all(int fd, struct jy_bytes);	/* 0, or -1 and errno */
bool is_binary(struct jy_bytes);
/* append.c: each output gets its sink, and that which is appended to a file what the file holds; no
 * other conversion appends in its folder then, until outputs_unlock. */
int outputs_begin(struct output *);
void outputs_unlock(struct output *);

/* The commands; each returns the exit status. */
int command_convert(int argc, char **argv);
int command_batch(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_plugins(int argc, char **argv);
int command_schema(int argc, char **argv);
int command_new_plugin(int argc, char **argv);
int command_merge(int argc, char **argv);
int command_report(int argc, char **argv);
int command_help(int argc, char **argv);
/* usage.c */
int show_usage(const char *command);

#endif
