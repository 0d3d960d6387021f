/* What was decided, as a table whose rows lead to where it stands. */
#include "write.h"

static void
html_put_cell(struct html_writer *w, const char *label, const struct jy_string *parts)
{
	bool first = true;

	jy_printf(w->out, "<td data-label=\"%s\">", label);
	for (; parts; parts = parts->next) {
		if (!parts->text.len)
			continue;
		html_put_part(w, first ? "" : "；", parts->text, "");
		first = false;
	}
	html_puts(w, "</td>\n");
}

/* The labels of item and clause, or the id where they have none. */
static void
html_put_origin(struct html_writer *w, const struct jy_decision *d)
{
	const struct printed_entry *e = printed_find(&w->index, d->clause);
	struct jy_text clause = e && e->clause ? e->clause->label : (struct jy_text){0};

	html_puts(w, "<td data-label=\"出处\">");
	if (e) {
		jy_printf(w->out, "<a href=\"#p%zu\">", e->number);
		html_put_part(w, "", e->item->label, "");
		html_put_part(w, "", clause, "");
		if (!e->item->label.len && !clause.len)
			html_puts(w, "正文");
		html_puts(w, "</a>");
	}
	if (d->at.page && w->minutes->source->pages)
		jy_printf(w->out, " 第%d页", d->at.page);
	if (d->at.confidence)
		html_puts(w, " OCR识读");
	html_puts(w, "</td>\n");
}

static void
html_put_decision(struct html_writer *w, const struct jy_decision *d, size_t number)
{
	struct printed_row row;

	printed_row(&row, d);
	jy_printf(w->out, "<tr>\n<th scope=\"row\">%zu</th>\n", number);
	for (size_t i = 0; i < PRINTED_COLUMNS; i++)
		html_put_cell(w, printed_columns[i], row.cells[i]);
	html_put_origin(w, d);
	html_puts(w, "</tr>\n");
}

void
html_put_decisions(struct html_writer *w)
{
	size_t number = 0;

	if (!w->minutes->decisions)
		return;
	html_puts(w,
	    "<aside class=\"decisions\" aria-labelledby=\"decisions\">\n"
	    "<h2 id=\"decisions\">议定事项一览</h2>\n<table>\n<thead>\n<tr>\n"
	    "<th scope=\"col\">序号</th>\n");
	for (size_t i = 0; i < PRINTED_COLUMNS; i++)
		jy_printf(w->out, "<th scope=\"col\">%s</th>\n", printed_columns[i]);
	html_puts(w, "<th scope=\"col\">出处</th>\n</tr>\n</thead>\n<tbody>\n");
	for (const struct jy_decision *d = w->minutes->decisions; d; d = d->next)
		html_put_decision(w, d, ++number);
	html_puts(w, "</tbody>\n</table>\n</aside>\n");
}
