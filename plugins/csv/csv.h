/* The parts of the plugin csv: cells, and the tables made of them. */
#ifndef JIYAO_CSV_H
#define JIYAO_CSV_H

#include <jiyao/plugin.h>

#define CSV_BETWEEN "；"		/* between several values of one cell */
#define CSV_OCR "OCR识读"		/* a remark: the text is of a picture */

struct csv_writer {
	struct jy_out *out;
	char delimiter;
	bool started;		/* the row has a cell */
};

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
	/* Writes all rows but the header; 0, or -1 when memory ran out. */
	int (*rows)(struct csv_writer *, const struct jy_minutes *);
};
extern const struct csv_table csv_tables[];	/* the options know no other names */

extern const char *const csv_followup_header[];
int csv_followup(struct csv_writer *, const struct jy_minutes *);

#endif
