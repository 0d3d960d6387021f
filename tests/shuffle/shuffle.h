/*
 * Synthetic minutes: their truth, their text, and the difference between that truth and what was
 * read.  A document is made from its seed alone, so that any one of them can be made again.
 *
 * What is compared is what a careful reader could tell from the page.  The words come from the
 * lists beside this file and never from the recogniser's lexicon, which would only find itself.
 */
#ifndef JIYAO_SHUFFLE_H
#define JIYAO_SHUFFLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <jiyao/jiyao.h>

/* What a paragraph is to the layout. */
enum kind {
	HEAD,		/* masthead, number, date: centred, never wrapped */
	PROSE,		/* wrapped; only its place tells that it begins */
	LABELLED,	/* wrapped; its first characters tell that it begins */
	PEOPLE,		/* the same, and its other lines may hang */
	HEADING,	/* the same, and a heading in Markdown */
	ROWS,		/* lines as they are, not wrapped */
	AROUND		/* the page around the text */
};

struct paragraph { struct paragraph *next; enum kind kind; const char *text; bool blank_before; };

/* A line of the truth as text, fields parted by '|', for people and for items. */
struct fact { struct fact *next; const char *text; bool found; };
struct facts { struct fact *first, **end; int count; };

struct piece;			/* memory */

/* A level of government, and how one speaks there. */
struct level {
	char letter;		/* offices.txt names it so */
	const char *word;	/* 市 */
	const char *issuer, *brief, *meetings, *chairs, *chief, *deputy, *seniors, *bureau;
};

enum layout { LAYOUT_LINES, LAYOUT_WRAPPED, LAYOUT_DOUBLE, LAYOUT_MARKDOWN, LAYOUT_WEB, LAYOUTS };
enum body {
	BODY_CLAUSES, BODY_NESTED, BODY_ARABIC, BODY_PROSE, BODY_RUN_IN, BODY_BARE, BODY_NONE,
	BODY_BRACKETED, BODY_DIGITS, BODY_TOPICS, BODIES
};
enum list {
	LIST_GLUED, LIST_COMMAS, LIST_SHARED, LIST_ROWS, LIST_COLUMNS, LIST_TITLED, LIST_NAMES,
	LISTS
};
extern const char *const layout_names[LAYOUTS], *const body_names[BODIES], *const list_names[LISTS];

struct document {
	uint64_t state;
	struct piece *pieces;
	const struct level *level;
	const char *place, *issuer, *meeting;
	enum layout layout;
	enum body body;
	enum list list;

	/* One habit each, kept through the document. */
	bool header;			/* 时间：… rather than a sentence */
	bool half;			/* , : ( ) for ，：（） */
	bool padded;			/* 王　翔 */
	const char *pad, *gap;		/* inside a name of two, between people */
	const char *comma, *colon;
	bool loose;			/* blanks inside sentences */

	int year, month, day, session;
	int clauses;
	struct paragraph *first, **end;
	struct facts people, items;
	const char *text;
};

/* parts.c: chance and words.  C does not say which argument of a call is evaluated first: no
 * call may have two that draw, or a seed means another document to another compiler. */
unsigned pick(struct document *, unsigned n);
bool chance(struct document *, unsigned percent);
const char *one_of(struct document *, const char *choices);	/* "a|b|c" */
const char *word_of(struct document *, const char *list);
const char *fill(struct document *, const char *pattern);	/* $O, $P, … */
const char *make_name(struct document *);
const char *loosen(struct document *, const char *);	/* blanks as text from the web has them */
const char *numeral(struct document *, int);			/* 十二 */
__attribute__((format(printf, 2, 3)))
const char *say(struct document *, const char *format, ...);
void *keep(struct document *, void *);
void release_document(struct document *);

/* habits.c */
void choose_habits(struct document *);

/* compose.c: one document of that seed, without its layout; to be released */
struct document *compose(uint64_t seed);
__attribute__((format(printf, 3, 4)))
struct paragraph *add(struct document *, enum kind, const char *format, ...);
__attribute__((format(printf, 3, 4)))
void know(struct document *, struct facts *, const char *format, ...);

/* items.c: titles first, since the opening announces them */
struct agenda { int count; const char *titles[8]; };
struct agenda make_agenda(struct document *);
void compose_items(struct document *, const struct agenda *);

/* people.c */
const char *make_chair(struct document *);	/* in the opening's sentence */
const char *make_chair_entry(struct document *);	/* after 主持人： */
const char *make_company(struct document *);	/* 副市长王莉、李强出席会议。 */
const char *print_name(struct document *, const char *name);	/* 王伟 → 王　伟 */
const char *make_titled(struct document *, const char *role, const char *office, const char *title,
    int count);
const char *make_senior(struct document *, const char *role);
const char *make_names(struct document *, const char *role, int count);
const char *make_delegates(struct document *, const char *role, int count);
void meet(struct document *, const char *role, const char *office, const char *name,
    const char *title, const char *note);

/* attendance.c */
void compose_attendance(struct document *);
void compose_recorder(struct document *);

/* layout.c: fills in the document's text */
void lay_out(struct document *);

/* compare.c */
struct tally { long right, all; };
struct score { struct tally people, items, account; };
/* Prints a line a difference to DIFFERENCES, which may be NULL. */
struct score compare(struct document *, const struct jy_minutes *, FILE *differences);

#endif
