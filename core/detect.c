/* Which reader?  The surest by content; the suffix of the name only decides between equals. */
#include <string.h>
#include <strings.h>

#include "host.h"

/* Is the suffix of NAME a word of SUFFIXES ("htm html")? */
static bool
has_suffix(const char *suffixes, const char *name)
{
	const char *dot = name ? strrchr(name, '.') : NULL;
	size_t len = dot ? strlen(dot + 1) : 0;

	for (const char *word = suffixes; word && len; word += strcspn(word, " ")) {
		word += strspn(word, " ");
		if (!*word)
			break;
		if (strcspn(word, " ") == len && strncasecmp(word, dot + 1, len) == 0)
			return true;
	}
	return false;
}

/* The plugin named like the suffix is mostly right.  When it is certain, nothing can be surer, and
 * the suffix decides between equals: no other needs to be loaded. */
static const struct jy_plugin *
by_suffix(const struct jy_host *host, struct jy_bytes in, const char *name)
{
	const char *dot = name ? strrchr(name, '.') : NULL;
	const struct jy_plugin *p = dot ? jy_find(host, dot + 1) : NULL;

	if (p && p->read && has_suffix(p->suffixes, name) && p->probe(in) >= 100)
		return p;
	return NULL;
}

const struct jy_plugin *
jy_detect(const struct jy_host *host, struct jy_bytes in, const char *name)
{
	const struct jy_plugin *best = by_suffix(host, in, name);
	int best_bid = 0;

	if (best)
		return best;
	for (struct module *m = host->modules; m; m = m->next) {
		const struct jy_plugin *p = load_module(host, m);
		int bid;

		if (!p || !p->read || (bid = 2 * p->probe(in)) <= 0)
			continue;
		bid += has_suffix(p->suffixes, name);
		if (bid > best_bid) {
			best = p;
			best_bid = bid;
		}
	}
	return best;
}
