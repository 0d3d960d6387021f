/* Looks words up in the tables that tables.sh made of the lists. */
#include "lexicon.h"
#include "text.h"

#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))
#define WORDS(words) {#words, words, LENGTH(words), words##_longest, words##_mask, \
	{words##_single, LENGTH(words##_single)}, {words##_last, LENGTH(words##_last)}, words##_from}

#include "lexicon.inc"

const struct lexicon built_in_lexicon = {
	.words = {
		[SURNAMES] = WORDS(surnames),
		[RARE_SURNAMES] = WORDS(surnames_rare),
		[ORGANIZATIONS] = WORDS(organizations),
		[TITLES] = WORDS(titles),
		[NOT_IN_NAMES] = WORDS(not_in_names),
	},
	.phrases = {PHRASES},
};

/* The index of C, or of the first character after it. */
static size_t
place_of(struct characters set, uint32_t c)
{
	size_t low = 0, high = set.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (set.codes[middle] < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
holds(struct characters set, uint32_t c)
{
	size_t i = place_of(set, c);

	return i < set.count && set.codes[i] == c;
}

uint32_t
simplified(uint32_t c)
{
	if (c < 0x4E00 || c > 0x9FFF)
		return c;
	for (size_t i = traditional_from[c >> 8]; i < traditional_from[(c >> 8) + 1]; i++)
		if (traditional[i][0] >= c)	/* they rise */
			return traditional[i][0] == c ? traditional[i][1] : c;
	return c;
}

uint32_t
confused(uint32_t c, size_t i)
{
	for (size_t k = 0; k < LENGTH(confusions); k++)
		if (fold(confusions[k][0]) == c && i-- == 0)
			return fold(confusions[k][1]);
	return 0;
}

bool
lexicon_lacks(const struct word_list *list, uint32_t last)
{
	return !(list->mask >> (last & 63) & 1) || !holds(list->last, last);
}

bool
lexicon_has_single(const struct word_list *list, uint32_t c)
{
	return holds(list->single, c);
}

bool
lexicon_has(const struct word_list *list, const char *word, size_t len, uint32_t last)
{
	size_t group = place_of(list->last, last);

	if (group == list->last.count || list->last.codes[group] != last)
		return false;
	for (size_t i = list->from[group]; i < list->from[group + 1]; i++)
		if (strncmp(list->words[i], word, len) == 0 && list->words[i][len] == '\0')
			return true;
	return false;
}
