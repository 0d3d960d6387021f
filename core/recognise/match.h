/* Reading small things at a place of the sheet: words, numerals, dates, labels of lists. */
#ifndef JIYAO_MATCH_H
#define JIYAO_MATCH_H

#include "sheet.h"

/* All of them look at glyphs before END only, and return how many they read; 0: it is not there.
 * Words are written as glyphs are stored: folded, so ( and not the full-width form. */
size_t match(const struct sheet *, size_t at, size_t end, const char *word);
/* The longest of several words "出席|列席|请假" that stands here. */
size_t match_any(const struct sheet *, size_t at, size_t end, const char *words);
/* The same for a list of the lexicon: quick where nothing matches, as is so nearly everywhere. */
size_t match_listed(const struct sheet *, size_t at, size_t end, enum phrases);

static inline size_t
match_phrase(const struct sheet *s, size_t at, size_t end, enum phrases list)
{
	return at < end && s->lexicon->phrases[list].first >> (s->glyphs[at].code & 63) & 1
	    ? match_listed(s, at, end, list)
	    : 0;
}

bool ends_with(const struct sheet *, struct span, const char *words);
bool ends_with_phrase(const struct sheet *, struct span, enum phrases);
/* Where a word stands first in the span, or NOWHERE. */
size_t find(const struct sheet *, struct span, const char *word);
/* Where one of the words stands first; *LEN its length. */
size_t find_any(const struct sheet *, struct span, const char *words, size_t *len);
/* The end of the sentence that begins at AT: after its 。！？; outside quotes and brackets. */
size_t sentence_end(const struct sheet *, size_t at, size_t end);
/* 1 for what opens quotes and brackets, -1 for what closes them, else 0. */
int depth_change(uint32_t code);
/* Is the glyph punctuation that ends a sentence or a part of one that stands on its own line? */
bool is_terminal(uint32_t code);

/* A whole number, in Arabic or Chinese digits (十六, 一百零二, 二〇二五). */
size_t match_number(const struct sheet *, size_t at, size_t end, int *value);

struct date { int year, month, day; };	/* year 0: not printed */
size_t match_date(const struct sheet *, size_t at, size_t end, struct date *);
/* ISO 8601; --09-13 where no year is printed.  The first year met is the sheet's. */
struct jy_text date_text(struct sheet *, struct date);

/* 〔2021〕35号 and its relatives, without a prefix; *YEAR and *SEQUENCE. */
size_t match_docket(const struct sheet *, size_t at, size_t end, int *year, int *sequence);

/* （2024年第6次）, 第12期（总第88期）; *YEAR is 0 where none is printed. */
size_t match_issue(const struct sheet *, size_t at, size_t end, int *year, int *sequence);

enum { ORDINAL_MARK = 0x7B2C };	/* 第 */

/* The numeral before a heading or clause.  A style's rank is its depth by custom: 议题一： 一、 （一） 1.
 * （1） ① */
enum style {
	STYLE_NONE, STYLE_TOPIC, STYLE_ITEM, STYLE_CLAUSE, STYLE_ARABIC, STYLE_BRACKETED, STYLE_CIRCLED,
	STYLE_OTHER	/* a list label of the format's own: a), ●, 第1条 */
};
struct enumerator { enum style style; int ordinal; size_t len; };	/* ordinal 0: not known */
struct enumerator match_enumerator(const struct sheet *, size_t at, size_t end);

#endif
