/*
 * Minutes as they are printed, block by block: shared by the formats that people read.  What a block
 * looks like is the format's; what it says, and in which order, is told here.
 */
#ifndef PRINTED_H
#define PRINTED_H

#include <jiyao/plugin.h>

enum printed_kind {
	PRINTED_MARK,		/* 份号, 密级, 紧急程度 */
	PRINTED_TITLE,
	PRINTED_NUMBER,		/* 发文字号 */
	PRINTED_FACT,		/* 时间：, 主持：, what the text itself does not say; with people */
	PRINTED_HEADING,
	PRINTED_PARAGRAPH,
	PRINTED_GROUP,		/* 出席：, with people */
	PRINTED_SIGNATURE,	/* 整理 and its date */
	PRINTED_NOTE,		/* （此件公开发布） */
	PRINTED_COPIES,		/* 分送：, with texts */
	PRINTED_ISSUED		/* 印发 and its date */
};
struct printed_block {
	enum printed_kind kind;
	int level;			/* of a heading: from 2, none is left out */
	size_t number;			/* of the item, clause or group that begins here; 0: none */
	struct jy_text label;		/* 一、 or 出席 */
	struct jy_text scope;		/* of a group, which stands in brackets */
	struct jy_text text;
	struct jy_text date;		/* as it is printed, after the text */
	const struct jy_person *people;
	const struct jy_string *texts;
	const struct jy_place *at;	/* where it was printed; NULL: not known */
};

/* Gives every block to TAKE, in order; what it points to lives as long as the call. */
void printed_walk(const struct jy_minutes *, void (*take)(void *, const struct printed_block *),
    void *);

/* index.c: items and clauses by their ids, and groups, which have none. */
struct printed_entry {
	struct jy_text id;
	const struct jy_item *item;	/* NULL: it is a group's */
	const struct jy_clause *clause;	/* NULL: it is the item's own */
	const struct jy_place *at;
	size_t number;			/* from 1, in the order of the document, as blocks have it */
};
struct printed_index { struct printed_entry *entries; size_t used, size; };
/* Sorted by id; false: there is no memory.  The entries are to be freed. */
bool printed_index(struct printed_index *, const struct jy_minutes *);
const struct printed_entry *printed_find(const struct printed_index *, struct jy_text id);

/* decisions.c: a row of the table of decisions, but for its number and where the decision stands. */
enum { PRINTED_COLUMNS = 7 };
extern const char *const printed_columns[PRINTED_COLUMNS];
struct printed_row {
	const struct jy_string *cells[PRINTED_COLUMNS];	/* several values, ； between them */
	struct jy_string own[PRINTED_COLUMNS];
};
void printed_row(struct printed_row *, const struct jy_decision *);

/* words.c: 2021年9月29日, or a date of another form as it is; with room for SIZE bytes. */
struct jy_text printed_date(char *to, size_t size, struct jy_text date);
/* 第3页第7行; the page only where the document has pages, and nothing where it is not known. */
void printed_place(char *to, size_t size, const struct jy_minutes *, int page, int line);
/* What GB/T 9704, 10.3 calls those of an attendance group's role; 参加 for those it does not know. */
const char *printed_role(struct jy_text role);
/* What a deadline's kind is called, and a severity; "" for what is neither. */
const char *printed_deadline(struct jy_text kind);
const char *printed_severity(struct jy_text severity);
/* What a check with that code is about; "" for one that is not the model's. */
const char *printed_check(struct jy_text code);

#endif
