/* Labels of lists, against what LibreOffice prints for the same file.  Where that is not what Word
 * prints, NAME.exceptions says what is, and why. */
#include "lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const matrix[] = {"formats", "levels", "random"};

/* A line of TEXT from S on, without the white space around it; S moves behind it. */
static struct jy_text
next_line(const char **s, const char *end)
{
	const char *from = *s, *to;

	for (to = from; to < end && *to != '\n'; to++)
		;
	*s = to + (to < end);
	while (from < to && strchr(" \t", *from))
		from++;
	while (to > from && strchr(" \t\r", to[-1]))
		to--;
	return (struct jy_text){from, (size_t)(to - from)};
}

static struct jy_text
whole(const char *folder_and_name, const char *suffix)
{
	char path[96];
	struct jy_bytes in;

	snprintf(path, sizeof(path), "docx/%s.%s", folder_and_name, suffix);
	in = test_file(path);
	return (struct jy_text){(const char *)in.at, in.size};
}

/* The exception for the line, "TEXT|LABEL"; NULL: none. */
static const char *
exception_to(struct jy_text exceptions, struct jy_text text, size_t *len)
{
	const char *s = exceptions.s, *end = s + exceptions.len;

	while (s < end) {
		struct jy_text line = next_line(&s, end);

		if (line.len > text.len && line.s[text.len] == '|'
		    && memcmp(line.s, text.s, text.len) == 0) {
			*len = line.len - text.len - 1;
			return line.s + text.len + 1;
		}
	}
	return NULL;
}

static bool
agrees(const struct jy_line *line, struct jy_text printed, struct jy_text exceptions)
{
	size_t len;
	const char *label = exception_to(exceptions, line->text, &len);

	if (label)
		return line->label.len == len && memcmp(line->label.s, label, len) == 0;
	if (printed.len < line->label.len + line->text.len
	    || (line->label.len && memcmp(printed.s, line->label.s, line->label.len) != 0))
		return false;
	printed.s += line->label.len;
	printed.len -= line->label.len;
	while (printed.len && strchr(" \t", *printed.s))
		printed.s++, printed.len--;
	return printed.len == line->text.len && memcmp(printed.s, line->text.s, printed.len) == 0;
}

/* Every line that differs is printed before the test fails. */
START_TEST(test_as_printed)
{
	char name[64];
	struct jy_task *task;
	struct jy_minutes *minutes;
	struct jy_text printed, exceptions;
	const char *s, *end;
	int differences = 0;

	snprintf(name, sizeof(name), "numbering/%s", matrix[_i]);
	minutes = read_lines(name, &task);
	ck_assert_ptr_nonnull(minutes);
	printed = whole(name, "txt");
	exceptions = whole(name, "exceptions");
	s = printed.s + (memcmp(printed.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
	end = printed.s + printed.len;
	for (size_t i = 0; i < line_count; i++) {
		struct jy_text line = next_line(&s, end);

		if (agrees(lines[i], line, exceptions))
			continue;
		fprintf(stderr, "%s: printed '%.*s', read '%s' '%s'\n", matrix[_i], (int)line.len,
		    line.s, lines[i]->label.s ? lines[i]->label.s : "", lines[i]->text.s);
		differences++;
	}
	ck_assert_int_eq(differences, 0);
	ck_assert_uint_gt(line_count, 100);
	ck_assert_uint_eq(next_line(&s, end).len, 0);
	jy_free(minutes);
	jy_end(task);
}
END_TEST

TCase *
numbering_tests(void)
{
	TCase *c = tcase_create("numbering");

	tcase_set_timeout(c, 60);
	tcase_add_loop_test(c, test_as_printed, 0, sizeof(matrix) / sizeof(*matrix));
	return c;
}
