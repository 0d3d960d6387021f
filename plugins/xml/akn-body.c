/* Minutes as Akoma Ntoso: the items, who was there, and what follows. */
#include <stdio.h>
#include <string.h>

#include "akn.h"

/* Starts a section, the Nth of its kind there.  Gives what akn_end_section wants. */
static size_t
akn_start_section(struct akn *a, const char *element, const char *abbreviation, int n)
{
	size_t before = a->id_length, room = sizeof(a->id) - before;
	int more = snprintf(a->id + before, room, "%s%s_%d", before ? "__" : "", abbreviation, n);

	a->id_length += (size_t)more < room ? (size_t)more : room - 1;
	akn_start(a, element, NULL);
	xml_attribute(a->w, "eId", a->id);
	return before;
}

static void
akn_end_section(struct akn *a, size_t before)
{
	a->id[before] = '\0';
	a->id_length = before;
	xml_end(a->w);
}

static void
akn_heading(struct akn *a, struct jy_text label, struct jy_text title)
{
	if (akn_given(label))
		xml_text_element(a->w, "num", label);
	if (akn_given(title))
		xml_text_element(a->w, "heading", title);
}

/* Text is the content of what has no sections, and the beginning of what has. */
static void
akn_content(struct akn *a, const char *element, struct jy_text text)
{
	if (!akn_given(text))
		return;
	xml_start(a->w, element);
	akn_paragraph(a, text.s);
	xml_end(a->w);
}

static void
akn_clauses(struct akn *a, const struct jy_clause *clauses, int depth)
{
	int n = 0;

	for (const struct jy_clause *c = clauses; c; c = c->next) {
		size_t before = akn_start_section(a, depth ? "subparagraph" : "paragraph",
		    depth ? "subpara" : "para", ++n);

		akn_heading(a, c->label, c->title);
		akn_content(a, c->clauses ? "intro" : "content", c->text);
		akn_clauses(a, c->clauses, depth + 1);
		akn_end_section(a, before);
	}
}

static void
akn_items(struct akn *a)
{
	int n = 0;

	for (const struct jy_item *i = a->m->items; i; i = i->next) {
		size_t before = akn_start_section(a, "section", "sec", ++n);

		akn_heading(a, i->label, i->title);
		akn_clauses(a, i->clauses, 0);
		akn_end_section(a, before);
	}
}

static void
akn_attendance(struct akn *a)
{
	for (const struct jy_group *g = a->m->attendance; g; g = g->next)
		akn_people(a, g->role.s ? g->role.s : "other", g->label.s, g->scope, g->people,
		    g->role.s);
}

void
akn_body(struct akn *a)
{
	akn_part(a, "mainBody");
	if (akn_given(a->m->meeting->lead_in))
		akn_paragraph(a, a->m->meeting->lead_in.s);
	akn_items(a);
	for (const struct jy_remark *r = a->m->remarks; r; r = r->next)
		if (akn_given(r->text))
			akn_paragraph(a, r->text.s);
	akn_attendance(a);
	if (!a->started)
		akn_paragraph(a, NULL);	/* it must be there, and cannot be empty */
	akn_end_part(a);
}

/* 云州市人民政府办公室 2025年1月10日印发: who, when, and what they did. */
static void
akn_imprint(struct akn *a, const char *kind, const struct jy_imprint *imprint, const char *did)
{
	if (!imprint || (!akn_given(imprint->by) && !akn_given(imprint->date)))
		return;
	akn_start_mixed(a, "block", kind);
	akn_organization(a, imprint->by);
	if (akn_given(imprint->by) && akn_given(imprint->date))
		xml_put_text(a->w, "　");
	akn_date(a, "docDate", imprint->date);
	xml_put_text(a->w, did);
	xml_end_mixed(a->w);
}

static void
akn_distribution(struct akn *a, const struct jy_distribution *d)
{
	if (!d->label.s && !d->recipients)
		return;
	akn_start(a, "container", "distribution");
	xml_start_mixed(a->w, "p");
	xml_put_text(a->w, d->label.s ? d->label.s : "抄送");
	xml_put_text(a->w, "：");
	xml_end_mixed(a->w);
	for (const struct jy_string *r = d->recipients; r; r = r->next)
		akn_paragraph(a, r->text.s);
	xml_end(a->w);
}

void
akn_conclusions(struct akn *a)
{
	const struct jy_document *d = a->m->document;

	akn_part(a, "conclusions");
	if (a->m->meeting->recorders)
		akn_people(a, "recorders", "记录", (struct jy_text){0}, a->m->meeting->recorders,
		    "recorder");
	akn_imprint(a, "compiled", d->compiled, "整理");
	akn_line(a, "disclosure", "（", d->disclosure, "）");
	for (const struct jy_distribution *e = d->distribution; e; e = e->next)
		akn_distribution(a, e);
	akn_imprint(a, "issued", d->issued, "印发");
	akn_end_part(a);
}
