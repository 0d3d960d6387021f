/*
 * jiyao report: what a batch came to, for people.  The ledger is only read; what is computed of it
 * goes to temporary tables (report.sql, series.sql), which SQLite keeps on disk where they grow,
 * so that a hundred thousand files need no more memory than ten.  The same ledger gives the same
 * bytes.
 *
 * The first failure is remembered in `status`, after a message; what comes after it does no harm.
 */
#ifndef JIYAO_REPORT_H
#define JIYAO_REPORT_H

#include <sqlite3.h>

#include "../cli.h"
#include "words.h"

struct report {
	const char *folder;		/* that of the outputs, and of the report */
	const char *sources;		/* where relative sources begin; NULL: the current folder */
	const char *share, *seed;	/* of the sample, in percent; NULL: none is drawn */
	bool series, help;
	struct ledger *ledger;
	char *way;			/* from `folder` to `sources`: "../" */
	int status;
};

/* What is written of it, in one language. */
struct page { struct report *report; FILE *to; enum language language; };

/* report.c */
/* The next row of a statement of the ledger; false after the last, and after a failure. */
bool next_row(struct report *, sqlite3_stmt *);
/* Runs statements that give nothing. */
void run_statements(struct report *, const char *sql);
/* A column as text, "" for null. */
const char *column(sqlite3_stmt *, int index);
bool is_null(sqlite3_stmt *, int index);

/* file.c: a file of the folder appears whole or not at all. */
FILE *file_begin(struct report *, const char *name);	/* never NULL, but perhaps /dev/null */
void file_end(struct report *, const char *name, FILE *);
/* The same, but another file of that name is not replaced: people may have worked in it. */
void file_end_new(struct report *, const char *name, FILE *);
void page_begin(struct page *, struct report *, const char *name, enum language);
void page_end(struct page *, const char *name);

/* functions.c: what SQL asks of C. */
void add_functions(struct report *);

/* action.c: what to do about a code. */
struct action {
	const char *name;		/* in CSV, and in ids */
	enum word title, advice;
};
enum { ACTIONS = 13 };
extern const struct action actions[ACTIONS];	/* the most urgent first */
/* The index of what to do about CODE (or NULL), of what ended with OUTCOME and STATUS. */
int action_of(const char *outcome, const char *code, int status);

/* csv.c, manifest.c */
void write_catalogues(struct report *);
void write_manifests(struct report *);
void csv_put(FILE *, const char *cell);		/* one cell, with the comma behind it */
void csv_end(FILE *, const char *cell);		/* the last cell of a line */
FILE *csv_begin(struct report *, const char *name, const char *heads);

/* html.c: text and links of which no character is taken for granted. */
void html_head(struct page *, enum word title, const char *other);
void html_foot(struct page *);
void html_text(FILE *, const char *text);
void html_name(FILE *, const char *path);		/* of a file: isolated, breaks at slashes */
void html_output(struct page *, const char *file, const char *text);
void html_source(struct page *, const char *source);
void html_say(struct page *, enum word);
void html_paragraph(struct page *, enum word);
void html_outputs(struct page *, const char *path);	/* links to those of an input */
void html_more(struct page *, long count, const char *file);	/* how many are only in that file */
void html_code(struct page *, const char *code);
void html_count(struct page *, long);
void html_heading(struct page *, const char *id, enum word);
void html_columns(struct page *, const enum word *words);	/* ended by W_NONE */

/* page.c, exceptions.c, plot.c, sample.c, series.c */
void write_page(struct report *, enum language);
void put_actions(struct page *);
void put_exceptions(struct page *);
void put_plots(struct page *);
void write_sample(struct report *);
void find_series(struct report *);
void write_series(struct report *);
void put_series(struct page *);

#endif
