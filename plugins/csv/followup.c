/*
 * The ledger in which an office follows up what was decided (督办台账).  Its last two columns are
 * for the office to fill.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../printed/printed.h"
#include "csv.h"

const char *const csv_followup_header[] = {
	"序号", "纪要文号", "会议日期", "议题", "议定事项", "牵头单位", "协办单位", "责任人",
	"时限类型", "时限", "去向", "有无具体要求", "出处", "状态", "备注", NULL
};
const char *const csv_followup_key[] = {"纪要文号", "会议日期", "议题", "议定事项", NULL};

/* Where to find it in the document: 二、（一） 第3页. */
static void
csv_origin(struct csv_writer *w, const struct printed_entry *entry, int page)
{
	char number[32];
	struct jy_string third = {0}, second = {.next = &third}, first = {.next = &second};

	if (page)
		third.text = (struct jy_text){number,
		    (size_t)snprintf(number, sizeof(number), " 第%d页", page)};
	if (entry)
		first.text = entry->item->label;
	if (entry && entry->clause)
		second.text = entry->clause->label;
	csv_cell(w, &first, "");
}

static void
csv_followed(struct csv_writer *w, const struct jy_decision *d, const struct printed_entry *entry)
{
	const struct jy_person *person = d->person ? d->person : &csv_nobody;
	const struct jy_disposition *to = d->disposition ? d->disposition : &csv_no_disposition;
	const struct jy_deadline *by = d->deadline ? d->deadline : &csv_no_deadline;
	struct jy_string title = {.text = person->title};

	csv_text(w, entry ? entry->item->title : (struct jy_text){0});
	csv_text(w, d->text);
	csv_cell(w, d->lead, CSV_BETWEEN);
	csv_cell(w, d->support, CSV_BETWEEN);
	csv_cell(w, &(struct jy_string){.next = &title, .text = person->name}, "");
	csv_word(w, printed_deadline(by->kind));
	csv_text(w, by->date.s ? by->date : by->text);
	csv_text(w, to->text);
	csv_word(w, d->actionable ? "有" : "无");
	csv_origin(w, entry, d->at.page);
	csv_word(w, "");
	csv_word(w, d->at.confidence ? CSV_OCR : "");
}

int
csv_followup(struct csv_writer *w, const struct jy_minutes *m)
{
	struct printed_index index;
	int number = w->number;

	if (!printed_index(&index, m))
		return -1;
	for (const struct jy_decision *d = m->decisions; d; d = d->next) {
		csv_ordinal(w, ++number);
		csv_text(w, csv_number(m));
		csv_text(w, m->meeting->date);
		csv_followed(w, d, printed_find(&index, d->clause));
		csv_end_row(w);
	}
	free(index.entries);
	return 0;
}
