/* The parts of the HTML writer: one page, typeset for people. */
#ifndef HTML_WRITE_H
#define HTML_WRITE_H

#include "../printed/printed.h"

struct html_finding { const struct jy_check *check; size_t number, order; };
struct html_writer {
	struct jy_out *out;
	const struct jy_minutes *minutes;
	struct printed_index index;
	struct html_finding *findings;	/* the checks, by the number of the block they belong to */
	size_t count, shown;
	long replaced;			/* characters that HTML has not */
};

/* write.c */
int html_write(struct jy_task *, const struct jy_minutes *, struct jy_out *);
/* The text, none of it markup. */
void html_put(struct html_writer *, struct jy_text);
void html_puts(struct html_writer *, const char *markup);
/* Has it nothing to see?  Then it makes no heading. */
bool html_is_blank_text(struct jy_text);
/* TEXT between two pieces of markup; nothing where there is no text. */
void html_put_between(struct html_writer *, const char *before, struct jy_text text,
    const char *after);
/* The same, within a line: nothing in it changes the direction of what stands around it. */
void html_put_part(struct html_writer *, const char *before, struct jy_text text,
    const char *after);
/* 〔第1页第7行〕, as far as it is known. */
void html_put_place(struct html_writer *, int page, int line);

/* blocks.c: the minutes as they are printed. */
void html_put_block(void *writer, const struct printed_block *);

/* findings.c: the checks, each where it belongs. */
bool html_find_findings(struct html_writer *);
void html_put_findings(struct html_writer *, size_t number);

/* decisions.c */
void html_put_decisions(struct html_writer *);

/* style.c: the style sheet, and its hash, without which browsers would not use it. */
extern const char html_style[], html_style_hash[];

#endif
