/* The sink: bytes in memory, so that a failure leaves nothing half written anywhere. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jiyao/jiyao.h>

#include "arena.h"

struct jy_out { char *bytes; size_t used, size; };

struct jy_out *
jy_out_new(void)
{
	return must_alloc(sizeof(struct jy_out));
}

void
jy_out_free(struct jy_out *out)
{
	if (out)
		free(out->bytes);
	free(out);
}

struct jy_bytes
jy_out_bytes(const struct jy_out *out)
{
	return (struct jy_bytes){(const unsigned char *)out->bytes, out->used};
}

/* Room for N more bytes. */
static char *
room(struct jy_out *out, size_t n)
{
	if (out->size - out->used < n) {
		size_t size = out->size ? out->size * 2 : 64 * 1024;

		if (size - out->used < n)
			size = out->used + n;
		out->bytes = must_realloc(out->bytes, size, 1);
		out->size = size;
	}
	return out->bytes + out->used;
}

void
jy_put(struct jy_out *out, const void *bytes, size_t size)
{
	if (!size)
		return;		/* nothing may be put before there is any memory */
	memcpy(room(out, size), bytes, size);
	out->used += size;
}

void
jy_puts(struct jy_out *out, const char *text)
{
	jy_put(out, text, strlen(text));
}

void
jy_printf(struct jy_out *out, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n <= 0)
		return;
	va_start(args, format);
	vsnprintf(room(out, (size_t)n + 1), (size_t)n + 1, format, args);
	va_end(args);
	out->used += (size_t)n;
}
