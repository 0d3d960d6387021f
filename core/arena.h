/* An arena: memory that is given out piece by piece and freed at once. */
#ifndef JIYAO_ARENA_H
#define JIYAO_ARENA_H

#include <stddef.h>

#include <jiyao/model.h>

struct arena { struct chunk *chunk; };

/* Zeroed memory, aligned for any type.  Never NULL: without memory the process ends with 75. */
void *arena_alloc(struct arena *, size_t size);
/* A copy of the text, ended by a NUL. */
struct jy_text arena_text(struct arena *, const char *s, size_t len);
__attribute__((format(printf, 2, 3)))
struct jy_text arena_printf(struct arena *, const char *format, ...);
void arena_free(struct arena *);

/* malloc and realloc that end the process with 75 (try again) rather than return NULL. */
void *must_alloc(size_t size);
void *must_realloc(void *, size_t count, size_t size);

#endif
