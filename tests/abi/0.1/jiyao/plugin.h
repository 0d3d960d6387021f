/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * plugin.h: all that a plugin may know.  The long form is jiyao-plugin(7).
 *
 * A plugin is a format: one const struct, no start, no state, no end.  Reading is a function from
 * bytes to lines (or straight to minutes); writing is a function from minutes to bytes.  A plugin
 * never sees a path, an open file or another plugin, keeps nothing between two calls, prints
 * nothing, and leaves locale, signals and descriptors as they were.
 */
#ifndef JIYAO_PLUGIN_H
#define JIYAO_PLUGIN_H

#include <jiyao/model.h>

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

#define JY_ABI 1

struct jy_task;			/* one call: its options, its messages */
struct jy_builder;		/* where a reader puts what it read */
struct jy_out;			/* where a writer puts its bytes */
struct jy_bytes { const unsigned char *at; size_t size; };

/* An option that `-O name=value` sets.  The host parses and checks it and prints the help. */
enum jy_type { JY_STRING, JY_CHOICE, JY_NUMBER, JY_FILE };
struct jy_option {
	const char *name;	/* NULL ends the table */
	enum jy_type type;
	const char *value;	/* the default; never NULL in a used entry, and empty for a file */
	const char *accepts;	/* choice: "auto|yes|no"; number: "1..99"; else: what it means */
	const char *help;	/* one line, lower case, without a full stop */
};

struct jy_plugin {
	size_t size;			/* JY_PLUGIN sets it; how the host knows the fields */
	const char *name, *title;	/* "pdf", "PDF documents"; the module's file is NAME.so */
	const char *suffixes;		/* "htm html"; may be NULL, as all below */
	const char *media_type;		/* of what it writes, else of what it reads */
	const struct jy_option *options;
	/* How sure the plugin is that it reads IN: 0 no, 25 possible, 50 likely, 100 certain.  Pure:
	 * looks at the bytes and nothing else.  Comes with read. */
	int (*probe)(struct jy_bytes in);
	/* 0, or -1 after jy_fail.  What cannot be read is never dropped in silence: jy_warn. */
	int (*read)(struct jy_task *, struct jy_bytes in, struct jy_builder *);
	/* 0, or -1 after jy_fail.  Errors of the sink are none of the plugin's. */
	int (*write)(struct jy_task *, const struct jy_minutes *, struct jy_out *);
	/* What minutes lose when they are written so, a sentence without a full stop; NULL: nothing. */
	const char *lossy;
	/* The schema of what it writes, a whole document in UTF-8; or NULL. */
	const char *schema;
	/* OUT may hold what was written before, of other minutes: write continues that, or fails. */
	bool appends;
};

/* Defines the one symbol that a module exports; the symbol carries the ABI number. */
#define JY_PLUGIN(...) \
	extern __attribute__((visibility("default"))) const struct jy_plugin jy_plugin_1; \
	const struct jy_plugin jy_plugin_1 = { \
		.size = sizeof(struct jy_plugin), __VA_ARGS__ }

/* The value of an option that the plugin declares, set or default; never NULL. */
const char *jy_option(const struct jy_task *, const char *name);
bool jy_option_is(const struct jy_task *, const char *name, const char *value);
long jy_option_number(const struct jy_task *, const char *name);
/* What is in the file that a JY_FILE names, for the host has read it; no bytes where none was given. */
struct jy_bytes jy_option_file(const struct jy_task *, const char *name);

/*
 * Messages.  CODE is stable, lower case, words joined by hyphens; the text is one sentence without
 * a full stop, in English.  PAGE counts from 1; 0 means the whole document.  People may get the sentence
 * in their language, if jiyao's catalogue has its format.  What %-s inserts (for printf the same as %s)
 * is then translated, too: it is a JY_WORD, or of jy_words.
 */
enum jy_status {		/* sysexits: the exit status that a failure stands for */
	JY_USAGE = 64, JY_BAD_INPUT = 65, JY_UNAVAILABLE = 69, JY_INTERNAL = 70, JY_TEMPORARY = 75, JY_PERMISSION = 77
};
__attribute__((format(printf, 4, 5)))
void jy_warn(struct jy_task *, int page, const char *code, const char *format, ...);
__attribute__((format(printf, 4, 5)))	/* always returns -1 */
int jy_fail(struct jy_task *, enum jy_status, const char *code, const char *format, ...);
/* Marks what %-s inserts, for the catalogue. */
#define JY_WORD(text) text
/* Words put together, to be inserted by %-s; they live as long as the task. */
__attribute__((format(printf, 2, 3)))
const char *jy_words(struct jy_task *, const char *format, ...);

/* What a line is, when the format itself says so. */
enum jy_origin { JY_BODY, JY_HEADER, JY_FOOTER, JY_TEXT_BOX, JY_NOTE, JY_COMMENT, JY_DELETED };
enum jy_align { JY_UNKNOWN, JY_LEFT, JY_CENTRE, JY_RIGHT, JY_JUSTIFIED };

/* Where in the text of a line white space is wider than its characters tell. */
struct jy_gap { struct jy_gap *next; size_t offset; double ems; };

/* One printed line, or one paragraph where the format knows no lines.  jy_add_line makes it; the
 * reader sets what it knows of the rest, and zero means unknown. */
struct jy_line {
	struct jy_line *next;
	struct jy_text text;		/* as printed, without the label */
	struct jy_text label;		/* a computed list label (DOCX), printed before the text */
	struct jy_place at;		/* page; line in its page (jy_add_line counts); box */
	struct jy_gap *gaps;		/* by rising offset */
	double size;			/* of most of its characters, in points */
	double indent;			/* of its first character from the text's left edge, in points */
	int weight;			/* 400 regular, 700 bold */
	int heading;			/* 1..9: the format's own heading level */
	int table, row, column;		/* of a table's cell, each from 1 */
	enum jy_align align;
	enum jy_origin origin;
	bool ends_paragraph;		/* for sure; false: not known */
};

/*
 * The builder.  All memory is the arena's: nothing is freed by the plugin, nothing is returned NULL.
 * Text is copied.  Bytes that are not UTF-8 become U+FFFD; every U+FFFD counts as undecoded.
 */
/* The line is the page's next by number.  Empty lines one after another are one line. */
struct jy_line *jy_add_line(struct jy_builder *, int page, const char *text, size_t len);
struct jy_text jy_copy(struct jy_builder *, const char *text, size_t len);
void jy_add_gap(struct jy_builder *, struct jy_line *, size_t offset, double ems);

/* The ideograph that looks like a radical (U+2E80 to U+2FD5); any other character as it is.  For formats
 * whose text is what was printed: many PDF files have ⽴ for a printed 立. */
unsigned jy_unified(unsigned character);

/* What the reader can tell of the file: pages, encoding, metadata (whose dates are ISO 8601). */
struct jy_source *jy_source(struct jy_builder *);

/* For a reader that reads pictures: who reads them, engine and language.  Each line whose at.confidence
 * is set was read so; the core lists them, and marks all that comes of them. */
struct jy_ocr *jy_ocr(struct jy_builder *);

/* For a reader that restores minutes: the root, its objects made.  Then no line is added. */
struct jy_minutes *jy_minutes(struct jy_builder *);
/* A new object of SHAPE, all null; or a struct jy_string where SHAPE is NULL. */
void *jy_make(struct jy_builder *, const struct jy_shape *);

/* The sink.  It takes whatever it is given: its errors are the host's. */
/* What it holds, which is valid until more is put. */
struct jy_bytes jy_out_bytes(const struct jy_out *);
void jy_put(struct jy_out *, const void *bytes, size_t size);
void jy_puts(struct jy_out *, const char *text);
__attribute__((format(printf, 2, 3)))
void jy_printf(struct jy_out *, const char *format, ...);

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
