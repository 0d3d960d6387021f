/* UTF-8: reading it character by character, and making bytes into text a model may hold. */
#ifndef JIYAO_TEXT_H
#define JIYAO_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

#define REPLACEMENT 0xFFFDu

/* The character at S (of N > 0 bytes) and in *SIZE its bytes; REPLACEMENT for what is no UTF-8. */
uint32_t utf8_next(const char *s, size_t n, size_t *size);
/* Appends C to S (room for 4 bytes); its bytes. */
size_t utf8_put(char *s, uint32_t c);

/* A copy that is UTF-8 and holds no control character but tab, no U+FFFE, U+FFFF and no surrogate:
 * what is not so becomes U+FFFD.  NULL stays null. */
struct jy_text text_clean(struct arena *, const char *s, size_t n);

bool text_is(struct jy_text, const char *);
bool is_space(uint32_t);
/* A Han character or kana, or punctuation that is set as wide as one. */
bool is_wide(uint32_t);
bool is_han(uint32_t);
/* Full-width letters, digits and signs as their ASCII counterparts, the tildes as one. */
uint32_t fold(uint32_t);

#endif
