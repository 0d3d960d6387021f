/* Where two files differ first: line and column of a text, the byte of what is none. */
#include <string.h>

#include "verify.h"

static size_t
first_difference(struct jy_bytes a, struct jy_bytes b)
{
	size_t i = 0;

	while (i < a.size && i < b.size && a.at[i] == b.at[i])
		i++;
	return i;
}

static void
put_byte(struct jy_bytes bytes, size_t i)
{
	if (i < bytes.size)
		printf("%02x", bytes.at[i]);
	else
		fputs(_("the end"), stdout);
}

/* The line around byte I, which begins at START. */
static void
put_line(struct jy_bytes bytes, size_t start, size_t i)
{
	const unsigned char *line = bytes.at + start, *stop;

	if (i == bytes.size) {
		fputs(_("the end"), stdout);
		return;
	}
	stop = memchr(bytes.at + i + 1, '\n', bytes.size - i - 1);
	put_excerpt((struct jy_text){(const char *)line,
			(size_t)((stop ? stop : bytes.at + bytes.size) - line)},
	    i - start);
}

/* Columns count characters: what editors show. */
static void
put_position(struct jy_bytes bytes, size_t i, size_t *start)
{
	long line = 1, column = 0;

	*start = 0;
	for (size_t k = 0; k < i; k++) {
		if (bytes.at[k] == '\n') {
			line++;
			column = 0;
			*start = k + 1;
		} else {
			column += (bytes.at[k] & 0xc0) != 0x80;
		}
	}
	if (i == bytes.size || (bytes.at[i] & 0xc0) != 0x80)
		column++;
	tell(stdout, "line %ld, column %ld: ", line, column);
}

void
differ_in_bytes(struct jy_bytes output, struct jy_bytes source)
{
	size_t i = first_difference(output, source), start;

	if (is_binary(output) || is_binary(source)) {
		tell(stdout, "byte %zu: ", i + 1);
		put_byte(output, i);
		fputs(_(" in the output, "), stdout);
		put_byte(source, i);
	} else {
		put_position(i < output.size ? output : source, i, &start);
		put_line(output, start, i);
		fputs(_(" in the output, "), stdout);
		put_line(source, start, i);
	}
	fputs(_(" in the source"), stdout);
	putchar('\n');
}
