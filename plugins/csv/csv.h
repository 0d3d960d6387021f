/* The parts of the plugin csv: cells, and the tables made of them. */
#ifndef JIYAO_CSV_H
#define JIYAO_CSV_H

#include <jiyao/plugin.h>

#define CSV_BETWEEN "；"		/* between several values of one cell */
#define CSV_OCR "OCR识读"		/* a remark: the text is of a picture */

#define CSV_MARK "\xEF\xBB\xBF"
enum { CSV_COLUMNS = 24 };	/* no table has more */

struct csv_writer {
	struct jy_out *out;
	const struct csv_table *table;
	char delimiter;
	const char *line_end;
	size_t order[CSV_COLUMNS], columns;	/* the columns to write, as asked for */
	int number;		/* 序号 of the last row that is there */
	char *row;		/* the cells of the row so far, one after another */
	size_t used, room, ends[CSV_COLUMNS], cells;
	bool failed;		/* memory ran out */
};

/* cells.c */
/* One more cell, of PARTS with BETWEEN between them; empty parts do not count. */
void csv_cell(struct csv_writer *, const struct jy_string *parts, const char *between);
void csv_text(struct csv_writer *, struct jy_text);
void csv_word(struct csv_writer *, const char *);
/* Empty for 0, which is null. */
void csv_ordinal(struct csv_writer *, int);
void csv_end_row(struct csv_writer *);

/* What minutes may lack, as values without a value. */
extern const struct jy_person csv_nobody;
extern const struct jy_disposition csv_no_disposition;
extern const struct jy_deadline csv_no_deadline;
struct jy_text csv_number(const struct jy_minutes *);

struct csv_table {
	const char *name;
	const char *const *header;	/* ended by NULL */
	const char *const *key;		/* the columns that tell a document's row from any other's */
	/* Writes all rows but the header; 0, or -1 when memory ran out. */
	int (*rows)(struct csv_writer *, const struct jy_minutes *);
};
extern const struct csv_table csv_tables[];	/* the options know no other names */

extern const char *const csv_followup_header[], *const csv_followup_key[];
int csv_followup(struct csv_writer *, const struct jy_minutes *);

/* columns.c: the columns asked for; 0, or -1 after jy_fail. */
int csv_choose(struct csv_writer *, struct jy_task *);
/* Where among the columns that are written the one of that name stands, or -1. */
int csv_find_column(const struct csv_writer *, const char *name);

/* append.c: prepares to continue what OUT holds; 0, or -1 after jy_fail. */
int csv_continue(struct csv_writer *, struct jy_task *);
/* Are any rows after the first HELD bytes there before, too?  0, or -1 after jy_fail. */
int csv_check_repeats(const struct csv_writer *, struct jy_task *, size_t held);

#endif
