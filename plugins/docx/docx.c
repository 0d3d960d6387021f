/* The DOCX reader: a document of Office Open XML becomes lines, a paragraph each. */
#include "docx.h"

#include <string.h>

static bool
docx_starts(struct jy_bytes in, const char *magic, size_t len)
{
	return in.size >= len && memcmp(in.at, magic, len) == 0;
}

static bool
docx_is_zip(struct jy_bytes in)
{
	return docx_starts(in, "PK\003\004", 4) || docx_starts(in, "PK\005\006", 4);
}

/* The compound file that held all Office documents before, and holds the locked ones still. */
static bool
docx_is_compound(struct jy_bytes in)
{
	return docx_starts(in, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

/* Whether the name of a stream stands in a compound file, which has them in UTF-16. */
static bool
docx_has_stream(struct jy_bytes in, const char *name)
{
	char wide[64] = {0};
	size_t len = strlen(name);

	for (size_t i = 0; i < len; i++)
		wide[2 * i] = name[i];
	return memmem(in.at, in.size, wide, 2 * len) != NULL;
}

/* The part with the document's text: the package says which, and its root that it is Word's. */
static const char *
docx_main_part(struct docx_package *package, const struct docx_relations *relations)
{
	const char *part = docx_related(relations, "officeDocument");
	struct docx_xml xml;
	bool is_word;

	if (!part || !docx_open_part(&xml, package, part))
		return NULL;
	is_word = (docx_inside(&xml, -1) && docx_is(&xml, "document")) || xml.broken;
	xml.broken = false;	/* it is when it is read in earnest that this is told */
	docx_close_part(&xml);
	return is_word ? part : NULL;
}

static int
docx_probe(struct jy_bytes in)
{
	struct docx_package package;
	struct docx_relations relations;
	int sure = 25;

	if (docx_is_compound(in))
		return 50;
	if (!docx_is_zip(in))
		return 0;
	if (docx_open_package(&package, NULL, in) != 0)
		return memmem(in.at, in.size < 64 ? in.size : 64, "OFD.xml", 7) ? 0 : sure;
	if (zip_name_locate(package.zip, "OFD.xml", 0) >= 0) {
		sure = 0;
	} else {
		if (docx_read_relations(&package, "", &relations) == 0
		    && docx_main_part(&package, &relations))
			sure = 100;
		docx_free_relations(&relations);
	}
	docx_close_package(&package);
	return sure;
}

static int
docx_refuse(struct jy_task *task, struct jy_bytes in)
{
	if (!docx_is_compound(in))
		return jy_fail(task, JY_BAD_INPUT, docx_is_zip(in) ? "damaged" : "not-docx",
		    docx_is_zip(in) ? "this zip archive is cut short or damaged"
		    : "this is no zip archive, so no Word document");
	if (docx_has_stream(in, "EncryptedPackage"))
		return jy_fail(task, JY_BAD_INPUT, "encrypted",
		    "this Office file is protected by a password; save it without one");
	if (docx_has_stream(in, "WordDocument"))
		return jy_fail(task, JY_BAD_INPUT, "old-word",
		    "this is a binary document of old Word; save it as .docx");
	return jy_fail(task, JY_BAD_INPUT, "not-docx", "this compound file holds no Word document");
}

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
docx_tell_losses(const struct docx_document *d)
{
	static const struct { const char *code, *text; } losses[DOCX_LOSSES] = {
		[DOCX_HIDDEN_TEXT] = {"hidden-text", "characters of hidden text"},
		[DOCX_PHONETIC] = {"phonetic-text", "characters of phonetic guides"},
		[DOCX_OPEN_FIELD] = {"open-field", "characters after a field that has no end"},
		[DOCX_EMBEDDED] = {"embedded-document", "embedded documents"},
	};

	for (int i = 0; i < DOCX_LOSSES; i++)
		if (d->lost[i])
			jy_warn(d->package.task, 0, losses[i].code, "not read: %ld %s", d->lost[i],
			    losses[i].text);
	if (d->numbering.unknown)
		jy_warn(d->package.task, 0, "unknown-numerals", "printed as decimal numbers: %ld "
		    "list labels whose numerals are not known", d->numbering.unknown);
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
	docx_free_styles(&d->styles);
	docx_free_numbering(&d->numbering);
	docx_free_relations(&d->relations);
}

static int
docx_read_document(struct docx_document *d, const struct docx_relations *root)
{
	const char *part = docx_main_part(&d->package, root);
	int status;

	if (!part)
		return jy_fail(d->package.task, JY_BAD_INPUT, "not-docx",
		    "this zip archive holds no Word document");
	d->references_end = &d->references;
	d->referred = xmlHashCreate(0);
	status = docx_read_relations(&d->package, part, &d->relations);
	if (status == 0)
		status = docx_read_definitions(d);
	if (status == 0)
		status = docx_read_texts(d, part);
	if (status == 0)
		status = docx_read_metadata(&d->package, root, d->builder);
	docx_tell_losses(d);
	docx_free(d);
	return status;
}

static int
docx_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct docx_document document = {.builder = builder};
	struct docx_relations root;
	int status;

	if (!docx_is_zip(in) || docx_open_package(&document.package, task, in) != 0)
		return docx_refuse(task, in);
	status = docx_read_relations(&document.package, "", &root);
	if (status == 0)
		status = docx_read_document(&document, &root);
	docx_free_relations(&root);
	docx_close_package(&document.package);
	return status;
}

JY_PLUGIN(
	.name = "docx",
	.title = "Word documents (Office Open XML)",
	.suffixes = "docx docm dotx",
	.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	.probe = docx_probe,
	.read = docx_read,
);
