/*
 * People, organisations and roles: listed in the head, referred to in the text.  Two people of one
 * name and one organisation are taken for one; nobody is put together whose organisation differs.
 */
#include <libxml/uri.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "akn.h"

static const struct { const char *element, *kind; } akn_kinds[AKN_KINDS] = {
	{"TLCPerson", "person"}, {"TLCOrganization", "organization"}, {"TLCRole", "role"},
	{"TLCObject", "object"},
};

bool
akn_given(struct jy_text text)
{
	return text.s && text.len > 0;
}

void
akn_add_name(xmlBuffer *address, const char *name)
{
	char kept[129] = "";
	xmlChar *escaped;

	for (int i = 0; i < 128; i++)
		kept[i] = (char)(0x80 + i);
	escaped = xmlURIEscapeStr(BAD_CAST name, BAD_CAST kept);
	xmlBufferCat(address, escaped);
	xmlFree(escaped);
}

static void *
akn_find(const struct akn *a, enum akn_kind kind, struct jy_text name, struct jy_text whose)
{
	return akn_given(name) ? xmlHashLookup3(a->known, BAD_CAST name.s, BAD_CAST whose.s,
		   BAD_CAST akn_kinds[kind].kind)
			       : NULL;
}

static void
akn_write_reference(struct akn *a, enum akn_kind kind, const char *id, const char *name,
    const char *whose)
{
	xmlBuffer *address = xmlBufferCreate();

	xmlBufferCat(address, BAD_CAST "/akn/ontology/");
	xmlBufferCat(address, BAD_CAST akn_kinds[kind].kind);
	for (int i = whose ? 0 : 1; i < 2; i++) {
		xmlBufferCat(address, BAD_CAST "/");
		akn_add_name(address, i ? name : whose);
	}
	xml_start(a->w, akn_kinds[kind].element);
	xml_attribute(a->w, "eId", id);
	xml_attribute(a->w, "href", (const char *)xmlBufferContent(address));
	xml_attribute(a->w, "showAs", name);
	xml_end(a->w);
	xmlBufferFree(address);
}

/* Lists a thing, once. */
static void
akn_list(struct akn *a, enum akn_kind kind, struct jy_text name, struct jy_text whose)
{
	char id[32];

	if (!akn_given(name) || akn_find(a, kind, name, whose))
		return;
	a->count[kind]++;
	if (xmlHashAddEntry3(a->known, BAD_CAST name.s, BAD_CAST whose.s,
		BAD_CAST akn_kinds[kind].kind, (void *)(intptr_t)a->count[kind])) {
		a->w->failed = true;
		return;
	}
	snprintf(id, sizeof(id), "%s_%d", akn_kinds[kind].kind, a->count[kind]);
	akn_write_reference(a, kind, id, name.s, whose.s);
}

static void
akn_list_people(struct akn *a, const struct jy_person *people)
{
	const struct jy_text nobody = {0};

	for (const struct jy_person *p = people; p; p = p->next) {
		akn_list(a, AKN_ORGANIZATION, p->organization, nobody);
		akn_list(a, AKN_ROLE, p->title, nobody);
		akn_list(a, AKN_PERSON, p->name, p->organization);
	}
}

/* What people are there for, in the standard's words. */
static void
akn_list_roles(struct akn *a)
{
	static const struct { const char *id, *label; } roles[] = {
		{"chair", "主持"}, {"recorder", "记录"}, {"signer", "签发人"}, {"present", "出席"},
		{"attending", "列席"}, {"absent", "请假"}, {"invited", "邀请"}, {"other", "其他"},
		{"author", "发文机关"},
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		akn_write_reference(a, AKN_ROLE, roles[i].id, roles[i].label, NULL);
}

void
akn_references(struct akn *a)
{
	const struct jy_document *d = a->m->document;
	const struct jy_text nobody = {0};

	xml_start(a->w, "references");
	xml_attribute(a->w, "source", "#jiyao");
	akn_write_reference(a, AKN_PROGRAM, "jiyao", "jiyao", NULL);
	akn_list_roles(a);
	akn_list(a, AKN_ORGANIZATION, akn_author(a), nobody);	/* the first one */
	if (!akn_given(akn_author(a)))
		akn_write_reference(a, AKN_ORGANIZATION, "unknown", "unknown", NULL);
	akn_list_people(a, d->signers);
	akn_list_people(a, a->m->meeting->chairs);
	for (const struct jy_group *g = a->m->attendance; g; g = g->next)
		akn_list_people(a, g->people);
	akn_list_people(a, a->m->meeting->recorders);
	akn_list(a, AKN_ORGANIZATION, d->compiled ? d->compiled->by : nobody, nobody);
	akn_list(a, AKN_ORGANIZATION, d->issued ? d->issued->by : nobody, nobody);
	xml_end(a->w);
}

static void
akn_refer_to(struct akn *a, const char *attribute, enum akn_kind kind, struct jy_text name,
    struct jy_text whose)
{
	char id[32];

	snprintf(id, sizeof(id), "#%s_%d", akn_kinds[kind].kind,
	    (int)(intptr_t)akn_find(a, kind, name, whose));
	xml_attribute(a->w, attribute, id);
}

void
akn_organization(struct akn *a, struct jy_text name)
{
	if (!akn_given(name))
		return;
	xml_start(a->w, "organization");
	akn_refer_to(a, "refersTo", AKN_ORGANIZATION, name, (struct jy_text){0});
	xml_put_text(a->w, name.s);
	xml_end(a->w);
}

void
akn_name(struct akn *a, const struct jy_person *p, const char *role)
{
	char as[32];

	if (!akn_given(p->name))
		return;
	xml_start(a->w, "person");
	akn_refer_to(a, "refersTo", AKN_PERSON, p->name, p->organization);
	if (role) {
		snprintf(as, sizeof(as), "#%s", role);
		xml_attribute(a->w, "as", as);
	}
	xml_put_text(a->w, p->name.s);
	xml_end(a->w);
}

/* Does its name say that it is represented? */
static bool
akn_is_delegation(struct jy_text name)
{
	static const char word[] = "代表";
	size_t len = sizeof(word) - 1;

	return name.len >= len && memcmp(name.s + name.len - len, word, len) == 0;
}

/* 市审计局局长赵一山（兼）: the order of GB/T 9704. */
void
akn_person(struct akn *a, const struct jy_person *p, const char *role)
{
	akn_organization(a, p->organization);
	if (akn_given(p->title)) {
		xml_start(a->w, "role");
		akn_refer_to(a, "refersTo", AKN_ROLE, p->title, (struct jy_text){0});
		xml_put_text(a->w, p->title.s);
		xml_end(a->w);
	}
	akn_name(a, p, role);
	if (p->representative && !akn_is_delegation(p->organization))
		xml_put_text(a->w, "代表");
	akn_in_brackets(a, p->note);
}
