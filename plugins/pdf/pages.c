/* Lists of pages: 1-3, 7, 10- */
#include <stdlib.h>
#include <string.h>

#include "pdf.h"

/* Moves LIST past one range, "7", "1-3" or "10-"; false: that is none. */
static bool
pdf_range(const char **list, long count, long *from, long *to)
{
	char *end;

	if (!g_ascii_isdigit(**list))
		return false;
	*from = *to = strtol(*list, &end, 10);
	if (*end == '-') {
		*to = g_ascii_isdigit(*++end) ? strtol(end, &end, 10) : MAX(count, *from);
	}
	*list = end;
	return *from >= 1 && *from <= *to;
}

static int
pdf_refuse_pages(struct jy_task *task, long count, bool is_list)
{
	if (!is_list)
		return jy_fail(task, JY_USAGE, "bad-pages",
		    "pages=%s is no list of pages like 1-3,7,10-", jy_option(task, "pages"));
	return jy_fail(task, JY_BAD_INPUT, "no-such-page",
	    count == 1 ? JY_WORD("it has %ld page, not all of pages=%s")
		       : JY_WORD("it has %ld pages, not all of pages=%s"),
	    count, jy_option(task, "pages"));
}

char *
pdf_choose_pages(struct jy_task *task, int count)
{
	const char *list = jy_option(task, "pages");
	char *chosen = g_malloc0((gsize)count + 1);
	bool is_list = true, inside = true;
	long from = 0, to = 0;

	if (!*list)
		memset(chosen, true, (gsize)count + 1);
	while (*list && is_list && inside) {
		is_list = pdf_range(&list, count, &from, &to)
		    && (!*list || (*list++ == ',' && *list));
		inside = to <= count;
		for (long page = from; is_list && inside && page <= to; page++)
			chosen[page] = true;
	}
	if (is_list && inside)
		return chosen;
	g_free(chosen);
	pdf_refuse_pages(task, count, is_list);
	return NULL;
}

const char *
pdf_page_list(struct jy_task *task, const GArray *pages)
{
	GString *list = g_string_new(NULL);
	const char *words;
	const int *page = (const int *)(const void *)pages->data;

	for (guint i = 0, end; i < pages->len; i = end) {
		for (end = i + 1; end < pages->len && page[end] == page[end - 1] + 1; end++)
			;
		g_string_append_printf(list, "%s%d", i ? ", " : "", page[i]);
		if (end > i + 1)
			g_string_append_printf(list, "-%d", page[end - 1]);
	}
	words = pages->len == 1 ? jy_words(task, "page %s", list->str)
				: jy_words(task, "pages %s", list->str);
	g_string_free(list, TRUE);
	return words;
}
