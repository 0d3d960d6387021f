/*
 * The ledger in which an office follows up what was decided (督办台账).  Its last two columns are
 * for the office to fill.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

const char *const csv_followup_header[] = {
	"序号", "纪要文号", "会议日期", "议题", "议定事项", "牵头单位", "协办单位", "责任人",
	"时限类型", "时限", "去向", "有无具体要求", "出处", "状态", "备注", NULL
};
const char *const csv_followup_key[] = {"纪要文号", "会议日期", "议题", "议定事项", NULL};

/* Where the id of a clause or an item leads; an item's own entry has no clause. */
struct csv_entry {
	struct jy_text id;
	const struct jy_item *item;
	const struct jy_clause *clause;
};
struct csv_index { struct csv_entry *entries; size_t used, size; bool failed; };

static void
csv_index_add(struct csv_index *index, struct jy_text id, const struct jy_item *item,
    const struct jy_clause *clause)
{
	if (index->used == index->size) {
		size_t size = index->size ? 2 * index->size : 64;
		struct csv_entry *entries = reallocarray(index->entries, size, sizeof(*entries));

		if (!entries) {
			index->failed = true;
			return;
		}
		index->entries = entries;
		index->size = size;
	}
	index->entries[index->used++] = (struct csv_entry){id, item, clause};
}

static void
csv_index_clauses(struct csv_index *index, const struct jy_item *item, const struct jy_clause *c)
{
	for (; c; c = c->next) {
		csv_index_add(index, c->id, item, c);
		csv_index_clauses(index, item, c->clauses);
	}
}

static int
csv_compare(const void *left, const void *right)
{
	const struct csv_entry *a = left, *b = right;

	return strcmp(a->id.s ? a->id.s : "", b->id.s ? b->id.s : "");
}

static struct csv_index
csv_index_of(const struct jy_minutes *m)
{
	struct csv_index index = {0};

	for (const struct jy_item *item = m->items; item; item = item->next) {
		csv_index_add(&index, item->id, item, NULL);
		csv_index_clauses(&index, item, item->clauses);
	}
	if (index.used)
		qsort(index.entries, index.used, sizeof(*index.entries), csv_compare);
	return index;
}

/* The kind of a deadline as the ledger calls it. */
static const char *
csv_deadline_kind(struct jy_text kind)
{
	static const char *const names[][2] = {
		{"absolute", "确定日期"}, {"recurring", "定期"}, {"relative", "相对期限"},
		{"vague", "未定期限"},
	};

	for (size_t i = 0; kind.s && i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(kind.s, names[i][0]) == 0)
			return names[i][1];
	return "";
}

/* Where to find it in the document: 二、（一） 第3页. */
static void
csv_origin(struct csv_writer *w, const struct csv_entry *entry, int page)
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
csv_followed(struct csv_writer *w, const struct jy_decision *d, const struct csv_entry *entry)
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
	csv_word(w, csv_deadline_kind(by->kind));
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
	struct csv_index index = csv_index_of(m);
	bool failed = index.failed;
	int number = w->number;

	for (const struct jy_decision *d = m->decisions; d && !failed; d = d->next) {
		const struct csv_entry key = {.id = d->clause};

		csv_ordinal(w, ++number);
		csv_text(w, csv_number(m));
		csv_text(w, m->meeting->date);
		csv_followed(w, d, index.used ? bsearch(&key, index.entries, index.used,
		    sizeof(key), csv_compare) : NULL);
		csv_end_row(w);
	}
	free(index.entries);
	return failed ? -1 : 0;
}
