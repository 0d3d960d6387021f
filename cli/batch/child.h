/*
 * A child a file: it reads the input, gives up all it does not need, converts, and tells what came
 * of it in a record; the parent watches it from outside.
 */
#ifndef JIYAO_CHILD_H
#define JIYAO_CHILD_H

#include <sys/types.h>

#include "record.h"

/* What holds for all files of a batch. */
struct recipe {
	const struct jy_host *host;	/* its plugins have been loaded */
	const struct job *job;		/* reader, outputs (without files) and settings, as of convert */
	long seconds;			/* of the clock and of the processor that one file may take */
	long mebibytes;			/* of memory, beyond what the parent had */
};

/* One file. */
struct task {
	const char *source;		/* its path */
	const char *root;		/* the folder that was named, below which it was found; or NULL */
	const char *name;		/* what messages and source.name call it */
	const int *outputs;		/* an open, empty file for each output of the job, in their order */
};

struct child {
	pid_t pid;			/* leads a process group of its own */
	int record;			/* where its record is read from, non-blocking; -1: ended */
	int said;			/* the same of its standard error */
	char *text;			/* of the record so far */
	size_t len, room;
	char complaint[512];		/* the last line that a library said on standard error; a text */
	size_t heard;			/* how much of it; past its end, the line goes on unheard */
	bool line_ended;		/* what comes next on standard error is another line */
	long seconds, mebibytes;	/* its limits */
	struct timespec began, deadline;	/* of CLOCK_MONOTONIC */
	bool overdue, overfull;		/* killed for its time; for the length of its record */
	bool mute;			/* it lived on when it had closed its record, and was killed */
};

/* How it ended. */
struct ending {
	int status;			/* 0, or of sysexits: what converting this file alone ends with */
	const char *reason;		/* NULL for 0, else a code: that of the message that ended it, or
					 * timeout, memory, crashed, forbidden, killed, output, protocol */
	char sentence[512];		/* the same in words */
	char shown[1024];		/* these in the language of jy_speak; "": they are the same */
	bool warnings;			/* it ended well, and there are warnings */
	double seconds;			/* by the clock */
	double processor;		/* of processor time */
	long kibibytes;			/* of memory at the most */
	char *record;			/* without its end line; "" where there is none; to be freed, and
					 * the reason lives no longer */
};

/* Sets the words. */
__attribute__((format(printf, 2, 3)))
void ending_say(struct ending *, const char *format, ...);
__attribute__((format(printf, 2, 0)))
void ending_vsay(struct ending *, const char *format, va_list);

/* Starts one; 0, or -1 and errno. */
int child_start(struct child *, const struct recipe *, const struct task *);
/* Takes what there is to read; true: it has closed its record, so child_end will not wait long. */
bool child_listen(struct child *);
/* To be asked now and then, at least once a second: takes what it said on standard error, and kills
 * it and all of its group if it is overdue by NOW. */
void child_check(struct child *, struct timespec now);
void child_kill(struct child *);
/* Waits for its end, and kills what is left of its group. */
struct ending child_end(struct child *);

/* sandbox.c: what the kernel, or this build, cannot keep from a child, for one message a batch;
 * NULL: it can all. */
const char *sandbox_lacks(void);

#endif
