/* The lines that the DOCX reader gives, seen on their way to the core. */
#ifndef JIYAO_TESTS_DOCX_LINES_H
#define JIYAO_TESTS_DOCX_LINES_H

#include "../lines.h"

/* Reads fixtures/docx/NAME.docx with the options of the task, into lines; they are valid until the
 * minutes are freed. */
struct jy_minutes *read_into_lines(const char *name, struct jy_task *task);
struct jy_minutes *read_lines(const char *name, struct jy_task **task);

void assert_text(struct jy_text is, const char *should);

struct expected {
	const char *label, *text;
	struct jy_line look;	/* of it, what assert_lines compares */
};
#define PAGE(n) .at = {.page = (n)}
#define CELL(t, r, c) .table = (t), .row = (r), .column = (c)

void assert_lines(const struct expected *expected, size_t count);

/* The message of that code; it must have been given. */
const struct jy_message *message_of(const struct jy_task *task, const char *code);

/* What each file tests. */
TCase *numbering_tests(void);
TCase *changes_tests(void);
TCase *package_tests(void);

#endif
