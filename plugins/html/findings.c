/* Checks stand after what they are about, as far as its place is known; all others at the top. */
#include <stdlib.h>

#include "write.h"

static int
html_compare_places(const void *left, const void *right)
{
	const struct printed_entry *a = *(const struct printed_entry *const *)left;
	const struct printed_entry *b = *(const struct printed_entry *const *)right;

	if (a->at->page != b->at->page)
		return a->at->page < b->at->page ? -1 : 1;
	if (a->at->first_line != b->at->first_line)
		return a->at->first_line < b->at->first_line ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static int
html_compare_findings(const void *left, const void *right)
{
	const struct html_finding *a = left, *b = right;

	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* The number of the last entry that begins at or before the check's line, if it holds that; or 0. */
static size_t
html_locate(const struct printed_entry *const *places, size_t n, const struct jy_check *check)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct jy_place *at = places[middle]->at;

		if (at->page < check->page
		    || (at->page == check->page && at->first_line <= check->line))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0 || !check->line || places[low - 1]->at->page != check->page
	    || places[low - 1]->at->last_line < check->line)
		return 0;
	return places[low - 1]->number;
}

static bool
html_place_findings(struct html_writer *w, size_t count)
{
	const struct printed_index *index = &w->index;
	const struct printed_entry **places = calloc(index->used + 1, sizeof(*places));
	size_t n = 0;

	w->findings = calloc(count, sizeof(*w->findings));
	if (!places || !w->findings) {
		free(places);
		return false;
	}
	for (size_t i = 0; i < index->used; i++)
		if (index->entries[i].at->page)
			places[n++] = &index->entries[i];
	qsort(places, n, sizeof(*places), html_compare_places);
	for (const struct jy_check *c = w->minutes->checks; c; c = c->next, w->count++)
		w->findings[w->count] = (struct html_finding){c, html_locate(places, n, c),
		    w->count};
	free(places);
	qsort(w->findings, w->count, sizeof(*w->findings), html_compare_findings);
	return true;
}

bool
html_find_findings(struct html_writer *w)
{
	size_t count = 0;

	for (const struct jy_check *c = w->minutes->checks; c; c = c->next)
		count++;
	return !count || html_place_findings(w, count);
}

static void
html_put_finding(struct html_writer *w, const struct jy_check *c)
{
	const char *said = printed_check(c->code);

	html_puts(w, "<li><strong>");
	html_puts(w, printed_severity(c->severity));
	html_puts(w, "</strong> ");
	if (*said)
		html_puts(w, said);
	html_puts(w, *said ? "：" : "");
	html_put_part(w, "<span lang=\"en\">", c->message, "</span>");
	html_put_place(w, c->page, c->line);
	html_put_between(w, " <code>", c->code, "</code>");
	html_puts(w, "</li>\n");
}

void
html_put_findings(struct html_writer *w, size_t number)
{
	if (w->shown == w->count || w->findings[w->shown].number > number)
		return;
	html_puts(w, "<aside class=\"findings\" role=\"note\">\n<ul>\n");
	while (w->shown < w->count && w->findings[w->shown].number <= number)
		html_put_finding(w, w->findings[w->shown++].check);
	html_puts(w, "</ul>\n</aside>\n");
}
