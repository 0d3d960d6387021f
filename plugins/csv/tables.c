/* The tables and their rows.  What the minutes do not give is an empty cell. */
#include <stdio.h>

#include "csv.h"

static void
csv_flag(struct csv_writer *w, bool flag)
{
	csv_word(w, flag ? "true" : "false");
}

struct jy_text
csv_number(const struct jy_minutes *m)
{
	return m->document->number ? m->document->number->text : (struct jy_text){0};
}

/* How sure OCR is of what a row holds: of the less sure of two places; 0 where it read neither. */
static int
csv_confidence(const struct jy_place *a, const struct jy_place *b)
{
	if (!a->confidence || !b->confidence)
		return a->confidence + b->confidence;
	return a->confidence < b->confidence ? a->confidence : b->confidence;
}

static const char *const csv_clauses_header[] = {
	"document_number", "meeting_date", "item_ordinal", "item_label", "item_title", "clause_id",
	"clause_ordinal", "clause_label", "clause_title", "text", "ocr_confidence", NULL
};
static const char *const csv_clauses_key[] = {
	"document_number", "meeting_date", "item_title", "text", NULL
};

static void
csv_clause(struct csv_writer *w, const struct jy_minutes *m, const struct jy_item *item,
    const struct jy_clause *clause)
{
	csv_text(w, csv_number(m));
	csv_text(w, m->meeting->date);
	csv_ordinal(w, item->ordinal);
	csv_text(w, item->label);
	csv_text(w, item->title);
	csv_text(w, clause->id);
	csv_ordinal(w, clause->ordinal);
	csv_text(w, clause->label);
	csv_text(w, clause->title);
	csv_text(w, clause->text);
	csv_ordinal(w, csv_confidence(&item->at, &clause->at));
	csv_end_row(w);
	for (const struct jy_clause *c = clause->clauses; c; c = c->next)
		csv_clause(w, m, item, c);
}

static int
csv_clauses(struct csv_writer *w, const struct jy_minutes *m)
{
	for (const struct jy_item *item = m->items; item; item = item->next) {
		if (!item->clauses)
			csv_clause(w, m, item, &(struct jy_clause){0});
		for (const struct jy_clause *c = item->clauses; c; c = c->next)
			csv_clause(w, m, item, c);
	}
	return 0;
}

static const char *const csv_people_header[] = {
	"document_number", "meeting_date", "role", "label", "scope", "organization", "name", "title",
	"note", "representative", "ocr_confidence", NULL
};
static const char *const csv_people_key[] = {
	"document_number", "meeting_date", "role", "organization", "name", "title", NULL
};

static void
csv_persons(struct csv_writer *w, const struct jy_minutes *m, const struct jy_group *group,
    const struct jy_person *person)
{
	for (; person; person = person->next) {
		csv_text(w, csv_number(m));
		csv_text(w, m->meeting->date);
		csv_text(w, group->role);
		csv_text(w, group->label);
		csv_text(w, group->scope);
		csv_text(w, person->organization);
		csv_text(w, person->name);
		csv_text(w, person->title);
		csv_text(w, person->note);
		csv_flag(w, person->representative);
		csv_ordinal(w, csv_confidence(&group->at, &person->at));
		csv_end_row(w);
	}
}

static int
csv_people(struct csv_writer *w, const struct jy_minutes *m)
{
	const struct jy_group chair = {.role = {"chair", 5}}, recorder = {.role = {"recorder", 8}};

	csv_persons(w, m, &chair, m->meeting->chairs);
	csv_persons(w, m, &recorder, m->meeting->recorders);
	for (const struct jy_group *group = m->attendance; group; group = group->next)
		csv_persons(w, m, group, group->people);
	return 0;
}

const struct jy_person csv_nobody;
const struct jy_disposition csv_no_disposition;
const struct jy_deadline csv_no_deadline;

static const char *const csv_decisions_header[] = {
	"document_number", "meeting_date", "decision_id", "clause_id", "text", "verdict",
	"documents", "lead", "support", "person", "person_title", "disposition",
	"disposition_kind", "disposition_to", "deadline", "deadline_kind", "deadline_date",
	"actionable", "ocr_confidence", NULL
};
static const char *const csv_decisions_key[] = {"document_number", "meeting_date", "text", NULL};

static int
csv_decisions(struct csv_writer *w, const struct jy_minutes *m)
{
	for (const struct jy_decision *d = m->decisions; d; d = d->next) {
		const struct jy_person *person = d->person ? d->person : &csv_nobody;
		const struct jy_disposition *to = d->disposition ? d->disposition
								 : &csv_no_disposition;
		const struct jy_deadline *by = d->deadline ? d->deadline : &csv_no_deadline;

		csv_text(w, csv_number(m));
		csv_text(w, m->meeting->date);
		csv_text(w, d->id);
		csv_text(w, d->clause);
		csv_text(w, d->text);
		csv_text(w, d->verdict);
		csv_cell(w, d->documents, CSV_BETWEEN);
		csv_cell(w, d->lead, CSV_BETWEEN);
		csv_cell(w, d->support, CSV_BETWEEN);
		csv_text(w, person->name);
		csv_text(w, person->title);
		csv_text(w, to->text);
		csv_text(w, to->kind);
		csv_text(w, to->to);
		csv_text(w, by->text);
		csv_text(w, by->kind);
		csv_text(w, by->date);
		csv_flag(w, d->actionable);
		csv_ordinal(w, d->at.confidence);
		csv_end_row(w);
	}
	return 0;
}

/* The columns of DA/T 22 (归档文件目录). */
static const char *const csv_catalogue_header[] = {
	"序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注", NULL
};
static const char *const csv_catalogue_key[] = {"文号", "责任者", "题名", "日期", NULL};

/* The eight digits of 2021-09-13; empty where a part is not known. */
static void
csv_digits(char digits[static 9], struct jy_text date)
{
	digits[0] = '\0';
	if (date.len == 10 && date.s[0] != '-')
		snprintf(digits, 9, "%.4s%.2s%.2s", date.s, date.s + 5, date.s + 8);
}

/* A document is of the day it was drawn up; where none is printed, of the next that is known. */
static void
csv_date(struct csv_writer *w, const struct jy_minutes *m)
{
	const struct jy_imprint *compiled = m->document->compiled, *issued = m->document->issued;
	char digits[9] = "";

	if (compiled)
		csv_digits(digits, compiled->date);
	if (!*digits && issued)
		csv_digits(digits, issued->date);
	if (!*digits)
		csv_digits(digits, m->meeting->date);
	csv_word(w, digits);
}

/* One row.  A title that archivists make up stands in brackets. */
static int
csv_catalogue(struct csv_writer *w, const struct jy_minutes *m)
{
	struct jy_string close = {.text = {"]", 1}};
	struct jy_string title = {.next = &close, .text = m->document->title};
	struct jy_string open = {.next = &title, .text = {"[", 1}};
	struct jy_string ocr = {.text = {CSV_OCR, sizeof(CSV_OCR) - 1}};
	struct jy_string note = {.next = m->source->ocr ? &ocr : NULL,
	    .text = m->document->disclosure};

	csv_ordinal(w, w->number + 1);
	csv_word(w, "");
	csv_text(w, csv_number(m));
	csv_text(w, m->document->issuer);
	if (m->document->title_supplied)
		csv_cell(w, &open, "");
	else
		csv_text(w, m->document->title);
	csv_date(w, m);
	csv_text(w, m->document->classification);
	csv_ordinal(w, m->source->pages);
	csv_cell(w, &note, CSV_BETWEEN);
	csv_end_row(w);
	return 0;
}

const struct csv_table csv_tables[] = {
	{"clauses", csv_clauses_header, csv_clauses_key, csv_clauses},
	{"people", csv_people_header, csv_people_key, csv_people},
	{"decisions", csv_decisions_header, csv_decisions_key, csv_decisions},
	{"catalogue", csv_catalogue_header, csv_catalogue_key, csv_catalogue},
	{"followup", csv_followup_header, csv_followup_key, csv_followup},
	{0}
};
