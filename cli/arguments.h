/* What command lines that convert have in common. */
#ifndef JIYAO_ARGUMENTS_H
#define JIYAO_ARGUMENTS_H

#include <getopt.h>

#include "cli.h"

enum { FAIL_ON = 256, MESSAGES, LEXICON, ANY, TIME, MEMORY, FIRST_OWN_OPTION };

#define JOB_LETTERS ":f:t:O:h"
#define JOB_OPTIONS \
	{"from", required_argument, NULL, 'f'}, \
	{"to", required_argument, NULL, 't'}, \
	{"option", required_argument, NULL, 'O'}, \
	{"messages", required_argument, NULL, MESSAGES}, \
	{"lexicon", required_argument, NULL, LEXICON}, \
	{"any", no_argument, NULL, ANY}, \
	{"time", required_argument, NULL, TIME}, \
	{"memory", required_argument, NULL, MEMORY}, \
	{"help", no_argument, NULL, 'h'}

/* What a command takes, and what only its whole command line can tell. */
struct grammar {
	const char *command, *letters;
	const struct option *options;
	int (*take)(void *own, int option);	/* options of its own; NULL: it has none */
	int (*complete)(struct job *, void *own, char **words);
	void *own;
};

/* The command line into the job; 0, or a status after a message. */
int parse_job(struct job *, const struct grammar *, int argc, char **argv);
/* Appends an output; *LAST is the last one, or NULL. */
void add_output(struct job *, struct output **last, const char *format);
/* Appends a setting for that output, or NULL: for whoever has it.  TEXT is NAME=VALUE, and is changed. */
int add_setting(struct job *, struct output *after, char *text);
/* 0 if RESULT is, else a status after saying that the option cannot have that value. */
int one_of(const char *option, const char *value, int result);

#endif
