/*
 * The head of Akoma Ntoso: what identifies the minutes (FRBR).  Addresses are those of its naming
 * convention, /akn/cn/debateReport/minutes/ISSUER/DATE/NUMBER: the same minutes always have the same.
 */
#include <stdio.h>
#include <string.h>

#include "akn.h"

/* The day that stands where one is obligatory and none is known; it is always called unknown. */
#define AKN_NO_DAY "0001-01-01"

enum { AKN_MEETING, AKN_COMPILED, AKN_ISSUED, AKN_DAYS };
struct akn_day { const char *name; struct jy_text date; };

bool
akn_is_day(struct jy_text date)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day, end = 0;

	if (!date.s || date.len != strlen("2021-09-13") || strspn(date.s, "0123456789-") != date.len
	    || sscanf(date.s, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10)
		return false;
	return year > 0 && month > 0 && month < 13 && day > 0 && day <= days[month - 1]
	    && (month != 2 || day < 29 || (year % 4 == 0 && (year % 100 || year % 400 == 0)));
}

struct jy_text
akn_author(const struct akn *a)
{
	const struct jy_document *d = a->m->document;

	if (akn_given(d->issuer))
		return d->issuer;
	if (d->compiled && akn_given(d->compiled->by))
		return d->compiled->by;
	return d->issued && akn_given(d->issued->by) ? d->issued->by : (struct jy_text){0};
}

/* The days that the minutes tell; one that is not wholly known has no date. */
static void
akn_days(const struct akn *a, struct akn_day days[static AKN_DAYS])
{
	const struct jy_imprint *compiled = a->m->document->compiled;
	const struct jy_imprint *issued = a->m->document->issued;

	days[AKN_MEETING] = (struct akn_day){"meeting", a->m->meeting->date};
	days[AKN_COMPILED] = (struct akn_day){"compiled", {0}};
	days[AKN_ISSUED] = (struct akn_day){"issued", {0}};
	if (compiled)
		days[AKN_COMPILED].date = compiled->date;
	if (issued)
		days[AKN_ISSUED].date = issued->date;
	for (int i = 0; i < AKN_DAYS; i++)
		if (!akn_is_day(days[i].date))
			days[i].date = (struct jy_text){0};
}

/* The first or the last day that is known, of how a paper comes about; NULL: none. */
static const struct akn_day *
akn_one_day(const struct akn_day *days, bool last)
{
	for (int i = 0; i < AKN_DAYS; i++) {
		const struct akn_day *day = &days[last ? AKN_DAYS - 1 - i : i];

		if (day->date.s)
			return day;
	}
	return NULL;
}

static void
akn_value(struct akn *a, const char *element, const char *value)
{
	xml_start(a->w, element);
	xml_attribute(a->w, "value", value);
	xml_end(a->w);
}

/* ADDRESS with what is added to it: FRBRthis, the document; FRBRuri, all that belongs to it. */
static void
akn_address(struct akn *a, const char *address, const char *document, const char *all)
{
	xmlChar *value = xmlStrncatNew(BAD_CAST address, BAD_CAST document, -1);

	akn_value(a, "FRBRthis", (char *)value);
	xmlFree(value);
	value = xmlStrncatNew(BAD_CAST address, BAD_CAST all, -1);
	akn_value(a, "FRBRuri", (char *)value);
	xmlFree(value);
}

static void
akn_frbr_date(struct akn *a, const struct akn_day *day)
{
	xml_start(a->w, "FRBRdate");
	xml_attribute(a->w, "date", day ? day->date.s : AKN_NO_DAY);
	xml_attribute(a->w, "name", day ? day->name : "unknown");
	xml_end(a->w);
}

/* The author is the first organisation of the list. */
static void
akn_frbr_author(struct akn *a)
{
	xml_start(a->w, "FRBRauthor");
	xml_attribute(a->w, "href", akn_given(akn_author(a)) ? "#organization_1" : "#unknown");
	xml_attribute(a->w, "as", "#author");
	xml_end(a->w);
}

static void
akn_work(struct akn *a, const char *address, const struct akn_day *days)
{
	const struct jy_document *d = a->m->document;

	xml_start(a->w, "FRBRWork");
	akn_address(a, address, "/!main", "");
	if (akn_given(d->title)) {
		xml_start(a->w, "FRBRalias");
		xml_attribute(a->w, "value", d->title.s);
		xml_attribute(a->w, "name", "title");
		xml_end(a->w);
	}
	for (int i = 0; i < AKN_DAYS; i++)
		if (days[i].date.s)
			akn_frbr_date(a, &days[i]);
	if (!akn_one_day(days, false))
		akn_frbr_date(a, NULL);
	akn_frbr_author(a);
	akn_value(a, "FRBRcountry", "cn");
	akn_value(a, "FRBRsubtype", "minutes");
	if (d->number && akn_given(d->number->text))
		akn_value(a, "FRBRnumber", d->number->text.s);
	if (akn_given(a->m->meeting->name))
		akn_value(a, "FRBRname", a->m->meeting->name.s);
	xml_end(a->w);
}

static void
akn_expression(struct akn *a, const char *address, const struct akn_day *day)
{
	xml_start(a->w, "FRBRExpression");
	akn_address(a, address, "/!main", "");
	akn_frbr_date(a, day);
	akn_frbr_author(a);
	xml_start(a->w, "FRBRlanguage");
	xml_attribute(a->w, "language", "zho");
	xml_end(a->w);
	xml_end(a->w);
}

/* This file.  Its own day would make each conversion another, so that it bears the text's. */
static void
akn_manifestation(struct akn *a, const char *address, const struct akn_day *day)
{
	xml_start(a->w, "FRBRManifestation");
	akn_address(a, address, "/!main.xml", ".xml");
	akn_frbr_date(a, day);
	xml_start(a->w, "FRBRauthor");
	xml_attribute(a->w, "href", "#jiyao");
	xml_end(a->w);
	akn_value(a, "FRBRformat", "application/akn+xml");
	xml_end(a->w);
}

/* The day, or the year of the number; what identifies minutes of that day. */
static void
akn_add_date_and_number(struct akn *a, xmlBuffer *address, const struct akn_day *day)
{
	const struct jy_document *d = a->m->document;
	const struct jy_text names[] = {
		d->number ? d->number->text : (struct jy_text){0}, a->m->meeting->name, d->title,
	};
	size_t i = 0;
	char year[16] = "undated";

	if (d->number && d->number->year)
		snprintf(year, sizeof(year), "%04d", d->number->year);
	xmlBufferCat(address, BAD_CAST "/");
	xmlBufferCat(address, BAD_CAST(day ? day->date.s : year));
	while (i < 3 && !akn_given(names[i]))
		i++;
	xmlBufferCat(address, BAD_CAST "/");
	akn_add_name(address, i < 3 ? names[i].s : "nn");
}

static xmlBuffer *
akn_work_address(struct akn *a, const struct akn_day *day)
{
	xmlBuffer *address = xmlBufferCreate();

	xmlBufferCat(address, BAD_CAST "/akn/cn/debateReport/minutes");
	if (akn_given(akn_author(a))) {
		xmlBufferCat(address, BAD_CAST "/");
		akn_add_name(address, akn_author(a).s);
	}
	akn_add_date_and_number(a, address, day);
	return address;
}

/* Where it is known when they were issued. */
static void
akn_publication(struct akn *a, const struct akn_day *issued)
{
	const struct jy_document *d = a->m->document;

	if (!issued->date.s)
		return;
	xml_start(a->w, "publication");
	xml_attribute(a->w, "date", issued->date.s);
	xml_attribute(a->w, "name", "印发");
	xml_attribute(a->w, "showAs", akn_given(d->issued->by) ? d->issued->by.s : "印发");
	if (d->number && akn_given(d->number->text))
		xml_attribute(a->w, "number", d->number->text.s);
	xml_end(a->w);
}

void
akn_identification(struct akn *a)
{
	struct akn_day days[AKN_DAYS];
	const struct akn_day *first, *last;
	xmlBuffer *address;

	akn_days(a, days);
	first = akn_one_day(days, false), last = akn_one_day(days, true);
	if (!first)
		jy_warn(a->w->task, 0, "no-day",
		    "the minutes tell no day with its year, which "
		    "Akoma Ntoso wants: %s stands for it, and is called unknown",
		    AKN_NO_DAY);
	xml_start(a->w, "identification");
	xml_attribute(a->w, "source", "#jiyao");
	address = akn_work_address(a, first);
	akn_work(a, (const char *)xmlBufferContent(address), days);
	xmlBufferCat(address, BAD_CAST "/zho@");
	xmlBufferCat(address, BAD_CAST(last ? last->date.s : ""));
	akn_expression(a, (const char *)xmlBufferContent(address), last);
	akn_manifestation(a, (const char *)xmlBufferContent(address), last);
	xmlBufferFree(address);
	xml_end(a->w);
	akn_publication(a, &days[AKN_ISSUED]);
}
