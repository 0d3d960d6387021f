/* Memory by the chunk, zeroed by calloc and only ever given back as a whole. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

#include <jiyao/plugin.h>

enum { FIRST = 16 * 1024, LARGEST = 1024 * 1024 };

struct chunk {
	struct chunk *next;
	size_t used, size;
	max_align_t bytes[];
};

static void
out_of_memory(void)
{
	fputs("jiyao: error: out of memory [memory]\n", stderr);
	_Exit(JY_TEMPORARY);
}

void *
must_alloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
must_realloc(void *p, size_t count, size_t size)
{
	if (size && count > (SIZE_MAX - 1) / size)
		out_of_memory();
	p = realloc(p, count * size + 1);
	if (!p)
		out_of_memory();
	return p;
}

/* Chunks double up to a limit: small documents stay small, large ones need few calls. */
static struct chunk *
grow(struct arena *a, size_t size)
{
	size_t next = a->chunk ? a->chunk->size * 2 : FIRST;
	struct chunk *c;

	if (next > LARGEST)
		next = LARGEST;
	if (next < size)
		next = size;
	if (next > SIZE_MAX - sizeof(*c))
		out_of_memory();
	c = must_alloc(sizeof(*c) + next);
	c->size = next;
	c->next = a->chunk;
	a->chunk = c;
	return c;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct chunk *c = a->chunk;
	char *p;

	if (size > SIZE_MAX - sizeof(max_align_t))
		out_of_memory();
	size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
	if (!c || c->size - c->used < size)
		c = grow(a, size);
	p = (char *)c->bytes + c->used;
	c->used += size;
	return p;
}

struct jy_text
arena_text(struct arena *a, const char *s, size_t len)
{
	char *copy = arena_alloc(a, len + 1);

	memcpy(copy, s, len);
	return (struct jy_text){copy, len};
}

struct jy_text
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	int n;
	char *s;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	s = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n > 0)
		vsnprintf(s, (size_t)n + 1, format, again);
	va_end(again);
	va_end(args);
	return (struct jy_text){s, n < 0 ? 0 : (size_t)n};
}

void
arena_free(struct arena *a)
{
	struct chunk *next;

	for (struct chunk *c = a->chunk; c; c = next) {
		next = c->next;
		free(c);
	}
	a->chunk = NULL;
}
