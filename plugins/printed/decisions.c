/* Decisions as rows of a table. */
#include "printed.h"

const char *const printed_columns[PRINTED_COLUMNS] = {
	"议定事项", "意见", "牵头单位", "协办单位", "责任人", "时限", "去向",
};

static const struct jy_string *
printed_cell(struct jy_string *own, struct jy_text text)
{
	*own = (struct jy_string){.text = text};
	return own;
}

void
printed_row(struct printed_row *row, const struct jy_decision *d)
{
	struct jy_string *own = row->own;
	const struct jy_string **cells = row->cells;

	cells[0] = printed_cell(&own[0], d->text);
	cells[1] = printed_cell(&own[1], d->verdict);
	cells[2] = d->lead;
	cells[3] = d->support;
	cells[4] = printed_cell(&own[4], d->person ? d->person->name : (struct jy_text){0});
	if (d->person && d->person->title.len) {
		printed_cell(&own[3], d->person->title);	/* not used by support */
		own[4].next = &own[3];
	}
	cells[5] = printed_cell(&own[5], d->deadline ? d->deadline->text : (struct jy_text){0});
	cells[6] = printed_cell(&own[6],
	    d->disposition ? d->disposition->text : (struct jy_text){0});
}
