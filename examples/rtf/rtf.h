// SPDX-License-Identifier: 0BSD
/* The two parts of the reader: the text, and the control words between it. */
#ifndef RTF_H
#define RTF_H

#include <iconv.h>

#include <jiyao/plugin.h>

#define DEEPEST 1000
#define FONTS 65536

/* What holds until the group ends. */
struct rtf_state {
	bool skipped, hidden, in_table;
	int font, fallbacks;		/* how many characters stand for those that cannot do \u */
	int heading;
	enum jy_align align;
	enum jy_origin origin;
	size_t start;			/* of the line in text: a footnote interrupts that of the body */
};

struct rtf_reader {
	struct jy_task *task;
	struct jy_builder *to;
	const char *s, *end;
	struct rtf_state groups[DEEPEST], now;
	int depth, to_skip;
	char *text;			/* lines that are not complete, one behind the other */
	size_t len;
	char bytes[8];			/* of a character that is not complete */
	size_t waiting;
	int high;			/* the first half of a pair of \u, or 0 */
	int codepage, default_font, opened;
	iconv_t encoding;		/* of the code page opened */
	unsigned char charset[FONTS];
	int table, row, column;
	long undecoded, pictures, hidden;
};

/* text.c: a byte of text, in the encoding of its font. */
void rtf_byte(struct rtf_reader *, int byte);
/* A character; and one by the number that \u has. */
void rtf_put_point(struct rtf_reader *, unsigned c);
void rtf_unicode(struct rtf_reader *, long number);
/* Something else than text comes: a character that was begun stays incomplete. */
void rtf_settle(struct rtf_reader *);
void rtf_end_line(struct rtf_reader *, bool ends_paragraph, bool in_cell);

#endif
