/* What paragraphs, runs and sections say of themselves before their text begins. */
#include "docx.h"

#include <string.h>

/* From the weakest word to the strongest.  A list that the paragraph itself names outdoes the
 * style; one that the style names is outdone by it. */
void
docx_dress_paragraph(const struct docx_document *d, struct docx_paragraph *p, const char *style,
    const struct docx_look *own)
{
	struct docx_look look = docx_style_look(&d->styles, style);
	int number = docx_said(own, DOCX_NUMBER, docx_said(&look, DOCX_NUMBER, 0));
	int level = docx_said(own, DOCX_LEVEL, docx_said(&look, DOCX_LEVEL, 0));
	const struct docx_look *list = docx_level_look(&d->numbering, number, level);
	bool own_list = own->said & 1u << DOCX_NUMBER;

	p->look = d->styles.defaults;
	if (list && !own_list)
		docx_overlay(&p->look, list);
	docx_overlay(&p->look, &look);
	if (list && own_list)
		docx_overlay(&p->look, list);
	docx_overlay(&p->look, own);
	p->run = p->look;
	p->mark_hidden |= docx_said(&look, DOCX_HIDDEN, 0) != 0;
}

/* A tracked change of properties: true where those that stand in it are to hold instead. */
static bool
docx_restores(struct docx_document *d, struct docx_xml *xml)
{
	d->alterations++;
	if (d->changes == DOCX_REJECT)
		return true;
	docx_skip(xml);
	return false;
}

/* The paragraph's mark has properties of its own: it may be inserted, deleted or hidden. */
static void
docx_read_mark(struct docx_document *d, struct docx_xml *xml, struct docx_paragraph *p)
{
	struct docx_look mark = {0};
	int depth = xml->depth;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "del") || docx_is(xml, "moveFrom")) {
			d->deletions++;
			p->mark_dropped |= d->changes != DOCX_REJECT;
		} else if (docx_is(xml, "ins") || docx_is(xml, "moveTo")) {
			d->insertions++;
			p->mark_dropped |= d->changes == DOCX_REJECT;
		} else if (docx_is(xml, "rPrChange")) {
			if (docx_restores(d, xml))
				mark = (struct docx_look){0};
		} else {
			docx_add_look(&mark, xml);
		}
	}
	p->mark_hidden = docx_said(&mark, DOCX_HIDDEN, p->mark_hidden);
}

static void
docx_unnumber(struct docx_document *d, struct docx_look *own)
{
	d->insertions++;
	if (d->changes == DOCX_REJECT)
		own->said &= ~(1u << DOCX_NUMBER | 1u << DOCX_LEVEL);
}

void
docx_read_paragraph_properties(struct docx_document *d, struct docx_xml *xml,
    struct docx_paragraph *p)
{
	const char *style = d->styles.usual;
	struct docx_look own = {0};
	int depth = xml->depth;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "rPr"))
			docx_read_mark(d, xml, p);
		else if (docx_is(xml, "sectPr"))
			docx_read_section(d, xml);
		else if (docx_is(xml, "ins"))	/* of the numbering */
			docx_unnumber(d, &own);
		else if (docx_is(xml, "pPrChange")) {
			if (docx_restores(d, xml)) {
				own = (struct docx_look){0};
				style = d->styles.usual;
			}
		} else if (docx_is(xml, "pStyle"))
			style = docx_style_name(&d->styles, docx_attribute(xml, "val"));
		else
			docx_add_look(&own, xml);
	}
	docx_dress_paragraph(d, p, style, &own);
}

void
docx_read_run_properties(struct docx_document *d, struct docx_xml *xml, struct docx_look *run)
{
	struct docx_look own = {0}, base = *run, style;
	int depth = xml->depth;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "rPrChange")) {
			if (docx_restores(d, xml)) {
				own = (struct docx_look){0};
				*run = base;
			}
		} else if (docx_is(xml, "rStyle")) {
			style = docx_style_look(&d->styles, docx_attribute(xml, "val"));
			docx_overlay(run, &style);
		} else {
			docx_add_look(&own, xml);
		}
	}
	docx_overlay(run, &own);
}

/* Headers and footers are read after the body, once each however many sections share them. */
static void
docx_refer(struct docx_document *d, const char *id, enum jy_origin origin)
{
	const struct docx_relation *r = id ? xmlHashLookup(d->relations.by_id, BAD_CAST id) : NULL;
	struct docx_reference *reference;

	if (!r || xmlHashAddEntry(d->referred, BAD_CAST r->part, d) != 0)
		return;
	reference = docx_alloc(sizeof(*reference));
	reference->part = r->part;
	reference->origin = origin;
	*d->references_end = reference;
	d->references_end = &reference->next;
}

void
docx_read_section(struct docx_document *d, struct docx_xml *xml)
{
	int depth = xml->depth;

	while (docx_inside(xml, depth)) {
		if (docx_is(xml, "sectPrChange"))
			docx_skip(xml);
		else if (docx_is(xml, "headerReference"))
			docx_refer(d, docx_attribute(xml, "id"), JY_HEADER);
		else if (docx_is(xml, "footerReference"))
			docx_refer(d, docx_attribute(xml, "id"), JY_FOOTER);
	}
}
