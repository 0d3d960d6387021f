/*
 * jiyao-conform: does a plugin keep its contract, jiyao-plugin(7)?
 *
 * A rule is a line of the report.  What a rule asks is done by a theme, a function that lives in a
 * child and calls the plugin; what all calls must keep (speaks, quiet, leaves) is watched over in
 * each of them and reported at the end.
 */
#ifndef JIYAO_CONFORM_H
#define JIYAO_CONFORM_H

#include "../cli.h"

enum rule {		/* in the order of the report; rules.c has their words */
	LOADS, EXPORTS, DESCRIBES, OPTIONS, TAKES, SAME,
	PROBE, READS, CUT, DAMAGED, READ_OPTIONS, READ_GROWTH,
	WRITES, WRITE_OPTIONS, WRITE_GROWTH, ROUND_TRIP, APPENDS,
	FREES, SPEAKS, QUIET, LEAVES, RULES
};
struct rule_words {
	const char *name, *promise;	/* "probe", "its answer depends on nothing but the bytes" */
	const char *section;		/* of jiyao-plugin(7) */
	const char *advice;		/* what to do about it, a sentence without a full stop */
};
extern const struct rule_words rules[RULES];

struct sample {
	const char *path, *name;
	struct jy_bytes bytes;
	bool own;			/* the plugin reads it; else another does, for the writer */
};

/* What is tried, and how hard. */
struct trial {
	char *folders, *name;		/* as jy_open and jy_find take them; folders can be NULL */
	const struct jy_plugin *plugin;	/* NULL: it has not been loaded here */
	struct sample *samples;
	size_t count;
	bool reads, writes, appends;
	unsigned long seed;
	long seconds, mebibytes;	/* what one call may take */
	char *keep, *here;		/* a folder or NULL; the folder in which it was called */
	const char *grow, *only;	/* a command, the name of a rule; or NULL */
};

/* arguments.c: 0, or a status after a message; done: there is nothing to try. */
int parse_conform(struct trial *, int argc, char **argv, bool *done);
void end_trial(struct trial *);

/* report.c: the lines of the report, in TAP. */
void report_begin(const struct trial *);
void report_fault(enum rule, const char *text);		/* kept until the rule's line */
void report_remark(const char *format, ...) __attribute__((format(printf, 1, 2)));
void report_rule(const struct trial *, enum rule);
void report_skip(const struct trial *, enum rule, const char *why);
/* The exit status: 0, or 1 where a rule was broken. */
int report_end(void);
bool has_faults(enum rule);
bool is_wanted(const struct trial *, enum rule);	/* has its theme to be tried, for --only? */

/* lab.c: children, in each of which a part of the trial is made. */
void lab_open(const struct trial *);
void lab_close(void);
/* Calls WORK in a child, and waits for its end.  A death is a fault of RULE; false.  Where
 * the rule is not wanted, nothing is done; false. */
bool lab_run(enum rule rule, const struct trial *, void (*work)(const struct trial *, const void *),
    const void *with);
/* What the last child has put, until the next begins. */
struct jy_bytes lab_product(void);

/* In the child: told.c.  What is done now: it begins a fault's text, and the time of a call begins anew. */
void lab_at(const char *format, ...) __attribute__((format(printf, 1, 2)));
void lab_fault(enum rule, const char *format, ...) __attribute__((format(printf, 2, 3)));
void lab_put(const void *bytes, size_t size);
/* The same bytes where none can be written, and no byte behind them be read; --keep keeps them.  One
 * input at a time. */
struct jy_bytes lab_input(const void *bytes, size_t size);
bool lab_heard(char *line, size_t);	/* was anything printed since the last time?  Its last line */
bool lab_is_slow(void);			/* under valgrind or a sanitizer: time and memory tell nothing */
double lab_clock(void);			/* seconds of the processor */

/* state.c: what a plugin must leave as it was: a line each; to be freed. */
char *state_now(void);
/* In BUFFER the first line that only one of the two has, or false. */
bool state_changed(const char *before, const char *after, char *buffer, size_t size);

/* call.c: the plugin's calls, watched over: SPEAKS, QUIET, LEAVES. */
struct call {
	struct jy_task *task;
	struct jy_minutes *minutes;	/* read; NULL: it failed */
	struct jy_out *out;
	int status;			/* 0, or of the failure */
	double seconds;			/* of the processor, in the plugin alone */
	long kibibytes;			/* of memory that came to the most there was */
};
struct call call_begin(const struct jy_plugin *);
void call_read(struct call *, struct jy_bytes, const char *name);
void call_write(struct call *, const struct jy_minutes *);	/* into out, which call_begin made */
void call_end(struct call *);
const char *call_code(const struct call *);		/* of the failure; or "" */
/* Reads as the plugin does by default. */
struct call read_once(const struct trial *, struct jy_bytes, const char *name);
struct call write_once(const struct trial *, const struct jy_minutes *);
/* The sample, as minutes: read by the plugin, or by one that is installed; or NULL. */
struct jy_minutes *sample_minutes(const struct trial *, const struct sample *);

/* dump.c: minutes as lines, "meeting.place = 云州市"; to be freed. */
char *dump(const struct jy_minutes *, bool places);
/* In BUFFER the first line in which they differ, or false. */
bool dumps_differ(const char *a, const char *b, char *buffer, size_t size);

/* invent.c: minutes that nobody held; to be freed.  KIND: "empty", "blank", "full", one of
 * invented_texts, or a number: how many elements the lists have. */
struct jy_minutes *invent(const char *kind);
extern const char *const invented[];			/* all but the numbers, up to NULL */

/* The themes. */
void try_loading(const struct trial *, const void *);	/* load.c */
void try_exports(const struct trial *, const void *);
const struct jy_plugin *load(const struct trial *);	/* NULL: it does not load */
bool is_unwanted(const char *file, char *names, size_t size);	/* symbols.c */
void try_describing(const struct trial *, const void *);	/* describe.c */
void try_options(const struct trial *, const void *);	/* options.c */
void try_taking(const struct trial *, const void *);	/* samples.c */
void try_probe(const struct trial *, const void *);	/* probe.c */
void try_reading(const struct trial *, const void *);	/* read.c */
void try_cuts(const struct trial *, const void *);	/* damage.c */
void try_damages(const struct trial *, const void *);
/* values.c: every value of an option, of readers or of writers. */
void try_read_options(const struct trial *, const void *);
void try_write_options(const struct trial *, const void *);
void try_same(const struct trial *);			/* same.c */
void set_clock_ahead(long days);			/* clock.c: for this process */
void try_read_growth(const struct trial *, const void *);	/* growth.c */
void try_write_growth(const struct trial *, const void *);
void try_writing(const struct trial *, const void *);	/* write.c */
void try_appending(const struct trial *, const void *);
void try_round_trip(const struct trial *, const void *);	/* trip.c */
void try_freeing(const struct trial *, const void *);	/* leaks.c */
bool leaks_are_seen(void);				/* with this allocator */

#endif
