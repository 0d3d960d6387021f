/* Items and clauses by the ids that decisions have of them. */
#include <stdlib.h>
#include <string.h>

#include "printed.h"

static bool
printed_add(struct printed_index *index, struct printed_entry entry)
{
	if (index->used == index->size) {
		size_t size = index->size ? 2 * index->size : 64;
		struct printed_entry *entries = reallocarray(index->entries, size, sizeof(entry));

		if (!entries)
			return false;
		index->entries = entries;
		index->size = size;
	}
	entry.number = index->used + 1;
	index->entries[index->used++] = entry;
	return true;
}

static bool
printed_add_clauses(struct printed_index *index, const struct jy_item *item,
    const struct jy_clause *c)
{
	bool added = true;

	for (; c && added; c = c->next)
		added = printed_add(index,
			    (struct printed_entry){.id = c->id,
				.item = item,
				.clause = c,
				.at = &c->at})
		    && printed_add_clauses(index, item, c->clauses);
	return added;
}

/* Of two with the same id, the first in the document comes first. */
static int
printed_compare(const void *left, const void *right)
{
	const struct printed_entry *a = left, *b = right;
	int order = strcmp(a->id.s ? a->id.s : "", b->id.s ? b->id.s : "");

	return order ? order : (a->number > b->number) - (a->number < b->number);
}

bool
printed_index(struct printed_index *index, const struct jy_minutes *m)
{
	bool added = true;

	*index = (struct printed_index){0};
	for (const struct jy_item *item = m->items; item && added; item = item->next)
		added = printed_add(index,
			    (struct printed_entry){.id = item->id, .item = item, .at = &item->at})
		    && printed_add_clauses(index, item, item->clauses);
	for (const struct jy_group *g = m->attendance; g && added; g = g->next)
		added = printed_add(index, (struct printed_entry){.at = &g->at});
	if (added && index->used)
		qsort(index->entries, index->used, sizeof(*index->entries), printed_compare);
	if (!added)
		free(index->entries);
	return added;
}

const struct printed_entry *
printed_find(const struct printed_index *index, struct jy_text id)
{
	size_t low = 0, high = index->used;

	while (id.s && low < high) {	/* the first that is not less */
		size_t middle = low + (high - low) / 2;
		struct jy_text other = index->entries[middle].id;

		if (strcmp(other.s ? other.s : "", id.s) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (id.s && low < index->used && index->entries[low].id.s
	    && strcmp(index->entries[low].id.s, id.s) == 0)
		return &index->entries[low];
	return NULL;
}
