/*
 * Which reader?  The surest by content; the suffix of the name only decides between equals.
 * Which writer?  There is no content yet: the suffix alone.
 */
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

/* The plugin named like the suffix is mostly right, and asking it loads no other. */
static const struct jy_plugin *
namesake(const struct jy_host *host, const char *name)
{
	const char *dot = name ? strrchr(name, '.') : NULL;
	const struct jy_plugin *p = dot ? jy_find(host, dot + 1) : NULL;

	return p && has_suffix(p->suffixes, name) ? p : NULL;
}

/* When the namesake is certain, nothing can be surer, and the suffix decides between equals. */
static const struct jy_plugin *
by_suffix(const struct jy_host *host, struct jy_bytes in, const char *name)
{
	const struct jy_plugin *p = namesake(host, name);

	return p && p->read && p->probe(in) >= 100 ? p : NULL;
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

const struct jy_plugin *
jy_writer(const struct jy_host *host, const char *name)
{
	const struct jy_plugin *p = namesake(host, name);

	if (p && p->write)
		return p;
	for (struct module *m = host->modules; m; m = m->next)
		if ((p = load_module(host, m)) && p->write && has_suffix(p->suffixes, name))
			return p;
	return NULL;
}
