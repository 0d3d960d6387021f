/* Which columns are written, and in which order: those of the option columns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

/* Fails over the N bytes at NAME, and says which names there are. */
static int
csv_refuse(const struct csv_writer *w, struct jy_task *task, const char *why, const char *name,
    size_t n)
{
	char names[1024] = "";
	size_t used = 0;

	for (const char *const *h = w->table->header; *h; h++)
		used += (size_t)snprintf(names + used, sizeof(names) - used, "%s%s",
		    used ? ", " : "", *h);
	return jy_fail(task, JY_USAGE, "columns", "%-s: \"%.*s\"; the table %s has: %s", why,
	    (int)(n < 200 ? n : 200), name, w->table->name, names);
}

static bool
csv_is_chosen(const struct csv_writer *w, size_t column)
{
	for (size_t i = 0; i < w->columns; i++)
		if (w->order[i] == column)
			return true;
	return false;
}

static int
csv_choose_one(struct csv_writer *w, struct jy_task *task, const char *name, size_t n)
{
	const char *const *header = w->table->header;
	size_t column = 0;

	while (
	    header[column] && (strlen(header[column]) != n || memcmp(header[column], name, n) != 0))
		column++;
	if (!header[column])
		return csv_refuse(w, task, JY_WORD("there is no such column"), name, n);
	if (csv_is_chosen(w, column))
		return csv_refuse(w, task, JY_WORD("a column is named twice"), name, n);
	w->order[w->columns++] = column;
	return 0;
}

int
csv_choose(struct csv_writer *w, struct jy_task *task)
{
	const char *name = jy_option(task, "columns");
	int status = 0;

	if (strcmp(name, "all") == 0) {
		for (; w->table->header[w->columns]; w->columns++)
			w->order[w->columns] = w->columns;
		return 0;
	}
	for (size_t n; !status; name += n + 1) {
		n = strcspn(name, ",");
		status = csv_choose_one(w, task, name, n);
		if (!name[n])
			break;
	}
	return status;
}

int
csv_find_column(const struct csv_writer *w, const char *name)
{
	for (size_t i = 0; i < w->columns; i++)
		if (strcmp(w->table->header[w->order[i]], name) == 0)
			return (int)i;
	return -1;
}
