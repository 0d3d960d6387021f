/* The words that recognition leans on: core/lexicon holds the lists. */
#ifndef JIYAO_LEXICON_H
#define JIYAO_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lexicon { SURNAMES, RARE_SURNAMES, ORGANIZATIONS, TITLES, NOT_IN_NAMES };

/* Is WORD (LEN > 0 bytes of UTF-8) in that list? */
bool lexicon_has(enum lexicon, const char *word, size_t len);
/* Is that one character a word of the list? */
bool lexicon_has_single(enum lexicon, uint32_t);
/* Can no word of the list end in this character? */
bool lexicon_lacks(enum lexicon, uint32_t last);

/* The simplified character for a traditional one of the words here; any other as it is. */
uint32_t simplified(uint32_t);

/* Phrases by their first character, then the longest first; with a bit for the low six bits of each
 * one's first character. */
struct phrase { uint16_t first, count; const char *words; };	/* count: of characters */
struct phrases { const struct phrase *list; size_t count; uint64_t first; };

/* The lists of phrases.txt, where each is explained. */
extern const struct phrases words_actions, words_statements, words_verdicts, words_general_ends,
    words_heads, words_general_heads, words_circumstances, words_modals, words_continuations,
    words_procedure, words_submit, words_submit_ends, words_issue_through,
    words_issue_through_ends, words_issue, words_implement, words_report, words_other,
    words_other_ends, words_report_noun, words_recurring, words_vague, words_deadline_starts, words_sent,
    words_lead_ins, words_labels, words_came, words_sat_in, words_were_invited,
    words_web, words_offices, words_kinds, words_late_verdicts,
    words_bare_attendance, words_topics, words_cooperating, words_not_modals, words_stage,
    words_stage_ends, words_levels;

#endif
