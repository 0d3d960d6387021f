/* The DOCX reader: a document of Office Open XML becomes lines, a paragraph each. */
#include "docx.h"

/* False where the document does not point at such a part, or at one that is not there. */
static bool
docx_open_related(struct docx_document *d, struct docx_xml *xml, const char *part)
{
	if (!part)
		return false;
	if (docx_open_part(xml, &d->package, part))
		return true;
	jy_warn(d->package.task, 0, "missing-part",
	    "the document points at a part %s, which the archive lacks", part);
	return false;
}

static int
docx_read_definitions(struct docx_document *d)
{
	struct docx_xml xml;

	if (docx_open_related(d, &xml, docx_related(&d->relations, "styles"))) {
		docx_read_styles(&d->styles, &xml, d->builder);
		if (docx_close_part(&xml) != 0)
			return -1;
	}
	if (docx_open_related(d, &xml, docx_related(&d->relations, "numbering"))) {
		docx_read_numbering(&d->numbering, &xml, d->builder);
		if (docx_close_part(&xml) != 0)
			return -1;
	}
	docx_tie_numbering(&d->numbering, &d->styles);
	return 0;
}

static int
docx_read_part(struct docx_document *d, const char *part, enum jy_origin origin)
{
	struct docx_xml xml;

	if (!docx_open_related(d, &xml, part))
		return 0;
	docx_read_body(d, &xml, origin);
	return docx_close_part(&xml);
}

static int
docx_read_texts(struct docx_document *d, const char *main_part)
{
	static const struct { const char *type; enum jy_origin origin; } others[] = {
		{"footnotes", JY_NOTE}, {"endnotes", JY_NOTE}, {"comments", JY_COMMENT}
	};
	int status = docx_read_part(d, main_part, JY_BODY);

	for (struct docx_reference *r = d->references; r && status == 0; r = r->next)
		status = docx_read_part(d, r->part, r->origin);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others) && status == 0; i++)
		status = docx_read_part(d, docx_related(&d->relations, others[i].type),
		    others[i].origin);
	return status;
}

static void
docx_free(struct docx_document *d)
{
	struct docx_reference *next;

	for (struct docx_reference *r = d->references; r; r = next) {
		next = r->next;
		docx_release(r, NULL);
	}
	xmlHashFree(d->referred, NULL);
	xmlHashFree(d->forgotten, NULL);
	docx_free_styles(&d->styles);
	docx_free_numbering(&d->numbering);
	docx_free_relations(&d->relations);
}

static int
docx_read_document(struct docx_document *d, const char *part, const struct docx_relations *root)
{
	int status;

	d->references_end = &d->references;
	d->referred = xmlHashCreate(0);
	d->forgotten = xmlHashCreate(0);
	status = docx_read_relations(&d->package, part, &d->relations);
	if (status == 0)
		status = docx_read_definitions(d);
	if (status == 0)
		status = docx_read_texts(d, part);
	if (status == 0)
		status = docx_read_metadata(&d->package, root, d->builder);
	if (status == 0)
		docx_tell_losses(d);
	docx_free(d);
	return status;
}

static int
docx_read_package(struct docx_document *d)
{
	struct docx_relations root = {0};
	const char *part, *what = NULL;
	int status = docx_read_types(&d->package);

	if (status == 0)
		status = docx_read_relations(&d->package, "", &root);
	if (status == 0) {
		part = docx_main_part(&d->package, &root, &what);
		status = part ? docx_read_document(d, part, &root)
			      : docx_refuse_package(&d->package, what);
	}
	docx_free_relations(&root);
	return status;
}

static int
docx_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct docx_document document = {.builder = builder, .changes = docx_changes(task)};
	int status;

	if (!package_is_zip(in))
		return docx_refuse(task, in);
	status = docx_open_package(&document.package, task, in);
	if (status == 0)
		status = docx_read_package(&document);
	docx_close_package(&document.package);
	return status;
}

JY_PLUGIN(.name = "docx", .title = "Word documents (Office Open XML)",
    .suffixes = "docx docm dotx dotm",
    .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    .options = docx_options, .probe = docx_probe, .read = docx_read, );
