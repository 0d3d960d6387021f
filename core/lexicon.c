/* Looks words up in the tables that tables.sh made of the lists. */
#include "lexicon.h"

#include <string.h>

#include "lexicon.inc"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))
#define LIST(words) {words, LENGTH(words), words##_mask, \
	{words##_single, LENGTH(words##_single)}, {words##_last, LENGTH(words##_last)}}

struct characters { const uint16_t *codes; size_t count; };

static const struct list {
	const char *const *words;
	size_t count;
	uint64_t mask;
	struct characters single, last;
} lists[] = {
	[SURNAMES] = LIST(surnames),
	[RARE_SURNAMES] = LIST(surnames_rare),
	[ORGANIZATIONS] = LIST(organizations),
	[TITLES] = LIST(titles),
	[NOT_IN_NAMES] = LIST(not_in_names),
};

static bool
holds(struct characters set, uint32_t c)
{
	size_t low = 0, high = set.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (set.codes[middle] < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low < set.count && set.codes[low] == c;
}

uint32_t
simplified(uint32_t c)
{
	if (c < 0x4E00 || c > 0x9FFF)
		return c;
	for (size_t i = traditional_from[c >> 8]; i < traditional_from[(c >> 8) + 1]; i++)
		if (traditional[i][0] == c)
			return traditional[i][1];
	return c;
}

bool
lexicon_lacks(enum lexicon list, uint32_t last)
{
	return !(lists[list].mask >> (last & 63) & 1) || !holds(lists[list].last, last);
}

bool
lexicon_has_single(enum lexicon list, uint32_t c)
{
	return holds(lists[list].single, c);
}

bool
lexicon_has(enum lexicon list, const char *word, size_t len)
{
	size_t low = 0, high = lists[list].count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *entry = lists[list].words[middle];
		int order = strncmp(entry, word, len);

		if (order == 0 && entry[len] == '\0')
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
