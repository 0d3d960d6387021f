/*
 * The parts stand one behind the other in one buffer: a flat package is that buffer, and for an
 * archive each part is a slice of it.
 */
#include "package.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#include "text.h"

struct ofd_part { char path[64]; int start, end; };
struct ofd_package {
	bool flat, open;		/* a part is being written */
	xmlBuffer *buffer;
	xmlTextWriter *writer;		/* of the part being written; of all of them if flat */
	struct ofd_part *parts;
	size_t n, room;
};

static void
ofd_begin_document(struct ofd_package *p)
{
	p->writer = ofd_must(xmlNewTextWriterMemory(p->buffer, 0));
	xmlTextWriterSetIndent(p->writer, 1);
	xmlTextWriterStartDocument(p->writer, NULL, "UTF-8", NULL);
}

static void
ofd_end_document(struct ofd_package *p)
{
	xmlTextWriterEndDocument(p->writer);
	xmlFreeTextWriter(p->writer);
}

struct ofd_package *
ofd_package_new(bool flat)
{
	struct ofd_package *p = ofd_must(calloc(1, sizeof(*p)));

	p->flat = flat;
	p->buffer = ofd_must(xmlBufferCreate());
	xmlBufferSetAllocationScheme(p->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
	if (flat) {
		ofd_begin_document(p);
		xmlTextWriterStartElementNS(p->writer, NULL, BAD_CAST "package", BAD_CAST OFD_FLAT);
	}
	return p;
}

static void
ofd_end_part(struct ofd_package *p)
{
	if (!p->open)
		return;
	p->open = false;
	if (p->flat) {
		xmlTextWriterEndElement(p->writer);
		return;
	}
	ofd_end_document(p);
	p->parts[p->n - 1].end = xmlBufferLength(p->buffer);
}

static void
ofd_begin_part(struct ofd_package *p, const char *path)
{
	ofd_end_part(p);
	p->parts = ofd_grow(p->parts, p->n, &p->room, sizeof(*p->parts));
	p->parts[p->n] = (struct ofd_part){.start = xmlBufferLength(p->buffer)};
	snprintf(p->parts[p->n++].path, sizeof(p->parts->path), "%s", path);
	if (p->flat) {
		xmlTextWriterStartElement(p->writer, BAD_CAST "part");
		xmlTextWriterWriteAttribute(p->writer, BAD_CAST "path", BAD_CAST path);
	}
}

xmlTextWriter *
ofd_package_part(struct ofd_package *p, const char *path)
{
	ofd_begin_part(p, path);
	if (!p->flat)
		ofd_begin_document(p);
	p->open = true;
	return p->writer;
}

void
ofd_package_text(struct ofd_package *p, const char *path, const char *text)
{
	ofd_begin_part(p, path);
	if (p->flat) {
		xmlTextWriterWriteString(p->writer, BAD_CAST text);
		xmlTextWriterEndElement(p->writer);
		return;
	}
	xmlBufferCCat(p->buffer, text);
	p->parts[p->n - 1].end = xmlBufferLength(p->buffer);
}

void
ofd_package_bytes(struct ofd_package *p, const char *path, const void *bytes, size_t size)
{
	ofd_begin_part(p, path);
	if (p->flat) {
		xmlTextWriterWriteAttribute(p->writer, BAD_CAST "encoding", BAD_CAST "base64");
		xmlTextWriterWriteBase64(p->writer, bytes, 0, (int)size);
		xmlTextWriterEndElement(p->writer);
		return;
	}
	xmlBufferAdd(p->buffer, bytes, (int)size);
	p->parts[p->n - 1].end = xmlBufferLength(p->buffer);
}

/* The same parts are the same bytes: every time stamp is the first that a zip can have. */
static int
ofd_zip_parts(const struct ofd_package *p, zip_t *zip)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct ofd_part *part = &p->parts[i];
		zip_source_t *source = zip_source_buffer(zip,
		    xmlBufferContent(p->buffer) + part->start,
		    (zip_uint64_t)(part->end - part->start), 0);
		zip_int64_t at = source ? zip_file_add(zip, part->path, source, 0) : -1;

		if (at < 0) {
			zip_source_free(source);
			return -1;
		}
		zip_file_set_dostime(zip, (zip_uint64_t)at, 0, 1 << 5 | 1, 0);
	}
	return zip_close(zip);
}

static int
ofd_copy(zip_source_t *from, struct jy_out *out)
{
	char chunk[16384];
	zip_int64_t n;

	if (zip_source_open(from))
		return -1;
	while ((n = zip_source_read(from, chunk, sizeof(chunk))) > 0)
		jy_put(out, chunk, (size_t)n);
	zip_source_close(from);
	return n < 0 ? -1 : 0;
}

static int
ofd_zip(const struct ofd_package *p, struct jy_out *out)
{
	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = archive ? zip_open_from_source(archive, ZIP_TRUNCATE, NULL) : NULL;
	int result = -1;

	if (!zip) {
		zip_source_free(archive);
		return -1;
	}
	zip_source_keep(archive);
	if (ofd_zip_parts(p, zip))
		zip_discard(zip);
	else
		result = ofd_copy(archive, out);
	zip_source_free(archive);
	return result;
}

int
ofd_package_end(struct ofd_package *p, struct jy_task *task, struct jy_out *out)
{
	int result = 0;

	ofd_end_part(p);
	if (p->flat) {
		ofd_end_document(p);
		jy_put(out, xmlBufferContent(p->buffer), (size_t)xmlBufferLength(p->buffer));
	} else if (ofd_zip(p, out)) {
		result = jy_fail(task, JY_TEMPORARY, "zip", "the archive could not be made");
	}
	xmlBufferFree(p->buffer);
	free(p->parts);
	free(p);
	return result;
}
