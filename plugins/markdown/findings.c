/* What follows the minutes: decisions as a table, checks, and what was not understood. */
#include <stdlib.h>

#include "markdown.h"

static void
markdown_put_title(struct markdown_writer *w, const char *title)
{
	markdown_mark(w, "## ");
	markdown_mark(w, title);
	markdown_mark(w, "\n\n");
}

static void
markdown_put_cell(struct markdown_writer *w, const struct jy_string *parts)
{
	bool first = true;

	for (; parts; parts = parts->next) {
		if (!parts->text.len)
			continue;
		markdown_word(w, first ? "" : "；");
		markdown_put(w, parts->text);
		first = false;
	}
	markdown_end(w, MARKDOWN_CELL, " ", " |");
}

static void
markdown_put_origin(struct markdown_writer *w, const struct jy_decision *d,
    const struct printed_entry *e)
{
	struct jy_text clause = e && e->clause ? e->clause->label : (struct jy_text){0};

	markdown_put(w, e ? e->item->label : (struct jy_text){0});
	markdown_put(w, clause);
	if (d->at.page && w->minutes->source->pages)
		fprintf(w->block, " 第%d页", d->at.page);
	markdown_word(w, d->at.confidence ? " OCR识读" : "");
	markdown_end(w, MARKDOWN_CELL, " ", " |\n");
}

bool
markdown_put_decisions(struct markdown_writer *w)
{
	struct printed_index index;
	struct printed_row row;
	size_t number = 0;

	if (!w->minutes->decisions)
		return true;
	if (!printed_index(&index, w->minutes))
		return false;
	markdown_put_title(w, "议定事项一览");
	markdown_mark(w, "| 序号 |");
	for (size_t i = 0; i < PRINTED_COLUMNS; i++)
		jy_printf(w->out, " %s |", printed_columns[i]);
	markdown_mark(w, " 出处 |\n| ---: |");
	for (size_t i = 0; i < PRINTED_COLUMNS; i++)
		markdown_mark(w, " --- |");
	markdown_mark(w, " --- |\n");
	for (const struct jy_decision *d = w->minutes->decisions; d; d = d->next) {
		jy_printf(w->out, "| %zu |", ++number);
		printed_row(&row, d);
		for (size_t i = 0; i < PRINTED_COLUMNS; i++)
			markdown_put_cell(w, row.cells[i]);
		markdown_put_origin(w, d, printed_find(&index, d->clause));
	}
	free(index.entries);
	markdown_mark(w, "\n");
	return true;
}

static void
markdown_put_place(struct markdown_writer *w, int page, int line)
{
	char place[64];

	printed_place(place, sizeof(place), w->minutes, page, line);
	fprintf(w->block, *place ? " 〔%s〕" : "%s", place);
	markdown_end(w, MARKDOWN_PARAGRAPH, "- ", "\n");
}

void
markdown_put_checks(struct markdown_writer *w)
{
	if (!w->minutes->checks)
		return;
	markdown_put_title(w, "校核");
	for (const struct jy_check *c = w->minutes->checks; c; c = c->next) {
		const char *said = printed_check(c->code);

		markdown_word(w, printed_severity(c->severity));
		markdown_word(w, " ");
		markdown_word(w, said);
		markdown_word(w, *said ? "：" : "");
		markdown_put(w, c->message);
		markdown_put_place(w, c->page, c->line);
	}
	markdown_mark(w, "\n");
}

void
markdown_put_residue(struct markdown_writer *w)
{
	if (!w->minutes->residue)
		return;
	markdown_put_title(w, "未识别的内容");
	for (const struct jy_scrap *s = w->minutes->residue; s; s = s->next) {
		markdown_put(w, s->text);
		markdown_put_place(w, s->page, s->line);
	}
	markdown_mark(w, "\n");
}
