/* The folders that were named, to be found again by what was listed in them, however many they are. */
#include "roots.h"

#include <stdlib.h>
#include <string.h>

#include "batch.h"

/* The beginning of a path. */
struct key { const char *s; size_t len; };

static void
add(struct names *n, const char *name)
{
	if (n->count == n->room) {
		n->room = n->room ? 2 * n->room : 16;
		n->at = must(reallocarray(n->at, n->room, sizeof(*n->at)));
	}
	n->at[n->count++] = must(strdup(name));
}

static void
clear(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->at[i]);
	free(n->at);
	*n = (struct names){0};
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
sort(struct names *n)
{
	if (n->count)
		qsort(n->at, n->count, sizeof(*n->at), by_name);
}

static int
against(const void *key, const void *name)
{
	const struct key *k = key;
	const char *s = *(char *const *)name;
	int order = strncmp(k->s, s, k->len);

	return order ? order : -(s[k->len] != '\0');
}

static const char *
find(const struct names *n, const char *s, size_t len)
{
	struct key key = {s, len};
	char **found = n->count ? bsearch(&key, n->at, n->count, sizeof(*n->at), against) : NULL;

	return found ? *found : NULL;
}

const char *
roots_keep(struct roots *r, const char *folder)
{
	add(&r->folders, folder);
	return r->folders.at[r->folders.count - 1];
}

void
roots_sort(struct roots *r, char *const *paths)
{
	for (; *paths; paths++)
		add(&r->named, *paths);
	sort(&r->named);
	sort(&r->folders);
}

/* A folder may have been named with a slash at its end or without. */
const char *
roots_nearest(const struct roots *r, const char *source)
{
	const char *root = NULL;

	for (size_t i = strlen(source) - 1; i > 0 && !root; i--)
		if (source[i - 1] == '/' || source[i] == '/')
			root = find(&r->folders, source, i);
	return root && !find(&r->named, source, strlen(source)) ? root : NULL;
}

void
roots_forget(struct roots *r)
{
	clear(&r->folders);
	clear(&r->named);
}
