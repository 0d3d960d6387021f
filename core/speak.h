/* Messages in the language of people, beside the English ones: see jy_speak. */
#ifndef JIYAO_SPEAK_H
#define JIYAO_SPEAK_H

#include <jiyao/jiyao.h>
#include <stdarg.h>

#include "arena.h"

/* Words that were put together, and the same in that language (NULL: it is English). */
struct said {
	const struct said *next;
	const char *text, *shown;
};

/* The sentence in that language, to be freed; NULL where it is English.  FORMAT is what the English
 * one is made of; what %-s inserts is translated, too, if it is of the catalogue or one of KNOWN. */
__attribute__((format(printf, 2, 0)))
char *speak(const struct said *known, const char *format, va_list);

/* Puts words together in both languages, in the arena. */
__attribute__((format(printf, 3, 0)))
struct said *say_both(struct arena *, const struct said *known, const char *format, va_list);
__attribute__((format(printf, 3, 4)))
const struct said *said(struct arena *, const struct said *known, const char *format, ...);
/* The same in that language: of one of KNOWN, or of the catalogue; TEXT where there is no other. */
const char *shown_of(const struct said *known, const char *text);

#endif
