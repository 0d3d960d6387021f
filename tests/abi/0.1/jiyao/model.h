/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * model.h: minutes (纪要) as a tree of plain structs.
 *
 * The tree is the JSON contract of jiyao-model(7): the same names, the same order.  Only the core
 * allocates these structs (jy_make), all of them in one arena that lives as long as the root; lists
 * are linked through `next`; fields are only ever appended.  So a plugin depends on no struct's size.
 *
 * Text is UTF-8 as printed, without control characters and followed by a NUL that `len` does not
 * count.  What the source does not give is null: .s == NULL for text, 0 for an ordinal, NULL for an
 * object or a list.  Dates are ISO 8601 (2021-09-13; --09-13 where no year is printed).
 */
#ifndef JIYAO_MODEL_H
#define JIYAO_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

/* The version of the contract stands at the end; readers know those of others, and refuse them. */
#define JY_SCHEMA_FAMILY "urn:jiyao:minutes:"
#define JY_SCHEMA JY_SCHEMA_FAMILY "1"

struct jy_text { const char *s; size_t len; };
struct jy_string { struct jy_string *next; struct jy_text text; };

/* Where a node was printed: page and lines count from 1 (page 0: read from no page); the box is in
 * points from the page's top left, and all zero where the format has no places. */
struct jy_place {
	int page, first_line, last_line;
	double x0, y0, x1, y1;
	int confidence;	/* read by OCR: from 1 to 100, of the least sure line; 0: it was text */
};

struct jy_person {		/* 人员; a representative stands for an organisation without a name */
	struct jy_person *next;
	struct jy_place at;
	struct jy_text name, organization, title, note;
	bool representative;
};
struct jy_generator { struct jy_text name, version; };
struct jy_metadata { struct jy_text title, author, producer, created, modified; };
struct jy_ocr_line { struct jy_ocr_line *next; struct jy_place at; };
struct jy_ocr {			/* who read the lines that are no text in the file; the mean of them */
	struct jy_text engine, language;
	int confidence;
	struct jy_ocr_line *lines;
};
struct jy_source {		/* the file that was read; bytes is its size */
	struct jy_text name, format;
	long bytes;
	struct jy_text sha256;
	int pages;
	struct jy_text encoding;
	struct jy_metadata *metadata;
	struct jy_ocr *ocr;
};
struct jy_number {		/* 发文字号: 云府纪要〔2025〕2号 */
	struct jy_place at;
	struct jy_text text, prefix;
	int year, sequence;
};
struct jy_imprint { struct jy_place at; struct jy_text by, date; };	/* 整理, 印发 */
struct jy_distribution {	/* 分送, 抄送 */
	struct jy_distribution *next;
	struct jy_place at;
	struct jy_text label;
	struct jy_string *recipients;
};
struct jy_document {		/* issuer 发文机关, kind 文种, title 标题, disclosure 公开方式 */
	struct jy_text issuer, kind, title;
	bool title_supplied;
	struct jy_number *number;
	struct jy_text disclosure;
	struct jy_imprint *compiled, *issued;
	struct jy_distribution *distribution;
	struct jy_text classification, urgency, copy;	/* 密级, 紧急程度, 份号 */
	struct jy_person *signers;			/* 签发人 */
	struct jy_place at;				/* of the masthead */
};
struct jy_meeting {		/* term 届, session 次, chairs 主持, recorders 记录, preamble 导语 */
	struct jy_place at;
	struct jy_text name, term;
	int session;
	struct jy_text date, period, place;
	struct jy_person *chairs, *recorders;
	struct jy_text preamble, lead_in;
};
struct jy_topic {		/* what the opening announces: 审议 + 《…》《…》 */
	struct jy_topic *next;
	struct jy_place at;
	struct jy_text action;
	struct jy_string *subjects;
};
struct jy_clause {		/* （一）…; a paragraph without a number has no label and ordinal 0 */
	struct jy_clause *next;
	struct jy_place at;
	struct jy_text id;
	int ordinal;
	struct jy_text label, title, text;
	struct jy_clause *clauses;
};
struct jy_item {		/* 议题: 一、… */
	struct jy_item *next;
	struct jy_place at;
	struct jy_text id;
	int ordinal;
	struct jy_text label, title, action;
	struct jy_string *documents;
	struct jy_clause *clauses;
};
struct jy_remark { struct jy_remark *next; struct jy_place at; struct jy_text text; };
struct jy_group {		/* role: present 出席, attending 列席, absent 请假, invited 邀请, other */
	struct jy_group *next;
	struct jy_place at;
	struct jy_text role, label, scope;
	struct jy_person *people;
};
struct jy_disposition { struct jy_text text, kind, to; };
struct jy_deadline { struct jy_text text, kind, date; };
struct jy_decision {		/* 议定事项; clause is the id of the clause (or item) it stands in */
	struct jy_decision *next;
	struct jy_place at;
	struct jy_text id, clause, text, verdict;
	struct jy_string *documents, *lead, *support;
	struct jy_person *person;
	struct jy_disposition *disposition;
	struct jy_deadline *deadline;
	bool actionable;
};
struct jy_scrap { struct jy_scrap *next; struct jy_text text; int page, line; };
struct jy_account {		/* characters = fields + furniture + residue; white space aside */
	long characters, fields, furniture, residue, undecoded;
};
struct jy_check {		/* a doubt about the document itself; severity: error warning note */
	struct jy_check *next;
	struct jy_text severity, code, message;
	int page, line;
};
struct jy_minutes {		/* the root; none of its objects is NULL, its lists may be */
	struct jy_text schema;
	struct jy_generator *generator;
	struct jy_source *source;
	struct jy_document *document;
	struct jy_meeting *meeting;
	struct jy_topic *agenda;
	struct jy_item *items;
	struct jy_remark *remarks;
	struct jy_group *attendance;
	struct jy_decision *decisions;
	struct jy_scrap *furniture, *residue;
	struct jy_account *account;
	struct jy_check *checks;
};

/*
 * The tree described as data, so that a format which writes or reads all of it walks a table.
 * Every struct that can stand in a list begins with its `next`.
 */
enum jy_kind {
	JY_TEXT,	/* struct jy_text */
	JY_COUNT,	/* long, never null */
	JY_ORDINAL,	/* int, 0 is null */
	JY_FLAG,	/* bool */
	JY_PLACE,	/* struct jy_place, page 0 is null; only written when provenance is asked for,
			 * or OCR has read it */
	JY_TEXTS,	/* struct jy_string *, a list */
	JY_OBJECT,	/* pointer to a struct of `shape` */
	JY_LIST		/* pointer to the first struct of `shape` */
};
struct jy_shape;
struct jy_field {
	const char *name;		/* the key; NULL ends the table */
	enum jy_kind kind;
	size_t offset;			/* in bytes from the start of the object: see JY_FIELD */
	const struct jy_shape *shape;	/* of a JY_OBJECT or of the elements of a JY_LIST */
	const char *each;		/* what one element of a list is called (XML): person for people */
	const char *words;		/* the only values a text may have: "present|attending|…", or NULL */
};
struct jy_shape { const char *name; const struct jy_field *fields; size_t size; };

/* The shape of struct jy_minutes; from it every other is reached. */
const struct jy_shape *jy_minutes_shape(void);

/* Is TEXT one of WORDS, as the `words` of a field or a choice's list name them: "yes|no"? */
bool jy_is_word(const char *words, struct jy_text text);

/* The place of FIELD in OBJECT, as a pointer to TYPE. */
#define JY_FIELD(object, field, type) ((type *)(void *)((char *)(object) + (field)->offset))
#define JY_CONST_FIELD(object, field, type) \
	((const type *)(const void *)((const char *)(object) + (field)->offset))

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
