/* The words that recognition leans on: core/lexicon holds the lists, and a user may add to them. */
#ifndef JIYAO_LEXICON_H
#define JIYAO_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "speak.h"

/* Lists of whole words, each a file of its own. */
enum words { SURNAMES, RARE_SURNAMES, ORGANIZATIONS, TITLES, NOT_IN_NAMES, WORD_LISTS };

/* The lists of phrases.txt, where each is explained. */
enum phrases {
	WORDS_NONE, WORDS_ACTIONS, WORDS_STATEMENTS, WORDS_LEAD_INS, WORDS_OPENERS,
	WORDS_BARE_ATTENDANCE, WORDS_CAME, WORDS_SAT_IN, WORDS_WERE_INVITED, WORDS_LABELS,
	WORDS_RECORDERS, WORDS_DISTRIBUTION, WORDS_COMPILING, WORDS_ISSUING, WORDS_REMARKS,
	WORDS_PRODUCTION, WORDS_CAUTIONS, WORDS_VERDICTS, WORDS_LATE_VERDICTS, WORDS_GENERAL_ENDS,
	WORDS_HEADS, WORDS_GENERAL_HEADS, WORDS_CIRCUMSTANCES, WORDS_MODALS, WORDS_NOT_MODALS,
	WORDS_MODAL_NOUNS, WORDS_URGENT, WORDS_ATTITUDES, WORDS_ADVERBS, WORDS_ASSIGNING,
	WORDS_JOINING, WORDS_JOINTS, WORDS_AT, WORDS_CONTINUATIONS, WORDS_RESPONSIBLE,
	WORDS_ASSISTING, WORDS_IN_CHARGE, WORDS_PROCEDURE, WORDS_SUBMIT, WORDS_SUBMIT_ENDS,
	WORDS_ISSUE_THROUGH, WORDS_ISSUE_THROUGH_ENDS, WORDS_ISSUE, WORDS_IMPLEMENT, WORDS_REPORT,
	WORDS_OTHER, WORDS_OTHER_ENDS, WORDS_REPORT_NOUN, WORDS_RECURRING, WORDS_VAGUE,
	WORDS_STAGE, WORDS_STAGE_ENDS, WORDS_DEADLINE_STARTS, WORDS_SENT, WORDS_WEB,
	WORDS_TOLD, WORDS_FILING_ENDS, WORDS_FEASTS, WORDS_EVENTS, WORDS_STATED_VERDICTS, WORDS_FINAL_VERDICTS, WORDS_OUTCOMES,
	WORDS_NO_ACTORS, WORDS_DUE, WORDS_ADMINISTRATIONS, WORDS_OFFICES, WORDS_KINDS, WORDS_TOPICS, WORDS_COOPERATING, WORDS_LEVELS,
	WORDS_NAME_HEADS, WORDS_UNIT_HEADS, WORDS_TITLE_HEADS, WORDS_POST_HEADS, WORDS_ROLE_HEADS,
	WORDS_NOTE_HEADS, WORDS_ASIDE_HEADS, WORDS_DISCLOSURE, PHRASE_LISTS
};

/* Characters by rising code point. */
struct characters { const uint16_t *codes; size_t count; };

/* Words by their last character.  The mask has a bit for the low six bits of each one's; the words of
 * one character and all last characters stand by themselves too.  from[i]: where the words that end
 * in last.codes[i] begin; one more stands after the last. */
struct word_list {
	const char *name;
	const char *const *words;
	size_t count, longest;		/* longest: of all, in characters */
	uint64_t mask;
	struct characters single, last;
	const uint32_t *from;
};

/* Phrases by their first character, then the longest first; with a bit for the low six bits of each
 * one's first character, and of its last. */
struct phrase { uint16_t first, count; const char *words; };	/* count: of characters */
struct phrase_list {
	const char *name;
	const struct phrase *list;
	size_t count;
	uint64_t first, last;
};

struct lexicon { struct word_list words[WORD_LISTS]; struct phrase_list phrases[PHRASE_LISTS]; };
extern const struct lexicon built_in_lexicon;

/* A copy of BASE in the arena with the words of TEXT, "list: word word", added; # begins a comment.
 * NULL, and *WHY in the arena, where TEXT is no such thing. */
const struct lexicon *lexicon_extend(struct arena *, const struct lexicon *base, const char *text,
    size_t len, const struct said **why);

/* The longest word that is looked up, in characters. */
enum { LONGEST_WORD = 16 };

/* Is WORD (LEN bytes of UTF-8, with LAST at their end) in that list? */
bool lexicon_has(const struct word_list *, const char *word, size_t len, uint32_t last);
/* Is that one character a word of the list? */
bool lexicon_has_single(const struct word_list *, uint32_t);
/* Can no word of the list end in this character? */
bool lexicon_lacks(const struct word_list *, uint32_t last);

/* The simplified character for a traditional one of the words here; any other as it is. */
uint32_t simplified(uint32_t);

/* What may be printed where OCR reads C: the I-th of its counterparts, from 0; 0: there is none. */
uint32_t confused(uint32_t c, size_t i);

#endif
