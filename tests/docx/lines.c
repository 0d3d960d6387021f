/* Reading Word documents into lines, and comparing them. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

struct jy_minutes *
read_into_lines(const char *name, struct jy_task *task)
{
	char path[64];

	snprintf(path, sizeof(path), "docx/%s.docx", name);
	line_count = 0;
	return jy_read(task, test_file(path), path);
}

struct jy_minutes *
read_lines(const char *name, struct jy_task **task)
{
	*task = test_task("docx", NULL);
	return read_into_lines(name, *task);
}

void
assert_text(struct jy_text is, const char *should)
{
	ck_assert_str_eq(is.s ? is.s : "", should);
}

void
assert_lines(const struct expected *expected, size_t count)
{
	for (size_t i = 0; i < count && i < line_count; i++) {
		const struct jy_line *is = lines[i], *should = &expected[i].look;

		assert_text(is->text, expected[i].text);
		assert_text(is->label, expected[i].label);
		ck_assert_int_eq(is->at.page, should->at.page);
		ck_assert_int_eq(is->origin, should->origin);
		ck_assert_int_eq(is->align, should->align ? should->align : JY_LEFT);
		ck_assert_int_eq(is->table, should->table);
		ck_assert_int_eq(is->row, should->row);
		ck_assert_int_eq(is->column, should->column);
		ck_assert_int_eq(is->heading, should->heading);
	}
	ck_assert_uint_eq(line_count, count);
}

const struct jy_message *
message_of(const struct jy_task *task, const char *code)
{
	const struct jy_message *m = jy_messages(task);

	while (m && strcmp(m->code, code) != 0)
		m = m->next;
	ck_assert_msg(m, "there is no message [%s]", code);
	return m;
}
