#include "lexicon.h"

#include <string.h>

#include "lexicon.inc"

#define LIST(words) {words, sizeof(words) / sizeof(*(words)), words##_mask}

static const struct { const char *const *words; size_t count; uint64_t last; } lists[] = {
	[SURNAMES] = LIST(surnames),
	[RARE_SURNAMES] = LIST(surnames_rare),
	[ORGANIZATIONS] = LIST(organizations),
	[TITLES] = LIST(titles),
	[NOT_IN_NAMES] = LIST(not_in_names),
};

bool
lexicon_lacks(enum lexicon list, uint32_t last)
{
	return !(lists[list].last >> (last & 63) & 1);
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
