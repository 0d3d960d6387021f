/*
 * Reads OFD, whoever wrote it: the pages of all documents become lines (lines.c) by the places of
 * what is on them (content.c).  Where jiyao wrote the package and nobody changed it, the minutes
 * that are attached are restored instead (attached.c).
 */
#include "read.h"

#include <stdlib.h>
#include <string.h>

#include "attached.h"
#include "document.h"
#include "parts.h"
#include "reading.h"

static void
ofd_note_page(struct ofd_pages *p, int page)
{
	p->at = ofd_grow(p->at, p->n, &p->room, sizeof(*p->at));
	p->at[p->n++] = page;
}

/* Characters of the runs that are hidden, or not, in the page's own content. */
static size_t
ofd_count_own(const struct ofd_scene *s, bool hidden)
{
	size_t n = 0;

	for (size_t i = 0; i < s->run_count; i++) {
		const struct ofd_run *r = &s->runs[i];

		for (size_t k = 0; k < r->cells && r->hidden == hidden && !r->fixed; k++)
			n += !ofd_is_space(s->cells[r->cell + k].c);
	}
	return n;
}

/* Hidden text is not read, but for that of a page which is a picture: it says what is on it. */
static void
ofd_judge_hidden(struct ofd_reading *r, struct ofd_scene *s)
{
	size_t seen = ofd_count_own(s, false), hidden = ofd_count_own(s, true);

	if (!seen && hidden && s->pictures) {
		for (size_t i = 0; i < s->run_count; i++)
			s->runs[i].hidden &= s->runs[i].fixed;
		ofd_note_page(&r->recognised, r->pages);
		seen = hidden;
		hidden = 0;
	}
	r->hidden += (long)hidden;
	r->any_text |= seen > 0;
	if (!seen && (s->pictures || s->shapes))
		ofd_note_page(&r->unread, r->pages);
}

static void
ofd_take_page(struct ofd_reading *r, struct ofd_page *page, enum jy_origin origin)
{
	struct ofd_area area = {r->pages, page->box.x, page->box.y, page->box.width,
	    page->box.height, origin};

	if (area.width <= 0) {		/* then it is A4 */
		area.width = 210;
		area.height = 297;
	}
	ofd_arrange(&r->lines, &page->scene, &area);
}

/* Annotations come in the order of their list; those of pages that there are not come last. */
static void
ofd_take_notes(struct ofd_reading *r, struct ofd_document *d, struct ofd_page *page,
    xmlHashTable *notes, const char *id)
{
	const struct ofd_entry *e = xmlHashLookup(notes, BAD_CAST id);

	if (!e)
		return;
	ofd_read_notes(d, e, &page->scene);
	r->hidden += (long)ofd_count_own(&page->scene, true);
	ofd_take_page(r, page, JY_COMMENT);
}

static void
ofd_read_pages(struct ofd_reading *r, struct ofd_document *d)
{
	xmlHashTable *notes = ofd_must(xmlHashCreate(0));
	struct ofd_page page = {0};

	for (size_t i = 0; i < d->notes.n; i++)
		xmlHashAddEntry(notes, BAD_CAST d->notes.at[i].id, d->notes.at[i].entry);
	for (size_t i = 0; i < d->pages.n && !r->archive.over; i++) {
		r->pages++;
		ofd_read_page(d, i, &page);
		ofd_judge_hidden(r, &page.scene);
		r->pictures += page.scene.pictures;
		r->shapes += page.scene.shapes;
		ofd_take_page(r, &page, JY_BODY);
		ofd_take_notes(r, d, &page, notes, d->pages.at[i].id);
	}
	ofd_free_scene(&page.scene);
	xmlHashFree(notes, NULL);
}

static void
ofd_take_files(struct ofd_reading *r, const struct ofd_document *d)
{
	for (size_t i = 0; i < d->files.n; i++) {
		if (!r->minutes && strcmp(d->files.at[i].id, OFD_MINUTES) == 0)
			r->minutes = d->files.at[i].entry;
		else
			r->files++;
	}
}

static void
ofd_read_documents(struct ofd_reading *r)
{
	struct ofd_archive *a = &r->archive;
	struct ofd_pointers documents = {0};

	ofd_read_root(a, r->builder, &r->metadata, &documents);
	if (!documents.n)
		ofd_tell_fault(a, a->root->path, JY_WORD("names no document"));
	for (size_t i = 0; i < documents.n && !a->over; i++) {
		struct ofd_entry *e = ofd_locate_or_tell(a, a->root, documents.at[i].path);
		struct ofd_document d;

		if (!e)
			continue;
		ofd_open_document(&d, a, e);
		if (!d.pages.n)
			ofd_tell_fault(a, e->path, JY_WORD("names no page"));
		ofd_read_pages(r, &d);
		ofd_take_files(r, &d);
		ofd_free_document(&d);
	}
	ofd_free_pointers(&documents);
}

static void
ofd_deliver(const struct ofd_lines *lines, struct jy_builder *b)
{
	const double points = 72 / 25.4;

	for (size_t i = 0; i < lines->n; i++) {
		const struct ofd_line *l = &lines->at[i];
		struct jy_line *line = jy_add_line(b, l->page, lines->text + l->text, l->len);

		for (size_t k = 0; k < l->gaps; k++)
			jy_add_gap(b, line, lines->gaps[l->gap + k].offset,
			    lines->gaps[l->gap + k].ems);
		line->at.x0 = l->x0 * points;
		line->at.y0 = l->y0 * points;
		line->at.x1 = l->x1 * points;
		line->at.y1 = l->y1 * points;
		line->size = l->size * points;
		line->indent = l->indent * points;
		line->weight = l->weight;
		line->align = l->align;
		line->origin = l->origin;
	}
}

static void
ofd_describe(const struct ofd_reading *r)
{
	struct jy_source *source = jy_source(r->builder);

	source->pages = r->pages;
	source->metadata->title = r->metadata.title;
	source->metadata->author = r->metadata.author;
	source->metadata->producer = r->metadata.producer;
	source->metadata->created = r->metadata.created;
	source->metadata->modified = r->metadata.modified;
}

static int
ofd_finish_reading(struct ofd_reading *r)
{
	struct ofd_archive *a = &r->archive;
	struct ofd_sight seen = {&r->lines, r->pictures, r->shapes, r->hidden + r->files};

	if (!a->over && r->minutes && !a->faults && ofd_restore(a, r->minutes, &seen, r->builder))
		return 0;
	if (a->over)
		return -1;
	if (!r->any_text && r->unread.n)
		return jy_fail(a->task, JY_BAD_INPUT, "needs-ocr",
		    "no page has text: its pages are pictures and need OCR");
	if (!r->lines.n && a->faults)
		return jy_fail(a->task, JY_BAD_INPUT, a->sealed ? "encrypted" : "damaged",
		    a->sealed ? JY_WORD("the package is encrypted: its pages cannot be read")
			      : JY_WORD("the package is damaged beyond reading"));
	ofd_tell_losses(r);
	ofd_deliver(&r->lines, r->builder);
	ofd_describe(r);
	return 0;
}

static int
ofd_read_archive(struct ofd_reading *r)
{
	if (!r->archive.root)
		return jy_fail(r->archive.task, JY_BAD_INPUT,
		    r->archive.sealed ? "encrypted" : "not-ofd",
		    r->archive.sealed
			? JY_WORD("the package is encrypted: its pages cannot be read")
			: JY_WORD("this package has no OFD.xml"));
	ofd_read_documents(r);
	return ofd_finish_reading(r);
}

int
ofd_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct ofd_reading r = {.builder = builder};
	int status = ofd_open_archive(&r.archive, task, in);

	if (status == 0)
		status = ofd_read_archive(&r);
	ofd_close_archive(&r.archive);
	ofd_free_lines(&r.lines);
	free(r.unread.at);
	free(r.recognised.at);
	return status;
}
