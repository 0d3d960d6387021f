/* A jy_add_line that remembers what it gave out. */
#include "lines.h"

#include <dlfcn.h>

struct jy_line *lines[8000];
size_t line_count;

struct jy_line *
jy_add_line(struct jy_builder *b, int page, const char *text, size_t len)
{
	struct jy_line *(*add)(struct jy_builder *, int, const char *, size_t);

	*(void **)&add = dlsym(RTLD_NEXT, "jy_add_line");
	ck_assert_uint_lt(line_count, sizeof(lines) / sizeof(*lines));
	return lines[line_count++] = add(b, page, text, len);
}
