/*
 * Akoma Ntoso 1.0 (LegalDocML, OASIS 2018): minutes as a debateReport, whose text is that of the
 * minutes, in order, and which refers to people, organisations and roles that its head lists.
 */
#ifndef JIYAO_XML_AKN_H
#define JIYAO_XML_AKN_H

#include <libxml/hash.h>

#include "writer.h"

#define AKN_NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

enum akn_kind { AKN_PERSON, AKN_ORGANIZATION, AKN_ROLE, AKN_PROGRAM, AKN_KINDS };

struct akn {
	struct xml_writer *w;
	const struct jy_minutes *m;
	xmlHashTable *known;	/* what the head lists: its number, by name, whose and kind */
	int count[AKN_KINDS];
	const char *part;	/* "preface": it is started when something comes into it */
	bool started;
	char id[4096];		/* the eId of a section: 100 levels have room */
	size_t id_length;
};

/* The head: addresses, dates and authors; then all that the text refers to. */
void akn_identification(struct akn *);
void akn_references(struct akn *);
/* The text. */
void akn_preface(struct akn *);
void akn_preamble(struct akn *);
void akn_body(struct akn *);
void akn_conclusions(struct akn *);

/* A part must hold something, so that it starts with what comes into it first. */
void akn_part(struct akn *, const char *part);
void akn_end_part(struct akn *);
/* Starts an element in the part; NAME, or NULL, tells its kinds apart. */
void akn_start(struct akn *, const char *element, const char *name);
void akn_start_mixed(struct akn *, const char *element, const char *name);
void akn_paragraph(struct akn *, const char *text);
/* A line of that kind, with what GB/T 9704 prints before and after; nothing where there is no
 * text. */
void akn_line(struct akn *, const char *kind, const char *before, struct jy_text,
    const char *after);
void akn_in_brackets(struct akn *, struct jy_text);
/* A date as it is printed, 2021年9月29日; one of another form as it is. */
void akn_date(struct akn *, const char *element, struct jy_text);
/* Those people, a paragraph each, under LABEL. */
void akn_people(struct akn *, const char *name, const char *label, struct jy_text scope,
    const struct jy_person *people, const char *role);

/* A person with organisation, office and note; ROLE (or NULL) is what they are there for. */
void akn_person(struct akn *, const struct jy_person *, const char *role);
void akn_name(struct akn *, const struct jy_person *, const char *role);
void akn_organization(struct akn *, struct jy_text);
/* Who issued the minutes, or else wrote them; null where they do not tell. */
struct jy_text akn_author(const struct akn *);

/* Is there a character? */
bool akn_given(struct jy_text);
/* Is it a day of the calendar, with its year? */
bool akn_is_day(struct jy_text date);
/* Appends NAME to an address: all of Unicode stays, marks of addresses are escaped. */
void akn_add_name(xmlBuffer *address, const char *name);

#endif
