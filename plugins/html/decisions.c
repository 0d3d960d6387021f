/* What was decided, as a table whose rows lead to where it stands. */
#include <stdio.h>

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

static void
html_put_text_cell(struct html_writer *w, const char *label, struct jy_text text)
{
	html_put_cell(w, label, &(struct jy_string){.text = text});
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
	if (d->at.page)
		jy_printf(w->out, " 第%d页", d->at.page);
	if (d->at.confidence)
		html_puts(w, " OCR识读");
	html_puts(w, "</td>\n");
}

static void
html_put_decision(struct html_writer *w, const struct jy_decision *d, size_t number)
{
	struct jy_string title = {.text = d->person ? d->person->title : (struct jy_text){0}};
	struct jy_string person = {.next = title.text.len ? &title : NULL,
	    .text = d->person ? d->person->name : (struct jy_text){0}};

	jy_printf(w->out, "<tr>\n<th scope=\"row\">%zu</th>\n", number);
	html_put_text_cell(w, "议定事项", d->text);
	html_put_text_cell(w, "意见", d->verdict);
	html_put_cell(w, "牵头单位", d->lead);
	html_put_cell(w, "协办单位", d->support);
	html_put_cell(w, "责任人", &person);
	html_put_text_cell(w, "时限", d->deadline ? d->deadline->text : (struct jy_text){0});
	html_put_text_cell(w, "去向", d->disposition ? d->disposition->text : (struct jy_text){0});
	html_put_origin(w, d);
	html_puts(w, "</tr>\n");
}

void
html_put_decisions(struct html_writer *w)
{
	static const char *const columns[] = {
		"序号", "议定事项", "意见", "牵头单位", "协办单位", "责任人", "时限", "去向", "出处",
	};
	size_t number = 0;

	if (!w->minutes->decisions)
		return;
	html_puts(w, "<aside class=\"decisions\" aria-labelledby=\"decisions\">\n"
	    "<h2 id=\"decisions\">议定事项一览</h2>\n<table>\n<thead>\n<tr>\n");
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		jy_printf(w->out, "<th scope=\"col\">%s</th>\n", columns[i]);
	html_puts(w, "</tr>\n</thead>\n<tbody>\n");
	for (const struct jy_decision *d = w->minutes->decisions; d; d = d->next)
		html_put_decision(w, d, ++number);
	html_puts(w, "</tbody>\n</table>\n</aside>\n");
}
