/* A writer as of 0.1 that walks the whole model by the fields of its structs. */
#include <jiyao/plugin.h>

#define EACH(type, e, first) for (const struct type *e = (first); e; e = e->next)

static void
put_text(struct jy_out *out, const char *name, struct jy_text text)
{
	jy_printf(out, "%s: ", name);
	jy_put(out, text.s ? text.s : "-", text.s ? text.len : 1);
	jy_puts(out, "\n");
}

static void
put_number(struct jy_out *out, const char *name, long number)
{
	jy_printf(out, "%s: %ld\n", name, number);
}

static void
put_place(struct jy_out *out, const struct jy_place *at)
{
	jy_printf(out, "at: %d %d %d %.1f %.1f %.1f %.1f %d\n", at->page, at->first_line,
	    at->last_line, at->x0, at->y0, at->x1, at->y1, at->confidence);
}

#define TEXT(o, field) put_text(out, #field, (o)->field)
#define NUMBER(o, field) put_number(out, #field, (long)(o)->field)
#define PLACE(o) put_place(out, &(o)->at)

static void
put_strings(struct jy_out *out, const char *name, const struct jy_string *first)
{
	EACH(jy_string, s, first)
	put_text(out, name, s->text);
}

static void
put_people(struct jy_out *out, const struct jy_person *first)
{
	EACH(jy_person, p, first)
	{
		PLACE(p), TEXT(p, name), TEXT(p, organization), TEXT(p, title), TEXT(p, note);
		NUMBER(p, representative);
	}
}

static void
put_source(struct jy_out *out, const struct jy_source *s)
{
	TEXT(s, name), TEXT(s, format), NUMBER(s, bytes), TEXT(s, sha256), NUMBER(s, pages);
	TEXT(s, encoding);
	if (s->metadata) {
		TEXT(s->metadata, title), TEXT(s->metadata, author), TEXT(s->metadata, producer);
		TEXT(s->metadata, created), TEXT(s->metadata, modified);
	}
	if (s->ocr) {
		TEXT(s->ocr, engine), TEXT(s->ocr, language), NUMBER(s->ocr, confidence);
		EACH(jy_ocr_line, l, s->ocr->lines)
		PLACE(l);
	}
}

static void
put_imprint(struct jy_out *out, const struct jy_imprint *i)
{
	if (i)
		PLACE(i), TEXT(i, by), TEXT(i, date);
}

static void
put_document(struct jy_out *out, const struct jy_document *d)
{
	TEXT(d, issuer), TEXT(d, kind), TEXT(d, title), NUMBER(d, title_supplied);
	if (d->number) {
		PLACE(d->number), TEXT(d->number, text), TEXT(d->number, prefix);
		NUMBER(d->number, year), NUMBER(d->number, sequence);
	}
	TEXT(d, disclosure);
	put_imprint(out, d->compiled);
	put_imprint(out, d->issued);
	EACH(jy_distribution, e, d->distribution)
	{
		PLACE(e), TEXT(e, label);
		put_strings(out, "recipient", e->recipients);
	}
	TEXT(d, classification), TEXT(d, urgency), TEXT(d, copy);
	put_people(out, d->signers);
	PLACE(d);
}

static void
put_meeting(struct jy_out *out, const struct jy_meeting *m)
{
	PLACE(m), TEXT(m, name), TEXT(m, term), NUMBER(m, session), TEXT(m, date), TEXT(m, period);
	TEXT(m, place);
	put_people(out, m->chairs);
	put_people(out, m->recorders);
	TEXT(m, preamble), TEXT(m, lead_in);
}

static void
put_clauses(struct jy_out *out, const struct jy_clause *first)
{
	EACH(jy_clause, c, first)
	{
		PLACE(c), TEXT(c, id), NUMBER(c, ordinal), TEXT(c, label), TEXT(c, title),
		    TEXT(c, text);
		put_clauses(out, c->clauses);
	}
}

static void
put_body(struct jy_out *out, const struct jy_minutes *m)
{
	EACH(jy_topic, t, m->agenda)
	{
		PLACE(t), TEXT(t, action);
		put_strings(out, "subject", t->subjects);
	}
	EACH(jy_item, i, m->items)
	{
		PLACE(i), TEXT(i, id), NUMBER(i, ordinal), TEXT(i, label), TEXT(i, title);
		TEXT(i, action);
		put_strings(out, "document", i->documents);
		put_clauses(out, i->clauses);
	}
	EACH(jy_remark, r, m->remarks)
	PLACE(r), TEXT(r, text);
	EACH(jy_group, g, m->attendance)
	{
		PLACE(g), TEXT(g, role), TEXT(g, label), TEXT(g, scope);
		put_people(out, g->people);
	}
}

static void
put_decisions(struct jy_out *out, const struct jy_decision *first)
{
	EACH(jy_decision, d, first)
	{
		PLACE(d), TEXT(d, id), TEXT(d, clause), TEXT(d, text), TEXT(d, verdict);
		put_strings(out, "document", d->documents);
		put_strings(out, "lead", d->lead);
		put_strings(out, "support", d->support);
		put_people(out, d->person);
		if (d->disposition)
			TEXT(d->disposition, text), TEXT(d->disposition, kind),
			    TEXT(d->disposition, to);
		if (d->deadline)
			TEXT(d->deadline, text), TEXT(d->deadline, kind), TEXT(d->deadline, date);
		NUMBER(d, actionable);
	}
}

static void
put_rest(struct jy_out *out, const struct jy_minutes *m)
{
	const struct jy_account *a = m->account;

	EACH(jy_scrap, s, m->furniture)
	TEXT(s, text), NUMBER(s, page), NUMBER(s, line);
	EACH(jy_scrap, s, m->residue)
	TEXT(s, text), NUMBER(s, page), NUMBER(s, line);
	NUMBER(a, characters), NUMBER(a, fields), NUMBER(a, furniture), NUMBER(a, residue);
	NUMBER(a, undecoded);
	EACH(jy_check, c, m->checks)
	{
		TEXT(c, severity), TEXT(c, code), TEXT(c, message), NUMBER(c, page),
		    NUMBER(c, line);
	}
}

static int
walk_write(struct jy_task *task, const struct jy_minutes *m, struct jy_out *out)
{
	(void)task;
	TEXT(m, schema), TEXT(m->generator, name), TEXT(m->generator, version);
	put_source(out, m->source);
	put_document(out, m->document);
	put_meeting(out, m->meeting);
	put_body(out, m);
	put_decisions(out, m->decisions);
	put_rest(out, m);
	return 0;
}

JY_PLUGIN(.name = "walk", .title = "The structs of 0.1", .suffixes = "walk", .write = walk_write);
