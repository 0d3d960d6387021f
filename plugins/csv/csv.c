/*
 * Tables of minutes for spreadsheets.  A table (tables.c, followup.c) gives rows of cells (cells.c),
 * of which some or all are written, in the order asked for (columns.c); what OUT holds already, they
 * continue (append.c).
 */
#include <stdlib.h>
#include <string.h>

#include "csv.h"

static void
csv_begin(struct csv_writer *w, const struct jy_task *task)
{
	if (jy_option_is(task, "bom", "yes"))
		jy_puts(w->out, CSV_MARK);
	for (const char *const *name = w->table->header; *name; name++)
		csv_word(w, *name);
	csv_end_row(w);
}

static int
csv_write_table(struct csv_writer *w, struct jy_task *task, const struct jy_minutes *minutes)
{
	size_t held = jy_out_bytes(w->out).size;

	if (csv_choose(w, task) != 0)
		return -1;
	if (held && csv_continue(w, task) != 0)
		return -1;
	if (!held)
		csv_begin(w, task);
	else
		held = jy_out_bytes(w->out).size;	/* its last line was ended */
	if (w->table->rows(w, minutes) != 0 || w->failed)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the table");
	return held ? csv_check_repeats(w, task, held) : 0;
}

static int
csv_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	const char *delimiter = jy_option(task, "delimiter");
	struct csv_writer w = {.out = out,
	    .delimiter = delimiter[1] ? '\t' : delimiter[0],
	    .table = csv_tables,
	    .line_end = "\r\n"};
	int status;

	while (!jy_option_is(task, "table", w.table->name))
		w.table++;
	status = csv_write_table(&w, task, minutes);
	free(w.row);
	return status;
}

static const struct jy_option csv_options[] = {
	{"table", JY_CHOICE, "clauses", "clauses|people|decisions|catalogue|followup",
	    "which table to write"},
	{"columns", JY_STRING, "all", "names of columns, joined by commas, or all",
	    "which columns of the table to write, and in which order"},
	{"delimiter", JY_CHOICE, ",", ",|;|tab", "what stands between two cells"},
	{"bom", JY_CHOICE, "auto", "auto|yes|no",
	    "whether to begin with a byte order mark, as Excel wants; auto: in files named by -o"},
	{0}
};

JY_PLUGIN(.name = "csv", .title = "Tables of minutes as CSV", .suffixes = "csv",
    .media_type = "text/csv", .options = csv_options, .write = csv_write,
    .lossy = "one table holds one part of the minutes; places, furniture, residue and checks are "
	     "in none",
    .appends = true);
