/* From OFD.xml to pages: every part points at others, in any order and by any path. */
#include "document.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* Takes PATH. */
static void
ofd_point(struct ofd_pointers *p, const char *id, char *path, struct ofd_entry *entry)
{
	p->at = ofd_grow(p->at, p->n, &p->room, sizeof(*p->at));
	p->at[p->n++] = (struct ofd_pointer){ofd_must(strdup(id ? id : "")), path, entry};
}

void
ofd_free_pointers(struct ofd_pointers *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->at[i].id);
		free(p->at[i].path);
	}
	free(p->at);
}

/* The text of the element just opened, without white space around it. */
static char *
ofd_get_word(struct ofd_stream *s)
{
	char *text = ofd_get_text(s);
	size_t before = strspn(text, " \t\r\n"), len = strlen(text + before);

	while (len && strchr(" \t\r\n", text[before + len - 1]))
		len--;
	memmove(text, text + before, len);
	text[len] = '\0';
	return text;
}

/* 2021-09-13, 2021-09-13T08:00:00 … */
static bool
ofd_is_date(const char *s)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return s[strspn(s, "0123456789-:.TZ+")] == '\0';
}

/* The first document of several tells of the package. */
static void
ofd_read_fact(struct ofd_stream *s, struct jy_builder *b, struct jy_metadata *m)
{
	struct jy_text *fact = ofd_is(s, "Title") ? &m->title
	    : ofd_is(s, "Author")                 ? &m->author
	    : ofd_is(s, "Creator")                ? &m->producer
	    : ofd_is(s, "CreationDate")           ? &m->created
	    : ofd_is(s, "ModDate")                ? &m->modified
						  : NULL;
	char *word;

	if (!fact || fact->s)
		return;
	word = ofd_get_word(s);
	if (*word && ((fact != &m->created && fact != &m->modified) || ofd_is_date(word)))
		*fact = jy_copy(b, word, strlen(word));
	free(word);
}

void
ofd_read_root(struct ofd_archive *a, struct jy_builder *b, struct jy_metadata *metadata,
    struct ofd_pointers *documents)
{
	struct ofd_stream s;

	ofd_open_part(&s, a, a->root);
	while (ofd_inside(&s, -1)) {
		if (ofd_is(&s, "DocRoot"))
			ofd_point(documents, NULL, ofd_get_word(&s), NULL);
		else
			ofd_read_fact(&s, b, metadata);
	}
	ofd_close_part(&s);
}

static void
ofd_read_box(struct ofd_stream *s, struct ofd_box *box)
{
	char *text = ofd_get_text(s);
	double n[4];

	if (ofd_numbers(text, n, 4) == 4 && n[2] > 1 && n[3] > 1 && n[2] < 1e5 && n[3] < 1e5)
		*box = (struct ofd_box){n[0], n[1], n[2], n[3]};
	free(text);
}

/* A page, or a template, of which Document.xml says only where it is. */
static void
ofd_read_page_pointer(struct ofd_document *d, const struct ofd_stream *s, bool is_page)
{
	const char *id = ofd_get(s, "ID"), *path = ofd_get(s, "BaseLoc");
	char *copy;

	if (!path) {
		if (is_page)
			ofd_tell_fault(d->archive, s->entry->path,
			    JY_WORD("names a page without a part"));
		return;
	}
	copy = ofd_must(strdup(path));
	if (is_page)
		ofd_point(&d->pages, id, copy, NULL);
	else if (!id || xmlHashAddEntry(d->templates, BAD_CAST id, copy))
		free(copy);
}

static void
ofd_read_common(struct ofd_document *d, struct ofd_stream *s, struct ofd_pointers *resources,
    struct ofd_pointers *lists)
{
	bool notes = ofd_is(s, "Annotations");

	if (ofd_is(s, "PhysicalBox"))
		ofd_read_box(s, &d->box);
	else if (ofd_is(s, "PublicRes") || ofd_is(s, "DocumentRes"))
		ofd_point(resources, NULL, ofd_get_word(s), NULL);
	else if (ofd_is(s, "TemplatePage") || ofd_is(s, "Page"))
		ofd_read_page_pointer(d, s, ofd_is(s, "Page"));
	else if (notes || ofd_is(s, "Attachments"))
		ofd_point(lists, notes ? "notes" : "files", ofd_get_word(s), NULL);
}

/* A list of annotations or attachments: who it is for, and in FileLoc where it is. */
static void
ofd_read_list(struct ofd_document *d, const struct ofd_pointer *list)
{
	bool notes = strcmp(list->id, "notes") == 0;
	struct ofd_stream s;
	char *id = NULL;

	if (!*list->path || !ofd_open_path(&s, d->archive, d->entry, list->path))
		return;
	while (ofd_inside(&s, -1)) {
		if (ofd_is(&s, "Page") || ofd_is(&s, "Attachment")) {
			const char *name = ofd_get(&s, notes ? "PageID" : "Name");

			free(id);
			id = ofd_must(strdup(name ? name : ""));
		} else if (ofd_is(&s, "FileLoc")) {
			char *path = ofd_get_word(&s);
			struct ofd_entry *e = ofd_locate_or_tell(d->archive, s.entry, path);

			if (e)
				ofd_point(notes ? &d->notes : &d->files, id, NULL, e);
			free(path);
		}
	}
	ofd_close_part(&s);
	free(id);
}

static void
ofd_read_resource_part(struct ofd_document *d, const struct ofd_entry *from, const char *path)
{
	struct ofd_entry *e = *path ? ofd_locate_or_tell(d->archive, from, path) : NULL;
	struct ofd_stream s;

	if (!e || e->known == d)	/* pages may share them */
		return;
	e->known = d;
	ofd_open_part(&s, d->archive, e);
	ofd_read_resources(&d->resources, &s);
	ofd_close_part(&s);
}

void
ofd_open_document(struct ofd_document *d, struct ofd_archive *a, struct ofd_entry *entry)
{
	struct ofd_pointers resources = {0}, lists = {0};
	struct ofd_stream s;

	*d = (struct ofd_document){.archive = a,
	    .entry = entry,
	    .templates = ofd_must(xmlHashCreate(0))};
	a->document = entry;
	ofd_open_resources(&d->resources);
	ofd_open_part(&s, a, entry);
	while (ofd_inside(&s, -1))
		ofd_read_common(d, &s, &resources, &lists);
	ofd_close_part(&s);
	for (size_t i = 0; i < resources.n; i++)
		ofd_read_resource_part(d, entry, resources.at[i].path);
	for (size_t i = 0; i < lists.n; i++)
		ofd_read_list(d, &lists.at[i]);
	ofd_free_pointers(&resources);
	ofd_free_pointers(&lists);
}

static void
ofd_release_path(void *path, const xmlChar *id)
{
	(void)id;
	free(path);
}

void
ofd_free_document(struct ofd_document *d)
{
	ofd_free_resources(&d->resources);
	ofd_free_pointers(&d->pages);
	ofd_free_pointers(&d->notes);
	ofd_free_pointers(&d->files);
	xmlHashFree(d->templates, ofd_release_path);
	d->archive->document = NULL;
}

/* A template has no templates: there is no end otherwise. */
static void
ofd_read_template(struct ofd_document *d, const char *id, struct ofd_scene *scene)
{
	const char *path = id ? xmlHashLookup(d->templates, BAD_CAST id) : NULL;
	struct ofd_stream s;

	if (!path) {
		ofd_tell_fault(d->archive, d->entry->path,
		    JY_WORD("names no such template as a page has"));
		return;
	}
	if (!ofd_open_path(&s, d->archive, d->entry, path))
		return;
	while (ofd_inside(&s, -1))
		if (ofd_is(&s, "PageRes")) {
			char *resources = ofd_get_word(&s);

			ofd_read_resource_part(d, s.entry, resources);
			free(resources);
		} else {
			ofd_read_object(&s, &d->resources, scene,
			    (struct ofd_pen){OFD_UNIT, false, true});
		}
	ofd_close_part(&s);
}

static void
ofd_read_page_element(struct ofd_document *d, struct ofd_stream *s, struct ofd_page *page)
{
	if (ofd_is(s, "Template")) {
		ofd_read_template(d, ofd_get(s, "TemplateID"), &page->scene);
	} else if (ofd_is(s, "PhysicalBox")) {
		ofd_read_box(s, &page->box);
	} else if (ofd_is(s, "PageRes")) {
		char *path = ofd_get_word(s);

		ofd_read_resource_part(d, s->entry, path);
		free(path);
	} else {
		ofd_read_object(s, &d->resources, &page->scene,
		    (struct ofd_pen){OFD_UNIT, false, false});
	}
}

void
ofd_read_page(struct ofd_document *d, size_t i, struct ofd_page *page)
{
	struct ofd_stream s;

	ofd_clear_scene(&page->scene);
	page->box = d->box;
	if (!ofd_open_path(&s, d->archive, d->entry, d->pages.at[i].path))
		return;
	while (ofd_inside(&s, -1))
		ofd_read_page_element(d, &s, page);
	ofd_close_part(&s);
	ofd_show_uses(d->archive, &d->resources, &page->scene);
}

/* What an annotation says besides what it shows. */
static void
ofd_read_remark(struct ofd_stream *s, struct ofd_scene *scene)
{
	char *text = ofd_get_word(s);

	ofd_write_plain(s->archive, scene, text);
	free(text);
}

void
ofd_read_notes(struct ofd_document *d, const struct ofd_entry *part, struct ofd_scene *scene)
{
	struct ofd_pen pen = {OFD_UNIT, false, false};
	struct ofd_stream s;
	bool bounded, hidden = false;

	ofd_clear_scene(scene);
	ofd_open_part(&s, d->archive, part);
	while (ofd_inside(&s, -1)) {
		if (ofd_is(&s, "Annot")) {
			hidden = ofd_is_hidden(&s);
		} else if (ofd_is(&s, "Appearance")) {
			pen.matrix = ofd_object_matrix(&s, OFD_UNIT, &bounded);
			pen.hidden = hidden;
		} else if (ofd_is(&s, "Remark")) {
			ofd_read_remark(&s, scene);
		} else {
			ofd_read_object(&s, &d->resources, scene, pen);
		}
	}
	ofd_close_part(&s);
	ofd_show_uses(d->archive, &d->resources, scene);
}
