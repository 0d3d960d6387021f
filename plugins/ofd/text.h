/* Characters on their way to a line: how wide each is, and where a line may begin. */
#ifndef JIYAO_OFD_TEXT_H
#define JIYAO_OFD_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ofd_face { OFD_XIAOBIAOSONG, OFD_HEI, OFD_KAI, OFD_FANG, OFD_SONG, OFD_FACES };

/* A Han character is two halves wide, a Latin letter one, a combining mark none.  A line may begin
 * with this letter, or has to.  TAG is that of the value it belongs to, 0: of none. */
struct ofd_letter {
	uint32_t c, tag;
	unsigned char face, halves;
	bool may_begin, must_begin;
};
struct ofd_text { struct ofd_letter *at; size_t n, room; uint32_t tag; /* of what is said next */ };

/* Of C: half a cell for what a Chinese font sets half as wide, Latin letters and their marks. */
unsigned char ofd_halves(uint32_t c);
/* Appends S, which may be NULL. */
void ofd_say(struct ofd_text *, enum ofd_face, const char *s);
/* Keeps what was said since letter FROM in one line. */
void ofd_bind(struct ofd_text *, size_t from);
/* The width of N letters, in halves. */
int ofd_width(const struct ofd_letter *, size_t n);
bool ofd_is_space(uint32_t);
/* Past the spaces at letter FROM: where a line begins. */
size_t ofd_skip(const struct ofd_text *, size_t from);
/* Where the line that begins with letter FROM ends, if it is HALVES wide. */
size_t ofd_fit(const struct ofd_text *, size_t from, int halves);

/* P, unless memory has run out: that ends the process, as it does in the core. */
void *ofd_must(void *p);
/* ARRAY with room for one element more than USED. */
void *ofd_grow(void *array, size_t used, size_t *room, size_t size);

#endif
