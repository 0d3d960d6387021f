/* What no stage alone can tell: the issuer from the imprint, a title where none is printed, the
 * decisions, the doubts, the account. */
#include <stdlib.h>
#include <string.h>

#include "stages.h"

/* 校长, 党政: of whom 校长办公室, 党政办公室 are the office; they issue nothing themselves. */
static bool
is_no_body(struct jy_text name)
{
	static const char *const ends[] = {"长", "党政", "行政", "综合", "经理"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (name.len >= n && memcmp(name.s + name.len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

/* 甲市人民政府办公室 speaks for 甲市人民政府. */
static struct jy_text
without_office(struct sheet *s, struct jy_text by)
{
	static const char *const offices[] = {"办公室", "办公厅"};

	for (size_t i = 0; by.s && i < 2; i++) {
		size_t n = strlen(offices[i]);

		if (by.len > n && memcmp(by.s + by.len - n, offices[i], n) == 0
		    && !is_no_body((struct jy_text){by.s, by.len - n}))
			return arena_text(s->arena, by.s, by.len - n);
	}
	return by;
}

/* 市政府第7次常务会议: what stands after 次 is the kind of meeting. */
static struct jy_text
kind_of_meeting(struct sheet *s)
{
	struct jy_text name = s->m->meeting->name;
	const char *times = name.s ? strstr(name.s, "次") : NULL;

	if (!times || !times[3])
		return (struct jy_text){0};
	return arena_text(s->arena, times + 3, name.len - (size_t)(times + 3 - name.s));
}

/* 县政府2018年第5次常务会议纪要: 2018; 0 where there is none. */
static int
year_in(struct jy_text title)
{
	const char *mark = title.s ? strstr(title.s, "年") : NULL;
	int year = mark && mark - title.s >= 4 ? atoi(mark - 4) : 0;

	return year >= 1900 && year < 3000 ? year : 0;
}

/* --11-03: the year that stands elsewhere; minutes of December may be issued in January. */
static void
complete_date(struct sheet *s, struct jy_text *date)
{
	const struct jy_imprint *later = s->m->document->compiled ? s->m->document->compiled
								  : s->m->document->issued;
	int year = s->year ? s->year : year_in(s->m->document->title);

	if (!date->s || date->s[0] != '-' || !year)
		return;
	if (later && later->date.len == 10)
		year = atoi(later->date.s) - (strcmp(later->date.s + 4, date->s + 1) < 0);
	check(s, "note", "year-inferred", NOWHERE,
	    "the meeting's date is printed without a year; %d stands elsewhere", year);
	*date = arena_printf(s->arena, "%04d%s", year, date->s + 1);
}

/* Where no opening names the meeting, its title does: 甲县人民政府第9次常务会议纪要. */
static void
complete_meeting(struct sheet *s)
{
	struct jy_meeting *m = s->m->meeting;
	struct jy_text title = s->m->document->title;
	size_t n = strlen("纪要");

	if (!m->name.s && m->session && title.len > n
	    && strcmp(title.s + title.len - n, "纪要") == 0)
		m->name = arena_text(s->arena, title.s, title.len - n);
}

/* Where no masthead is, the imprint speaks for the paper.  What OCR read anywhere of it marks it. */
static void
complete_place(struct jy_document *d, const struct jy_imprint *imprint)
{
	int confidence = d->at.confidence;

	if (!imprint)
		return;
	if (!d->at.page)
		d->at = imprint->at;
	if (!confidence || (imprint->at.confidence && imprint->at.confidence < confidence))
		confidence = imprint->at.confidence;
	d->at.confidence = confidence;
}

void
complete_document(struct sheet *s)
{
	struct jy_document *d = s->m->document;

	complete_place(d, d->compiled);
	complete_place(d, d->issued);
	complete_date(s, &s->m->meeting->date);
	complete_meeting(s);
	if (!d->issuer.s && d->compiled)
		d->issuer = without_office(s, d->compiled->by);
	if (!d->issuer.s && d->issued)
		d->issuer = without_office(s, d->issued->by);
	if (!d->kind.s)
		d->kind = kind_of_meeting(s);
	if (!d->title.s && d->issuer.s && d->kind.s) {
		d->title = arena_printf(s->arena, "%s%s纪要", d->issuer.s, d->kind.s);
		d->title_supplied = true;
	}
}

/* Unclaimed glyphs, a scrap for every run of them on a line; and the sums. */
void
settle_account(struct sheet *s)
{
	struct jy_account *account = s->m->account;
	struct jy_scrap **ends[] = {&s->m->residue, s->furniture_end};

	for (size_t i = 0, to; i < s->count; i = to) {
		enum owner owner = s->glyphs[i].owner;
		struct jy_scrap *scrap;

		for (to = i + 1;
		     to < s->count && s->glyphs[to].owner == owner && !starts_line(s, to); to++)
			;
		account->fields += owner == FIELD ? (long)(to - i) : 0;
		account->furniture += owner == FURNITURE ? (long)(to - i) : 0;
		account->residue += owner == RESIDUE ? (long)(to - i) : 0;
		if (owner == FIELD)
			continue;
		scrap = arena_alloc(s->arena, sizeof(*scrap));
		scrap->text = span_text(s, (struct span){i, to});
		scrap->page = s->rows[s->glyphs[i].line].line->at.page;
		scrap->line = s->rows[s->glyphs[i].line].line->at.first_line;
		*ends[owner == FURNITURE] = scrap;
		ends[owner == FURNITURE] = &scrap->next;
	}
	s->furniture_end = ends[1];
}
