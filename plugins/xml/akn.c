/* Minutes as Akoma Ntoso: the document, and what its parts are made of. */
#include "akn.h"

#include <stdio.h>
#include <string.h>

void
akn_part(struct akn *a, const char *part)
{
	a->part = part;
	a->started = false;
}

void
akn_end_part(struct akn *a)
{
	if (a->started)
		xml_end(a->w);
}

void
akn_start(struct akn *a, const char *element, const char *name)
{
	if (!a->started)
		xml_start(a->w, a->part);
	a->started = true;
	xml_start(a->w, element);
	if (name)
		xml_attribute(a->w, "name", name);
}

void
akn_start_mixed(struct akn *a, const char *element, const char *name)
{
	if (!a->started)
		xml_start(a->w, a->part);
	a->started = true;
	xml_start_mixed(a->w, element);
	if (name)
		xml_attribute(a->w, "name", name);
}

void
akn_paragraph(struct akn *a, const char *text)
{
	akn_start_mixed(a, "p", NULL);
	xml_put_text(a->w, text);
	xml_end_mixed(a->w);
}

void
akn_line(struct akn *a, const char *kind, const char *before, struct jy_text text,
    const char *after)
{
	if (!akn_given(text))
		return;
	akn_start_mixed(a, "block", kind);
	xml_put_text(a->w, before);
	xml_put_text(a->w, text.s);
	xml_put_text(a->w, after);
	xml_end_mixed(a->w);
}

void
akn_date(struct akn *a, const char *element, struct jy_text date)
{
	int year, month, day;
	char text[64];

	if (!akn_is_day(date)) {
		xml_put_text(a->w, date.s);
		return;
	}
	sscanf(date.s, "%4d-%2d-%2d", &year, &month, &day);
	snprintf(text, sizeof(text), "%d年%d月%d日", year, month, day);
	xml_start(a->w, element);
	xml_attribute(a->w, "date", date.s);
	xml_put_text(a->w, text);
	xml_end(a->w);
}

void
akn_in_brackets(struct akn *a, struct jy_text text)
{
	if (!akn_given(text))
		return;
	xml_put_text(a->w, "（");
	xml_put_text(a->w, text.s);
	xml_put_text(a->w, "）");
}

void
akn_people(struct akn *a, const char *name, const char *label, struct jy_text scope,
    const struct jy_person *people, const char *role)
{
	bool headed = (label && *label) || akn_given(scope);

	if (!headed && !people)
		return;
	akn_start(a, "container", name);
	if (headed) {
		xml_start_mixed(a->w, "p");
		xml_put_text(a->w, label);
		akn_in_brackets(a, scope);
		xml_put_text(a->w, "：");
		xml_end_mixed(a->w);
	}
	for (const struct jy_person *p = people; p; p = p->next) {
		xml_start_mixed(a->w, "p");
		akn_person(a, p, role);
		xml_end_mixed(a->w);
	}
	xml_end(a->w);
}

/* For what has no place in Akoma Ntoso, its head can hold elements of others: the tree's own. */
static void
akn_proprietary(struct akn *a)
{
	static const char fields[] =
	    "generator|source|agenda|decisions|furniture|residue|account|checks";
	const struct jy_field *field = jy_minutes_shape()->fields;

	xml_start(a->w, "proprietary");
	xml_attribute(a->w, "source", "#jiyao");
	xml_start_root(a->w, "minutes", JY_SCHEMA);
	for (; field->name; field++)
		if (jy_is_word(fields, (struct jy_text){field->name, strlen(field->name)}))
			xml_write_field(a->w, field, a->m);
	xml_end(a->w);
	xml_end(a->w);
}

static void
akn_debate_report(struct akn *a)
{
	xml_start_root(a->w, "akomaNtoso", AKN_NAMESPACE);
	xml_start(a->w, "debateReport");
	xml_attribute(a->w, "name", "minutes");
	xml_start(a->w, "meta");
	akn_identification(a);
	akn_references(a);
	akn_proprietary(a);
	xml_end(a->w);
	akn_preface(a);
	akn_preamble(a);
	akn_body(a);
	akn_conclusions(a);
	xml_end(a->w);
	xml_end(a->w);
}

void
xml_write_akn(struct xml_writer *w, const struct jy_minutes *minutes)
{
	struct akn a = {.w = w, .m = minutes, .known = xmlHashCreate(0)};

	if (a.known)
		akn_debate_report(&a);
	w->failed = w->failed || !a.known;
	xmlHashFree(a.known, NULL);
}
